from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.answer import MAX_BODY_BYTES
from adapters.anthropic_reply import Decoder
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
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

GOLDEN = Path(__file__).parent / "golden" / "anthropic"
HI = Text("Hi")
STOP = Stop(FinishReason.STOP)


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


def summary(*reads: bytes) -> Heard:
    pieces, error = hear(list(reads))
    core = tuple(piece for piece in pieces if not isinstance(piece, Extra))
    return Heard(core) if error is None else Heard(core, type(error), str(error))


def extra_of(*reads: bytes) -> Any:
    pieces, _ = hear(list(reads))
    extras = (piece.data for piece in pieces if isinstance(piece, Extra))
    return reduce(or_, map(dict, extras))


def event(kind: str, **members: Json) -> bytes:
    data = orjson.dumps({"type": kind, **members})
    return b"event: " + kind.encode() + b"\ndata: " + data + b"\n\n"


def begin(index: int = 0, kind: str = "text", **members: Json) -> bytes:
    return event("content_block_start", index=index, content_block={"type": kind, **members})


def delta(kind: str, index: int = 0, **members: Json) -> bytes:
    return event("content_block_delta", index=index, delta={"type": kind, **members})


def say(text: str) -> bytes:
    return delta("text_delta", text=text)


def finish(reason: str | None = "end_turn", **members: Json) -> bytes:
    return event("message_delta", delta={"stop_reason": reason, **members})


def end(index: int = 0) -> bytes:
    return event("content_block_stop", index=index)


STOPPED = event("message_stop")

# -- hearing: recorded streams -----------------------------------------------

RECORDED = {
    "anthropic": Heard(
        (
            Usage(20, 1, cached=4, cache_write=5),
            Thinking("hmm"),
            HI,
            ToolDelta(0, "toolu_1", "f"),
            ToolDelta(0, arguments='{"a":1}'),
            Stop(FinishReason.TOOL_CALLS),
            Usage(20, 7, cached=4, cache_write=5),
        )
    ),
    "anthropic_err": Heard(
        (Usage(11, 1), HI),
        TierUnavailable,
        "mine/big: broke off with 529: Overloaded (request req_1)",
    ),
}


@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_stream_is_read_the_same_at_every_cut(name: str) -> None:
    data = (GOLDEN / f"{name}.bin").read_bytes()
    assert summary(data) == RECORDED[name]
    assert summary(*(bytes([byte]) for byte in data)) == RECORDED[name]
    for cut in range(len(data)):
        assert summary(data[:cut], data[cut:]) == RECORDED[name], f"cut at {cut}"


@pytest.mark.parametrize("line_end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("name", RECORDED)
def test_line_ends_make_no_difference(name: str, line_end: bytes) -> None:
    data = b"\xef\xbb\xbf" + (GOLDEN / f"{name}.bin").read_bytes().replace(b"\n", line_end)
    for cut in range(len(data)):
        assert summary(data[:cut], data[cut:]) == RECORDED[name], f"cut at {cut}"


def test_every_recording_is_read_by_a_test() -> None:
    assert {path.stem for path in GOLDEN.glob("*.bin")} == set(RECORDED)


def test_a_stream_cut_before_its_stop_reason_is_never_taken_for_whole() -> None:
    data = (GOLDEN / "anthropic.bin").read_bytes()
    whole = data.index(b'"usage":{"output_tokens":7}}') + len(b'"usage":{"output_tokens":7}}')
    for cut in range(whole):
        assert summary(data[:cut]).failed is TierGarbled, f"cut at {cut}"
    assert summary(data[:whole]) == RECORDED["anthropic"]


def test_what_goes_beyond_the_core_comes_back_once() -> None:
    assert extra_of((GOLDEN / "anthropic.bin").read_bytes()) == {
        "id": "msg_1",
        "model": "m",
        "thinking_blocks": [{"type": "thinking", "thinking": "hmm", "signature": "c2ln"}],
        "usage": {
            "cache_creation": {"ephemeral_5m_input_tokens": 5, "ephemeral_1h_input_tokens": 0},
            "service_tier": "standard",
        },
    }


# -- hearing: ends -----------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("end_turn", FinishReason.STOP),
        ("stop_sequence", FinishReason.STOP),
        ("max_tokens", FinishReason.LENGTH),
        ("model_context_window_exceeded", FinishReason.LENGTH),
        ("tool_use", FinishReason.TOOL_CALLS),
        ("refusal", FinishReason.CONTENT_FILTER),
        ("a_word_of_next_year", FinishReason.STOP),
    ],
)
def test_every_stop_reason_has_a_meaning(word: str, reason: FinishReason) -> None:
    assert summary(begin(), say("Hi"), finish(word), STOPPED).pieces == (HI, Stop(reason))


def test_a_paused_turn_is_not_whole() -> None:
    heard = summary(begin(), say("Hi"), finish("pause_turn"), STOPPED)
    assert (heard.pieces, heard.failed) == ((HI,), TierUnavailable)


def test_a_stop_without_a_reason_is_none() -> None:
    heard = summary(begin(), say("Hi"), finish(None), STOPPED)
    assert (heard.pieces, heard.failed) == ((HI,), TierGarbled)


def test_it_stops_once_and_says_nothing_after() -> None:
    data = (begin(), say("Hi"), finish(), finish("max_tokens"), say("more"), begin(1), STOPPED)
    assert summary(*data) == Heard((HI, STOP))


def test_why_it_refused_comes_back() -> None:
    details = {"type": "refusal", "category": "bio", "explanation": "..."}
    said = (begin(), say("Hi"), finish("refusal", stop_details=details), STOPPED)
    assert extra_of(*said)["stop_details"] == details


@pytest.mark.parametrize(
    ("kind", "status", "failed"),
    [
        ("overloaded_error", 529, TierUnavailable),
        ("api_error", 500, TierUnavailable),
        ("timeout_error", 504, TierUnavailable),
        ("billing_error", 402, TierUnavailable),
        ("request_too_large", 413, TierRejected),
        ("invalid_request_error", 400, TierRejected),
        ("an_error_of_next_year", 500, TierUnavailable),
    ],
)
def test_an_error_in_mid_stream_is_known_by_its_type(
    kind: str, status: int, failed: type[TierError]
) -> None:
    heard = summary(begin(), say("Hi"), event("error", error={"type": kind, "message": "Oh."}))
    assert heard == Heard((HI,), failed, f"mine/big: broke off with {status}: Oh.")


def test_an_error_without_a_name_is_one_too() -> None:
    data = event("error", error={"type": "api_error", "message": "Oh."}).partition(b"\n")[2]
    assert summary(data).failed is TierUnavailable


# -- hearing: usage ----------------------------------------------------------


def test_usage_grows_and_is_not_added_up() -> None:
    first = {"input_tokens": 3, "cache_read_input_tokens": 4, "output_tokens": 1}
    last = {"input_tokens": 3, "output_tokens": 9, "output_tokens_details": {"thinking_tokens": 5}}
    heard = summary(
        event("message_start", message={"usage": first}),
        begin(),
        say("Hi"),
        event("message_delta", delta={}, usage={"output_tokens": 4}),
        event("message_delta", delta={"stop_reason": "end_turn"}, usage=last),
        STOPPED,
    )
    assert heard.pieces == (Usage(7, 1, 4), HI, STOP, Usage(7, 9, 4, reasoning=5))


def test_the_prompt_of_a_reply_that_is_cut_off_is_known() -> None:
    started = event("message_start", message={"usage": {"input_tokens": 3, "output_tokens": 1}})
    assert summary(started, begin(), say("Hi")).pieces == (Usage(3, 1), HI)


def test_a_call_that_failed_before_it_said_a_word_was_not_sold() -> None:
    started = event("message_start", message={"usage": {"input_tokens": 3, "output_tokens": 1}})
    failed = event("error", error={"type": "overloaded_error"})
    assert summary(started, failed).pieces == ()


def test_absent_usage_is_not_usage_of_nothing() -> None:
    assert summary(begin(), say("Hi"), finish(), STOPPED) == Heard((HI, STOP))


# -- hearing: blocks ---------------------------------------------------------


def test_tools_are_numbered_among_themselves() -> None:
    heard = summary(
        begin(0),
        say("Hi"),
        end(0),
        begin(1, "tool_use", id="a", name="f", input={}),
        delta("input_json_delta", 1, partial_json='{"x":'),
        delta("input_json_delta", 1, partial_json="1}"),
        end(1),
        begin(2, "tool_use", id="b", name="g", input={}),
        delta("input_json_delta", 2, partial_json=""),
        end(2),
        finish("tool_use"),
        STOPPED,
    )
    assert heard.pieces[1:-1] == (
        ToolDelta(0, "a", "f"),
        ToolDelta(0, arguments='{"x":'),
        ToolDelta(0, arguments="1}"),
        ToolDelta(1, "b", "g"),
        ToolDelta(1, arguments="{}"),  # no fragment at all means no argument at all
    )


def test_citations_and_blocks_of_the_platforms_own_come_back_as_they_are() -> None:
    search = {"id": "s", "name": "web_search"}
    said = (
        begin(0, "server_tool_use", **search, input={}),
        delta("input_json_delta", 0, partial_json='{"query":"tides"}'),
        end(0),
        begin(1, "web_search_tool_result", content=[{"url": "https://x.test"}]),
        end(1),
        begin(2, "redacted_thinking", data="abc"),
        end(2),
        begin(3),
        delta("citations_delta", 3, citation={"url": "https://x.test"}),
        delta("text_delta", 3, text="Hi"),
        end(3),
        finish(),
        STOPPED,
    )
    assert summary(*said).pieces == (HI, STOP)
    extra = extra_of(*said)
    assert extra["content"] == [
        {"type": "server_tool_use", **search, "input": {"query": "tides"}},
        {"type": "web_search_tool_result", "content": [{"url": "https://x.test"}]},
    ]
    assert extra["thinking_blocks"] == [{"type": "redacted_thinking", "data": "abc"}]
    assert extra["citations"] == [{"block": 3, "citation": {"url": "https://x.test"}}]


def test_arguments_of_a_call_whose_beginning_was_lost_are_garbled() -> None:
    heard = summary(delta("input_json_delta", 4, partial_json="{}"), finish("tool_use"), STOPPED)
    assert heard.failed is TierGarbled


def test_what_it_does_not_know_is_passed_over() -> None:
    strange = (event("ping"), event("new_kind", index=0), delta("new_delta"), b"data: {}\n\n")
    assert summary(*strange, begin(), say("Hi"), *strange, finish(), STOPPED) == Heard((HI, STOP))


# -- hearing: bytes ----------------------------------------------------------


def test_an_event_that_may_have_held_words_is_where_the_stream_breaks() -> None:
    heard = summary(begin(), say("Hi"), say(" there")[:-20] + b"\n\n", say("!"), finish(), STOPPED)
    assert (heard.pieces, heard.failed) == ((HI,), TierGarbled)


@pytest.mark.parametrize("bad", [b"event: ping\ndata: {bad\n\n", b"data: x\n\n", b"data: []\n\n"])
def test_an_event_that_held_no_word_is_skipped_and_counted(bad: bytes) -> None:
    decoder = Decoder("mine/big")
    assert decoder.feed(begin() + bad + say("Hi") + bad + finish() + STOPPED) == [HI, STOP]
    assert (decoder.skipped, decoder.complete, decoder.done) == (2, True, True)


def test_three_of_them_in_a_row_are_a_garbled_stream() -> None:
    heard = summary(begin() + say("Hi") + b"data: x\n\n" * 3 + finish() + STOPPED)
    assert (heard.pieces, heard.failed) == ((HI,), TierGarbled)


def test_a_body_is_read_like_a_stream() -> None:
    content = [
        {"type": "thinking", "thinking": "hmm", "signature": "c2ln"},
        {"type": "text", "text": "Hi", "citations": [{"url": "https://x.test"}]},
        {"type": "tool_use", "id": "a", "name": "f", "input": {"x": 1}},
    ]
    usage = {"input_tokens": 3, "cache_creation_input_tokens": 2, "output_tokens": 7}
    message = {"type": "message", "id": "m", "content": content, "usage": usage}
    body = b"\n " + orjson.dumps({**message, "stop_reason": "tool_use"})
    expected = (
        Thinking("hmm"),
        HI,
        ToolDelta(0, "a", "f"),
        ToolDelta(0, arguments='{"x":1}'),
        Stop(FinishReason.TOOL_CALLS),
        Usage(5, 7, cache_write=2),
    )
    for cut in range(len(body)):
        assert summary(body[:cut], body[cut:]).pieces == expected
    assert extra_of(body)["thinking_blocks"] == [content[0]]
    for cut in range(1, len(body)):
        assert summary(body[:cut]).failed is TierGarbled


def test_an_error_as_a_body_is_an_error() -> None:
    body = b'{"type":"error","error":{"type":"overloaded_error","message":"Oh."}}'
    assert summary(body) == Heard((), TierUnavailable, "mine/big: broke off with 529: Oh.")


@pytest.mark.parametrize("data", [b"", b"<html>", b"[1]", b"null", b"{" * (MAX_BODY_BYTES + 1)])
def test_what_is_no_reply_is_garbled(data: bytes) -> None:
    assert summary(data).failed is TierGarbled


def test_half_an_emoji_waits_for_the_other() -> None:
    said = say("\N{GRINNING FACE}")
    halves = (
        said.replace("\N{GRINNING FACE}".encode(), rb"\ud83d"),
        said.replace("\N{GRINNING FACE}".encode(), rb"\ude00"),
    )
    heard = summary(begin(), *halves, finish(), STOPPED)
    assert heard == Heard((Text("\N{GRINNING FACE}"), STOP))
