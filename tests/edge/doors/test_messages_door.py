"""The Messages door over a real socket, as Anthropic's own SDK sees it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import anthropic
import pytest

from edge.core.errors import (
    DeadlineExceeded,
    Overloaded,
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierUnavailable,
)
from edge.core.settings import RouteSettings, ServerSettings
from edge.core.types import (
    Extra,
    FinishReason,
    Stop,
    Text,
    Thinking,
    ToolDelta,
    Usage,
)
from edge.doors.messages_errors import error_body, to_wire
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import run

Serve = Callable[..., AbstractAsyncContextManager[Any]]

QUESTION: Any = [{"role": "user", "content": "How does a heat pump work?"}]
OPENING = "Let us look at how a heat pump works."
TOOL: Any = {"name": "f", "input_schema": {"type": "object"}}
KEY = "kx-0123456789abcdef"
ANSWER = "Heat pumps move warmth."


def body(**members: Any) -> dict[str, Any]:
    return {"model": "auto", "max_tokens": 1000, "messages": QUESTION, **members}


def client(served: Any, key: str = "any") -> anthropic.AsyncAnthropic:
    return anthropic.AsyncAnthropic(base_url=served.url, api_key=key, max_retries=0)


async def post(served: Any, path: str = "", **members: Any) -> tuple[int, Any, Any]:
    async with served.http.post(f"{served.url}/v1/messages{path}", json=body(**members)) as r:
        return r.status, await r.json(), r.headers


def texts_of(message: Any) -> list[str]:
    return [block.text for block in message.content if block.type == "text"]


async def stream(served: Any, **members: Any) -> list[Any]:
    """The data of every event, each of which has its name before it."""
    url = f"{served.url}/v1/messages"
    async with served.http.post(url, json=body(stream=True, **members)) as response:
        assert response.status == 200, await response.text()
        assert response.content_type == "text/event-stream"
        raw = (await response.read()).decode()
    events = []
    for frame in filter(None, raw.split("\n\n")):
        name, data = frame.split("\n")
        events.append(json.loads(data.removeprefix("data: ")))
        assert name == f"event: {events[-1]['type']}"
    return events


def big(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts or (says(ANSWER),))


def local(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("local", scripts or (says(OPENING + " "),))


# -- shapes ------------------------------------------------------------------


def test_events_come_in_anthropics_order(serve: Serve) -> None:
    async def scenario() -> None:
        script = (Text("Heat"), Text(" pumps"), Usage(11, 2), Stop(FinishReason.STOP))
        async with serve(big(script)) as s:
            events = await stream(s)
        assert [event["type"] for event in events] == [
            "message_start",
            "content_block_start",
            "content_block_delta",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop",
        ]
        message = events[0]["message"]
        assert message["id"].startswith("msg_")
        assert (message["role"], message["model"], message["content"]) == ("assistant", "auto", [])
        assert message["usage"]["input_tokens"] > 0
        assert events[-2]["delta"] == {"stop_reason": "end_turn", "stop_sequence": None}
        assert events[-2]["usage"]["output_tokens"] == 2
        report = {"models", "latency_ms", "ttft_ms", "cost_cents", "cost_known"}
        assert set(events[-1]["prelude"]) == report

    run(scenario())


def test_the_sdk_hears_the_text_and_the_whole_message(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s, client(s) as sdk:
            async with sdk.messages.stream(**body()) as told:
                text = "".join([words async for words in told.text_stream])
                final = await told.get_final_message()
            whole = await sdk.messages.create(**body())
        assert text == ANSWER
        for message in (final, whole):
            assert texts_of(message) == [ANSWER]
            assert (message.stop_reason, message.stop_sequence) == ("end_turn", None)
        assert whole.model_extra is not None
        assert whole.model_extra["prelude"]["models"] == ["mine/big"]
        assert whole._request_id == whole.id.removeprefix("msg_")

    run(scenario())


def test_the_sdk_on_threads_is_served_too(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:

            def ask() -> str:
                with (
                    anthropic.Anthropic(base_url=s.url, api_key="any", max_retries=0) as sdk,
                    sdk.messages.stream(**body()) as told,
                ):
                    return "".join(told.text_stream)

            assert await asyncio.to_thread(ask) == ANSWER

    run(scenario())


def test_thoughts_text_and_calls_are_blocks_and_usage_is_split(serve: Serve) -> None:
    async def scenario() -> None:
        signed = {"type": "thinking", "thinking": "hm", "signature": "c2ln"}
        script = (
            Thinking("hm"),
            Extra({"thinking_blocks": [signed]}),
            Text("Heat"),
            ToolDelta(0, "call_1", "f", '{"a"'),
            ToolDelta(0, arguments=":1}"),
            Usage(20, 7, cached=4, cache_write=5, reasoning=2),
            Stop(FinishReason.TOOL_CALLS),
        )
        async with serve(big(script)) as s, client(s) as sdk:
            async with sdk.messages.stream(**body(tools=[TOOL])) as told:
                final = await told.get_final_message()
            whole = await sdk.messages.create(**body(tools=[TOOL]))
        assert [block.type for block in final.content] == ["thinking", "text", "tool_use"]
        assert (final.content[0], final.content[2]) == (whole.content[0], whole.content[2])
        thought, said, called = whole.content
        assert thought.to_dict() == signed
        assert said.type == "text" and said.text == "Heat"
        assert called.type == "tool_use" and called.input == {"a": 1}
        for message in (final, whole):
            assert message.stop_reason == "tool_use"
            usage = message.usage
            assert (usage.input_tokens, usage.output_tokens) == (11, 7)
            assert (usage.cache_read_input_tokens, usage.cache_creation_input_tokens) == (4, 5)

    run(scenario())


def test_results_of_tools_and_pictures_reach_the_target(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        picture = {
            "type": "image",
            "source": {"type": "base64", "media_type": "image/png", "data": "aGk="},
        }
        call = {"type": "tool_use", "id": "toolu_1", "name": "f", "input": {"a": 1}}
        result = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "sunny"}
        turns = [
            {"role": "user", "content": [picture, {"type": "text", "text": "What is it?"}]},
            {"role": "assistant", "content": [call]},
            {"role": "user", "content": [result]},
        ]
        async with serve(tier) as s, client(s) as sdk:
            await sdk.messages.create(**body(messages=turns, tools=[TOOL]))
        (asked,) = tier.calls
        assert [message.role for message in asked.messages] == ["user", "assistant", "tool"]
        assert asked.request.has_images
        assert asked.messages[1].tool_calls[0].arguments == '{"a":1}'
        assert asked.messages[2].text == "sunny"

    run(scenario())


@pytest.mark.parametrize("name", ["stop_sequence", "stop_reason", "matched_stop"])
def test_a_stop_sequence_that_a_platform_named_is_named(serve: Serve, name: str) -> None:
    async def scenario() -> None:
        script = (Text("Heat"), Stop(FinishReason.STOP), Extra({name: "END"}))
        tier = big(script)
        async with serve(tier) as s, client(s) as sdk:
            message = await sdk.messages.create(**body(stop_sequences=["END"]))
        assert (message.stop_reason, message.stop_sequence) == ("stop_sequence", "END")
        assert tier.calls[0].sampling.stop == ("END",)

    run(scenario())


def test_tokens_are_counted_here_and_said_to_be_an_estimate(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s, client(s) as sdk:
            few = await sdk.messages.count_tokens(model="auto", messages=QUESTION)
            more = await sdk.messages.count_tokens(
                model="mine/big", messages=QUESTION, system="word " * 400, tools=[TOOL]
            )
            with pytest.raises(anthropic.NotFoundError):
                await sdk.messages.count_tokens(model="mine/none", messages=QUESTION)
        assert 5 <= few.input_tokens <= 20
        assert more.input_tokens > few.input_tokens + 400
        assert few.model_extra == {"prelude": {"estimated": True}}
        assert s.tiers["mine/big"].calls == []

    run(scenario())


def test_models_are_listed_in_pages_for_this_sdk_and_as_ever_for_others(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big(), ScriptedTier("other/equal", ())) as s, client(s) as sdk:
            listed = [model.id async for model in sdk.models.list(limit=1)]
            one = await sdk.models.retrieve("mine/big")
            page = await sdk.models.list(limit=1, before_id="other/equal")
            with pytest.raises(anthropic.NotFoundError) as missing:
                await sdk.models.retrieve("mine/none")
            with pytest.raises(anthropic.BadRequestError, match="limit"):
                await sdk.models.list(limit=0)
            async with s.http.get(f"{s.url}/v1/models") as response:
                openais = await response.json()
        assert listed == ["auto", "mine/big", "other/equal"]
        assert (one.type, one.display_name, one.created_at.year > 2020) == ("model", "mine/big", 1)
        assert ([model.id for model in page.data], page.has_more) == (["mine/big"], True)
        assert missing.value.type == "not_found_error"
        assert openais["object"] == "list"

    run(scenario())


# -- stitching ---------------------------------------------------------------


def test_an_opening_is_a_text_block_of_its_own_and_traced_as_the_drafts(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.2), *says(ANSWER)))
        route = RouteSettings(targets=("mine/big",), strategy="preamble")
        async with serve(local(), slow, route=route) as s:
            events = await stream(s, prelude={"trace": True})
        texts = ["", ""]
        for event in events:
            if event["type"] == "content_block_delta":
                texts[event["index"]] += event["delta"]["text"]
        assert texts == [f"{OPENING}\n\n", ANSWER]
        assert events[0]["prelude"]["tier"] == "draft"
        said = [e["prelude"]["tier"] for e in events if e["type"] == "content_block_delta"]
        assert said == ["draft", "target"]
        assert events[-1]["prelude"]["models"] == ["local", "mine/big"]
        assert [leg["outcome"] for leg in events[-1]["prelude"]["legs"]] == ["cancelled", "stop"]

    run(scenario())


@pytest.mark.parametrize("can_continue", [True, False])
def test_a_reply_that_was_begun_goes_on_from_there(serve: Serve, can_continue: bool) -> None:
    async def scenario() -> None:
        begun = "The best answer is ("
        said = "B) Helios." if can_continue else f"{begun}B) Helios."
        tier = big(says(said))
        turns = [*QUESTION, {"role": "assistant", "content": begun}]
        async with serve(local(), tier, prefill=can_continue) as s, client(s) as sdk:
            async with sdk.messages.stream(**body(messages=turns)) as told:
                text = "".join([words async for words in told.text_stream])
            whole = await sdk.messages.create(**body(messages=turns))
        assert [text] == texts_of(whole) == ["B) Helios."]
        assert tier.calls[0].prefix == (begun if can_continue else "")
        assert s.tiers["local"].calls == []  # the reader has the opening already

    run(scenario())


# -- failures ----------------------------------------------------------------


def test_a_reply_that_nobody_can_finish_ends_with_an_error_and_no_stop(serve: Serve) -> None:
    async def scenario() -> None:
        cut = big((Text("Heat pumps"), TierGarbled("mine/big: cut")), (TierGarbled("again"),))
        async with serve(cut) as s, client(s) as sdk:
            events = await stream(s)
            with pytest.raises(anthropic.APIStatusError) as failed:
                async with sdk.messages.stream(**body()) as told:
                    await told.get_final_message()
        assert events[-1]["type"] == "error"
        assert events[-1]["error"]["type"] == "api_error"
        assert events[-1]["request_id"]
        assert "prelude" in events[-1]
        kinds = {event["type"] for event in events}
        assert not {"message_delta", "message_stop"} & kinds
        assert failed.value.type == "api_error"

    run(scenario())


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize(
    ("error", "raised", "kind"),
    [
        (TierRejected("mine/big: 400"), anthropic.BadRequestError, "invalid_request_error"),
        (TierRejected("no", status=413), anthropic.ContentTooLargeError, "request_too_large"),
        (TierRateLimited("no", retry_after_s=99), anthropic.RateLimitError, "rate_limit_error"),
        (TierUnavailable("no", status=500), anthropic.InternalServerError, "api_error"),
    ],
)
def test_a_failure_before_any_word_is_an_exception_of_the_sdk(
    serve: Serve, error: TierError, raised: type[anthropic.APIStatusError], kind: str, streams: bool
) -> None:
    async def scenario() -> None:
        async with serve(big((error,), (error,))) as s, client(s) as sdk:
            with pytest.raises(raised) as failed:
                await sdk.messages.create(**body(), stream=streams)
        assert failed.value.type == kind
        headers = failed.value.response.headers
        assert failed.value.request_id == headers["x-prelude-request-id"]
        assert failed.value.body["request_id"] == failed.value.request_id  # type: ignore[index]
        assert headers.get("retry-after") == ("99" if kind == "rate_limit_error" else None)

    run(scenario())


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (Overloaded("full", retry_after_s=2), 529, "overloaded_error"),
        (DeadlineExceeded("late"), 504, "timeout_error"),
        (TierUnavailable("gone"), 502, "api_error"),
        (None, 500, "api_error"),
    ],
)
def test_every_error_has_a_status_and_a_type(
    error: Exception | None, status: int, kind: str
) -> None:
    wire = to_wire(error)
    assert (wire.status, error_body(wire, "r")["error"]["type"]) == (status, kind)


def test_what_the_guard_refuses_is_said_in_anthropics_words(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(api_keys=(KEY,), max_body_bytes=1024)
        key = {"x-api-key": KEY}
        async with serve(big(), server=server) as s:
            answers = []
            for method, path, headers, data in [
                ("POST", "/v1/messages", {}, b"{}"),
                ("POST", "/v1/messages", {**key, "Origin": "https://evil.test"}, b"{}"),
                ("POST", "/v1/messages", {**key, "Host": "evil.test"}, b"{}"),
                ("POST", "/v1/messages", key, b"{" * 2000),
                ("POST", "/v1/messages", key, b"{"),
                ("POST", "/v1/messages", key, b""),
                ("GET", "/v1/messages", key, b""),
                ("GET", "/v1/messages/batches", key, b""),
            ]:
                ask = s.http.request(method, s.url + path, headers=headers, data=data)
                async with ask as response:
                    told = await response.json()
                    assert told["type"] == "error"
                    assert told["request_id"] == response.headers["request-id"]
                    assert response.headers["x-prelude-request-id"] == told["request_id"]
                    answers.append((response.status, told["error"]["type"]))
            async with s.http.post(f"{s.url}/v1/messages2", headers=key) as response:
                openais = await response.json()
        assert answers == [
            (401, "authentication_error"),
            (403, "permission_error"),
            (421, "invalid_request_error"),
            (413, "request_too_large"),
            (400, "invalid_request_error"),
            (400, "invalid_request_error"),
            (405, "invalid_request_error"),
            (404, "not_found_error"),
        ]
        assert "type" not in openais

    run(scenario())


def test_both_ways_of_sending_a_key_are_read(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big(), server=ServerSettings(api_keys=(KEY,))) as s:
            for headers in ({"x-api-key": KEY}, {"Authorization": f"Bearer {KEY}"}):
                url = f"{s.url}/v1/messages"
                async with s.http.post(url, json=body(), headers=headers) as response:
                    assert response.status == 200
            async with client(s, "wrong") as sdk:
                with pytest.raises(anthropic.AuthenticationError):
                    await sdk.messages.create(**body())
            async with client(s, KEY) as sdk:
                await sdk.messages.create(**body())

    run(scenario())


def test_a_bad_member_is_named(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            status, told, _ = await post(s, max_tokens=0)
            unknown = await post(s, model="mine/none")
        assert (status, told["error"]["type"]) == (400, "invalid_request_error")
        assert "`max_tokens`" in told["error"]["message"]
        assert (unknown[0], unknown[1]["error"]["type"]) == (404, "not_found_error")

    run(scenario())


def test_parts_that_are_asked_for_in_a_header_reach_claude(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        url = "/v1/messages"
        async with serve(tier) as s:
            headers = {"anthropic-beta": "a-1, b-2", "anthropic-version": "2023-06-01"}
            async with s.http.post(s.url + url, json=body(), headers=headers) as response:
                assert response.status == 200
            many = {"anthropic-beta": ",".join(["a"] * 33)}
            async with s.http.post(s.url + url, json=body(), headers=many) as response:
                assert response.status == 400
        options = tier.calls[0].request.provider_options
        assert options["anthropic"] == {"anthropic_beta": ["a-1", "b-2"]}

    run(scenario())


@pytest.mark.parametrize("streams", [True, False])
def test_client_that_leaves_cancels_the_target(serve: Serve, streams: bool) -> None:
    async def scenario() -> None:
        tier = big((Text("Heat"), Wait()))
        async with serve(tier) as s:
            url = f"{s.url}/v1/messages"
            asking = asyncio.ensure_future(s.http.post(url, json=body(stream=streams)))
            await tier.until(calls=1)
            if streams:
                response = await asking
                await response.content.readline()
                response.close()
            else:
                asking.cancel()
            await tier.until(closed=1)
            async with s.http.get(f"{s.url}/metrics") as metrics:
                lines = await metrics.text()
        assert 'door="messages"' in lines and "client_gone" in lines

    run(scenario())
