"""Cohere's chat, version 2: how Command models answer, streamed or in one body.

    message-start ─► (content-start ─► content-delta * ─► content-end) *
                  ─► tool-plan-delta * ─► (tool-call-start ─► tool-call-delta * ─► tool-call-end) *
                  ─► message-end                    citation-start, citation-end: within the content

The plan that it makes before it calls tools is a thought: meant for whoever follows the model, not
for the reader of the reply. Citations come back as they were.

Usage is told twice. `tokens` is what the model read and wrote, with all that Cohere puts around
the prompt; `billed_units` is what is paid for, and so what counts here. The other comes back
beside it.

https://docs.cohere.com/v2/docs/streaming
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from adapters.answer import Answer
from adapters.event_decoder import EventDecoder
from adapters.failures import broken_off
from adapters.json_events import JsonEvents
from adapters.lenient_json import Halves
from adapters.members import count_in, name_in, number_in, object_in, objects_in, text_in
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

# Every other word means that the platform considers the reply whole, whatever it calls that.
_FINISH = {"MAX_TOKENS": FinishReason.LENGTH, "TOOL_CALL": FinishReason.TOOL_CALLS}
_GAVE_UP = ("ERROR", "TIMEOUT")


@dataclass(slots=True)
class _ToolCall:
    number: int
    argued: bool = False
    halves: Halves = field(default_factory=Halves)


class Decoder(EventDecoder):
    """Reads one answer, streamed or not; see `adapters.dialect.Decoder` for its manners."""

    def __init__(self, tier: str, /) -> None:
        super().__init__(tier, JsonEvents(tier, Answer(tier)), end="a finish reason")
        self._text, self._thought = Halves(), Halves()
        self._calls: dict[int, _ToolCall] = {}
        self._extra: dict[str, Json] = {}

    def _read(self, event: dict[str, Any]) -> Iterator[Piece]:
        kind = event.get("type")
        delta = object_in(event.get("delta"))
        said = object_in(delta.get("message"))
        index = count_in(event.get("index"))
        if kind in ("content-delta", "content-start"):
            yield from self._read_content(object_in(said.get("content")))
        elif kind == "tool-plan-delta":
            yield from self._read_thought(said.get("tool_plan"))
        elif kind == "tool-call-start":
            for call in _each(said.get("tool_calls")):
                yield from self._begin(index, call)
        elif kind == "tool-call-delta":
            for call in _each(said.get("tool_calls")):
                yield from self._argue(index, object_in(call.get("function")).get("arguments"))
        elif kind == "tool-call-end":
            yield from self._finish(index)
        elif kind == "citation-start":
            self._take_citations(said.get("citations"))
        elif kind == "message-start":
            self._take_id(event)
        elif kind == "message-end":
            yield from self._end(delta)
        elif isinstance(event.get("message"), dict):
            yield from self._read_body(event)
        elif kind is None and ("message" in event or "error" in event):
            self.failure = broken_off(self._tier, event)

    def _read_body(self, reply: dict[str, Any]) -> Iterator[Piece]:
        message = reply["message"]
        self._take_id(reply)
        for block in objects_in(message.get("content")):
            yield from self._read_content(block)
        yield from self._read_thought(message.get("tool_plan"))
        for index, call in enumerate(objects_in(message.get("tool_calls"))):
            yield from self._begin(index, call)
            yield from self._finish(index)
        self._take_citations(message.get("citations"))
        yield from self._end(reply)

    # -- what is said

    def _read_content(self, content: dict[str, Any]) -> Iterator[Piece]:
        yield from self._read_thought(content.get("thinking"))
        if joined := self._text.join(text_in(content.get("text"))):
            yield Text(joined)

    def _read_thought(self, thought: Json) -> Iterator[Piece]:
        if joined := self._thought.join(text_in(thought)):
            yield Thinking(joined)

    def _begin(self, index: int, call: dict[str, Any]) -> Iterator[Piece]:
        function = object_in(call.get("function"))
        begun = self._calls[index] = _ToolCall(len(self._calls))
        yield ToolDelta(begun.number, name_in(call.get("id")), name_in(function.get("name")))
        yield from self._argue(index, function.get("arguments"))

    def _argue(self, index: int, arguments: Json) -> Iterator[Piece]:
        call = self._calls.get(index)
        if call is None:
            self.failure = TierGarbled(f"{self._tier}: arguments of a call that never began")
        elif joined := call.halves.join(text_in(arguments)):
            call.argued = True
            yield ToolDelta(call.number, arguments=joined)

    def _finish(self, index: int) -> Iterator[Piece]:
        call = self._calls.get(index)
        if call is not None and not call.argued:  # none at all are none to pass
            call.argued = True
            yield ToolDelta(call.number, arguments="{}")

    # -- around it

    def _end(self, end: dict[str, Any]) -> Iterator[Piece]:
        """`end` has the reason, the usage, and what went wrong if something did."""
        reason = text_in(end.get("finish_reason"))
        counted = object_in(end.get("usage"))
        usage = _usage(counted)
        if end.get("error") or reason.startswith(_GAVE_UP):
            if usage:
                yield usage
            self.failure = self._failed(end.get("error"), reason)
            return
        if not reason:
            return
        self.complete = self.done = True
        yield Stop(_FINISH.get(reason, FinishReason.STOP))
        if counted:
            self._extra["usage"] = counted
        if self._extra:
            yield Extra(self._extra)
        if usage:
            yield usage

    def _failed(self, error: Json, reason: str) -> TierError:
        if error:
            return broken_off(self._tier, {"error": error})
        return TierUnavailable(f"{self._tier}: gave up in mid-reply ({reason})")

    def _take_id(self, holder: dict[str, Any]) -> None:
        if id_ := holder.get("id"):
            self._extra["id"] = id_

    def _take_citations(self, citations: Json) -> None:
        if told := list(_each(citations)):
            self._extra.setdefault("citations", []).extend(told)


def _each(value: Json) -> Iterator[dict[str, Any]]:
    """One object, or a list of them: in a stream it is the one, in a body the other."""
    return objects_in(value if isinstance(value, list) else [value])


def _usage(usage: dict[str, Json]) -> Usage | None:
    for kind in ("billed_units", "tokens"):
        counts = object_in(usage.get(kind))
        given = number_in(counts.get("input_tokens"))
        written = number_in(counts.get("output_tokens"))
        if given is not None and written is not None:
            return Usage(given, written, min(count_in(usage.get("cached_tokens")), given))
    return None  # absent is not zero
