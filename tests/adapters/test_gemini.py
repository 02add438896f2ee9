from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.dialect import HostedModel, HttpCall
from adapters.failures import refusal
from adapters.gemini import UNSIGNED, Decoder, encode
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
    Checkpoint,
    Extra,
    FinishReason,
    ImagePart,
    Json,
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

GOLDEN = Path(__file__).parent / "golden" / "google"
STOP = Stop(FinishReason.STOP)

RECORDED: dict[str, list[Piece]] = {
    "gemini": [
        Text("Hi"),
        Usage(11, 3, reasoning=2),
        ToolDelta(0, "call_r1_0", "f", '{"a":1}'),
        Stop(FinishReason.TOOL_CALLS),
        Usage(11, 7, cached=4, reasoning=2),
        Extra(
            {
                "modelVersion": "m",
                "responseId": "r1",
                "thoughtSignatures": {"call_r1_0": "c2ln"},
            }
        ),
    ],
    "gemini_blocked": [
        Stop(FinishReason.CONTENT_FILTER),
        Usage(11, 0),
        Extra(
            {
                "promptFeedback": {"blockReason": "SAFETY", "safetyRatings": []},
                "modelVersion": "m",
                "responseId": "r1",
            }
        ),
    ],
}


def hear(*reads: bytes) -> tuple[list[Piece], TierError | None]:
    decoder = Decoder("gemini/m")
    pieces = [piece for data in reads for piece in decoder.feed(data)]
    try:
        pieces += decoder.close()
    except TierError as error:
        return pieces, error
    return pieces, None


def heard(*chunks: Json) -> list[Piece]:
    """Of a stream that goes well."""
    pieces, error = hear(stream(*chunks))
    assert error is None
    return pieces


def stream(*chunks: Json) -> bytes:
    return b"".join(b"data: " + orjson.dumps(chunk) + b"\r\n\r\n" for chunk in chunks)


def said(*parts: Json, finish: str | None = None, **candidate: Json) -> dict[str, Json]:
    content = {"role": "model", "parts": list(parts)}
    return {"candidates": [{"content": content, "finishReason": finish, "index": 0, **candidate}]}


def counted(**usage: int) -> dict[str, Json]:
    return {"usageMetadata": usage}


DONE = said(finish="STOP")


# -- hearing -----------------------------------------------------------------


@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_stream_is_read_the_same_at_every_cut(name: str) -> None:
    data = (GOLDEN / f"{name}.bin").read_bytes()
    expected = (RECORDED[name], None)
    assert hear(data) == expected
    assert hear(*(bytes([byte]) for byte in data)) == expected
    for cut in range(len(data)):
        assert hear(data[:cut], data[cut:]) == expected, f"cut at {cut}"


def test_every_recording_is_read_by_a_test() -> None:
    assert {path.stem for path in GOLDEN.glob("*.bin")} == set(RECORDED)


def test_a_stream_without_a_finish_reason_is_never_taken_for_whole() -> None:
    data = (GOLDEN / "gemini.bin").read_bytes()
    for cut in range(data.index(b"finishReason")):
        assert isinstance(hear(data[:cut])[1], TierGarbled), f"cut at {cut}"


def test_usage_is_a_running_total_and_not_added_up() -> None:
    pieces = heard(
        {**said({"text": "a"}), **counted(promptTokenCount=5, candidatesTokenCount=1)},
        {**said({"text": "b"}), **counted(promptTokenCount=5, candidatesTokenCount=1)},
        {**DONE, **counted(promptTokenCount=5, candidatesTokenCount=2, thoughtsTokenCount=3)},
    )
    usages = [piece for piece in pieces if isinstance(piece, Usage)]
    assert usages == [Usage(5, 1), Usage(5, 5, reasoning=3)]


def test_what_the_platform_s_own_tools_read_is_input() -> None:
    usage = counted(promptTokenCount=5, toolUsePromptTokenCount=7, candidatesTokenCount=1)
    assert Usage(12, 1) in heard({**DONE, **usage})


def test_absent_usage_is_not_usage_of_nothing() -> None:
    assert heard({**DONE, **counted(totalTokenCount=3)}) == [STOP]


def test_a_reply_that_breaks_off_leaves_its_usage_for_the_bill() -> None:
    usage = counted(promptTokenCount=5, candidatesTokenCount=1)
    pieces, error = hear(stream({**said({"text": "a"}), **usage}))
    assert pieces == [Text("a"), Usage(5, 1)]
    assert isinstance(error, TierGarbled)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("STOP", FinishReason.STOP),
        ("MAX_TOKENS", FinishReason.LENGTH),
        ("SAFETY", FinishReason.CONTENT_FILTER),
        ("RECITATION", FinishReason.CONTENT_FILTER),
        ("IMAGE_SAFETY", FinishReason.CONTENT_FILTER),
        ("MODEL_ARMOR", FinishReason.CONTENT_FILTER),
        ("SOMETHING_NEW", FinishReason.STOP),
    ],
)
def test_every_finish_reason_has_a_meaning(word: str, reason: FinishReason) -> None:
    assert heard({"candidates": [{"finishReason": word}]}) == [Stop(reason)]


@pytest.mark.parametrize(
    "word", ["MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "OTHER", "CONTINUATION"]
)
def test_a_finish_reason_that_means_failure_is_one(word: str) -> None:
    pieces, error = hear(stream(said({"text": "a"}, finish=word)))
    assert pieces == [Text("a")]
    assert isinstance(error, TierUnavailable)
    assert word in str(error)


def test_a_finish_reason_that_says_nothing_ends_nothing() -> None:
    _, error = hear(stream(said({"text": "a"}, finish="FINISH_REASON_UNSPECIFIED")))
    assert isinstance(error, TierGarbled)


def test_the_reply_stops_once() -> None:
    assert heard(DONE, said({"text": "more"}, finish="STOP")) == [STOP]


def test_a_limit_that_was_met_behind_a_call_is_told() -> None:
    cut = said({"functionCall": {"name": "f", "args": {}}}, finish="MAX_TOKENS")
    assert heard(cut)[-1] == Stop(FinishReason.LENGTH)


def test_thoughts_are_not_text() -> None:
    pieces = heard(said({"text": "hm", "thought": True}, {"text": "Hi"}), DONE)
    assert pieces == [Thinking("hm"), Text("Hi"), STOP]


def test_calls_side_by_side_have_ids_of_their_own_whether_the_platform_gave_them_or_not() -> None:
    first = {"functionCall": {"id": "x7", "name": "f", "args": {"a": 1}}}
    second = {"functionCall": {"name": "f"}}
    assert heard({"responseId": "r", **said(first, second, finish="STOP")})[:-1] == [
        ToolDelta(0, "x7", "f", '{"a":1}'),
        ToolDelta(1, "call_r_1", "f", "{}"),
        Stop(FinishReason.TOOL_CALLS),
    ]


def test_a_call_in_parts_is_not_passed_on_without_them() -> None:
    _, error = hear(stream(said({"functionCall": {"name": "f", "willContinue": True}}), DONE))
    assert isinstance(error, TierGarbled)


def test_an_emoji_that_was_cut_in_two_strings_is_one_again() -> None:
    halves = b'data: {"candidates":[{"content":{"parts":[{"text":"%b"}]}}]}\n\n'
    pieces, _ = hear(halves % b"\\ud83d", halves % b"\\ude00")
    assert "".join(piece.text for piece in pieces if isinstance(piece, Text)) == "\U0001f600"


def test_what_the_platform_says_beyond_the_core_comes_back_once() -> None:
    code = {"executableCode": {"language": "PYTHON", "code": "1"}}
    citations = [{"uri": f"https://x.test/{n}"} for n in range(2)]
    pieces = heard(
        said({"text": "a"}, code, citationMetadata={"citationSources": citations[:1]}),
        said({"text": "", "thoughtSignature": "c2ln"}, groundingMetadata={"webSearchQueries": []}),
        {
            **said(
                finish="STOP",
                safetyRatings=[{"category": "c"}],
                citationMetadata={"citationSources": citations[1:]},
                groundingMetadata={"webSearchQueries": ["q"]},
            ),
            "usageMetadata": {"promptTokenCount": 1, "trafficType": "ON_DEMAND"},
        },
    )
    assert [piece for piece in pieces if isinstance(piece, Extra)] == [
        Extra(
            {
                "parts": [code],
                "citationMetadata": {"citationSources": citations},
                "thoughtSignature": "c2ln",
                "groundingMetadata": {"webSearchQueries": ["q"]},
                "safetyRatings": [{"category": "c"}],
                "usageMetadata": {"trafficType": "ON_DEMAND"},
            }
        )
    ]


def test_an_error_in_the_middle_of_a_stream_is_read_by_its_code() -> None:
    error = {"error": {"code": 503, "message": "busy", "status": "UNAVAILABLE"}}
    pieces, failure = hear(stream(said({"text": "a"}), error))
    assert pieces == [Text("a")]
    assert isinstance(failure, TierUnavailable)
    assert failure.status == 503


def test_an_error_that_is_no_event_is_at_least_the_break_that_it_is() -> None:
    """Google's own client looks for such, so they may come; our parser sees no event in them."""
    raw = b'{\n  "error": {\n    "code": 503,\n    "message": "busy"\n  }\n}\n'
    pieces, failure = hear(stream(said({"text": "a"})) + raw)
    assert pieces == [Text("a")]
    assert isinstance(failure, TierGarbled)


def test_a_stream_that_is_an_array_is_read_as_one() -> None:
    pieces, error = hear(orjson.dumps([said({"text": "a"}), DONE]))
    assert (pieces, error) == ([Text("a"), STOP], None)


def test_an_event_that_may_have_held_words_is_where_the_stream_breaks() -> None:
    broken = stream(said({"text": "a"})) + b'data: {"candidates":[{"con\r\n\r\n' + stream(DONE)
    pieces, error = hear(broken)
    assert pieces == [Text("a")]
    assert isinstance(error, TierGarbled)


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"candidates":[', b"[]", b"{}"])
def test_a_body_that_is_no_response_is_garbled(body: bytes) -> None:
    assert isinstance(hear(body)[1], TierGarbled)


@pytest.mark.parametrize(
    "odd",
    [
        {"candidates": None},
        {"candidates": [7]},
        {"candidates": [{"content": None, "finishReason": 3}]},
        {"candidates": [{"content": {"parts": [None, {}, {"text": 3, "thought": True}]}}]},
        {"candidates": [{"index": 1, "content": {"parts": [{"text": "another"}]}}]},
        {"usageMetadata": [], "promptFeedback": {"blockReason": "BLOCK_REASON_UNSPECIFIED"}},
    ],
)
def test_odd_chunks_say_nothing_and_break_nothing(odd: Json) -> None:
    pieces = heard(odd, DONE)
    assert [piece for piece in pieces if not isinstance(piece, Extra)] == [STOP]


# -- refused by the platform -------------------------------------------------


def refuse(status: int, word: str, *details: Json) -> TierError:
    error = {"code": status, "message": "no", "status": word, "details": list(details)}
    return refusal("gemini/m", status, {}, orjson.dumps({"error": error}), now=0.0)


def detail(kind: str, **members: Json) -> Json:
    return {"@type": f"type.googleapis.com/google.rpc.{kind}", **members}


def test_the_wait_that_google_asks_for_is_in_the_body() -> None:
    error = refuse(429, "RESOURCE_EXHAUSTED", detail("RetryInfo", retryDelay="46.5s"))
    assert isinstance(error, TierRateLimited)
    assert error.retry_after_s == 46.5


def test_no_waiting_brings_back_the_quota_of_a_day() -> None:
    quota = detail("QuotaFailure", violations=[{"quotaId": "GenerateRequestsPerDayPerProject"}])
    error = refuse(429, "RESOURCE_EXHAUSTED", quota, detail("RetryInfo", retryDelay="46s"))
    assert isinstance(error, TierUnavailable)
    assert error.lasting


@pytest.mark.parametrize(
    ("word", "details"),
    [
        ("INVALID_ARGUMENT", [detail("ErrorInfo", reason="API_KEY_INVALID")]),
        ("FAILED_PRECONDITION", []),
    ],
)
def test_a_400_that_is_about_our_key_or_country_is_not_the_caller_s_fault(
    word: str, details: list[Json]
) -> None:
    error = refuse(400, word, *details)
    assert isinstance(error, TierUnavailable)
    assert error.lasting


def test_an_error_within_an_array_is_read_as_one() -> None:
    body = orjson.dumps([{"error": {"code": 400, "message": "no", "status": "INVALID_ARGUMENT"}}])
    error = refusal("gemini/m", 400, {}, body, now=0.0)
    assert isinstance(error, TierRejected)
    assert str(error) == "gemini/m: answered 400: no"


# -- asking ------------------------------------------------------------------


def model(name: str = "gemini-3.8-flash", prefill: bool | None = None) -> HostedModel:
    settings = Settings(
        providers={"mine": ProviderSettings("gemini")},
        models={f"mine/{name}": ModelSettings(prefill=prefill)},
    )
    return describe(f"mine/{name}", settings)


HELLO = Message("user", (TextPart("Hello"),))


def call(*messages: Message, prefix: str = "", stream: bool = True, **request: Any) -> Call:
    asked = Request("r", "auto", messages or (HELLO,), **request)
    return Call(asked, asked.messages, asked.sampling, prefix, stream=stream)


def encoded(asked: Call, to: HostedModel | None = None) -> HttpCall:
    return encode(asked, to or model())


def body(asked: Call, to: HostedModel | None = None) -> Any:
    return encoded(asked, to).body


def test_a_plain_call_says_no_more_than_it_must() -> None:
    asked = encoded(call())
    assert asked.path == "/models/gemini-3.8-flash:streamGenerateContent?alt=sse"
    assert asked.body == {"contents": [{"role": "user", "parts": [{"text": "Hello"}]}]}
    assert encoded(call(stream=False)).path == "/models/gemini-3.8-flash:generateContent"


def test_a_model_cannot_leave_its_place_in_the_path() -> None:
    assert encoded(call(), model("a/../b?x")).path.startswith("/models/a%2F..%2Fb%3Fx:")


def test_a_conversation_is_written_in_turns_of_two_roles() -> None:
    asked = call(
        Message("system", (TextPart("Be brief."),)),
        Message("developer", (TextPart("Be kind."),)),
        Message(
            "user",
            (
                TextPart("What is this?"),
                ImagePart("data:image/PNG;base64,AAAA", "low"),
                ImagePart("https://x.test/a.JPG?s=1"),
            ),
        ),
        Message("user", (TextPart("And that?"),)),
        Message(
            "assistant",
            (TextPart("Let me see."),),
            tool_calls=(ToolCall("c1", "look", '{"at":1}'), ToolCall("c2", "look", "")),
        ),
        Message("tool", (TextPart('{"seen":"a cat"}'),), tool_call_id="c1"),
        Message("tool", (TextPart("a dog"),), tool_call_id="c2"),
    )
    written = body(asked)
    assert written["systemInstruction"] == {"parts": [{"text": "Be brief."}, {"text": "Be kind."}]}
    assert written["contents"] == [
        {
            "role": "user",
            "parts": [
                {"text": "What is this?"},
                {
                    "inlineData": {"mimeType": "image/png", "data": "AAAA"},
                    "mediaResolution": {"level": "MEDIA_RESOLUTION_LOW"},
                },
                {"fileData": {"fileUri": "https://x.test/a.JPG?s=1", "mimeType": "image/jpeg"}},
                {"text": "And that?"},
            ],
        },
        {
            "role": "model",
            "parts": [
                {"text": "Let me see."},
                {
                    "functionCall": {"id": "c1", "name": "look", "args": {"at": 1}},
                    "thoughtSignature": UNSIGNED,
                },
                {"functionCall": {"id": "c2", "name": "look", "args": {}}},
            ],
        },
        {
            "role": "user",
            "parts": [
                {
                    "functionResponse": {
                        "id": "c1",
                        "name": "look",
                        "response": {"seen": "a cat"},
                    }
                },
                {"functionResponse": {"id": "c2", "name": "look", "response": {"output": "a dog"}}},
            ],
        },
    ]


def test_signatures_come_back_to_the_calls_that_they_belong_to() -> None:
    given = {"thoughtSignatures": {"c2": "c2ln", "old": "x"}}
    asked = call(
        HELLO,
        Message("assistant", tool_calls=(ToolCall("c1", "f", "{}"), ToolCall("c2", "f", "{}"))),
        Message("tool", (TextPart("1"),), tool_call_id="c1"),
        Message("tool", (TextPart("2"),), tool_call_id="c2"),
        provider_options={"gemini": given},
    )
    written = body(asked)
    signed = [part.get("thoughtSignature") for part in written["contents"][1]["parts"]]
    assert signed == [None, "c2ln"]
    assert "thoughtSignatures" not in written


def test_all_of_sampling_that_it_has_is_passed_on() -> None:
    sampling = Sampling(99, 0.5, 0.9, ("END",), 7, 0.1, 0.2)
    assert body(call(sampling=sampling))["generationConfig"] == {
        "maxOutputTokens": 99,
        "temperature": 0.5,
        "topP": 0.9,
        "stopSequences": ["END"],
        "seed": 7,
        "presencePenalty": 0.1,
        "frequencyPenalty": 0.2,
    }


@pytest.mark.parametrize(
    ("choice", "strict", "config"),
    [
        ("auto", None, {"mode": "AUTO"}),
        ("none", None, {"mode": "NONE"}),
        ("required", True, {"mode": "ANY"}),
        ("auto", True, {"mode": "VALIDATED"}),
        (
            {"type": "function", "function": {"name": "f"}},
            None,
            {"mode": "ANY", "allowedFunctionNames": ["f"]},
        ),
    ],
)
def test_tools_and_the_choice_of_them_are_passed_on(
    choice: Json, strict: bool | None, config: Json
) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}}
    written = body(call(tools=(Tool("f", "It f's.", schema, strict),), tool_choice=choice))
    assert written["tools"] == [
        {
            "functionDeclarations": [
                {"name": "f", "description": "It f's.", "parametersJsonSchema": schema}
            ]
        }
    ]
    assert written["toolConfig"] == {"functionCallingConfig": config}


def test_the_form_of_the_reply_is_passed_on() -> None:
    schema = {"type": "object"}
    form = {"type": "json_schema", "json_schema": {"name": "n", "schema": schema}}
    assert body(call(response_format=form))["generationConfig"] == {
        "responseMimeType": "application/json",
        "responseJsonSchema": schema,
    }
    json_object = body(call(response_format={"type": "json_object"}))
    assert json_object["generationConfig"] == {"responseMimeType": "application/json"}


def test_options_for_a_platform_add_to_a_call_and_cannot_change_it() -> None:
    safety = [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}]
    asked = call(
        sampling=Sampling(temperature=0.5),
        tools=(Tool("f"),),
        passthrough={"reasoning_effort": "low"},
        provider_options={
            "gemini": {
                "safetySettings": safety,
                "generationConfig": {"temperature": 2, "topK": 3},
                "tools": [{"googleSearch": {}}],
            },
            "mine": {"contents": [], "cachedContent": "cachedContents/1"},
            "openai": {"nobody": 1},
        },
    )
    assert body(asked) == {
        "contents": [{"role": "user", "parts": [{"text": "Hello"}]}],
        "safetySettings": safety,
        "cachedContent": "cachedContents/1",
        "generationConfig": {
            "thinkingConfig": {"thinkingLevel": "LOW"},
            "temperature": 0.5,
            "topK": 3,
        },
        "tools": [{"googleSearch": {}}, {"functionDeclarations": [{"name": "f"}]}],
    }


def test_a_prefix_is_continued_only_where_that_is_known_to_work() -> None:
    asked = call(prefix="Well,")
    assert body(asked, model(prefill=True))["contents"][-1] == {
        "role": "model",
        "parts": [{"text": "Well,"}],
    }
    with pytest.raises(TierRejected, match="cannot continue") as refused:
        encoded(asked)
    assert refused.value.own_limit


def test_notes_for_the_platform_s_books_are_no_reason_to_refuse() -> None:
    written = body(call(passthrough={"user": "ann", "metadata": {"a": "b"}, "store": False}))
    assert written.keys() == {"contents"}


CALLED = Message("assistant", tool_calls=(ToolCall("c", "f", "[1]"),))


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        ("seed", call(sampling=Sampling(seed=1 << 31))),
        ("names", call(Message("user", (TextPart("Hello"),), name="ann"))),
        ("logit_bias", call(sampling=Sampling(logit_bias={"1": 5}))),
        ("logprobs", call(sampling=Sampling(logprobs=True))),
        ("stop", call(sampling=Sampling(stop=tuple("abcdef")))),
        ("parallel_tool_calls", call(tools=(Tool("f"),), parallel_tool_calls=False)),
        ("response_format", call(response_format={"type": "grammar"})),
        ("verbosity", call(passthrough={"verbosity": "low"})),
        ("reasoning_effort", call(passthrough={"reasoning_effort": "enormous"})),
        ("store", call(passthrough={"store": True})),
        ("https", call(Message("user", (ImagePart("http://x.test/a.png"),)))),
        ("system", call(Message("system", (ImagePart("https://x.test/a.png"),)), HELLO)),
        ("system", call(Message("system", (TextPart("Be brief."),)))),
        ("JSON object", call(HELLO, CALLED)),
        ("without its call", call(HELLO, Message("tool", (TextPart("1"),), tool_call_id="c"))),
        ("continue", call(HELLO, Message("assistant", (TextPart("Well,"),)))),
    ],
)
def test_what_it_cannot_do_is_refused_by_name_and_another_may(word: str, asked: Call) -> None:
    with pytest.raises(TierRejected, match=word) as refused:
        encoded(asked)
    assert refused.value.own_limit


def test_an_effort_in_a_word_is_refused_for_models_that_count_tokens() -> None:
    asked = call(passthrough={"reasoning_effort": "low"})
    with pytest.raises(TierRejected, match="reasoning_effort"):
        encoded(asked, model("gemini-2.5-flash"))


def test_no_hosted_model_can_be_held_to_forms() -> None:
    request = Request("r", "auto", (HELLO,))
    with pytest.raises(TierRejected, match="forms"):
        encoded(Call(request, request.messages, Sampling(), choices=("a",)))


# -- checkpoints -------------------------------------------------------------


COUNTS: dict[str, Json] = {"usageMetadata": {"promptTokenCount": 4, "candidatesTokenCount": 2}}


def at_checkpoint(text: str, reason: str | None = None, token: str = "") -> bytes:
    more = {"continuationToken": token} if token else {}
    return stream(said({"text": text}, finish=reason, **more) | COUNTS)


def test_a_checkpoint_stands_behind_the_text_of_its_candidate() -> None:
    decoder = Decoder("g")
    assert decoder.feed(at_checkpoint("Hi", token="c1"))[:2] == [Text("Hi"), Checkpoint("c1")]
    assert "c1" not in repr(Checkpoint("c1"))


def test_an_answer_that_ends_in_continuation_is_one_hop_and_usage_is_added_up() -> None:
    decoder = Decoder("g")
    decoder.feed(at_checkpoint("Hi there", "CONTINUATION", "c1"))
    assert decoder.close() == []
    assert decoder.next_hop() == Checkpoint("c1")
    assert decoder.feed(at_checkpoint(", you", "STOP")) == [
        Text(", you"),
        STOP,
        Usage(8, 4),
    ]
    decoder.close()
    assert decoder.next_hop() is None


def test_a_hop_that_names_no_checkpoint_of_its_own_is_a_fault() -> None:
    decoder = Decoder("g")
    decoder.feed(at_checkpoint("Hi", "CONTINUATION", "c1"))
    decoder.close()
    decoder.next_hop()
    decoder.feed(at_checkpoint("", "CONTINUATION"))
    assert isinstance(decoder.failure, TierUnavailable)


def test_the_same_call_is_asked_with_the_token() -> None:
    asked = replace(call(), resume=Checkpoint("c1"))
    plain = encode(call(), model()).body
    assert encode(asked, model()).body == {**plain, "continuationToken": "c1"}
