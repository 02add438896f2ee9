"""Sends on an open-loop schedule: at its instant, whether or not the one before has been answered.

A closed loop waits, and so asks less of a service just when it is slow; its percentiles flatter.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def send_each(
    sends: Sequence[tuple[float, Callable[[], Awaitable[T]]]],
) -> list[T]:
    """Each send begins `period` seconds after the one before it; results in their order."""
    begin = time.monotonic()
    due = 0.0
    tasks: list[asyncio.Task[T]] = []
    async with asyncio.TaskGroup() as group:
        for period, send in sends:
            await asyncio.sleep(begin + due - time.monotonic())
            tasks.append(group.create_task(_run(send)))
            due += period
    return [task.result() for task in tasks]


async def _run(send: Callable[[], Awaitable[T]]) -> T:
    return await send()
