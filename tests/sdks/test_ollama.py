"""Ollama's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import ollama
import pytest

from bench.answers import answer_to
from bench.heard import Heard, hear
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.settings import ModelSettings, ProviderSettings, Settings
from edge.core.types import (
    Call,
    FinishReason,
    ImagePart,
    Message,
    Request,
    Sampling,
    TextPart,
    Tool,
    Usage,
)

MODEL = "qwen3"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"place": {"type": "string"}, "days": {"type": "integer"}},
}
SDK_TOOL: Any = {"type": "function", "function": {"name": "get_weather", "parameters": SCHEMA}}
FILLED = {"place": PROMPT, "days": 1}
PIXEL = b"\x89PNG..."


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle) -> Iterator[ollama.Client]:
    with ollama.Client(host=sim.url) as client:
        yield client


def asked(sdk: ollama.Client, stream: bool, **more: Any) -> list[ollama.ChatResponse]:
    """The lines of the reply; one, where it is not streamed."""
    messages = more.pop("messages", [{"role": "user", "content": PROMPT}])
    if stream:
        return list(sdk.chat(MODEL, messages, stream=True, **more))
    return [sdk.chat(MODEL, messages, stream=False, **more)]


def text_of(lines: list[ollama.ChatResponse]) -> str:
    return "".join(line.message.content or "" for line in lines)


def counts(lines: list[ollama.ChatResponse]) -> Usage:
    return Usage(lines[-1].prompt_eval_count or 0, lines[-1].eval_count or 0)


def ours(sim: SimulatorHandle, stream: bool = True, prefix: str = "", **more: Any) -> Heard:
    messages = more.pop("messages", (Message("user", (TextPart(PROMPT),)),))
    sampling = more.pop("sampling", Sampling())
    request = Request("r", "auto", messages, sampling=sampling, **more)
    name = f"ollama_native/{MODEL}"
    settings = Settings(
        providers={"ollama_native": ProviderSettings("ollama_native", sim.url)},
        models={name: ModelSettings(prefill=True)},
    )
    return hear(name, settings, Call(request, messages, sampling, prefix, stream=stream))


# -- what both read ----------------------------------------------------------


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply(sim: SimulatorHandle, sdk: ollama.Client, stream: bool) -> None:
    lines, heard = asked(sdk, stream), ours(sim, stream)
    assert text_of(lines) == heard.text == ANSWER
    assert lines[-1].done
    assert (lines[-1].done_reason, heard.stop) == ("stop", FinishReason.STOP)
    assert counts(lines) == heard.usage
    assert heard.extra["load_duration"] == lines[-1].load_duration


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply_that_reached_its_limit(
    sim: SimulatorHandle, sdk: ollama.Client, stream: bool
) -> None:
    lines = asked(sdk, stream, options={"num_predict": 7})
    heard = ours(sim, stream, sampling=Sampling(max_tokens=7))
    assert text_of(lines) == heard.text and ANSWER.startswith(heard.text)
    assert (lines[-1].done_reason, heard.stop) == ("length", FinishReason.LENGTH)
    assert counts(lines) == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_a_tool_call(sim: SimulatorHandle, sdk: ollama.Client, stream: bool) -> None:
    lines = asked(sdk, stream, tools=[SDK_TOOL])
    heard = ours(sim, stream, tools=(Tool("get_weather", None, SCHEMA),))
    (call,) = (call for line in lines for call in line.message.tool_calls or ())
    assert call.function.arguments == json.loads(heard.arguments) == FILLED
    assert call.function.name == heard.tools[0].name == "get_weather"
    assert heard.tools[0].id is not None and heard.tools[0].id.startswith("call_2")
    assert heard.stop is FinishReason.TOOL_CALLS
    assert counts(lines) == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_thoughts(sim: SimulatorHandle, sdk: ollama.Client, stream: bool) -> None:
    lines = asked(sdk, stream, think="low")
    heard = ours(sim, stream, passthrough={"reasoning_effort": "low"})
    thought = "".join(line.message.thinking or "" for line in lines)
    assert thought == heard.thinking == "Let me think."
    assert text_of(lines) == heard.text == ANSWER


def test_a_form(sim: SimulatorHandle, sdk: ollama.Client) -> None:
    lines = asked(sdk, True, format=SCHEMA)
    told = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}
    heard = ours(sim, response_format=told)
    assert json.loads(text_of(lines)) == json.loads(heard.text) == FILLED


def test_a_picture(sim: SimulatorHandle, sdk: ollama.Client) -> None:
    told = [{"role": "user", "content": PROMPT, "images": [PIXEL]}]
    url = f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}"
    message = Message("user", (TextPart(PROMPT), ImagePart(url)))
    assert text_of(asked(sdk, True, messages=told)) == ours(sim, messages=(message,)).text == ANSWER


def test_a_text_that_is_continued(sim: SimulatorHandle, sdk: ollama.Client) -> None:
    prefix = ANSWER[:40]
    told = [{"role": "user", "content": PROMPT}, {"role": "assistant", "content": prefix}]
    heard = ours(sim, prefix=prefix)
    assert text_of(asked(sdk, True, messages=told)) == heard.text == ANSWER[40:]


# -- how both fail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "our"),
    [
        (400, TierRejected),
        (401, TierUnavailable),
        (404, TierUnavailable),
        (429, TierRateLimited),
        (500, TierUnavailable),
        (503, TierRateLimited),
    ],
)
@pytest.mark.parametrize("stream", [True, False])
def test_a_call_that_is_refused(
    sim: SimulatorHandle, sdk: ollama.Client, stream: bool, status: int, our: type[TierError]
) -> None:
    sim.control(fault=str(status), times=2, retry_after_s=3)
    with pytest.raises(ollama.ResponseError) as refused:
        asked(sdk, stream)
    error = ours(sim, stream).error
    assert isinstance(error, our)
    assert refused.value.status_code == error.status == status
    assert refused.value.error in str(error)


@pytest.mark.parametrize("fault", ["error", "error_429"])
@pytest.mark.parametrize("after", [0, 40])
def test_a_stream_that_breaks_off(
    sim: SimulatorHandle, sdk: ollama.Client, fault: str, after: int
) -> None:
    sim.control(fault=fault, after=after, times=2)
    said: list[str] = []
    messages = [{"role": "user", "content": PROMPT}]
    with pytest.raises(ollama.ResponseError) as broken:
        said.extend(line.message.content or "" for line in sdk.chat(MODEL, messages, stream=True))
    heard = ours(sim)
    assert broken.value.status_code == -1
    assert "".join(said) == heard.text == ANSWER[:after]
    assert isinstance(heard.error, TierUnavailable)
    assert broken.value.error in str(heard.error)
    assert heard.stop is None
