from dataclasses import dataclass
from typing import Any

import orjson
import pytest

from adapters.cohere_reply import Decoder
from edge.core.errors import TierError, TierGarbled, TierUnavailable
from edge.core.types import (
    Extra,
    FinishReason,
    Json,
    Piece,
    Stop,
    Text,
    Thinking,
    ToolDelta,
    Usage,
)

HI, STOP = Text("Hi"), Stop(FinishReason.STOP)
TOOL_CALLS = Stop(FinishReason.TOOL_CALLS)
CITATION = {"start": 0, "end": 2, "text": "Hi", "sources": [{"type": "document", "id": "doc:0"}]}
USAGE = {
    "billed_units": {"input_tokens": 11.0, "output_tokens": 7.0},
    "tokens": {"input_tokens": 211.0, "output_tokens": 9.0},
    "cached_tokens": 4.0,
}


@dataclass(frozen=True)
class Heard:
    """What a stream came to: its pieces without `Extra`, and how it failed, if it did."""

    pieces: tuple[Piece, ...]
    failed: type[TierError] | None = None
    message: str = ""


def hear(*reads: bytes) -> tuple[list[Piece], TierError | None]:
    decoder = Decoder("mine/big")
    pieces = [piece for data in reads for piece in decoder.feed(data)]
    try:
        pieces += decoder.close()
    except TierError as error:
        return pieces, error
    return pieces, None


def summary(*reads: bytes) -> Heard:
    pieces, error = hear(*reads)
    core = tuple(piece for piece in pieces if not isinstance(piece, Extra))
    return Heard(core) if error is None else Heard(core, type(error), str(error))


def extra_of(*reads: bytes) -> Any:
    pieces, _ = hear(*reads)
    (extra,) = (piece.data for piece in pieces if isinstance(piece, Extra))
    return extra


def event(kind: str, **members: Json) -> bytes:
    data = orjson.dumps({"type": kind, **members})
    return b"event: " + kind.encode() + b"\ndata: " + data + b"\n\n"


def said(kind: str, index: int = 0, **message: Json) -> bytes:
    return event(kind, index=index, delta={"message": message})


def say(text: str) -> bytes:
    return said("content-delta", content={"text": text})


def call(id_: str, name: str, index: int = 0, arguments: str = "") -> bytes:
    function = {"name": name, "arguments": arguments}
    whole = {"id": id_, "type": "function", "function": function}
    return said("tool-call-start", index, tool_calls=whole)


def argue(text: str, index: int = 0) -> bytes:
    return said("tool-call-delta", index, tool_calls={"function": {"arguments": text}})


def end(reason: str | None = "COMPLETE", **members: Json) -> bytes:
    return event("message-end", delta={"finish_reason": reason, **members})


# By hand, after the types of the official client and the documentation; nobody recorded them.
ANSWERED = b"".join(
    [
        event("message-start", id="c1", delta={"message": {"role": "assistant", "content": []}}),
        said("content-start", content={"type": "thinking", "thinking": ""}),
        said("content-delta", content={"thinking": "hmm"}),
        event("content-end", index=0),
        said("content-start", 1, content={"type": "text", "text": ""}),
        said("content-delta", 1, content={"text": "Hi"}),
        said("citation-start", citations=CITATION),
        event("citation-end", index=0),
        said("content-delta", 1, content={"text": " thère"}),
        event("content-end", index=1),
        end(usage=USAGE),
    ]
)
CALLED = b"".join(
    [
        event("message-start", id="c1", delta={"message": {"role": "assistant"}}),
        said("tool-plan-delta", tool_plan="I will"),
        said("tool-plan-delta", tool_plan=" look."),
        call("f_1", "f"),
        argue('{"a":'),
        argue("1}"),
        event("tool-call-end", index=0),
        call("g_1", "g", 1),
        event("tool-call-end", index=1),
        end("TOOL_CALL", usage=USAGE),
    ]
)
WHOLE = {
    ANSWERED: Heard(
        (Thinking("hmm"), HI, Text(" thère"), STOP, Usage(11, 7, cached=4)),
    ),
    CALLED: Heard(
        (
            Thinking("I will"),
            Thinking(" look."),
            ToolDelta(0, "f_1", "f"),
            ToolDelta(0, arguments='{"a":'),
            ToolDelta(0, arguments="1}"),
            ToolDelta(1, "g_1", "g"),
            ToolDelta(1, arguments="{}"),
            TOOL_CALLS,
            Usage(11, 7, cached=4),
        )
    ),
}


@pytest.mark.parametrize("data", WHOLE, ids=["answered", "called"])
def test_a_stream_is_read_the_same_at_every_cut(data: bytes) -> None:
    assert summary(data) == WHOLE[data]
    assert summary(*(bytes([byte]) for byte in data)) == WHOLE[data]
    for cut in range(len(data)):
        assert summary(data[:cut], data[cut:]) == WHOLE[data], f"cut at {cut}"


@pytest.mark.parametrize("data", WHOLE, ids=["answered", "called"])
def test_a_stream_cut_before_its_end_is_never_taken_for_whole(data: bytes) -> None:
    for cut in range(len(data.rstrip())):
        assert summary(data[:cut]).failed is TierGarbled, f"cut at {cut}"
    assert summary(data.rstrip()) == WHOLE[data]


def test_a_body_says_the_same() -> None:
    content = [{"type": "thinking", "thinking": "hmm"}, {"type": "text", "text": "Hi thère"}]
    message = {"role": "assistant", "content": content, "citations": [CITATION]}
    reply = {"id": "c1", "finish_reason": "COMPLETE", "message": message, "usage": USAGE}
    heard = summary(orjson.dumps(reply))
    assert heard.pieces == (Thinking("hmm"), Text("Hi thère"), STOP, Usage(11, 7, cached=4))
    assert extra_of(orjson.dumps(reply)) == extra_of(ANSWERED)


def test_a_body_with_calls_says_the_same() -> None:
    calls = [
        {"id": "f_1", "type": "function", "function": {"name": "f", "arguments": '{"a":1}'}},
        {"id": "g_1", "type": "function", "function": {"name": "g"}},
    ]
    message = {"role": "assistant", "tool_plan": "I will look.", "tool_calls": calls}
    reply = {"id": "c1", "finish_reason": "TOOL_CALL", "message": message}
    assert summary(orjson.dumps(reply)).pieces == (
        Thinking("I will look."),
        ToolDelta(0, "f_1", "f"),
        ToolDelta(0, arguments='{"a":1}'),
        ToolDelta(1, "g_1", "g"),
        ToolDelta(1, arguments="{}"),
        TOOL_CALLS,
    )


def test_what_goes_beyond_the_core_comes_back_once() -> None:
    assert extra_of(ANSWERED) == {"id": "c1", "citations": [CITATION], "usage": USAGE}


# -- ends --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("COMPLETE", FinishReason.STOP),
        ("STOP_SEQUENCE", FinishReason.STOP),
        ("MAX_TOKENS", FinishReason.LENGTH),
        ("TOOL_CALL", FinishReason.TOOL_CALLS),
        ("A_WORD_OF_NEXT_YEAR", FinishReason.STOP),
    ],
)
def test_every_finish_reason_has_a_meaning(word: str, reason: FinishReason) -> None:
    assert summary(say("Hi"), end(word)).pieces == (HI, Stop(reason))


@pytest.mark.parametrize("word", ["ERROR", "ERROR_LIMIT", "TIMEOUT"])
def test_a_model_that_gave_up_has_not_finished_and_is_paid(word: str) -> None:
    heard = summary(say("Hi"), end(word, usage=USAGE))
    assert (heard.pieces, heard.failed) == ((HI, Usage(11, 7, cached=4)), TierUnavailable)


def test_what_went_wrong_is_told() -> None:
    heard = summary(say("Hi"), end("ERROR", error="the model fell over"))
    assert heard.message == "mine/big: broke off with 500: the model fell over"


def test_an_error_where_a_reply_should_be_is_one() -> None:
    heard = summary(orjson.dumps({"id": "a", "message": "Oh."}))
    assert heard == Heard((), TierUnavailable, "mine/big: broke off with 500: Oh.")


def test_an_end_without_a_reason_is_none() -> None:
    assert summary(say("Hi"), end(None)).failed is TierGarbled


def test_nothing_is_read_behind_the_end() -> None:
    assert summary(say("Hi"), end(), say("more"), end("MAX_TOKENS")) == Heard((HI, STOP))


def test_a_line_that_held_words_breaks_it() -> None:
    heard = summary(say("Hi"), b'data: {"type":"content-d\n\n', say("there"), end())
    assert (heard.pieces, heard.failed) == ((HI,), TierGarbled)


# -- usage and calls ---------------------------------------------------------


def test_what_is_paid_for_counts_and_else_what_was_read() -> None:
    tokens = {"tokens": {"input_tokens": 20, "output_tokens": 9}}
    assert summary(say("Hi"), end(usage=tokens)).pieces[-1] == Usage(20, 9)
    assert summary(say("Hi"), end(usage={"billed_units": {}})).pieces == (HI, STOP)


def test_calls_may_come_in_a_list() -> None:
    function = {"name": "f", "arguments": '{"a":1}'}
    heard = summary(
        said("tool-call-start", tool_calls=[{"id": "f_1", "function": function}]),
        event("tool-call-end", index=0),
        end("TOOL_CALL"),
    )
    assert heard.pieces == (
        ToolDelta(0, "f_1", "f"),
        ToolDelta(0, arguments='{"a":1}'),
        TOOL_CALLS,
    )


def test_arguments_of_a_call_that_never_began_break_it() -> None:
    assert summary(argue("{}"), end("TOOL_CALL")).failed is TierGarbled


def test_halves_of_a_character_are_joined() -> None:
    def half(escaped: bytes) -> bytes:
        inside = b'{"message":{"content":{"text":"' + escaped + b'"}}}'
        return b'data: {"type":"content-delta","delta":' + inside + b"}\n\n"

    heard = summary(half(rb"\ud83d"), half(rb"\ude00"), end())
    assert heard.pieces == (Text("\U0001f600"), STOP)
