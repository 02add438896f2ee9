"""The Responses WebSocket over a real socket: OpenAI's order, lanes, and two extensions."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable
from socket import SHUT_RDWR
from typing import Any

import aiohttp
import openai
import orjson
import pytest

from edge.core.errors import TierGarbled
from edge.core.settings import DeepSettings, RouteSettings, ServerSettings
from edge.core.types import Extra, FinishReason, Message, Stop, Text, ToolDelta, Usage
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.paced import PacedTier
from tests.edge.socket_client import Serve, Socket, connected, kinds, opened, text_of

OPENING = "Let us look at how a heat pump works."
PREAMBLE = RouteSettings(targets=("mine/big",), strategy="preamble")


def big(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts or (says("Heat ", "pumps move warmth."),))


def local() -> ScriptedTier:
    return ScriptedTier("local", (says(OPENING + " "),))


def run(scenario: Awaitable[None]) -> None:
    async def bounded() -> None:
        await scenario

    asyncio.run(bounded())


def test_a_platforms_own_options_reach_it_and_what_it_says_of_them_comes_back(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        script = (Text("Heat."), Stop(FinishReason.STOP), Extra({"sources": ["a"]}), Usage(1, 1))
        tier = big(script)
        options = {"mine": {"search": True}}
        async with connected(serve, tier) as socket:
            await socket.create(provider_options=options)
            *_, last = await socket.reply()
        assert last["response"]["provider_extra"] == {"sources": ["a"]}
        assert tier.calls[0].request.provider_options == options

    run(scenario())


# -- order -------------------------------------------------------------------


def test_events_come_in_openais_order(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await socket.create()
            events = await socket.reply()
        assert kinds(events) == [
            "created",
            "in_progress",
            "output_item.added",
            "content_part.added",
            "output_text.delta",
            "output_text.delta",
            "output_text.done",
            "content_part.done",
            "output_item.done",
            "completed",
        ]
        assert [e["sequence_number"] for e in events] == list(range(len(events)))
        response = events[-1]["response"]
        assert response["status"] == "completed"
        (item,) = response["output"]
        assert item["content"][0]["text"] == "Heat pumps move warmth."
        assert item["phase"] == "final_answer"
        assert response["usage"]["total_tokens"] > 0
        assert response["prelude"]["models"] == ["mine/big"]

    run(scenario())


def test_preamble_is_a_commentary_message_before_the_answer(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.2), *says("Heat pumps move warmth.")))
        async with connected(serve, local(), slow, route=PREAMBLE) as socket:
            await socket.create(prelude={"trace": True})
            events = await socket.reply()
        opening, answer = events[-1]["response"]["output"]
        # An empty line ends it: most clients show all messages as one text.
        assert (opening["phase"], opening["content"][0]["text"]) == ("commentary", f"{OPENING}\n\n")
        assert (answer["phase"], answer["status"]) == ("final_answer", "completed")
        tiers = [e["prelude"]["tier"] for e in events if e["type"].endswith("text.delta")]
        assert tiers == ["draft", "target"]

    run(scenario())


def test_tool_calls_are_items_of_their_own(serve: Serve) -> None:
    async def scenario() -> None:
        script = (
            Text("Let me see."),
            ToolDelta(0, "call_1", "f", ""),
            ToolDelta(0, arguments='{"a"'),
            ToolDelta(0, arguments=":1}"),
            Usage(5, 5),
            Stop(FinishReason.TOOL_CALLS),
        )
        tool = {"type": "function", "name": "f", "parameters": {"type": "object"}}
        async with connected(serve, big(script)) as socket:
            await socket.create(tools=[tool])
            events = await socket.reply()
        message, call = events[-1]["response"]["output"]
        assert message["type"] == "message"
        assert (call["type"], call["call_id"], call["name"], call["arguments"]) == (
            "function_call",
            "call_1",
            "f",
            '{"a":1}',
        )

    run(scenario())


def test_calls_that_are_told_by_turns_stay_whole(serve: Serve) -> None:
    async def scenario() -> None:
        script = (
            ToolDelta(0, "call_1", "f", '{"a"'),
            ToolDelta(1, "call_2", "g", '{"b"'),
            ToolDelta(0, arguments=":1}"),
            Text("Let me see."),
            ToolDelta(0, arguments="\n"),
            ToolDelta(1, arguments=":2}"),
            Usage(5, 5),
            Stop(FinishReason.TOOL_CALLS),
        )
        tools = [{"type": "function", "name": name} for name in "fg"]
        async with connected(serve, big(script)) as socket:
            await socket.create(tools=tools)
            events = await socket.reply()
        output = events[-1]["response"]["output"]
        assert [item.get("arguments") for item in output] == ['{"a":1}', '{"b":2}', None]
        assert [item.get("name") for item in output] == ["f", "g", None]
        assert {item["status"] for item in output} == {"completed"}
        # One ends as soon as it surely has: its client may run it.
        ended = [e["output_index"] for e in events if e["type"] == "response.output_item.done"]
        assert ended == [0, 1, 2]
        places = kinds(events)
        assert places.index("output_item.done") < places.index("output_text.delta")

    run(scenario())


def test_reply_that_nobody_can_finish_ends_as_failed_with_every_word_there_was(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        async with connected(serve, big((Text("Heat"), TierGarbled("mine/big: cut")))) as socket:
            await socket.create()
            events = await socket.reply()
        assert events[-1]["type"] == "response.failed"
        assert events[-1]["response"]["error"]["message"] == "mine/big: cut"
        assert text_of(events) == "Heat"

    run(scenario())


def test_length_is_incomplete(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big(says("Heat", stop=FinishReason.LENGTH))) as socket:
            await socket.create()
            events = await socket.reply()
        assert events[-1]["type"] == "response.incomplete"
        details = events[-1]["response"]["incomplete_details"]
        assert details == {"reason": "max_output_tokens"}

    run(scenario())


def test_warm_up_says_nothing(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await socket.create(generate=False, background=False)
            events = await socket.reply()
        assert kinds(events) == ["created", "in_progress", "completed"]

    run(scenario())


@pytest.mark.parametrize("store", [True, False])
def test_what_was_prepared_is_gone_on_with_by_its_id(serve: Serve, store: bool) -> None:
    async def scenario() -> None:
        tier = big()
        async with asyncio.timeout(20), serve(tier) as s, opened(s) as socket:
            await socket.create("I have a heat pump.", generate=False, store=store)
            prepared = (await socket.reply())[-1]["response"]["id"]
            await socket.create("Is it good?", previous_response_id=prepared)
            assert (await socket.reply())[-1]["type"] == "response.completed"
            async with s.http.get(f"{s.url}/v1/responses/{prepared}") as response:
                assert (await response.json()).get("status") == ("completed" if store else None)
        assert [m.text for m in tier.calls[0].messages] == ["I have a heat pump.", "Is it good?"]

    run(scenario())


@pytest.mark.parametrize("members", [{"input": []}, {"input": None}, {"instructions": "Be brief."}])
def test_nothing_need_be_asked_where_nothing_is_said(serve: Serve, members: Any) -> None:
    async def scenario() -> None:
        async with connected(serve, local(), big()) as socket:
            await socket.send(
                **{"type": "response.create", "model": "auto", "generate": False, **members}
            )
            assert (await socket.reply())[-1]["type"] == "response.completed"
            await socket.create()
            assert (await socket.reply())[-1]["type"] == "response.completed"

    run(scenario())


def test_items_that_a_connection_remembers_can_be_referred_to(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with connected(serve, tier) as socket:
            await socket.create(store=False)
            (item,) = (await socket.reply())[-1]["response"]["output"]
            reference = {"type": "item_reference", "id": item["id"]}
            await socket.create([reference, {"role": "user", "content": "And?"}], store=False)
            assert (await socket.reply())[-1]["type"] == "response.completed"
        assert [m.text for m in tier.calls[1].messages] == ["Heat pumps move warmth.", "And?"]

    run(scenario())


def test_warm_up_has_the_local_model_read_what_it_will_be_asked(serve: Serve) -> None:
    async def scenario() -> None:
        read: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

        async def warm(name: str, messages: tuple[Message, ...], scope: str) -> None:
            read.put_nowait((messages[-1].text, scope))

        key = {"Authorization": "Bearer secret-key-1"}
        keys = ServerSettings(api_keys=("secret-key-1",))
        async with (
            asyncio.timeout(20),
            serve(local(), warm_local=warm, server=keys) as s,
            s.http.ws_connect(f"{s.url}/v1/responses", headers=key) as ws,
        ):
            socket = Socket(ws)
            await socket.create("Growing te", generate=False)
            await socket.reply()
            text, scope = await read.get()
        assert text == "Growing te"
        assert "secret" not in scope

    run(scenario())


def test_warming_ends_when_there_is_something_to_answer(serve: Serve) -> None:
    async def scenario() -> None:
        stopped = asyncio.Event()

        async def warm(name: str, messages: tuple[Message, ...], scope: str) -> None:
            try:
                await asyncio.Event().wait()
            finally:
                stopped.set()

        async with connected(serve, local(), warm_local=warm) as socket:
            await socket.create(generate=False)
            await socket.reply()
            await socket.create()
            await stopped.wait()
            assert kinds(await socket.reply())[-1] == "completed"

    run(scenario())


# -- lanes -------------------------------------------------------------------


def test_one_lane_is_first_in_first_out_and_lanes_run_side_by_side(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big((Text("one"), Wait(0.2), Stop(FinishReason.STOP)), says("two"))
        async with connected(serve, tier) as socket:
            await socket.create(stream_id="a")
            await socket.create(stream_id="a")
            await socket.create(stream_id="b")
            events = [e for _ in range(3) for e in await socket.reply()]
        ends = [e["stream_id"] for e in events if e["type"] == "response.completed"]
        assert ends == ["b", "a", "a"]
        lane = [e for e in events if e["stream_id"] == "a"]
        assert text_of(lane) == "onetwo"
        ids = [e["response"]["id"] for e in lane if e["type"] == "response.created"]
        assert len(set(ids)) == 2

    run(scenario())


def test_supersede_cancels_what_runs_and_what_waits_on_its_lane_only(serve: Serve) -> None:
    async def scenario() -> None:
        endless = (Text("Heat"), Wait())
        tier = big(endless, endless, says("New."))
        async with connected(serve, tier) as socket:
            await socket.create(stream_id="other")
            await socket.until("response.output_text.delta")
            await socket.create(stream_id="typing")
            await socket.until("response.output_text.delta")
            await socket.create(stream_id="typing")  # waits
            await socket.create(stream_id="typing", prelude={"supersede": True})
            ended = [(await socket.reply())[-1] for _ in range(3)]
            assert [e["type"] for e in ended] == [
                "response.incomplete",
                "response.incomplete",
                "response.completed",
            ]
            assert {e["stream_id"] for e in ended} == {"typing"}
            assert ended[0]["response"]["incomplete_details"] is None
            await tier.until(closed=2)
            assert len(tier.calls) == 3  # what only waited was never asked for

    run(scenario())


def test_cancel_ends_one_response_by_its_id(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big((Text("Heat"), Wait()), says("Next."))
        async with connected(serve, tier) as socket:
            await socket.create()
            created = (await socket.until("response.output_text.delta"))[0]
            await socket.create()
            await socket.send(type="response.cancel", response_id=created["response"]["id"])
            events = await socket.reply()
            assert events[-1]["type"] == "response.incomplete"
            assert events[-1]["response"]["output"][0]["content"][0]["text"] == "Heat"
            await tier.until(closed=1)
            assert (await socket.reply())[-1]["type"] == "response.completed"

    run(scenario())


def test_cancel_before_the_first_word_is_heard(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big((Wait(),))
        async with connected(serve, tier) as socket:
            await socket.create()
            created = await socket.event()
            await socket.send(type="response.cancel", response_id=created["response"]["id"])
            assert (await socket.reply())[-1]["type"] == "response.incomplete"

    run(scenario())


def test_client_that_leaves_closes_the_legs_of_every_lane(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big((Text("Heat"), Wait()))
        # No leg closes by itself: it is silent for longer than this test.
        patient = DeepSettings(stall_ms=60_000, min_chars_per_s=0)
        async with connected(serve, tier, deep=patient) as socket:
            for lane in "abc":
                await socket.create(stream_id=lane)
            while len(tier.calls) < 3:
                await socket.event()
            await socket.ws.close()
            await tier.until(closed=3)

    run(scenario())


# -- conversation ------------------------------------------------------------


def test_previous_response_is_taken_up_without_its_opening(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.2), *says("Heat pumps move warmth.")))
        async with connected(serve, local(), slow, route=PREAMBLE) as socket:
            await socket.create(instructions="Be brief.")
            first = (await socket.reply())[-1]["response"]
            await socket.create("And fridges?", previous_response_id=first["id"])
            await socket.reply()
        said = [(m.role, m.text) for m in slow.calls[1].messages]
        assert said == [
            ("user", "How does a heat pump work?"),
            ("assistant", "Heat pumps move warmth."),
            ("user", "And fridges?"),
        ]

    run(scenario())


def test_what_is_not_stored_can_be_gone_on_with_on_its_own_connection(serve: Serve) -> None:
    async def scenario() -> None:
        async with asyncio.timeout(20), serve(big()) as s:
            async with s.http.ws_connect(f"{s.url}/v1/responses") as ws:
                socket = Socket(ws)
                await socket.create(store=False)
                first = (await socket.reply())[-1]["response"]["id"]
                await socket.create("And?", previous_response_id=first, store=False)
                assert (await socket.reply())[-1]["type"] == "response.completed"
            async with s.http.ws_connect(f"{s.url}/v1/responses") as ws:
                await Socket(ws).create(previous_response_id=first)
                code = (await Socket(ws).event())["error"]["code"]
                assert code == "previous_response_not_found"

    run(scenario())


# -- a line that is cut ------------------------------------------------------


@contextlib.asynccontextmanager
async def cut(s: Any, tier: PacedTier, **members: Any) -> AsyncIterator[list[Any]]:
    """The events up to the first word; the line is cut then, without a farewell."""
    async with s.http.ws_connect(f"{s.url}/v1/responses") as ws:
        socket = Socket(ws)
        await socket.create(**members)
        tier.say("Heat")
        events = await socket.until("response.output_text.delta")
        ws.get_extra_info("socket").shutdown(SHUT_RDWR)
        yield events


def test_a_reply_whose_line_was_cut_is_taken_up_over_http(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with asyncio.timeout(20), serve(tier) as s, cut(s, tier) as events:
            id_, last = events[0]["response"]["id"], events[-1]["sequence_number"]
            tier.say(" pumps.")
            tier.stop()
            url = f"{s.url}/v1/responses/{id_}?stream=true&starting_after={last}"
            async with s.http.get(url) as response:
                raw = (await response.text()).split("\n\n")
            events += [orjson.loads(frame.partition("\ndata: ")[2]) for frame in raw if frame]
            assert [e["sequence_number"] for e in events] == list(range(len(events)))
            assert text_of(events) == "Heat pumps."

    run(scenario())


def test_a_reply_that_is_not_stored_ends_with_its_line(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with asyncio.timeout(20), serve(tier) as s, cut(s, tier, store=False):
            await tier.closed.wait()

    run(scenario())


# -- bad input ---------------------------------------------------------------


CREATE = {"type": "response.create", "model": "auto", "input": "x"}


@pytest.mark.parametrize(
    ("frame", "status", "param"),
    [
        ({"type": "response.create"}, 400, "model"),
        ({"type": "response.create", "model": "auto"}, 400, "input"),
        (CREATE | {"model": "gpt-99"}, 404, "model"),
        (CREATE | {"background": True}, 400, "background"),
        (CREATE | {"background": 0}, 400, "background"),
        (CREATE | {"input": [{"type": "x"}]}, 400, "input[0].type"),
        (CREATE | {"previous_response_id": "resp_0"}, 400, "previous_response_id"),
        (CREATE | {"stream_id": 3}, 400, "stream_id"),
        ({"type": "response.cancel", "response_id": "resp_0"}, 404, "response_id"),
        ({"type": "hello"}, 400, "type"),
        ({}, 400, "type"),
    ],
)
def test_wrong_frame_gets_an_error_frame_and_the_connection_stays(
    serve: Serve, frame: dict[str, Any], status: int, param: str
) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await socket.send(**frame)
            error = await socket.event()
            assert (error["type"], error["status"]) == ("error", status)
            assert error["error"]["param"] == param
            await socket.create()
            assert (await socket.reply())[-1]["type"] == "response.completed"

    run(scenario())


def test_garbage_gets_an_error_frame_and_the_connection_stays(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await socket.ws.send_str("{not json")
            assert (await socket.event())["status"] == 400
            await socket.ws.send_bytes(b"\x00\x01")
            assert "text frames" in (await socket.event())["error"]["message"]
            await socket.create()
            assert (await socket.reply())[-1]["type"] == "response.completed"

    run(scenario())


def test_frame_larger_than_the_limit_closes_the_connection_with_its_code(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(max_body_bytes=2048)
        async with connected(serve, big(), server=server) as socket:
            await socket.create("x" * 4096)
            message = await socket.ws.receive()
            assert message.data == aiohttp.WSCloseCode.MESSAGE_TOO_BIG

    run(scenario())


def test_too_many_responses_on_one_connection_are_shed(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big((Wait(),))) as socket:
            for _ in range(65):
                await socket.create()
            (error,) = [e for e in await socket.until("error") if e["type"] == "error"]
            assert error["status"] == 503
            assert "64" in error["error"]["message"]

    run(scenario())


# -- official client ---------------------------------------------------------


def test_official_client_reads_our_events(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.1), *says("Heat pumps ", "move warmth.")))
        async with asyncio.timeout(20), serve(local(), slow, route=PREAMBLE) as s:
            client = openai.AsyncOpenAI(base_url=f"{s.url}/v1", api_key="none")
            text = ""
            async with client, client.responses.connect() as connection:
                await connection.response.create(model="auto", input="How do heat pumps work?")
                async for event in connection:
                    if event.type == "response.output_text.delta":
                        text += event.delta
                    if event.type == "response.completed":
                        assert event.response.output_text == text
                        phases = [item.phase for item in event.response.output]  # type: ignore[union-attr]  # messages only
                        assert phases == ["commentary", "final_answer"]
                        break
            assert text == f"{OPENING}\n\nHeat pumps move warmth."

    run(scenario())
