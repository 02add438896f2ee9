"""The door of completions over a real socket, and through OpenAI's own SDK."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import openai
import pytest
from openai.types import completion_create_params as documented

from edge.core.errors import TierGarbled, TierUnavailable
from edge.core.types import Completion, FinishReason, Stop, Text, TokenLogprob, Usage
from edge.doors.completions_request import HONOURED, PASSED
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors import asking
from tests.edge.doors.asking import run, sdk

Serve = Callable[..., AbstractAsyncContextManager[Any]]
ADD: dict[str, Any] = {"prompt": "def add(a, b):\n", "suffix": "\n\nprint(add(1, 2))\n"}


def coder(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/coder", scripts or (says("    return", " a + b"),))


async def post(served: Any, **members: Any) -> tuple[int, Any, Any]:
    body = {"model": "auto", **ADD, **members}
    async with served.http.post(f"{served.url}/v1/completions", json=body) as response:
        return response.status, await response.json(), response.headers


async def events(served: Any, **members: Any) -> list[Any]:
    return await asking.events(served, "/v1/completions", {"model": "auto", **ADD, **members})


def text_of(chunks: list[Any]) -> str:
    told = [chunk for chunk in chunks if chunk != "[DONE]"]
    return "".join(choice["text"] for chunk in told for choice in chunk.get("choices", []))


def test_every_documented_member_is_honoured_passed_on_or_refused() -> None:
    members = set(documented.CompletionCreateParamsBase.__annotations__)
    members |= set(documented.CompletionCreateParamsStreaming.__annotations__)
    assert members == HONOURED | PASSED


# -- shapes ------------------------------------------------------------------


def test_the_sdk_gets_a_gap_filled(serve: Serve) -> None:
    async def scenario() -> None:
        tier = coder((Text("    return a + b"), Usage(12, 6), Stop(FinishReason.STOP)))
        async with serve(tier, completes=True) as s, sdk(s) as client:
            reply = await client.completions.create(model="auto", max_tokens=40, seed=3, **ADD)
        (choice,) = reply.choices
        assert (choice.text, choice.index, choice.finish_reason) == ("    return a + b", 0, "stop")
        assert reply.object == "text_completion"
        assert reply.usage is not None
        assert (reply.usage.prompt_tokens, reply.usage.completion_tokens) == (12, 6)
        assert reply.id == f"cmpl-{reply._request_id}"
        (call,) = tier.calls
        assert call.request.completion == Completion(ADD["prompt"], ADD["suffix"])
        assert (call.sampling.max_tokens, call.sampling.seed) == (40, 3)

    run(scenario())


def test_the_sdk_reads_a_stream_line_by_line(serve: Serve) -> None:
    async def scenario() -> None:
        tier = coder(says("    c = a", " + b\n", "    return", " c"))
        async with serve(tier, completes=True) as s, sdk(s) as client:
            stream = await client.completions.create(model="auto", stream=True, **ADD)
            texts = [choice.text async for chunk in stream for choice in chunk.choices]
        assert texts == ["    c = a + b\n", "    return c", ""]

    run(scenario())


def test_a_stream_has_one_finish_the_report_and_usage_where_it_is_asked_for(serve: Serve) -> None:
    async def scenario() -> None:
        script = (Text("    return a + b"), Usage(12, 6), Stop(FinishReason.LENGTH))
        async with serve(coder(script), completes=True) as s:
            plain = await events(s)
            counted = await events(s, stream_options={"include_usage": True})
        assert plain[-1] == counted[-1] == "[DONE]"
        assert [c["choices"][0]["finish_reason"] for c in plain[:-1]] == [None, "length"]
        assert plain[-2]["prelude"]["models"] == ["mine/coder"]
        assert counted[-2]["choices"] == []
        assert counted[-2]["usage"]["completion_tokens"] == 6
        assert all(chunk["object"] == "text_completion" for chunk in plain[:-1])

    run(scenario())


def test_words_come_as_they_are_said_where_the_caller_wants_them_so(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(coder(), completes=True) as s:
            chunks = await events(s, prelude={"gate": "token", "trace": True})
            (block, _, _) = await events(s, prelude={"gate": "block"})
        assert [c["choices"][0]["text"] for c in chunks[:-1]] == ["    return", " a + b", ""]
        assert chunks[0]["prelude"]["model"] == "mine/coder"
        assert block["choices"][0]["text"] == "    return a + b"

    run(scenario())


def test_what_the_suffix_says_again_is_left_out(serve: Serve) -> None:
    async def scenario() -> None:
        repeats = says("    return a + b\n\n", "print(add(1, 2))\n")
        async with serve(coder(repeats), completes=True) as s:
            _, whole, _ = await post(s)
            chunks = await events(s)
        assert whole["choices"][0]["text"] == text_of(chunks) == "    return a + b"

    run(scenario())


def test_white_space_at_the_edges_is_the_callers_code(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(coder(says("\n\n", "    return a + b\n", "  ")), completes=True) as s:
            _, whole, _ = await post(s, suffix="#")
        assert whole["choices"][0]["text"] == "\n\n    return a + b\n  "

    run(scenario())


@pytest.mark.parametrize("stream", [True, False])
def test_there_may_be_nothing_to_fill_in(serve: Serve, stream: bool) -> None:
    async def scenario() -> None:
        nothing = (Usage(12, 0), Stop(FinishReason.STOP))
        async with serve(coder(nothing), completes=True) as s:
            if stream:
                chunks = await events(s)
                assert text_of(chunks) == ""
                assert chunks[-2]["choices"][0]["finish_reason"] == "stop"
            else:
                status, whole, _ = await post(s)
                assert (status, whole["choices"][0]["text"]) == (200, "")

    run(scenario())


def test_log_probabilities_have_the_old_shape(serve: Serve) -> None:
    async def scenario() -> None:
        a = TokenLogprob("a", -0.5, (("a", -0.5), ("b", -1.5)))
        plus = TokenLogprob(" +", -0.1, ((" +", -0.1),))
        script = (Text("a", (a,)), Text(" +", (plus,)), Stop(FinishReason.STOP))
        tier = coder(script)
        async with serve(tier, completes=True) as s, sdk(s) as client:
            reply = await client.completions.create(model="auto", logprobs=2, **ADD)
            chunks = await events(s, logprobs=2)
        told = reply.choices[0].logprobs
        assert told is not None
        assert (told.tokens, told.token_logprobs) == (["a", " +"], [-0.5, -0.1])
        assert told.text_offset == [0, 1]
        assert told.top_logprobs == [{"a": -0.5, "b": -1.5}, {" +": -0.1}]
        assert chunks[1]["choices"][0]["logprobs"]["text_offset"] == [1]
        assert tier.calls[0].sampling.top_logprobs == 2

    run(scenario())


def test_several_completions_come_side_by_side(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(coder(says("    return a"), says("    return b")), completes=True) as s:
            _, whole, _ = await post(s, n=2)
            chunks = await events(s, n=2)
        assert {choice["text"] for choice in whole["choices"]} == {"    return a", "    return b"}
        finished = [
            choice["index"]
            for chunk in chunks[:-1]
            for choice in chunk["choices"]
            if choice["finish_reason"]
        ]
        assert sorted(finished) == [0, 1]
        assert chunks[-1] == "[DONE]"

    run(scenario())


# -- who answers -------------------------------------------------------------


def test_a_text_without_a_suffix_is_gone_on_with_as_it_comes(serve: Serve) -> None:
    async def scenario() -> None:
        local = ScriptedTier("local", (says(" time", " there was"),))
        async with serve(local, fills_in=False) as s:
            chunks = await events(s, prompt=["Once upon a"], suffix=None)
        assert [c["choices"][0]["text"] for c in chunks[:-1]] == [" time", " there was", ""]
        assert local.calls[0].request.completion == Completion("Once upon a")

    run(scenario())


def test_a_model_without_fill_in_the_middle_tokens_is_refused_by_name(serve: Serve) -> None:
    async def scenario() -> None:
        async with (
            serve(ScriptedTier("local", (says("x"),)), fills_in=False) as s,
            sdk(s) as client,
        ):
            with pytest.raises(openai.BadRequestError) as caught:
                await client.completions.create(model="auto", **ADD)
        assert "local has no tokens to fill in the middle of a text" in caught.value.message
        assert caught.value.param == "model"

    run(scenario())


def test_a_stream_that_breaks_is_gone_on_with_by_the_next_from_what_was_said(serve: Serve) -> None:
    async def scenario() -> None:
        cut = coder(
            (Text("    c = a + b\n    ret"), TierGarbled("mine/coder: cut")),
            (TierUnavailable("mine/coder: 503"),),
        )
        other = ScriptedTier("other/coder", (says("urn c"),))
        async with serve(cut, other, completes=True) as s:
            chunks = await events(s)
        assert text_of(chunks) == "    c = a + b\n    return c"
        assert other.calls[0].prefix == "    c = a + b\n    ret"
        assert chunks[-2]["prelude"]["models"] == ["mine/coder", "other/coder"]
        assert chunks[-1] == "[DONE]"

    run(scenario())


def test_one_that_nobody_can_finish_ends_with_every_word_and_an_error(serve: Serve) -> None:
    async def scenario() -> None:
        script = (Text("    c = a\n    ret"), TierGarbled("mine/coder: cut"))
        tier = coder(script, (TierUnavailable("mine/coder: 503"),))
        async with serve(tier, completes=True) as s:
            chunks = await events(s)
        assert text_of(chunks) == "    c = a\n    ret"
        assert "mine/coder" in chunks[-1]["error"]["message"]
        assert "[DONE]" not in chunks

    run(scenario())


@pytest.mark.parametrize("n", [1, 2])
def test_a_failure_before_a_line_was_shown_is_an_honest_status(serve: Serve, n: int) -> None:
    async def scenario() -> None:
        scripts = [(Text("    ret"), TierGarbled("mine/coder: cut"))] * n
        async with serve(coder(*scripts, (TierUnavailable("503"),)), completes=True) as s:
            status, told, _ = await post(s, stream=True, n=n)
        assert (status, told["error"]["code"]) == (502, "no_target_left")

    run(scenario())


@pytest.mark.parametrize("stream", [True, False])
def test_a_client_that_leaves_stops_the_completion(serve: Serve, stream: bool) -> None:
    async def scenario() -> None:
        tier = coder((Text("    a = 1\n"), Wait()))
        async with serve(tier, completes=True) as s:
            body = {"model": "auto", **ADD, "stream": stream}
            request = asyncio.ensure_future(s.http.post(f"{s.url}/v1/completions", json=body))
            await tier.until(calls=1)
            if stream:
                response = await request
                await response.content.readany()
                response.close()
            else:
                request.cancel()
            await tier.until(closed=1)

    run(scenario())


# -- bad input ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"model": ""}, "model"),
        ({"prompt": None}, "prompt"),
        ({"prompt": "", "suffix": None}, "prompt"),
        ({"prompt": ["a", "b"]}, "prompt"),
        ({"prompt": [1, 2, 3]}, "prompt"),
        ({"prompt": [[1, 2]]}, "prompt"),
        ({"prompt": 5}, "prompt"),
        ({"suffix": 5}, "suffix"),
        ({"echo": True}, "echo"),
        ({"best_of": 2}, "best_of"),
        ({"n": 17}, "n"),
        ({"logprobs": 6}, "logprobs"),
        ({"logprobs": True}, "logprobs"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"user": 5}, "user"),
        ({"prelude": {"gate": "page"}}, "prelude.gate"),
        ({"prelude": {"gate": "line"}, "logprobs": 1}, "prelude.gate"),
        ({"prelude": {"strategy": "parallel"}}, "prelude.strategy"),
        ({"stream_options": {}}, "stream_options"),
        ({"model": "mine/unknown"}, "model"),
    ],
)
def test_a_wrong_member_is_named(serve: Serve, members: dict[str, Any], param: str) -> None:
    async def scenario() -> None:
        async with serve(coder(), completes=True) as s:
            status, told, _ = await post(s, **members)
        assert (status // 100, told["error"]["param"]) == (4, param)

    run(scenario())
