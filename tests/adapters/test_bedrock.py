"""Bedrock's Converse: how it is asked, and what is heard of its answers however they are cut."""

from __future__ import annotations

import binascii
import json
import struct
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from adapters.bedrock import Decoder, encode
from adapters.models import describe
from edge.core.errors import (
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierUnavailable,
)
from edge.core.settings import ModelSettings, ProviderSettings, Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    ImagePart,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Thinking,
    Tool,
    ToolCall,
    ToolDelta,
    Usage,
)

CLAUDE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
NOVA = "amazon.nova-pro-v1:0"
POINT = {"cachePoint": {"type": "default"}}
LONG = "word " * 2000
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}
TOOL = Tool("f", "does it", SCHEMA)


# -- asking ----------------------------------------------------------------------


def user(text: str = "Hello") -> Message:
    return Message("user", (TextPart(text),))


def assistant(text: str) -> Message:
    return Message("assistant", (TextPart(text),))


def asked(
    *messages: Message, model: str = CLAUDE, prefix: str = "", stream: bool = True, **members: Any
) -> dict[str, Any]:
    body: dict[str, Any] = encoded(
        *messages, model=model, prefix=prefix, stream=stream, **members
    ).body
    return body


def encoded(
    *messages: Message,
    model: str = CLAUDE,
    prefix: str = "",
    stream: bool = True,
    behind: tuple[Message, ...] = (),
    settings: Mapping[str, ModelSettings] | None = None,
    **members: Any,
) -> Any:
    sampling = members.pop("sampling", Sampling())
    request = Request("r", "auto", messages or (user(),), sampling=sampling, **members)
    call = Call(request, (*request.messages, *behind), sampling, prefix=prefix, stream=stream)
    provider = ProviderSettings("bedrock", region="us-east-1")
    known = Settings(providers={"mine": provider}, models=settings or {})
    return encode(call, describe(f"mine/{model}", known))


def refused(*messages: Message, **members: Any) -> TierRejected:
    with pytest.raises(TierRejected, match=r"^mine/") as rejected:
        encoded(*messages, **members)
    assert rejected.value.own_limit
    return rejected.value


@pytest.mark.parametrize(
    ("model", "path"),
    [
        (NOVA, "amazon.nova-pro-v1%3A0"),
        (
            "arn:aws:bedrock:us-east-1:1:inference-profile/us.x-v1:0",
            "arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fus.x-v1%3A0",
        ),
        ("../x?y#z", "..%2Fx%3Fy%23z"),
    ],
)
@pytest.mark.parametrize(("stream", "operation"), [(True, "converse-stream"), (False, "converse")])
def test_the_model_is_in_the_path_escaped_whole(
    model: str, path: str, stream: bool, operation: str
) -> None:
    assert encoded(model=model, stream=stream).path == f"/model/{path}/{operation}"


def test_a_conversation_is_turns_of_two_roles_and_a_system() -> None:
    body = asked(
        Message("system", (TextPart("Be brief."),)),
        user("Weather?"),
        Message("developer", (TextPart("Be kind."),)),
        user("In Bern?"),
        Message("assistant", (TextPart("Let me see."),), tool_calls=(ToolCall("c/1", "f", ""),)),
        Message("tool", (TextPart("Rain"),), tool_call_id="c/1"),
        Message("tool", tool_call_id="c/2"),
        user("Well?"),
        tools=(TOOL,),
    )
    assert body["system"] == [{"text": "Be brief."}, {"text": "Be kind."}]
    call = {"toolUse": {"toolUseId": "c_1", "name": "f", "input": {}}}
    assert body["messages"] == [
        {"role": "user", "content": [{"text": "Weather?"}, {"text": "In Bern?"}]},
        {"role": "assistant", "content": [{"text": "Let me see."}, call]},
        {
            "role": "user",
            "content": [
                {"toolResult": {"toolUseId": "c_1", "content": [{"text": "Rain"}]}},
                {"toolResult": {"toolUseId": "c_2", "content": []}},
                {"text": "Well?"},
            ],
        },
    ]


@pytest.mark.parametrize(
    ("kind", "format_"), [("png", "png"), ("jpeg", "jpeg"), ("JPG", "jpeg"), ("webp", "webp")]
)
def test_an_image_travels_as_bytes(kind: str, format_: str) -> None:
    message = Message("user", (TextPart("What?"), ImagePart(f"data:image/{kind};base64,aGk=")))
    block = {"image": {"format": format_, "source": {"bytes": "aGk="}}}
    assert asked(message)["messages"][0]["content"] == [{"text": "What?"}, block]


def test_blank_text_is_left_out() -> None:
    message = Message("user", (TextPart(" \n"), TextPart("Hello")))
    assert asked(message)["messages"][0]["content"] == [{"text": "Hello"}]


def test_sampling_and_stops() -> None:
    sampling = Sampling(max_tokens=9, temperature=0.5, top_p=0.9, stop=("END",))
    assert asked(sampling=sampling)["inferenceConfig"] == {
        "maxTokens": 9,
        "temperature": 0.5,
        "topP": 0.9,
        "stopSequences": ["END"],
    }
    assert "inferenceConfig" not in asked()


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (None, None),
        ("auto", {"auto": {}}),
        ("required", {"any": {}}),
        ({"type": "function", "function": {"name": "f"}}, {"tool": {"name": "f"}}),
    ],
)
def test_tools_and_the_choice_of_them(choice: Any, said: Any) -> None:
    config = asked(tools=(TOOL, Tool("g", "", strict=True)), tool_choice=choice)["toolConfig"]
    assert config.get("toolChoice") == said
    first = {"name": "f", "description": "does it", "inputSchema": {"json": SCHEMA}}
    empty = {"json": {"type": "object", "properties": {}}}
    assert config["tools"] == [
        {"toolSpec": first},
        {"toolSpec": {"name": "g", "strict": True, "inputSchema": empty}},
    ]


def test_tools_that_may_not_be_called_are_not_shown() -> None:
    assert "toolConfig" not in asked(tools=(TOOL,), tool_choice="none")


def test_a_form_is_a_schema_in_a_string() -> None:
    form = {"name": "n", "schema": SCHEMA, "strict": True}
    output = asked(response_format={"type": "json_schema", "json_schema": form})["outputConfig"]
    given = output["textFormat"]["structure"]["jsonSchema"]
    assert (output["textFormat"]["type"], given["name"]) == ("json_schema", "n")
    assert json.loads(given["schema"]) == SCHEMA


def test_a_text_is_continued_by_a_model_that_can() -> None:
    assert asked(prefix="Well,")["messages"][-1] == {
        "role": "assistant",
        "content": [{"text": "Well,"}],
    }
    assert "continue" in str(refused(model=NOVA, prefix="Well,"))
    can = {f"mine/{NOVA}": ModelSettings(prefill=True)}
    assert encoded(model=NOVA, prefix="Well,", settings=can).body["messages"][-1]["content"]
    assert "white space" in str(refused(prefix="Well, "))


CALLED = Message("assistant", tool_calls=(ToolCall("c", "f", "{}"),))
FAR_IMAGE = Message("user", (ImagePart("https://a.test/x.png"),))
ROUGH_IMAGE = Message("user", (ImagePart("data:image/png;base64,aGk=", "low"),))
ODD_IMAGE = Message("user", (ImagePart("data:image/tiff;base64,aGk="),))
SYSTEM_IMAGE = Message("system", (ImagePart("data:image/png;base64,aGk="),))


@pytest.mark.parametrize(
    ("messages", "members", "name"),
    [
        ((), {"sampling": Sampling(seed=1)}, "seed"),
        ((), {"sampling": Sampling(presence_penalty=0.1)}, "presence_penalty"),
        ((), {"sampling": Sampling(frequency_penalty=0.1)}, "frequency_penalty"),
        ((), {"sampling": Sampling(logit_bias={"1": 2})}, "logit_bias"),
        ((), {"sampling": Sampling(logprobs=True)}, "logprobs"),
        ((), {"sampling": Sampling(top_logprobs=2)}, "top_logprobs"),
        ((), {"sampling": Sampling(temperature=1.5)}, "temperature"),
        ((), {"sampling": Sampling(stop=("",))}, "stop"),
        ((), {"tools": (TOOL,), "parallel_tool_calls": False}, "parallel_tool_calls"),
        ((), {"response_format": {"type": "json_object"}}, "JSON schema"),
        ((), {"passthrough": {"n": 2}}, "n such"),
        ((), {"passthrough": {"service_tier": "scale"}}, "service_tier"),
        ((Message("user", (TextPart("Hi"),), name="Ann"),), {}, "names"),
        ((FAR_IMAGE,), {}, "data URLs"),
        ((ODD_IMAGE,), {}, "data URLs"),
        ((ROUGH_IMAGE,), {}, "detail"),
        ((SYSTEM_IMAGE, user()), {}, "system"),
        ((Message("system", (TextPart("Hi"),)),), {}, "not the system's"),
        ((user(), CALLED, Message("tool", tool_call_id="c")), {}, "tools"),
        (
            (user(), CALLED, Message("tool", tool_call_id="c")),
            {"tools": (TOOL,), "tool_choice": "none"},
            "tools",
        ),
        (
            (user(), Message("assistant", tool_calls=(ToolCall("c", "f", "[1"),)), user()),
            {"tools": (TOOL,)},
            "arguments",
        ),
    ],
)
def test_what_it_lacks_is_refused_by_name(
    messages: tuple[Message, ...], members: dict[str, Any], name: str
) -> None:
    assert name in str(refused(*messages, **members))


def test_what_a_door_passes_through_finds_its_member() -> None:
    body = asked(
        passthrough={
            "user": "u-1",
            "metadata": {"team": "a"},
            "service_tier": "flex",
            "reasoning_effort": "low",
            "store": False,
            "prompt_cache_key": "k",
            "guardrailConfig": {"guardrailIdentifier": "g"},
        }
    )
    assert body["requestMetadata"] == {"user": "u-1", "team": "a"}
    assert body["serviceTier"] == {"type": "flex"}
    assert body["outputConfig"] == {"effort": "low"}
    assert body["guardrailConfig"] == {"guardrailIdentifier": "g"}
    assert body.keys().isdisjoint({"store", "prompt_cache_key", "user"})


def test_options_add_to_a_call_and_do_not_change_what_it_is() -> None:
    body = asked(
        passthrough={"outputConfig": {"effort": "low"}},
        provider_options={
            "bedrock": {
                "inferenceConfig": {"maxTokens": 1, "x": 2},
                "messages": [],
                "additionalModelRequestFields": {"top_k": 5},
            },
            "mine": {"additionalModelRequestFields": {"top_k": 6}},
        },
        sampling=Sampling(max_tokens=9),
    )
    assert body["inferenceConfig"] == {"maxTokens": 9, "x": 2}
    assert body["additionalModelRequestFields"] == {"top_k": 6}
    assert body["outputConfig"] == {"effort": "low"}
    assert body["messages"][0]["content"] == [{"text": "Hello"}]


# -- cache points -------------------------------------------------------------------


def points(body: Any) -> int:
    return json.dumps(body).count("cachePoint")


def test_a_point_is_behind_the_system_and_behind_the_history() -> None:
    body = asked(Message("system", (TextPart(LONG),)), user("One"), assistant("Two"), user("Three"))
    assert body["system"][-1] == POINT
    assert body["messages"][1]["content"] == [{"text": "Two"}, POINT]
    assert points(body) == 2
    assert body["messages"][-1]["content"] == [{"text": "Three"}]


def test_a_beginning_that_is_too_short_to_be_kept_gets_no_point() -> None:
    assert points(asked(Message("system", (TextPart("Be brief."),)), user())) == 0
    body = asked(user(LONG), assistant("Two"), user("Three"))
    assert points(body) == 1 and body["messages"][1]["content"][-1] == POINT


def test_tools_count_as_part_of_the_beginning() -> None:
    system = Message("system", (TextPart("Be brief."),))
    body = asked(system, user(), tools=(Tool("f", LONG, SCHEMA),))
    assert body["system"][-1] == POINT
    assert points(body) == 1


def test_what_we_add_to_have_a_text_continued_is_not_kept() -> None:
    behind = (assistant("Well"), user('Go on from "Well".'))
    body = encoded(user(LONG), assistant("Two"), user("Three"), behind=behind).body
    assert [points(turn) for turn in body["messages"]] == [0, 1, 0, 0, 0]


def test_a_model_of_which_nothing_is_known_gets_no_point() -> None:
    system = Message("system", (TextPart(LONG),))
    assert points(asked(system, user(), model="meta.llama3-3-70b-instruct-v1:0")) == 0


def test_a_caller_who_sets_points_sets_them_alone() -> None:
    own = {"bedrock": {"system": [{"text": LONG}, POINT]}}
    body = asked(user(LONG), assistant("Two"), user("Three"), provider_options=own)
    assert points(body) == 1


# -- hearing -------------------------------------------------------------------------


def header(name: str, value: str) -> bytes:
    said = value.encode()
    return bytes([len(name)]) + name.encode() + b"\x07" + struct.pack("!H", len(said)) + said


def frame(payload: bytes, **headers: str) -> bytes:
    head = b"".join(header(":" + name.replace("_", "-"), value) for name, value in headers.items())
    return raw_frame(head, payload)


def raw_frame(head: bytes, payload: bytes) -> bytes:
    lengths = struct.pack("!II", 16 + len(head) + len(payload), len(head))
    checked = lengths + struct.pack("!I", binascii.crc32(lengths)) + head + payload
    return checked + struct.pack("!I", binascii.crc32(checked))


def event(kind: str, **members: Any) -> bytes:
    return frame(
        json.dumps({**members, "p": "abc"}).encode(), event_type=kind, message_type="event"
    )


def delta(index: int, **said: Any) -> bytes:
    return event("contentBlockDelta", contentBlockIndex=index, delta=said)


def exception(kind: str, message: str = "no") -> bytes:
    payload = json.dumps({"message": message}).encode()
    return frame(payload, exception_type=kind, message_type="exception")


def stop(reason: str = "end_turn", **more: Any) -> bytes:
    return event("messageStop", stopReason=reason, **more)


START = event("messageStart", role="assistant")
HI = delta(0, text="Hi")
USED = {"inputTokens": 11, "outputTokens": 7, "totalTokens": 18}
METADATA = event("metadata", usage=USED, metrics={"latencyMs": 5})
REPLY = START + HI + delta(0, text=" there 😀") + event("contentBlockStop", contentBlockIndex=0)
REPLY += stop() + METADATA

TOOLS = b"".join(
    (
        START,
        delta(0, text="Let me see."),
        event("contentBlockStop", contentBlockIndex=0),
        event(
            "contentBlockStart",
            contentBlockIndex=1,
            start={"toolUse": {"toolUseId": "t1", "name": "f"}},
        ),
        delta(1, toolUse={"input": '{"a"'}),
        delta(1, toolUse={"input": ": 1}"}),
        event("contentBlockStop", contentBlockIndex=1),
        event(
            "contentBlockStart",
            contentBlockIndex=2,
            start={"toolUse": {"toolUseId": "t2", "name": "g"}},
        ),
        event("contentBlockStop", contentBlockIndex=2),
        stop("tool_use"),
        METADATA,
    )
)
THOUGHTS = b"".join(
    (
        START,
        delta(0, reasoningContent={"text": "Hm"}),
        delta(0, reasoningContent={"text": "m."}),
        delta(0, reasoningContent={"signature": "c2ln"}),
        event("contentBlockStop", contentBlockIndex=0),
        delta(1, reasoningContent={"redactedContent": "eHg="}),
        event("contentBlockStop", contentBlockIndex=1),
        delta(2, text="Hi"),
        delta(2, citation={"title": "T"}),
        event("contentBlockStop", contentBlockIndex=2),
        stop(additionalModelResponseFields={"x": 1}),
        event(
            "metadata",
            usage={**USED, "cacheReadInputTokens": 100, "cacheWriteInputTokens": 20},
            trace={"guardrail": {}},
        ),
    )
)
BROKEN = START + HI + exception("modelStreamErrorException", "The model broke.")
STREAMS = {"reply": REPLY, "tools": TOOLS, "thoughts": THOUGHTS, "broken": BROKEN}


def hear(*reads: bytes) -> tuple[list[Piece], TierError | None, Decoder]:
    decoder = Decoder("mine/m")
    pieces: list[Piece] = []
    for data in reads:
        pieces += decoder.feed(data)
    try:
        pieces += decoder.close()
    except TierError as error:
        return pieces, error, decoder
    return pieces, None, decoder


def text_of(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


def test_a_reply_is_its_words_its_stop_and_its_usage() -> None:
    pieces, error, decoder = hear(REPLY)
    about = Extra({"metrics": {"latencyMs": 5}})
    assert pieces == [Text("Hi"), Text(" there 😀"), Stop(FinishReason.STOP), about, Usage(11, 7)]
    assert error is None and decoder.complete and decoder.done


def test_tool_calls_are_numbered_and_have_arguments() -> None:
    pieces, error, _ = hear(TOOLS)
    assert error is None
    assert [piece for piece in pieces if isinstance(piece, ToolDelta)] == [
        ToolDelta(0, "t1", "f"),
        ToolDelta(0, arguments='{"a"'),
        ToolDelta(0, arguments=": 1}"),
        ToolDelta(1, "t2", "g"),
        ToolDelta(1, arguments="{}"),
    ]
    assert Stop(FinishReason.TOOL_CALLS) in pieces


def test_thoughts_come_back_with_their_signature_and_the_rest_beside() -> None:
    pieces, error, _ = hear(THOUGHTS)
    assert error is None
    assert [piece.text for piece in pieces if isinstance(piece, Thinking)] == ["Hm", "m."]
    (extra,) = (piece.data for piece in pieces if isinstance(piece, Extra))
    assert extra["reasoningContent"] == [
        {"reasoningText": {"text": "Hmm.", "signature": "c2ln"}},
        {"redactedContent": "eHg="},
    ]
    assert extra["citations"] == [{"block": 2, "citation": {"title": "T"}}]
    assert extra["additionalModelResponseFields"] == {"x": 1}
    assert extra["trace"] == {"guardrail": {}}


def test_cached_tokens_are_within_the_prompt() -> None:
    assert hear(THOUGHTS)[0][-1] == Usage(131, 7, cached=100, cache_write=20)


@pytest.mark.parametrize("name", STREAMS)
def test_the_same_is_heard_however_the_bytes_are_cut(name: str) -> None:
    stream = STREAMS[name]
    whole, error, _ = hear(stream)
    cuts = [(stream[:place], stream[place:]) for place in range(1, len(stream))]
    for reads in (*cuts, [stream[n : n + 1] for n in range(len(stream))]):
        pieces, other, _ = hear(*reads)
        assert pieces == whole
        assert repr(other) == repr(error)


@pytest.mark.parametrize(
    ("reason", "finish"),
    [
        ("end_turn", FinishReason.STOP),
        ("stop_sequence", FinishReason.STOP),
        ("a_new_one", FinishReason.STOP),
        ("max_tokens", FinishReason.LENGTH),
        ("model_context_window_exceeded", FinishReason.LENGTH),
        ("tool_use", FinishReason.TOOL_CALLS),
        ("guardrail_intervened", FinishReason.CONTENT_FILTER),
        ("content_filtered", FinishReason.CONTENT_FILTER),
    ],
)
def test_stop_reasons(reason: str, finish: FinishReason) -> None:
    assert Stop(finish) in hear(START + HI + stop(reason))[0]


@pytest.mark.parametrize("reason", ["malformed_model_output", "malformed_tool_use"])
def test_a_reply_that_the_model_gave_up_is_not_whole(reason: str) -> None:
    pieces, error, decoder = hear(START + HI + stop(reason) + METADATA)
    assert isinstance(error, TierUnavailable) and reason in str(error)
    assert pieces == [Text("Hi")] and not decoder.complete


def test_a_reply_is_whole_without_its_usage_and_its_usage_may_come_first() -> None:
    pieces, error, _ = hear(START + HI + stop())
    assert error is None and pieces == [Text("Hi"), Stop(FinishReason.STOP)]
    pieces, error, _ = hear(START + HI + METADATA + stop())
    assert error is None and pieces[-1] == Usage(11, 7)


def test_nothing_is_heard_behind_the_end() -> None:
    pieces, error, _ = hear(REPLY + HI + stop("max_tokens"))
    assert error is None and text_of(pieces) == "Hi there 😀"
    pieces, error, _ = hear(START + HI + stop() + HI + stop("max_tokens") + METADATA)
    assert text_of(pieces) == "Hi"
    assert [piece for piece in pieces if isinstance(piece, Stop)] == [Stop(FinishReason.STOP)]


@pytest.mark.parametrize("kept", [len(REPLY) - 1, len(START + HI), len(START + HI) + 5, 20, 3])
def test_a_stream_that_ends_before_its_stop_is_garbled(kept: int) -> None:
    whole = kept > len(REPLY) - len(METADATA)
    _, error, _ = hear(REPLY[:kept])
    assert (error is None) if whole else isinstance(error, TierGarbled)


def test_an_empty_answer_is_garbled() -> None:
    assert isinstance(hear(b"")[1], TierGarbled)


@pytest.mark.parametrize("place", range(0, len(HI), 7))
def test_a_byte_that_is_wrong_breaks_the_stream_there(place: int) -> None:
    spoiled = bytearray(HI)
    spoiled[place] ^= 0x10
    pieces, error, _ = hear(START + HI + bytes(spoiled) + HI + stop() + METADATA)
    assert isinstance(error, TierGarbled)
    assert pieces == [Text("Hi")]


def test_a_byte_that_is_wrong_behind_the_stop_costs_only_the_usage() -> None:
    pieces, error, decoder = hear(START + HI + stop() + METADATA[:-1] + b"x")
    assert error is None and decoder.skipped == 1
    assert pieces == [Text("Hi"), Stop(FinishReason.STOP)]


@pytest.mark.parametrize(
    "spoiled",
    [
        raw_frame(b"\x01:\x63", b"{}"),  # a type of value that there is not
        raw_frame(b"\x01:\x07\x00", b"{}"),  # a length that is cut short
        raw_frame(b"\x02\xff\xfe\x07\x00\x00", b"{}"),  # a name that is no UTF-8
        raw_frame(header(":a", "") * 2, b"{}"),  # one name twice
        struct.pack("!II", 0, 0) + struct.pack("!I", binascii.crc32(bytes(8))),
        frame(b"[1]", event_type="contentBlockDelta", message_type="event"),
        frame(b"{", event_type="contentBlockDelta", message_type="event"),
    ],
)
def test_a_frame_that_makes_no_sense_breaks_the_stream_there(spoiled: bytes) -> None:
    pieces, error, _ = hear(START + HI + spoiled + bytes(16))
    assert isinstance(error, TierGarbled)
    assert pieces == [Text("Hi")]


def test_arguments_of_a_call_that_never_began_are_garbled() -> None:
    assert isinstance(hear(START + delta(0, toolUse={"input": "{"}) + stop())[1], TierGarbled)


def test_what_the_core_has_no_word_for_comes_back_as_it_is() -> None:
    search = {"toolUse": {"toolUseId": "s", "name": "nova_grounding", "type": "server_tool_use"}}
    pieces, error, _ = hear(
        START,
        event("contentBlockStart", contentBlockIndex=0, start=search),
        delta(0, toolUse={"input": "{}"}),
        event("contentBlockStop", contentBlockIndex=0),
        event("somethingNew", x=1),
        stop() + METADATA,
    )
    assert error is None
    assert not [piece for piece in pieces if isinstance(piece, ToolDelta)]
    (extra,) = (piece.data for piece in pieces if isinstance(piece, Extra))
    assert extra["content"][0] == {"contentBlockIndex": 0, **search}


@pytest.mark.parametrize(
    ("kind", "our", "status"),
    [
        ("throttlingException", TierRateLimited, 429),
        ("validationException", TierRejected, 400),
        ("modelStreamErrorException", TierUnavailable, 424),
        ("modelTimeoutException", TierUnavailable, 408),
        ("internalServerException", TierUnavailable, 500),
        ("serviceUnavailableException", TierUnavailable, 503),
        ("aNewException", TierUnavailable, 500),
    ],
)
def test_an_exception_in_a_stream_is_its_error(
    kind: str, our: type[TierError], status: int
) -> None:
    pieces, error, _ = hear(START + HI + exception(kind, "It says why."))
    assert type(error) is our and error.status == status
    assert "It says why." in str(error)
    assert pieces == [Text("Hi")]
    if isinstance(error, TierRejected):
        assert error.own_limit


def test_an_error_that_is_no_exception_is_in_the_headers() -> None:
    spoken = frame(b"", message_type="error", error_code="InternalError", error_message="It broke.")
    _, error, _ = hear(START + HI + spoken)
    assert isinstance(error, TierUnavailable) and "It broke." in str(error)


def test_a_reply_in_one_body_says_the_same() -> None:
    blocks = [
        {"reasoningContent": {"reasoningText": {"text": "Hm", "signature": "c2ln"}}},
        {"reasoningContent": {"redactedContent": "eHg="}},
        {"text": "Hi"},
        {"citationsContent": {"content": [{"text": " there"}], "citations": [{"title": "T"}]}},
        {"toolUse": {"toolUseId": "t1", "name": "f", "input": {"a": 1}}},
        {"toolUse": {"toolUseId": "t2", "name": "g", "input": {}}},
        {"guardContent": {"x": 1}},
    ]
    usage = {**USED, "cacheReadInputTokens": 100, "cacheDetails": [{"ttl": "5m"}]}
    body = {
        "output": {"message": {"role": "assistant", "content": blocks}},
        "stopReason": "tool_use",
        "usage": usage,
        "metrics": {"latencyMs": 5},
    }
    pieces, error, _ = hear(json.dumps(body).encode())
    assert error is None
    assert text_of(pieces) == "Hi there"
    assert Thinking("Hm") in pieces
    assert [piece for piece in pieces if isinstance(piece, ToolDelta)] == [
        ToolDelta(0, "t1", "f"),
        ToolDelta(0, arguments='{"a":1}'),
        ToolDelta(1, "t2", "g"),
        ToolDelta(1, arguments="{}"),
    ]
    assert pieces[-1] == Usage(111, 7, cached=100)
    (extra,) = (piece.data for piece in pieces if isinstance(piece, Extra))
    assert extra["reasoningContent"] == [
        {"reasoningText": {"text": "Hm", "signature": "c2ln"}},
        {"redactedContent": "eHg="},
    ]
    assert extra["content"] == [{"guardContent": {"x": 1}}]
    assert extra["citations"][0]["citation"] == {"title": "T"}
    assert extra["usage"] == {"cacheDetails": [{"ttl": "5m"}]}


@pytest.mark.parametrize(
    ("body", "our"),
    [
        (b'{"message": "Too many", "__type": "throttlingException"}', TierRateLimited),
        (b'{"message": "It broke."}', TierUnavailable),
        (b'{"output": {"message"', TierGarbled),
        (b'{"output": {"message": {"content": [{"text": "Hi"}]}}}', TierGarbled),
        (b"[]", TierUnavailable),
        (b"<html>Sign in</html>", TierGarbled),
        (b"data: [DONE]\n\n", TierGarbled),
        (b"{" + bytes(17 << 20), TierGarbled),
    ],
)
def test_a_body_that_is_no_reply_is_an_error(body: bytes, our: type[TierError]) -> None:
    assert type(hear(body)[1]) is our


def test_blank_lines_before_a_body_mean_nothing() -> None:
    body = {"output": {"message": {"content": [{"text": "Hi"}]}}, "stopReason": "end_turn"}
    pieces, error, _ = hear(b"\n", b" \n", json.dumps(body).encode())
    assert error is None and text_of(pieces) == "Hi"


def test_who_does_not_call_bedrock_does_not_load_its_client() -> None:
    code = "import sys, adapters.providers; print('botocore' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert told.stdout.strip() == b"False"
