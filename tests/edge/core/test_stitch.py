"""Example tests of the stitcher: one behaviour each. Safety in random worlds is tested apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edge.core.errors import (
    DeadlineExceeded,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.events import (
    Action,
    CancelLeg,
    Continuation,
    Emit,
    End,
    Failed,
    Finished,
    Heard,
    Role,
    StartLeg,
)
from edge.core.plan import Clocks, Draft, Plan, Strategy, Target
from edge.core.stitch import Stitcher
from edge.core.types import (
    Checkpoint,
    FinishReason,
    Piece,
    Stop,
    Text,
    Thinking,
    ToolDelta,
    Usage,
)

CLOCKS = Clocks(first_text_s=1.0, stall_s=0.5, thinking_s=4.0)
BIG = Target("a/big", Role.TARGET, prefill=True, clocks=CLOCKS)
EQUAL = Target("b/equal", Role.TARGET, prefill=True, clocks=CLOCKS)
STUBBORN = Target("c/stubborn", Role.TARGET, prefill=False, clocks=CLOCKS)
LOCAL = Target("local", Role.LOCAL, prefill=True, clocks=Clocks(60.0, 30.0, 30.0))
DRAFT = Draft("local", "full")
PREAMBLE = Plan(Strategy.PREAMBLE, (BIG, EQUAL, LOCAL), fast_deadline=0.2, deep_s=2.5, draft=DRAFT)
CONTINUE = replace(PREAMBLE, strategy=Strategy.CONTINUE)
PARALLEL = replace(PREAMBLE, strategy=Strategy.PARALLEL, draft=replace(DRAFT, correction="But: "))
LEAD = replace(PREAMBLE, strategy=Strategy.LOCAL, chain=(LOCAL, BIG, EQUAL), draft=None)
TARGET = replace(PREAMBLE, strategy=Strategy.TARGET, draft=None)
PREFILL, ANCHOR = Continuation.PREFILL, Continuation.ANCHOR
OPENING = "Let's look at heat pumps."


def started(plan: Plan) -> Stitcher:
    stitcher = Stitcher(plan)
    stitcher.start(now=0.0)
    return stitcher


def broken() -> Stitcher:
    """A reply that was cut: leg 1 is asked for the rest in one piece, leg 2 runs beside."""
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "Heat pumps move"))
    stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    return stitcher


def heard(leg: int, at: float, piece: Piece | str) -> Heard:
    return Heard(leg, at, Text(piece) if isinstance(piece, str) else piece)


def shown(actions: list[Action]) -> list[tuple[int, str]]:
    """(block, text) of what the actions send to the reader."""
    return [
        (action.block, action.piece.text)
        for action in actions
        if isinstance(action, Emit) and isinstance(action.piece, Text)
    ]


def stop(stitcher: Stitcher, leg: int, at: float) -> list[Action]:
    stitcher.receive(Heard(leg, at, Stop(FinishReason.STOP)))
    return stitcher.receive(Finished(leg, at))


# -- openings ----------------------------------------------------------------


def test_preamble_starts_draft_and_target_at_once() -> None:
    assert Stitcher(PREAMBLE).start(0.0) == [
        StartLeg(0, "local", Role.DRAFT),
        StartLeg(1, "a/big", Role.TARGET),
    ]


def test_opening_is_held_until_its_sentence_stands() -> None:
    stitcher = started(PREAMBLE)
    assert stitcher.receive(heard(0, 0.05, "Let's look at heat pumps")) == []
    actions = stitcher.receive(heard(0, 0.08, ". And then"))
    assert actions == [
        CancelLeg(0),
        Emit(0, "local", Role.DRAFT, 0, Text(OPENING), ends_block=True),
    ]


def test_answer_after_a_preamble_is_a_block_of_its_own() -> None:
    stitcher = started(PREAMBLE)
    stitcher.receive(heard(0, 0.05, OPENING + " "))
    assert shown(stitcher.receive(heard(1, 0.7, "Heat pumps move warmth."))) == [
        (1, "Heat pumps move warmth.")
    ]
    assert stop(stitcher, 1, 0.8) == [End(FinishReason.STOP)]


def test_draft_is_dropped_when_the_target_speaks_first() -> None:
    stitcher = started(PREAMBLE)
    stitcher.receive(heard(0, 0.05, "Let's look"))
    actions = stitcher.receive(heard(1, 0.1, "Heat"))
    assert actions[0] == CancelLeg(0)
    assert shown(actions) == [(0, "Heat")]
    assert stitcher.receive(heard(0, 0.2, " at heat pumps. ")) == []


def test_draft_that_is_late_is_shown_if_its_sentence_stands_before_the_target() -> None:
    stitcher = started(PREAMBLE)
    assert shown(stitcher.receive(heard(0, 0.6, OPENING + " "))) == [(0, OPENING)]


def test_short_stream_that_stops_at_its_sentence_is_shown() -> None:
    stitcher = started(PREAMBLE)
    assert stitcher.receive(heard(0, 0.1, OPENING)) == []
    assert shown(stitcher.receive(heard(0, 0.1, Stop(FinishReason.STOP)))) == [(0, OPENING)]


def test_opening_that_may_not_be_said_is_dropped() -> None:
    stitcher = started(replace(PREAMBLE, draft=replace(DRAFT, level="model"), prompt="heat pumps?"))
    assert stitcher.receive(heard(0, 0.1, "In 1852 Kelvin built one. ")) == [CancelLeg(0)]
    assert shown(stitcher.receive(heard(1, 0.7, "Warmth"))) == [(0, "Warmth")]


def test_opening_with_a_stop_string_in_it_is_dropped() -> None:
    stitcher = started(replace(PREAMBLE, stop=("heat",)))
    assert stitcher.receive(heard(0, 0.1, OPENING + " ")) == [CancelLeg(0)]


def test_line_gate_waits_for_the_line() -> None:
    stitcher = started(replace(PREAMBLE, draft=replace(DRAFT, gate="line")))
    assert stitcher.receive(heard(0, 0.1, "One. Two. ")) == []
    assert shown(stitcher.receive(heard(0, 0.1, "Three\nFour"))) == [(0, "One. Two. Three")]


def test_continue_waits_for_the_opening_and_hands_it_over() -> None:
    stitcher = started(CONTINUE)
    actions = stitcher.receive(heard(0, 0.1, OPENING + " "))
    assert actions[-1] == StartLeg(1, "a/big", Role.TARGET, OPENING, PREFILL)
    assert shown(stitcher.receive(heard(1, 0.8, " They move warmth."))) == [
        (0, " They move warmth.")
    ]


def test_continue_waits_no_longer_than_the_fast_deadline() -> None:
    stitcher = started(CONTINUE)
    assert stitcher.next_timer() == 0.2
    assert stitcher.handle_timer(0.2) == [StartLeg(1, "a/big", Role.TARGET)]
    # The opening still counts if it stands before the target's words, but by itself.
    assert shown(stitcher.receive(heard(0, 0.3, OPENING + " "))) == [(0, OPENING)]
    assert shown(stitcher.receive(heard(1, 0.9, "Warmth"))) == [(1, "Warmth")]


def test_continue_starts_the_target_at_once_when_the_draft_fails() -> None:
    stitcher = started(CONTINUE)
    actions = stitcher.receive(Failed(0, 0.05, TierUnavailable("local: gone")))
    assert actions == [StartLeg(1, "a/big", Role.TARGET)]


def test_parallel_starts_draft_and_target_at_once_and_joins_them() -> None:
    stitcher = Stitcher(PARALLEL)
    assert [action.tier for action in stitcher.start(0.0) if isinstance(action, StartLeg)] == [
        "local",
        "a/big",
    ]
    assert shown(stitcher.receive(heard(0, 0.05, OPENING + " "))) == [(0, OPENING)]
    assert shown(stitcher.receive(heard(1, 0.7, "They move warmth. "))) == [
        (0, " They move warmth.")
    ]
    assert stop(stitcher, 1, 0.8) == [End(FinishReason.STOP)]


def test_what_the_opening_said_is_left_out_of_a_parallel_answer() -> None:
    stitcher = started(PARALLEL)
    stitcher.receive(heard(0, 0.05, OPENING + " "))
    assert stitcher.receive(heard(1, 0.7, "Sure! Let's look at heat pumps.")) == []
    assert shown(stitcher.receive(heard(1, 0.8, " They move warmth. "))) == [
        (0, " They move warmth.")
    ]


def test_parallel_answer_that_says_nothing_else_is_whole() -> None:
    stitcher = started(PARALLEL)
    stitcher.receive(heard(0, 0.05, OPENING + " "))
    stitcher.receive(heard(1, 0.7, OPENING))
    assert stop(stitcher, 1, 0.8) == [End(FinishReason.STOP)]


def test_parallel_answer_drops_a_draft_that_is_later() -> None:
    stitcher = started(PARALLEL)
    actions = stitcher.receive(heard(1, 0.1, "Let's look"))
    assert actions[0] == CancelLeg(0)
    assert shown(actions) == [(0, "Let's look")]


def test_contradiction_of_a_parallel_answer_is_marked() -> None:
    stitcher = started(PARALLEL)
    stitcher.receive(heard(0, 0.05, "Yes, heat pumps work in winter. "))
    actions = stitcher.receive(heard(1, 0.7, "No, they stop then. "))
    assert shown(actions) == [(0, " But: No, they stop then.")]
    assert [action.corrects for action in actions if isinstance(action, Emit)] == [True]


REPLACING = replace(
    PARALLEL,
    draft=replace(DRAFT, correction="But: ", is_replaced=True),
    chain=(replace(BIG, may_retry=False), EQUAL),
)


def test_opening_that_can_be_taken_back_is_replaced_by_the_answer_that_contradicts_it() -> None:
    stitcher = started(REPLACING)
    stitcher.receive(heard(0, 0.05, "Yes, heat pumps work in winter. "))
    actions = stitcher.receive(heard(1, 0.7, "Sure! No, they stop then. "))
    assert shown(actions) == [(0, "Sure! No, they stop then.")]
    assert [action.corrects for action in actions if isinstance(action, Emit)] == [True]
    actions = stitcher.receive(heard(1, 0.8, "Too co"))
    assert [action.corrects for action in actions if isinstance(action, Emit)] == [False]
    said = "Sure! No, they stop then. Too co"
    actions = stitcher.receive(Failed(1, 0.9, TierGarbled("a/big: cut")))
    assert actions == [StartLeg(2, "b/equal", Role.TARGET, said, PREFILL)]


def test_opening_that_can_be_taken_back_stays_where_the_answer_agrees() -> None:
    stitcher = started(REPLACING)
    stitcher.receive(heard(0, 0.05, OPENING + " "))
    actions = stitcher.receive(heard(1, 0.7, "They move warmth. "))
    assert [action.corrects for action in actions if isinstance(action, Emit)] == [False]
    assert shown(actions) == [(0, " They move warmth.")]


def test_parallel_answer_that_breaks_is_continued_behind_the_opening() -> None:
    stitcher = started(replace(PARALLEL, chain=(replace(BIG, may_retry=False), EQUAL)))
    stitcher.receive(heard(0, 0.05, OPENING + " "))
    stitcher.receive(heard(1, 0.7, "They move. Th"))
    said = f"{OPENING} They move. Th"
    actions = stitcher.receive(Failed(1, 0.9, TierGarbled("a/big: cut")))
    assert actions == [StartLeg(2, "b/equal", Role.TARGET, said, PREFILL)]


def test_parallel_answer_that_breaks_while_held_is_given_by_the_next_from_its_start() -> None:
    stitcher = started(PARALLEL)
    stitcher.receive(heard(0, 0.05, OPENING + " "))
    stitcher.receive(heard(1, 0.7, "Let's look"))
    actions = stitcher.receive(Failed(1, 0.9, TierGarbled("a/big: cut")))
    assert actions == [StartLeg(2, "b/equal", Role.TARGET)]
    assert shown(stitcher.receive(heard(2, 1.2, "They move warmth. "))) == [
        (0, " They move warmth.")
    ]


def test_local_model_that_leads_is_left_when_it_is_lost() -> None:
    stitcher = started(LEAD)
    assert shown(stitcher.receive(heard(0, 0.1, "Heat pumps move heat. "))) == [
        (0, "Heat pumps move heat.")
    ]
    actions = stitcher.receive(heard(0, 0.2, "Heat pumps move heat. "))
    said = "Heat pumps move heat."
    assert actions == [CancelLeg(0), StartLeg(1, "a/big", Role.TARGET, said, PREFILL)]
    assert isinstance(actions[0], CancelLeg)
    assert str(actions[0].fault) == "local: it goes round in circles"


def test_refusal_of_the_local_model_that_leads_is_never_seen() -> None:
    stitcher = started(LEAD)
    actions = stitcher.receive(heard(0, 0.1, "I'm sorry, I can't help with that. "))
    assert actions == [CancelLeg(0), StartLeg(1, "a/big", Role.TARGET)]


def test_local_model_that_was_lost_is_no_last_resort() -> None:
    stitcher = started(replace(LEAD, chain=(LOCAL, BIG, LOCAL)))
    stitcher.receive(heard(0, 0.1, "I don't know. "))
    actions = stitcher.receive(Failed(1, 0.3, TierUnavailable("a/big: 500")))
    assert isinstance(actions[-1], End) and actions[-1].reason is FinishReason.ERROR


def test_next_one_goes_on_when_the_local_model_comes_to_its_own_end() -> None:
    stitcher = started(replace(LEAD, chain=(replace(LOCAL, is_capped=True), BIG)))
    stitcher.receive(heard(0, 0.1, "Heat pumps move heat. And"))
    actions = stitcher.receive(Heard(0, 0.2, Stop(FinishReason.LENGTH)))
    said = "Heat pumps move heat."
    assert actions == [CancelLeg(0), StartLeg(1, "a/big", Role.TARGET, said, PREFILL)]


def test_callers_own_limit_ends_the_local_model_that_leads() -> None:
    stitcher = started(LEAD)
    stitcher.receive(heard(0, 0.1, "Heat pumps move heat. And"))
    actions = stitcher.receive(Heard(0, 0.2, Stop(FinishReason.LENGTH)))
    assert shown(actions) == [(0, " And")]
    assert stitcher.receive(Finished(0, 0.2)) == [End(FinishReason.LENGTH)]


def test_local_model_with_nobody_behind_it_speaks_as_it_comes() -> None:
    stitcher = started(replace(LEAD, chain=(LOCAL, LOCAL)))
    assert shown(stitcher.receive(heard(0, 0.1, "Heat"))) == [(0, "Heat")]


def test_target_is_not_paid_for_before_escalate_after() -> None:
    plan = replace(CONTINUE, escalate_after_s=0.6)
    stitcher = started(plan)
    assert stitcher.receive(heard(0, 0.1, OPENING + " "))[-1] != StartLeg(
        1, "a/big", Role.TARGET, prefix=OPENING
    )
    assert stitcher.next_timer() == 0.6
    assert stitcher.handle_timer(0.6) == [StartLeg(1, "a/big", Role.TARGET, OPENING, PREFILL)]


def test_target_that_cannot_continue_answers_in_a_block_of_its_own() -> None:
    stitcher = started(replace(CONTINUE, chain=(STUBBORN, LOCAL)))
    assert stitcher.receive(heard(0, 0.1, OPENING + " "))[-1] == StartLeg(
        1, "c/stubborn", Role.TARGET
    )
    assert shown(stitcher.receive(heard(1, 0.8, "Warmth"))) == [(1, "Warmth")]


# -- failures ----------------------------------------------------------------


def test_target_that_fails_before_a_word_is_followed_by_the_next() -> None:
    stitcher = started(TARGET)
    actions = stitcher.receive(Failed(0, 0.1, TierUnavailable("a/big: 503")))
    assert actions == [StartLeg(1, "b/equal", Role.TARGET)]


def test_cut_reply_is_asked_for_in_one_piece_and_the_next_target_runs_beside() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "Heat pumps move "))
    actions = stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert actions == [
        StartLeg(1, "a/big", Role.TARGET, "Heat pumps move", PREFILL, is_whole=True),
        StartLeg(2, "b/equal", Role.TARGET, "Heat pumps move", PREFILL),
    ]
    assert stitcher.receive(heard(2, 0.6, " warmth")) == []  # no sentence yet
    actions = stitcher.receive(heard(2, 0.7, " indoors. And"))
    assert actions[0] == CancelLeg(1)
    assert "".join(text for _, text in shown(actions)) == " warmth indoors. And"


def test_whole_rest_wins_when_it_is_there_first() -> None:
    stitcher = broken()
    stitcher.receive(heard(2, 0.6, " warm"))
    actions = stitcher.receive(heard(1, 0.7, " warmth. It is so."))
    assert actions[0] == CancelLeg(2)
    assert shown(actions) == [(0, " warmth. It is so.")]
    assert stop(stitcher, 1, 0.8) == [End(FinishReason.STOP)]


def test_rest_that_breaks_in_its_one_piece_is_not_asked_for_again() -> None:
    stitcher = broken()
    stitcher.receive(heard(1, 0.6, " warmth. And"))
    actions = stitcher.receive(Failed(1, 0.7, TierGarbled("a/big: cut")))
    assert [action.tier for action in actions if isinstance(action, StartLeg)] == ["b/equal"]


def test_local_model_that_stalls_is_not_asked_for_one_piece() -> None:
    stitcher = started(replace(TARGET, chain=(LOCAL, EQUAL)))
    stitcher.receive(heard(0, 0.2, "Heat pumps help. Th"))
    actions = stitcher.handle_timer(30.2)
    said = "Heat pumps help."
    assert actions == [CancelLeg(0), StartLeg(1, "b/equal", Role.TARGET, said, PREFILL)]


def test_racer_that_stops_has_said_all_it_will() -> None:
    stitcher = broken()
    stitcher.receive(heard(2, 0.6, " warmth"))
    actions = stitcher.receive(heard(2, 0.7, Stop(FinishReason.STOP)))
    assert actions[0] == CancelLeg(1)
    assert shown(actions) == [(0, " warmth")]


def test_racer_that_fails_leaves_the_word_to_the_other() -> None:
    stitcher = broken()
    stitcher.receive(heard(2, 0.6, " warmth"))
    assert shown(stitcher.receive(Failed(1, 0.7, TierUnavailable("a/big: 503")))) == [
        (0, " warmth")
    ]
    assert shown(stitcher.receive(heard(2, 0.8, " and"))) == [(0, " and")]


def test_when_both_racers_fail_the_last_resort_goes_on() -> None:
    stitcher = broken()
    stitcher.receive(Failed(1, 0.7, TierUnavailable("a/big: 503")))
    actions = stitcher.receive(Failed(2, 0.8, TierUnavailable("b/equal: 503")))
    assert actions == [StartLeg(3, "local", Role.LOCAL, "Heat pumps move", PREFILL)]


def test_short_rest_is_asked_for_in_one_piece_only() -> None:
    stitcher = started(TARGET)
    text = "Heat pumps move. " * 60 + "And"
    stitcher.receive(heard(0, 0.2, text))
    assert stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut"))) == [
        StartLeg(1, "a/big", Role.TARGET, text, PREFILL, is_whole=True)
    ]


def test_next_target_is_asked_when_a_short_rest_does_not_come() -> None:
    stitcher = started(TARGET)
    text = "Heat pumps move. " * 60 + "And"
    stitcher.receive(heard(0, 0.2, text))
    stitcher.receive(Failed(0, 0.5, TierGarbled("a/big: cut")))
    assert stitcher.next_timer() == 1.5
    assert stitcher.handle_timer(1.5) == [StartLeg(2, "b/equal", Role.TARGET, text, PREFILL)]


def test_rest_in_one_piece_is_not_waited_for_alone() -> None:
    third = replace(EQUAL, tier="c/third")
    stitcher = started(replace(TARGET, chain=(BIG, EQUAL, third, LOCAL)))
    stitcher.receive(heard(0, 0.2, "Heat pumps move"))
    stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert stitcher.receive(Failed(2, 0.4, TierUnavailable("b/equal: 503"))) == [
        StartLeg(3, "c/third", Role.TARGET, "Heat pumps move", PREFILL)
    ]


def test_model_whose_retry_budget_is_spent_is_not_asked_again() -> None:
    stitcher = started(replace(TARGET, chain=(replace(BIG, may_retry=False), EQUAL)))
    stitcher.receive(heard(0, 0.2, "Heat"))
    assert stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut"))) == [
        StartLeg(1, "b/equal", Role.TARGET, "Heat", PREFILL)
    ]


def test_reply_in_one_piece_has_a_clock_of_its_own() -> None:
    stitcher = started(replace(TARGET, chain=(replace(BIG, clocks=replace(CLOCKS, whole_s=2.0)),)))
    stitcher.receive(heard(0, 0.2, "Heat"))
    stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert stitcher.next_timer() == 2.3


def test_target_that_cannot_continue_is_asked_in_words_and_its_anchor_is_cut() -> None:
    stitcher = started(replace(TARGET, chain=(replace(BIG, may_retry=False), STUBBORN)))
    stitcher.receive(heard(0, 0.2, "Heat pumps move warmth from"))
    actions = stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert actions == [
        StartLeg(1, "c/stubborn", Role.TARGET, "Heat pumps move warmth from", ANCHOR)
    ]
    said = "Sure: heat pumps move warmth from outside."
    assert shown(stitcher.receive(heard(1, 0.6, said))) == [(0, " outside.")]


def test_cut_answer_after_a_preamble_is_continued_without_the_opening() -> None:
    stitcher = started(PREAMBLE)
    stitcher.receive(heard(0, 0.05, OPENING + " "))
    stitcher.receive(heard(1, 0.7, "Heat pumps"))
    actions = stitcher.receive(Failed(1, 0.8, TierGarbled("a/big: cut")))
    assert actions[-1] == StartLeg(3, "b/equal", Role.TARGET, "Heat pumps", PREFILL)


def test_silent_target_fails_by_its_first_text_clock() -> None:
    stitcher = started(TARGET)
    assert stitcher.next_timer() == 1.0
    assert stitcher.handle_timer(1.0) == [CancelLeg(0), StartLeg(1, "b/equal", Role.TARGET)]


def test_stalled_target_fails_by_its_gap_clock() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.9, "Heat"))
    assert stitcher.next_timer() == 1.4
    assert stitcher.handle_timer(1.4) == [
        CancelLeg(0),
        StartLeg(1, "a/big", Role.TARGET, "Heat", PREFILL, is_whole=True),
        StartLeg(2, "b/equal", Role.TARGET, "Heat", PREFILL),
    ]


def test_stream_that_only_drips_fails_by_its_rate() -> None:
    slow = replace(BIG, clocks=replace(CLOCKS, min_chars_per_s=8.0))
    stitcher = started(replace(TARGET, chain=(slow, LOCAL)))
    for tenth in range(2, 52, 4):
        stitcher.receive(heard(0, tenth / 10, "ab"))
    assert stitcher.next_timer() == 5.2
    assert stitcher.handle_timer(5.2)[0] == CancelLeg(0)


def test_time_of_thinking_is_not_held_against_the_rate() -> None:
    slow = replace(BIG, clocks=replace(CLOCKS, stall_s=9.0, thinking_s=60.0, min_chars_per_s=8.0))
    stitcher = started(replace(TARGET, chain=(slow, LOCAL)))
    stitcher.receive(heard(0, 0.2, "Heat"))
    stitcher.receive(heard(0, 1.0, Thinking("hm")))
    assert stitcher.next_timer() == 61.0


def test_stream_that_keeps_its_rate_is_never_cut() -> None:
    steady = replace(BIG, clocks=replace(CLOCKS, min_chars_per_s=8.0))
    stitcher = started(replace(TARGET, chain=(steady, LOCAL)))
    for tenth in range(2, 300, 4):
        stitcher.receive(heard(0, tenth / 10, "abcde"))
        assert not [a for a in stitcher.handle_timer(tenth / 10) if isinstance(a, CancelLeg)]


def test_thinking_has_a_longer_clock_and_keeps_the_deep_deadline_away() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.9, Thinking("hm")))
    assert stitcher.next_timer() == 4.9


def test_empty_text_is_no_progress() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.9, ""))
    assert stitcher.next_timer() == 1.0


def test_deep_deadline_leaves_only_the_last_resort() -> None:
    chain = tuple(replace(BIG, tier=f"t/{n}") for n in range(5))
    stitcher = started(replace(TARGET, chain=(*chain, LOCAL)))
    stitcher.handle_timer(1.0)
    stitcher.handle_timer(2.0)
    assert stitcher.next_timer() == 2.5
    assert stitcher.handle_timer(2.5) == [CancelLeg(2), StartLeg(3, "local", Role.LOCAL)]


def test_last_resort_has_its_own_clocks_only() -> None:
    stitcher = started(replace(TARGET, chain=(BIG, LOCAL)))
    stitcher.receive(Failed(0, 0.1, TierUnavailable("a/big: 503")))
    assert stitcher.next_timer() == 60.1


def test_total_deadline_ends_the_reply_as_what_it_is() -> None:
    stitcher = started(replace(TARGET, total_deadline=0.4))
    stitcher.receive(heard(0, 0.2, "Heat"))
    actions = stitcher.handle_timer(0.4)
    assert actions == [CancelLeg(0), End(FinishReason.DEADLINE)]
    (end,) = (action for action in actions if isinstance(action, End))
    assert isinstance(end.error, DeadlineExceeded)


def test_callers_fault_ends_the_reply_and_nobody_else_is_asked() -> None:
    stitcher = started(TARGET)
    error = TierRejected("a/big: bad temperature", status=400)
    (end,) = stitcher.receive(Failed(0, 0.1, error))
    assert isinstance(end, End) and end.error is error


def test_a_models_own_limit_lets_the_next_one_try() -> None:
    stitcher = started(TARGET)
    error = TierRejected("a/big: too long", own_limit=True)
    assert stitcher.receive(Failed(0, 0.1, error)) == [StartLeg(1, "b/equal", Role.TARGET)]


def test_prompt_that_is_too_long_for_everybody_is_told_with_every_limit() -> None:
    stitcher = started(replace(TARGET, chain=(BIG, EQUAL)))
    stitcher.receive(Failed(0, 0.1, TierRejected("a/big: 9 tokens of 8", own_limit=True)))
    (end,) = stitcher.receive(
        Failed(1, 0.2, TierRejected("b/equal: 9 tokens of 7", own_limit=True))
    )
    assert isinstance(end, End)
    assert isinstance(end.error, TierRejected)
    assert str(end.error) == "a/big: 9 tokens of 8; b/equal: 9 tokens of 7"


def test_when_nobody_is_left_the_last_error_is_told_and_never_a_stop() -> None:
    stitcher = started(replace(TARGET, chain=(replace(BIG, may_retry=False),)))
    stitcher.receive(heard(0, 0.2, "Heat"))
    error = TierGarbled("a/big: cut")
    (end,) = stitcher.receive(Failed(0, 0.3, error))
    assert end == End(FinishReason.ERROR)
    assert end.error is error


def test_stream_that_ends_without_saying_so_is_a_failure() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "Heat"))
    assert stitcher.receive(Finished(0, 0.3))[-1] == StartLeg(
        2, "b/equal", Role.TARGET, "Heat", PREFILL
    )


def test_empty_reply_is_a_failure() -> None:
    stitcher = started(TARGET)
    assert stop(stitcher, 0, 0.2) == [StartLeg(1, "b/equal", Role.TARGET)]


def test_continuation_may_have_nothing_to_add() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "That is all."))
    stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert stop(stitcher, 1, 0.5) == [CancelLeg(2), End(FinishReason.STOP)]


def test_silence_of_another_does_not_end_a_half_answer() -> None:
    stitcher = broken()
    assert stop(stitcher, 2, 0.5) == []  # its author has not answered yet
    (start,) = stitcher.receive(Failed(1, 0.6, TierGarbled("a/big: cut")))
    assert start == StartLeg(3, "local", Role.LOCAL, "Heat pumps move", PREFILL)


def test_silence_behind_a_finished_sentence_is_believed_before_the_last_resort_is_asked() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "That is all."))
    stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert stop(stitcher, 2, 0.5) == []
    assert stitcher.receive(Failed(1, 0.6, TierGarbled("a/big: cut"))) == [End(FinishReason.STOP)]


def test_second_silence_is_believed() -> None:
    third = replace(EQUAL, tier="c/third")
    stitcher = started(replace(TARGET, chain=(BIG, EQUAL, third)))
    stitcher.receive(heard(0, 0.2, "Heat pumps"))
    stitcher.receive(Failed(0, 0.3, TierUnavailable("a/big: 503")))
    assert stop(stitcher, 1, 0.5) == [StartLeg(2, "c/third", Role.TARGET, "Heat pumps", PREFILL)]
    assert stop(stitcher, 2, 0.7) == [End(FinishReason.STOP)]


def test_reply_with_a_tool_call_is_never_continued() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, ToolDelta(0, "call_1", "f", "{")))
    (end,) = stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert isinstance(end, End) and end.reason is FinishReason.ERROR


def test_reply_that_is_read_by_a_program_is_never_continued() -> None:
    stitcher = started(replace(TARGET, recoverable=False))
    stitcher.receive(heard(0, 0.2, '{"a":'))
    (end,) = stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert isinstance(end, End) and end.reason is FinishReason.ERROR


def test_leg_that_tells_its_answer_anew_is_replaced() -> None:
    text = "Heat pumps move warmth from outside to inside and so"
    stitcher = started(replace(TARGET, chain=(replace(BIG, may_retry=False), EQUAL, LOCAL)))
    stitcher.receive(heard(0, 0.2, text))
    stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    actions = stitcher.receive(heard(1, 0.5, text[:45] + " the garden, where"))
    assert actions == [CancelLeg(1), StartLeg(2, "local", Role.LOCAL, text, PREFILL)]
    assert isinstance(actions[0], CancelLeg) and isinstance(actions[0].fault, TierGarbled)


def test_model_that_refused_by_its_own_limit_is_not_asked_again() -> None:
    stitcher = started(replace(TARGET, chain=(LOCAL, LOCAL)))
    error = TierRejected("local: 9 tokens of 8", own_limit=True)
    (end,) = stitcher.receive(Failed(0, 0.1, error))
    assert isinstance(end, End) and end.error is error


def test_local_model_is_asked_again_when_its_engine_died() -> None:
    stitcher = started(replace(TARGET, chain=(LOCAL, LOCAL)))
    stitcher.receive(heard(0, 0.2, "Heat"))
    actions = stitcher.receive(Failed(0, 0.3, TierUnavailable("local: gone")))
    assert actions == [StartLeg(1, "local", Role.LOCAL, "Heat", PREFILL)]


def test_after_so_many_legs_only_the_last_resort_is_left() -> None:
    many = tuple(replace(BIG, tier=f"t/{n}") for n in range(20))
    stitcher = started(replace(TARGET, chain=(*many, LOCAL)))
    for leg in range(7):
        stitcher.receive(Failed(leg, 0.1, TierUnavailable("503")))
    actions = stitcher.receive(Failed(7, 0.1, TierUnavailable("503")))
    assert actions == [StartLeg(8, "local", Role.LOCAL)]


# -- hedging and waiting -----------------------------------------------------


def test_target_later_than_usual_is_hedged_and_the_first_visible_text_wins() -> None:
    late = replace(BIG, hedge_after_s=0.4)
    stitcher = started(replace(TARGET, chain=(late, EQUAL, LOCAL)))
    assert stitcher.next_timer() == 0.4
    assert stitcher.handle_timer(0.4) == [StartLeg(1, "b/equal", Role.TARGET)]
    actions = stitcher.receive(heard(1, 0.6, "Heat"))
    assert actions[0] == CancelLeg(0)
    assert shown(actions) == [(0, "Heat")]


def test_target_that_speaks_in_time_is_not_hedged() -> None:
    late = replace(BIG, hedge_after_s=0.4)
    stitcher = started(replace(TARGET, chain=(late, EQUAL, LOCAL)))
    stitcher.receive(heard(0, 0.3, "Heat"))
    assert stitcher.next_timer() == 0.8
    assert stitcher.handle_timer(0.4) == []


def test_broken_reply_is_not_hedged_but_raced() -> None:
    late = replace(EQUAL, hedge_after_s=0.1)
    chain = (replace(BIG, may_retry=False), late, STUBBORN)
    stitcher = started(replace(TARGET, chain=chain))
    stitcher.receive(heard(0, 0.2, "Heat"))
    stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))
    assert stitcher.next_timer() == 1.3


def hedged() -> Stitcher:
    late = replace(BIG, hedge_after_s=0.4)
    stitcher = started(replace(TARGET, chain=(late, EQUAL, LOCAL)))
    stitcher.handle_timer(0.4)
    return stitcher


def test_thinking_is_shown_of_one_leg_only() -> None:
    assert hedged().receive(heard(1, 0.5, Thinking("hm"))) == []


def test_tool_call_wins_the_race() -> None:
    actions = hedged().receive(heard(1, 0.5, ToolDelta(0, "call_1", "f")))
    assert actions[0] == CancelLeg(0)


def test_local_model_is_no_hedge() -> None:
    late = replace(BIG, hedge_after_s=0.4)
    stitcher = started(replace(TARGET, chain=(late, LOCAL)))
    assert stitcher.handle_timer(0.4) == []


def test_hedge_that_fails_leaves_the_first_running() -> None:
    late = replace(BIG, hedge_after_s=0.4)
    stitcher = started(replace(TARGET, chain=(late, EQUAL, LOCAL)))
    stitcher.handle_timer(0.4)
    assert stitcher.receive(Failed(1, 0.5, TierUnavailable("b/equal: 503"))) == []
    assert shown(stitcher.receive(heard(0, 0.6, "Heat"))) == [(0, "Heat")]


def test_loser_of_a_race_goes_on_when_the_winner_breaks() -> None:
    stitcher = hedged()
    assert CancelLeg(1) in stitcher.receive(heard(0, 0.6, "Heat pumps move"))
    assert stitcher.receive(Failed(0, 0.7, TierGarbled("a/big: cut"))) == [
        StartLeg(2, "a/big", Role.TARGET, "Heat pumps move", PREFILL, is_whole=True),
        StartLeg(3, "b/equal", Role.TARGET, "Heat pumps move", PREFILL),
    ]


def test_last_target_is_waited_for_when_it_names_a_time_that_fits() -> None:
    stitcher = started(replace(TARGET, chain=(BIG, LOCAL)))
    error = TierRateLimited("a/big: 429", retry_after_s=2.0)
    assert stitcher.receive(Failed(0, 0.1, error)) == []
    assert stitcher.next_timer() == 2.1
    assert stitcher.handle_timer(2.1) == [StartLeg(1, "a/big", Role.TARGET)]
    # Once: then the last resort.
    soon = TierRateLimited("a/big: 429", retry_after_s=0.1)
    assert stitcher.receive(Failed(1, 2.2, soon)) == [StartLeg(2, "local", Role.LOCAL)]


def test_time_that_does_not_fit_the_deadline_is_not_waited_for() -> None:
    stitcher = started(replace(TARGET, chain=(BIG, LOCAL)))
    error = TierRateLimited("a/big: 429", retry_after_s=9.0)
    assert stitcher.receive(Failed(0, 0.1, error)) == [StartLeg(1, "local", Role.LOCAL)]


@pytest.mark.parametrize(("jitter", "at"), [(0.0, 0.3), (0.5, 0.8), (1.0, 1.3)])
def test_those_who_wait_do_not_all_come_at_once_and_nobody_comes_before(
    jitter: float, at: float
) -> None:
    stitcher = started(replace(TARGET, chain=(BIG, LOCAL), jitter=jitter))
    stitcher.receive(Failed(0, 0.1, TierRateLimited("a/big: 429", retry_after_s=0.2)))
    assert stitcher.next_timer() == pytest.approx(at)


def test_the_wait_with_its_jitter_still_ends_before_the_deadline() -> None:
    stitcher = started(replace(TARGET, chain=(BIG, LOCAL), jitter=1.0, total_deadline=2.2))
    stitcher.receive(Failed(0, 0.1, TierRateLimited("a/big: 429", retry_after_s=2.0)))
    assert stitcher.next_timer() == pytest.approx(2.15)


def test_target_before_the_last_is_not_waited_for() -> None:
    stitcher = started(TARGET)
    error = TierRateLimited("a/big: 429", retry_after_s=0.5)
    assert stitcher.receive(Failed(0, 0.1, error)) == [StartLeg(1, "b/equal", Role.TARGET)]


# -- the end -----------------------------------------------------------------


def test_usage_is_waited_for_a_little_and_no_longer() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "Done."))
    assert stitcher.receive(heard(0, 0.3, Stop(FinishReason.LENGTH))) == []
    assert stitcher.next_timer() == 1.3
    assert stitcher.handle_timer(1.3) == [CancelLeg(0), End(FinishReason.LENGTH)]


def test_failure_after_the_stop_costs_nothing() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "Done."))
    stitcher.receive(heard(0, 0.3, Stop(FinishReason.STOP)))
    stitcher.receive(heard(0, 0.3, Usage(3, 1)))
    assert stitcher.receive(Failed(0, 0.4, TierStalled("cut"))) == [End(FinishReason.STOP)]


def test_white_space_waits_for_the_word_behind_it() -> None:
    stitcher = started(TARGET)
    assert shown(stitcher.receive(heard(0, 0.2, "Heat  \n"))) == [(0, "Heat")]
    assert shown(stitcher.receive(heard(0, 0.3, "\nPumps"))) == [(0, "  \n\nPumps")]
    assert stitcher.receive(heard(0, 0.4, "\n")) == []
    assert shown(stitcher.receive(heard(0, 0.5, Stop(FinishReason.STOP)))) == [(0, "\n")]


def test_line_breaks_before_the_first_word_are_nobodys() -> None:
    stitcher = started(TARGET)
    assert shown(stitcher.receive(heard(0, 0.2, "\n\nHeat"))) == [(0, "Heat")]


def test_target_that_does_not_keep_to_max_tokens_is_stopped() -> None:
    stitcher = started(replace(TARGET, most_chars=20))
    stitcher.receive(heard(0, 0.2, "Heat pumps move"))
    assert len(stitcher.receive(heard(0, 0.3, " war"))) == 1
    actions = stitcher.receive(heard(0, 0.4, "mth"))
    assert actions[1:] == [CancelLeg(0), End(FinishReason.LENGTH)]


def test_nothing_is_said_after_the_end() -> None:
    stitcher = started(TARGET)
    stitcher.receive(heard(0, 0.2, "Done."))
    stop(stitcher, 0, 0.3)
    assert stitcher.next_timer() is None
    assert stitcher.receive(heard(0, 0.4, "more")) == []
    assert stitcher.handle_timer(9.0) == []


def test_leg_that_is_stopped_for_its_fault_is_told_from_one_that_is_not_needed() -> None:
    stitcher = started(TARGET)
    (cancel, *_) = stitcher.handle_timer(1.0)
    assert isinstance(cancel, CancelLeg) and isinstance(cancel.fault, TierStalled)
    stitcher = broken()
    cancels = [
        action
        for action in stitcher.receive(heard(2, 0.9, " heat from outside into a house. It is"))
        if isinstance(action, CancelLeg)
    ]
    assert [cancel.fault for cancel in cancels] == [None]


# -- checkpoints -------------------------------------------------------------


def cut_behind_checkpoint(plan: Plan = TARGET) -> tuple[Stitcher, list[Action]]:
    """Leg 0 said "Heat pumps move warmth" with a checkpoint behind "pumps"; then it was cut."""
    stitcher = started(plan)
    stitcher.receive(heard(0, 0.1, "Heat pumps"))
    stitcher.receive(heard(0, 0.1, Checkpoint("c1")))
    stitcher.receive(heard(0, 0.2, " move warmth "))
    return stitcher, stitcher.receive(Failed(0, 0.3, TierGarbled("a/big: cut")))


def test_reply_that_breaks_behind_a_checkpoint_is_asked_to_go_on_from_there() -> None:
    stitcher, actions = cut_behind_checkpoint()
    assert actions == [StartLeg(1, "a/big", Role.TARGET, resume=Checkpoint("c1"))]
    assert shown(stitcher.receive(heard(1, 0.4, " move warmth into"))) == [(0, " into")]
    assert stop(stitcher, 1, 0.5) == [End(FinishReason.STOP)]


def test_white_space_that_was_not_shown_yet_stands_before_what_goes_on_behind_it() -> None:
    stitcher, _ = cut_behind_checkpoint()
    assert shown(stitcher.receive(heard(1, 0.4, "into a house."))) == [(0, " into a house.")]


def test_reply_that_broke_behind_its_last_word_ends_there() -> None:
    stitcher, _ = cut_behind_checkpoint()
    assert stop(stitcher, 1, 0.4) == [End(FinishReason.STOP)]


def test_a_resumed_leg_that_breaks_is_resumed_from_its_own_checkpoint() -> None:
    stitcher, _ = cut_behind_checkpoint()
    stitcher.receive(heard(1, 0.4, " move warmth into"))
    stitcher.receive(heard(1, 0.4, Checkpoint("c2")))
    actions = stitcher.receive(Failed(1, 0.5, TierGarbled("a/big: cut")))
    assert actions == [StartLeg(2, "a/big", Role.TARGET, resume=Checkpoint("c2"))]
    assert shown(stitcher.receive(heard(2, 0.6, " a house."))) == [(0, " a house.")]


@pytest.mark.parametrize(
    "error", [TierGarbled("a/big: cut"), TierRejected("a/big: the token is too old")]
)
def test_checkpoint_that_leads_nowhere_leaves_the_usual_ways(error: Exception) -> None:
    stitcher, _ = cut_behind_checkpoint()
    actions = stitcher.receive(Failed(1, 0.4, error))
    assert actions == [
        StartLeg(2, "a/big", Role.TARGET, "Heat pumps move warmth", PREFILL, is_whole=True),
        StartLeg(3, "b/equal", Role.TARGET, "Heat pumps move warmth", PREFILL),
    ]


def test_who_does_not_go_on_from_its_checkpoint_is_left() -> None:
    stitcher, _ = cut_behind_checkpoint()
    actions = stitcher.receive(heard(1, 0.4, " move about"))
    assert shown(actions) == []
    assert isinstance(actions[0], CancelLeg)
    assert [action.leg for action in actions if isinstance(action, StartLeg)] == [2, 3]


def test_a_resumed_leg_that_is_silent_gets_company() -> None:
    stitcher, _ = cut_behind_checkpoint()
    actions = stitcher.handle_timer(0.8)
    assert actions == [StartLeg(2, "b/equal", Role.TARGET, "Heat pumps move warmth", PREFILL)]


def test_a_leg_that_continues_another_s_words_is_resumed_as_it_was_asked() -> None:
    stitcher = started(replace(TARGET, chain=(BIG, STUBBORN)))
    stitcher.receive(heard(0, 0.2, "Heat pumps move"))
    stitcher.receive(Failed(0, 0.3, TierUnavailable("a/big: gave up")))
    stitcher.receive(heard(1, 0.4, "Heat pumps move warmth"))
    stitcher.receive(heard(1, 0.5, " into"))
    stitcher.receive(heard(1, 0.5, Checkpoint("c1")))
    actions = stitcher.receive(Failed(1, 0.6, TierGarbled("c/stubborn: cut")))
    assert actions == [
        StartLeg(2, "c/stubborn", Role.TARGET, "Heat pumps move", ANCHOR, resume=Checkpoint("c1"))
    ]


def test_a_checkpoint_among_words_that_are_held_is_not_used() -> None:
    stitcher = broken()
    stitcher.receive(heard(2, 0.4, "Heat pumps"))  # an echo, maybe
    stitcher.receive(heard(2, 0.4, Checkpoint("c1")))
    stitcher.receive(heard(2, 0.5, " move warmth into a house. It"))
    actions = stitcher.receive(Failed(2, 0.6, TierGarbled("b/equal: cut")))
    assert not [action for action in actions if isinstance(action, StartLeg) and action.resume]


# -- a reply that the caller began -------------------------------------------

BEGUN = replace(TARGET, prefix="The answer is (")


def test_reply_that_the_caller_began_is_gone_on_with_by_everyone_in_his_way() -> None:
    assert Stitcher(BEGUN).start(0.0) == [
        StartLeg(0, "a/big", Role.TARGET, "The answer is (", PREFILL)
    ]
    asked_to = replace(BEGUN, chain=(STUBBORN, LOCAL))
    assert Stitcher(asked_to).start(0.0) == [
        StartLeg(0, "c/stubborn", Role.TARGET, "The answer is (", ANCHOR)
    ]


def test_what_the_caller_began_with_is_never_told_back() -> None:
    stitcher = started(BEGUN)
    actions = [
        *stitcher.receive(heard(0, 0.2, "The answer is (")),
        *stitcher.receive(heard(0, 0.3, "B) Helios.")),
        *stop(stitcher, 0, 0.4),
    ]
    assert "".join(text for _, text in shown(actions)) == "B) Helios."
    assert actions[-1] == End(FinishReason.STOP)


def test_reply_that_the_caller_began_goes_on_where_it_broke() -> None:
    stitcher = started(BEGUN)
    stitcher.receive(heard(0, 0.2, "B) Helios, as the"))
    actions = stitcher.receive(Failed(0, 0.3, TierUnavailable("a/big: 503")))
    whole = "The answer is (B) Helios, as the"
    assert actions == [StartLeg(1, "b/equal", Role.TARGET, whole, PREFILL)]


def test_fault_of_the_caller_is_his_also_where_he_began_the_reply() -> None:
    stitcher = started(BEGUN)
    error = TierRejected("a/big: 400")
    (end,) = stitcher.receive(Failed(0, 0.3, error))
    assert isinstance(end, End) and end.error is error
