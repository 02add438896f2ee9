"""Which of several targets is worth most for a request.

What counts are the strength for the task, what the reply will cost and how soon it will begin. The
last two differ by factors and not by amounts (a cent is much for a greeting and nothing for a
book), so they are compared by factors of ten: at the weight of a normal request a target that costs
ten times as much must be stronger by 0.15, and one that begins ten times as late by 0.1. Urgent
requests pay for speed, a batch waits for the price.

A price that nobody knows is taken for the highest that is known, because nobody should find out by
the bill; a speed that nobody knows for the usual one, because who is never called is never
measured. A target whose quota is nearly used up keeps the rest of it for others.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

_LEAST_CENTS = 0.001  # less is nothing: the local models' price among others
_LEAST_S = 0.05
_SCARCE = 3.0  # calls that a quota has room for
_SCARCE_COSTS = 0.1


@dataclass(frozen=True, slots=True)
class Weights:
    """What a factor of ten in price, or in the time to the first text, counts in strength."""

    price: float
    time: float


NORMAL, BATCH = "normal", "batch"
PRIORITIES: Mapping[str, Weights] = {
    "urgent": Weights(price=0.03, time=0.4),
    NORMAL: Weights(price=0.15, time=0.1),
    BATCH: Weights(price=0.3, time=0.0),
}
BEST = Weights(price=0.0, time=0.02)  # the strongest; of equals the quickest


@dataclass(frozen=True, slots=True)
class Candidate:
    """`cents` and `first_s` are expected, None unknown; `room`: calls that its quota has left."""

    name: str
    strength: float
    cents: float | None = None
    first_s: float | None = None
    room: float = math.inf

    def __str__(self) -> str:
        price = "price unknown" if self.cents is None else f"{self.cents:.3g} cents"
        speed = "" if self.first_s is None else f", {self.first_s:.2f} s"
        scarce = ", quota nearly used up" if self.room < _SCARCE else ""
        return f"{self.name} (strength {self.strength:.2g}, {price}{speed}{scarce})"


def rank(candidates: Sequence[Candidate], weights: Weights) -> list[Candidate]:
    """Best first; equals as they were given."""
    prices = [each.cents for each in candidates if each.cents is not None]
    times = [each.first_s for each in candidates if each.first_s is not None]
    dearest = max(prices, default=_LEAST_CENTS)
    usual_s = median(times) if times else _LEAST_S

    def worth(each: Candidate) -> float:
        cents = dearest if each.cents is None else each.cents
        first_s = usual_s if each.first_s is None else each.first_s
        return (
            each.strength
            - weights.price * math.log10(max(cents, _LEAST_CENTS))
            - weights.time * math.log10(max(first_s, _LEAST_S))
            - _SCARCE_COSTS * (each.room < _SCARCE)
        )

    return sorted(candidates, key=worth, reverse=True)
