"""What a leg costs, from its usage and its model's list prices."""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.types import Usage


@dataclass(frozen=True, slots=True)
class Prices:
    """US$ per million tokens. `cached` and `cache_write` None: the platform publishes no price of
    their own for them. `image` is US$ for each one made, None where they are paid for by the token,
    if at all; `compute_s` is US$ for each second of a machine, `video_s` for each of a film, None
    where that is paid for otherwise."""

    input: float
    output: float
    cached: float | None = None
    cache_write: float | None = None
    image: float | None = None
    compute_s: float = 0.0
    video_s: float | None = None


def cost_cents(usage: Usage, prices: Prices | None) -> float | None:
    """US cents. A price that nobody knows makes the cost unknown, not nothing; so does a machine
    that is paid by the second where nobody says how many there were."""
    if prices is None or (prices.compute_s and not usage.compute_s):
        return None
    is_metered = usage.output or usage.compute_s
    if usage.images and prices.image is None and not is_metered:
        return None
    if usage.video_s and prices.video_s is None and not is_metered:
        return None
    cached = prices.input if prices.cached is None else prices.cached
    cache_write = prices.input if prices.cache_write is None else prices.cache_write
    micro_dollars = (
        (usage.input - usage.cached - usage.cache_write) * prices.input
        + usage.cached * cached
        + usage.cache_write * cache_write
        + usage.output * prices.output
    )
    dollars = usage.images * (prices.image or 0.0) + usage.compute_s * prices.compute_s
    dollars += usage.video_s * (prices.video_s or 0.0)
    return micro_dollars / 10_000 + dollars * 100
