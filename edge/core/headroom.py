"""Which targets have room for another call: by our own limits, and by their quota.

Who has none goes behind who has; who will have none before the reply's deadline is left out. Our
own limits are kept; a platform's quota is only what it said last, so of those that nothing but it
keeps back, the one that is back soonest is tried when there is nobody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from edge.core.health import Health
from edge.core.knowledge import ModelFacts
from edge.core.limits import Limits


@dataclass(frozen=True, slots=True)
class Headroom:
    """`names` in the order to be tried in; `wait_s`: when the next one of those that were left out
    is back, None if none was."""

    names: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    wait_s: float | None = None


@dataclass(frozen=True, slots=True)
class Waits:
    limit_s: float
    quota_s: float

    @property
    def longest_s(self) -> float:
        return max(self.limit_s, self.quota_s)

    def __str__(self) -> str:
        if self.limit_s >= self.quota_s:
            return f"its configured limit is reached for {self.limit_s:.1f} s"
        return f"its quota is used up for {self.quota_s:.1f} s"


def waits(
    model: ModelFacts,
    health: Health,
    limits: Limits,
    tokens: float,
    now: float,
    *,
    outputs: int = 1,
) -> Waits:
    return Waits(
        limits.wait_s(model.name, tokens, now, outputs=outputs),
        health.quota_wait_s(model.quota_of or model.name, tokens, now),
    )


def find_headroom(
    names: Iterable[str], waits_of: Callable[[str], Waits], within_s: float
) -> Headroom:
    """`names` best first; what is left of them, in the order to be tried in."""
    by_name = {name: waits_of(name) for name in names}
    left = [name for name, wait in by_name.items() if wait.longest_s < within_s]
    left.sort(key=lambda name: by_name[name].longest_s)  # who need not wait stay as given
    out = [name for name in by_name if name not in left]
    if not left:
        hinted = [name for name in out if by_name[name].limit_s < within_s]
        left = sorted(hinted, key=lambda name: by_name[name].quota_s)[:1]
    reasons = tuple(f"{name}: {wait}" for name, wait in by_name.items() if wait.longest_s > 0)
    back_s = (by_name[name].longest_s for name in out)
    return Headroom(tuple(left), reasons, min(back_s, default=None))
