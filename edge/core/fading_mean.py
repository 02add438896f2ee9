"""The mean of what came lately: a sample counts half after five minutes."""

from __future__ import annotations

from dataclasses import dataclass

_HALF_LIFE_S = 300.0


@dataclass(slots=True)
class FadingMean:
    """Samples come roughly in the order of their instants."""

    _sum: float = 0.0
    _count: float = 0.0
    _at: float = float("-inf")

    def add(self, value: float, at: float) -> None:
        self._fade(at)
        self._sum += value
        self._count += 1

    def mean(self, now: float) -> float | None:
        """None while there is none, or hardly any left."""
        self._fade(now)
        return self._sum / self._count if self._count >= 1 else None

    def _fade(self, now: float) -> None:
        if now > self._at:
            fade = 0.5 ** ((now - self._at) / _HALF_LIFE_S)
            self._sum *= fade
            self._count *= fade
            self._at = now
