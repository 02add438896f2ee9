from typing import Any

import pytest

from adapters.models import describe
from adapters.ollama import encode
from edge.core.errors import TierRejected
from edge.core.settings import ModelSettings, ProviderSettings, Settings
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

NAME = "ollama_native/qwen3"
MODEL = describe(NAME, Settings())
HI = Message("user", (TextPart("Hi"),))
INLINE = ImagePart("data:image/png;base64,AAAA")
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}


def call(*messages: Message, **asked: Any) -> Call:
    prefix, choices = asked.pop("prefix", ""), asked.pop("choices", ())
    stream = asked.pop("stream", True)
    sampling = asked.pop("sampling", Sampling())
    request = Request("r", "auto", messages or (HI,), sampling=sampling, **asked)
    return Call(request, request.messages, sampling, prefix, choices, stream)


def body(*messages: Message, **asked: Any) -> Any:
    return encode(call(*messages, **asked), MODEL).body


def test_a_plain_question_that_says_whether_it_is_to_be_streamed() -> None:
    http = encode(call(), MODEL)
    assert (http.method, http.path) == ("POST", "/api/chat")
    assert http.headers == {"accept": "application/x-ndjson"}
    assert http.body == {
        "model": "qwen3",
        "messages": [{"role": "user", "content": "Hi"}],
        "stream": True,
    }
    whole = encode(call(stream=False), MODEL)
    assert (whole.headers, whole.body["stream"]) == ({"accept": "application/json"}, False)


def test_a_conversation_with_images_apart_and_results_by_the_name_of_their_tool() -> None:
    messages = body(
        Message("developer", (TextPart("Be brief."),)),
        Message("user", (TextPart("Look:"), INLINE, TextPart(" well."))),
        Message("assistant", tool_calls=(ToolCall("c1", "f", '{"a":1}'), ToolCall("c2", "g", " "))),
        Message("tool", (TextPart("4"),), tool_call_id="c2"),
        Message("tool", (TextPart("5"),), tool_call_id="unknown"),
    )["messages"]
    assert messages == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Look: well.", "images": ["AAAA"]},
        {
            "role": "assistant",
            "content": "",
            "tool_calls": [
                {"function": {"name": "f", "arguments": {"a": 1}}},
                {"function": {"name": "g", "arguments": {}}},
            ],
        },
        {"role": "tool", "content": "4", "tool_name": "g"},
        {"role": "tool", "content": "5"},
    ]


def test_sampling_is_among_the_options_and_wins_there() -> None:
    sampling = Sampling(64, 0.5, 0.9, ("END",), 7, 0.1, 0.2, logprobs=True, top_logprobs=3)
    options = {"ollama_native": {"options": {"num_ctx": 8192, "temperature": 2}}}
    asked = body(sampling=sampling, provider_options=options)
    assert asked["options"] == {
        "num_ctx": 8192,
        "num_predict": 64,
        "temperature": 0.5,
        "top_p": 0.9,
        "stop": ["END"],
        "seed": 7,
        "presence_penalty": 0.1,
        "frequency_penalty": 0.2,
    }
    assert (asked["logprobs"], asked["top_logprobs"]) == (True, 3)


def test_tools_are_offered_or_not() -> None:
    tools = (Tool("f", "Does.", SCHEMA), Tool("g"))
    offered = body(tools=tools, tool_choice="auto")["tools"]
    assert offered == [
        {
            "type": "function",
            "function": {"name": "f", "description": "Does.", "parameters": SCHEMA},
        },
        {
            "type": "function",
            "function": {"name": "g", "parameters": {"type": "object", "properties": {}}},
        },
    ]
    assert "tools" not in body(tools=tools, tool_choice="none")


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ({"type": "text"}, None),
        ({"type": "json_object"}, "json"),
        ({"type": "json_schema", "json_schema": {"name": "n", "schema": SCHEMA}}, SCHEMA),
    ],
)
def test_a_form_is_the_schema_itself(given: Json, becomes: Json) -> None:
    assert body(response_format=given).get("format") == becomes


@pytest.mark.parametrize(("effort", "think"), [("none", False), ("high", "high")])
def test_how_long_it_thinks_has_its_words_here(effort: str, think: Json) -> None:
    assert body(passthrough={"reasoning_effort": effort})["think"] == think


def test_the_call_wins_over_options_and_these_over_what_was_passed_through() -> None:
    mine = Settings(providers={"mine": ProviderSettings("ollama_native")})
    options = {
        "ollama_native": {"think": True, "keep_alive": "5m", "model": "other"},
        "mine": {"keep_alive": "9m", "stream": False},
    }
    passed = {"think": False, "user": "u", "store": False, "prompt_cache_key": "k"}
    sent = encode(
        call(provider_options=options, passthrough=passed), describe("mine/big", mine)
    ).body
    assert sent == {
        "think": True,
        "keep_alive": "9m",
        "model": "big",
        "messages": [{"role": "user", "content": "Hi"}],
        "stream": True,
    }


def test_a_text_is_continued_by_a_model_that_is_known_to() -> None:
    able = describe(NAME, Settings(models={NAME: ModelSettings(prefill=True)}))
    sent = encode(call(prefix="Well"), able).body
    assert sent["messages"][-1] == {"role": "assistant", "content": "Well"}
    with pytest.raises(TierRejected, match="continue"):
        body(prefix="Well")


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ({"sampling": Sampling(logit_bias={"1": 1})}, "logit_bias"),
        ({"passthrough": {"prediction": {}}}, "prediction"),
        ({"passthrough": {"reasoning_effort": "xhigh"}}, "reasoning_effort"),
        ({"choices": ("a",)}, "forms"),
        ({"response_format": {"type": "grammar"}}, "response_format"),
        ({"tools": (Tool("f"),), "tool_choice": "required"}, "call a tool"),
        ({"tools": (Tool("f"),), "parallel_tool_calls": False}, "one tool call"),
        ({"tools": (Tool("f", strict=True),)}, "strict"),
    ],
)
def test_what_it_lacks_is_refused_by_name_for_another_to_take(
    asked: dict[str, Any], what: str
) -> None:
    with pytest.raises(TierRejected, match=f"{NAME}: .*{what}") as refused:
        body(**asked)
    assert refused.value.own_limit


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (Message("user", (TextPart("Hi"),), name="Ann"), "names"),
        (Message("user", (ImagePart("https://x.test/a.png"),)), "base64"),
        (Message("user", (ImagePart(INLINE.url, "low"),)), "detail"),
        (Message("assistant", tool_calls=(ToolCall("a", "f", "[1]"),)), "no JSON object"),
        (Message("assistant", tool_calls=(ToolCall("a", "f", "{"),)), "no JSON object"),
    ],
)
def test_a_message_that_it_cannot_take_is_refused(message: Message, what: str) -> None:
    with pytest.raises(TierRejected, match=what) as refused:
        body(message)
    assert refused.value.own_limit
