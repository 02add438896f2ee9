from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.answer import MAX_BODY_BYTES
from adapters.dialect import HostedModel
from adapters.models import describe
from adapters.openai_chat import Decoder, encode
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.settings import ModelSettings, ProviderSettings, Settings
from edge.core.types import (
    Call,
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
    TokenLogprob,
    Tool,
    ToolCall,
    ToolDelta,
    Usage,
)

GOLDEN = Path(__file__).parent / "golden"
HI = Text("Hi")
STOP = Stop(FinishReason.STOP)
CALLED = Stop(FinishReason.TOOL_CALLS)
FULL = Usage(11, 7, cached=4, reasoning=2)
PLAIN = Usage(11, 7)


@dataclass(frozen=True)
class Heard:
    """What a stream came to: its pieces without `Extra`, and how it failed, if it did."""

    pieces: tuple[Piece, ...]
    failed: type[TierError] | None = None
    message: str = ""


def hear(reads: list[bytes]) -> tuple[list[Piece], TierError | None]:
    decoder = Decoder("mine/big")
    pieces = [piece for data in reads for piece in decoder.feed(data)]
    try:
        pieces += decoder.close()
    except TierError as error:
        return pieces, error
    return pieces, None


def summary(reads: list[bytes]) -> Heard:
    pieces, error = hear(reads)
    core = tuple(piece for piece in pieces if not isinstance(piece, Extra))
    return Heard(core) if error is None else Heard(core, type(error), str(error))


def stream(*chunks: Json, end: bytes = b"data: [DONE]\n\n") -> bytes:
    return b"".join(b"data: " + orjson.dumps(chunk) + b"\n\n" for chunk in chunks) + end


def chunk(finish: str | None = None, **delta: Json) -> dict[str, Json]:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}


DONE = chunk("stop")

GROQ_COUNTS = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
GROQ_TIMES = {"queue_time": 0.01, "prompt_time": 0.002, "completion_time": 0.03} | {
    "total_time": 0.032
}

RECORDED = {
    "openai": Heard(
        (
            HI,
            ToolDelta(0, "call_1", "f"),
            ToolDelta(0, arguments='{"a"'),
            ToolDelta(0, arguments=":1}"),
            CALLED,
            FULL,
        )
    ),
    "azure": Heard((HI, STOP, FULL)),
    "mistral": Heard(
        (Thinking("hmm"), HI, ToolDelta(0, "D681PevKs", "f", '{"a": 1}'), CALLED, PLAIN)
    ),
    "deepseek": Heard((Thinking("hmm"), HI, STOP, FULL)),
    "groq": Heard((HI, STOP, PLAIN)),
    "groq_err": Heard((), TierRejected, "mine/big: broke off with 400: Failed to call a function."),
    "together": Heard((HI, STOP, PLAIN)),
    "fireworks": Heard((HI, STOP, replace(PLAIN, cached=4))),
    "openrouter": Heard((HI, STOP, FULL)),
    "openrouter_err": Heard(
        (HI,), TierUnavailable, "mine/big: broke off with 502: Provider disconnected"
    ),
    "vllm_err": Heard((HI,), TierUnavailable, "mine/big: broke off with 500: boom"),
    "sglang_err": Heard((), TierUnavailable, "mine/big: broke off with 500: boom"),
    "tgi": Heard((HI, STOP, PLAIN)),
}

# What a recording says beyond the core, but for the id and the model of the reply.
BEYOND: dict[str, dict[str, Json]] = {
    "azure": {
        "prompt_filter_results": [
            {
                "prompt_index": 0,
                "content_filter_results": {"hate": {"filtered": False, "severity": "safe"}},
            }
        ]
    },
    "groq": {
        "usage": GROQ_TIMES,
        "x_groq": {"id": "req_1", "seed": 1, "usage": GROQ_COUNTS | GROQ_TIMES},
    },
    "groq_err": {"x_groq": {"id": "req_1"}},
    "fireworks": {
        "perf_metrics": {
            "prompt-tokens": "11",
            "cached-prompt-tokens": "4",
            "server-time-to-first-token": "0.05",
        }
    },
    "openrouter": {
        "provider": "P",
        "native_finish_reason": "STOP",
        "usage": {
            "cost": 0.00012,
            "is_byok": False,
            "cost_details": {"upstream_inference_cost": None},
        },
    },
    "openrouter_err": {"provider": "P"},
}


# -- hearing: recorded streams -----------------------------------------------


@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_stream_is_read_the_same_at_every_cut(name: str) -> None:
    data = (GOLDEN / f"{name}.bin").read_bytes()
    assert summary([data]) == RECORDED[name]
    assert summary([bytes([byte]) for byte in data]) == RECORDED[name]
    for cut in range(len(data)):
        assert summary([data[:cut], data[cut:]]) == RECORDED[name], f"cut at {cut}"


@pytest.mark.parametrize("name", RECORDED)
def test_what_a_recording_says_beyond_the_core_comes_back_at_every_cut(name: str) -> None:
    data = (GOLDEN / f"{name}.bin").read_bytes()
    for cut in range(len(data)):
        pieces, _ = hear([data[:cut], data[cut:]])
        (extra,) = [piece for piece in pieces if isinstance(piece, Extra)]
        beyond = {key: value for key, value in extra.data.items() if key not in ("id", "model")}
        assert beyond == BEYOND.get(name, {}), f"cut at {cut}"


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("name", ["openai", "vllm_err"])
def test_line_ends_make_no_difference(name: str, end: bytes) -> None:
    data = b"\xef\xbb\xbf" + (GOLDEN / f"{name}.bin").read_bytes().replace(b"\n", end)
    for cut in range(len(data)):
        assert summary([data[:cut], data[cut:]]) == RECORDED[name], f"cut at {cut}"


def test_every_recording_is_read_by_a_test() -> None:
    assert {path.stem for path in GOLDEN.glob("*.bin")} == set(RECORDED)


@pytest.mark.parametrize("name", [name for name, heard in RECORDED.items() if not heard.failed])
def test_a_stream_cut_before_its_finish_reason_is_never_taken_for_whole(name: str) -> None:
    data = (GOLDEN / f"{name}.bin").read_bytes()
    finish = data.rindex(b'"finish_reason":"')
    for cut in range(finish):
        assert summary([data[:cut]]).failed is TierGarbled, f"cut at {cut}"


def test_a_stream_is_whole_with_its_finish_reason_and_needs_no_done() -> None:
    assert summary([stream(chunk(content="Hi"), DONE, end=b"")]) == Heard((HI, STOP))


def test_an_event_that_the_end_left_without_blank_line_counts_if_it_is_complete() -> None:
    data = stream(chunk(content="Hi"), DONE, end=b"").rstrip(b"\n")
    assert summary([data]) == Heard((HI, STOP))
    assert summary([data[:-1]]).failed is TierGarbled
    assert summary([data + b"\n\ndata: [DONE]"]) == Heard((HI, STOP))


def test_nothing_at_all_is_no_reply() -> None:
    assert summary([]).failed is TierGarbled
    assert summary([b"\n\n: ping\n\n"]).failed is TierGarbled
    assert summary([b"data: [DONE]\n\n"]).failed is TierGarbled


# -- hearing: faults ---------------------------------------------------------


HARMLESS = [b"[]", b"7", b'"text"', b"null", b"ping", b"[HEARTBEAT]"]


@pytest.mark.parametrize("odd", HARMLESS)
def test_one_event_that_cannot_have_held_words_is_skipped_and_counted(odd: bytes) -> None:
    decoder = Decoder("mine/big")
    data = stream(chunk(content="a"), end=b"data: " + odd + b"\n\n")
    data += stream(chunk(content="b"), DONE)
    assert decoder.feed(data) == [Text("a"), Text("b"), STOP]
    assert decoder.close() == []
    assert decoder.skipped == 1


def test_harmless_events_among_good_ones_never_add_up() -> None:
    odd, good = b"data: ping\n\n", stream(chunk(content="a"), end=b"")
    data = (odd + odd + good) * 5 + stream(DONE)
    assert summary([data]) == Heard((Text("a"),) * 5 + (STOP,))


@pytest.mark.parametrize("odd", HARMLESS)
def test_three_events_in_a_row_that_are_no_chunks_are_a_garbled_stream(odd: bytes) -> None:
    data = stream(chunk(content="a"), end=b"data: " + odd + b"\n\n")
    data += (b"data: " + odd + b"\n\n") * 2 + stream(chunk(content="b"), DONE)
    for cut in range(len(data)):
        heard = summary([data[:cut], data[cut:]])
        assert (heard.pieces, heard.failed) == ((Text("a"),), TierGarbled)


@pytest.mark.parametrize("first", [b"", stream(chunk(content="a"), end=b"")])
def test_a_broken_event_that_may_have_held_words_breaks_the_stream(first: bytes) -> None:
    """Wherever the event is cut in two, and whichever half is left."""
    event = orjson.dumps(chunk(content='"so" it'))
    behind = stream(chunk(content="b"), DONE)
    for at in range(1, len(event)):
        for left in (event[:at], event[at:]):
            heard = summary([first + b"data: " + left + b"\n\n" + behind])
            assert (heard.pieces, heard.failed) == ((Text("a"),) * bool(first), TierGarbled), left
    broken = b'data: {"choices":[{"delta":{"content":"\xff"}}]}\n\n'
    assert summary([first + broken + behind]).message == (
        "mine/big: an event of 39 bytes that is no JSON"
    )


def test_a_broken_event_behind_the_finish_reason_has_no_words_to_lose() -> None:
    data = stream(chunk(content="a"), DONE, end=b'data: {"usage":{"prompt_to\n\n')
    assert summary([data + b"data: [DONE]\n\n"]) == Heard((Text("a"), STOP))


def test_an_endless_event_is_a_garbled_stream() -> None:
    data = stream(chunk(content="a"), end=b"data: " + b"x" * (2 << 20))
    message = "mine/big: an event of more than 1048576 bytes"
    assert summary([data]) == Heard((Text("a"),), TierGarbled, message)
    assert summary([data[:100], data[100:]]) == Heard((Text("a"),), TierGarbled, message)


@pytest.mark.parametrize("reason", ["error", "abort", "insufficient_system_resource"])
def test_a_finish_reason_that_means_failure_is_one(reason: str) -> None:
    heard = summary([stream(chunk(content="a"), chunk(reason))])
    assert heard.pieces == (Text("a"),)
    assert heard.failed is TierUnavailable


def test_an_error_after_the_finish_reason_is_still_an_error() -> None:
    data = stream(DONE, {"error": {"message": "boom", "code": 502}, "choices": []})
    assert summary([data]) == Heard((STOP,), TierUnavailable, "mine/big: broke off with 502: boom")


def test_an_event_named_error_is_one_whatever_it_holds() -> None:
    data = b"event: error\ndata: out of memory\n\n"
    assert summary([data]).message == "mine/big: broke off with 500: out of memory"


def test_usage_that_came_before_an_error_is_kept_for_the_bill() -> None:
    usage = {"prompt_tokens": 11, "completion_tokens": 7}
    data = stream(chunk(content="a") | {"usage": usage}, {"error": {"message": "boom"}})
    assert summary([data]).pieces == (Text("a"), PLAIN)


# -- hearing: what else occurs -----------------------------------------------


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("stop", FinishReason.STOP),
        ("eos", FinishReason.STOP),
        ("stop_sequence", FinishReason.STOP),
        ("length", FinishReason.LENGTH),
        ("model_length", FinishReason.LENGTH),
        ("tool_calls", FinishReason.TOOL_CALLS),
        ("function_call", FinishReason.TOOL_CALLS),
        ("content_filter", FinishReason.CONTENT_FILTER),
        ("a word from the future", FinishReason.STOP),
    ],
)
def test_every_finish_reason_has_a_meaning(word: str, reason: FinishReason) -> None:
    assert summary([stream(chunk(word))]) == Heard((Stop(reason),))


def test_the_reply_stops_once() -> None:
    data = stream(chunk(content="a"), chunk("stop"), chunk("length"), chunk(content="b"), DONE)
    assert summary([data]) == Heard((Text("a"), STOP))


def test_usage_in_every_chunk_is_given_once_and_is_the_last() -> None:
    growing = [
        chunk(content="a") | {"usage": {"prompt_tokens": 11, "completion_tokens": count}}
        for count in (1, 2, 3)
    ]
    assert summary([stream(*growing, DONE)]).pieces[-2:] == (STOP, Usage(11, 3))


@pytest.mark.parametrize(
    "usage", [None, {}, {"prompt_tokens": None}, {"completion_tokens": 7}, [], "7"]
)
def test_absent_usage_is_not_usage_of_nothing(usage: Json) -> None:
    assert summary([stream(DONE | {"usage": usage})]) == Heard((STOP,))


def test_usage_that_only_groq_s_own_member_holds_is_found() -> None:
    usage = {"prompt_tokens": 11, "completion_tokens": 7}
    assert summary([stream(DONE | {"x_groq": {"usage": usage}})]) == Heard((STOP, PLAIN))


def test_usage_within_the_choice_is_found() -> None:
    usage = {"prompt_tokens": 11, "completion_tokens": 7, "cached_tokens": 4}  # Moonshot
    done = chunk("stop")
    done["choices"][0]["usage"] = usage
    assert summary([stream(done)]) == Heard((STOP, replace(PLAIN, cached=4)))


def test_what_was_written_to_a_cache_is_counted() -> None:
    details = {"cached_tokens": 4, "cache_write_tokens": 9}
    usage = {"prompt_tokens": 11, "completion_tokens": 7, "prompt_tokens_details": details}
    expected = Usage(11, 7, cached=4, cache_write=7)  # never more than there was
    assert summary([stream(DONE | {"usage": usage})]) == Heard((STOP, expected))


def test_fragments_beyond_the_core_are_joined_and_lists_said_again_are_not() -> None:
    def part(text: str) -> dict[str, Json]:
        said = chunk(content=text, reasoning_details=[{"text": text}])
        said["choices"][0]["stop_reason"] = text
        return said | {"citations": ["x"]}

    pieces, _ = hear([stream(part("a"), part("b"), DONE)])
    assert pieces[-1] == Extra(
        {
            "citations": ["x"],
            "stop_reason": "b",
            "reasoning_details": [{"text": "a"}, {"text": "b"}],
        }
    )


def test_a_refusal_is_text_for_the_reader() -> None:
    data = stream(chunk(content=None, refusal="I can't."), DONE)
    assert summary([data]) == Heard((Text("I can't."), STOP))


@pytest.mark.parametrize("member", ["reasoning", "reasoning_content"])
def test_thoughts_are_not_text(member: str) -> None:
    data = stream(chunk(**{member: "hmm"}), chunk(content="Hi"), DONE)
    assert summary([data]) == Heard((Thinking("hmm"), HI, STOP))


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"choices": None},
        {"choices": []},
        {"choices": [None, 7]},
        {"choices": [{"index": 0}]},
        {"choices": [{"index": 0, "delta": None}]},
        {"choices": [{"delta": {"content": None, "tool_calls": None, "refusal": None}}]},
        {"choices": [{"delta": {"content": 7, "tool_calls": [None, {}, {"function": None}]}}]},
        {"choices": [{"delta": {"content": [None, {"type": "reference"}, {"text": 1}]}}]},
        {"choices": [{"index": 1, "delta": {"content": "second choice"}}]},
        {"choices": [{"delta": {}, "finish_reason": ""}]},
        {"choices": [{"delta": {}, "logprobs": {"content": [None, {"token": 1}]}}]},
        {"error": None, "choices": []},
    ],
)
def test_odd_chunks_say_nothing_and_break_nothing(odd: dict[str, Json]) -> None:
    assert summary([stream(odd, chunk(content="Hi"), odd, DONE)]) == Heard((HI, STOP))


def test_empty_events_keep_a_connection_alive_and_are_no_fault() -> None:
    decoder = Decoder("mine/big")
    assert decoder.feed(b"data:\n\n" * 9 + stream(chunk(content="Hi"), DONE)) == [HI, STOP]
    assert decoder.skipped == 0


def test_calls_may_interleave_and_their_names_come_once() -> None:
    def part(index: int, name: str, arguments: str) -> Json:
        function = {"name": name, "arguments": arguments}
        return {"index": index, "id": f"call_{index}", "function": function}

    data = stream(
        chunk(tool_calls=[part(0, "f", "{"), part(1, "g", "")]),
        chunk(tool_calls=[part(1, "g", "{}")]),
        chunk(tool_calls=[part(0, "f", "}")]),
        chunk("tool_calls"),
    )
    assert summary([data]).pieces == (
        ToolDelta(0, "call_0", "f", "{"),
        ToolDelta(1, "call_1", "g"),
        ToolDelta(1, arguments="{}"),
        ToolDelta(0, arguments="}"),
        CALLED,
    )


def test_whole_calls_without_numbers_are_told_apart() -> None:
    def whole(id_: str | None, name: str) -> Json:
        return {"id": id_, "function": {"name": name, "arguments": {"a": 1}}}

    named = stream(chunk(tool_calls=[whole("x", "f"), whole("y", "g")]), chunk("tool_calls"))
    assert summary([named]).pieces == (
        ToolDelta(0, "x", "f", '{"a":1}'),
        ToolDelta(1, "y", "g", '{"a":1}'),
        CALLED,
    )
    nameless = stream(chunk(tool_calls=[whole(None, "f"), whole(None, "g")]), chunk("tool_calls"))
    assert [piece.index for piece in summary([nameless]).pieces[:2]] == [0, 1]  # type: ignore[union-attr]  # both are ToolDeltas


def test_log_probabilities_come_with_their_text() -> None:
    entry = {"token": "Hi", "logprob": -0.5, "bytes": [72, 105]}
    entry |= {"top_logprobs": [{"token": "Hi", "logprob": -0.5}, {"token": "Yo", "logprob": -1}]}
    said = chunk(content="Hi")
    said["choices"][0]["logprobs"] = {"content": [entry]}
    expected = TokenLogprob("Hi", -0.5, (("Hi", -0.5), ("Yo", -1.0)))
    heard = summary([stream(said, chunk(content=" you"), DONE)])
    assert heard.pieces[:2] == (Text("Hi", (expected,)), Text(" you"))


def test_a_log_probability_that_json_cannot_say_costs_no_text() -> None:
    data = stream(chunk(content="Hi"), DONE).replace(b'"delta"', b'"logprobs":-Infinity,"delta"')
    assert summary([data]) == Heard((HI, STOP))


def test_tokens_that_are_not_a_character_yet_wait_for_it() -> None:
    chunks = [chunk(content=""), chunk(content="é"), DONE]
    for said, token in zip(chunks, ("\\xc3", "\\xa9"), strict=False):
        said["choices"][0]["logprobs"] = {"content": [{"token": token, "logprob": -1.0}]}
    text = summary([stream(*chunks)]).pieces[0]
    assert text == Text("é", (TokenLogprob("\\xc3", -1.0), TokenLogprob("\\xa9", -1.0)))


def test_an_emoji_that_was_cut_in_two_strings_is_one_again() -> None:
    first, second = (
        b'data: {"choices":[{"delta":{"content":"%s"}}]}\n\n' % half
        for half in (rb"so \ud83d", rb"\ude00!")
    )
    heard = summary([first + second + stream(DONE)])
    assert heard == Heard((Text("so "), Text("\N{GRINNING FACE}!"), STOP))


def test_what_the_platform_says_beyond_the_core_comes_back_once() -> None:
    said = {"id": "1", "model": "big-2", "obfuscation": "xyz", "service_tier": None, "object": "c"}
    pieces, _ = hear([stream(chunk(content="a") | said, DONE | said | {"warnings": ["w"]})])
    extras = [piece for piece in pieces if isinstance(piece, Extra)]
    assert extras == [Extra({"id": "1", "model": "big-2", "warnings": ["w"]})]


# -- hearing: one body -------------------------------------------------------

COMPLETION: dict[str, Json] = {
    "id": "1",
    "object": "chat.completion",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": "Hi",
                "reasoning_content": "hmm",
                "tool_calls": [
                    {"id": "x", "type": "function", "function": {"name": "f", "arguments": "{}"}}
                ],
            },
            "finish_reason": "tool_calls",
        }
    ],
    "usage": {"prompt_tokens": 11, "completion_tokens": 7},
}


def test_one_json_body_is_read_as_a_reply_too() -> None:
    data = b"\n\n \n" + orjson.dumps(COMPLETION) + b"\n"  # DeepSeek keeps alive with blank lines
    expected = Heard((Thinking("hmm"), HI, ToolDelta(0, "x", "f", "{}"), CALLED, PLAIN))
    assert summary([bytes([byte]) for byte in data]) == expected
    for cut in range(len(data)):
        assert summary([data[:cut], data[cut:]]) == expected


def test_an_error_within_a_200_is_an_error() -> None:
    heard = summary([b'{"error": {"message": "busy", "code": "rate_limit_exceeded"}}'])
    assert heard.message == "mine/big: broke off with 429: busy"


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"choices": []}', b"{", b'{"done": true}\n{}'])
def test_a_body_that_is_no_completion_is_garbled(body: bytes) -> None:
    assert summary([body]).failed is TierGarbled


def test_a_page_of_some_proxy_is_garbled_at_its_first_byte() -> None:
    decoder = Decoder("mine/big")
    assert decoder.feed(b"\n <!DOCTYPE html>") == []
    assert isinstance(decoder.failure, TierGarbled)


def test_a_body_without_end_is_left_at_the_limit() -> None:
    decoder = Decoder("mine/big")
    decoder.feed(b'{"choices": "')
    for _ in range(MAX_BODY_BYTES >> 20):
        assert decoder.failure is None
        decoder.feed(b"x" * (1 << 20))
    assert isinstance(decoder.failure, TierGarbled)


# -- asking ------------------------------------------------------------------


def model(kind: str = "openai", prefill: bool | None = None) -> HostedModel:
    settings = Settings(
        providers={"mine": ProviderSettings(kind=kind, base_url="http://127.0.0.1:1/v1")},
        models={"mine/big": ModelSettings(prefill=prefill)},
    )
    return describe("mine/big", settings)


def call(*messages: Message, prefix: str = "", stream: bool = True, **request: Any) -> Call:
    sampling = request.pop("sampling", Sampling())
    spoken = messages or (Message("user", (TextPart("Hello"),)),)
    made = Request("r", "auto", spoken, sampling, **request)
    return Call(made, spoken, sampling, prefix=prefix, stream=stream)


def body(asked: Call, kind: str = "openai", prefill: bool | None = None) -> dict[str, Json]:
    encoded = encode(asked, model(kind, prefill)).body
    assert isinstance(encoded, dict)
    return encoded


def test_a_plain_call_says_no_more_than_it_must() -> None:
    http = encode(call(), model())
    assert (http.method, http.path) == ("POST", "/chat/completions")
    assert http.body == {
        "model": "big",
        "messages": [{"role": "user", "content": "Hello"}],
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_a_call_for_one_body_asks_for_no_stream_options() -> None:
    asked = call(stream=False, passthrough={"stream_options": {"include_obfuscation": False}})
    assert body(asked)["stream"] is False
    assert "stream_options" not in body(asked)


def test_usage_is_asked_for_beside_the_caller_s_own_stream_options() -> None:
    given = {"include_usage": False, "include_obfuscation": False}
    asked = call(passthrough={"stream_options": given})
    expected = {"include_usage": True, "include_obfuscation": False}
    assert body(asked)["stream_options"] == expected


def test_a_conversation_with_tools_and_images_is_written_in_the_dialect() -> None:
    messages = (
        Message("developer", (TextPart("Be brief."),)),
        Message(
            "user",
            (
                TextPart("What is it?"),
                ImagePart("https://x.test/a.png"),
                ImagePart("data:,", "low"),
            ),
            name="ann",
        ),
        Message("assistant", (), tool_calls=(ToolCall("call_1", "look", '{"at": 1}'),)),
        Message("tool", (TextPart("a cat"),), tool_call_id="call_1"),
        Message("assistant", ()),
    )
    assert body(call(*messages))["messages"] == [
        {"role": "developer", "content": "Be brief."},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is it?"},
                {"type": "image_url", "image_url": {"url": "https://x.test/a.png"}},
                {"type": "image_url", "image_url": {"url": "data:,", "detail": "low"}},
            ],
            "name": "ann",
        },
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "id": "call_1",
                    "type": "function",
                    "function": {"name": "look", "arguments": '{"at": 1}'},
                }
            ],
        },
        {"role": "tool", "content": "a cat", "tool_call_id": "call_1"},
        {"role": "assistant", "content": ""},
    ]


def test_a_host_without_the_developer_role_gets_a_system_message() -> None:
    asked = call(Message("developer", (TextPart("Be brief."),)))
    assert body(asked, "vllm")["messages"][0]["role"] == "system"


def test_all_of_sampling_is_passed_on() -> None:
    sampling = Sampling(
        max_tokens=5,
        temperature=0.0,
        top_p=0.5,
        stop=("\n", "END"),
        seed=0,
        presence_penalty=0.1,
        frequency_penalty=0.2,
        logit_bias={"50256": -100},
        logprobs=True,
        top_logprobs=0,
    )
    encoded = body(call(sampling=sampling))
    for field in ("model", "messages", "stream", "stream_options"):
        del encoded[field]
    assert encoded == {
        "max_completion_tokens": 5,
        "temperature": 0.0,
        "top_p": 0.5,
        "stop": ["\n", "END"],
        "seed": 0,
        "presence_penalty": 0.1,
        "frequency_penalty": 0.2,
        "logit_bias": {"50256": -100},
        "logprobs": True,
        "top_logprobs": 0,
    }


@pytest.mark.parametrize(
    ("kind", "field"), [("openai", "max_completion_tokens"), ("vllm", "max_tokens")]
)
def test_the_limit_has_the_host_s_own_name_and_no_other(kind: str, field: str) -> None:
    passed = {"max_tokens": 9, "max_completion_tokens": 9}
    encoded = body(call(sampling=Sampling(max_tokens=5), passthrough=passed), kind)
    assert {key: value for key, value in encoded.items() if "max" in key} == {field: 5}


def test_tools_and_the_form_of_the_reply_are_passed_on() -> None:
    schema = {"type": "object"}
    tools = (Tool("f", "does f", schema, strict=True), Tool("g"))
    encoded = body(
        call(
            tools=tools,
            tool_choice="required",
            parallel_tool_calls=False,
            response_format={"type": "json_object"},
        )
    )
    function = {"name": "f", "description": "does f", "parameters": schema, "strict": True}
    assert encoded["tools"] == [
        {"type": "function", "function": function},
        {"type": "function", "function": {"name": "g"}},
    ]
    assert encoded["tool_choice"] == "required"
    assert encoded["parallel_tool_calls"] is False
    assert encoded["response_format"] == {"type": "json_object"}


def test_options_for_a_platform_add_to_a_call_and_cannot_change_it() -> None:
    asked = call(
        sampling=Sampling(temperature=0.5),
        passthrough={"user": "ann", "service_tier": "auto"},
        provider_options={
            "vllm": {"top_k": 5, "service_tier": "flex", "min_p": 0.1},
            "mine": {"model": "other", "messages": [], "stream": False, "temperature": 2}
            | {"min_p": 0.2},
            "openai": {"top_k": 6},
        },
    )
    encoded = body(asked, "vllm")
    assert encoded["model"] == "big"
    assert encoded["messages"] == [{"role": "user", "content": "Hello"}]
    assert (encoded["stream"], encoded["temperature"]) == (True, 0.5)
    assert (encoded["user"], encoded["service_tier"]) == ("ann", "flex")
    assert (encoded["top_k"], encoded["min_p"]) == (5, 0.2)


def test_options_for_a_platform_cannot_set_host_or_key() -> None:
    options = {"base_url": "http://evil.test", "headers": {"authorization": "x"}, "api_key": "x"}
    http = encode(call(provider_options={"mine": options}), model())
    assert http.path == "/chat/completions"
    assert dict(http.headers) == {"accept": "text/event-stream"}


@pytest.mark.parametrize(
    ("kind", "extra"),
    [
        ("vllm", {"continue_final_message": True, "add_generation_prompt": False}),
        ("llamacpp", {}),
        ("ollama", {}),
        ("openai_compatible", {}),
        ("sglang", {"continue_final_message": True}),
        ("ray_serve", {"continue_final_message": True, "add_generation_prompt": False}),
    ],
)
def test_a_prefix_is_continued_in_the_host_s_own_way(kind: str, extra: dict[str, Json]) -> None:
    plain, continued = body(call(), kind, True), body(call(prefix="Well,"), kind, True)
    assert continued.pop("messages") == [
        *plain.pop("messages"),
        {"role": "assistant", "content": "Well,"},
    ]
    assert continued == plain | extra


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("mistral", "prefix"),
        ("deepseek", "prefix"),
        ("litellm", "prefix"),
        ("moonshot", "partial"),
        ("qwen", "partial"),
    ],
)
def test_a_prefix_is_marked_where_the_host_wants_a_mark(kind: str, mark: str) -> None:
    http = encode(call(prefix="Well,"), model(kind, True))
    assert http.body["messages"][-1] == {"role": "assistant", "content": "Well,", mark: True}


def test_deepseek_continues_behind_another_door_and_not_with_tools() -> None:
    assert encode(call(), model("deepseek", True)).path == "/chat/completions"
    assert encode(call(prefix="a"), model("deepseek", True)).path == "/beta/chat/completions"
    assert body(call(tools=(Tool("f"),)), "deepseek", True)["tools"]
    with pytest.raises(TierRejected, match="takes no tools while it continues") as refused:
        encode(call(tools=(Tool("f"),), prefix="a"), model("deepseek", True))
    assert refused.value.own_limit
    assert refused.value.param == "tools"


NAMED = (Message("user", (TextPart("Hello"),), name="ann"),)
SCHEMA: dict[str, Json] = {"type": "json_schema", "json_schema": {"name": "a", "schema": {}}}


@pytest.mark.parametrize(
    ("kind", "param", "asked"),
    [
        ("groq", "logit_bias", call(sampling=Sampling(logit_bias={"1": 1}))),
        ("groq", "logprobs", call(sampling=Sampling(logprobs=True))),
        ("groq", "messages[].name", call(*NAMED)),
        ("mistral", "logit_bias", call(sampling=Sampling(logit_bias={"1": 1}))),
        ("mistral", "verbosity", call(passthrough={"verbosity": "low"})),
        ("groq", "presence_penalty", call(sampling=Sampling(presence_penalty=1))),
        ("together", "parallel_tool_calls", call(parallel_tool_calls=True)),
        ("fireworks", "store", call(passthrough={"store": True})),
        ("mistral", "messages[].name", call(*NAMED)),
        ("deepseek", "seed", call(sampling=Sampling(seed=1))),
        ("deepseek", "response_format.json_schema", call(response_format=SCHEMA)),
        ("groq", "logprobs", call(provider_options={"groq": {"logprobs": True}})),
    ],
)
def test_what_a_host_does_not_take_is_refused_by_name_before_the_call(
    kind: str, param: str, asked: Call
) -> None:
    with pytest.raises(TierRejected, match="mine/big: takes no ") as refused:
        encode(asked, model(kind))
    assert refused.value.param == param
    assert refused.value.own_limit  # another may well take it
    assert encode(asked, model("vllm")).body


def test_a_note_that_a_host_has_no_place_for_turns_nobody_away() -> None:
    noted = call(passthrough={"user": "ann", "safety_identifier": "a1", "metadata": {"a": "b"}})
    assert not {"user", "safety_identifier", "metadata"} & body(noted, "together").keys()
    assert body(noted, "openai")["user"] == "ann"


def test_not_to_store_turns_nobody_away_and_to_store_does() -> None:
    for kind, told in (("together", {}), ("openai", {"store": False})):
        encoded = body(call(passthrough={"store": False}), kind)
        assert {k: v for k, v in encoded.items() if k == "store"} == told
    with pytest.raises(TierRejected, match="takes no store"):
        encode(call(passthrough={"store": True}), model("together"))


def test_what_one_model_of_a_host_does_not_take_is_refused() -> None:
    lean = replace(model("xai"), refuses=frozenset({"stop"}))
    asked = call(sampling=Sampling(stop=("x",)))
    with pytest.raises(TierRejected, match="mine/big: takes no stop"):
        encode(asked, lean)
    assert encode(asked, model("xai")).body["stop"] == ["x"]


def test_a_host_whose_streams_tell_of_usage_unasked_is_not_asked() -> None:
    passed = {"stream_options": {"include_usage": True}}
    for kind in ("mistral", "openrouter"):
        assert "stream_options" not in body(call(passthrough=passed), kind)


def test_the_seed_has_the_host_s_own_name() -> None:
    encoded = body(call(sampling=Sampling(seed=7)), "mistral")
    assert encoded["random_seed"] == 7
    assert "seed" not in encoded


def test_azure_is_asked_as_openai_is() -> None:
    asked = call(Message("developer", (TextPart("a"),)), sampling=Sampling(max_tokens=5))
    assert body(asked, "azure") == body(asked, "openai")


@pytest.mark.parametrize(("kind", "prefill"), [("openai", True), ("vllm", None), ("vllm", False)])
def test_a_prefix_that_would_be_ignored_is_not_sent(kind: str, prefill: bool | None) -> None:
    with pytest.raises(TierRejected, match="mine/big: cannot continue a text") as refused:
        encode(call(prefix="Well,"), model(kind, prefill))
    assert refused.value.own_limit


def test_no_hosted_model_can_be_held_to_forms() -> None:
    with pytest.raises(TierRejected) as refused:
        encode(replace(call(), choices=("Let me see.",)), model())
    assert refused.value.own_limit
