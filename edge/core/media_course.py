"""How a chain is gone through for what is made in one piece: pure; `edge/make.py` does it.

The reactions are the stitcher's to a leg that has shown nothing. What was refused, broke or came
late is asked of the next target; a caller's own fault is told to the caller at once; the last
target is asked once more, if it named a time that is soon enough and its retry budget allows it. A
call has the time of its target, and all of them the request's deadline.
"""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.blame import most_telling
from edge.core.errors import DeadlineExceeded, TierError, TierRateLimited, TierRejected, TierStalled
from edge.core.media_plan import MediaPlan, MediaTarget

# What `Retry-After` names is the least; up to so much more, by the plan's jitter.
_BACKOFF_S = 2.0


@dataclass(frozen=True, slots=True)
class Try:
    """Ask this target, not before `at` and not beyond `until`; `late` is what it is then told as:
    its own fault, or the end of the request's time."""

    leg: int
    tier: str
    at: float
    until: float
    late: TierStalled | DeadlineExceeded


@dataclass(frozen=True, slots=True)
class GiveUp:
    error: Exception


class Course:
    def __init__(self, plan: MediaPlan) -> None:
        self._plan = plan
        self._rung = 0
        self._leg = -1
        self._asked_again = False
        self._errors: list[TierError] = []

    def start(self, now: float) -> Try | GiveUp:
        return self._try(self._plan.chain[0], now)

    def fail(self, error: TierError | DeadlineExceeded, now: float) -> Try | GiveUp:
        """The latest try failed. What to do now?"""
        if isinstance(error, DeadlineExceeded):
            return GiveUp(error)
        self._errors.append(error)
        if isinstance(error, TierRejected) and not error.own_limit:
            return GiveUp(error)
        if self._rung + 1 < len(self._plan.chain):
            self._rung += 1
            return self._try(self._plan.chain[self._rung], now)
        again_at = self._again_at(error, now)
        if again_at is None:
            return GiveUp(most_telling(self._errors))
        self._asked_again = True
        return self._try(self._plan.chain[self._rung], again_at)

    def _again_at(self, error: TierError, now: float) -> float | None:
        if not isinstance(error, TierRateLimited) or error.retry_after_s is None:
            return None
        total = self._plan.total_deadline
        deadline = min(filter(None, (now + self._plan.patience_s, total)))
        again_at = now + error.retry_after_s
        room_s = deadline - again_at
        may = self._plan.chain[self._rung].may_retry and not self._asked_again
        if not may or room_s <= 0:
            return None
        return again_at + self._plan.jitter * min(_BACKOFF_S, room_s / 2)

    def _try(self, target: MediaTarget, at: float) -> Try | GiveUp:
        total = self._plan.total_deadline
        if total is not None and at >= total:
            return GiveUp(_too_late())
        self._leg += 1
        until = at + target.whole_s
        if total is not None and total < until:
            return Try(self._leg, target.tier, at, total, _too_late())
        message = f"{target.tier}: nothing made in {target.whole_s:g} s (leg {self._leg})"
        return Try(self._leg, target.tier, at, until, TierStalled(message))


def _too_late() -> DeadlineExceeded:
    return DeadlineExceeded("the request's deadline passed")
