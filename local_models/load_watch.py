"""A front's view of the engine's load, always at hand: planning asks, and waits for nobody."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing

from edge.core.errors import TierError
from edge.core.forecast import NO_FORECAST, Forecast
from local_models.admission import Load
from local_models.client import LocalTier

_STALE_S = 1.0  # the engine tells every quarter of a second at least
_AGAIN_S = 0.2


class LoadWatch:
    def __init__(self, tier: LocalTier, clock: Callable[[], float] = time.monotonic) -> None:
        self._tier = tier
        self._clock = clock
        self._load: Load | None = None
        self._heard_at = 0.0

    async def run(self) -> None:
        """Until cancelled, over the engine's deaths and returns."""
        while True:
            try:
                async with aclosing(self._tier.loads()) as loads:
                    async for load in loads:
                        self.hear(load)
            except TierError:
                await asyncio.sleep(_AGAIN_S)

    def hear(self, load: Load) -> None:
        self._load = load
        self._heard_at = self._clock()

    def foresee(self, tokens: int) -> Forecast | None:
        """For a prompt of so many tokens. None before the engine was ever heard; nothing good
        when it was, and is silent now."""
        load = self._load
        if load is None:
            return None
        if self._clock() - self._heard_at > _STALE_S:
            return NO_FORECAST
        return Forecast(load.expected_s(tokens), load.surely_s(tokens))
