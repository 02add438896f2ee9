"""The clients of the hosts that follow OpenAI's chat, against the simulator in each one's manner,
and our adapter beside them: they read the same.

Hosts without a client of their own are asked with OpenAI's, as their documentation says.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any

import fireworks
import groq
import openai
import openrouter
import openrouter.errors
import pytest
import together
from mistralai.client import Mistral
from mistralai.client import errors as mistral_errors
from openrouter.utils.retries import BackoffStrategy, RetryConfig

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from bench.answers import answer_to
from bench.chat_reply import THOUGHT
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.platforms import Secret
from edge.core.settings import ModelSettings, ProviderSettings, Settings
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
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
SCHEMA = {
    "type": "object",
    "properties": {"place": {"type": "string"}, "days": {"type": "integer"}},
}
FUNCTION = {"name": "get_weather", "parameters": SCHEMA}
TOOLS: dict[str, Any] = {"tools": [{"type": "function", "function": FUNCTION}]}
CHOICE = {"type": "function", "function": {"name": "get_weather"}}
# Its default is to ask for an hour.
NEVER_AGAIN = RetryConfig("none", BackoffStrategy(1, 1, 1.0, 1), False)


@dataclass
class Said:
    """What a client made of a reply."""

    text: str = ""
    thinking: str = ""
    arguments: str = ""
    finish: str | None = None
    counts: tuple[int, int] | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    error: object = None

    def add(self, part: Any) -> None:
        """A chunk, or a whole reply."""
        self.error = getattr(part, "error", None) or self.error
        if part.usage:
            self.counts = part.usage.prompt_tokens, part.usage.completion_tokens
            self.extra["cost"] = getattr(part.usage, "cost", None)
        for choice in part.choices or ():
            self._hear(getattr(choice, "delta", None) or choice.message)
            self.finish = choice.finish_reason or self.finish

    def _hear(self, said: Any) -> None:
        for name in ("reasoning", "reasoning_content"):
            thought = getattr(said, name, None)
            self.thinking += thought if isinstance(thought, str) else ""
        content = said.content
        for part in content if isinstance(content, list) else ():
            if part.type == "thinking":
                self.thinking += "".join(words.text for words in part.thinking)
            else:
                self.text += part.text
        if isinstance(content, str):
            self.text += content
        for call in said.tool_calls or ():
            self.arguments += call.function.arguments if call.function else ""


Ask = Callable[[str, str, Said, dict[str, Any]], None]  # (the simulator's URL, key, into, asked)


def _by_create(make: Callable[[str, str], Any]) -> Ask:
    """The clients that one generator wrote (OpenAI's, Groq's, Together's, Fireworks')."""

    def ask(url: str, key: str, said: Said, asked: dict[str, Any]) -> None:
        with make(url, key) as client:
            answer = client.chat.completions.create(**asked)
            for part in answer if asked["stream"] else [answer]:
                said.add(part)

    return ask


def _by_openai(path: str) -> Ask:
    return _by_create(
        lambda url, key: openai.OpenAI(base_url=url + path, api_key=key, max_retries=0)
    )


def _by_mistral(url: str, key: str, said: Said, asked: dict[str, Any]) -> None:
    asked = dict(asked)
    with Mistral(api_key=key, server_url=f"{url}/mistral") as client:
        if not asked.pop("stream"):
            said.add(client.chat.complete(**asked))
            return
        with client.chat.stream(**asked) as events:
            for event in events:
                said.add(event.data)


def _by_openrouter(url: str, key: str, said: Said, asked: dict[str, Any]) -> None:
    with openrouter.OpenRouter(
        api_key=key, server_url=f"{url}/openrouter/api/v1", retry_config=NEVER_AGAIN
    ) as client:
        answer = client.chat.send(**asked)
        if not asked["stream"]:
            said.add(answer)
            return
        with answer as events:
            for chunk in events:
                said.add(chunk)


@dataclass(frozen=True)
class Host:
    """`kind` is our row, `path` where it answers; `ask` drives the client. `think` makes it think
    aloud; `breaks` is what its client raises at an error within a stream, if it does."""

    kind: str
    path: str
    ask: Ask
    refused: type[Exception]
    breaks: type[Exception] | None
    think: Mapping[str, Any] | None = None
    stop: str = "stop"

    def __str__(self) -> str:
        return self.kind


def _like_openai(kind: str, path: str, **more: Any) -> Host:
    ask = _by_openai(path)
    return Host(kind, path, ask, openai.APIStatusError, openai.APIError, **more)


HOSTS = [
    _like_openai("openai", "/v1"),
    Host(
        "azure",
        "/azure/openai/v1",
        _by_create(
            lambda url, key: openai.AzureOpenAI(
                azure_endpoint=f"{url}/azure", api_key=key, api_version="2024-10-21", max_retries=0
            )
        ),
        openai.APIStatusError,
        openai.APIError,
    ),
    Host(
        "mistral",
        "/mistral/v1",
        _by_mistral,
        mistral_errors.SDKError,
        mistral_errors.ResponseValidationError,
        {"prompt_mode": "reasoning"},
    ),
    _like_openai("deepseek", "/deepseek", think={"thinking": {"type": "enabled"}}),
    Host(
        "groq",
        "/groq/openai/v1",
        _by_create(lambda url, key: groq.Groq(base_url=f"{url}/groq", api_key=key, max_retries=0)),
        groq.APIStatusError,
        groq.APIError,
        {"reasoning_format": "parsed"},
    ),
    _like_openai("moonshot", "/moonshot/v1"),
    _like_openai("qwen", "/qwen/compatible-mode/v1"),
    Host(
        "together",
        "/together/v1",
        _by_create(
            lambda url, key: together.Together(
                base_url=f"{url}/together", api_key=key, max_retries=0
            )
        ),
        together.APIStatusError,
        together.APIError,
        {"reasoning_effort": "low"},
        "eos",
    ),
    Host(
        "fireworks",
        "/fireworks/v1",
        _by_create(
            lambda url, key: fireworks.Fireworks(
                base_url=f"{url}/fireworks", api_key=key, max_retries=0
            )
        ),
        fireworks.APIStatusError,
        None,
        {"reasoning_effort": "low"},
    ),
    Host(
        "openrouter",
        "/openrouter/api/v1",
        _by_openrouter,
        openrouter.errors.OpenRouterError,
        None,
        {"reasoning": {"effort": "low"}},
    ),
    _like_openai("vllm", "/vllm/v1", think={"chat_template_kwargs": {"enable_thinking": True}}),
    _like_openai("sglang", "/sglang/v1", think={"chat_template_kwargs": {"enable_thinking": True}}),
    _like_openai("tgi", "/tgi/v1"),
]


def _host(kind: str) -> Host:
    (host,) = (host for host in HOSTS if host.kind == kind)
    return host


EVERY_HOST = pytest.mark.parametrize("host", HOSTS, ids=str)
EITHER_WAY = pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


def theirs(sim: SimulatorHandle, host: Host, *, stream: bool, key: str = KEY, **more: Any) -> Said:
    said = Said()
    host.ask(sim.url, key, said, asked(host, stream, more))
    return said


def asked(host: Host, stream: bool, more: dict[str, Any]) -> dict[str, Any]:
    members = {"model": "big", "messages": [{"role": "user", "content": PROMPT}], "stream": stream}
    unasked = host.kind in ("mistral", "openrouter", "fireworks", "groq", "together", "deepseek")
    if stream and not unasked:
        members["stream_options"] = {"include_usage": True}
    return members | more


@dataclass(frozen=True)
class Heard:
    text: str
    thinking: str
    arguments: str
    stop: FinishReason | None
    usage: Usage | None
    extra: dict[str, Any]
    error: TierError | None


def ours(
    sim: SimulatorHandle, host: Host, *, stream: bool = True, prefix: str = "", **more: Any
) -> Heard:
    """What our adapter reads, asking the same."""
    key = Secret(more.pop("key", KEY))
    messages = (Message("user", (TextPart(PROMPT),)),)
    sampling = more.pop("sampling", Sampling())
    request = Request("r", "auto", messages, sampling, **more)
    call = Call(request, messages, sampling, prefix=prefix, stream=stream)
    pieces, error = asyncio.run(_hear(sim, host, call, key))
    usages = [piece for piece in pieces if isinstance(piece, Usage)]
    stops = [piece.reason for piece in pieces if isinstance(piece, Stop)]
    extras = [piece.data for piece in pieces if isinstance(piece, Extra)]
    return Heard(
        "".join(piece.text for piece in pieces if isinstance(piece, Text)),
        "".join(piece.text for piece in pieces if isinstance(piece, Thinking)),
        "".join(piece.arguments for piece in pieces if isinstance(piece, ToolDelta)),
        stops[0] if stops else None,
        usages[-1] if usages else None,
        dict(extras[-1]) if extras else {},
        error,
    )


async def _hear(
    sim: SimulatorHandle, host: Host, call: Call, key: Secret
) -> tuple[list[Piece], TierError | None]:
    settings = Settings(
        providers={"mine": ProviderSettings(host.kind, sim.url + host.path)},
        models={"mine/big": ModelSettings(prefill=True)},
    )
    pieces: list[Piece] = []
    async with aclosing(HostedClient()) as client:
        try:
            async with aclosing(
                HostedTier(describe("mine/big", settings), key, client).stream(call)
            ) as stream:
                async for piece in stream:
                    pieces.append(piece)  # noqa: PERF401  they count, whatever comes after them
        except TierError as error:
            return pieces, error
    return pieces, None


def counts(heard: Heard) -> tuple[int, int] | None:
    return None if heard.usage is None else (heard.usage.input, heard.usage.output)


# -- what both read ----------------------------------------------------------


@EITHER_WAY
@EVERY_HOST
def test_a_reply(sim: SimulatorHandle, host: Host, stream: bool) -> None:
    said, heard = theirs(sim, host, stream=stream), ours(sim, host, stream=stream)
    assert said.text == heard.text == ANSWER
    assert (said.finish, heard.stop) == (host.stop, FinishReason.STOP)
    assert said.counts == counts(heard)
    assert said.counts is not None
    assert heard.error is None


@EITHER_WAY
@EVERY_HOST
def test_a_reply_that_reached_its_limit(sim: SimulatorHandle, host: Host, stream: bool) -> None:
    said = theirs(sim, host, stream=stream, max_tokens=7)
    heard = ours(sim, host, stream=stream, sampling=Sampling(max_tokens=7))
    assert said.text == heard.text
    assert ANSWER.startswith(heard.text) and heard.text != ANSWER
    assert (said.finish, heard.stop) == ("length", FinishReason.LENGTH)
    assert said.counts == counts(heard)


@EITHER_WAY
@EVERY_HOST
def test_a_forced_tool(sim: SimulatorHandle, host: Host, stream: bool) -> None:
    said = theirs(sim, host, stream=stream, **TOOLS, tool_choice=CHOICE)
    tool = Tool("get_weather", None, SCHEMA)
    heard = ours(sim, host, stream=stream, tools=(tool,), tool_choice=CHOICE)
    assert said.arguments == heard.arguments
    assert json.loads(heard.arguments) == {"place": PROMPT, "days": 1}
    assert (said.finish, heard.stop) == ("tool_calls", FinishReason.TOOL_CALLS)
    assert said.counts == counts(heard)


@EITHER_WAY
@pytest.mark.parametrize("host", [host for host in HOSTS if host.think], ids=str)
def test_thoughts(sim: SimulatorHandle, host: Host, stream: bool) -> None:
    assert host.think is not None
    own = host.ask in (_by_mistral, _by_openrouter) or host.kind in (
        "groq",
        "together",
        "fireworks",
    )
    think = dict(host.think) if own else {"extra_body": dict(host.think)}
    said = theirs(sim, host, stream=stream, **think)
    heard = ours(sim, host, stream=stream, provider_options={host.kind: host.think})
    assert said.thinking == heard.thinking == "".join(THOUGHT)
    assert said.text == heard.text == ANSWER


def test_groq_tells_of_usage_twice_and_it_is_counted_once(sim: SimulatorHandle) -> None:
    host = _host("groq")
    heard = ours(sim, host)
    assert heard.extra["x_groq"]["seed"] == 1
    usage = heard.extra["x_groq"]["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"]) == counts(heard)
    assert heard.extra["usage"] == {"queue_time": 0.01, "total_time": 0.032}


@EITHER_WAY
def test_openrouter_s_cost_is_handed_on(sim: SimulatorHandle, stream: bool) -> None:
    host = _host("openrouter")
    said, heard = theirs(sim, host, stream=stream), ours(sim, host, stream=stream)
    assert said.extra["cost"] == heard.extra["usage"]["cost"] == 0.00012
    assert heard.extra["provider"] == "Simulator"


def test_azure_s_filters_are_handed_on(sim: SimulatorHandle) -> None:
    host = _host("azure")
    extra = ours(sim, host).extra
    assert extra["prompt_filter_results"][0]["prompt_index"] == 0
    assert extra["content_filter_results"]["hate"]["filtered"] is False


@pytest.mark.parametrize(
    ("kind", "path", "mark"),
    [
        ("mistral", "/mistral/v1", "prefix"),
        ("deepseek", "/deepseek/beta", "prefix"),
        ("moonshot", "/moonshot/v1", "partial"),
        ("qwen", "/qwen/compatible-mode/v1", "partial"),
    ],
)
def test_a_text_that_is_continued(sim: SimulatorHandle, kind: str, path: str, mark: str) -> None:
    prefix = ANSWER[:40].rstrip()
    host = _host(kind)
    client = host if kind == "mistral" else replace(host, ask=_by_openai(path))
    turns = [{"role": "user", "content": PROMPT}, {"role": "assistant", "content": prefix}]
    with pytest.raises(host.refused):
        theirs(sim, client, stream=True, messages=turns)
    said = theirs(sim, client, stream=True, messages=[turns[0], {**turns[1], mark: True}])
    heard = ours(sim, host, prefix=prefix)
    assert said.text == heard.text
    assert prefix + heard.text == ANSWER


# -- how both fail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "our"),
    [
        (400, TierRejected),
        (402, TierUnavailable),
        (404, TierUnavailable),
        (429, TierRateLimited),
        (500, TierUnavailable),
        (503, TierRateLimited),  # it says when it will be back
    ],
)
@EVERY_HOST
def test_a_call_that_is_refused(
    sim: SimulatorHandle, host: Host, status: int, our: type[TierError]
) -> None:
    sim.control(fault=str(status), times=2, retry_after_s=3)
    with pytest.raises(host.refused) as refused:
        theirs(sim, host, stream=True)
    error = ours(sim, host).error
    assert isinstance(error, our)
    assert getattr(refused.value, "status_code") == error.status == status  # noqa: B009  by all
    if isinstance(error, TierRateLimited):
        assert error.retry_after_s == 3


@EVERY_HOST
def test_the_wrong_key_is_refused(sim: SimulatorHandle, host: Host) -> None:
    with pytest.raises(host.refused):
        theirs(sim, host, stream=False, key="wrong-key-of-mine")
    error = ours(sim, host, key="wrong-key-of-mine").error
    assert isinstance(error, TierUnavailable) and error.lasting
    assert "wrong-key-of-mine" not in str(error)


@pytest.mark.parametrize(
    ("fault", "our"), [("error", TierUnavailable), ("error_429", TierRateLimited)]
)
@EVERY_HOST
def test_a_stream_that_breaks_off_with_an_error(
    sim: SimulatorHandle, host: Host, fault: str, our: type[TierError]
) -> None:
    """Some clients notice and some do not: Fireworks' reads on, OpenRouter's leaves it to look."""
    sim.control(fault=fault, after=40, times=2)
    said = Said()
    if host.breaks is None:
        host.ask(sim.url, KEY, said, asked(host, True, {}))
        assert said.finish is None
        assert said.error is not None
    else:
        with pytest.raises(host.breaks):
            host.ask(sim.url, KEY, said, asked(host, True, {}))
    heard = ours(sim, host)
    assert said.text == heard.text == ANSWER[:40]
    assert isinstance(heard.error, our)
    assert heard.stop is None


def test_groq_s_client_is_deaf_to_events_with_a_name_and_we_are_not(sim: SimulatorHandle) -> None:
    """Which is why the voice names none."""
    sim.control(fault="named", times=2)
    assert theirs(sim, _host("groq"), stream=True).text == ""
    assert ours(sim, _host("groq")).text == ANSWER
