"""Content blocks: nothing that was emitted is lost, whatever order a platform says it in."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.anthropic_reply import Decoder
from edge.core.accounting import Account
from edge.core.events import Emit, End, Role
from edge.core.types import (
    Extra,
    FinishReason,
    Message,
    Piece,
    Request,
    Text,
    TextPart,
    Thinking,
    ToolDelta,
)
from edge.doors.messages_blocks import Blocks, Content
from edge.doors.messages_request import MessagesRequest
from edge.doors.messages_wire import MessageBody, MessageEvents

GOLDEN = Path(__file__).parents[2] / "adapters" / "golden" / "anthropic" / "anthropic.bin"
ASKED = MessagesRequest(Request("r", "m", (Message("user", (TextPart("hi"),)),)), stream=True)
SIGNED = {"type": "thinking", "thinking": "hmm", "signature": "c2ln"}
HIDDEN = {"type": "redacted_thinking", "data": "abc"}


def said(piece: Piece, leg: int = 0, block: int = 0, *, ends_block: bool = False) -> Emit:
    return Emit(leg, "mine/big", Role.TARGET, block, piece, ends_block=ends_block)


def told(*emits: Emit, reason: FinishReason = FinishReason.STOP) -> bytes:
    events = MessageEvents(ASKED, Account(0.0, 1, {}))
    return b"".join(map(events.emit, emits)) + events.end(End(reason))


def whole(*emits: Emit, reason: FinishReason = FinishReason.STOP) -> Any:
    body = MessageBody(ASKED, Account(0.0, 1, {}))
    for emit in emits:
        body.emit(emit)
    return body.end(End(reason))


def content(*emits: Emit) -> list[Any]:
    found: list[Any] = whole(*emits)["content"]
    return found


def events_in(data: bytes) -> list[Any]:
    frames = data.decode().split("\n\n")
    return [json.loads(frame.split("data: ", 1)[1]) for frame in frames if frame]


def test_a_recorded_stream_comes_out_in_the_order_in_which_it_came_in() -> None:
    recorded = GOLDEN.read_bytes()
    decoder = Decoder("t")
    pieces = [*decoder.feed(recorded), *decoder.close()]
    again = told(*map(said, pieces), reason=FinishReason.TOOL_CALLS)

    def order(data: bytes) -> list[Any]:
        return [
            (event["type"], event.get("index"), event.get("content_block"), event.get("delta"))
            for event in events_in(data)
            if event["type"] != "ping" and (event.get("delta") or {}).get("partial_json") != ""
        ]

    assert order(again) == order(recorded)
    assert again.count(b"event: ") == len(events_in(again))


def test_an_opening_is_a_block_of_its_own_and_a_paragraph() -> None:
    opening = said(Text("Let us look."), ends_block=True)
    emits = (opening, said(Text("Tides "), 1, 1), said(Text("rise."), 1, 1))
    assert content(*emits) == [
        {"type": "text", "text": "Let us look.\n\n"},
        {"type": "text", "text": "Tides rise."},
    ]
    kinds = [event["type"] for event in Blocks("r").feed(opening)]
    assert kinds[-1] == "content_block_stop"  # a reader need not wait to know it


def test_calls_that_are_told_by_turns_are_blocks_one_after_the_other() -> None:
    emits = [
        said(ToolDelta(0, "a", "f", '{"x"')),
        said(ToolDelta(1, "b", "g", '{"y"')),
        said(ToolDelta(0, arguments=":1}")),
        said(ToolDelta(1, arguments=":2}")),
        said(Text("Done.")),
    ]
    assert content(*emits) == [
        {"type": "tool_use", "id": "a", "name": "f", "input": {"x": 1}},
        {"type": "tool_use", "id": "b", "name": "g", "input": {"y": 2}},
        {"type": "text", "text": "Done."},
    ]
    open_: list[int] = []
    for event in events_in(told(*emits)):
        if event["type"] == "content_block_start":
            assert not open_
            open_.append(event["index"])
        elif event["type"] == "content_block_stop":
            assert open_.pop() == event["index"]


def test_a_call_that_came_whole_is_followed_at_once() -> None:
    blocks = Blocks("r")
    blocks.feed(said(ToolDelta(0, "a", "f", "{}")))
    started = blocks.feed(said(ToolDelta(1, "b", "g")))
    assert [event["type"] for event in started] == ["content_block_stop", "content_block_start"]


def test_a_call_without_arguments_has_an_empty_object() -> None:
    (block,) = content(said(ToolDelta(0, "a", "f")))
    assert block["input"] == {}


def test_a_call_without_an_id_is_given_one() -> None:
    (block,) = content(said(ToolDelta(3, None, "f", "{}")))
    assert block["id"] == "toolu_r_3"


def test_an_id_of_another_platform_is_one_that_claude_would_take_back() -> None:
    (block,) = content(said(ToolDelta(0, "functions.f:0", "f", "{}")))
    assert block["id"] == "functions_f_0"


def test_arguments_that_were_cut_off_are_neither_lost_nor_guessed_at() -> None:
    (block,) = content(said(ToolDelta(0, "a", "f", '{"x": "y')))
    assert (block["input"], block["partial_json"]) == ({}, '{"x": "y')


def test_thoughts_are_sealed_by_their_signature_and_hidden_ones_are_told() -> None:
    emits = (
        said(Thinking("h")),
        said(Thinking("mm")),
        said(Extra({"thinking_blocks": [SIGNED]})),
        said(Extra({"thinking_blocks": [SIGNED, HIDDEN], "id": "x"})),
        said(Text("Hi")),
    )
    assert content(*emits) == [SIGNED, HIDDEN, {"type": "text", "text": "Hi"}]
    assert whole(*emits)["provider_extra"] == {"id": "x"}


def test_thoughts_of_which_only_the_signature_is_told_are_a_block_too() -> None:
    silent = {**SIGNED, "thinking": ""}
    assert content(said(Extra({"thinking_blocks": [silent]}))) == [silent]


def test_thoughts_of_two_legs_are_not_signed_by_one() -> None:
    emits = (
        said(Thinking("lost"), 0),
        said(Thinking("hmm"), 1),
        said(Extra({"thinking_blocks": [SIGNED]}), 1),
    )
    assert content(*emits) == [{"type": "thinking", "thinking": "lost", "signature": ""}, SIGNED]


def test_silence_is_filled_with_pings() -> None:
    assert MessageEvents.keep_alive == b'event: ping\ndata: {"type":"ping"}\n\n'


def test_why_it_ended_is_said_in_the_dialects_words() -> None:
    by_reason = {
        FinishReason.STOP: "end_turn",
        FinishReason.LENGTH: "max_tokens",
        FinishReason.TOOL_CALLS: "tool_use",
        FinishReason.CONTENT_FILTER: "refusal",
    }
    for reason, word in by_reason.items():
        assert whole(said(Text("Hi")), reason=reason)["stop_reason"] == word
    stopped = whole(said(Text("Hi")), said(Extra({"stop_sequence": "END"})))
    assert (stopped["stop_reason"], stopped["stop_sequence"]) == ("stop_sequence", "END")
    called = whole(said(ToolDelta(0, "a", "f", "{}")))
    assert called["stop_reason"] == "tool_use"  # some hosts end a call as if it were words


def test_a_reply_that_broke_ends_with_an_error_and_no_stop() -> None:
    events = events_in(told(said(Text("Hi")), reason=FinishReason.ERROR))
    assert events[-1]["type"] == "error"
    assert events[-1]["error"]["type"] == "api_error"
    assert not {"message_delta", "message_stop"} & {event["type"] for event in events}


# -- any order ---------------------------------------------------------------

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
OBJECTS = st.dictionaries(WORDS, st.integers() | WORDS, max_size=3)


@st.composite
def replies(draw: st.DrawFn) -> tuple[list[Emit], str, dict[int, Any]]:
    """Text and calls in fragments, in any order that keeps each one's own; the text; the calls."""
    calls = dict(enumerate(draw(st.lists(OBJECTS, max_size=4))))
    streams: list[list[Piece]] = [list(map(Text, draw(st.lists(WORDS, max_size=5))))]
    for index, given_ in calls.items():
        arguments = json.dumps(given_)
        cuts = sorted(draw(st.sets(st.integers(1, len(arguments)), max_size=4)))
        ends = [0, *cuts, len(arguments)]
        fragments = [arguments[a:b] for a, b in pairwise(ends)]
        first = ToolDelta(index, f"call_{index}", "f")
        streams.append([first, *(ToolDelta(index, arguments=part) for part in fragments)])
    emits = []
    while any(streams):
        stream = draw(st.sampled_from([each for each in streams if each]))
        emits.append(said(stream.pop(0)))
    text = "".join(emit.piece.text for emit in emits if isinstance(emit.piece, Text))
    return emits, text, calls


@given(replies())
def test_text_and_calls_come_out_whole_however_they_were_cut_and_mixed(
    reply: tuple[list[Emit], str, dict[int, Any]],
) -> None:
    emits, text, calls = reply
    decoder = Decoder("t")
    pieces = [*decoder.feed(told(*emits)), *decoder.close()]
    assert "".join(piece.text for piece in pieces if isinstance(piece, Text)) == text
    arguments: defaultdict[int, str] = defaultdict(str)
    names: dict[int, str] = {}
    for piece in pieces:
        if isinstance(piece, ToolDelta):
            arguments[piece.index] += piece.arguments
            names[piece.index] = piece.id or names[piece.index]
    by_id = {names[index]: json.loads(given_) for index, given_ in arguments.items()}
    assert by_id == {f"call_{index}": given_ for index, given_ in calls.items()}
    blocks = content(*emits)
    assert "".join(b["text"] for b in blocks if b["type"] == "text") == text
    inputs = {b["id"]: b["input"] for b in blocks if b["type"] == "tool_use"}
    assert inputs == by_id


def test_what_is_put_together_is_what_was_told() -> None:
    blocks, put_together = Blocks("r"), Content()
    put_together.add(blocks.feed(said(Text("Hi"))))
    put_together.add(blocks.close())
    assert put_together.whole() == [{"type": "text", "text": "Hi"}]
