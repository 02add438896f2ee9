from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.responses_reply import Decoder
from edge.core.errors import (
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierUnavailable,
)
from edge.core.types import (
    Extra,
    FinishReason,
    Json,
    Piece,
    Stop,
    Text,
    Thinking,
    TokenLogprob,
    ToolDelta,
    Usage,
)

RECORDED = (Path(__file__).parent / "golden" / "responses" / "responses.bin").read_bytes()
HI, STOP = Text("Hi"), Stop(FinishReason.STOP)
TOOL_CALLS = Stop(FinishReason.TOOL_CALLS)


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


def event(kind: str, index: int = 0, **members: Json) -> bytes:
    data = orjson.dumps({"type": f"response.{kind}", "output_index": index, **members})
    return f"event: response.{kind}\ndata: ".encode() + data + b"\n\n"


def begin(index: int = 0, kind: str = "message", **members: Json) -> bytes:
    return event("output_item.added", index, item={"type": kind, **members})


def finish(index: int = 0, kind: str = "message", **members: Json) -> bytes:
    return event("output_item.done", index, item={"type": kind, **members})


def say(text: str, index: int = 0, **members: Json) -> bytes:
    return event("output_text.delta", index, delta=text, **members)


def end(status: str = "completed", **members: Json) -> bytes:
    return event(status, response={"object": "response", "status": status, **members})


def incomplete(reason: str) -> bytes:
    return end("incomplete", incomplete_details={"reason": reason})


def body(status: str, *output: Json, **members: Json) -> bytes:
    response = {"object": "response", "status": status, "error": None, "output": output}
    return orjson.dumps({**response, **members})


CALL = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "f"}
SPEECH = {"type": "message", "content": [{"type": "output_text", "text": "Hi"}]}

# -- recorded ----------------------------------------------------------------

WHOLE = Heard(
    (
        HI,
        Text(" there"),
        ToolDelta(0, "call_1", "f"),
        ToolDelta(0, arguments='{"a":1}'),
        TOOL_CALLS,
        Usage(11, 7, cached=4),
    )
)


def test_a_recorded_stream_is_read_the_same_at_every_cut() -> None:
    assert summary(RECORDED) == WHOLE
    assert summary(*(bytes([byte]) for byte in RECORDED)) == WHOLE
    for cut in range(len(RECORDED)):
        assert summary(RECORDED[:cut], RECORDED[cut:]) == WHOLE, f"cut at {cut}"


@pytest.mark.parametrize("line_end", [b"\r\n", b"\r"])
def test_line_ends_make_no_difference(line_end: bytes) -> None:
    data = b"\xef\xbb\xbf" + RECORDED.replace(b"\n", line_end)
    for cut in range(0, len(data), 3):
        assert summary(data[:cut], data[cut:]) == WHOLE, f"cut at {cut}"


def test_a_stream_cut_before_its_terminal_event_is_never_taken_for_whole() -> None:
    last = RECORDED.rindex(b'"sequence_number":13}') + len(b'"sequence_number":13}')
    for cut in range(last):
        assert summary(RECORDED[:cut]).failed is TierGarbled, f"cut at {cut}"
    assert summary(RECORDED[:last]) == WHOLE


def test_the_terminal_event_as_a_body_says_the_same() -> None:
    terminal = orjson.loads(RECORDED.rstrip().rpartition(b"data: ")[2])["response"]
    heard = summary(orjson.dumps(terminal))
    assert heard.pieces == (Text("Hi there"), *WHOLE.pieces[2:])
    assert heard.failed is None


def test_what_was_asked_is_not_said_back() -> None:
    assert extra_of(RECORDED) == {"id": "resp_1", "model": "m"}


@pytest.mark.parametrize("lost", range(1, 13))
def test_any_event_that_was_lost_breaks_it(lost: int) -> None:
    events = RECORDED.split(b"\n\n")
    heard = summary(b"\n\n".join(events[:lost] + events[lost + 1 :]))
    assert heard.failed is TierGarbled
    assert heard.message == f"mine/big: a gap of 1 before event {lost + 1}"


@pytest.mark.parametrize("doubled", range(14))
def test_an_event_that_comes_twice_is_read_once(doubled: int) -> None:
    events = RECORDED.split(b"\n\n")
    events.insert(doubled, events[doubled])
    assert summary(b"\n\n".join(events)) == WHOLE


# -- ends --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "meaning"),
    [
        ("max_output_tokens", FinishReason.LENGTH),
        ("max_messages", FinishReason.LENGTH),
        ("content_filter", FinishReason.CONTENT_FILTER),
        ("a_word_of_next_year", FinishReason.LENGTH),
    ],
)
def test_an_incomplete_reply_never_ends_as_if_it_were_whole(
    reason: str, meaning: FinishReason
) -> None:
    assert summary(begin(), say("Hi"), incomplete(reason)) == Heard((HI, Stop(meaning)))
    heard = summary(body("incomplete", SPEECH, incomplete_details={"reason": reason}))
    assert heard == Heard((HI, Stop(meaning)))


@pytest.mark.parametrize("terminal", [incomplete("steered"), end("cancelled")])
def test_a_reply_that_goes_on_elsewhere_or_was_stopped_is_not_whole(terminal: bytes) -> None:
    heard = summary(begin(), say("Hi"), terminal)
    assert (heard.pieces, heard.failed) == ((HI,), TierUnavailable)


@pytest.mark.parametrize("status", ["in_progress", "queued"])
def test_a_body_of_a_reply_under_way_is_not_whole(status: str) -> None:
    assert summary(body(status, SPEECH)).failed is TierGarbled


def test_a_failure_that_costs_is_billed() -> None:
    usage = {"input_tokens": 3, "output_tokens": 1}
    error = {"code": "server_error", "message": "Oh."}
    heard = summary(begin(), say("Hi"), end("failed", error=error, usage=usage))
    assert heard == Heard((HI, Usage(3, 1)), TierUnavailable, "mine/big: broke off with 500: Oh.")


@pytest.mark.parametrize(
    ("code", "status", "failed"),
    [
        ("rate_limit_exceeded", 429, TierRateLimited),
        ("insufficient_quota", 429, TierUnavailable),
        ("server_is_overloaded", 503, TierUnavailable),
        ("invalid_prompt", 400, TierRejected),
        ("invalid_image", 400, TierRejected),
        ("context_length_exceeded", 400, TierRejected),
        ("an_error_of_next_year", 500, TierUnavailable),
    ],
)
def test_a_complaint_inside_a_200_is_what_it_would_be_as_a_status_and_says_no_piece(
    code: str, status: int, failed: type[TierError]
) -> None:
    error = {"code": code, "message": "Oh."}
    created = event("created", response={"id": "r"}, sequence_number=0)
    flat = orjson.dumps({"type": "error", "sequence_number": 1, **error})
    nested = orjson.dumps({"type": "error", "sequence_number": 1, "error": error})
    expected = Heard((), failed, f"mine/big: broke off with {status}: Oh.")
    assert summary(created, end("failed", error=error)) == expected
    for complaint in (flat, nested):
        assert summary(created, b"event: error\ndata: " + complaint + b"\n\n") == expected
        assert summary(created, b"data: " + complaint + b"\n\n") == expected
    assert summary(orjson.dumps({"error": error})) == expected


def test_nothing_is_read_behind_the_end() -> None:
    assert summary(begin(), say("Hi"), end(), say("more"), incomplete("x")) == Heard((HI, STOP))


def test_a_line_that_held_words_breaks_it() -> None:
    heard = summary(begin(), say("Hi"), b'data: {"type":"respon\n\n', say("there"), end())
    assert (heard.pieces, heard.failed) == ((HI,), TierGarbled)


# -- usage -------------------------------------------------------------------


def test_usage_has_the_cached_and_the_thought_within() -> None:
    usage = {
        "input_tokens": 20,
        "input_tokens_details": {"cached_tokens": 12, "cache_write_tokens": 5},
        "output_tokens": 9,
        "output_tokens_details": {"reasoning_tokens": 6},
    }
    heard = summary(begin(), say("Hi"), end(usage=usage))
    assert heard.pieces == (HI, STOP, Usage(20, 9, 12, 6, cache_write=5))


def test_absent_usage_is_not_usage_of_nothing() -> None:
    assert summary(begin(), say("Hi"), end(usage=None)).pieces == (HI, STOP)


# -- items -------------------------------------------------------------------


def test_calls_that_interleave_are_told_apart_and_numbered_among_themselves() -> None:
    def argue(index: int, text: str) -> bytes:
        return event("function_call_arguments.delta", index, delta=text)

    heard = summary(
        begin(0, "reasoning"),
        begin(1, "function_call", call_id="a", name="f", arguments=""),
        begin(2, "function_call", call_id="b", name="g", arguments=""),
        argue(2, '{"y":'),
        argue(1, '{"x":1}'),
        argue(2, "2}"),
        end(),
    )
    assert heard.pieces == (
        ToolDelta(0, "a", "f"),
        ToolDelta(1, "b", "g"),
        ToolDelta(1, arguments='{"y":'),
        ToolDelta(0, arguments='{"x":1}'),
        ToolDelta(1, arguments="2}"),
        TOOL_CALLS,
    )


@pytest.mark.parametrize("before", [b"", begin()])
def test_arguments_of_a_call_that_never_began_break_it(before: bytes) -> None:
    heard = summary(before, event("function_call_arguments.delta", delta="{}"), end())
    assert heard == Heard((), TierGarbled, "mine/big: arguments of a call that never began")


def test_what_came_in_no_deltas_is_read_when_its_item_is_done() -> None:
    thought = {"summary": [{"text": "one"}, {"text": "two"}]}
    heard = summary(
        finish(0, "reasoning", **thought),
        begin(1),
        finish(1, content=[{"type": "output_text", "text": "Hi"}]),
        begin(2, "function_call", call_id="call_1", name="f"),
        finish(2, "function_call", call_id="call_1", name="f", arguments="{}"),
        end(),
    )
    assert heard.pieces == (
        Thinking("one"),
        Thinking("\n\n"),
        Thinking("two"),
        HI,
        ToolDelta(0, "call_1", "f"),
        ToolDelta(0, arguments="{}"),
        TOOL_CALLS,
    )


def test_thoughts_and_their_summaries_are_thinking_with_a_blank_line_between() -> None:
    def think(text: str, number: int) -> bytes:
        return event("reasoning_summary_text.delta", delta=text, summary_index=number)

    heard = summary(
        begin(0, "reasoning"),
        think("hm", 0),
        think("m", 0),
        think("ah", 1),
        event("reasoning_text.delta", 1, delta="so", content_index=0),
        end(),
    )
    thought = "".join(piece.text for piece in heard.pieces if isinstance(piece, Thinking))
    assert thought == "hmm\n\nah\n\nso"


def test_a_second_message_is_a_paragraph_of_its_own() -> None:
    heard = summary(begin(), say("I look."), begin(1), say("It", 1), say(" is.", 1), end())
    text = "".join(piece.text for piece in heard.pieces if isinstance(piece, Text))
    assert text == "I look.\n\nIt is."


def test_a_refusal_is_text() -> None:
    assert summary(begin(), event("refusal.delta", delta="No."), end()).pieces == (
        Text("No."),
        STOP,
    )
    refused = {"type": "message", "content": [{"type": "refusal", "refusal": "No."}]}
    assert summary(body("completed", refused)).pieces == (Text("No."), STOP)


def test_log_probabilities_come_with_their_words() -> None:
    told = {"token": "Hi", "logprob": -0.5, "top_logprobs": [{"token": "Ho", "logprob": -1}]}
    heard = summary(begin(), say("Hi", logprobs=[told]), end())
    assert heard.pieces[0] == Text("Hi", (TokenLogprob("Hi", -0.5, (("Ho", -1.0),)),))


def test_halves_of_a_character_are_joined_within_their_item() -> None:
    halves = rb'data: {"type":"response.output_text.delta","output_index":0,"delta":"\ud83d"}'
    other = rb'data: {"type":"response.output_text.delta","output_index":0,"delta":"\ude00"}'
    heard = summary(begin(), halves + b"\n\n", other + b"\n\n", end())
    assert heard.pieces == (Text("\U0001f600"), STOP)


def test_items_of_other_kinds_come_back_whole_with_what_is_noted_of_the_text() -> None:
    search = {"type": "web_search_call", "id": "ws_1", "status": "completed"}
    thought = {"type": "reasoning", "encrypted_content": "c2ln", "summary": []}
    note = {"type": "url_citation", "url": "https://x.test"}
    content = [{"type": "output_text", "text": "Hi", "annotations": [note]}]
    heard = extra_of(
        begin(0, "reasoning"),
        event("output_item.done", 0, item=thought),
        begin(1, "web_search_call"),
        event("output_item.done", 1, item=search),
        begin(2),
        say("Hi", 2),
        finish(2, content=content),
        end(id="resp_1", service_tier="flex", instructions="the prompt"),
    )
    assert heard == {
        "output": [thought, search],
        "annotations": [{"output_index": 2, "annotation": note}],
        "id": "resp_1",
        "service_tier": "flex",
    }
