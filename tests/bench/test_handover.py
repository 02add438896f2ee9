"""What a reader gets of an opening and of the answer below it, with planted defects."""

from __future__ import annotations

import pytest

from bench.handover import STRATEGIES, Pair, Reply, look_at, read
from edge.core.plan import Strategy

FIRST = "Mishka spent 3 times $16 on shorts, which is $48."
REST = "Then she bought shoes for $42. Altogether it was $90."
TEXT = f"{FIRST} {REST}"
FRAME = "Let's look at what Mishka spent."


def pair(opening: str) -> Pair:
    return Pair("any", "What did Mishka spend?", opening, TEXT)


def reply(opening: str, answer: str) -> Reply:
    return Reply(opening, answer, is_whole=True)


def test_a_preamble_skips_nothing_and_may_be_told_twice() -> None:
    reading = read(Strategy.PREAMBLE, pair(FIRST))
    assert reading is not None
    assert reading.is_told_twice and not reading.skipped and not reading.is_thrown_away


def test_a_frame_is_not_told_twice() -> None:
    reading = read(Strategy.PREAMBLE, pair(FRAME))
    assert reading is not None and not reading.is_told_twice


def test_a_host_that_starts_over_is_cut_to_what_is_new() -> None:
    reading = read(Strategy.CONTINUE, pair(FIRST))
    assert reading is not None
    assert reading.skipped == FIRST
    assert not (reading.is_told_twice or reading.is_skipped_wrongly or reading.added)


def test_a_parallel_answer_leaves_out_what_was_said() -> None:
    reading = read(Strategy.PARALLEL, pair(FIRST))
    assert reading is not None
    assert reading.skipped == FIRST and not (reading.is_skipped_wrongly or reading.is_told_twice)


def test_a_parallel_answer_corrects_a_wrong_number_and_no_frame() -> None:
    text = "Mishka spent $48 on the shorts. Then she bought shoes."
    reading = read(Strategy.PARALLEL, Pair("any", "What?", "Mishka spent $50 on shorts.", text))
    assert reading is not None and reading.added and not reading.skipped
    framed = read(Strategy.PARALLEL, Pair("any", "What?", "Let's see.", TEXT, level="frame"))
    assert framed is not None and not framed.added


def test_who_starts_over_in_other_words_is_thrown_away() -> None:
    reading = read(Strategy.CONTINUE, pair("On shorts Mishka spent $48, which is 3 times $16."))
    assert reading is not None and reading.is_thrown_away


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_every_strategy_with_a_target_is_read(strategy: Strategy) -> None:
    assert read(strategy, pair(FIRST)) is not None


def test_words_that_the_opening_did_not_say_are_skipped_wrongly() -> None:
    reading = look_at(pair(FRAME), reply(FRAME, REST))
    assert reading.skipped == FIRST and reading.is_skipped_wrongly


def test_a_number_that_the_opening_did_not_say_is_skipped_wrongly() -> None:
    other = FIRST.replace("48", "50")
    assert look_at(pair(other), reply(other, REST)).is_skipped_wrongly


def test_what_the_opening_said_is_skipped_rightly_in_other_words_too() -> None:
    text = "Tea grows on the hills. It is dried."
    told = Pair("any", "Tea?", "On hills, tea is growing.", text)
    assert not look_at(told, reply(told.opening, "It is dried.")).is_skipped_wrongly
    hollow = Pair("any", "Tea?", "Let's look at tea.", text)
    assert look_at(hollow, reply(hollow.opening, "It is dried.")).is_skipped_wrongly


def test_a_skipped_sentence_is_told_from_one_that_begins_alike() -> None:
    text = "The cost of five sweets is $2. The cost of four cakes is $9."
    told = Pair("any", "What is the cost?", "The cost of five sweets is $2.", text)
    reading = look_at(told, reply(told.opening, "The cost of four cakes is $9."))
    assert reading.skipped == told.opening and not reading.is_skipped_wrongly


def test_words_from_the_middle_are_missed() -> None:
    short = TEXT.replace("Then she bought shoes for $42. ", "")
    reading = look_at(pair(FIRST), reply(FIRST, short))
    assert "shoes for $42" in reading.skipped and reading.is_skipped_wrongly


def test_words_that_nobody_wrote_are_a_correction() -> None:
    false = "The answer is 48."
    reading = look_at(pair(false), reply(false, f"Correction: that was wrong. {TEXT}"))
    assert reading.added == "Correction: that was wrong."
    assert not reading.skipped


def test_another_number_is_not_the_same_thing() -> None:
    reading = look_at(pair(FIRST.replace("48", "50")), reply(FIRST.replace("48", "50"), TEXT))
    assert not reading.is_told_twice
