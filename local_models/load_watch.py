"""A front's view of the engines' load, always at hand: planning asks, and waits for nobody."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from contextlib import aclosing
from typing import Self

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


class LoadWatches:
    """One for each engine of the settings, and of those that a reload brings. Enter it."""

    def __init__(self, tier: Callable[[str], LocalTier]) -> None:
        """`tier`: by the name of an engine's model."""
        self._tier = tier
        self._watches: dict[str, LoadWatch] = {}
        self._tasks = asyncio.TaskGroup()
        self._running: dict[str, asyncio.Task[None]] = {}

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.keep(())
        await self._tasks.__aexit__(None, None, None)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._watches)

    def keep(self, names: Iterable[str]) -> None:
        """Watch from now on: these, and no others."""
        wanted = tuple(names)
        for name in self._watches.keys() - set(wanted):
            del self._watches[name]
            self._running.pop(name).cancel()
        for name in wanted:
            if name not in self._watches:
                self._watches[name] = watch = LoadWatch(self._tier(name))
                self._running[name] = self._tasks.create_task(watch.run())

    def foresee(self, name: str, tokens: int) -> Forecast | None:
        """None for one that is not watched, too."""
        watch = self._watches.get(name)
        return None if watch is None else watch.foresee(tokens)
