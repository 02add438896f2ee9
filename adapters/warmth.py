"""When an address wants connections opened ahead of the next call. Pure: it is told what happened.

    due ──opened──► warm ──reopen_s without a call──► due
     │ ▲                                               │
     │ └──── a pause that grows ◄──────failed──────────┘
     └─unused for asleep_s──► asleep ──a call──► due

A call makes its own connection fresh, so where there is traffic nothing is opened here. What was
opened ahead is opened anew before the pool drops it: a call must never find only old ones.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    spares: int = 2  # a reply and its hedge, or the retry beside it
    reopen_s: float = 40.0  # the pool drops what idles for 50 s, a handshake takes up to 2.5
    asleep_s: float = 600.0
    first_pause_s: float = 5.0  # doubled with each failure in a row
    longest_pause_s: float = 300.0


class Warmth:
    """`due_at` None: asleep."""

    def __init__(self, pace: Pace, now: float) -> None:
        self.due_at: float | None = now
        self._pace = pace
        self._used_at = now
        self._failures = 0  # in a row

    def use(self, now: float) -> None:
        self._used_at = now
        if self.due_at is None:
            self.due_at = now
        elif not self._failures:
            self.due_at = max(self.due_at, now + self._pace.reopen_s)

    def opened(self, now: float) -> None:
        self._failures = 0
        self._next(now, self._pace.reopen_s)

    def failed(self, now: float, draw: float) -> None:
        """`draw`, from 0 to 1, keeps the workers of a box from trying all at once."""
        pause = min(self._pace.first_pause_s * 2**self._failures, self._pace.longest_pause_s)
        self._failures += 1
        self._next(now, pause * (0.5 + draw / 2))

    def _next(self, now: float, pause: float) -> None:
        unused = now + pause - self._used_at
        self.due_at = None if unused > self._pace.asleep_s else now + pause
