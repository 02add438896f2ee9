"""An Anthropic body into our words: what is read, kept as it was, or refused by name."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.errors import BadRequest
from edge.core.types import ImagePart, Message, Native, Request, TextPart, ToolCall
from edge.doors.fields import Fields
from edge.doors.messages_request import read_messages_request

PIXEL = {"type": "base64", "media_type": "image/png", "data": "aGk="}
PICTURE = {"type": "image", "source": PIXEL}
MARK = {"type": "ephemeral"}
TOOL = {"name": "f", "description": "d", "input_schema": {"type": "object"}}
CALL = {"type": "tool_use", "id": "toolu_1", "name": "f", "input": {"a": 1}}
HI = {"role": "user", "content": "hi"}


def body(**members: Any) -> dict[str, Any]:
    return {"model": "auto", "max_tokens": 100, "messages": [HI], **members}


def read(**members: Any) -> Request:
    return read_messages_request(Fields(body(**members)), "r").request


def messages(*turns: Any, **members: Any) -> tuple[Message, ...]:
    return read(messages=list(turns), **members).messages


def user(*blocks: Any) -> dict[str, Any]:
    return {"role": "user", "content": list(blocks)}


def assistant(*blocks: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": list(blocks)}


# -- the conversation --------------------------------------------------------


def test_system_text_is_a_message_before_the_others() -> None:
    assert messages(HI, system="Be brief.") == (
        Message("system", (TextPart("Be brief."),)),
        Message("user", (TextPart("hi"),)),
    )


def test_pictures_are_read_from_data_and_from_addresses() -> None:
    by_url = {"type": "image", "source": {"type": "url", "url": "https://x.test/a.png"}}
    (message,) = messages(user(PICTURE, by_url, {"type": "text", "text": "What?"}))
    assert message.parts == (
        ImagePart("data:image/png;base64,aGk="),
        ImagePart("https://x.test/a.png"),
        TextPart("What?"),
    )
    assert message.native is None


def test_a_call_and_its_results_are_messages_in_our_order() -> None:
    results = user(
        {"type": "tool_result", "tool_use_id": "toolu_1", "content": "sunny"},
        {"type": "text", "text": "And now?"},
    )
    assert messages(HI, assistant({"type": "text", "text": "Well."}, CALL), results)[1:] == (
        Message(
            "assistant",
            (TextPart("Well."),),
            tool_calls=(ToolCall("toolu_1", "f", '{"a":1}'),),
        ),
        Message("tool", (TextPart("sunny"),), tool_call_id="toolu_1"),
        Message("user", (TextPart("And now?"),)),
    )


def test_a_failed_result_says_so_to_those_who_have_no_word_for_it() -> None:
    result = {
        "type": "tool_result",
        "tool_use_id": "toolu_1",
        "content": "no such file",
        "is_error": True,
    }
    *_, message = messages(HI, assistant(CALL), user(result))
    assert message.text == "The tool reports an error:\nno such file"
    assert message.native == Native("anthropic", (result,))


def test_pictures_in_results_follow_behind_all_of_them_and_are_not_told_twice() -> None:
    seen = {"type": "tool_result", "tool_use_id": "toolu_1", "content": [PICTURE]}
    other = {"type": "tool_result", "tool_use_id": "toolu_2", "content": "ok"}
    calls = assistant(CALL, {**CALL, "id": "toolu_2"})
    first, second, pictures = messages(HI, calls, user(seen, other))[2:]
    assert (first.role, first.parts, first.native) == ("tool", (), Native("anthropic", (seen,)))
    assert (second.role, second.text) == ("tool", "ok")
    assert pictures.role == "user"
    assert pictures.parts == (ImagePart("data:image/png;base64,aGk="),)
    assert pictures.native == Native("anthropic", ())


def test_marks_and_signed_thoughts_are_kept_as_they_were() -> None:
    marked = {"type": "text", "text": "hi", "cache_control": MARK}
    thought = {"type": "thinking", "thinking": "hm", "signature": "c2ln"}
    hidden = {"type": "redacted_thinking", "data": "abc"}
    system, question, answer, _ = messages(
        user(marked), assistant(thought, hidden, CALL), HI, system=[marked]
    )
    assert system.native == question.native == Native("anthropic", (marked,))
    assert answer.native == Native("anthropic", (thought, hidden, CALL))
    assert (answer.text, len(answer.tool_calls)) == ("", 1)


def test_thoughts_that_nobody_signed_are_left_out() -> None:
    """They are another model's, and Claude refuses them."""
    unsigned = {"type": "thinking", "thinking": "hm", "signature": ""}
    text = {"type": "text", "text": "Well."}
    _, answer, _ = messages(HI, assistant(unsigned, text), HI)
    assert answer.native == Native("anthropic", (text,))
    assert answer.parts == (TextPart("Well."),)


def test_blank_text_which_claude_refuses_is_not_kept() -> None:
    marked = {"type": "text", "text": "hi", "cache_control": MARK}
    (message,) = messages(user({"type": "text", "text": " "}, marked))
    assert message.native == Native("anthropic", (marked,))


def test_a_document_of_text_is_text_to_those_who_have_no_documents() -> None:
    source = {"type": "text", "media_type": "text/plain", "data": "The sea."}
    document = {"type": "document", "source": source, "title": "Tides"}
    (message,) = messages(user(document))
    assert message.text == "Tides\nThe sea."
    assert message.native == Native("anthropic", (document,))


def test_the_last_words_of_the_assistant_are_how_the_reply_begins() -> None:
    request = read(messages=[HI, {"role": "assistant", "content": "The answer is ("}])
    assert request.prefix == "The answer is ("
    assert [message.role for message in request.messages] == ["user"]


# -- members -----------------------------------------------------------------


def test_sampling_and_the_notes_are_read() -> None:
    request = read(
        temperature=1,
        top_p=0.5,
        top_k=3,
        stop_sequences=["END"],
        metadata={"user_id": "u"},
        service_tier="standard_only",
        container="c",
    )
    sampling = request.sampling
    assert (sampling.max_tokens, sampling.temperature, sampling.top_p) == (100, 1.0, 0.5)
    assert sampling.stop == ("END",)
    assert request.passthrough == {
        "top_k": 3,
        "user": "u",
        "service_tier": "default",
        "container": "c",
    }


def test_a_user_whose_name_only_claude_takes_is_named_to_claude_alone() -> None:
    long, short = {"user_id": "u" * 65}, {"user_id": "u" * 64}
    assert read(metadata=long).passthrough == {}
    assert read(metadata=long).provider_options["anthropic"] == {"metadata": long}
    assert read(metadata=short).passthrough == {"user": "u" * 64}


@pytest.mark.parametrize(
    ("choice", "ours", "parallel"),
    [
        ({"type": "auto"}, "auto", None),
        ({"type": "any", "disable_parallel_tool_use": True}, "required", False),
        ({"type": "none"}, "none", None),
        ({"type": "tool", "name": "f"}, {"type": "function", "function": {"name": "f"}}, None),
    ],
)
def test_a_choice_of_tools_is_read(choice: Any, ours: Any, parallel: bool | None) -> None:
    request = read(tools=[TOOL], tool_choice=choice)
    assert (request.tool_choice, request.parallel_tool_calls) == (ours, parallel)
    assert request.tools[0].native is None


def test_a_tool_that_is_marked_is_kept_as_it_was() -> None:
    marked = {**TOOL, "cache_control": MARK}
    assert read(tools=[marked]).tools[0].native == Native("anthropic", marked)


def test_advice_to_claude_goes_to_claude_alone() -> None:
    thinking = {"type": "enabled", "budget_tokens": 1024}
    request = read(
        max_tokens=2000,
        thinking=thinking,
        cache_control=MARK,
        speed="standard",
        provider_options={"anthropic": {"speed": "fast"}, "openai": {"verbosity": "low"}},
    )
    advice = {"cache_control": MARK, "speed": "standard", "thinking": thinking}
    assert request.passthrough == {}
    assert request.provider_options == {
        "anthropic": {**advice, "speed": "fast"},
        "vertex_anthropic": advice,
        "openai": {"verbosity": "low"},
    }


def test_a_form_of_the_output_and_its_effort_are_read() -> None:
    schema = {"type": "object"}
    request = read(
        output_config={"effort": "low", "format": {"type": "json_schema", "schema": schema}}
    )
    assert request.is_structured
    assert request.response_format["json_schema"]["schema"] == schema
    assert request.passthrough == {"reasoning_effort": "low"}


# -- refused -----------------------------------------------------------------

PDF = {"type": "document", "source": {"type": "base64", "media_type": "application/pdf"}}
BEGUN = [HI, {"role": "assistant", "content": "{"}]
REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"max_tokens": None}, "max_tokens", "missing"),
    ({"max_tokens": 0}, "max_tokens", "got 0"),
    ({"max_tokens": True}, "max_tokens", "a boolean"),
    ({"model": ""}, "model", "name of a model"),
    ({"messages": []}, "messages", "at least one"),
    ({"messages": "hi"}, "messages", "an array"),
    ({"messages": [{"role": "system", "content": "x"}]}, "messages", "the user"),
    ({"messages": [HI] * 10_001}, "messages", "10000"),
    ({"messages": [{"role": "tool", "content": "x"}]}, "messages[0].role", "user, assistant"),
    ({"messages": [{"role": "user"}]}, "messages[0].content", "missing"),
    ({"messages": [user({"type": "audio"})]}, "messages[0].content[0].type", "`audio`"),
    ({"messages": [user({})]}, "messages[0].content[0].type", "missing"),
    ({"messages": [user({"type": "text"})]}, "messages[0].content[0].text", "a string"),
    ({"messages": [user(PDF)]}, "messages[0].content[0].source.type", "not supported"),
    ({"messages": [user({"type": "image"})]}, "messages[0].content[0].source", "an object"),
    (
        {"messages": [user({"type": "image", "source": {"type": "file", "file_id": "f"}})]},
        "messages[0].content[0].source.type",
        "base64 or url",
    ),
    (
        {"messages": [HI, assistant({**CALL, "input": None}), HI]},
        "messages[1].content[0].input",
        "tool_use",
    ),
    ({"messages": [HI, assistant(CALL)]}, "messages[1].content[0].type", "continues"),
    ({"messages": [user({"type": "tool_result"})]}, "messages[0].content[0].tool_use_id", "id"),
    ({"messages": [HI, {"role": "assistant", "content": "So "}]}, "messages[1].content", "white"),
    ({"messages": BEGUN, "tools": [TOOL], "tool_choice": {"type": "any"}}, "tool_choice", "last"),
    ({"messages": BEGUN, "thinking": {"type": "adaptive"}}, "thinking", "last"),
    (
        {
            "messages": BEGUN,
            "output_config": {"format": {"type": "json_schema", "schema": {}}},
        },
        "output_config.format",
        "last",
    ),
    ({"system": 3}, "system", "a string or an array"),
    ({"system": [PICTURE]}, "system[0].type", "`image`"),
    ({"temperature": 1.5}, "temperature", "0 to 1"),
    ({"top_k": -1}, "top_k", "got -1"),
    ({"stop_sequences": "END"}, "stop_sequences", "an array"),
    ({"stop_sequences": ["a"] * 65}, "stop_sequences", "64"),
    ({"tools": [{"type": "web_search_20250305", "name": "w"}]}, "tools[0].type", "web_search"),
    ({"tools": [{"name": "f"}]}, "tools[0].input_schema", "schema"),
    ({"tools": [TOOL] * 513}, "tools", "512"),
    ({"tool_choice": {"type": "any"}}, "tools", "no tools"),
    ({"tool_choice": {"type": "tool", "name": "g"}}, "tool_choice.name", "one of the tools"),
    ({"tool_choice": "auto"}, "tool_choice", "an object"),
    ({"thinking": {"type": "enabled"}}, "thinking.budget_tokens", "1024"),
    ({"thinking": {"type": "enabled", "budget_tokens": 2000}}, "thinking.budget_tokens", "100"),
    ({"thinking": {"type": "hard"}}, "thinking.type", "enabled"),
    ({"metadata": {"team": "x"}}, "metadata.team", "not supported"),
    ({"service_tier": "priority"}, "service_tier", "standard_only"),
    ({"output_config": {"effort": "huge"}}, "output_config.effort", "max"),
    ({"output_config": {"task_budget": {}}}, "output_config.task_budget", "not supported"),
    ({"n": 2}, "n", "not supported"),
    ({"thread": {"type": "create"}}, "thread", "send all of it"),
    ({"prelude": {"speed": 1}}, "prelude.speed", "not an option"),
    ({"provider_options": {"anthropic": 3}}, "provider_options.anthropic", "an object"),
]


@pytest.mark.parametrize(("members", "param", "told"), REFUSED, ids=[p for _, p, _ in REFUSED])
def test_what_cannot_be_is_refused_by_name(members: Any, param: str, told: str) -> None:
    with pytest.raises(BadRequest) as refused:
        read(**members)
    assert refused.value.param == param
    assert told in str(refused.value)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("type text role content source data id name input title".split()),
            inner
            | st.sampled_from("text image document tool_use tool_result user assistant".split()),
            max_size=4,
        )
    ),
    max_leaves=12,
)
MEMBERS = st.sampled_from(
    "messages system tools tool_choice thinking metadata output_config stop_sequences".split()
)


@given(st.dictionaries(MEMBERS, ANYTHING, max_size=4))
def test_garbage_is_read_or_refused_and_nothing_else(members: dict[str, Any]) -> None:
    with suppress(BadRequest):
        read(**members)
