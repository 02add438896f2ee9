"""Live quantiles of how long something takes, from the latest samples.

Many waits are cut short: a hedge won, the typist went on, the clock ran out. Of those we know
only that they would have lasted *at least* so long. To leave them out would make a slow model
look quick, and hedge ever sooner at a P95 that each hedge lowers. They are therefore counted as
Kaplan and Meier (1958) do: a wait that was cut short hands its weight on to all the longer ones.

A sample weighs half as much every five minutes and is forgotten after thirty. The weights shrink
alike, so the quantiles change only with the samples.

They are computed anew for each sample while samples are few or rare. At hundreds of requests a
second that would cost more than anything else in a request (0.6 ms, with 512 samples): so a curve
may lack the latest few of many, for a second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, field
from operator import itemgetter

LEAST_SAMPLES = 20  # fewer say nothing of a P95
_MOST_SAMPLES = 512
_HALF_LIFE_S = 300.0
_FORGOTTEN_AFTER_S = 1800.0
_MANY = 64  # samples, from which on a curve may lack some: so many of them, and for so long
_LACKING = 1 / 16
_LACKING_S = 1.0


@dataclass(frozen=True, slots=True)
class _Sample:
    seconds: float
    is_whole: bool  # else it was cut short
    at: float


@dataclass(slots=True)
class Durations:
    """Samples come roughly in the order of their instants. With fewer than `least` nothing is
    said."""

    least: int = LEAST_SAMPLES
    _samples: deque[_Sample] = field(default_factory=lambda: deque(maxlen=_MOST_SAMPLES))
    _curve: list[tuple[float, float]] | None = None  # (seconds, share that is over by then)
    _curve_at: float = 0.0
    _lacking: int = 0  # samples that the curve does not have

    def add(self, seconds: float, at: float, *, is_whole: bool = True) -> None:
        """`is_whole` false: it was cut short, and would have lasted longer."""
        self._samples.append(_Sample(seconds, is_whole, at))
        self._lacking += 1

    def quantile(self, share: float, now: float) -> float | None:
        """So long at most does this share of cases take; None while samples are too few."""
        self._forget(now)
        if len(self._samples) < self.least:
            return None
        if self._curve is None or self._is_stale(now):
            self._curve, self._curve_at, self._lacking = _curve(self._samples), now, 0
        place = bisect_left(self._curve, share, key=itemgetter(1))
        return self._curve[min(place, len(self._curve) - 1)][0]

    def _is_stale(self, now: float) -> bool:
        if not self._lacking or len(self._samples) < _MANY:
            return self._lacking > 0
        is_old = now - self._curve_at > _LACKING_S
        return is_old or self._lacking > len(self._samples) * _LACKING

    def _forget(self, now: float) -> None:
        while self._samples and now - self._samples[0].at > _FORGOTTEN_AFTER_S:
            self._samples.popleft()
            self._curve = None


def _curve(samples: deque[_Sample]) -> list[tuple[float, float]]:
    """The last point stands for whatever is never seen to its end: at least so long."""
    newest = max(sample.at for sample in samples)
    weighed = [
        (sample.seconds, not sample.is_whole, 0.5 ** ((newest - sample.at) / _HALF_LIFE_S))
        for sample in samples
    ]
    weighed.sort()  # of equals, what is over comes before what was cut short
    waiting = sum(weight for _, _, weight in weighed)
    going_on, curve = 1.0, []
    for seconds, is_cut, weight in weighed:
        if not is_cut:
            # Rounding must not make the last share less than all of it.
            going_on *= max(0.0, 1 - weight / waiting) if waiting > weight else 0.0
            curve.append((seconds, 1 - going_on))
        waiting -= weight
    longest = weighed[-1][0]
    if not curve or curve[-1][1] < 1:
        curve.append((longest, 1.0))
    return curve
