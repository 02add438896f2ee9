"""What all workers of a box are to agree on about one target: whether it is left alone, for how
long, and who tries it next.

Every worker learns from its own calls and tells the others what it made of them (`News`). News
may cross, come twice or be lost, so they are whole states, not changes, and two states are merged
into one in a way that takes no order into account (a semilattice: commutative, associative,
idempotent). Whoever has heard the same news believes the same.

An *outage* lasts from when a target is first marked down until a call goes well. They are
numbered: the later one counts; of the same one, that it is over counts more than that it is not;
and while it lasts, the longest pause counts that anybody was asked for. Instants are of the
monotonic clock, which is one and the same for all processes of a machine.
"""

from __future__ import annotations

from dataclasses import dataclass

_MOST_OUTAGES = 2**40
_CLOCK_SLACK_S = 1.0


@dataclass(frozen=True, slots=True)
class Standing:
    outage: int = 0  # the latest one's number
    is_over: bool = True  # nothing else counts then
    opened_at: float = 0.0  # lately: a probe that failed begins a pause anew
    open_until: float = 0.0
    failed_probes: int = 0
    claimed_at: float = 0.0  # the latest probe's lease
    leased_until: float = 0.0

    def is_leased(self, now: float) -> bool:
        """A lease from before it opened anew is void."""
        return self.claimed_at > self.opened_at and now < self.leased_until


@dataclass(frozen=True, slots=True)
class News:
    tier: str
    standing: Standing


def merge(one: Standing, other: Standing) -> Standing:
    if one.outage != other.outage:
        return one if one.outage > other.outage else other
    if one.is_over or other.is_over:
        return one if one.is_over else other
    lease = max(one, other, key=lambda standing: (standing.claimed_at, -standing.leased_until))
    return Standing(
        one.outage,
        is_over=False,
        opened_at=max(one.opened_at, other.opened_at),
        open_until=max(one.open_until, other.open_until),
        failed_probes=max(one.failed_probes, other.failed_probes),
        claimed_at=lease.claimed_at,
        leased_until=lease.leased_until,
    )


def is_possible(standing: Standing, now: float, longest_s: float) -> bool:
    """Whether a worker of this box can have come to it by `now`; no pause or lease lasts longer
    than `longest_s`. NaN is never possible."""
    return (
        0 <= standing.outage < _MOST_OUTAGES
        and 0 <= standing.failed_probes < _MOST_OUTAGES
        and _is_past(standing.opened_at, now)
        and _is_past(standing.claimed_at, now)
        and 0 <= standing.open_until <= standing.opened_at + longest_s
        and 0 <= standing.leased_until <= standing.claimed_at + longest_s
    )


def _is_past(at: float, now: float) -> bool:
    return 0 <= at <= now + _CLOCK_SLACK_S
