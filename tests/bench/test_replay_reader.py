"""What a reader has of a reply, on timelines made by hand."""

from __future__ import annotations

import pytest

from bench.replay_reader import READS_TOKENS_PER_S, Shown, figures, stall_s

WHOLE = "Yes. Tides come from the pull of the Moon. They come twice a day."
FIRST = "Yes. Tides come from the pull of the Moon. They"


def reads(tokens: float) -> float:
    return tokens / READS_TOKENS_PER_S


def test_reader_who_always_has_something_left_is_never_stalled() -> None:
    assert stall_s([(9.0, 4.8), (10.0, 4.8), (10.5, 48.0)]) == 0


def test_time_counts_from_where_nothing_is_left() -> None:
    assert stall_s([(1.0, 4.8), (5.0, 4.8)]) == pytest.approx(3.0)
    assert stall_s([(1.0, 4.8), (5.0, 4.8), (5.5, 9.6), (9.0, 1.0)]) == pytest.approx(4.0)


def test_waiting_for_the_first_word_is_no_stall() -> None:
    assert stall_s([(60.0, 1.0)]) == 0
    assert stall_s([]) == 0


def test_what_breaks_off_adds_no_stall_and_never_ends() -> None:
    told = figures([Shown(1.0, FIRST)], WHOLE, cost=1.0, says_whole=False)
    assert told.stall_s == 0
    assert told.end_s is None
    assert told.is_honest


def test_reply_that_lacks_words_and_says_that_it_is_whole_lies() -> None:
    assert not figures([Shown(1.0, FIRST)], WHOLE, cost=1.0).is_honest


def test_sentences_count_from_six_words_on() -> None:
    told = figures([Shown(1.0, "Yes. Tides"), Shown(2.0, WHOLE[10:])], WHOLE, cost=1.0)
    assert told.first_word_s == 1.0
    assert told.first_shown_s == told.own_sentence_s == told.end_s == 2.0


def test_opening_is_shown_first_and_is_not_the_targets_own() -> None:
    opening = Shown(0.2, "Let me explain how the tides work.", "opening")
    told = figures([opening, Shown(1.0, WHOLE)], WHOLE, cost=1.0, is_drafted=True)
    assert told.first_shown_s == 0.2
    assert told.own_sentence_s == told.end_s == 1.0
    assert told.stall_s == 0


def test_short_opening_counts_for_nothing() -> None:
    told = figures([Shown(0.2, "Let me see.", "opening"), Shown(1.0, WHOLE)], WHOLE, cost=1.0)
    assert told.first_shown_s == 1.0


def test_opening_that_is_read_long_before_the_target_speaks_stalls_the_reader() -> None:
    opening = Shown(0.2, "Let me explain.", "opening")
    told = figures([opening, Shown(5.0, WHOLE)], WHOLE, cost=1.0)
    assert told.stall_s == pytest.approx(4.8 - reads(len("Let me explain.") / 4))


def test_sentence_begun_by_the_device_is_not_the_targets_own() -> None:
    began = Shown(0.1, "Yes. Tides come from the pull of the Moon.", "local")
    told = figures([began, Shown(1.0, WHOLE[len(began.text) :])], WHOLE, cost=1.0)
    assert told.first_shown_s == 0.1
    assert told.own_sentence_s is None  # "They come twice a day." has five words
    assert told.end_s == 1.0


def test_reply_finished_by_the_local_model_is_counted_apart() -> None:
    shown = [Shown(0.1, "Yes."), Shown(1.0, " That is all.", "local")]
    told = figures(shown, WHOLE, cost=1.0)
    assert told.is_rescued
    assert told.is_honest
    assert told.end_s is None
