"""Saying something into a running response, over a real socket, and with the official client."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import openai
import pytest
from openai.types.responses import (
    ResponseIncompleteEvent,
    ResponseSteerAcceptedEvent,
    ResponseSteerFailedEvent,
)
from pydantic import TypeAdapter

from edge.core.errors import TierRejected
from edge.core.types import Call, FinishReason, Piece, Stop, Text, ToolDelta
from edge.doors.chat_request import MOST_MESSAGES
from edge.doors.responses_steer import MOST_PENDING
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.paced import PacedTier
from tests.edge.socket_client import Serve, Socket, connected, kinds, text_of

TOOL = {"type": "function", "name": "f", "parameters": {"type": "object"}}
HALF = (Text("Heat pumps,"), Wait())
DELTA = "response.output_text.delta"


def big(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts or (HALF, says("Une pompe.")))


async def begin(socket: Socket, **members: Any) -> str:
    """Ask, and hear the first words: the id of the response."""
    await socket.create(**members)
    events = await socket.until(DELTA, "response.function_call_arguments.delta")
    id_: str = events[0]["response"]["id"]
    return id_


async def steer(
    socket: Socket, previous: Any, text: Any = "In French, please.", **more: Any
) -> None:
    await socket.send(type="response.steer", previous_response_id=previous, input=text, **more)


def test_what_is_said_into_a_response_is_answered_by_its_successor(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with connected(serve, tier) as socket:
            id_ = await begin(socket, instructions="Be brief.", stream_id="a", temperature=0.5)
            await steer(socket, id_)
            accepted, *_, stopped = await socket.reply()
            successor = await socket.reply()
        assert accepted["type"] == "response.steer.accepted"
        assert accepted["steer"]["previous_response_id"] == id_
        assert stopped["type"] == "response.incomplete"
        assert stopped["response"]["status"] == "incomplete"
        assert stopped["response"]["incomplete_details"] == {"reason": "steered"}
        assert stopped["response"]["output"][0]["content"][0]["text"] == "Heat pumps,"
        assert kinds(successor)[0] == "created"
        assert text_of(successor) == "Une pompe."
        last = successor[-1]["response"]
        assert last["previous_response_id"] == id_ != last["id"]
        assert last["temperature"] == 0.5
        assert {e["stream_id"] for e in (accepted, stopped, *successor)} == {"a"}
        assert [(m.role, m.text) for m in tier.calls[1].messages] == [
            ("system", "Be brief."),
            ("user", "How does a heat pump work?"),
            ("assistant", "Heat pumps,"),
            ("user", "In French, please."),
        ]

    asyncio.run(scenario())


class OrderedTier:
    """It says one word. Its first call then waits, and closes only when it is let go. What happens
    to its calls is noted in order."""

    name = "mine/big"

    def __init__(self) -> None:
        self.happened: list[str] = []
        self.calls: list[Call] = []
        self.may_close = asyncio.Event()

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        self.calls.append(call)
        number = len(self.calls)
        self.happened.append(f"called {number}")
        try:
            yield Text("Heat,")
            if number == 1:
                await asyncio.Event().wait()
            yield Stop(FinishReason.STOP)
        finally:
            if number == 1:
                await self.may_close.wait()
            self.happened.append(f"closed {number}")


@pytest.mark.parametrize("how", ["steered", "superseded"])
def test_the_legs_are_closed_and_billed_before_what_follows_begins(serve: Serve, how: str) -> None:
    async def scenario() -> None:
        tier = OrderedTier()
        tier.may_close.set()
        async with connected(serve, tier) as socket:
            id_ = await begin(socket)
            if how == "steered":
                await steer(socket, id_)
            else:
                await socket.create("Anew?", prelude={"supersede": True})
            stopped = (await socket.reply())[-1]
            heard = list(tier.happened)
            await socket.reply()
        assert heard[:2] == ["called 1", "closed 1"]
        assert tier.happened == ["called 1", "closed 1", "called 2", "closed 2"]
        assert stopped["response"]["usage"]["output_tokens"] > 0
        assert stopped["response"]["prelude"]["cost_cents"] > 0

    asyncio.run(scenario())


@contextlib.asynccontextmanager
async def steered_inside_a_word(
    serve: Serve, tier: PacedTier
) -> AsyncIterator[tuple[Socket, list[Any]]]:
    """The line, and the events up to the one that says it is accepted."""
    async with connected(serve, tier) as socket:
        await socket.create()
        tier.say("Heat pu")
        events = await socket.until(DELTA)
        await steer(socket, events[0]["response"]["id"])
        events += await socket.until("response.steer.accepted")
        yield socket, events


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (["mps", " move", " warmth"], "Heat pumps"),
        (["mps move", " warmth"], "Heat pumps"),
        (["m", "ps ", "move"], "Heat pumps"),
        (["mps", " mo", "ve"], "Heat pumps"),
        ([" and", " so"], "Heat pu"),
        (["mps"], "Heat pumps"),  # and silence
        ([], "Heat pu"),
    ],
)
def test_it_stops_behind_the_word_that_is_being_said(
    serve: Serve, rest: list[str], said: str
) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with steered_inside_a_word(serve, tier) as (socket, events):
            tier.say(*rest)
            events += await socket.reply()
            assert events[-1]["response"]["incomplete_details"] == {"reason": "steered"}
            assert text_of(events) == said
            assert events[-1]["response"]["output"][0]["content"][0]["text"] == said

    asyncio.run(scenario())


def test_a_response_of_which_not_all_was_said_is_not_complete(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with steered_inside_a_word(serve, tier) as (socket, _):
            tier.say("mps", " move")
            tier.stop()
            assert (await socket.reply())[-1]["type"] == "response.incomplete"

    asyncio.run(scenario())


def test_a_response_that_ends_with_that_word_has_a_successor_too(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with steered_inside_a_word(serve, tier) as (socket, _):
            tier.say("mp")
            tier.stop()
            assert (await socket.reply())[-1]["type"] == "response.completed"
            assert (await socket.event())["type"] == "response.created"
        assert [m.text for m in tier.calls[1].messages][1:] == ["Heat pump", "In French, please."]

    asyncio.run(scenario())


def test_the_numbers_of_a_steered_response_have_no_gap(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await socket.create()
            events = await socket.until(DELTA)
            await steer(socket, events[0]["response"]["id"])
            events += await socket.reply()
            numbers = [e["sequence_number"] for e in events]
            assert numbers == list(range(len(events)))
            successor = await socket.reply()
            assert [e["sequence_number"] for e in successor] == list(range(len(successor)))

    asyncio.run(scenario())


def test_the_successor_comes_before_what_waits_on_the_lane(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with connected(serve, tier) as socket:
            id_ = await begin(socket)
            await socket.create("And fridges?")
            await steer(socket, id_)
            for _ in range(3):
                await socket.reply()
        asked = [call.messages[-1].text for call in tier.calls]
        assert asked == ["How does a heat pump work?", "In French, please.", "And fridges?"]

    asyncio.run(scenario())


def test_a_successor_can_be_steered_in_turn(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big(HALF, (Text("Une,"), Wait()), says("Ok."))
        async with connected(serve, tier) as socket:
            await steer(socket, await begin(socket, store=False))
            await socket.reply()
            events = await socket.until(DELTA)
            await steer(socket, events[0]["response"]["id"], [user("Shorter.")])
            await socket.reply()
            assert text_of(await socket.reply()) == "Ok."
        assert [m.text for m in tier.calls[2].messages][1:] == [
            "Heat pumps,",
            "In French, please.",
            "Une,",
            "Shorter.",
        ]

    asyncio.run(scenario())


def test_all_that_was_said_into_a_response_reaches_one_successor_in_order(serve: Serve) -> None:
    async def scenario() -> None:
        tier = OrderedTier()
        async with connected(serve, tier) as socket:
            id_ = await begin(socket)
            for text in ("In French.", "Briefly."):
                await steer(socket, id_, text)
                await socket.until("response.steer.accepted")
            tier.may_close.set()
            await socket.reply()
            await socket.reply()
        assert [m.text for m in tier.calls[1].messages][2:] == ["In French.", "Briefly."]
        assert len(tier.calls) == 2

    asyncio.run(scenario())


# -- refused -----------------------------------------------------------------


def user(text: Any) -> dict[str, Any]:
    return {"type": "message", "role": "user", "content": text}


async def failure(socket: Socket) -> tuple[str, Any]:
    (event,) = (await socket.until("response.steer.failed"))[-1:]
    assert event["error"]["type"] == "invalid_request_error"
    assert event["error"]["message"]
    TypeAdapter(ResponseSteerFailedEvent).validate_python(event)
    return event["error"]["code"], event["steer"]


@pytest.mark.parametrize(
    "given",
    [
        [],
        [{"role": "assistant", "content": "x"}],
        [{"type": "function_call_output", "call_id": "c", "output": "x"}],
        [user("x") | {"phase": "final_answer"}],
        [user([{"type": "input_audio"}])],
        [{"role": "user"}],
        7,
        None,
    ],
)
def test_input_that_is_no_message_of_the_user_is_given_back(serve: Serve, given: Any) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            id_ = await begin(socket)
            await steer(socket, id_, given)
            code, back = await failure_of_any(socket)
            assert code == "invalid_input"
            assert back == {"previous_response_id": id_, "input": given}
            await steer(socket, id_)
            assert (await socket.reply())[-1]["response"]["status"] == "incomplete"

    asyncio.run(scenario())


async def failure_of_any(socket: Socket) -> tuple[str, Any]:
    """Also where the input that is given back is nothing that the types know."""
    event = (await socket.until("response.steer.failed"))[-1]
    return event["error"]["code"], event["steer"]


def test_a_member_that_steering_does_not_have_is_refused(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await steer(socket, await begin(socket), stream_id="a")
            assert (await failure(socket))[0] == "invalid_input"

    asyncio.run(scenario())


def test_a_response_of_nobody_here_cannot_be_steered(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await steer(socket, "resp_0")
            assert await failure(socket) == (
                "response_not_found",
                {"previous_response_id": "resp_0", "input": "In French, please."},
            )

    asyncio.run(scenario())


def test_a_response_that_has_ended_cannot_be_steered(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big(says("Done."))) as socket:
            await socket.create()
            id_ = (await socket.reply())[-1]["response"]["id"]
            await steer(socket, id_)
            assert (await failure(socket))[0] == "response_already_completed"

    asyncio.run(scenario())


def test_a_tool_call_cannot_be_steered(serve: Serve) -> None:
    async def scenario() -> None:
        call = (ToolDelta(0, "call_1", "f", '{"a"'), Wait())
        async with connected(serve, big(call)) as socket:
            await steer(socket, await begin(socket, tools=[TOOL]))
            assert (await failure(socket))[0] == "steering_not_supported"

    asyncio.run(scenario())


def test_text_that_came_before_any_tool_call_can_be_steered(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await steer(socket, await begin(socket, tools=[TOOL]))
            await socket.reply()
            assert text_of(await socket.reply()) == "Une pompe."

    asyncio.run(scenario())


def test_a_reply_that_a_program_reads_cannot_be_steered(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big((Wait(),))) as socket:
            await socket.create(tools=[TOOL], tool_choice="required")
            await steer(socket, (await socket.event())["response"]["id"])
            assert (await failure(socket))[0] == "steering_not_supported"

    asyncio.run(scenario())


def test_input_whose_successor_cannot_be_made_is_given_back_with_its_id(serve: Serve) -> None:
    async def scenario() -> None:
        tier = OrderedTier()
        async with connected(serve, tier) as socket:
            id_ = await begin(socket)
            too_many = [user("x")] * (MOST_MESSAGES // 2 + 1)  # when both are taken together
            ids = []
            for _ in range(2):
                await steer(socket, id_, too_many)
                ids.append((await socket.until("response.steer.accepted"))[-1]["steer"]["id"])
            tier.may_close.set()
            failed = [await failure(socket) for _ in ids]
            assert [code for code, _ in failed] == ["successor_creation_failed"] * 2
            assert [back["id"] for _, back in failed] == ids
            assert all(back["input"] == too_many for _, back in failed)

    asyncio.run(scenario())


def test_input_is_given_back_when_the_response_is_cancelled_after_all(serve: Serve) -> None:
    async def scenario() -> None:
        tier = OrderedTier()
        async with connected(serve, tier) as socket:
            id_ = await begin(socket)
            await steer(socket, id_)
            await socket.send(type="response.cancel", response_id=id_)
            await socket.send(type="response.cancel", response_id="resp_0")
            await socket.until("error")  # so the one before was read
            tier.may_close.set()
            await socket.reply()
            code, back = await failure(socket)
            assert (code, back["input"]) == ("response_not_active", "In French, please.")

    asyncio.run(scenario())


def test_a_successor_that_fails_after_it_was_created_is_a_failed_response(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big(HALF, (TierRejected("mine/big: no"),))) as socket:
            await steer(socket, await begin(socket))
            await socket.reply()
            assert kinds(await socket.reply())[-1] == "failed"

    asyncio.run(scenario())


def test_more_steers_than_can_wait_are_refused(serve: Serve) -> None:
    async def scenario() -> None:
        tier = OrderedTier()
        async with connected(serve, tier) as socket:
            id_ = await begin(socket)
            for _ in range(MOST_PENDING + 1):
                await steer(socket, id_)
            code, back = await failure(socket)
            assert code == "too_many_pending_steers"
            assert "id" not in back
            tier.may_close.set()

    asyncio.run(scenario())


# -- official client ---------------------------------------------------------


def test_official_client_steers(serve: Serve) -> None:
    async def scenario() -> None:
        async with asyncio.timeout(20), serve(big()) as s:
            client = openai.AsyncOpenAI(base_url=f"{s.url}/v1", api_key="none")
            said: dict[str, str] = {}
            seen: list[str] = []
            async with client, client.responses.connect() as connection:
                await connection.response.create(model="auto", input="How do heat pumps work?")
                async for event in connection:
                    if event.type == "response.created":
                        seen.append(event.response.id)
                    elif event.type == "response.output_text.delta":
                        said[seen[-1]] = said.get(seen[-1], "") + event.delta
                        if len(seen) == 1:
                            await connection.response.steer(
                                previous_response_id=seen[0], input="In French, please."
                            )
                    elif event.type == "response.steer.accepted":
                        assert isinstance(event, ResponseSteerAcceptedEvent)
                        assert event.steer.previous_response_id == seen[0]
                    elif event.type == "response.incomplete":
                        assert isinstance(event, ResponseIncompleteEvent)
                        assert event.response.incomplete_details is not None
                        assert event.response.incomplete_details.reason == "steered"
                    elif event.type == "response.completed":
                        break
            assert list(said.values()) == ["Heat pumps,", "Une pompe."]

    asyncio.run(scenario())
