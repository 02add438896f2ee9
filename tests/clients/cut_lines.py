"""A relay on loopback that cuts what goes over it, as a train in a tunnel does."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit


@contextlib.asynccontextmanager
async def cutting_lines(url: str, *, behind: bytes) -> AsyncIterator[str]:
    """The relay's own URL. A line that was asked for something with POST is reset, on both sides,
    as soon as it has said `behind`; the others are left alone."""
    there = urlsplit(url)

    async def relay(near: asyncio.StreamReader, to_near: asyncio.StreamWriter) -> None:
        far, to_far = await asyncio.open_connection(there.hostname, there.port)
        told, is_post = b"", False

        async def ask() -> None:
            nonlocal is_post
            while data := await near.read(1 << 16):
                is_post = is_post or data.startswith(b"POST ")
                to_far.write(data)
            to_far.close()

        async def tell() -> None:
            nonlocal told
            while data := await far.read(1 << 16):
                told += data
                to_near.write(data)
                await to_near.drain()
                if is_post and behind in told:
                    to_near.transport.abort()
                    to_far.transport.abort()
                    return
            to_near.close()

        with contextlib.suppress(ConnectionError):
            await asyncio.gather(ask(), tell())

    async with await asyncio.start_server(relay, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
