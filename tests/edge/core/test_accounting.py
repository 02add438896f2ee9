from __future__ import annotations

import pytest

from edge.core.accounting import Account, estimate_prompt, estimate_tokens, most_tokens
from edge.core.errors import (
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.events import CancelLeg, Emit, Failed, Finished, Heard, Role, StartLeg
from edge.core.prices import Prices
from edge.core.types import (
    FinishReason,
    Message,
    Piece,
    Stop,
    Text,
    TextPart,
    Thinking,
    ToolDelta,
    Usage,
)

CHEAP, DEAR = Prices(0.0, 0.0), Prices(1.0, 10.0)


def account() -> Account:
    return Account(
        arrived_at=100.0, prompt_tokens=20, prices={"local": CHEAP, "a/big": DEAR, "b/odd": None}
    )


def emit(leg: int, tier: str, text: str) -> Emit:
    return Emit(leg, tier, Role.TARGET, 0, Text(text))


def run_leg(
    a: Account,
    leg: int,
    *pieces: Piece,
    role: Role = Role.TARGET,
    prefix: str = "",
    shown: str = "",
    error: Exception | None = None,
) -> None:
    """A leg from start to end, of which the reader is sent `shown`."""
    a.start(StartLeg(leg, "a/big", role, prefix), at=100.0)
    for piece in pieces:
        a.hear(Heard(leg, 100.5, piece))
    a.hear(Finished(leg, 101.0) if error is None else Failed(leg, 101.0, error))
    if shown:
        a.emit(Emit(leg, "a/big", role, 0, Text(shown)), at=101.0)


STOP = Stop(FinishReason.STOP)


def test_finished_leg_has_its_reported_usage_times_and_cost() -> None:
    a = account()
    a.start(StartLeg(0, "a/big", Role.TARGET), at=100.1)
    a.hear(Heard(0, 100.8, Text("Hi")))
    a.emit(emit(0, "a/big", "Hi"), at=100.8)
    a.hear(Heard(0, 100.9, Stop(FinishReason.STOP)))
    a.hear(Heard(0, 100.9, Usage(1_000_000, 100_000)))
    a.hear(Finished(0, 101.0))
    a.settle(101.0)
    (leg,) = a.legs
    assert (leg.outcome, leg.usage) == ("stop", Usage(1_000_000, 100_000))
    assert round(leg.started_s, 3) == 0.1
    assert leg.first_text_s is not None and round(leg.first_text_s, 3) == 0.8
    assert leg.cost_cents == 200.0
    assert a.cost_known


def test_cancelled_leg_is_estimated_and_billed() -> None:
    a = account()
    a.start(StartLeg(0, "a/big", Role.TARGET, prefix="x" * 40), at=100.0)
    a.hear(Heard(0, 100.5, Thinking("y" * 40)))
    a.cancel(CancelLeg(0), at=100.6)
    (leg,) = a.legs
    assert leg.outcome == "cancelled"
    assert leg.usage == Usage(30, 10, reasoning=10, reported=False)
    assert leg.cost_cents is not None and leg.cost_cents > 0


def test_failed_leg_says_why() -> None:
    a = account()
    a.start(StartLeg(0, "a/big", Role.TARGET), at=100.0)
    a.hear(Failed(0, 100.5, TierGarbled("a/big: cut")))
    assert (a.legs[0].outcome, a.legs[0].error) == ("failed", "a/big: cut")


def test_leg_that_was_stopped_for_its_silence_has_failed() -> None:
    a = account()
    a.start(StartLeg(0, "a/big", Role.TARGET, is_whole=True), at=100.0)
    stalled = TierStalled("a/big: no text for 3 s")
    a.cancel(CancelLeg(0, stalled), at=103.0)
    (leg,) = a.legs
    assert (leg.outcome, leg.error, leg.cause) == ("failed", str(stalled), stalled)
    assert leg.is_whole


def test_gaps_are_between_texts_and_the_latest_are_kept() -> None:
    a = account()
    a.start(StartLeg(0, "a/big", Role.TARGET), at=100.0)
    for at in (101.0, 101.5, 103.5):
        a.hear(Heard(0, at, Text("x")))
        a.hear(Heard(0, at + 0.25, Thinking("y")))
    a.settle(104.0)
    assert a.legs[0].gaps_s == (0.5, 2.0)

    a.start(StartLeg(1, "a/big", Role.TARGET), at=100.0)
    for at in range(100):
        a.hear(Heard(1, float(at), Text("x")))
    a.settle(104.0)
    assert a.legs[1].gaps_s == (1.0,) * 32


def test_unpriced_leg_makes_the_cost_unknown_not_free() -> None:
    a = account()
    a.start(StartLeg(0, "b/odd", Role.TARGET), at=100.0)
    a.settle(101.0)
    assert a.legs[0].cost_cents is None
    assert not a.cost_known


def test_settling_closes_what_is_open_and_happens_once() -> None:
    a = account()
    a.start(StartLeg(0, "a/big", Role.TARGET), at=100.0)
    a.settle(101.0)
    a.settle(105.0)
    assert a.settled_at == 101.0
    assert [leg.outcome for leg in a.legs] == ["cancelled"]


def test_reply_counts_its_prompt_once_and_every_word_that_was_shown() -> None:
    a = account()
    for leg, tier, tokens in [(0, "local", 8), (1, "a/big", 30)]:
        a.start(StartLeg(leg, tier, Role.TARGET), at=100.0)
        a.hear(Heard(leg, 100.5, Usage(25, tokens)))
        a.hear(Finished(leg, 101.0))
        a.emit(emit(leg, tier, "words"), at=101.0)  # an opening may be shown after its leg ended
    a.start(StartLeg(2, "b/odd", Role.TARGET), at=100.0)  # a leg that nobody heard
    a.settle(101.0)
    assert a.models == ["local", "a/big"]
    assert a.usage() == Usage(25, 38)


def test_reply_of_nobody_still_has_an_estimated_prompt() -> None:
    assert account().usage() == Usage(20, 0, reported=False)


def test_estimates_know_that_cjk_is_dense() -> None:
    assert estimate_tokens("abcdefgh") == 2
    assert estimate_tokens("你好吗") == 3
    messages = (Message("user", (TextPart("abcdefgh"),)), Message("assistant"))
    assert estimate_prompt(messages) == 10


@pytest.mark.parametrize(
    "error",
    [TierRejected("400"), TierRateLimited("429"), TierUnavailable("refused")],
    ids=lambda error: type(error).__name__,
)
def test_leg_that_was_refused_before_a_word_costs_nothing(error: TierError) -> None:
    a = account()
    run_leg(a, 0, error=error)
    assert (a.legs[0].usage.input, a.legs[0].cost_cents) == (0, 0.0)


def test_refused_leg_of_unknown_price_leaves_the_cost_known() -> None:
    a = account()
    a.start(StartLeg(0, "b/odd", Role.TARGET), at=100.0)
    a.hear(Failed(0, 100.5, TierUnavailable("refused")))
    assert a.cost_known


@pytest.mark.parametrize("error", [TierStalled("silent"), TierGarbled("cut")])
def test_leg_that_was_accepted_and_failed_is_billed_for_its_prompt(error: TierError) -> None:
    a = account()
    run_leg(a, 0, error=error)
    assert a.legs[0].usage == Usage(20, 0, reported=False)


def test_leg_that_became_unavailable_in_mid_reply_is_billed() -> None:
    a = account()
    run_leg(a, 0, Text("x" * 40), error=TierUnavailable("reset"))
    assert a.legs[0].usage == Usage(20, 10, reported=False)


def test_usage_that_comes_twice_or_out_of_order_adds_nothing() -> None:
    a = account()
    run_leg(a, 0, Usage(50, 9), Text("words"), Usage(50, 9), STOP, Usage(0, 4))
    run_leg(a, 1, Usage(50, 9), Text("words"), STOP)
    assert [leg.usage for leg in a.legs] == [Usage(50, 9), Usage(50, 9)]


def test_leg_cut_after_an_early_report_is_billed_for_what_it_said_since() -> None:
    a = account()
    run_leg(a, 0, Usage(50, 1), Text("x" * 40), error=TierGarbled("cut"))
    assert a.legs[0].usage == Usage(50, 11, reported=False)


def test_what_a_continuation_was_given_and_said_again_is_counted_once() -> None:
    a = account()
    run_leg(a, 0, Text("x" * 400), shown="x" * 400, error=TierGarbled("cut"))
    again = Text("x" * 400 + "y" * 400)
    run_leg(a, 1, again, STOP, Usage(130, 200), prefix="x" * 400, shown="y" * 400)
    assert a.usage() == Usage(30, 200, reported=False)  # 100 estimated, and half of 200
    assert [leg.usage.output for leg in a.legs] == [100, 200]  # both were paid for


def test_draft_counts_for_what_was_shown_of_it() -> None:
    a = account()
    opening = Text("x" * 80 + "y" * 20)
    run_leg(a, 0, opening, STOP, Usage(9, 50), role=Role.DRAFT, shown="x" * 80)
    run_leg(a, 1, Text("z"), STOP, Usage(25, 30, cached=5), shown="z")
    assert a.usage() == Usage(25, 70, cached=5, reported=False)


def test_trimmed_white_space_makes_no_whole_reply_an_estimate() -> None:
    a = account()
    run_leg(a, 0, Text("words\n\n"), STOP, Usage(25, 3), shown="words")
    assert a.usage() == Usage(25, 3)


def test_draft_alone_has_the_callers_prompt_and_not_its_own() -> None:
    a = account()
    run_leg(a, 0, Text("words"), STOP, Usage(7, 3), role=Role.DRAFT, shown="words")
    assert a.usage() == Usage(20, 3, reported=False)


def test_who_called_a_tool_is_a_speaker_and_who_only_thought_is_abandoned() -> None:
    a = account()
    thought, call = Thinking("hm"), ToolDelta(0, "id", "look", '{"a": 1}')
    run_leg(a, 0, thought, error=TierStalled("silent"))
    a.emit(Emit(0, "a/big", Role.TARGET, 0, thought), at=101.0)
    run_leg(a, 1, call, Stop(FinishReason.TOOL_CALLS), Usage(25, 12))
    a.emit(Emit(1, "a/big", Role.TARGET, 0, call), at=101.0)
    assert [a.is_abandoned(leg) for leg in a.legs] == [True, False]
    assert a.usage() == Usage(25, 12)


PROSE = "The sea has tides because the moon pulls on it, and the sun does so too. "


@pytest.mark.parametrize(
    ("text", "output"),
    [
        (PROSE * 20, 340),
        ("7919 15838 23757 " * 50, 900),  # a token a digit
        ("潮汐" * 100, 300),
        ("नमस्ते" * 20, 250),
        ("😀🎉" * 20, 160),
        ("", 3),
    ],
)
def test_honest_reports_are_believed_in_any_script(text: str, output: int) -> None:
    a = account()
    run_leg(a, 0, Text(text), STOP, Usage(20, output), shown=text)
    assert a.legs[0].unseen_tokens == 0


def test_tokens_lost_in_the_middle_of_a_stream_are_noticed() -> None:
    a = account()
    run_leg(a, 0, Text(PROSE * 20), STOP, Usage(20, 1500), shown=PROSE)
    assert a.legs[0].unseen_tokens == 1500 - 365


def test_thinking_is_no_loss_whether_itemized_or_heard() -> None:
    a = account()
    run_leg(a, 0, Text(PROSE), STOP, Usage(20, 2020, reasoning=2000))
    run_leg(a, 1, Thinking(PROSE * 100), Text(PROSE), STOP, Usage(20, 2020))
    assert [leg.unseen_tokens for leg in a.legs] == [0, 0]


def test_leg_that_was_cut_short_has_lost_nothing_on_the_way() -> None:
    a = account()
    run_leg(a, 0, Text(PROSE), Usage(20, 2000), error=TierGarbled("cut"))
    assert a.legs[0].unseen_tokens == 0


def test_most_tokens_is_more_than_the_estimate_for_any_text() -> None:
    for text in (PROSE, "潮汐", "नमस्ते", "1234", "\ud800"):
        assert most_tokens(text) >= estimate_tokens(text)


def test_draft_that_only_chose_has_not_read_the_conversation() -> None:
    a = account()
    a.draft_tokens = 5
    run_leg(a, 0, Text("Let us look."), role=Role.DRAFT)
    run_leg(a, 1, Text("It moves heat."), STOP, prefix="Let us")
    assert [(leg.prompt_tokens, leg.usage.input) for leg in a.legs] == [(5, 5), (22, 22)]


def test_what_the_caller_began_with_is_a_part_of_his_prompt() -> None:
    a = account()
    a.prefix = "The answer is ("
    run_leg(a, 0, Text("B)"), Usage(30, 2), STOP, prefix="The answer is (", shown="B)")
    assert a.usage() == Usage(30, 2)
