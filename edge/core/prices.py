"""What a leg costs, from its usage and its model's list prices."""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.types import Usage


@dataclass(frozen=True, slots=True)
class Prices:
    """US$ per million tokens; `cached` None: the platform publishes no discount."""

    input: float
    output: float
    cached: float | None = None


def cost_cents(usage: Usage, prices: Prices | None) -> float | None:
    """US cents. A price that nobody knows makes the cost unknown, not nothing."""
    if prices is None:
        return None
    cached_price = prices.input if prices.cached is None else prices.cached
    micro_dollars = (
        (usage.input - usage.cached) * prices.input  # `Usage.input` has the cached part in it
        + usage.cached * cached_price
        + usage.output * prices.output
    )
    return micro_dollars / 10_000
