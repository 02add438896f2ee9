"""What is noted of one reply, and what is made of it."""

from __future__ import annotations

import math

import pytest

from bench.engine_listener import Ask, Heard
from bench.engine_mixed import Drafts, arrivals, share_at
from bench.engine_reading import gaps_within


def test_a_draft_is_left_once_its_first_sentence_stands() -> None:
    heard = Heard(Ask("Why?", 16, is_draft=True), asked_at=0.0)
    assert heard.hear("The sea")
    assert heard.hear(" is blue.")
    assert not heard.hear(" And")
    assert heard.sentence_at == heard.text_at[-1]


def test_a_draft_that_said_all_it_may_is_as_good_as_a_sentence() -> None:
    heard = Heard(Ask("Why?", 2, is_draft=True), asked_at=0.0)
    heard.hear("The")
    heard.hear(" sea")
    assert heard.sentence_at is None
    heard.end(tokens=2, read=9)
    assert heard.sentence_at == heard.text_at[-1]


def test_a_reply_without_a_word_has_no_sentence() -> None:
    heard = Heard(Ask("Why?", 2, is_draft=True), asked_at=0.0)
    heard.end(tokens=0, read=9)
    assert heard.sentence_s is None and heard.first_text_s is None


def test_a_caller_may_leave_after_so_many_texts() -> None:
    heard = Heard(Ask("Why?", 9, leave_after=2), asked_at=0.0)
    assert heard.hear("a")
    assert not heard.hear("b")


def test_a_gap_counts_for_all_the_time_in_which_it_is_open() -> None:
    replies = [Heard(Ask("", 9), 0.0, text_at=[1.0, 2.0, 6.0, 7.0, 9.0])]
    assert gaps_within(replies, 3.0, 6.5) == [4.0, 1.0]
    assert gaps_within(replies, 2.5, 3.0) == [4.0]
    assert gaps_within([Heard(Ask("", 9), 0.0)], 0.0, 9.0) == []


def test_a_draft_that_never_came_is_the_slowest_of_all() -> None:
    values = [0.1] * 98 + [math.inf] * 2
    assert share_at(values, 0.98) == 0.1
    assert share_at(values, 0.99) == math.inf
    assert share_at([0.3], 0.99) == 0.3


def test_a_draft_that_never_came_missed_its_deadline() -> None:
    drafts = Drafts(firsts=(0.1, 0.1, math.inf), sentences=(0.3, 0.5, math.inf))
    assert drafts.missed(0.5) == pytest.approx(1 / 3)
    assert drafts.missed(0.4) == pytest.approx(2 / 3)


def test_drafts_arrive_at_random_at_the_rate_that_was_asked_for() -> None:
    periods = arrivals(20_000, rate=4.0, seed=7)
    assert sum(periods) / len(periods) == pytest.approx(0.25, rel=0.03)
    assert len(set(periods)) == len(periods)
    assert arrivals(3, 4.0, seed=1) == arrivals(3, 4.0, seed=1)
