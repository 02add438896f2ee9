"""All that the doors tell is what the types of the platforms' own SDKs say, required members,
words and all. The SDKs themselves build objects of anything, so that their use does not show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any, get_args

import anthropic.types
import openai.types.responses
import orjson
import pytest
from anthropic.types import Message
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.responses import Response
from openai.types.responses.responses_server_event import ResponsesServerEvent
from pydantic import BaseModel

from edge.core.errors import TierGarbled, TierRateLimited
from edge.core.settings import DeepSettings, RouteSettings
from edge.core.types import FinishReason, Stop, Text, Thinking, TokenLogprob, ToolDelta, Usage
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import run
from tests.edge.paced import PacedTier
from tests.edge.socket_client import opened

Serve = Callable[..., AbstractAsyncContextManager[Any]]


def by_type(union: Any) -> Mapping[str, type[BaseModel]]:
    """The members of a union of events, each by the word that it has for its type."""
    members = get_args(get_args(union)[0])
    return {get_args(member.model_fields["type"].annotation)[0]: member for member in members}


EVENTS = by_type(openai.types.responses.ResponseStreamEvent)
ON_SOCKET = by_type(ResponsesServerEvent)
OF_MESSAGES = by_type(anthropic.types.RawMessageStreamEvent)

PATIENT = DeepSettings(first_text_ms=15_000, stall_ms=60_000, min_chars_per_s=0)
QUESTION = "How does a heat pump work?"
OPENING = "Let us look at how a heat pump works."
TOOL = {"name": "f", "parameters": {"type": "object"}}
CALLS = (
    ToolDelta(0, "call_1", "f", '{"a"'),
    ToolDelta(0, arguments=": 1}"),
    ToolDelta(1, "call_2", "f", "{}"),
)
GOOD = {
    "words": says("Heat ", "pumps."),
    "length": says("Heat", stop=FinishReason.LENGTH),
    "filtered": says("Heat", stop=FinishReason.CONTENT_FILTER),
    "thoughts": (Thinking("Well"), Thinking(" ..."), *says("Heat.")),
    "calls": (Text("Let me see."), *CALLS, Usage(5, 5), Stop(FinishReason.TOOL_CALLS)),
    "calls by turns": (
        ToolDelta(0, "call_1", "f", '{"a"'),
        ToolDelta(1, "call_2", "f", '{"b"'),
        ToolDelta(0, arguments=": 1}"),
        ToolDelta(1, arguments=": 2}"),
        Usage(5, 5),
        Stop(FinishReason.TOOL_CALLS),
    ),
    "odds": (Text("Heat", (TokenLogprob("Heat", -0.5, (("Cold", -1.0),)),)), *says(".")),
    "usage": (*says("Heat."), Usage(9, 5, cached=3, reasoning=1, cache_write=2)),
}
BAD = {
    "empty": (Stop(FinishReason.STOP), Usage(1, 0)),
    "broken": (Text("Heat"), TierGarbled("mine/big: cut")),
    "busy": (TierRateLimited("mine/big: 429", retry_after_s=60),),
}
ANY_GOOD = pytest.mark.parametrize("script", [pytest.param(GOOD[name], id=name) for name in GOOD])
ANY = pytest.mark.parametrize(
    "script", [pytest.param(script, id=name) for name, script in (GOOD | BAD).items()]
)


def check(kind: type[BaseModel], told: Any) -> None:
    kind.model_validate_json(orjson.dumps(told), strict=True)


def check_event(kinds: Mapping[str, type[BaseModel]], told: Any) -> None:
    check(kinds[told["type"]], told)


def big(script: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", (script,))


def events_of(raw: str) -> list[Any]:
    lines = (line.removeprefix("data: ") for line in raw.splitlines() if line[:6] == "data: ")
    return [orjson.loads(data) for data in lines if data != "[DONE]"]


async def post(s: Any, path: str, body: dict[str, Any]) -> str:
    async with s.http.post(s.url + path, json={"model": "auto", **body}) as response:
        assert response.status == 200, await response.text()
        told: str = await response.text()
        return told


# -- Responses ---------------------------------------------------------------


@ANY
@pytest.mark.parametrize("store", [True, False])
def test_each_event_on_a_socket_is_one_of_openais(serve: Serve, script: Any, store: bool) -> None:
    async def scenario() -> None:
        async with serve(big(script), deep=PATIENT) as s, opened(s) as socket:
            await socket.create(
                store=store, stream_id="typing", tools=[{"type": "function", **TOOL}]
            )
            for event in await socket.reply():
                check_event(ON_SOCKET, event)

    run(scenario())


@pytest.mark.parametrize("name", ["summary", "generate_summary"])
def test_thoughts_are_told_as_the_summary_that_was_asked_for(serve: Serve, name: str) -> None:
    async def scenario() -> None:
        tier = big(GOOD["thoughts"])
        async with serve(tier, deep=PATIENT) as s, opened(s) as socket:
            await socket.create(reasoning={name: "auto", "effort": "low"})
            events = await socket.reply()
        for event in events:
            check_event(ON_SOCKET, event)
        thoughts = events[-1]["response"]["output"][0]
        assert thoughts["summary"] == [{"type": "summary_text", "text": "Well ..."}]
        assert "content" not in thoughts
        kinds = [e["type"] for e in events if "reasoning" in e["type"]]
        assert [kind.removeprefix("response.reasoning_summary_") for kind in kinds] == [
            *("part.added", "text.delta", "text.delta", "text.done", "part.done"),
        ]
        asked = tier.calls[0].request
        assert asked.provider_options == {"openai_responses": {"reasoning": {"summary": "auto"}}}
        assert asked.passthrough == {"reasoning_effort": "low"}

    run(scenario())


@ANY_GOOD
def test_each_event_and_response_over_http_is_one_of_openais(serve: Serve, script: Any) -> None:
    async def scenario() -> None:
        body = {"input": QUESTION, "tools": [{"type": "function", **TOOL}]}
        async with serve(big(script), deep=PATIENT) as s:
            events = events_of(await post(s, "/v1/responses", {**body, "stream": True}))
            for event in events:
                check_event(EVENTS, event)
            last = events[-1]["response"]
            async with s.http.get(f"{s.url}/v1/responses/{last['id']}") as response:
                assert await response.json() == last
            check(Response, orjson.loads(await post(s, "/v1/responses", body)))

    run(scenario())


def test_an_opening_and_what_follows_it_are_items_of_openais(serve: Serve) -> None:
    async def scenario() -> None:
        local = ScriptedTier("local", (says(OPENING + " "),))
        slow = big((Wait(0.2), *says("Heat pumps move warmth.")))
        route = RouteSettings(targets=("mine/big",), strategy="preamble")
        async with serve(local, slow, route=route, deep=PATIENT) as s, opened(s) as socket:
            await socket.create(prelude={"trace": True})
            events = await socket.reply()
            assert len(events[-1]["response"]["output"]) == 2
            for event in events:
                check_event(ON_SOCKET, event)

    run(scenario())


def test_a_background_response_is_one_of_openais_at_any_time(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier, deep=PATIENT) as s:
            body = {"input": QUESTION, "background": True}
            begun = orjson.loads(await post(s, "/v1/responses", body))
            check(Response, begun)
            tier.say("Heat")
            path = f"/v1/responses/{begun['id']}"
            async with s.http.get(f"{s.url}{path}?stream=true&starting_after=3") as response:
                await response.content.readuntil(b"Heat")
            async with s.http.get(s.url + path) as response:
                check(Response, await response.json())
            check(Response, orjson.loads(await post(s, f"{path}/cancel", {})))

    run(scenario())


def test_what_was_said_into_a_response_or_cancelled_is_told_in_openais_words(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier, deep=PATIENT) as s, opened(s) as socket:
            await socket.create()
            tier.say("Heat ")
            events = await socket.until("response.output_text.delta")
            id_ = events[0]["response"]["id"]
            await socket.send(type="response.steer", previous_response_id="resp_0", input="x")
            events += await socket.until("response.steer.failed")
            await socket.send(type="response.steer", previous_response_id=id_, input="Shorter.")
            events += await socket.reply()
            assert events[-1]["response"]["incomplete_details"] == {"reason": "steered"}
            events += await socket.until("response.created")
            successor = events[-1]["response"]["id"]
            await socket.send(type="response.cancel", response_id=successor)
            events += await socket.reply()
            assert events[-1]["response"]["status"] == "cancelled"
            await socket.send(type="nonsense")
            events.append(await socket.event())
            await socket.create(generate=False)
            events += await socket.reply()
            for event in events:
                check_event(ON_SOCKET, event)

    run(scenario())


def test_an_item_has_one_status_wherever_it_is_told(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big(GOOD["length"]), deep=PATIENT) as s, opened(s) as socket:
            await socket.create()
            events = await socket.reply()
        done = next(e["item"] for e in events if e["type"] == "response.output_item.done")
        assert done["status"] == "incomplete"
        assert events[-1]["response"]["output"] == [done]

    run(scenario())


# -- chat completions and Messages -------------------------------------------


@ANY_GOOD
def test_each_chunk_and_completion_is_one_of_openais(serve: Serve, script: Any) -> None:
    async def scenario() -> None:
        body = {
            "messages": [{"role": "user", "content": QUESTION}],
            "tools": [{"type": "function", "function": TOOL}],
        }
        path = "/v1/chat/completions"
        streamed = {**body, "stream": True, "stream_options": {"include_usage": True}}
        async with serve(big(script), deep=PATIENT) as s:
            for chunk in events_of(await post(s, path, streamed)):
                check(ChatCompletionChunk, chunk)
            check(ChatCompletion, orjson.loads(await post(s, path, body)))
            check(ChatCompletion, orjson.loads(await post(s, path, {**body, "n": 2})))

    run(scenario())


@ANY_GOOD
def test_each_event_and_message_is_one_of_anthropics(serve: Serve, script: Any) -> None:
    async def scenario() -> None:
        body = {
            "max_tokens": 100,
            "messages": [{"role": "user", "content": QUESTION}],
            "tools": [{"name": "f", "input_schema": {"type": "object"}}],
        }
        async with serve(big(script), deep=PATIENT) as s:
            for event in events_of(await post(s, "/v1/messages", {**body, "stream": True})):
                check_event(OF_MESSAGES, event)
            check(Message, orjson.loads(await post(s, "/v1/messages", body)))

    run(scenario())
