"""Every member that OpenAI documents for a chat completion has a place in one of our tables."""

from __future__ import annotations

from typing import Any

import pytest
from openai.types.chat import completion_create_params as documented

from edge.core.errors import BadRequest
from edge.doors.chat_params import HONOURED, PASSED, REFUSED
from edge.doors.chat_request import ChatRequest, read_chat_request
from edge.doors.fields import Fields

QUESTION = [{"role": "user", "content": "How does a heat pump work?"}]


def read(**members: Any) -> ChatRequest:
    return read_chat_request(Fields({"model": "auto", "messages": QUESTION, **members}), "id")


def fault(**members: Any) -> BadRequest:
    with pytest.raises(BadRequest) as caught:
        read(**members)
    return caught.value


def test_every_documented_member_is_honoured_passed_on_or_refused_by_name() -> None:
    members = set(documented.CompletionCreateParamsBase.__annotations__)
    members |= set(documented.CompletionCreateParamsStreaming.__annotations__)
    assert HONOURED | set(PASSED) | set(REFUSED) == members
    assert len(HONOURED) + len(PASSED) + len(REFUSED) == len(members)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_by_name_and_says_what_to_send(name: str) -> None:
    error = fault(**{name: {"name": "f"}})
    assert (error.param, error.code) == (name, "unsupported_parameter")
    assert REFUSED[name] in str(error)
    assert read(**{name: None}).request.passthrough == {}


@pytest.mark.parametrize("name", PASSED)
def test_what_is_passed_on_is_passed_untouched_and_of_the_right_type(name: str) -> None:
    given: Any = {"a": "b"}
    if name == "store":
        given = True
    elif not name.startswith(("metadata", "moderation", "prediction", "web_")) and (
        name != "prompt_cache_options"
    ):
        given = "auto"
    assert read(**{name: given}).request.passthrough == {name: given}
    assert fault(**{name: 7}).param == name


def test_not_to_store_is_told_to_whoever_might() -> None:
    assert read(store=False).request.passthrough == {"store": False}


def test_members_of_a_platforms_own_are_passed_on() -> None:
    assert read(top_k=5).request.passthrough == {"top_k": 5}


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"metadata": {"k": 1}}, "metadata.k"),
        ({"metadata": {f"k{n}": "v" for n in range(17)}}, "metadata"),
        ({"metadata": {"k": "v" * 513}}, "metadata"),
        ({"modalities": ["text", "audio"]}, "modalities"),
        ({"modalities": "audio"}, "modalities"),
        ({"n": 17}, "n"),
        ({"n": 0}, "n"),
        ({"top_logprobs": 2}, "top_logprobs"),
        ({"stream_options": {"include_usage": True}}, "stream_options"),
        ({"stream": True, "stream_options": {"include_usage": 1}}, "stream_options.include_usage"),
        ({"response_format": {}}, "response_format.type"),
        ({"response_format": {"type": "json_schema"}}, "response_format.json_schema"),
        (
            {"response_format": {"type": "json_schema", "json_schema": {}}},
            "response_format.json_schema.name",
        ),
        (
            {"messages": [{"role": "assistant", "content": "a", "function_call": {}}]},
            "messages[0].function_call",
        ),
        ({"messages": [{"role": "assistant", "audio": {"id": "a"}}]}, "messages[0].audio"),
        ({"messages": [{"role": "function", "content": "a"}]}, "messages[0].role"),
        (
            {"messages": [{"role": "user", "content": [{"type": "input_audio"}]}]},
            "messages[0].content[0].type",
        ),
        (
            {"messages": [{"role": "user", "content": [{"type": "file"}]}]},
            "messages[0].content[0].type",
        ),
        ({"tools": [{"type": "custom"}]}, "tools[0].type"),
    ],
)
def test_a_wrong_member_is_named(members: dict[str, Any], param: str) -> None:
    assert fault(**members).param == param


def test_the_limit_of_choices_is_told() -> None:
    assert str(fault(n=17)) == "`n` must be an integer from 1 to 16; got 17."


def test_several_choices_begin_with_no_drafts_words() -> None:
    assert read(n=2, prelude={"strategy": "parallel"}).request.options.strategy == "target"
    assert read(n=1).request.options.strategy is None


# -- tools -------------------------------------------------------------------

TOOLS = [{"type": "function", "function": {"name": name}} for name in "fgh"]


def allowed(mode: str | None, *names: str) -> dict[str, Any]:
    some = [{"type": "function", "function": {"name": name}} for name in names]
    return {"type": "allowed_tools", "allowed_tools": {"mode": mode, "tools": some}}


@pytest.mark.parametrize("mode", ["auto", "required"])
def test_tools_that_are_not_allowed_are_not_offered(mode: str) -> None:
    request = read(tools=TOOLS, tool_choice=allowed(mode, "h", "f")).request
    assert ([tool.name for tool in request.tools], request.tool_choice) == (["f", "h"], mode)


@pytest.mark.parametrize(
    ("choice", "param"),
    [
        (allowed("auto", "f", "x"), "tool_choice.allowed_tools.tools"),
        (allowed("auto"), "tool_choice.allowed_tools.tools"),
        (allowed(None, "f"), "tool_choice.allowed_tools.mode"),
        (allowed("none", "f"), "tool_choice.allowed_tools.mode"),
        ({"type": "custom", "custom": {"name": "f"}}, "tool_choice.type"),
        ("sometimes", "tool_choice"),
        ({"type": "function", "function": {"name": "x"}}, "tool_choice"),
    ],
)
def test_a_choice_among_tools_that_cannot_be_made_is_named(choice: Any, param: str) -> None:
    assert fault(tools=TOOLS, tool_choice=choice).param == param


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"tools": [{"type": "custom", "custom": {"name": "f"}}]}, "custom"),
        ({"messages": [{"role": "user", "content": [{"type": "input_audio"}]}]}, "input_audio"),
        ({"messages": [{"role": "user", "content": [{"type": "file"}]}]}, "file"),
        ({"tools": TOOLS, "tool_choice": {"type": "custom"}}, "custom"),
    ],
)
def test_a_kind_that_is_not_taken_is_refused_by_its_name(
    members: dict[str, Any], kind: str
) -> None:
    error = fault(**members)
    assert (f"`{kind}`" in str(error), error.code) == (True, "unsupported_value")
