from typing import Any

import pytest

from adapters.cohere import LARGEST_P, MOST_STOPS, encode
from adapters.models import describe
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

MODEL = describe("cohere/command-a-03-2025", Settings())
HI = Message("user", (TextPart("Hi"),))
PICTURE = ImagePart("https://x.test/a.png", "low")
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}
FORM = {"type": "json_schema", "json_schema": {"name": "n", "schema": SCHEMA}}


def call(*messages: Message, **asked: Any) -> Call:
    prefix, choices = asked.pop("prefix", ""), asked.pop("choices", ())
    stream = asked.pop("stream", True)
    sampling = asked.pop("sampling", Sampling())
    request = Request("r", "auto", messages or (HI,), sampling=sampling, **asked)
    return Call(request, request.messages, sampling, prefix, choices, stream)


def body(*messages: Message, **asked: Any) -> Any:
    return encode(call(*messages, **asked), MODEL).body


def function(name: str, **more: Json) -> Json:
    return {"type": "function", "function": {"name": name, **more}}


def test_a_plain_question() -> None:
    http = encode(call(), MODEL)
    assert (http.method, http.path) == ("POST", "/v2/chat")
    assert http.headers == {"accept": "text/event-stream"}
    assert http.body == {
        "model": "command-a-03-2025",
        "messages": [{"role": "user", "content": "Hi"}],
        "stream": True,
    }
    assert encode(call(stream=False), MODEL).headers == {"accept": "application/json"}


def test_a_conversation_and_what_was_said_before_a_call_as_its_plan() -> None:
    messages = body(
        Message("system", (TextPart("Be brief."),)),
        Message("developer", (TextPart("Very."),)),
        Message("user", (TextPart("Look:"), PICTURE, ImagePart("https://x.test/b.png"))),
        Message("assistant", (TextPart("I will."),), tool_calls=(ToolCall("c1", "f", "{}"),)),
        Message("tool", (TextPart("4"),), tool_call_id="c1"),
        Message("assistant", tool_calls=(ToolCall("c2", "g", ""),)),
        Message("tool", (TextPart("5"),), tool_call_id="c2"),
        Message("assistant", (TextPart("Nine."),)),
        HI,
    )["messages"]
    assert messages == [
        {"role": "system", "content": "Be brief."},
        {"role": "system", "content": "Very."},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "Look:"},
                {"type": "image_url", "image_url": {"url": PICTURE.url, "detail": "low"}},
                {"type": "image_url", "image_url": {"url": "https://x.test/b.png"}},
            ],
        },
        {
            "role": "assistant",
            "tool_plan": "I will.",
            "tool_calls": [{"id": "c1", **function("f", arguments="{}")}],
        },
        {"role": "tool", "tool_call_id": "c1", "content": "4"},
        {"role": "assistant", "tool_calls": [{"id": "c2", **function("g", arguments="")}]},
        {"role": "tool", "tool_call_id": "c2", "content": "5"},
        {"role": "assistant", "content": "Nine."},
        {"role": "user", "content": "Hi"},
    ]


def test_sampling_has_its_names_here() -> None:
    sampling = Sampling(64, 0.5, 0.9, ("END",), 7, 0.1, 0.2)
    asked = body(sampling=sampling)
    assert {key: asked[key] for key in asked.keys() - {"model", "messages", "stream"}} == {
        "max_tokens": 64,
        "temperature": 0.5,
        "p": 0.9,
        "stop_sequences": ["END"],
        "seed": 7,
        "presence_penalty": 0.1,
        "frequency_penalty": 0.2,
    }
    assert body(sampling=Sampling(top_p=1))["p"] == LARGEST_P


def test_tools_are_strict_all_together() -> None:
    asked = body(tools=(Tool("f", "Does.", SCHEMA, strict=True),), tool_choice="auto")
    assert asked["tools"] == [function("f", description="Does.", parameters=SCHEMA)]
    assert asked["strict_tools"] is True
    assert "tool_choice" not in asked
    bare = body(tools=(Tool("f"),))
    assert bare["tools"] == [function("f", parameters={"type": "object", "properties": {}})]
    assert "strict_tools" not in bare


@pytest.mark.parametrize("choice", ["none", "required"])
def test_a_choice_of_tools_is_in_capitals(choice: str) -> None:
    assert body(tools=(Tool("f"),), tool_choice=choice)["tool_choice"] == choice.upper()
    assert "tool_choice" not in body(tool_choice=choice)


def test_a_tool_that_is_forced_is_the_only_one_and_required() -> None:
    choice = {"type": "function", "function": {"name": "g"}}
    asked = body(tools=(Tool("f", strict=True), Tool("g")), tool_choice=choice)
    assert [tool["function"]["name"] for tool in asked["tools"]] == ["g"]
    assert asked["tool_choice"] == "REQUIRED"


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ({"type": "text"}, None),
        ({"type": "json_object"}, {"type": "json_object"}),
        (FORM, {"type": "json_object", "json_schema": SCHEMA}),
    ],
)
def test_a_form_is_an_object(given: Json, becomes: Json) -> None:
    assert body(response_format=given).get("response_format") == becomes


def test_the_call_wins_over_options_and_these_over_what_was_passed_through() -> None:
    mine = Settings(providers={"mine": ProviderSettings("cohere")})
    options = {
        "cohere": {"k": 5, "safety_mode": "STRICT", "model": "other"},
        "mine": {"k": 6, "messages": []},
    }
    passed = {"k": 4, "documents": ["a"], "store": False, "prompt_cache_key": "x"}
    sent = encode(
        call(provider_options=options, passthrough={**passed, "reasoning_effort": "none"}),
        describe("mine/big", mine),
    ).body
    assert sent == {
        "k": 6,
        "safety_mode": "STRICT",
        "documents": ["a"],
        "thinking": {"type": "disabled"},
        "model": "big",
        "messages": [{"role": "user", "content": "Hi"}],
        "stream": True,
    }


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ({"sampling": Sampling(logit_bias={"1": 1})}, "logit_bias"),
        ({"sampling": Sampling(logprobs=True)}, "logprobs"),
        ({"sampling": Sampling(presence_penalty=-1)}, "presence_penalty"),
        ({"sampling": Sampling(frequency_penalty=1.5)}, "frequency_penalty"),
        ({"sampling": Sampling(top_p=0)}, "top_p"),
        ({"sampling": Sampling(stop=("a",) * (MOST_STOPS + 1))}, "stop"),
        ({"passthrough": {"user": "u"}}, "user"),
        ({"passthrough": {"reasoning_effort": "high"}}, "reasoning_effort"),
        ({"prefix": "Well"}, "continue"),
        ({"choices": ("a",)}, "forms"),
        ({"response_format": {"type": "grammar"}}, "response_format"),
        ({"response_format": FORM, "tools": (Tool("f"),)}, "response_format"),
        ({"tools": (Tool("f"),), "tool_choice": {"type": "allowed_tools"}}, "tool_choice"),
        ({"tools": (Tool("f"),), "parallel_tool_calls": False}, "one tool call"),
        ({"tools": (Tool("f"), Tool("g", strict=True))}, "strict"),
    ],
)
def test_what_it_lacks_is_refused_by_name_for_another_to_take(
    asked: dict[str, Any], what: str
) -> None:
    with pytest.raises(TierRejected, match=f"cohere/command-a-03-2025: .*{what}") as refused:
        body(**asked)
    assert refused.value.own_limit


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (Message("user", (TextPart("Hi"),), name="Ann"), "names"),
        (Message("assistant", (PICTURE,)), "images"),
        (Message("tool", (PICTURE,), tool_call_id="a"), "images"),
    ],
)
def test_a_message_that_it_cannot_take_is_refused(message: Message, what: str) -> None:
    with pytest.raises(TierRejected, match=what) as refused:
        body(message)
    assert refused.value.own_limit
