"""Names that are asked for once."""

from __future__ import annotations

import asyncio
import socket

import pytest

from adapters.names import Names


def test_a_name_is_asked_for_once_however_many_want_it() -> None:
    async def run() -> None:
        names = Names()
        found = await asyncio.gather(*(names.look_up("localhost", 80) for _ in range(10)))
        assert all(addresses is found[0] for addresses in found)
        assert await names.look_up("localhost", 80) is found[0]
        assert await names.look_up("localhost", 81) is not found[0]

    asyncio.run(run())


def test_whoever_gives_up_leaves_the_name_to_the_next() -> None:
    async def run() -> None:
        names = Names()
        first = asyncio.ensure_future(names.look_up("localhost", 80))
        second = asyncio.ensure_future(names.look_up("localhost", 80))
        await asyncio.sleep(0)
        first.cancel()
        assert await second

    asyncio.run(run())


def test_a_name_that_nobody_has_is_asked_for_again() -> None:
    async def run() -> None:
        names = Names()
        for _ in range(2):
            with pytest.raises(socket.gaierror):
                await names.look_up("nobody.invalid", 80)

    asyncio.run(run())
