"""Lanes in random worlds: who is told when, and what it may hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.errors import Overloaded
from edge.core.stopped import Stopped
from edge.doors.fields import Fields
from edge.doors.socket_lanes import MOST_FRAMES, MOST_JOBS, Job, Lanes

MAX_BYTES = 100
LANES = st.sampled_from([None, "a", "b"])
ASK = st.tuples(st.just("ask"), LANES, st.integers(1, MAX_BYTES))
END = st.tuples(st.sampled_from(["end", "steer"]), LANES, st.just(0))


@given(st.lists(ASK | END, max_size=40))
def test_each_lane_tells_one_at_a_time_in_order_and_loses_nobody(
    steps: Sequence[tuple[str, str | None, int]],
) -> None:
    lanes = Lanes(MAX_BYTES)
    turn: dict[str | None, Job] = {}  # who is told now
    waiting: dict[str | None, list[Job]] = {None: [], "a": [], "b": []}
    for what, lane, size in steps:
        if what == "ask":
            job = Job(Fields({}), lane, size)
            held = sum(each.size for each in lanes)
            try:
                started = lanes.add(job)
            except Overloaded:
                assert held + size > MOST_FRAMES * MAX_BYTES
                continue
            assert held + size <= MOST_FRAMES * MAX_BYTES
            assert (started is job) == (lane not in turn)
            if started is job:
                turn[lane] = job
            else:
                waiting[lane].append(job)
        elif lane in turn:
            successor = Job(Fields({}), lane, turn[lane].size) if what == "steer" else None
            following = [*filter(None, [successor]), *waiting[lane]]
            assert lanes.end(turn.pop(lane), successor) is next(iter(following), None)
            if following:
                turn[lane], waiting[lane] = following[0], following[1:]
        assert set(lanes) == {*turn.values(), *(job for jobs in waiting.values() for job in jobs)}
        assert lanes.is_empty == (not turn)


def test_what_ends_when_all_are_let_go_starts_nobody() -> None:
    lanes = Lanes(MAX_BYTES)
    first, second = Job(Fields({}), None), Job(Fields({}), None)
    assert (lanes.add(first), lanes.add(second)) == (first, None)
    lanes.clear()
    assert lanes.end(first) is None


def test_more_jobs_than_the_limit_are_shed_by_name() -> None:
    lanes = Lanes(MAX_BYTES)
    for number in range(MOST_JOBS):
        lanes.add(Job(Fields({}), str(number)))
    with pytest.raises(Overloaded, match=f"the limit is {MOST_JOBS}"):
        lanes.add(Job(Fields({}), None))


def test_a_job_that_was_cancelled_before_it_began_is_stopped_when_it_does() -> None:
    stopped: list[Stopped] = []
    job = Job(Fields({}), None)
    job.cancel(Stopped.SUPERSEDED)
    job.begin(stopped.append)
    assert stopped == [Stopped.SUPERSEDED]
