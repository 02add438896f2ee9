from typing import Any

import pytest

from adapters.models import describe
from adapters.responses import encode
from edge.core.errors import TierRejected
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    ImagePart,
    Json,
    Message,
    Request,
    Sampling,
    TextPart,
    Tool,
    ToolCall,
)

MODEL = describe("openai_responses/gpt-5.4-mini", Settings())
HI = Message("user", (TextPart("Hi"),))
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}


def call(*messages: Message, **asked: Any) -> Call:
    prefix, choices = asked.pop("prefix", ""), asked.pop("choices", ())
    stream = asked.pop("stream", True)
    sampling = asked.pop("sampling", Sampling())
    request = Request("r", "auto", messages or (HI,), sampling=sampling, **asked)
    return Call(request, request.messages, sampling, prefix, choices, stream)


def body(*messages: Message, **asked: Any) -> Any:
    return encode(call(*messages, **asked), MODEL).body


def test_a_plain_question_that_nobody_stores() -> None:
    http = encode(call(), MODEL)
    assert (http.method, http.path) == ("POST", "/responses")
    assert http.headers == {"accept": "text/event-stream"}
    assert http.body == {
        "store": False,
        "model": "gpt-5.4-mini",
        "input": [{"type": "message", "role": "user", "content": "Hi"}],
        "stream": True,
    }
    assert encode(call(stream=False), MODEL).headers == {"accept": "application/json"}


def test_it_is_the_same_model_as_in_chat_at_the_same_price() -> None:
    assert MODEL.prices == describe("openai/gpt-5.4-mini", Settings()).prices is not None


def test_a_conversation_becomes_items_in_its_own_order() -> None:
    items = body(
        Message("system", (TextPart("Be brief."),)),
        Message("developer", (TextPart("Very."),)),
        Message("user", (TextPart("Look:"), ImagePart("https://x.test/a.png", "low"))),
        Message(
            "assistant",
            (TextPart("Let me"), TextPart(" see.")),
            tool_calls=(ToolCall("c1", "f", '{"a":1}'), ToolCall("c2", "g", "{}")),
        ),
        Message("tool", (TextPart("4"),), tool_call_id="c1"),
        Message("tool", (ImagePart("data:image/png;base64,AA=="),), tool_call_id="c2"),
        Message("assistant", tool_calls=(ToolCall("c3", "h", ""),)),
    )["input"]
    assert items == [
        {"type": "message", "role": "system", "content": "Be brief."},
        {"type": "message", "role": "developer", "content": "Very."},
        {
            "type": "message",
            "role": "user",
            "content": [
                {"type": "input_text", "text": "Look:"},
                {"type": "input_image", "image_url": "https://x.test/a.png", "detail": "low"},
            ],
        },
        {"type": "message", "role": "assistant", "content": "Let me see."},
        {"type": "function_call", "call_id": "c1", "name": "f", "arguments": '{"a":1}'},
        {"type": "function_call", "call_id": "c2", "name": "g", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "c1", "output": "4"},
        {
            "type": "function_call_output",
            "call_id": "c2",
            "output": [
                {
                    "type": "input_image",
                    "image_url": "data:image/png;base64,AA==",
                    "detail": "auto",
                }
            ],
        },
        {"type": "function_call", "call_id": "c3", "name": "h", "arguments": ""},
    ]


def test_tools_are_flat_and_strict_only_when_they_are_asked_to_be() -> None:
    tools = (Tool("f", "Does.", SCHEMA, strict=True), Tool("g"))
    choice = {"type": "function", "function": {"name": "f"}}
    asked = body(tools=tools, tool_choice=choice, parallel_tool_calls=False)
    assert asked["tools"] == [
        {
            "type": "function",
            "name": "f",
            "description": "Does.",
            "parameters": SCHEMA,
            "strict": True,
        },
        {
            "type": "function",
            "name": "g",
            "parameters": {"type": "object", "properties": {}},
            "strict": False,
        },
    ]
    assert asked["tool_choice"] == {"type": "function", "name": "f"}
    assert asked["parallel_tool_calls"] is False
    assert body(tool_choice="required")["tool_choice"] == "required"


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ({"type": "text"}, {"type": "text"}),
        ({"type": "json_object"}, {"type": "json_object"}),
        (
            {"type": "json_schema", "json_schema": {"name": "n", "schema": SCHEMA, "strict": True}},
            {"type": "json_schema", "name": "n", "schema": SCHEMA, "strict": True},
        ),
    ],
)
def test_a_form_stands_beside_what_else_is_said_of_the_text(given: Json, becomes: Json) -> None:
    asked = body(response_format=given, passthrough={"verbosity": "low"})
    assert asked["text"] == {"format": becomes, "verbosity": "low"}


def test_sampling_has_its_names_here() -> None:
    asked = body(sampling=Sampling(64, 0.5, 0.9, logprobs=True, top_logprobs=2))
    assert asked["max_output_tokens"] == 64
    assert (asked["temperature"], asked["top_p"], asked["top_logprobs"]) == (0.5, 0.9, 2)
    assert asked["include"] == ["message.output_text.logprobs"]


def test_log_probabilities_are_asked_for_beside_what_else_is() -> None:
    also = ["message.output_text.logprobs", "reasoning.encrypted_content"]
    options = {"openai_responses": {"include": also}}
    asked = body(sampling=Sampling(logprobs=True), provider_options=options)
    assert asked["include"] == ["reasoning.encrypted_content", "message.output_text.logprobs"]
    assert asked["top_logprobs"] == 0


def test_members_of_chat_have_other_names_here() -> None:
    asked = body(passthrough={"reasoning_effort": "low", "store": True, "user": "u"})
    assert (asked["reasoning"], asked["store"], asked["user"]) == ({"effort": "low"}, True, "u")


def test_the_call_wins_over_options_and_these_over_what_was_passed_through() -> None:
    mine = Settings(providers={"mine": ProviderSettings("openai_responses")})
    options = {
        "openai_responses": {"user": "row", "truncation": "auto", "model": "other"},
        "mine": {"user": "mine", "input": "other"},
    }
    asked = call(provider_options=options, passthrough={"user": "door", "metadata": {"a": "b"}})
    sent = encode(asked, describe("mine/big", mine)).body
    assert (sent["user"], sent["truncation"], sent["metadata"]) == ("mine", "auto", {"a": "b"})
    assert sent["model"] == "big"
    assert sent["input"] == [{"type": "message", "role": "user", "content": "Hi"}]


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ({"sampling": Sampling(seed=1)}, "seed"),
        ({"sampling": Sampling(stop=("a",))}, "stop"),
        ({"sampling": Sampling(presence_penalty=1)}, "presence_penalty"),
        ({"sampling": Sampling(frequency_penalty=1)}, "frequency_penalty"),
        ({"sampling": Sampling(logit_bias={"1": 1})}, "logit_bias"),
        ({"passthrough": {"prediction": {}}}, "prediction"),
        ({"prefix": "Well"}, "continue"),
        ({"choices": ("a",)}, "forms"),
        ({"response_format": {"type": "grammar"}}, "response_format"),
        ({"tool_choice": {"type": "allowed_tools"}}, "tool_choice"),
    ],
)
def test_what_it_lacks_is_refused_by_name_for_another_to_take(
    asked: dict[str, Any], what: str
) -> None:
    with pytest.raises(TierRejected, match=f"openai_responses/gpt-5.4-mini: .*{what}") as refused:
        body(**asked)
    assert refused.value.own_limit


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (Message("user", (TextPart("Hi"),), name="Ann"), "names"),
        (Message("assistant", (ImagePart("https://x.test/a.png"),)), "image"),
    ],
)
def test_a_message_that_it_cannot_take_is_refused(message: Message, what: str) -> None:
    with pytest.raises(TierRejected, match=what) as refused:
        body(message)
    assert refused.value.own_limit
