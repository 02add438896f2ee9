"""What holds for every door that streams: nothing on the way keeps the words back, a silence is no
end, whoever has gone or does not read is noticed, and what is asked twice is answered once."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from edge.core.settings import DeepSettings, ServerSettings
from edge.core.types import Text
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import run
from tests.edge.doors.streaming import DOORS, Door
from tests.edge.paced import PacedTier

Serve = Callable[..., AbstractAsyncContextManager[Any]]
PATIENT = DeepSettings(first_text_ms=15_000, stall_ms=60_000, min_chars_per_s=0)
EVER = 3_600_000  # ms


EVERY = pytest.mark.parametrize(
    "door", [pytest.param(door, id=f"{door.path}-{door.body.get('n', 1)}") for door in DOORS]
)


@contextlib.asynccontextmanager
async def served(
    serve: Serve, tier: Any, *, keep_alive_ms: int = EVER, write_timeout_ms: int = EVER
) -> AsyncIterator[Any]:
    server = ServerSettings(keep_alive_ms=keep_alive_ms, write_timeout_ms=write_timeout_ms)
    async with serve(tier, server=server, deep=PATIENT, completes=True) as s:
        yield s


def ask(s: Any, door: Door, **headers: str) -> Any:
    return s.http.post(s.url + door.path, json=door.body, headers=headers)


@EVERY
def test_nothing_on_the_way_is_to_keep_or_change_the_words(serve: Serve, door: Door) -> None:
    async def scenario() -> None:
        async with (
            served(serve, ScriptedTier("mine/big", (says("Heat."),))) as s,
            ask(s, door, **{"Accept-Encoding": "gzip, deflate, br"}) as response,
        ):
            words = await response.read()
        assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert response.headers["Cache-Control"] == "no-cache, no-transform"
        assert response.headers["X-Accel-Buffering"] == "no"
        assert "Content-Encoding" not in response.headers
        assert "Content-Length" not in response.headers
        assert b"Heat." in words

    run(scenario())


@EVERY
def test_a_silence_is_filled_and_then_the_words_come(serve: Serve, door: Door) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with served(serve, tier, keep_alive_ms=10) as s, ask(s, door) as response:
            heard = b""
            while heard.count(door.silence) < 2:
                heard += await response.content.readuntil(b"\n\n")
            for _ in range(door.body.get("n", 1)):
                tier.say("Heat.")
                tier.stop()
            heard += await response.content.read()
        assert b"Heat." in heard

    run(scenario())


@EVERY
def test_whoever_has_gone_costs_no_more(serve: Serve, door: Door) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", ((Text("Heat"), Wait()),))
        count = door.body.get("n", 1)
        async with served(serve, tier) as s:
            response = await ask(s, door)
            await tier.until(calls=count)
            await response.content.readuntil(b"\n\n")
            response.close()
            await tier.until(closed=count)

    run(scenario())


@EVERY
def test_whoever_does_not_read_is_dropped(serve: Serve, door: Door) -> None:
    async def scenario() -> None:
        flood = ScriptedTier("mine/big", ([Text("x" * 65536 + "\n")] * 500 + [Wait()],))
        async with served(serve, flood, write_timeout_ms=100) as s:
            reader, writer = await _connect(s, door)
            await flood.until(closed=door.body.get("n", 1))
            writer.close()
            assert not reader.at_eof()

    run(scenario())


async def _connect(s: Any, door: Door) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """By hand, and with a small buffer that is never emptied."""
    at = urlsplit(s.url)
    reader, writer = await asyncio.open_connection(at.hostname, at.port, limit=1024)
    body = json.dumps(door.body).encode()
    head = f"POST {door.path} HTTP/1.1\r\nHost: {at.netloc}\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    return reader, writer


@EVERY
def test_what_is_asked_twice_is_answered_once(serve: Serve, door: Door) -> None:
    async def told(s: Any) -> tuple[bytes, list[str | None]]:
        async with ask(s, door, **{"Idempotency-Key": "once"}) as response:
            names = ("Content-Type", "x-prelude-plan", "x-vercel-ai-ui-message-stream")
            return await response.read(), [response.headers.get(name) for name in names]

    async def scenario() -> None:
        tier, count = PacedTier(), door.body.get("n", 1)
        async with served(serve, tier) as s:
            first = asyncio.ensure_future(told(s))
            await tier.called.wait()
            second = asyncio.ensure_future(told(s))
            for _ in range(count):
                tier.say("Heat.")
                tier.stop()
            assert await first == await second
            assert b"Heat." in (await first)[0]
            assert len(tier.calls) == count

    run(scenario())


@pytest.mark.parametrize("path", sorted({door.path for door in DOORS}))
def test_what_else_could_be_asked_of_a_path_is_told(serve: Serve, path: str) -> None:
    async def scenario() -> None:
        async with served(serve, ScriptedTier("mine/big", ())) as s:
            async with s.http.options(s.url + path) as options:
                assert options.status == 204
            async with s.http.put(s.url + path, json={}) as put:
                assert put.status == 405
                assert "error" in await put.json()
            async with s.http.head(s.url + path) as head:
                assert head.status == 405 or path == "/v1/responses"  # where a socket is opened
            for response in (options, put):
                assert "POST" in response.headers["Allow"]

    run(scenario())


@EVERY
def test_a_client_of_the_old_protocol_hears_the_end(serve: Serve, door: Door) -> None:
    """Without chunks the end of the connection is the end of the reply, even for one who would
    rather keep it."""

    async def scenario() -> None:
        async with (
            served(serve, ScriptedTier("mine/big", (says("Heat."),))) as s,
            aiohttp.ClientSession(version=aiohttp.HttpVersion10) as old,
            old.post(
                s.url + door.path, json=door.body, headers={"Connection": "keep-alive"}
            ) as response,
        ):
            assert b"Heat." in await response.read()
            assert "Transfer-Encoding" not in response.headers

    run(scenario())


@EVERY
def test_whose_request_it_is_is_known_by_the_key(serve: Serve, door: Door) -> None:
    async def scenario() -> None:
        keys = ("key-of-mine-0123456789", "key-of-another-0123456")
        tier = ScriptedTier("mine/big", (says("Heat."),))
        async with serve(tier, server=ServerSettings(api_keys=keys), completes=True) as s:
            for key in (*keys, keys[0]):
                async with ask(s, door, Authorization=f"Bearer {key}") as response:
                    assert b"Heat." in await response.read()
        callers = [call.request.caller for call in tier.calls][:: door.body.get("n", 1)]
        assert callers[0] == callers[2] != callers[1]
        assert not set(callers) & {"", *keys}

    run(scenario())
