"""A page's messages, as `useChat` keeps them, into a conversation."""

from __future__ import annotations

from typing import Any

import pytest

from edge.core.errors import BadRequest
from edge.core.types import ImagePart, Message, TextPart, ToolCall
from edge.doors.fields import Fields
from edge.doors.ui_request import UiRequest, read_ui_request

PICTURE = "data:image/png;base64,AAAA"
ASKED = {"id": "u1", "role": "user", "parts": [{"type": "text", "text": "Will it rain?"}]}
USER = Message("user", (TextPart("Will it rain?"),))


def read(*messages: Any, **members: Any) -> UiRequest:
    return read_ui_request(Fields({"id": "chat", "messages": list(messages), **members}), "r1")


def turns(*messages: Any) -> tuple[Message, ...]:
    return read(*messages).request.messages


def assistant(*parts: Any) -> Any:
    return {"id": "a1", "role": "assistant", "parts": list(parts)}


def text(words: str, **members: Any) -> Any:
    return {"type": "text", "text": words, "state": "done", **members}


def call(state: str, **members: Any) -> Any:
    given = {"toolCallId": "c1", "state": state, "input": {"city": "Ulm"}}
    return {"type": "tool-weather", **given, **members}


STEP = {"type": "step-start"}
CALLED = Message("assistant", tool_calls=(ToolCall("c1", "weather", '{"city":"Ulm"}'),))


def result(words: str) -> Message:
    return Message("tool", (TextPart(words),), tool_call_id="c1")


def test_words_and_pictures_of_the_user_are_one_message() -> None:
    picture = {"type": "file", "mediaType": "image/png", "url": PICTURE, "filename": "a.png"}
    told = {**ASKED, "parts": [*ASKED["parts"], picture, {"type": "data-mood", "data": 1}]}
    assert turns({"id": "s", "role": "system", "parts": [text("Be brief.")]}, told) == (
        Message("system", (TextPart("Be brief."),)),
        Message("user", (TextPart("Will it rain?"), ImagePart(PICTURE))),
    )


def test_each_step_of_the_assistant_is_a_turn_and_each_result_a_message() -> None:
    done = call("output-available", output={"sky": "grey"})
    thought = {"type": "reasoning", "text": "Hm."}
    source = {"type": "source-url", "sourceId": "s", "url": "https://x.test"}
    reply = assistant(STEP, thought, text("Let me see."), done, STEP, source, text("It will."))
    assert turns(ASKED, reply) == (
        USER,
        Message("assistant", (TextPart("Let me see."),), tool_calls=CALLED.tool_calls),
        result('{"sky":"grey"}'),
        Message("assistant", (TextPart("It will."),)),
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (call("output-available", output="rain"), "rain"),
        (call("output-error", errorText="no net"), "The tool reports an error:\nno net"),
        (call("output-denied"), "Tool call execution denied."),
        (
            call("approval-responded", approval={"id": "p", "approved": False, "reason": "No."}),
            "No.",
        ),
        (
            {**call("output-available", output="rain"), "type": "dynamic-tool"}
            | {"toolName": "weather"},
            "rain",
        ),
    ],
)
def test_what_became_of_a_call_is_its_result(part: Any, words: str) -> None:
    assert turns(ASKED, assistant(part)) == (USER, CALLED, result(words))


@pytest.mark.parametrize(
    "state", ["input-streaming", "input-available", "approval-requested", "approval-responded"]
)
def test_a_call_that_nobody_answered_is_left_out(state: str) -> None:
    reply = assistant(text("Let me see."), call(state, approval={"id": "p"}))
    assert turns(ASKED, reply) == (USER, Message("assistant", (TextPart("Let me see."),)))


@pytest.mark.parametrize(
    ("given", "arguments"),
    [({"input": "{city"}, '{"input":"{city"}'), ({"input": None}, "{}"), ({"input": {}}, "{}")],
)
def test_arguments_are_always_an_object(given: Any, arguments: str) -> None:
    [_, called, _] = turns(ASKED, assistant(call("output-denied", **given)))
    assert called.tool_calls[0].arguments == arguments


def test_an_opening_that_stood_by_itself_is_left_out_and_texts_are_paragraphs() -> None:
    opening = text("Good question.", providerMetadata={"prelude": {"phase": "commentary"}})
    reply = assistant(opening, text("It will."), text("All day."))
    assert turns(ASKED, reply) == (
        USER,
        Message("assistant", (TextPart("It will.\n\nAll day."),)),
    )


def test_what_the_user_said_in_the_middle_of_a_reply_is_a_turn_of_theirs() -> None:
    steering = {"type": "steering-message", "id": "u2", "parts": [text("In Ulm.")]}
    assert turns(ASKED, assistant(text("Where?"), steering, STEP, text("It will."))) == (
        USER,
        Message("assistant", (TextPart("Where?"),)),
        Message("user", (TextPart("In Ulm."),)),
        Message("assistant", (TextPart("It will."),)),
    )


def test_the_reply_goes_on_with_the_assistants_last_message() -> None:
    done = call("output-available", output="rain")
    assert read(ASKED, assistant(done)).message_id == "a1"
    assert read(ASKED).message_id == "msg_r1"


def test_the_pages_own_members_are_those_of_chat_completions() -> None:
    asked = read(ASKED, temperature=0.5, max_tokens=9, prelude={"quality": 0.5}).request
    assert (asked.model, asked.sampling.temperature, asked.sampling.max_tokens) == ("auto", 0.5, 9)
    assert asked.options.quality == 0.5
    assert asked.takes_back


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"messages": []}, "messages"),
        ({"messages": [assistant()]}, "messages"),
        ({"messages": [{"role": "user"}]}, "messages[0].parts"),
        ({"messages": [{"role": "user", "parts": []}]}, "messages[0].parts"),
        ({"messages": [{"role": "user", "parts": [{}]}]}, "messages[0].parts[0].type"),
        ({"messages": [{"role": "tool", "parts": []}]}, "messages[0].role"),
        (
            {"messages": [{"role": "user", "parts": [{"type": "text"}]}]},
            "messages[0].parts[0].text",
        ),
        (
            {"messages": [{"role": "user", "parts": [{"type": "file", "mediaType": "text/csv"}]}]},
            "messages[0].parts[0].mediaType",
        ),
        ({"messages": [assistant(call(""))]}, "messages"),
        (
            {"messages": [assistant({"type": "tool-x", "state": "output-denied"})]},
            "messages[0].parts[0].toolCallId",
        ),
        ({"messages": [ASKED], "trigger": "guess"}, "trigger"),
        ({"messages": [ASKED], "stream": False}, "stream"),
    ],
)
def test_what_is_wrong_is_named(members: Any, param: str) -> None:
    with pytest.raises(BadRequest) as refused:
        read_ui_request(Fields(members), "r1")
    assert refused.value.param == param
