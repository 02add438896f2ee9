from __future__ import annotations

import asyncio
from contextlib import suppress

from edge.core.forecast import NO_FORECAST
from local_models.admission import Load
from local_models.client import LocalTier
from local_models.load_watch import LoadWatch, LoadWatches
from local_models.step_cost import StepCost

LOAD = Load(StepCost(0.003, 0.002, 0.003, 3.8e-6), margin=2.0, sentence=10)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_foreseen_before_the_engine_was_heard() -> None:
    assert LoadWatch(LocalTier("local", "/nowhere")).foresee(10) is None


def test_forecast_is_by_the_latest_load() -> None:
    watch = LoadWatch(LocalTier("local", "/nowhere"))
    watch.hear(LOAD)
    forecast = watch.foresee(100)
    assert forecast is not None
    assert forecast.expected_s == LOAD.expected_s(100)
    assert forecast.surely_s == 2 * forecast.expected_s


def test_engine_that_fell_silent_promises_nothing() -> None:
    clock = Clock()
    watch = LoadWatch(LocalTier("local", "/nowhere"), clock)
    watch.hear(LOAD)
    clock.now += 5.0
    assert watch.foresee(100) == NO_FORECAST
    watch.hear(LOAD)
    assert watch.foresee(100) not in (None, NO_FORECAST)


def test_engine_is_heard_as_soon_as_it_is_there(engine: str) -> None:
    async def watch_it() -> None:
        tier = LocalTier("local", engine)
        watch = LoadWatch(tier)
        task = asyncio.create_task(watch.run())
        while watch.foresee(10) is None:
            await tier.info()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    asyncio.run(watch_it())


def test_engines_are_watched_as_the_settings_come_and_go(engine: str) -> None:
    async def watch_them() -> None:
        tier = LocalTier("local", engine)
        async with LoadWatches(lambda name: LocalTier(name, engine)) as watches:
            assert watches.foresee("local", 10) is None
            for names in (("local",), ("local:big", "local"), ("local:big",)):
                watches.keep(names)
                assert set(watches.names) == set(names)
                while any(watches.foresee(name, 10) is None for name in names):
                    await tier.info()
            assert watches.foresee("local", 10) is None

    asyncio.run(watch_them())
