"""The bound on what any order of work can do."""

from __future__ import annotations

import math
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bench.ideal_schedule import ideal_sentences

PERIODS = st.lists(st.integers(0, 5).map(float), min_size=1, max_size=6)


def test_drafts_that_come_one_by_one_take_what_one_takes() -> None:
    took = ideal_sentences([9.0, 9.0, 9.0], work_s=2.0, least_s=3.0, deadline_s=9.0)
    assert took == [3.0, 3.0, 3.0]


def test_who_would_be_late_is_not_begun_and_keeps_nobody_waiting() -> None:
    took = ideal_sentences([0.0, 0.0, 1.0, 0.0], work_s=2.0, least_s=2.0, deadline_s=5.0)
    assert took == [2.0, 4.0, math.inf, 5.0]


@given(periods=PERIODS, deadline=st.integers(2, 8).map(float))
def test_no_order_has_more_in_time(periods: list[float], deadline: float) -> None:
    came = [sum(periods[:n]) for n in range(len(periods))]
    took = ideal_sentences(periods, work_s=2.0, least_s=2.0, deadline_s=deadline)
    ours = sum(map(math.isfinite, took))
    assert ours >= max(_in_time(order, deadline) for order in permutations(came))


def _in_time(order: tuple[float, ...], deadline: float) -> int:
    """One after the other in this order; who would be late is left out."""
    now, done = 0.0, 0
    for at in order:
        ends = max(now, at) + 2.0
        if ends <= at + deadline:
            now, done = ends, done + 1
    return done
