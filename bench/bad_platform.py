"""Platforms that do everything wrong: one server on this machine that plays them all.

The first part of a request's path says which. The simulator cannot play these: their answers are
no HTTP, have no end, or never come.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import struct
import threading
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Write = Callable[[bytes], Awaitable[None]]
Play = Callable[[str, Write], Awaitable[None]]  # its request's head, and where the answer goes


def answering(status: int, body: Any = b"", **headers: str) -> Play:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    given = {"content-type": "application/json", "content-length": str(len(data))} | headers

    async def play(head: str, write: Write) -> None:
        await write(_head(status, given) + data)

    return play


def endless(begins: bytes, goes_on: bytes, status: int = 200, **headers: str) -> Play:
    """Whoever reads on has two gigabytes, and more."""

    async def play(head: str, write: Write) -> None:
        await write(_head(status, {"transfer-encoding": "chunked"} | headers))
        data = begins
        while True:  # until they leave
            await write(b"%x\r\n%b\r\n" % (len(data), data))
            data = goes_on

    return play


def bomb(begins: bytes) -> Play:
    """Sixteen megabytes of nothing in every sixteen kilobytes, without an end."""
    packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    first = packer.compress(begins) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(16 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return endless(first, again, content_encoding="gzip")


def long_frame() -> Play:
    """Of AWS's event streams: one as long as the format allows, and it is no event."""
    lengths = struct.pack(">II", 0x00FFFFFF, 32)
    return endless(lengths + struct.pack(">I", zlib.crc32(lengths)), bytes(65536))


async def never(head: str, write: Write) -> None:
    await asyncio.Event().wait()


async def hang_up(head: str, write: Write) -> None:
    raise ConnectionAbortedError


async def say_no_http(head: str, write: Write) -> None:
    await write(b"Go away\r\n\r\n")
    raise ConnectionAbortedError


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = (f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\n{''.join(lines)}\r\n".encode()


@dataclass
class BadPlatforms:
    """`asked` has the heads of all requests, `sent` the bytes that each platform got rid of."""

    plays: Mapping[str, Play]
    port: int = 0
    tls_ports: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: Counter[str] = field(default_factory=Counter)
    _busy: int = 0
    _is_idle: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._is_idle.set()

    def wait_until_idle(self, timeout_s: float) -> bool:
        """Whether no request is being answered any more."""
        return self._is_idle.wait(timeout_s)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                self.asked.append(head)
                await reader.readexactly(_length_in(head))
                self._count(1)
                try:
                    await self._answer(head, reader, writer)
                finally:
                    self._count(-1)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(
        self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        name = head.split("/", 2)[1]

        async def write(data: bytes) -> None:
            writer.write(data)
            await writer.drain()
            self.sent[name] += len(data)

        playing = asyncio.ensure_future(self.plays[name](head, write))
        left = asyncio.ensure_future(reader.read(1))  # nobody sends a byte before the answer
        await asyncio.wait({playing, left}, return_when=asyncio.FIRST_COMPLETED)
        for each in (playing, left):
            each.cancel()
        outcome, _ = await asyncio.gather(playing, left, return_exceptions=True)
        if isinstance(outcome, Exception):
            raise outcome
        if left.done() and not left.cancelled():
            raise ConnectionAbortedError

    def _count(self, more: int) -> None:
        self._busy += more
        if self._busy:
            self._is_idle.clear()
        else:
            self._is_idle.set()


def _length_in(head: str) -> int:
    lines = (line.partition(":") for line in head.lower().splitlines())
    return next((int(value) for name, _, value in lines if name == "content-length"), 0)


@contextmanager
def bad_platforms(
    plays: Mapping[str, Play], tls: Mapping[str, ssl.SSLContext]
) -> Iterator[BadPlatforms]:
    """They run on a loop of their own; `tls` has a certificate each that comes with a port."""
    platforms, loop, stop = BadPlatforms(plays), asyncio.new_event_loop(), asyncio.Event()
    ready = threading.Event()

    async def serve() -> None:
        async def listen(context: ssl.SSLContext | None = None) -> int:
            server = await asyncio.start_server(platforms.serve, "127.0.0.1", 0, ssl=context)
            servers.append(server)
            port: int = server.sockets[0].getsockname()[1]
            return port

        servers: list[asyncio.Server] = []
        platforms.port = await listen()
        platforms.tls_ports = {name: await listen(context) for name, context in tls.items()}
        ready.set()
        await stop.wait()
        for server in servers:
            server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    ready.wait()
    try:
        yield platforms
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()
