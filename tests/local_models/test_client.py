"""The local tier against engines that misbehave, and the real one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from edge.core.errors import TierGarbled, TierRejected, TierUnavailable
from edge.core.types import ImagePart, Message, Text, TextPart, Tool
from local_models.client import LocalTier
from tests.local_models.asking import call, endless, listen

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def ask_an_engine_that(path: Path, says: bytes) -> None:
    """Asks one that says just this, and hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(says)
        writer.close()

    async def ask() -> None:
        server = await asyncio.start_unix_server(serve, path)
        try:
            await listen(LocalTier("local", str(path), return_s=0.0), call("Hi"))
        finally:
            server.close()

    asyncio.run(ask())


# -- engines that misbehave --------------------------------------------------


def test_no_engine_is_unavailable(tmp_path: Path) -> None:
    tier = LocalTier("local", str(tmp_path / "none.sock"), return_s=0.0)
    with pytest.raises(TierUnavailable, match="local: the engine is not there"):
        asyncio.run(listen(tier, call("Hi")))
    with pytest.raises(TierUnavailable):
        asyncio.run(tier.info())


def test_who_asks_while_the_engine_is_away_waits_for_its_return(tmp_path: Path) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b'{"text": "Back."}\n{"usage": [1, 1, 0]}\n{"stop": "stop"}\n')
        writer.close()

    async def ask() -> str:
        path = str(tmp_path / "e.sock")
        async with asyncio.TaskGroup() as group:
            heard = group.create_task(listen(LocalTier("local", path), call("Hi")))
            await asyncio.sleep(0)  # it has tried once
            server = await asyncio.start_unix_server(serve, path)
        server.close()
        return heard.result().text

    assert asyncio.run(ask()) == "Back."


@pytest.mark.parametrize("says", [b"", b'{"text": "He'])
def test_an_engine_that_dies_before_its_first_answer_was_not_there(
    tmp_path: Path, says: bytes
) -> None:
    with pytest.raises(TierUnavailable, match="not there"):
        ask_an_engine_that(tmp_path / "e.sock", says)


def test_an_engine_that_dies_before_its_stop_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(TierUnavailable, match="mid-reply"):
        ask_an_engine_that(tmp_path / "e.sock", b'{"text": "Hello"}\n')


def test_dying_engine_that_still_takes_the_call_is_followed_by_its_successor(
    tmp_path: Path,
) -> None:
    engines = iter((b"", b'{"text": "Back."}\n{"usage": [1, 1, 0]}\n{"stop": "stop"}\n'))

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(next(engines))
        writer.close()

    async def ask() -> str:
        path = str(tmp_path / "e.sock")
        server = await asyncio.start_unix_server(serve, path)
        try:
            return (await listen(LocalTier("local", path), call("Hi"))).text
        finally:
            server.close()

    assert asyncio.run(ask()) == "Back."


@pytest.mark.parametrize("says", [b"\xff\xfe\n", b"{}\n", b'"text"\n', b"x" * (2 << 20)])
def test_unreadable_answers_are_garbled(tmp_path: Path, says: bytes) -> None:
    with pytest.raises(TierGarbled, match="local: "):
        ask_an_engine_that(tmp_path / "e.sock", says)


def test_a_busy_engine_is_unavailable(tmp_path: Path) -> None:
    refusal = b'{"refused": "busy", "message": "1024 requests wait already"}\n'
    with pytest.raises(TierUnavailable, match="1024 requests"):
        ask_an_engine_that(tmp_path / "e.sock", refusal)


def test_a_prompt_beyond_the_context_is_told_from_what_a_model_cannot(tmp_path: Path) -> None:
    for kind, code in (("own_limit", "context_length_exceeded"), ("unable", "unsupported_value")):
        refusal = b'{"refused": "%b", "message": "9 tokens of 8"}\n' % kind.encode()
        with pytest.raises(TierRejected) as caught:
            ask_an_engine_that(tmp_path / f"{kind}.sock", refusal)
        assert caught.value.own_limit and caught.value.code == code


def test_an_ask_that_the_engine_cannot_read_is_our_mistake(tmp_path: Path) -> None:
    refusal = b'{"refused": "bad_ask", "message": "op: one of generate, info"}\n'
    with pytest.raises(TierRejected) as caught:
        ask_an_engine_that(tmp_path / "e.sock", refusal)
    assert not caught.value.own_limit


# -- what it cannot read -----------------------------------------------------


def test_images_are_refused_not_ignored(tier: LocalTier) -> None:
    message = Message("user", (TextPart("What is this?"), ImagePart("https://x/y.png")))
    with pytest.raises(TierRejected, match="reads no images") as caught:
        asyncio.run(listen(tier, call(message)))
    assert caught.value.own_limit and caught.value.code == "unsupported_value"


def test_half_a_surrogate_pair_is_refused(tier: LocalTier) -> None:
    with pytest.raises(TierRejected):
        asyncio.run(listen(tier, call("\ud83d")))


def test_tools_are_accepted_and_answered_in_text(tier: LocalTier) -> None:
    asked = call("What time is it?")
    asked = replace(asked, request=replace(asked.request, tools=(Tool("clock"),)))
    assert asyncio.run(listen(tier, asked)).text


# -- the real one ------------------------------------------------------------


def test_text_comes_piece_by_piece(tier: LocalTier) -> None:
    async def ask() -> None:
        async with aclosing(tier.stream(endless())) as pieces:
            first, second = await anext(pieces), await anext(pieces)
            assert isinstance(first, Text)
            assert isinstance(second, Text)

    asyncio.run(ask())


def test_info_tells_what_runs(tier: LocalTier) -> None:
    info = asyncio.run(tier.info())
    assert "135M" in info.model
    assert (info.vocab_size, info.slots, info.context) == (49152, 3, 640)
    assert info.prefill_per_s > 0
    assert info.decode_per_s > 0


@pytest.mark.parametrize(
    "line", [b"\n", b"GET / HTTP/1.1\r\n\r\n", b'{"op": "dance"}\n', b"\xff\n"]
)
def test_garbage_on_the_socket_gets_an_error_and_harms_nobody(engine: str, line: bytes) -> None:
    async def send_garbage() -> bytes:
        reader, writer = await asyncio.open_unix_connection(engine)
        writer.write(line)
        answer = await reader.read()
        writer.close()
        return answer

    assert json.loads(asyncio.run(send_garbage()))["refused"] == "bad_ask"
    assert asyncio.run(LocalTier("local", engine).info()).slots
