"""The open loop."""

from __future__ import annotations

import asyncio

from bench.schedule import send_each


def test_a_send_waits_for_no_answer_before_it() -> None:
    async def answered_by_the_next() -> list[str]:
        later = asyncio.Event()

        async def first() -> str:
            await later.wait()
            return "first"

        async def second() -> str:
            later.set()
            return "second"

        return await send_each([(0.0, first), (0.0, second)])

    assert asyncio.run(answered_by_the_next()) == ["first", "second"]
