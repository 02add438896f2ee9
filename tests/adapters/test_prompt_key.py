from __future__ import annotations

import pytest

from adapters.dialect import HostedModel
from adapters.prompt_key import prompt_key
from adapters.providers import PROVIDERS, find_endpoint
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Json, Message, Request, Sampling, TextPart, Tool

SYSTEM = Message("system", (TextPart("You sell bicycles."),))
QUESTION = Message("user", (TextPart("Which one is light?"),))
TOOL = Tool("find", "Finds a bicycle", {"type": "object"})
KNOW_IT = {"openai", "openai_responses", "azure", "mistral", "fireworks", "openrouter"}


def call(*messages: Message, caller: str = "", tools: tuple[Tool, ...] = (), **more: Json) -> Call:
    request = Request("r", "m", messages, tools=tools, caller=caller, **more)
    return Call(request, messages, Sampling())


def body(kind: str, asked: Call) -> dict[str, Json]:
    given = ProviderSettings(kind, "https://host.test", region="eu", project="p")
    endpoint = find_endpoint(kind, Settings(providers={kind: given}))
    encoded: dict[str, Json] = endpoint.row.dialect.encode(  # type: ignore[union-attr]
        asked, HostedModel(f"{kind}/m", "m", endpoint)
    ).body
    return encoded


def test_calls_that_begin_alike_have_one_key_however_they_go_on() -> None:
    asked = call(SYSTEM, QUESTION, tools=(TOOL,))
    later = Message("assistant", (TextPart("The red one."),))
    assert prompt_key(asked) == prompt_key(call(SYSTEM, QUESTION, later, QUESTION, tools=(TOOL,)))


@pytest.mark.parametrize(
    "other",
    [
        call(SYSTEM, QUESTION),
        call(QUESTION, tools=(TOOL,)),
        call(SYSTEM, QUESTION, tools=(Tool("find", "Finds a bicycle", {"type": "string"}),)),
        call(SYSTEM, QUESTION, tools=(TOOL,), caller="another"),
    ],
)
def test_another_beginning_or_another_caller_has_another_key(other: Call) -> None:
    assert prompt_key(other) != prompt_key(call(SYSTEM, QUESTION, tools=(TOOL,)))


def test_the_key_tells_nothing_of_what_it_is_made_of() -> None:
    key = prompt_key(call(SYSTEM, QUESTION, caller="zx-81c4f2a9d07b"))
    assert key is not None and len(key) <= 64 and key.isalnum()
    assert "zx" not in key


def test_a_bare_question_has_none() -> None:
    assert prompt_key(call(QUESTION, caller="somebody")) is None
    assert "prompt_cache_key" not in body("openai", call(QUESTION))


@pytest.mark.parametrize("kind", sorted(KNOW_IT))
def test_platforms_that_know_the_member_are_sent_it(kind: str) -> None:
    asked = call(SYSTEM, QUESTION)
    assert body(kind, asked)["prompt_cache_key"] == prompt_key(asked)


def test_no_other_platform_is() -> None:
    assert {row.name for row in PROVIDERS if row.prompt_cache_key} == KNOW_IT
    for kind in ("groq", "deepseek", "together", "vllm", "openai_compatible"):
        assert "prompt_cache_key" not in body(kind, call(SYSTEM, QUESTION))


@pytest.mark.parametrize("kind", ["openai", "openai_responses"])
def test_the_caller_s_own_key_stands(kind: str) -> None:
    passed = call(SYSTEM, QUESTION, passthrough={"prompt_cache_key": "mine"})
    option = call(SYSTEM, QUESTION, provider_options={kind: {"prompt_cache_key": "mine"}})
    for asked in (passed, option):
        assert body(kind, asked)["prompt_cache_key"] == "mine"
