from __future__ import annotations

from edge.core.accounting import Account, estimate_prompt, estimate_tokens
from edge.core.errors import TierGarbled, TierStalled
from edge.core.events import CancelLeg, Emit, Failed, Finished, Heard, Role, StartLeg
from edge.core.prices import Prices
from edge.core.types import FinishReason, Message, Stop, Text, TextPart, Thinking, Usage

CHEAP, DEAR = Prices(0.0, 0.0), Prices(1.0, 10.0)


def account() -> Account:
    return Account(
        arrived_at=100.0, prompt_tokens=20, prices={"local": CHEAP, "a/big": DEAR, "b/odd": None}
    )


def emit(leg: int, tier: str, text: str) -> Emit:
    return Emit(leg, tier, Role.TARGET, 0, Text(text))


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
    assert leg.usage == Usage(30, 10, reported=False)
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
