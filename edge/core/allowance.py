"""A share of all calls that may be spent on something: on retries, on hedges.

Both counts fade with the same half-life, so an hour of calm saves up no storm. What is allowed
when a plan is made is spent, if at all, while the reply runs: plans under way at the same moment
may overdraw it, and the debt is paid off before more is allowed.
"""

from __future__ import annotations

from dataclasses import dataclass

_HALF_LIFE_S = 300.0


@dataclass(slots=True)
class Allowance:
    """`reserve` is what a box that has just started may spend before it has earned it."""

    reserve: float
    _calls: float = 0.0
    _spent: float = 0.0
    _at: float = float("-inf")

    def count(self, at: float, *, calls: int = 0, spent: int = 0) -> None:
        self._fade(at)
        self._calls += calls
        self._spent += spent

    def allows(self, share: float, now: float, more: int = 1) -> bool:
        """Whether `more` of it keeps to `share` of the calls."""
        self._fade(now)
        return share > 0 and self._spent + more <= share * self._calls + self.reserve

    def _fade(self, now: float) -> None:
        if now > self._at:
            fade = 0.5 ** ((now - self._at) / _HALF_LIFE_S)
            self._calls *= fade
            self._spent *= fade
            self._at = now
