"""Anthropic's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import anthropic
import pytest
from anthropic.types import Message as Reply
from anthropic.types import TextBlock, ThinkingBlock, ToolUseBlock

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from adapters.providers import find_endpoint
from adapters.reach import Reached, reach
from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.anthropic import REFUSE, SIGNATURE
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Thinking,
    Tool,
    ToolDelta,
    Usage,
)

KEY = "zx-81c4f2a9d07b"
MODEL = "claude-haiku-4-5"
LATE_MODEL = "claude-opus-5-5"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
LONG = "word " * 4000
SCHEMA = {
    "type": "object",
    "properties": {"place": {"type": "string"}, "days": {"type": "integer"}},
}
SDK_TOOL: Any = {"name": "get_weather", "input_schema": SCHEMA}
THINK: Any = {"type": "enabled", "budget_tokens": 1024}


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle) -> Iterator[anthropic.Anthropic]:
    with anthropic.Anthropic(base_url=sim.url, api_key=KEY, max_retries=0) as client:
        yield client


def asked(prompt: str = PROMPT, **more: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": prompt}]
    return {"model": MODEL, "max_tokens": 4096, "messages": messages, **more}


def streamed(sdk: anthropic.Anthropic, **members: Any) -> Reply:
    with sdk.messages.stream(**members) as stream:
        return stream.get_final_message()


@dataclass(frozen=True)
class Heard:
    text: str
    thinking: str
    arguments: str
    stop: FinishReason | None
    usage: Usage | None
    extra: dict[str, Any]
    error: TierError | None


def ours(sim: SimulatorHandle, prompt: str = PROMPT, model: str = MODEL, **more: Any) -> Heard:
    """What our adapter reads, asking the same. `prefix`, `stream` and `history` are of the call."""
    prefix, stream = more.pop("prefix", ""), more.pop("stream", True)
    messages = (*more.pop("history", ()), Message("user", (TextPart(prompt),)))
    sampling = more.pop("sampling", Sampling(max_tokens=4096))
    request = Request("r", "auto", messages, sampling=sampling, **more)
    call = Call(request, messages, sampling, prefix=prefix, stream=stream)
    pieces, error = asyncio.run(_stream(sim, call, model))
    usages = [piece for piece in pieces if isinstance(piece, Usage)]
    stops = [piece.reason for piece in pieces if isinstance(piece, Stop)]
    extras = [piece.data for piece in pieces if isinstance(piece, Extra)]
    return Heard(
        "".join(piece.text for piece in pieces if isinstance(piece, Text)),
        "".join(piece.text for piece in pieces if isinstance(piece, Thinking)),
        "".join(piece.arguments for piece in pieces if isinstance(piece, ToolDelta)),
        stops[0] if stops else None,
        usages[-1] if usages else None,
        {key: value for extra in extras for key, value in extra.items()},
        error,
    )


def settings(sim: SimulatorHandle, **headers: str) -> Settings:
    provider = ProviderSettings("anthropic", sim.base_url, headers=headers)
    return Settings(providers={"anthropic": provider})


async def _stream(
    sim: SimulatorHandle, call: Call, model: str, **headers: str
) -> tuple[list[Piece], TierError | None]:
    pieces: list[Piece] = []
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(
            describe(f"anthropic/{model}", settings(sim, **headers)), Secret(KEY), client
        )
        try:
            async with aclosing(tier.stream(call)) as stream:
                async for piece in stream:
                    pieces.append(piece)  # noqa: PERF401  they count, whatever comes after them
        except TierError as error:
            return pieces, error
    return pieces, None


def text_of(reply: Reply) -> str:
    return "".join(block.text for block in reply.content if block.type == "text")


def counts(reply: Reply) -> Usage:
    used = reply.usage
    cached, stored = used.cache_read_input_tokens or 0, used.cache_creation_input_tokens or 0
    return Usage(
        used.input_tokens + cached + stored, used.output_tokens, cached, cache_write=stored
    )


# -- what both read ----------------------------------------------------------


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply(sim: SimulatorHandle, sdk: anthropic.Anthropic, stream: bool) -> None:
    reply = streamed(sdk, **asked()) if stream else sdk.messages.create(**asked())
    heard = ours(sim, stream=stream)
    assert text_of(reply) == heard.text == ANSWER
    assert (reply.stop_reason, heard.stop) == ("end_turn", FinishReason.STOP)
    assert counts(reply) == heard.usage
    assert reply.id.startswith("msg_sim") and heard.extra["id"].startswith("msg_sim")


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply_that_reached_its_limit(
    sim: SimulatorHandle, sdk: anthropic.Anthropic, stream: bool
) -> None:
    members = asked(max_tokens=7)
    reply = streamed(sdk, **members) if stream else sdk.messages.create(**members)
    heard = ours(sim, stream=stream, sampling=Sampling(max_tokens=7))
    assert text_of(reply) == heard.text and ANSWER.startswith(heard.text)
    assert (reply.stop_reason, heard.stop) == ("max_tokens", FinishReason.LENGTH)
    assert counts(reply) == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_a_forced_tool(sim: SimulatorHandle, sdk: anthropic.Anthropic, stream: bool) -> None:
    members = asked(tools=[SDK_TOOL], tool_choice={"type": "tool", "name": "get_weather"})
    reply = streamed(sdk, **members) if stream else sdk.messages.create(**members)
    choice = {"type": "function", "function": {"name": "get_weather"}}
    heard = ours(sim, stream=stream, tools=(Tool("get_weather", None, SCHEMA),), tool_choice=choice)
    (block,) = reply.content
    assert isinstance(block, ToolUseBlock)
    assert block.name == "get_weather"
    assert block.input == json.loads(heard.arguments) == {"place": PROMPT, "days": 1}
    assert (reply.stop_reason, heard.stop) == ("tool_use", FinishReason.TOOL_CALLS)
    assert counts(reply) == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_thoughts_and_their_signature(
    sim: SimulatorHandle, sdk: anthropic.Anthropic, stream: bool
) -> None:
    members = asked(thinking=THINK)
    reply = streamed(sdk, **members) if stream else sdk.messages.create(**members)
    heard = ours(sim, stream=stream, provider_options={"anthropic": {"thinking": THINK}})
    thought, said = reply.content
    assert isinstance(thought, ThinkingBlock)
    assert isinstance(said, TextBlock)
    assert thought.thinking == heard.thinking
    assert said.text == heard.text == ANSWER
    (returned,) = heard.extra["thinking_blocks"]
    assert thought.signature == returned["signature"] == SIGNATURE
    assert returned["thinking"] == heard.thinking


def test_a_refusal(sim: SimulatorHandle, sdk: anthropic.Anthropic) -> None:
    reply, heard = streamed(sdk, **asked(REFUSE)), ours(sim, REFUSE)
    assert (reply.stop_reason, heard.stop) == ("refusal", FinishReason.CONTENT_FILTER)
    assert reply.stop_details is not None
    assert reply.stop_details.explanation == heard.extra["stop_details"]["explanation"]


def test_a_form(sim: SimulatorHandle, sdk: anthropic.Anthropic) -> None:
    output: Any = {"format": {"type": "json_schema", "schema": SCHEMA}}
    form = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}
    reply = sdk.messages.create(**asked(output_config=output))
    assert text_of(reply) == ours(sim, response_format=form).text
    assert json.loads(text_of(reply)) == {"place": PROMPT, "days": 1}


def test_a_text_that_is_continued(sim: SimulatorHandle, sdk: anthropic.Anthropic) -> None:
    prefix = ANSWER[:40].rstrip()
    members = asked()
    members["messages"].append({"role": "assistant", "content": prefix})
    assert text_of(streamed(sdk, **members)) == ours(sim, prefix=prefix).text
    assert prefix + ours(sim, prefix=prefix).text == ANSWER


def test_a_prompt_that_is_kept_and_read_again(
    sim: SimulatorHandle, sdk: anthropic.Anthropic
) -> None:
    """We mark the same beginning as a caller of the SDK would: who comes second reads it."""
    history = (Message("system", (TextPart(LONG),)),)
    first = ours(sim, history=history)
    assert first.usage is not None and first.usage.cache_write > 4000
    system = [{"type": "text", "text": LONG, "cache_control": {"type": "ephemeral"}}]
    reply = streamed(sdk, **asked(system=system))
    assert counts(reply).cached == first.usage.cache_write
    assert counts(reply) == ours(sim, history=history).usage


def test_every_answer_has_a_number_to_complain_with(sdk: anthropic.Anthropic) -> None:
    request_id = sdk.messages.create(**asked())._request_id
    assert request_id is not None and request_id.startswith("req_sim")


def test_tokens_are_counted(sdk: anthropic.Anthropic) -> None:
    members = asked()
    del members["max_tokens"]
    counted = sdk.messages.count_tokens(**members).input_tokens
    assert counted == sdk.messages.create(**asked()).usage.input_tokens


# -- how both fail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "sdks", "our"),
    [
        (400, anthropic.BadRequestError, TierRejected),
        (401, anthropic.AuthenticationError, TierUnavailable),
        (404, anthropic.NotFoundError, TierUnavailable),
        (413, anthropic.APIStatusError, TierRejected),
        (429, anthropic.RateLimitError, TierRateLimited),
        (500, anthropic.InternalServerError, TierUnavailable),
        (529, anthropic.APIStatusError, TierUnavailable),
    ],
)
def test_a_call_that_is_refused(
    sim: SimulatorHandle,
    sdk: anthropic.Anthropic,
    status: int,
    sdks: type[anthropic.APIStatusError],
    our: type[TierError],
) -> None:
    sim.control(fault=str(status), times=2, retry_after_s=3)
    with pytest.raises(sdks) as refused:
        sdk.messages.create(**asked())
    error = ours(sim).error
    assert isinstance(error, our)
    assert refused.value.status_code == error.status == status
    assert "(request req_sim)" in str(error)
    if isinstance(error, TierRateLimited):
        assert error.retry_after_s == 3


@pytest.mark.parametrize(
    ("fault", "kind", "our"),
    [("error", "api_error", TierUnavailable), ("error_429", "rate_limit_error", TierRateLimited)],
)
def test_a_stream_that_breaks_off_with_an_error(
    sim: SimulatorHandle, sdk: anthropic.Anthropic, fault: str, kind: str, our: type[TierError]
) -> None:
    sim.control(fault=fault, after=40, times=2)
    said: list[str] = []
    with (
        sdk.messages.stream(**asked()) as stream,
        pytest.raises(anthropic.APIStatusError) as broken,
    ):
        said.extend(stream.text_stream)
    heard = ours(sim)
    assert broken.value.type == kind
    assert "".join(said) == heard.text == ANSWER[:40]
    assert isinstance(heard.error, our)
    assert heard.stop is None


def test_the_wrong_key_is_refused_and_not_shown(sim: SimulatorHandle) -> None:
    with (
        anthropic.Anthropic(base_url=sim.url, api_key="wrong-one", max_retries=0) as sdk,
        pytest.raises(anthropic.AuthenticationError),
    ):
        sdk.messages.create(**asked())

    async def look(key: str) -> Reached:
        async with aclosing(HostedClient()) as client:
            endpoint = find_endpoint("anthropic", settings(sim))
            return (await reach(endpoint, Secret(key), client)).state

    assert asyncio.run(look(KEY)) is Reached.OK
    assert asyncio.run(look("wrong-one")) is Reached.KEY_REFUSED


def test_ours_names_its_version_or_the_settings_and_hides_its_key(sim: SimulatorHandle) -> None:
    ours(sim)
    headers = sim.log()[-1]["headers"]
    assert headers["anthropic-version"] == "2023-06-01"
    assert KEY not in json.dumps(sim.log())
    request = Request("r", "auto", (Message("user", (TextPart("Hi"),)),))
    call = Call(request, request.messages, Sampling())
    asyncio.run(_stream(sim, call, MODEL, **{"Anthropic-Version": "2026-10-21"}))
    assert sim.log()[-1]["headers"]["anthropic-version"] == "2026-10-21"


def test_a_late_model_refuses_what_we_do_not_ask_of_it(
    sim: SimulatorHandle, sdk: anthropic.Anthropic
) -> None:
    members = asked(model=LATE_MODEL)
    members["messages"].append({"role": "assistant", "content": "Well"})
    with pytest.raises(anthropic.BadRequestError, match="prefill"):
        sdk.messages.create(**members)
    before = len(sim.log())
    heard = ours(sim, model=LATE_MODEL, prefix="Well")
    assert isinstance(heard.error, TierRejected) and heard.error.own_limit
    assert len(sim.log()) == before
