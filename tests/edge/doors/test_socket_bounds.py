"""What one WebSocket may cost: in frames, bytes and time, whatever its client does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import aiohttp
import orjson
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from edge.core.settings import ServerSettings
from edge.core.types import FinishReason, Stop, Text
from edge.doors.socket_lanes import MOST_FRAMES, MOST_JOBS
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.paced import PacedTier
from tests.edge.socket_client import Serve, Socket, connected, opened, text_of

DELTA = "response.output_text.delta"
ENDLESS = (Text("Heat"), Wait())


def big(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts or (says("Heat."),))


async def closing(socket: Socket) -> tuple[int, str]:
    """The code and the reason it is closed with, behind whatever was said before."""
    while True:
        message = await socket.ws.receive()
        if message.type is not aiohttp.WSMsgType.TEXT:
            return message.data, message.extra or ""


# -- size --------------------------------------------------------------------


def test_a_frame_that_is_too_large_closes_the_line_and_the_reason_names_the_limit(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        server = ServerSettings(max_body_bytes=2048)
        async with connected(serve, big(), server=server) as socket:
            await socket.create("x" * 4096)
            code, reason = await closing(socket)
            assert code == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
            assert "server.max_body_bytes is 2048" in reason

    asyncio.run(scenario())


def test_what_waits_on_a_line_is_bounded_in_bytes_too(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(max_body_bytes=2048)
        async with connected(serve, big(ENDLESS), server=server) as socket:
            for _ in range(MOST_FRAMES + 1):
                await socket.create("x" * 1800)
            error = (await socket.until("error"))[-1]
            assert error["status"] == 503
            assert "the limit is 8192, 4 times server.max_body_bytes" in error["error"]["message"]

    asyncio.run(scenario())


def test_what_was_answered_leaves_its_room_to_the_next(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(max_body_bytes=2048)
        async with connected(serve, big(), server=server) as socket:
            for _ in range(2 * MOST_FRAMES):
                await socket.create("x" * 1800)
                assert (await socket.reply())[-1]["type"] == "response.completed"

    asyncio.run(scenario())


def test_the_name_of_a_lane_is_short(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await socket.create(stream_id="x" * 129)
            error = await socket.event()
            assert (error["status"], error["error"]["param"]) == (400, "stream_id")
            assert "128" in error["error"]["message"]

    asyncio.run(scenario())


# -- time --------------------------------------------------------------------


def test_an_idle_line_is_closed_and_told_why(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(socket_idle_ms=20)
        async with connected(serve, big(), server=server) as socket:
            code, reason = await closing(socket)
            assert code == aiohttp.WSCloseCode.GOING_AWAY
            assert "0.02 s (server.socket_idle_ms)" in reason

    asyncio.run(scenario())


def test_a_line_on_which_a_reply_is_awaited_is_not_idle(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(socket_idle_ms=300)
        tier = big((Wait(1.0), Text("Heat."), Stop(FinishReason.STOP)))
        async with connected(serve, tier, server=server) as socket:
            await socket.create()
            assert text_of(await socket.reply()) == "Heat."

    asyncio.run(scenario())


def test_an_old_line_is_closed_while_its_reply_goes_on_for_another(serve: Serve) -> None:
    async def scenario() -> None:
        tier, server = PacedTier(), ServerSettings(socket_life_ms=400)
        async with asyncio.timeout(20), serve(tier, server=server) as s:
            async with opened(s) as socket:
                await socket.create()
                created = await socket.event()
                error = (await socket.until("error"))[-1]["error"]
                assert error["code"] == "websocket_connection_limit_reached"
                code, reason = await closing(socket)
                assert code == aiohttp.WSCloseCode.GOING_AWAY
                assert "0.4 s" in reason
            async with opened(s) as socket:
                id_ = created["response"]["id"]
                await socket.send(type="response.resume", response_id=id_, starting_after=0)
                tier.say("Heat.")
                tier.stop()
                assert text_of(await socket.reply()) == "Heat."

    asyncio.run(scenario())


def test_a_server_that_goes_says_so_with_the_code_on_which_clients_come_back(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        async with asyncio.timeout(20), serve(big()) as s, opened(s) as socket:
            going = asyncio.create_task(s.front.close_sockets())
            assert await closing(socket) == (1012, "restarting")
            await going

    asyncio.run(scenario())


# -- clients that do not read ------------------------------------------------


def test_who_does_not_read_a_reply_is_dropped(serve: Serve) -> None:
    async def scenario() -> None:
        words = (Text("x" * 100_000),) * 200  # more than every buffer between us holds
        tier, server = big((*words, Wait())), ServerSettings(write_timeout_ms=100)
        async with connected(serve, tier, server=server) as socket:
            await socket.create(store=False)
            await tier.until(closed=1)

    asyncio.run(scenario())


def test_who_does_not_read_what_is_answered_is_not_read_either(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(write_timeout_ms=100)
        async with connected(serve, big(), server=server) as socket:
            with pytest.raises(ConnectionError):
                await given_back(socket, times=1000)  # 100 MB

    asyncio.run(scenario())


async def given_back(socket: Socket, times: int) -> None:
    for _ in range(times):
        text = "x" * 100_000
        await socket.send(type="response.steer", previous_response_id="resp_0", input=text)


def test_a_flood_of_frames_is_answered_one_by_one(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            for number in range(1000):
                await socket.send(type="response.cancel", response_id=f"resp_{number}")
            for number in range(1000):
                assert f"`resp_{number}`" in (await socket.event())["error"]["message"]
            await socket.create()
            assert (await socket.reply())[-1]["type"] == "response.completed"

    asyncio.run(scenario())


def test_another_lines_response_cannot_be_cancelled_or_steered(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with (
            asyncio.timeout(20),
            serve(tier) as s,
            opened(s) as socket,
            opened(s) as another,
        ):
            await socket.create()
            id_ = (await socket.event())["response"]["id"]
            await another.send(type="response.cancel", response_id=id_)
            assert (await another.event())["error"]["code"] == "response_not_found"
            await another.send(type="response.steer", previous_response_id=id_, input="x")
            assert (await another.event())["error"]["code"] == "response_not_found"
            tier.say("Heat.")
            tier.stop()
            assert (await socket.reply())[-1]["type"] == "response.completed"

    asyncio.run(scenario())


def test_many_lanes_at_once_are_told_side_by_side(serve: Serve) -> None:
    async def scenario() -> None:
        lanes = {str(number) for number in range(MOST_JOBS)}
        async with connected(serve, big()) as socket:
            for lane in lanes:
                await socket.create(stream_id=lane)
            events = [event for _ in lanes for event in await socket.reply()]
        for lane in lanes:
            own = [event for event in events if event["stream_id"] == lane]
            assert [e["sequence_number"] for e in own] == list(range(len(own)))
            assert text_of(own) == "Heat."

    asyncio.run(scenario())


# -- anything at all ---------------------------------------------------------

WORDS = st.sampled_from(
    "response.create response.steer response.cancel response.resume auto user resp_0 a".split()
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | WORDS
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
MEMBERS = st.sampled_from(
    "model input stream_id response_id previous_response_id starting_after generate store "
    "prelude tools instructions text stream".split()
)
KINDS = st.sampled_from(
    "response.create response.steer response.cancel response.resume response.created".split()
)
FRAMES = st.builds(
    lambda kind, members: {"type": kind, "model": "auto", "input": "x", **members},
    KINDS,
    st.dictionaries(MEMBERS, JSON, max_size=4),
)
MESSAGES = st.one_of(FRAMES.map(orjson.dumps), JSON.map(orjson.dumps), st.binary(max_size=40))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), MESSAGES), max_size=8))
@example([(False, b'{"type": "response.steer", "previous_response_id": {}, "input": [1]}')])
@example([(True, b"\xff\xfe")])
def test_whatever_is_sent_the_line_stays_and_answers(
    serve: Serve, caplog: pytest.LogCaptureFixture, messages: Sequence[tuple[bool, bytes]]
) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            for is_binary, data in messages:
                if is_binary:
                    await socket.ws.send_bytes(data)
                else:
                    await socket.ws.send_str(data.decode(errors="replace"))
            await socket.create(stream_id="the last")
            while True:
                event = (await socket.reply())[-1]
                assert event.get("status", 400) < 500 or event["status"] == 503
                if event.get("stream_id") == "the last":
                    assert event["type"] == "response.completed"
                    return

    asyncio.run(scenario())
    assert not [r for r in caplog.records if r.levelno >= logging.ERROR]
