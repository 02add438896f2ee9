"""A distribution kept as a handful of quantiles, lognormal between each two of them.

Latencies and lengths are skewed and differ from host to host in ways that no family of curves
follows; a few knots do, can be read by a person, and need no library. Between two knots the
logarithm of the value is linear in the normal score of its share, so that two knots are exactly a
lognormal. Outside the knots it is flat: nothing is drawn that was never seen.
"""

from __future__ import annotations

import math
import random
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Quantiles:
    """`knots`: (share of the values below, value), both ascending."""

    knots: tuple[tuple[float, float], ...]

    def at(self, share: float) -> float:
        shares = [knot_share for knot_share, _ in self.knots]
        above = bisect_right(shares, share)
        if above == 0:
            return self.knots[0][1]
        if above == len(shares):
            return self.knots[-1][1]
        (low_share, low), (high_share, high) = self.knots[above - 1 : above + 1]
        low_score, score, high_score = map(_NORMAL.inv_cdf, (low_share, share, high_share))
        way = (score - low_score) / (high_score - low_score)
        return math.exp(math.log(low) * (1 - way) + math.log(high) * way)

    def draw(self, rng: random.Random) -> float:
        return self.at(rng.random())


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the sorted `values` lie, linear between neighbours."""
    place = share * (len(values) - 1)
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def fit(values: Iterable[float], shares: Iterable[float]) -> Quantiles:
    ordered = sorted(values)
    return Quantiles(tuple((share, percentile(ordered, share)) for share in shares))
