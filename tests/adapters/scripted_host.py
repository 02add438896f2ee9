"""A host on loopback that does to each connection what the test says, and knows which are open."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeVar

from adapters.http_connection import Connection

Run = Callable[[Coroutine[Any, Any, None]], None]
Play = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

HEAD = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
WELL = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nwell"


class Host:
    def __init__(self, play: Play) -> None:
        self.port = 0
        self.connections = 0  # that there were
        self.open = 0
        self._play = play
        self._changed = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open += 1
        self._changed.set()
        try:
            await self._play(reader, writer)
        except (asyncio.IncompleteReadError, OSError):
            pass  # they left
        finally:
            writer.transport.abort()
            self.open -= 1
            self._changed.set()

    async def until(self, is_so: Callable[[Host], bool]) -> None:
        while not is_so(self):
            self._changed.clear()
            await self._changed.wait()

    async def until_left(self) -> None:
        await self.until(lambda host: host.connections > 0 and host.open == 0)

    async def connect(self) -> Connection:
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(Connection, "127.0.0.1", self.port)
        return connection


H = TypeVar("H", bound=Host)


@asynccontextmanager
async def serving(host: H, tls: ssl.SSLContext | None = None) -> AsyncGenerator[H]:
    """At its end nobody may be connected any more."""
    server = await asyncio.start_server(host.serve, "127.0.0.1", 0, ssl=tls)
    host.port = server.sockets[0].getsockname()[1]
    try:
        yield host
    finally:
        server.close()
    await host.until(lambda host: host.open == 0)


def hosting(play: Play, tls: ssl.SSLContext | None = None) -> AbstractAsyncContextManager[Host]:
    return serving(Host(play), tls)


async def answer_well(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while await reader.readuntil(b"\r\n\r\n"):
        writer.write(WELL)


async def stay(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    """And say nothing, until they leave."""
    while await reader.read(1 << 16):
        pass


def answering(*parts: bytes, then: Play = stay) -> Play:
    """These, each in a packet of its own where the kernel lets it."""

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        for part in parts:
            writer.write(part)
            await writer.drain()
        await then(reader, writer)

    return play


async def leave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """In good order."""
    writer.close()
    await writer.wait_closed()
