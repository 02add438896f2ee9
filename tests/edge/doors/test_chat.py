"""The chat door over a real socket: what a client sees, in good times and bad."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import openai
import pytest

from edge.core.errors import (
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierUnavailable,
)
from edge.core.history import beginnings
from edge.core.settings import DeepSettings, RouteSettings, ServerSettings
from edge.core.types import (
    Extra,
    FinishReason,
    Message,
    Request,
    Stop,
    Text,
    TextPart,
    Thinking,
    TokenLogprob,
    ToolDelta,
    Usage,
)
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import run

Serve = Callable[..., AbstractAsyncContextManager[Any]]

QUESTION = [{"role": "user", "content": "How does a heat pump work?"}]
OPENING = "Let us look at how a heat pump works."
TOOL = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}


def body(**members: Any) -> dict[str, Any]:
    return {"model": "auto", "messages": QUESTION, **members}


async def post(served: Any, **members: Any) -> tuple[int, Any, Any]:
    async with served.http.post(f"{served.url}/v1/chat/completions", json=body(**members)) as r:
        return r.status, await r.json(), r.headers


async def stream(served: Any, **members: Any) -> list[Any]:
    """The data of every event; `[DONE]` as that string."""
    url = f"{served.url}/v1/chat/completions"
    async with served.http.post(url, json=body(stream=True, **members)) as response:
        assert response.status == 200, await response.text()
        assert response.content_type == "text/event-stream"
        raw = (await response.read()).decode()
    assert "event:" not in raw
    datas = [line.removeprefix("data: ") for line in raw.split("\n\n") if line]
    return [data if data == "[DONE]" else json.loads(data) for data in datas]


def text_of(chunks: list[Any]) -> str:
    return "".join(
        choice["delta"].get("content") or ""
        for chunk in chunks
        if chunk != "[DONE]"
        for choice in chunk.get("choices", [])
    )


def big(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts or (says("Heat pumps move warmth."),))


def local(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("local", scripts or (says(OPENING + " "),))


# -- shapes ------------------------------------------------------------------


def test_a_platforms_own_options_reach_it_and_what_it_says_of_them_comes_back(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        script = (Text("Heat."), Stop(FinishReason.STOP), Extra({"sources": ["a"]}), Usage(1, 1))
        tier = big(script)
        options = {"mine": {"search": True}}
        async with serve(tier) as s:
            chunks = await stream(s, provider_options=options)
            _, whole, _ = await post(s, provider_options=options)
        (told,) = [chunk for chunk in chunks if "provider_extra" in chunk]
        assert told["provider_extra"] == whole["provider_extra"] == {"sources": ["a"]}
        assert [call.request.provider_options for call in tier.calls] == [options] * 2

    run(scenario())


def test_stream_has_openais_shape(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(
            big((Text("Heat"), Text(" pumps"), Usage(11, 2), Stop(FinishReason.STOP)))
        ) as s:
            chunks = await stream(s, stream_options={"include_usage": True})
        assert chunks[-1] == "[DONE]"
        first, second, finish, usage = chunks[:-1]
        assert first["object"] == "chat.completion.chunk"
        assert first["choices"][0]["delta"] == {
            "role": "assistant",
            "content": "Heat",
            "refusal": None,
        }
        assert second["choices"][0]["delta"] == {"content": " pumps"}
        assert finish["choices"][0] == {
            "index": 0,
            "delta": {},
            "logprobs": None,
            "finish_reason": "stop",
        }
        assert all(chunk["usage"] is None for chunk in (first, second, finish))
        assert usage["choices"] == []
        assert usage["usage"]["prompt_tokens"] == 11
        assert usage["usage"]["completion_tokens"] == 2
        assert usage["prelude"]["models"] == ["mine/big"]
        assert usage["prelude"]["cost_known"] is True
        assert len({chunk["id"] for chunk in chunks[:-1]}) == 1

    run(scenario())


def test_usage_is_left_out_unless_asked_for_and_the_report_is_on_the_last_chunk(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            chunks = await stream(s)
        assert all("usage" not in chunk for chunk in chunks[:-1])
        report = chunks[-2]["prelude"]
        assert report["models"] == ["mine/big"]
        assert set(report) == {"models", "latency_ms", "ttft_ms", "cost_cents", "cost_known"}

    run(scenario())


def test_json_reply_has_openais_shape(serve: Serve) -> None:
    async def scenario() -> None:
        script = (
            Thinking("hm"),
            Text("Heat"),
            ToolDelta(0, "call_1", "f", '{"a"'),
            ToolDelta(0, arguments=":1}"),
            Usage(11, 7, cached=4, reasoning=2),
            Stop(FinishReason.TOOL_CALLS),
        )
        async with serve(big(script)) as s:
            status, reply, headers = await post(s, tools=[TOOL])
        assert status == 200
        message = reply["choices"][0]["message"]
        assert message["content"] == "Heat"
        assert message["reasoning_content"] == "hm"
        assert message["tool_calls"] == [
            {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": '{"a":1}'}}
        ]
        assert reply["choices"][0]["finish_reason"] == "tool_calls"
        assert reply["usage"]["prompt_tokens_details"]["cached_tokens"] == 4
        assert headers["x-prelude-plan"] == "target; targets=mine/big"
        assert len(headers["x-prelude-request-id"]) == 24

    run(scenario())


def test_log_probabilities_are_handed_through(serve: Serve) -> None:
    async def scenario() -> None:
        token = TokenLogprob("Heat", -0.5, (("Heat", -0.5), ("Cold", -1.5)))
        async with serve(big((Text("Heat", (token,)), Stop(FinishReason.STOP)))) as s:
            _, reply, _ = await post(s, logprobs=True, top_logprobs=2)
        (content,) = reply["choices"][0]["logprobs"]["content"]
        assert content["token"] == "Heat"
        assert [top["token"] for top in content["top_logprobs"]] == ["Heat", "Cold"]

    run(scenario())


# -- stitching ---------------------------------------------------------------


def test_preamble_is_a_paragraph_before_the_answer_and_traced_as_the_drafts(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.2), *says("Heat pumps move warmth.")))
        async with serve(
            local(), slow, route=RouteSettings(targets=("mine/big",), strategy="preamble")
        ) as s:
            chunks = await stream(s, prelude={"trace": True})
        assert text_of(chunks) == f"{OPENING}\n\nHeat pumps move warmth."
        assert text_of(chunks[:1]) == f"{OPENING}\n\n"  # a voice need not wait to know its end
        said = [c["prelude"]["tier"] for c in chunks[:-1] if text_of([c])]
        assert said == ["draft", "target"]
        last = chunks[-2]["prelude"]
        assert last["models"] == ["local", "mine/big"]
        assert [leg["outcome"] for leg in last["legs"]] == ["cancelled", "stop"]
        assert last["reasons"][0].startswith("task ")
        assert last["verdict"].keys() > {"task", "difficulty", "confidence", "decided_by"}

    run(scenario())


def test_continue_gives_the_opening_to_the_target(serve: Serve) -> None:
    async def scenario() -> None:
        target = big(says(" It moves warmth."))
        async with serve(local(), target) as s:
            chunks = await stream(s)
        assert text_of(chunks) == f"{OPENING} It moves warmth."
        assert target.calls[0].prefix == OPENING

    run(scenario())


def test_parallel_answer_joins_the_opening_and_leaves_out_what_it_said(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.2), *says("Sure! ", f"{OPENING} ", "It moves warmth.")))
        route = RouteSettings(targets=("mine/big",), strategy="parallel")
        async with serve(local(), slow, route=route) as s:
            chunks = await stream(s)
        assert text_of(chunks) == f"{OPENING} It moves warmth."
        assert slow.calls[0].prefix == ""

    run(scenario())


def test_openings_that_are_contradicted_are_corrected_counted_and_given_up(serve: Serve) -> None:
    async def scenario() -> None:
        contrary = big((Wait(0.2), *says("No, a heat pump moves heat.")))
        yes = local(says("Yes, a heat pump makes heat. "))
        route = RouteSettings(targets=("mine/big",), strategy="parallel", opening="full")
        async with serve(yes, contrary, route=route) as s:
            texts = [text_of(await stream(s)) for _ in range(3)]
            async with s.http.get(f"{s.url}/metrics") as response:
                lines = (await response.text()).splitlines()
        corrected = "Yes, a heat pump makes heat. Correction: No, a heat pump moves heat."
        assert texts == [corrected, corrected, "No, a heat pump moves heat."]
        assert 'prelude_openings_total{level="full",outcome="corrected"} 2.0' in lines

    run(scenario())


def test_local_model_that_leads_is_followed_when_it_is_lost(serve: Serve) -> None:
    async def scenario() -> None:
        lost = local(says("A heat pump moves heat. ", "A heat pump moves heat. "))
        target = big(says(" It needs power."))
        route = RouteSettings(targets=("local", "mine/big"))
        async with serve(lost, target, route=route) as s:
            chunks = await stream(s, prelude={"trace": True})
        assert text_of(chunks) == "A heat pump moves heat. It needs power."
        assert target.calls[0].prefix == "A heat pump moves heat."
        said = [c["prelude"]["tier"] for c in chunks[:-1] if text_of([c])]
        assert said == ["local", "target"]

    run(scenario())


def test_reply_that_is_not_streamed_has_no_draft(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(local(), big()) as s:
            _, reply, _ = await post(s)
        assert reply["choices"][0]["message"]["content"] == "Heat pumps move warmth."
        assert s.tiers["local"].calls == []

    run(scenario())


@pytest.mark.parametrize(
    "members",
    [
        {"response_format": {"type": "json_object"}},
        {"tools": [TOOL]},
        {"tools": [TOOL], "tool_choice": "required"},
        {"logprobs": True},
        {"max_tokens": 5},
        {"prelude": {"draft": "none"}},
        {"prelude": {"strategy": "target"}},
        {"model": "mine/big"},
        {
            "messages": [
                {
                    "role": "user",
                    "content": [
                        {"type": "image_url", "image_url": {"url": "https://x.test/a.png"}}
                    ],
                }
            ]
        },
    ],
)
def test_some_requests_never_have_an_opening(serve: Serve, members: dict[str, Any]) -> None:
    async def scenario() -> None:
        async with serve(local(), big()) as s:
            await stream(s, **members)
        assert s.tiers["local"].calls == []

    run(scenario())


# -- failures ----------------------------------------------------------------


def test_cut_target_is_finished_by_the_next(serve: Serve) -> None:
    async def scenario() -> None:
        cut = big((Text("Heat pumps move "), TierGarbled("mine/big: cut")))
        other = ScriptedTier("other/equal", (says(" warmth."),))
        async with serve(cut, other) as s:
            chunks = await stream(s)
        assert text_of(chunks) == "Heat pumps move warmth."
        assert chunks[-2]["prelude"]["models"] == ["mine/big", "other/equal"]
        assert chunks[-1] == "[DONE]"

    run(scenario())


def test_reply_that_nobody_can_finish_ends_with_an_error_and_without_done(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big((Text("Heat pumps"), TierGarbled("mine/big: cut")))) as s:
            chunks = await stream(s)
        assert text_of(chunks[:1]) == "Heat pumps"
        assert chunks[-1]["error"]["message"] == "mine/big: cut"
        assert "[DONE]" not in chunks
        assert not any(c["choices"][0]["finish_reason"] for c in chunks if "choices" in c)

    run(scenario())


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (TierUnavailable("mine/big: 503"), 502, "no_target_left"),
        (TierRateLimited("mine/big: 429", retry_after_s=7), 429, "rate_limit_exceeded"),
        (TierRejected("mine/big: 400", param="temperature", code="bad"), 400, "bad"),
        (TierRejected("9 tokens of 8", own_limit=True), 400, "context_length_exceeded"),
        (RuntimeError("a bug"), 502, "no_target_left"),
    ],
)
@pytest.mark.parametrize("streams", [True, False])
def test_failure_before_the_first_word_is_an_honest_status(
    serve: Serve, error: Exception, status: int, code: str, streams: bool
) -> None:
    async def scenario() -> None:
        async with serve(big((error,))) as s:
            got, reply, headers = await post(s, stream=streams)
        assert (got, reply["error"]["code"]) == (status, code)
        if status in (429, 502):
            assert headers["x-should-retry"] == "false"
        if status == 429:
            assert headers["Retry-After"] == "7"

    run(scenario())


def test_total_deadline_is_a_504_before_the_first_word(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big((Wait(),)), deep=DeepSettings(total_ms=50)) as s:
            status, reply, _ = await post(s)
        assert (status, reply["error"]["code"]) == (504, "deadline_exceeded")
        assert s.tiers["mine/big"].closed == 1

    run(scenario())


@pytest.mark.parametrize("streams", [True, False])
def test_client_that_leaves_closes_every_leg(serve: Serve, streams: bool) -> None:
    async def scenario() -> None:
        forever = big((*([Text("Heat ")] if streams else []), Wait()))
        async with serve(local((Wait(),)), forever) as s:
            url = f"{s.url}/v1/chat/completions"
            request = asyncio.ensure_future(s.http.post(url, json=body(stream=streams)))
            await forever.until(calls=1)
            if streams:
                response = await request
                await response.content.readany()
                response.close()
            else:
                request.cancel()
            await forever.until(closed=1)
            assert s.tiers["local"].closed == len(s.tiers["local"].calls)

    run(scenario())


def test_client_that_does_not_read_is_dropped(serve: Serve) -> None:
    async def scenario() -> None:
        flood = big([Text("x" * 65536)] * 2000 + [Wait()])
        server = ServerSettings(write_timeout_ms=100)
        async with serve(flood, server=server) as s:
            url = f"{s.url}/v1/chat/completions"
            async with s.http.post(url, json=body(stream=True)):
                await flood.until(closed=1)

    run(scenario())


@pytest.mark.parametrize(
    ("said", "count"), [("2", 2), ("", 0), ("-1", 0), ("no", 0), ("²", 0), ("9" * 9, 0)]
)
def test_retries_that_the_clients_sdk_announces_are_known(
    serve: Serve, said: str, count: int
) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Hi."),))
        headers = {"x-stainless-retry-count": said}
        async with serve(tier) as s:
            url = f"{s.url}/v1/chat/completions"
            async with s.http.post(url, json=body(), headers=headers) as response:
                assert response.status == 200
        assert tier.calls[0].request.client_retries == count

    asyncio.run(scenario())


# -- bad input ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"model": None}, "model"),
        ({"model": 3}, "model"),
        ({"messages": None}, "messages"),
        ({"messages": []}, "messages"),
        ({"messages": "hi"}, "messages"),
        ({"messages": [3]}, "messages[0]"),
        ({"messages": [{"role": "robot", "content": "x"}]}, "messages[0].role"),
        ({"messages": [{"role": "user"}]}, "messages[0].content"),
        (
            {"messages": [{"role": "user", "content": [{"type": "video"}]}]},
            "messages[0].content[0].type",
        ),
        ({"messages": [{"role": "tool", "content": "x"}]}, "messages[0].tool_call_id"),
        ({"temperature": 3}, "temperature"),
        ({"temperature": "hot"}, "temperature"),
        ({"temperature": True}, "temperature"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"max_tokens": 1.5}, "max_tokens"),
        ({"n": 17}, "n"),
        ({"stop": [1]}, "stop"),
        ({"stream": "yes"}, "stream"),
        ({"stream_options": {"include_usage": True}}, "stream_options"),
        ({"tools": [{"type": "web_search"}]}, "tools[0].type"),
        ({"tool_choice": "required"}, "tools"),
        ({"tool_choice": {"type": "function", "function": {"name": "g"}}}, "tool_choice"),
        ({"logit_bias": {"5": 200}}, "logit_bias.5"),
        ({"prelude": {"strategy": "guess"}}, "prelude.strategy"),
        ({"prelude": {"colour": 1}}, "prelude.colour"),
        ({"prelude": {"task": "cooking"}}, "prelude.task"),
        ({"prelude": {"priority": 1}}, "prelude.priority"),
        ({"prelude": {"priority": "now"}}, "prelude.priority"),
        ({"prelude": {"quality": 1.1}}, "prelude.quality"),
        ({"prelude": {"max_cost_cents": -1}}, "prelude.max_cost_cents"),
        ({"prelude": {"targets": ["nobody/x"]}}, "prelude.targets"),
        ({"provider_options": {"openai": 3}}, "provider_options.openai"),
    ],
)
def test_wrong_member_is_named(serve: Serve, members: dict[str, Any], param: str) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            status, reply, _ = await post(s, **members)
        assert reply["error"]["param"] == param
        assert status in (400, 404)
        assert s.tiers["mine/big"].calls == []

    run(scenario())


@pytest.mark.parametrize(
    ("data", "says_what"),
    [
        (b"", "empty"),
        (b"{", "not valid JSON"),
        (b"[]", "an array"),
        (b'{"model": "\xff"}', "not valid JSON"),
        (b'{"model": "\\ud800"}', "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"model": "' + b"x" * 2048 + b'"}', "2048"),
    ],
)
def test_body_that_cannot_be_read_is_refused(serve: Serve, data: bytes, says_what: str) -> None:
    async def scenario() -> None:
        limit = 2048 if b"xxx" in data else 1 << 20
        async with serve(big(), server=ServerSettings(max_body_bytes=limit)) as s:
            url = f"{s.url}/v1/chat/completions"
            async with s.http.post(url, data=data) as response:
                reply = await response.json()
                assert response.status == (413 if b"xxx" in data else 400)
        assert says_what in reply["error"]["message"]

    run(scenario())


def test_unknown_model_is_a_404_that_says_where_to_look(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            status, reply, _ = await post(s, model="gpt-99")
        assert (status, reply["error"]["code"]) == (404, "model_not_found")
        assert "/v1/models" in reply["error"]["message"]

    run(scenario())


def test_prompt_too_long_for_the_local_model_alone_is_refused_with_both_numbers(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        long = [{"role": "user", "content": "word " * 20_000}]
        async with serve(local()) as s:
            status, reply, _ = await post(s, messages=long)
        assert (status, reply["error"]["code"]) == (400, "context_length_exceeded")
        assert "4096" in reply["error"]["message"] and "25004" in reply["error"]["message"]

    run(scenario())


def test_paced_answer_is_the_same_in_more_chunks(serve: Serve) -> None:
    answer = (
        "Heat pumps move warmth. They take it from the cold side, and bring it to the warm one."
    )

    async def scenario() -> None:
        async with serve(big(says(answer)), deep=DeepSettings(pace_tokens_per_s=1)) as s:
            chunks = await stream(s)
            assert text_of(chunks) == answer
            assert len([chunk for chunk in chunks if text_of([chunk])]) > 10

    run(scenario())


# -- official client ---------------------------------------------------------


def test_official_client_reads_stream_json_and_errors(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.1), *says("Heat pumps ", "move warmth.")))
        async with serve(local(), slow) as s:
            client = openai.AsyncOpenAI(base_url=f"{s.url}/v1", api_key="none", max_retries=0)
            async with client:
                text = ""
                events = await client.chat.completions.create(
                    model="auto",
                    messages=[{"role": "user", "content": "How does a heat pump work?"}],
                    stream=True,
                )
                async for chunk in events:
                    text += chunk.choices[0].delta.content or ""
                assert text.startswith(OPENING) and text.endswith("move warmth.")
                whole = await client.chat.completions.create(
                    model="mine/big", messages=[{"role": "user", "content": "Hi"}]
                )
                assert whole.choices[0].message.content == "Heat pumps move warmth."
                with pytest.raises(openai.NotFoundError):
                    await client.chat.completions.create(
                        model="gpt-99", messages=[{"role": "user", "content": "Hi"}]
                    )
                assert [m.id async for m in client.models.list()] == ["auto", "local", "mine/big"]

    run(scenario())


# -- what is remembered ------------------------------------------------------


def test_where_a_long_conversation_was_read_is_remembered_for_its_next_turn(serve: Serve) -> None:
    words = "How does a heat pump work? " * 300

    async def scenario() -> None:
        async with serve(big()) as s:
            await post(s, messages=[{"role": "user", "content": words}])
            history = s.front.service.knowledge.history
        messages = (Message("user", (TextPart(words),)), Message("user", (TextPart("And?"),)))
        known = beginnings(Request("r", "auto", messages, caller="owner"))
        assert history.cached_tokens(known, "mine/big", time.monotonic()) > 1024

    run(scenario())
