"""Connections that wait in the kernel, taken by the loop that workers run on."""

from __future__ import annotations

import asyncio
import socket
from contextlib import ExitStack

import pytest
import uvloop

from edge.accepting import accepting

CALLERS = 64


def test_many_that_wait_are_let_in_within_a_few_turns_of_the_loop() -> None:
    async def scenario() -> list[int]:
        turn, let_in = 0, []

        class Line(asyncio.Protocol):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                let_in.append(turn)

        listener = socket.create_server(("127.0.0.1", 0), backlog=CALLERS)
        address = listener.getsockname()
        async with accepting(Line, listener):
            with ExitStack() as callers:
                for _ in range(CALLERS):
                    callers.enter_context(socket.create_connection(address))
                async with asyncio.timeout(10):
                    while len(let_in) < CALLERS:
                        turn += 1
                        await asyncio.sleep(0)
        return let_in

    assert len(set(uvloop.run(scenario()))) <= CALLERS / 8


def test_nobody_is_let_in_once_it_is_over() -> None:
    async def scenario() -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        address = listener.getsockname()
        async with accepting(asyncio.Protocol, listener):
            pass
        with pytest.raises(ConnectionRefusedError), socket.create_connection(address):
            pass  # pragma: no cover

    asyncio.run(scenario())
