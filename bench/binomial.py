"""Exact bounds on a share, after Clopper and Pearson (1934): what counts of hits still allow.

The upper end of the 95 % interval is the share at which so few hits, or fewer, would be seen in
2.5 % of all such samples; the lower end mirrors it. No approximation: with no hit in `n` trials the
normal one gives 0, the exact one about 3.7 / n. It is found by bisection, because the tail falls
steadily with the share.
"""

from __future__ import annotations

import math

_HALVINGS = 60  # below the precision of a float


def upper_bound(hits: int, trials: int, confidence: float = 0.95) -> float:
    """Not a number for no trials: they bound nothing."""
    if trials == 0:
        return math.nan
    if hits == trials:
        return 1.0
    allowed = (1 - confidence) / 2
    low, high = hits / trials, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _at_most(hits, trials, middle) > allowed:
            low = middle
        else:
            high = middle
    return high


def lower_bound(hits: int, trials: int, confidence: float = 0.95) -> float:
    return 1 - upper_bound(trials - hits, trials, confidence)


def _at_most(hits: int, trials: int, share: float) -> float:
    """The chance of `hits` or fewer. By logarithms: the terms themselves leave a float's range."""
    if share >= 1.0:
        return 0.0
    if share <= 0.0:
        return 1.0
    yes, no = math.log(share), math.log1p(-share)
    whole = math.lgamma(trials + 1)
    return math.fsum(
        math.exp(
            whole
            - math.lgamma(count + 1)
            - math.lgamma(trials - count + 1)
            + count * yes
            + (trials - count) * no
        )
        for count in range(hits + 1)
    )
