"""OpenAI's Responses: how a model answers, streamed or in one body.

    response.created ─► in_progress ─► (output_item.added ─► deltas * ─► output_item.done) *
                     ─► response.completed | incomplete | failed             error: anywhere

A reply is a list of items, which may be under way at the same time: `output_index` tells them
apart. Text, refusals, summaries of thoughts and function calls are pieces as they come; each item
comes whole at its end, so that one whose deltas nobody sent is read there. Every other kind of item
(searches, calls of tools that run over there) comes back as it was, as `output`; so does a
thought that is encrypted, because the next turn wants it untouched.

A reply that is made in the background can be taken up behind any event, so each that brings text is
a checkpoint. Its usage is told at its end, and is that of the whole reply.

The terminal event has the reason and the usage, and nothing follows it. The events are numbered:
see `numbered.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from adapters.answer import Answer
from adapters.dialect import HttpCall
from adapters.event_decoder import EventDecoder
from adapters.failures import broken_off
from adapters.json_events import JsonEvents
from adapters.lenient_json import Halves
from adapters.members import (
    count_in,
    logprobs_in,
    name_in,
    number_in,
    object_in,
    objects_in,
    text_in,
)
from adapters.numbered import Numbers
from edge.core.errors import TierError, TierGarbled, TierUnavailable
from edge.core.types import (
    Checkpoint,
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

_ENDS = frozenset({"completed", "incomplete", "failed", "cancelled"})
_STEERED = "steered"  # the reply goes on in another one, of which we do not hear
_PARAGRAPH = "\n\n"  # between messages, and between thoughts: nothing else divides them

# Members of a response that the core has, and those that repeat what was asked.
_CORE = frozenset("object created_at completed_at status output usage error".split())
_ASKED = frozenset(
    "background conversation instructions max_output_tokens max_tool_calls metadata "
    "parallel_tool_calls previous_response_id prompt prompt_cache_key prompt_cache_options "
    "prompt_cache_retention reasoning safety_identifier store temperature text tool_choice tools "
    "top_logprobs top_p truncation user".split()
)


@dataclass(slots=True)
class _Item:
    """An item under way. `tool` is the number of the function call that it is."""

    tool: int | None = None
    heard: bool = False
    halves: Halves = field(default_factory=Halves)


@dataclass(frozen=True, slots=True)
class Place:
    """A checkpoint: behind the event of this number, in the message of this output index."""

    number: int
    message: int
    response: str

    def checkpoint(self) -> Checkpoint:
        return Checkpoint(f"{self.number}:{self.message}:{self.response}")

    @classmethod
    def of(cls, checkpoint: Checkpoint) -> Place:
        number, message, response = str(checkpoint.token).split(":", 2)
        return cls(int(number), int(message), response)


class Decoder(EventDecoder):
    """Reads one answer, streamed or not; see `adapters.dialect.Decoder` for its manners."""

    def __init__(self, tier: str, /) -> None:
        super().__init__(tier, JsonEvents(tier, Answer(tier)), end="a terminal event")
        self._numbers = Numbers(tier)
        self._items: dict[int, _Item] = {}
        self._tools = 0
        self._speaking: int | None = None  # the message whose text came last
        self._thinking: tuple[int, Json] | None = None  # the thought that came last
        self._logprobs: list[TokenLogprob] = []  # of tokens that are not a character yet
        self._extra: dict[str, Json] = {}
        self.checkpoint: Checkpoint | None = None
        self._background: str | None = None  # the response that is made there

    def resume(self, checkpoint: Checkpoint, /) -> None:
        place = Place.of(checkpoint)
        self.checkpoint = checkpoint
        self._background = place.response
        self._numbers.start_at(place.number + 1)
        self._speaking = place.message
        self._items[place.message] = _Item(heard=True)

    def cancel(self) -> HttpCall | None:
        if self._background is None or self.complete:
            return None
        return HttpCall(f"/responses/{quote(self._background, safe='')}/cancel", {})

    def _read(self, event: dict[str, Any]) -> Iterator[Piece]:
        if not self._numbers.is_next(event.get("sequence_number")):
            self.failure = self._numbers.failure
            return
        kind = text_in(event.get("type")).removeprefix("response.")
        index = count_in(event.get("output_index"))
        if kind in ("output_text.delta", "refusal.delta"):
            yield from self._text(index, event.get("delta"), event.get("logprobs"))
            yield from self._mark(index, event.get("sequence_number"))
        elif kind == "created":
            self._begin_response(object_in(event.get("response")))
        elif kind == "function_call_arguments.delta":
            yield from self._arguments(index, event.get("delta"))
        elif kind == "reasoning_summary_text.delta":
            yield from self._thought(index, event.get("summary_index"), event.get("delta"))
        elif kind == "reasoning_text.delta":
            yield from self._thought(index, event.get("content_index"), event.get("delta"))
        elif kind == "output_item.added":
            yield from self._begin(index, object_in(event.get("item")))
        elif kind == "output_item.done":
            yield from self._finish(index, object_in(event.get("item")))
        elif kind in _ENDS and "response" in event:
            yield from self._end(kind, object_in(event["response"]))
        elif event.get("object") == "response":
            yield from self._read_body(event)
        elif kind == "error" or event.get("error"):
            self.failure = broken_off(self._tier, event)

    def _begin_response(self, response: dict[str, Any]) -> None:
        if response.get("background") is True:
            self._background = name_in(response.get("id"))

    def _mark(self, index: int, number: Json) -> Iterator[Piece]:
        """Behind half a character there is no place to go on."""
        item = self._items.get(index)
        if self._background and item and type(number) is int and not item.halves.has_half:
            self.checkpoint = Place(number, index, self._background).checkpoint()
            yield self.checkpoint

    def _read_body(self, response: dict[str, Any]) -> Iterator[Piece]:
        for index, item in enumerate(objects_in(response.get("output"))):
            yield from self._finish(index, item)
        yield from self._end(text_in(response.get("status")), response)

    # -- items

    def _begin(self, index: int, item: dict[str, Any]) -> Iterator[Piece]:
        begun = self._items[index] = _Item()
        if item.get("type") == "function_call":
            begun.tool = self._tools
            self._tools += 1
            # Not its `id`, which is the item's: the output must name the call's.
            yield ToolDelta(begun.tool, name_in(item.get("call_id")), name_in(item.get("name")))

    def _finish(self, index: int, item: dict[str, Any]) -> Iterator[Piece]:
        """The item whole. What came of it in deltas is not read again."""
        if index not in self._items:
            yield from self._begin(index, item)
        heard = self._items[index].heard
        kind = item.get("type")
        if kind == "message":
            for part in objects_in(item.get("content")):
                if not heard:
                    said = (
                        part.get("refusal") if part.get("type") == "refusal" else part.get("text")
                    )
                    yield from self._text(index, said, part.get("logprobs"))
                self._take_annotations(index, part.get("annotations"))
        elif kind == "function_call":
            if not heard:
                yield from self._arguments(index, item.get("arguments"))
        elif kind == "reasoning":
            if not heard:
                yield from self._thoughts(index, item)
            if item.get("encrypted_content"):
                self._take_item(item)
        elif item:
            self._take_item(item)
        del self._items[index]

    def _text(self, index: int, text: Json, logprobs: Json) -> Iterator[Piece]:
        self._logprobs += logprobs_in(logprobs)
        if joined := self._join(index, text):
            if self._speaking not in (None, index):
                yield Text(_PARAGRAPH)
            self._speaking = index
            told, self._logprobs = tuple(self._logprobs), []
            yield Text(joined, told)

    def _thoughts(self, index: int, item: dict[str, Any]) -> Iterator[Piece]:
        parts = item.get("summary") or item.get("content")
        for number, part in enumerate(objects_in(parts)):
            yield from self._thought(index, number, part.get("text"))

    def _thought(self, index: int, number: Json, text: Json) -> Iterator[Piece]:
        if joined := self._join(index, text):
            if self._thinking not in (None, (index, number)):
                yield Thinking(_PARAGRAPH)
            self._thinking = (index, number)
            yield Thinking(joined)

    def _arguments(self, index: int, text: Json) -> Iterator[Piece]:
        item = self._items.get(index)
        if item is None or item.tool is None:
            self.failure = TierGarbled(f"{self._tier}: arguments of a call that never began")
        elif joined := self._join(index, text):
            yield ToolDelta(item.tool, arguments=joined)

    def _join(self, index: int, text: Json) -> str:
        if not isinstance(text, str) or not text:
            return ""
        item = self._items.setdefault(index, _Item())
        item.heard = True
        return item.halves.join(text)

    # -- around them

    def _end(self, end: str, response: dict[str, Any]) -> Iterator[Piece]:
        reason = object_in(response.get("incomplete_details")).get("reason")
        usage = _usage(object_in(response.get("usage")))
        if end not in _ENDS:
            return  # a body that tells of a reply under way
        if end in ("failed", "cancelled") or reason == _STEERED:
            if usage:
                yield usage
            self.failure = self._failed(end, response)
            return
        self.complete = self.done = True
        yield Stop(self._finish_reason(end, reason))
        known = response.keys() - _CORE - _ASKED
        self._extra |= {key: response[key] for key in known if response[key] is not None}
        if self._extra:
            yield Extra(self._extra)
        if usage:
            yield usage

    def _failed(self, end: str, response: dict[str, Any]) -> TierError:
        if end == "failed":
            return broken_off(self._tier, {"error": object_in(response.get("error"))})
        return TierUnavailable(f"{self._tier}: gave up in mid-reply ({end})")

    def _finish_reason(self, end: str, reason: Json) -> FinishReason:
        if end == "completed":
            return FinishReason.TOOL_CALLS if self._tools else FinishReason.STOP
        if reason == "content_filter":
            return FinishReason.CONTENT_FILTER
        return FinishReason.LENGTH  # whatever limit it was

    def _take_item(self, item: dict[str, Any]) -> None:
        self._extra.setdefault("output", []).append(item)

    def _take_annotations(self, index: int, annotations: Json) -> None:
        """`output_index` is the message that they belong to."""
        for annotation in objects_in(annotations):
            told = {"output_index": index, "annotation": annotation}
            self._extra.setdefault("annotations", []).append(told)


def _usage(usage: dict[str, Json]) -> Usage | None:
    """What is cached is within the input, and what was thought within the output."""
    given, written = number_in(usage.get("input_tokens")), number_in(usage.get("output_tokens"))
    if given is None or written is None:
        return None  # absent is not zero
    details = object_in(usage.get("input_tokens_details"))
    thought = object_in(usage.get("output_tokens_details")).get("reasoning_tokens")
    cached = min(count_in(details.get("cached_tokens")), given)
    stored = min(count_in(details.get("cache_write_tokens")), given - cached)
    return Usage(given, written, cached, min(count_in(thought), written), cache_write=stored)
