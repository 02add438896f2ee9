"""Every field of OpenAI's completions, of chats and of texts, and of the AI SDK's messages, with
something wrong in its place.

Each world takes a body in which every member is right, puts rubbish at one or two places of it, and
sends it to a door that is really served. Whatever it was: no fault of ours (5xx), no hang, and an
error in OpenAI's shape whose `param` is the member that was wrong. A failing world is printed for
replay.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from edge.core.settings import ServerSettings
from edge.scripted import ScriptedTier, says

Serve = Callable[..., AbstractAsyncContextManager[Any]]
Path = tuple[str | int, ...]
_MOST_BYTES = 1 << 20
_PATIENCE_S = 20.0
UI = "/v1/ui/messages"
UI_MEMBERS = (
    *("max_tokens", "tools", "tool_choice", "temperature", "stop", "seed", "logit_bias"),
    *("parallel_tool_calls", "prelude", "provider_options"),
)

FUNCTION = {"name": "f", "description": "d", "parameters": {"type": "object"}, "strict": True}
CHAT: dict[str, Any] = {
    "model": "auto",
    "messages": [
        {"role": "system", "content": "Be brief.", "name": "s"},
        {"role": "developer", "content": [{"type": "text", "text": "Be kind."}]},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?"},
                {"type": "image_url", "image_url": {"url": "https://x.test/a", "detail": "low"}},
            ],
        },
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}
            ],
        },
        {"role": "tool", "content": "12", "tool_call_id": "c"},
        {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
        {"role": "user", "content": "Why?"},
    ],
    "frequency_penalty": 0.5,
    "logit_bias": {"50": -10},
    "logprobs": True,
    "max_completion_tokens": 50,
    "max_tokens": 50,
    "metadata": {"k": "v"},
    "modalities": ["text"],
    "moderation": {"model": "m"},
    "n": 1,
    "parallel_tool_calls": True,
    "prediction": {"type": "content", "content": "x"},
    "presence_penalty": 0.5,
    "prompt_cache_key": "k",
    "prompt_cache_options": {"mode": "implicit"},
    "prompt_cache_retention": "24h",
    "reasoning_effort": "low",
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "n", "schema": {"type": "object"}, "strict": True},
    },
    "safety_identifier": "s",
    "seed": 1,
    "service_tier": "auto",
    "stop": ["\n"],
    "store": True,
    "stream": True,
    "stream_options": {"include_usage": True, "include_obfuscation": True},
    "temperature": 0.5,
    "tool_choice": {"type": "function", "function": {"name": "f"}},
    "tools": [{"type": "function", "function": FUNCTION}],
    "top_logprobs": 2,
    "top_p": 0.5,
    "user": "u",
    "verbosity": "low",
    "web_search_options": {"search_context_size": "low"},
    "prelude": {
        "max_latency_ms": 5000,
        "max_cost_cents": 100,
        "quality": 0.5,
        "priority": "normal",
        "targets": ["mine/big"],
        "draft": "none",
        "strategy": "auto",
        "task": "chat",
        "trace": True,
    },
    "provider_options": {"mine": {"k": 1}},
}
TEXTS: dict[str, Any] = {
    "model": "auto",
    "prompt": "def f(",
    "suffix": "):",
    "best_of": 1,
    "echo": False,
    "frequency_penalty": 0.5,
    "logit_bias": {"50": -10},
    "logprobs": 2,
    "max_tokens": 10,
    "n": 2,
    "presence_penalty": 0.5,
    "seed": 1,
    "stop": "\n",
    "stream": True,
    "stream_options": {"include_usage": True},
    "temperature": 0.5,
    "top_p": 0.5,
    "user": "u",
    "prelude": {"gate": "token", "trace": True, "targets": ["mine/big"], "max_latency_ms": 5000},
    "provider_options": {"mine": {"k": 1}},
}
PAGE: dict[str, Any] = {
    "id": "chat",
    "trigger": "submit-message",
    "messageId": "u3",
    "messages": [
        {"id": "s", "role": "system", "parts": [{"type": "text", "text": "Be brief."}]},
        {
            "id": "u",
            "role": "user",
            "metadata": {"at": 1},
            "parts": [
                {"type": "text", "text": "What is this?"},
                {"type": "file", "mediaType": "image/png", "url": "https://x.test/a"},
            ],
        },
        {
            "id": "a",
            "role": "assistant",
            "parts": [
                {"type": "step-start"},
                {"type": "reasoning", "text": "Hm.", "state": "done"},
                {
                    "type": "text",
                    "text": "Let me see.",
                    "providerMetadata": {"prelude": {"phase": "commentary"}},
                },
                {
                    "type": "tool-f",
                    "toolCallId": "c",
                    "state": "output-available",
                    "input": {"a": 1},
                    "output": "12",
                },
                {
                    "type": "dynamic-tool",
                    "toolName": "g",
                    "toolCallId": "d",
                    "state": "approval-responded",
                    "approval": {"id": "p", "approved": False, "reason": "No."},
                },
                {
                    "type": "steering-message",
                    "id": "u2",
                    "parts": [{"type": "text", "text": "So?"}],
                },
            ],
        },
        {"id": "u3", "role": "user", "parts": [{"type": "text", "text": "Why?"}]},
    ],
    **{name: CHAT[name] for name in CHAT if name in UI_MEMBERS},
}
# What is wrong with the one may be told of the other.
TOGETHER = {
    "tools": {"tool_choice"},
    "stream": {"stream_options"},
    "logprobs": {"top_logprobs", "prelude"},
    "suffix": {"prompt", "model"},
    "prelude": {"model"},
    "model": {"prelude"},
    "messages": {"model"},
}

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([10**6, -(10**6), 2**63 - 1, -(2**63), 2**63, 10**30, 1e308, -0.0, 1e-320])
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["", "auto", "none", "\0", "\u202e\U0001f9a0é", "x" * 5000, "mine/big"])
)
RUBBISH = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Of everything in it."""
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    for key, value in items:
        yield (*path, key)
        yield from paths(value, (*path, key))


def spoilt(body: Any, path: Path, rubbish: Any) -> Any:
    """With something else there; a path that is gone by now changes nothing."""
    *way, last = path
    inner = body
    try:
        for key in way:
            inner = inner[key]
        inner[last] = rubbish
    except (TypeError, KeyError, IndexError):
        pass
    return body


def worlds(body: dict[str, Any]) -> st.SearchStrategy[list[tuple[Path, Any]]]:
    places = st.sampled_from([*paths(body), ("unknown",), ("prelude", "unknown")])
    return st.lists(st.tuples(places, RUBBISH), min_size=1, max_size=2)


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def served(serve: Serve, runner: asyncio.Runner) -> Iterator[Any]:
    tier = ScriptedTier("mine/big", (says("It is", " a test."),))
    context = serve(tier, completes=True, server=ServerSettings(max_body_bytes=_MOST_BYTES))
    served = runner.run(context.__aenter__())
    try:
        yield served
    finally:
        runner.run(context.__aexit__(None, None, None))


async def send(served: Any, path: str, body: bytes) -> tuple[int, bytes]:
    async with (
        asyncio.timeout(_PATIENCE_S),
        served.http.post(f"{served.url}{path}", data=BytesIO(body)) as response,
    ):
        return response.status, await response.read()


def check(status: int, raw: bytes, *, blamed: set[str], streams: bool) -> None:
    assert status < 500, raw
    if status == 200:
        if streams:
            assert raw.endswith(b"data: [DONE]\n\n")
            assert b"event:" not in raw
        return
    error = json.loads(raw)["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert error["message"] and error["type"]
    assert re.split(r"[.\[]", error["param"])[0] in blamed, error


def try_world(
    served: Any, runner: asyncio.Runner, path: str, body: Any, world: list[tuple[Path, Any]]
) -> None:
    body = deepcopy(body)
    for place, rubbish in world:
        body = spoilt(body, place, rubbish)
    roots = {str(place[0]) for place, _ in world}
    blamed = roots.union(*(TOGETHER.get(root, set()) for root in roots))
    status, raw = runner.run(send(served, path, json.dumps(body).encode()))
    check(status, raw, blamed=blamed, streams=path == UI or body.get("stream") is True)


quickly = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_the_bodies_that_are_spoilt_are_right(served: Any, runner: asyncio.Runner) -> None:
    for path, body in (("/v1/chat/completions", CHAT), ("/v1/completions", TEXTS), (UI, PAGE)):
        status, raw = runner.run(send(served, path, json.dumps(body).encode()))
        assert (status, raw[-14:]) == (200, b"data: [DONE]\n\n"), raw


@quickly
@given(world=worlds(CHAT))
def test_a_chat_survives_rubbish(
    served: Any, runner: asyncio.Runner, world: list[tuple[Path, Any]]
) -> None:
    try_world(served, runner, "/v1/chat/completions", CHAT, world)


@quickly
@given(world=worlds(TEXTS))
def test_a_completion_survives_rubbish(
    served: Any, runner: asyncio.Runner, world: list[tuple[Path, Any]]
) -> None:
    try_world(served, runner, "/v1/completions", TEXTS, world)


@quickly
@given(world=worlds(PAGE))
def test_a_pages_messages_survive_rubbish(
    served: Any, runner: asyncio.Runner, world: list[tuple[Path, Any]]
) -> None:
    try_world(served, runner, UI, PAGE, world)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=60))
@example(raw=b"[" * 100_000)
@example(raw=b'{"a":' * 5_000)
@example(raw=b'{"model": "\\ud800"}')
@example(raw=b"\xef\xbb\xbf{}")
@example(raw=b'{"model": NaN}')
def test_what_is_no_json_is_refused_in_openais_shape(
    served: Any, runner: asyncio.Runner, raw: bytes
) -> None:
    for path in ("/v1/chat/completions", "/v1/completions", UI):
        status, told = runner.run(send(served, path, raw))
        assert status == 400, told
        assert set(json.loads(told)["error"]) == {"message", "type", "param", "code"}


def test_what_is_too_big_is_refused_with_the_limit(served: Any, runner: asyncio.Runner) -> None:
    for path in ("/v1/chat/completions", "/v1/completions", UI):
        status, told = runner.run(send(served, path, b"x" * (_MOST_BYTES + 1)))
        assert status == 413
        assert str(_MOST_BYTES) in json.loads(told)["error"]["message"]
