"""A response that is taken up again on another WebSocket, after its line was cut."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from socket import SHUT_RDWR
from typing import Any

import openai
from openai.types.websocket_reconnection import ReconnectingEvent

from edge.core.settings import ServerSettings
from edge.scripted import ScriptedTier, says
from tests.edge.paced import PacedTier
from tests.edge.socket_client import Serve, Socket, opened, text_of

DELTA = "response.output_text.delta"
KEYS = ServerSettings(api_keys=("secret-key-1", "secret-key-2"))


def bearer(number: int) -> dict[str, Any]:
    return {"headers": {"Authorization": f"Bearer secret-key-{number}"}}


@contextlib.asynccontextmanager
async def cut(s: Any, tier: PacedTier, **how: Any) -> AsyncIterator[list[Any]]:
    """The events up to the first word, on lane `a`; the line is cut then, without a farewell."""
    async with opened(s, **how) as socket:
        await socket.create(stream_id="a")
        tier.say("Heat")
        events = await socket.until(DELTA)
        socket.ws.get_extra_info("socket").shutdown(SHUT_RDWR)
        yield events


async def resume(socket: Socket, id_: Any, after: int | None = None) -> None:
    await socket.send(type="response.resume", response_id=id_, starting_after=after)


def test_a_response_goes_on_where_its_line_was_cut(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with asyncio.timeout(20), serve(tier) as s, cut(s, tier) as events:
            async with opened(s) as socket:
                await resume(socket, events[0]["response"]["id"], events[-1]["sequence_number"])
                tier.say(" pumps.")
                events += await socket.until(DELTA)
                tier.stop()
                events += await socket.reply()
            assert [e["sequence_number"] for e in events] == list(range(len(events)))
            assert {e["stream_id"] for e in events} == {"a"}
            assert text_of(events) == "Heat pumps."
            assert len(tier.calls) == 1

    asyncio.run(scenario())


def test_a_response_that_has_ended_is_told_again_from_its_start(serve: Serve) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Heat", " pumps."),))
        async with asyncio.timeout(20), serve(tier) as s, opened(s) as socket:
            await socket.create()
            told = await socket.reply()
            await resume(socket, told[0]["response"]["id"])
            assert await socket.reply() == told

    asyncio.run(scenario())


@contextlib.asynccontextmanager
async def told_again(serve: Serve, tier: PacedTier) -> AsyncIterator[tuple[Socket, str]]:
    """A line on which a response is told again, and its id."""
    async with asyncio.timeout(20), serve(tier) as s, cut(s, tier) as events:
        id_: str = events[0]["response"]["id"]
        async with opened(s) as socket:
            await resume(socket, id_)
            await socket.until(DELTA)
            yield socket, id_


def test_what_is_told_again_can_be_cancelled(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with told_again(serve, tier) as (socket, id_):
            await socket.send(type="response.cancel", response_id=id_)
            last = (await socket.reply())[-1]
            assert last["response"]["incomplete_details"] is None
            await tier.closed.wait()

    asyncio.run(scenario())


def test_what_is_told_again_cannot_be_steered(serve: Serve) -> None:
    async def scenario() -> None:
        async with told_again(serve, PacedTier()) as (socket, id_):
            await socket.send(type="response.steer", previous_response_id=id_, input="x")
            failed = (await socket.until("response.steer.failed"))[-1]
            assert failed["error"]["code"] == "steering_not_supported"

    asyncio.run(scenario())


def test_a_response_that_another_worker_tells_is_taken_up_and_cancelled(
    serve: Serve, tmp_path: Path
) -> None:
    async def scenario() -> None:
        tier, file = PacedTier(), tmp_path / "replies.sqlite"
        async with (
            asyncio.timeout(20),
            serve(tier, reply_file=file) as s,
            serve(PacedTier(), reply_file=file) as other,
            cut(s, tier) as events,
        ):
            id_ = events[0]["response"]["id"]
            async with opened(other) as socket:
                await resume(socket, id_)
                while (await socket.event())["type"] == "error":  # it is not written down yet
                    await resume(socket, id_)
                await socket.until(DELTA)
                await socket.send(type="response.cancel", response_id=id_)
                assert (await socket.reply())[-1]["response"]["status"] == "cancelled"
            await tier.closed.wait()

    asyncio.run(scenario())


def test_nobody_learns_of_another_keys_response(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with (
            asyncio.timeout(20),
            serve(tier, server=KEYS) as s,
            cut(s, tier, **bearer(1)) as events,
            opened(s, **bearer(2)) as socket,
        ):
            refused = []
            for id_ in (events[0]["response"]["id"], "resp_0", "hello"):
                await resume(socket, id_)
                error = await socket.event()
                refused.append((error["status"], error["error"]["code"]))
            assert refused == [(404, "response_not_found")] * 3

    asyncio.run(scenario())


def test_a_resume_without_an_id_or_with_a_wrong_place_is_refused(serve: Serve) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Heat."),))
        async with asyncio.timeout(20), serve(tier) as s, opened(s) as socket:
            await resume(socket, None)
            assert (await socket.event())["error"]["param"] == "response_id"
            await resume(socket, "resp_0", -1)
            assert (await socket.event())["error"]["param"] == "starting_after"

    asyncio.run(scenario())


def test_official_client_reconnects_and_takes_its_response_up_again(serve: Serve) -> None:
    """It comes back by itself, and hears the rest of the words, and none of them twice."""

    async def scenario() -> None:
        tier = PacedTier()
        async with asyncio.timeout(20), serve(tier) as s:
            client = openai.AsyncOpenAI(base_url=f"{s.url}/v1", api_key="none")
            text, id_, last, is_back = "", "", -1, asyncio.Event()

            def reconnecting(event: ReconnectingEvent) -> None:
                is_back.set()

            manager = client.responses.connect(on_reconnecting=reconnecting, initial_delay=0.01)
            async with client, manager as connection:
                await connection.response.create(model="auto", input="How do heat pumps work?")
                tier.say("Heat")
                async for event in connection:
                    last = event.sequence_number or last
                    if event.type == "response.created":
                        id_ = event.response.id
                    if event.type == "response.output_text.delta":
                        text += event.delta
                    if text == "Heat" and not is_back.is_set():
                        await s.front.close_sockets()
                        frame: Any = {"type": "response.resume", "response_id": id_}
                        frame["starting_after"] = last
                        resuming = asyncio.create_task(_send_once_back(connection, is_back, frame))
                        tier.say(" pumps.")
                        tier.stop()
                    if event.type == "response.completed":
                        break
                await resuming
            assert text == "Heat pumps."

    asyncio.run(scenario())


async def _send_once_back(connection: Any, is_back: asyncio.Event, frame: Any) -> None:
    """What is sent while there is no connection, the client keeps until there is."""
    await is_back.wait()
    await connection.send(frame)
