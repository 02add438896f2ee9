from dataclasses import replace
from typing import Any

import pytest

from adapters.anthropic import MAX_TOKENS, body_of, encode
from adapters.dialect import HostedModel
from adapters.models import describe
from edge.core.errors import TierRejected
from edge.core.settings import Settings
from edge.core.types import (
    Call,
    ImagePart,
    Json,
    Message,
    Native,
    Request,
    Sampling,
    TextPart,
    Tool,
    ToolCall,
)

OLD = describe("anthropic/claude-haiku-4-5", Settings())  # continues a text, takes a temperature
NEW = describe("anthropic/claude-opus-5-5", Settings())
LONG = "word " * 8000  # 10,000 tokens or so: kept by every model's cache
MARK = {"type": "ephemeral"}


def user(*parts: str | ImagePart) -> Message:
    return Message("user", tuple(TextPart(p) if isinstance(p, str) else p for p in parts))


def assistant(text: str = "", *calls: ToolCall) -> Message:
    return Message("assistant", (TextPart(text),) if text else (), tool_calls=calls)


def call(*messages: Message, prefix: str = "", **asked: Any) -> Call:
    sampling = asked.pop("sampling", Sampling())
    request = Request("r", "auto", messages or (user("Hi"),), sampling=sampling, **asked)
    return Call(request, request.messages, sampling, prefix=prefix)


def body(asked: Call, model: HostedModel = OLD) -> Any:
    return body_of(asked, model)


def text(words: str, **more: Json) -> dict[str, Json]:
    return {"type": "text", "text": words, **more}


def test_a_plain_question() -> None:
    http = encode(call(), OLD)
    assert (http.method, http.path) == ("POST", "/messages")
    assert http.headers == {"accept": "text/event-stream"}
    assert http.body == {
        "model": "claude-haiku-4-5",
        "stream": True,
        "max_tokens": 64_000,
        "messages": [{"role": "user", "content": [text("Hi")]}],
    }
    whole = encode(replace(call(), stream=False), OLD)
    assert whole.headers == {"accept": "application/json"}
    assert whole.body["stream"] is False


def test_max_tokens_is_the_callers_or_the_models_or_what_every_model_can_say() -> None:
    unknown = describe("anthropic/claude-next", Settings())
    option = {"anthropic": {"max_tokens": 9}}
    assert body(call(sampling=Sampling(max_tokens=7)), unknown)["max_tokens"] == 7
    assert body(call(provider_options=option), unknown)["max_tokens"] == 9
    assert body(call(), unknown)["max_tokens"] == MAX_TOKENS


def test_system_and_developer_messages_leave_the_conversation() -> None:
    system = Message("system", (TextPart("Be brief."),))
    developer = Message("developer", (TextPart("In French."),))
    asked = body(call(system, user("Hi"), developer))
    assert asked["system"] == [text("Be brief."), text("In French.")]
    assert asked["messages"] == [{"role": "user", "content": [text("Hi")]}]


def test_neighbours_of_one_role_become_one_turn_and_blank_text_none() -> None:
    asked = body(call(user("a"), user(" \n"), user("b"), assistant(""), assistant("c"), user("d")))
    assert asked["messages"] == [
        {"role": "user", "content": [text("a"), text("b")]},
        {"role": "assistant", "content": [text("c")]},
        {"role": "user", "content": [text("d")]},
    ]


def test_tool_results_are_blocks_of_the_users_turn() -> None:
    calls = (ToolCall("functions.f:0", "f", '{"x":1}'), ToolCall("b", "g", ""))
    results = (
        Message("tool", (TextPart("one"),), tool_call_id="functions.f:0"),
        Message("tool", tool_call_id="b"),
    )
    asked = body(call(user("Hi"), assistant("Look:", *calls), *results, user("So?")))
    assert asked["messages"][1:] == [
        {
            "role": "assistant",
            "content": [
                text("Look:"),
                {"type": "tool_use", "id": "functions_f_0", "name": "f", "input": {"x": 1}},
                {"type": "tool_use", "id": "b", "name": "g", "input": {}},
            ],
        },
        {
            "role": "user",
            "content": [
                {"type": "tool_result", "tool_use_id": "functions_f_0", "content": [text("one")]},
                {"type": "tool_result", "tool_use_id": "b"},
                text("So?"),
            ],
        },
    ]


def test_images_are_sources() -> None:
    parts = (ImagePart("data:image/PNG;base64,AAAA"), ImagePart("https://x.test/a.png", "high"))
    blocks = body(call(user("See", *parts)))["messages"][0]["content"]
    assert [block["source"] for block in blocks[1:]] == [
        {"type": "base64", "media_type": "image/png", "data": "AAAA"},
        {"type": "url", "url": "https://x.test/a.png"},
    ]


TOOL = Tool("f", "Does f.", {"type": "object"}, strict=True)


@pytest.mark.parametrize(
    ("choice", "parallel", "expected"),
    [
        (None, None, None),
        (None, True, None),
        ("auto", None, {"type": "auto"}),
        ("none", False, {"type": "none"}),
        ("required", None, {"type": "any"}),
        ({"type": "function", "function": {"name": "f"}}, None, {"type": "tool", "name": "f"}),
        (None, False, {"type": "auto", "disable_parallel_tool_use": True}),
        ("required", False, {"type": "any", "disable_parallel_tool_use": True}),
    ],
)
def test_tools_and_the_choice_of_them(choice: Json, parallel: bool | None, expected: Json) -> None:
    asked = call(tools=(TOOL,), tool_choice=choice, parallel_tool_calls=parallel)
    assert body(asked).get("tool_choice") == expected
    assert body(asked)["tools"] == [
        {
            "name": "f",
            "description": "Does f.",
            "strict": True,
            "input_schema": {"type": "object"},
        }
    ]
    assert "tool_choice" not in body(call(tool_choice=choice, parallel_tool_calls=parallel))


def test_a_tool_without_parameters_takes_an_empty_object() -> None:
    (tool,) = body(call(tools=(Tool("f"),)))["tools"]
    assert tool == {"name": "f", "input_schema": {"type": "object", "properties": {}}}


def test_a_schema_is_a_form_and_json_alone_is_none() -> None:
    schema = {"type": "object", "additionalProperties": False}
    form = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema}}
    effort = {"anthropic": {"output_config": {"effort": "low"}}}
    asked = call(response_format=form, provider_options=effort)
    expected = {"effort": "low", "format": {"type": "json_schema", "schema": schema}}
    assert body(asked)["output_config"] == expected
    assert "output_config" not in body(call(response_format={"type": "text"}))
    with pytest.raises(TierRejected, match="a JSON schema only"):
        body(call(response_format={"type": "json_object"}))


def test_sampling_it_has_is_sent() -> None:
    asked = body(call(sampling=Sampling(temperature=0.5, top_p=0.9, stop=("END",))))
    assert (asked["temperature"], asked["top_p"]) == (0.5, 0.9)
    assert asked["stop_sequences"] == ["END"]


def test_sampling_that_says_what_holds_anyway_is_left_out_where_none_is_taken() -> None:
    asked = body(call(sampling=Sampling(temperature=1, top_p=1)), NEW)
    assert not asked.keys() & {"temperature", "top_p"}


@pytest.mark.parametrize(
    ("asked", "word", "model"),
    [
        (call(sampling=Sampling(seed=0)), "seed", OLD),
        (call(sampling=Sampling(presence_penalty=1)), "presence_penalty", OLD),
        (call(sampling=Sampling(frequency_penalty=1)), "frequency_penalty", OLD),
        (call(sampling=Sampling(logit_bias={"1": 1})), "logit_bias", OLD),
        (call(sampling=Sampling(logprobs=True)), "logprobs", OLD),
        (call(sampling=Sampling(temperature=1.5)), "temperature above 1", OLD),
        (call(sampling=Sampling(temperature=0.5)), "no temperature", NEW),
        (call(sampling=Sampling(top_p=0.5)), "no top_p", NEW),
        (call(sampling=Sampling(stop=("\n\n",))), "stop sequence", OLD),
        (call(passthrough={"verbosity": "low"}), "verbosity", OLD),
        (call(passthrough={"service_tier": "flex"}), "service_tier", OLD),
        (call(passthrough={"metadata": {"team": "a"}}), "metadata", OLD),
        (call(Message("user", (TextPart("Hi"),), name="ann")), "names", OLD),
        (call(user(ImagePart("http://x.test/a.png"))), "images from https", OLD),
        (call(user(ImagePart("https://x.test/a.png", "low"))), "full detail", OLD),
        (call(Message("system", (ImagePart("https://x.test/a.png"),)), user("a")), "system", OLD),
        (call(assistant("", ToolCall("a", "f", "{bad")), user("a")), "no JSON object", OLD),
        (call(assistant("", ToolCall("a", "f", "[1]")), user("a")), "no JSON object", OLD),
        (call(Message("system", (TextPart("a"),))), "needs a message", OLD),
        (replace(call(), choices=("a",)), "forms", OLD),
        (call(prefix="Well"), "cannot continue a text", NEW),
        (call(user("a"), assistant("b")), "cannot continue a text", NEW),
    ],
)
def test_what_it_lacks_is_refused_by_name(asked: Call, word: str, model: HostedModel) -> None:
    with pytest.raises(TierRejected, match=word) as refused:
        body_of(asked, model)
    assert refused.value.own_limit
    assert str(refused.value).startswith(model.name)


def test_members_of_other_dialects_become_its_own() -> None:
    passthrough = {
        "user": "ann",
        "reasoning_effort": "low",
        "service_tier": "default",
        "store": False,
        "prompt_cache_key": "k",
        "top_k": 5,
    }
    asked = body(call(passthrough=passthrough))
    assert asked["metadata"] == {"user_id": "ann"}
    assert asked["output_config"] == {"effort": "low"}
    assert asked["service_tier"] == "standard_only"
    assert asked["top_k"] == 5
    assert not asked.keys() & {"user", "reasoning_effort", "store", "prompt_cache_key"}


def test_options_add_to_a_call_and_cannot_change_what_it_is() -> None:
    options = {"top_k": 7, "model": "other", "stream": False, "messages": [], "max_tokens": 1}
    sampling = Sampling(max_tokens=9)
    http = encode(call(sampling=sampling, provider_options={"anthropic": options}), OLD)
    assert (http.body["model"], http.body["stream"], http.body["top_k"]) == (OLD.id, True, 7)
    assert http.body["max_tokens"] == 9
    assert http.body["messages"]
    assert not body(call(provider_options={"anthropic": options})).keys() & {"model", "stream"}


@pytest.mark.parametrize("odd", [7, "on", ["x"], {"type": 7}])
@pytest.mark.parametrize("member", ["thinking", "output_config", "tools", "system"])
def test_odd_options_are_the_platforms_to_refuse(member: str, odd: Json) -> None:
    form = {"type": "json_schema", "json_schema": {"schema": {}}}
    options = {"anthropic": {member: odd}}
    asked = body(call(response_format=form, provider_options=options))
    assert asked["messages"]
    if member != "output_config":
        assert asked[member] == odd


# -- continuing --------------------------------------------------------------


def test_a_text_is_continued_by_a_trailing_turn() -> None:
    asked = body(call(prefix="Well, it"))
    assert asked["messages"][-1] == {"role": "assistant", "content": [text("Well, it")]}


@pytest.mark.parametrize("space", [" ", "\n", "\u3000"])
def test_a_text_that_ends_in_white_space_is_refused_and_not_stripped(space: str) -> None:
    with pytest.raises(TierRejected, match="ends in white space"):
        body(call(prefix=f"Well,{space}"))


def test_a_model_that_is_to_think_cannot_continue() -> None:
    thinking = {"anthropic": {"thinking": {"type": "enabled", "budget_tokens": 2048}}}
    with pytest.raises(TierRejected, match="while it is to think"):
        body(call(prefix="Well", provider_options=thinking))
    silent = {"anthropic": {"thinking": {"type": "disabled"}}}
    assert body(call(prefix="Well", provider_options=silent))


# -- its cache ---------------------------------------------------------------


def marks(asked: Any) -> list[str]:
    """Where the marks are: `tools`, `system`, or the number of a turn."""
    lists = {"tools": asked.get("tools", []), "system": asked.get("system", [])}
    lists |= {str(place): turn["content"] for place, turn in enumerate(asked["messages"])}
    places = []
    for name, blocks in lists.items():
        assert not any("cache_control" in block for block in blocks[:-1])
        if blocks and "cache_control" in blocks[-1]:
            assert blocks[-1]["cache_control"] == MARK
            places.append(name)
    return places


SYSTEM = Message("system", (TextPart(LONG),))
BIG_TOOL = Tool("f", LONG)


def test_the_stable_beginning_is_marked_where_it_ends() -> None:
    asked = body(call(SYSTEM, user("a"), assistant("b"), user("c"), tools=(BIG_TOOL,)))
    assert marks(asked) == ["tools", "system", "1"]


def test_what_the_caller_may_still_change_is_not_marked() -> None:
    assert marks(body(call(user(LONG)))) == []
    assert marks(body(call(user("a"), assistant("b"), user(LONG)))) == []
    assert marks(body(call(user(LONG), assistant("b"), user("c")))) == ["1"]


def test_the_place_where_the_previous_call_ended_is_marked_again() -> None:
    earlier = (user(LONG), assistant("b"), user("c"))
    assert marks(body(call(*earlier))) == ["1"]
    assert marks(body(call(*earlier, assistant("d"), user("e")))) == ["1", "3"]
    late = (*earlier, assistant("d"), user("e"), assistant("f"), user("g"))
    assert marks(body(call(SYSTEM, *late, tools=(BIG_TOOL,)))) == ["tools", "system", "3", "5"]


def test_a_short_beginning_is_not_marked_and_what_is_short_depends_on_the_model() -> None:
    about_600 = Message("system", (TextPart("word " * 480),))
    assert marks(body(call(about_600, user("a")), OLD)) == []
    assert marks(body(call(about_600, user("a")), NEW)) == ["system"]
    assert marks(body(call(about_600, user("a")), replace(NEW, cache_from=None))) == []


def test_a_beginning_counts_as_a_whole() -> None:
    """The tools and the system text are too short by themselves; together they are not."""
    half = "word " * 2000
    asked = call(Message("system", (TextPart(half),)), user("a"), tools=(Tool("f", half),))
    assert marks(body(asked)) == ["system"]


def test_a_continuation_is_marked_where_the_first_call_was() -> None:
    first = call(user(LONG), assistant("b"), user("c"))
    anchored = replace(first, messages=(*first.messages, assistant("Well,"), user("Go on.")))
    prefixed = replace(first, prefix="Well,")
    assert marks(body(first)) == marks(body(anchored)) == marks(body(prefixed)) == ["1"]


@pytest.mark.parametrize(
    "options",
    [
        {"cache_control": MARK},
        {"cache_control": None},
        {"tools": [{"type": "web_search_20250305", "name": "s", "cache_control": MARK}]},
    ],
)
def test_a_caller_who_marks_himself_is_left_alone(options: dict[str, Json]) -> None:
    asked = body(call(SYSTEM, user("a"), provider_options={"anthropic": options}))
    assert "system" not in marks(asked)


def test_a_callers_own_lists_are_not_written_to() -> None:
    tools = [{"type": "web_search_20250305", "name": LONG}]
    asked = body(call(provider_options={"anthropic": {"tools": tools}}))
    assert marks(asked) == ["tools"]
    assert tools == [{"type": "web_search_20250305", "name": LONG}]


def test_an_images_bytes_are_not_taken_for_words() -> None:
    picture = ImagePart("data:image/png;base64," + "A" * 100_000)
    assert marks(body(call(user(picture), assistant("b"), user("c")))) == []


# -- what the caller wrote in this dialect -----------------------------------


def test_what_was_written_in_this_dialect_goes_as_it_was_written() -> None:
    marked = text("Hi", cache_control=MARK)
    thought = {"type": "thinking", "thinking": "hm", "signature": "c2ln"}
    tool = {"name": "f", "input_schema": {"type": "object"}, "cache_control": MARK}
    result = {"type": "tool_result", "tool_use_id": "a", "content": "no", "is_error": True}
    asked = body(
        call(
            Message("system", (TextPart("x"),), native=Native("anthropic", (marked,))),
            user("Hi"),
            replace(
                assistant("", ToolCall("a", "f", "{}")), native=Native("anthropic", (thought,))
            ),
            Message(
                "tool", (TextPart("x"),), tool_call_id="a", native=Native("anthropic", (result,))
            ),
            replace(user("picture"), native=Native("anthropic", ())),
            tools=(Tool("f", native=Native("anthropic", tool)),),
        )
    )
    assert asked["system"] == [marked]
    assert asked["tools"] == [tool]
    assert asked["messages"][1:] == [
        {"role": "assistant", "content": [thought]},
        {"role": "user", "content": [result]},
    ]


def test_words_of_another_dialect_are_not_read() -> None:
    odd = Native("other", ("odd",))
    asked = body(call(replace(user("Hi"), native=odd), tools=(Tool("f", native=odd),)))
    assert asked["messages"] == [{"role": "user", "content": [text("Hi")]}]
    assert asked["tools"][0]["name"] == "f"


def test_a_caller_who_marks_a_message_has_no_marks_of_ours() -> None:
    marked = text(LONG, cache_control=MARK)
    native = replace(user(LONG), native=Native("anthropic", (marked,)))
    asked = body(call(native, assistant("So."), user("And?"), tools=(Tool("f", LONG),)))
    assert asked["messages"][0]["content"] == [marked]
    assert "cache_control" not in asked["tools"][0]


def test_unfinished_parts_are_asked_for_in_a_header() -> None:
    option = {"anthropic": {"anthropic_beta": ["a-1", "b-2"]}}
    http = encode(call(provider_options=option), OLD)
    assert http.headers["anthropic-beta"] == "a-1,b-2"
    assert "anthropic_beta" not in http.body
