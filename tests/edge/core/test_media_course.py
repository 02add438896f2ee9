from __future__ import annotations

from dataclasses import replace

import pytest

from edge.core.errors import (
    DeadlineExceeded,
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.media_course import Course, GiveUp, Try
from edge.core.media_plan import MediaPlan, MediaTarget

PLAN = MediaPlan("image", (MediaTarget("a/x", 10.0), MediaTarget("b/y", 20.0)), patience_s=15.0)
ALONE = replace(PLAN, chain=PLAN.chain[:1])
GONE = TierUnavailable("gone", status=500)


def trying(step: Try | GiveUp) -> Try:
    assert isinstance(step, Try)
    return step


def given_up(step: Try | GiveUp) -> Exception:
    assert isinstance(step, GiveUp)
    return step.error


@pytest.mark.parametrize(
    "error",
    [
        GONE,
        TierUnavailable("no key", status=401, lasting=True),
        TierRateLimited("slow down", retry_after_s=0.1),
        TierGarbled("cut"),
        TierStalled("late"),
        TierRejected("too large", own_limit=True),
    ],
)
def test_the_next_target_is_asked_at_once_for_what_is_not_the_callers_fault(
    error: TierError,
) -> None:
    course = Course(PLAN)
    first = trying(course.start(100.0))
    assert (first.leg, first.tier, first.at, first.until) == (0, "a/x", 100.0, 110.0)
    assert isinstance(first.late, TierStalled) and "a/x: nothing made in 10 s" in str(first.late)
    second = trying(course.fail(error, 101.0))
    assert (second.leg, second.tier, second.at, second.until) == (1, "b/y", 101.0, 121.0)


def test_the_callers_own_fault_ends_it() -> None:
    course = Course(PLAN)
    course.start(100.0)
    fault = TierRejected("no such size")
    assert given_up(course.fail(fault, 101.0)) is fault


def test_when_nobody_is_left_the_most_telling_error_is_raised() -> None:
    course = Course(PLAN)
    course.start(100.0)
    course.fail(GONE, 101.0)
    own = TierRejected("too large", own_limit=True)
    assert given_up(course.fail(own, 102.0)) is GONE


def test_the_last_target_is_asked_once_more_when_it_names_a_time() -> None:
    course = Course(replace(ALONE, jitter=0.5))
    course.start(100.0)
    pause = TierRateLimited("slow down", retry_after_s=2.0)
    again = trying(course.fail(pause, 101.0))
    assert (again.leg, again.tier, again.at, again.until) == (1, "a/x", 104.0, 114.0)
    assert given_up(course.fail(pause, 105.0)) is pause


@pytest.mark.parametrize(
    ("plan", "error"),
    [
        (ALONE, TierRateLimited("slow down")),
        (ALONE, TierRateLimited("slow down", retry_after_s=15.0)),
        (replace(ALONE, total_deadline=102.5), TierRateLimited("slow down", retry_after_s=2.0)),
        (
            replace(ALONE, chain=(MediaTarget("a/x", 10.0, may_retry=False),)),
            TierRateLimited("slow down", retry_after_s=0.1),
        ),
        (ALONE, GONE),
    ],
    ids=["no time named", "beyond our patience", "beyond the deadline", "no budget", "no limit"],
)
def test_it_is_not_asked_again_otherwise(plan: MediaPlan, error: TierError) -> None:
    course = Course(plan)
    course.start(100.0)
    assert given_up(course.fail(error, 101.0)) is error


def test_the_requests_deadline_cuts_a_try_short_and_then_ends_it() -> None:
    course = Course(replace(PLAN, total_deadline=105.0))
    first = trying(course.start(100.0))
    assert first.until == 105.0 and isinstance(first.late, DeadlineExceeded)
    assert given_up(course.fail(first.late, 105.0)) is first.late


def test_nobody_is_asked_when_the_deadline_has_passed() -> None:
    course = Course(replace(PLAN, total_deadline=105.0))
    course.start(100.0)
    assert isinstance(given_up(course.fail(GONE, 105.0)), DeadlineExceeded)
