"""The figures of many replies in a few numbers, column by column.

A mean is taken over the requests for which every column has the figure: a reply that broke off has
no end, and leaving it out in one column alone would make that one look quick. A P99 is taken over
all requests, and what never came is later than everything that did.

A first sentence is asked for only where the unbroken reply has one that counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.replay_reader import Figures

Told = Mapping[str, Sequence[Figures]]
Read = Callable[[Figures], float | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One question, its answer by column, in seconds. `n` requests, `paired` in the means."""

    name: str
    n: int
    paired: int
    mean: Mapping[str, float]
    p99: Mapping[str, float]


def row(name: str, told: Told, read: Read, chosen: Sequence[int]) -> Row:
    """`chosen`: the requests that are looked at."""
    values = {way: [read(each[n]) for n in chosen] for way, each in told.items()}
    paired = [
        place for place in range(len(chosen)) if all(v[place] is not None for v in values.values())
    ]
    means = {
        way: math.fsum(each[place] or 0.0 for place in paired) / len(paired) if paired else math.nan
        for way, each in values.items()
    }
    return Row(name, len(chosen), len(paired), means, {w: p99(v) for w, v in values.items()})


def p99(values: Sequence[float | None]) -> float:
    """The smallest that 99 % do not exceed; infinite when that many never came."""
    if not values:
        return math.nan
    ordered = sorted(math.inf if value is None else value for value in values)
    return ordered[math.ceil(0.99 * len(ordered)) - 1]


def ratio(ours: float, theirs: float) -> float:
    """Of what never came, any finite time is no part at all."""
    if math.isinf(ours):
        return math.inf
    return 0.0 if math.isinf(theirs) else ours / theirs if theirs else math.nan
