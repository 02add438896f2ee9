"""Cohere's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import cohere
import httpx
import pytest
from cohere.core.api_error import ApiError
from cohere.core.request_options import RequestOptions
from cohere.types import Usage as SdkUsage

from bench.answers import answer_to
from bench.heard import Heard, hear
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, FinishReason, Message, Request, Sampling, TextPart, Tool, Usage

KEY = "zx-81c4f2a9d07b"
MODEL = "command-a-03-2025"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"place": {"type": "string"}, "days": {"type": "integer"}},
}
SDK_TOOL: Any = {"type": "function", "function": {"name": "get_weather", "parameters": SCHEMA}}
FILLED = {"place": PROMPT, "days": 1}
ONCE = RequestOptions(max_retries=0)


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle) -> Iterator[cohere.ClientV2]:
    with client(sim, KEY) as made:
        yield made


@contextmanager
def client(sim: SimulatorHandle, key: str) -> Iterator[cohere.ClientV2]:
    """Its own connections are never closed, so it is given some that are."""
    with httpx.Client() as connections:
        yield cohere.ClientV2(key, base_url=sim.url, httpx_client=connections)


class Read:
    """What the official client makes of a reply."""

    def __init__(self) -> None:
        self.text = self.thinking = self.plan = self.arguments = self.tool = ""
        self.reason: Any = None
        self.error: str | None = None
        self.usage: SdkUsage | None = None
        self.citations: list[Any] = []

    @property
    def counts(self) -> Usage:
        assert self.usage is not None and self.usage.billed_units is not None
        billed = self.usage.billed_units
        return Usage(int(billed.input_tokens or 0), int(billed.output_tokens or 0))


def asked(sdk: cohere.ClientV2, stream: bool, **more: Any) -> Read:
    members: dict[str, Any] = {
        "model": MODEL,
        "messages": [{"role": "user", "content": PROMPT}],
        "request_options": ONCE,
        **more,
    }
    return _streamed(sdk, members) if stream else _whole(sdk, members)


def _whole(sdk: cohere.ClientV2, members: dict[str, Any]) -> Read:
    read, reply = Read(), sdk.chat(**members)
    for block in reply.message.content or []:
        read.text += block.text if block.type == "text" else ""
        read.thinking += block.thinking if block.type == "thinking" else ""
    for call in reply.message.tool_calls or []:
        assert call.function is not None
        read.tool, read.arguments = call.function.name or "", call.function.arguments or ""
    read.plan = reply.message.tool_plan or ""
    read.reason, read.usage = reply.finish_reason, reply.usage
    read.citations = list(reply.message.citations or [])
    return read


def _streamed(sdk: cohere.ClientV2, members: dict[str, Any]) -> Read:
    read = Read()
    for event in sdk.chat_stream(**members):
        said: Any = getattr(event, "delta", None) and event.delta  # type: ignore[union-attr]
        match event.type:
            case "content-delta":
                read.text += said.message.content.text or ""
                read.thinking += said.message.content.thinking or ""
            case "tool-plan-delta":
                read.plan += said.message.tool_plan
            case "tool-call-start":
                read.tool = said.message.tool_calls.function.name
            case "tool-call-delta":
                read.arguments += said.message.tool_calls.function.arguments
            case "citation-start":
                read.citations.append(said.message.citations)
            case "message-end":
                read.reason, read.usage, read.error = said.finish_reason, said.usage, said.error
    return read


def ours(sim: SimulatorHandle, stream: bool = True, **more: Any) -> Heard:
    messages = (Message("user", (TextPart(PROMPT),)),)
    sampling = more.pop("sampling", Sampling())
    request = Request("r", "auto", messages, sampling=sampling, **more)
    settings = Settings(providers={"cohere": ProviderSettings("cohere", sim.url)})
    call = Call(request, messages, sampling, stream=stream)
    return hear(f"cohere/{MODEL}", settings, call, KEY)


# -- what both read ----------------------------------------------------------


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply(sim: SimulatorHandle, sdk: cohere.ClientV2, stream: bool) -> None:
    read, heard = asked(sdk, stream), ours(sim, stream)
    assert read.text == heard.text == ANSWER
    assert (read.reason, heard.stop) == ("COMPLETE", FinishReason.STOP)
    assert read.counts == heard.usage
    assert read.usage is not None and read.usage.tokens is not None
    assert heard.extra["usage"]["tokens"]["input_tokens"] == read.usage.tokens.input_tokens


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply_that_reached_its_limit(
    sim: SimulatorHandle, sdk: cohere.ClientV2, stream: bool
) -> None:
    read = asked(sdk, stream, max_tokens=7)
    heard = ours(sim, stream, sampling=Sampling(max_tokens=7))
    assert read.text == heard.text and ANSWER.startswith(heard.text)
    assert (read.reason, heard.stop) == ("MAX_TOKENS", FinishReason.LENGTH)
    assert read.counts == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_a_forced_tool_and_the_plan_before_it(
    sim: SimulatorHandle, sdk: cohere.ClientV2, stream: bool
) -> None:
    read = asked(sdk, stream, tools=[SDK_TOOL], tool_choice="REQUIRED")
    choice = {"type": "function", "function": {"name": "get_weather"}}
    tools = (Tool("other"), Tool("get_weather", None, SCHEMA))
    heard = ours(sim, stream, tools=tools, tool_choice=choice)
    assert json.loads(read.arguments) == json.loads(heard.arguments) == FILLED
    assert read.tool == heard.tools[0].name == "get_weather"
    assert read.plan == heard.thinking == "I will look it up."
    assert (read.reason, heard.stop) == ("TOOL_CALL", FinishReason.TOOL_CALLS)
    assert read.counts == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_thoughts(sim: SimulatorHandle, sdk: cohere.ClientV2, stream: bool) -> None:
    thinking: Any = {"type": "enabled"}
    read = asked(sdk, stream, thinking=thinking)
    heard = ours(sim, stream, provider_options={"cohere": {"thinking": thinking}})
    assert read.thinking == heard.thinking == "Let me think."
    assert read.text == heard.text == ANSWER


@pytest.mark.parametrize("stream", [True, False])
def test_citations(sim: SimulatorHandle, sdk: cohere.ClientV2, stream: bool) -> None:
    documents = ["The moon pulls."]
    read = asked(sdk, stream, documents=documents)
    heard = ours(sim, stream, provider_options={"cohere": {"documents": documents}})
    (cited,), (told,) = read.citations, heard.extra["citations"]
    assert (cited.start, cited.end, cited.text) == (told["start"], told["end"], told["text"])


def test_a_form(sim: SimulatorHandle, sdk: cohere.ClientV2) -> None:
    form: Any = {"type": "json_object", "json_schema": SCHEMA}
    told = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}
    read, heard = asked(sdk, True, response_format=form), ours(sim, response_format=told)
    assert json.loads(read.text) == json.loads(heard.text) == FILLED


# -- how both fail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "sdks", "our"),
    [
        (400, cohere.BadRequestError, TierRejected),
        (401, cohere.UnauthorizedError, TierUnavailable),
        (404, cohere.NotFoundError, TierUnavailable),
        (429, cohere.TooManyRequestsError, TierRateLimited),
        (500, cohere.InternalServerError, TierUnavailable),
        (503, cohere.ServiceUnavailableError, TierRateLimited),
    ],
)
@pytest.mark.parametrize("stream", [True, False])
def test_a_call_that_is_refused(
    sim: SimulatorHandle,
    sdk: cohere.ClientV2,
    stream: bool,
    status: int,
    sdks: type[ApiError],
    our: type[TierError],
) -> None:
    sim.control(fault=str(status), times=2, retry_after_s=3)
    with pytest.raises(sdks) as refused:
        asked(sdk, stream)
    error = ours(sim, stream).error
    assert isinstance(error, our)
    assert refused.value.status_code == error.status == status
    assert refused.value.body["message"] in str(error)
    if isinstance(error, TierRateLimited):
        assert error.retry_after_s == 3


@pytest.mark.parametrize("fault", ["error", "error_429", "give_up"])
@pytest.mark.parametrize("after", [0, 40])
def test_a_stream_that_breaks_off(
    sim: SimulatorHandle, sdk: cohere.ClientV2, fault: str, after: int
) -> None:
    """The client raises nothing: it hands the error on in the last event."""
    sim.control(fault=fault, after=after, times=2)
    read, heard = asked(sdk, True), ours(sim)
    assert read.text == heard.text == ANSWER[:after]
    assert read.reason in ("ERROR", "TIMEOUT")
    assert isinstance(heard.error, TierUnavailable)
    assert read.error is None or read.error in str(heard.error)
    assert heard.stop is None


def test_the_wrong_key_is_refused_and_ours_is_not_shown(sim: SimulatorHandle) -> None:
    with client(sim, "wrong-one") as sdk, pytest.raises(cohere.UnauthorizedError):
        asked(sdk, True)
    ours(sim)
    assert KEY not in json.dumps(sim.log())
