"""One connection to the engine, from the engine's side, over a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from edge.core.types import FinishReason, Stop, Text
from local_models.asks import encode_ask
from local_models.caller import MAX_UNREAD_BYTES, Caller
from local_models.wire import Refusal, Refused, decode_answer

LIMIT = 1000  # bytes of an ask, here


@asynccontextmanager
async def connected(
    path: Path,
) -> AsyncIterator[tuple[Caller, asyncio.StreamReader, asyncio.StreamWriter]]:
    """The engine's side of a connection, and the two ends of the client's."""
    loop = asyncio.get_running_loop()
    callers: asyncio.Queue[Caller] = asyncio.Queue()
    done = loop.create_future()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        caller = Caller(reader, writer)
        await callers.put(caller)
        await done
        caller.close()

    server = await asyncio.start_unix_server(serve, path, limit=LIMIT)
    reader, writer = await asyncio.open_unix_connection(path)
    try:
        yield await callers.get(), reader, writer
    finally:
        done.set_result(None)
        writer.close()
        server.close()


def test_who_says_nothing_and_leaves_wanted_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with connected(tmp_path / "s") as (caller, _, client):
            client.close()
            assert await caller.read_ask() is None

    asyncio.run(run())


def test_an_ask_that_is_too_long_is_refused(tmp_path: Path) -> None:
    async def run() -> None:
        async with connected(tmp_path / "s") as (caller, _, client):
            client.write(b"x" * (3 * LIMIT))
            refused = await caller.read_ask()
            assert isinstance(refused, Refused)
            assert refused.kind is Refusal.BAD_ASK

    asyncio.run(run())


def test_an_ask_may_come_in_pieces(tmp_path: Path) -> None:
    async def run() -> None:
        async with connected(tmp_path / "s") as (caller, _, client):
            for byte in encode_ask("info"):
                client.write(bytes([byte]))
                await client.drain()
            assert await caller.read_ask() == "info"

    asyncio.run(run())


def test_the_connection_is_closed_behind_a_stop(tmp_path: Path) -> None:
    async def run() -> None:
        async with connected(tmp_path / "s") as (caller, reader, _):
            caller.tell([Text("a")])
            caller.tell([Text("b"), Stop(FinishReason.STOP)])
            caller.tell([Text("too late")])
            lines = (await reader.read()).splitlines()
            assert [decode_answer(line) for line in lines] == [
                Text("a"),
                Text("b"),
                Stop(FinishReason.STOP),
            ]

    asyncio.run(run())


def test_only_leaving_counts_as_leaving_whatever_else_was_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with connected(tmp_path / "s") as (caller, _, client):
            client.write(encode_ask("info") + b"and more\n" * 500)
            assert await caller.read_ask() == "info"
            left = asyncio.ensure_future(caller.left())
            for _ in range(10):
                await asyncio.sleep(0)
            assert not left.done()
            client.close()
            await left

    asyncio.run(run())


def test_a_caller_who_does_not_read_is_dropped_before_memory_grows(tmp_path: Path) -> None:
    async def run() -> None:
        async with connected(tmp_path / "s") as (caller, _, _client):
            told = 0
            left = asyncio.ensure_future(caller.left())
            while not left.done():
                caller.tell([Text("word " * 10_000)])
                told += 50_000
                await asyncio.sleep(0)
            assert told < 4 * MAX_UNREAD_BYTES

    asyncio.run(run())
