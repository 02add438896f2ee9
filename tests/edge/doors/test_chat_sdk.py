"""What OpenAI's own client makes of chat completions: tools, structured output, errors."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import openai
import pytest
from pydantic import BaseModel

from edge.core.errors import TierRejected
from edge.core.types import (
    FinishReason,
    ImagePart,
    Stop,
    Text,
    TextPart,
    TokenLogprob,
    ToolDelta,
    Usage,
)
from edge.scripted import ScriptedTier, says
from tests.edge.doors.asking import run, sdk

Serve = Callable[..., AbstractAsyncContextManager[Any]]
QUESTION: Any = [{"role": "user", "content": "How is the weather in Oslo and in Rome?"}]
WEATHER: Any = {
    "type": "function",
    "function": {"name": "weather", "parameters": {"type": "object"}},
}


class Weather(BaseModel):
    city: str
    degrees: int


def tier(*script: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", (script,))


def test_parallel_tool_calls_are_streamed_side_by_side(serve: Serve) -> None:
    async def scenario() -> None:
        big = tier(
            ToolDelta(0, "call_0", "weather", '{"city":'),
            ToolDelta(1, "call_1", "weather", '{"city":'),
            ToolDelta(0, arguments='"Oslo"}'),
            ToolDelta(1, arguments='"Rome"}'),
            Stop(FinishReason.TOOL_CALLS),
        )
        async with serve(big) as s, sdk(s) as client:
            asked: Any = {"model": "auto", "messages": QUESTION, "tools": [WEATHER]}
            async with client.chat.completions.stream(**asked, parallel_tool_calls=True) as stream:
                told = await stream.get_final_completion()
        (choice,) = told.choices
        assert choice.finish_reason == "tool_calls"
        calls = choice.message.tool_calls or []
        assert [(call.id, call.function.arguments) for call in calls] == [
            ("call_0", '{"city":"Oslo"}'),
            ("call_1", '{"city":"Rome"}'),
        ]
        assert big.calls[0].request.parallel_tool_calls is True

    run(scenario())


def test_structured_output_is_parsed(serve: Serve) -> None:
    async def scenario() -> None:
        big = tier(*says('{"city": "Oslo",', ' "degrees": 3}'))
        async with serve(big) as s, sdk(s) as client:
            told = await client.chat.completions.parse(
                model="auto", messages=QUESTION, response_format=Weather
            )
        assert told.choices[0].message.parsed == Weather(city="Oslo", degrees=3)
        sent = big.calls[0].request.response_format
        assert (sent["type"], sent["json_schema"]["name"]) == ("json_schema", "Weather")

    run(scenario())


def test_what_a_conversation_may_hold_reaches_the_target(serve: Serve) -> None:
    async def scenario() -> None:
        big = tier(*says("It is a cat."))
        picture = {"type": "image_url", "image_url": {"url": "https://x.test/a.png"}}
        messages: Any = [
            {"role": "developer", "content": "Be brief."},
            {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
            {"role": "user", "content": [{"type": "text", "text": "Look:"}, picture]},
        ]
        async with serve(big) as s, sdk(s) as client:
            told = await client.chat.completions.create(
                model="auto",
                messages=messages,
                reasoning_effort="low",
                service_tier="flex",
                metadata={"a": "b"},
                user="me",
            )
        assert told.choices[0].message.refusal is None
        request = big.calls[0].request
        assert [message.role for message in request.messages] == ["developer", "assistant", "user"]
        assert request.messages[1].text == "No."
        assert request.messages[2].parts == (TextPart("Look:"), ImagePart("https://x.test/a.png"))
        assert request.passthrough == {
            "reasoning_effort": "low",
            "service_tier": "flex",
            "metadata": {"a": "b"},
            "user": "me",
        }

    run(scenario())


def test_log_probabilities_go_to_a_target_that_has_them(serve: Serve) -> None:
    async def scenario() -> None:
        cannot = TierRejected("mine/big: takes no logprobs", own_limit=True, param="logprobs")
        told = Text("Mild", (TokenLogprob("Mild", -0.2, (("Mild", -0.2),)),))
        other = ScriptedTier("other/big", ((told, Usage(1, 1), Stop(FinishReason.STOP)),))
        async with serve(tier(cannot), other) as s, sdk(s) as client:
            chunks = [
                chunk
                async for chunk in await client.chat.completions.create(
                    model="auto", messages=QUESTION, logprobs=True, top_logprobs=1, stream=True
                )
            ]
        logprobs = chunks[0].choices[0].logprobs
        assert logprobs is not None and logprobs.content is not None
        assert logprobs.content[0].bytes == list(b"Mild")
        assert logprobs.content[0].top_logprobs[0].logprob == -0.2

    run(scenario())


def test_an_error_names_the_member_and_the_request(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(tier(*says("Mild."))) as s, sdk(s) as client:
            with pytest.raises(openai.BadRequestError) as caught:
                await client.chat.completions.create(model="auto", messages=QUESTION, n=17)
            good = await client.chat.completions.with_raw_response.create(
                model="auto", messages=QUESTION
            )
        error = caught.value
        assert (error.param, error.type) == ("n", "invalid_request_error")
        assert error.request_id == error.response.headers["x-prelude-request-id"]
        assert good.request_id == good.headers["x-prelude-request-id"]

    run(scenario())
