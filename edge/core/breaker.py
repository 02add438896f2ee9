"""A circuit breaker: who keeps failing is left alone for a while, then tried by one.

    CLOSED ──half of the latest calls failed, or one said that waiting is needed──► OPEN
       ▲                                                                             │ cooled down
       └──────── a call begun since went well ──────── HALF_OPEN ◄───────────────────┘
                                                           │ it failed
                                                           └──► OPEN, for twice as long

Only a call that began after the breaker opened proves anything about the time since: the many
that were under way then, and fail or end well together, change nothing. The right to probe is
a lease, because whoever holds it may never get to use it.

What of it all workers of a box share is its `Standing`; the calls behind it are each worker's own.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from enum import StrEnum

from edge.core.standing import Standing, is_possible, merge

_LATEST = 20  # calls that the rate of errors is taken over
_LATEST_S = 300.0
_LEAST_ERRORS = 5
_OPENS_AT = 0.5
_COOL_DOWN_S = 5.0
_LONGEST_COOL_DOWN_S = 300.0
_LONGEST_PAUSE_S = 3600.0  # whatever a platform asks for: after an hour one call may look
_LEASE_S = 30.0


class State(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


@dataclass(slots=True)
class Breaker:
    standing: Standing = field(default_factory=Standing)
    _latest: deque[tuple[float, bool]] = field(default_factory=lambda: deque(maxlen=_LATEST))

    def state(self, now: float) -> State:
        if self.standing.is_over:
            return State.CLOSED
        return State.OPEN if now < self.standing.open_until else State.HALF_OPEN

    def open_for_s(self, now: float) -> float:
        """How long nobody is to call; 0 when it is not open."""
        return max(0.0, self.standing.open_until - now) if self.state(now) is State.OPEN else 0.0

    def error_rate(self, now: float) -> float:
        """Of the latest calls; 0 while too few of them failed to say so."""
        outcomes = [is_good for at, is_good in self._latest if now - at <= _LATEST_S]
        errors = outcomes.count(False)
        return errors / len(outcomes) if errors >= _LEAST_ERRORS else 0.0

    def claim_probe(self, now: float) -> bool:
        """Whether the caller is the one who may try it now."""
        if self.state(now) is not State.HALF_OPEN or self.standing.is_leased(now):
            return False
        self.standing = replace(self.standing, claimed_at=now, leased_until=now + _LEASE_S)
        return True

    def hear_good(self, started_at: float, at: float) -> None:
        self._latest.append((at, True))
        if self._proves_something(started_at):
            self._believe(Standing(self.standing.outage))

    def hear_bad(self, started_at: float, at: float, pause_s: float = 0.0) -> None:
        """`pause_s`: it is known that no call will go well for so long."""
        self._latest.append((at, False))
        if self._proves_something(started_at):
            failed = self.standing.failed_probes + 1
            self._open(at, max(pause_s, _cool_down_s(failed)), failed)
        elif pause_s > 0:
            self._open(at, pause_s)
        elif self.standing.is_over and self.error_rate(at) >= _OPENS_AT:
            self._open(at, _COOL_DOWN_S)

    def hear_nothing(self, started_at: float) -> None:
        """A call ended that tells neither: the next one may probe."""
        if self._proves_something(started_at):
            self.standing = replace(self.standing, leased_until=self.standing.claimed_at)

    def hear_standing(self, standing: Standing, now: float) -> bool:
        """What another worker of the box makes of it; False: it cannot have come to that."""
        if not is_possible(standing, now, _LONGEST_PAUSE_S):
            return False
        self._believe(standing)
        return True

    def _proves_something(self, started_at: float) -> bool:
        return not self.standing.is_over and started_at >= self.standing.opened_at

    def _open(self, at: float, for_s: float, failed_probes: int = 0) -> None:
        outage = self.standing.outage + self.standing.is_over
        until = at + min(for_s, _LONGEST_PAUSE_S)
        self._believe(Standing(outage, False, at, until, failed_probes))

    def _believe(self, standing: Standing) -> None:
        was_open = not self.standing.is_over
        self.standing = merge(self.standing, standing)
        if was_open and self.standing.is_over:
            self._latest.clear()


def _cool_down_s(failed_probes: int) -> float:
    return min(_COOL_DOWN_S * 2.0 ** min(failed_probes, 30), _LONGEST_COOL_DOWN_S)
