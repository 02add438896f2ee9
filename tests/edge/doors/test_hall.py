"""Lines that ask for nothing, half a thing, or too much, over raw sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from edge.core.settings import ServerSettings
from edge.core.types import Text
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import run

Serve = Callable[..., AbstractAsyncContextManager[Any]]
HEAD = b"GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n"
CHAT = {"model": "auto", "messages": [{"role": "user", "content": "Why?"}]}
SOON = ServerSettings(request_timeout_ms=50)


def big() -> ScriptedTier:
    return ScriptedTier("mine/big", (says("Because."),) * 9)


@asynccontextmanager
async def line(served: Any) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    host, _, port = served.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


async def answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The head of one answer, and its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    return head, await reader.readexactly(length)


async def until_cut(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""


@pytest.mark.parametrize("said", [b"", b"G", HEAD])
def test_a_line_that_does_not_come_to_the_point_is_cut(serve: Serve, said: bytes) -> None:
    async def scenario() -> None:
        async with serve(big(), server=SOON) as s, line(s) as (reader, writer):
            writer.write(said)
            assert await until_cut(reader) == b""
            assert s.front.hall.lines == 0

    run(scenario())


def test_a_head_that_comes_letter_by_letter_has_no_more_time(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big(), server=SOON) as s, line(s) as (reader, writer):
            cut = asyncio.ensure_future(until_cut(reader))
            for letter in HEAD + b"X: " + b"x" * 8000:
                if cut.done():
                    break
                writer.write(bytes([letter]))
                await asyncio.sleep(0.001)
            assert cut.done() and await cut == b""

    run(scenario())


def test_half_a_head_behind_an_answer_is_cut_too_and_silence_is_not(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big(), server=SOON) as s, line(s) as (quiet, mute):
            mute.write(HEAD + b"\r\n")
            await answer(quiet)
            async with line(s) as (reader, writer):
                writer.write(HEAD + b"\r\n")
                await answer(reader)
                writer.write(HEAD)
                assert await until_cut(reader) == b""
            mute.write(HEAD + b"\r\n")
            head, _ = await answer(quiet)
            assert b" 200 OK" in head

    run(scenario())


def test_a_reply_that_takes_longer_than_a_head_may_is_not_cut(serve: Serve) -> None:
    async def scenario() -> None:
        slow = ScriptedTier("mine/big", ((Text("It "), Wait(0.3), *says("is.")),))
        async with (
            serve(slow, server=SOON) as s,
            s.http.post(f"{s.url}/v1/chat/completions", json=CHAT) as response,
        ):
            told = await response.json()
        assert told["choices"][0]["message"]["content"] == "It is."

    run(scenario())


def test_whoever_comes_when_the_hall_is_full_is_told_and_the_next_one_served(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        server = ServerSettings(max_connections=2)
        async with serve(big(), server=server) as s:
            async with line(s) as (first, asks), line(s) as (second, also):
                for reader, writer in ((first, asks), (second, also)):
                    writer.write(HEAD + b"\r\n")
                    await answer(reader)
                async with line(s) as (reader, writer):
                    writer.write(HEAD + b"\r\n")
                    head, body = await answer(reader)
                    assert b" 503 " in head and b"Retry-After: 1" in head
                    error = json.loads(body)["error"]
                    assert error["code"] == "too_many_connections"
                    assert "server.max_connections" in error["message"]
                    assert await until_cut(reader) == b""
                assert s.front.hall.lines == 2
                asks.write(HEAD + b"\r\n")  # those inside are as well off as before
                assert b" 200 OK" in (await answer(first))[0]
            while s.front.hall.lines:  # noqa: ASYNC110  that they went has no event
                await asyncio.sleep(0.001)
            async with s.http.get(f"{s.url}/v1/models") as response:
                assert response.status == 200

    run(scenario())


def test_pipelined_requests_are_answered_in_their_order(serve: Serve) -> None:
    async def scenario() -> None:
        paths = ("/v1/models", "/nowhere", "/v1/models/mine/big", "/healthz")
        async with serve(big(), server=SOON) as s, line(s) as (reader, writer):
            writer.write(
                b"".join(
                    f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode() for path in paths
                )
            )
            heads = [await answer(reader) for _ in paths]
        statuses = [head.split()[1] for head, _ in heads]
        assert statuses == [b"200", b"404", b"200", b"200"]
        assert json.loads(heads[2][1])["id"] == "mine/big"

    run(scenario())
