"""Anthropic's Messages: how Claude answers, streamed or in one body.

    message_start ─► (content_block_start ─► content_block_delta * ─► content_block_stop) *
                  ─► message_delta ─► message_stop          ping, error: anywhere

A reply is a list of blocks. Text and tool calls are pieces; thoughts are, too, and come back once
more with their signature (`thinking_blocks`: all of them so far, whenever one is whole), because
the API wants both untouched in the next turn. Every other kind of block (searches, their results)
comes back as it was, as `content`.

It is whole with a `stop_reason`, which comes with the final usage; `message_stop` ends the stream.
Usage comes twice, and grows: the last number of each name counts. The prompt's is given with the
first block already, so that a reply which is cut off later is billed for it.

What an event means is in its data's `type`; its name in the stream says the same, and may be lost.
An event that is no JSON may have held words: it is where the stream breaks. One that is known to
hold none is skipped, and so is what comes behind the stop reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from adapters.answer import Answer
from adapters.failures import broken_off
from adapters.json_events import JsonEvents
from adapters.lenient_json import Halves, dumps, loads
from adapters.members import name_in, object_in
from adapters.sse import SseEvent
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
_FINISH = {
    "max_tokens": FinishReason.LENGTH,
    "model_context_window_exceeded": FinishReason.LENGTH,
    "tool_use": FinishReason.TOOL_CALLS,
    "refusal": FinishReason.CONTENT_FILTER,
}
# It wants its own words back to go on, with blocks that we do not keep.
_PAUSED = "pause_turn"

_WORDLESS = frozenset({"ping", "content_block_stop", "message_stop"})  # names of events

# Members of a message, and of its usage, that the core has, or that mean nothing.
_CORE = frozenset({"type", "role", "content", "stop_reason", "usage"})
_COUNTED = frozenset(
    "input_tokens output_tokens cache_creation_input_tokens cache_read_input_tokens "
    "output_tokens_details".split()
)


@dataclass(slots=True)
class _Block:
    """A block under way. `tool` is the number of the tool call that it is."""

    start: dict[str, Any]
    tool: int | None = None
    halves: Halves = field(default_factory=Halves)
    parts: list[str] = field(default_factory=list)  # of what comes back whole


class Decoder:
    """Reads one answer, streamed or not; see `adapters.dialect.Decoder` for its manners."""

    def __init__(self, tier: str, /) -> None:
        self.failure: TierError | None = None
        self.complete = False
        self.done = False
        self.skipped = 0
        self._tier = tier
        self._answer = Answer(tier)
        self._events = JsonEvents(tier, self._answer, _WORDLESS)
        self._blocks: dict[int, _Block] = {}
        self._tools = 0
        self._counts: dict[str, Json] = {}
        self._told_prompt = False
        self._extra: dict[str, Json] = {}
        self._thoughts: list[dict[str, Any]] = []

    def feed(self, data: bytes, /) -> list[Piece]:
        if self.done or self.failure:
            return []
        pieces = list(self._read_events(self._answer.feed(data)))
        self.failure = self.failure or self._answer.failure
        return pieces

    def close(self) -> list[Piece]:
        pieces: list[Piece] = []
        if not self.done and not self.failure:
            pieces += self._read_events(self._answer.close())
        if self.failure:
            raise self.failure
        if not self.complete:
            raise TierGarbled(f"{self._tier}: the reply ended without a stop reason")
        return [*pieces, *self._epilogue()]

    def _read_events(self, events: Iterable[SseEvent]) -> Iterator[Piece]:
        for event in events:
            data = self._events.read(event)
            if data is not None:
                yield from self._read(data)
            else:
                self.failure, self.skipped = self._events.failure, self._events.skipped
            if self.done or self.failure:
                yield from self._epilogue()
                return

    def _read(self, data: dict[str, Any]) -> Iterator[Piece]:
        kind = data.get("type")
        if kind == "content_block_delta":
            if not self.complete:
                yield from self._read_delta(_index(data), object_in(data.get("delta")))
        elif kind == "content_block_start":
            if not self.complete:
                yield from self._read_start(_index(data), object_in(data.get("content_block")))
        elif kind == "content_block_stop":
            yield from self._read_stop(_index(data))
        elif kind == "message_start":
            message = object_in(data.get("message"))
            self._take_counts(message)
            self._take_extra(message)
        elif kind == "message_delta":
            self._take_counts(data)
            yield from self._read_end(object_in(data.get("delta")))
        elif kind == "message_stop":
            self.done = True
        elif kind == "message":
            yield from self._read_message(data)
        elif kind == "error" or data.get("error"):
            self.failure = broken_off(self._tier, data)

    def _read_message(self, message: dict[str, Any]) -> Iterator[Piece]:
        """The reply as one body: blocks that begin whole."""
        self._take_counts(message)
        self._told_prompt = True  # with all the rest, at the end
        content = message.get("content")
        for index, block in enumerate(content if isinstance(content, list) else ()):
            yield from self._read_start(index, object_in(block))
            yield from self._read_stop(index)
        yield from self._read_end(message)

    # -- blocks

    def _read_start(self, index: int, start: dict[str, Any]) -> Iterator[Piece]:
        if self._counts and not self._told_prompt:
            self._told_prompt = True
            yield from self._usage()
        block = self._blocks[index] = _Block(start)
        match start.get("type"):
            case "text":
                self._take_citations(index, start.get("citations"))
                yield from self._text(block, start.get("text"))
            case "thinking":
                yield from self._thinking(block, start.get("thinking"))
            case "tool_use":
                block.tool = self._tools
                self._tools += 1
                yield ToolDelta(block.tool, name_in(start.get("id")), name_in(start.get("name")))
                if given := start.get("input"):
                    yield from self._arguments(block, dumps(given).decode())

    def _read_delta(self, index: int, delta: dict[str, Any]) -> Iterator[Piece]:
        block = self._blocks.get(index)
        if block is None:  # its beginning was lost, and with it what it is
            block = self._blocks[index] = _Block({})
        kind = delta.get("type")
        if kind == "text_delta":
            yield from self._text(block, delta.get("text"))
        elif kind == "thinking_delta":
            yield from self._thinking(block, delta.get("thinking"))
        elif kind == "input_json_delta":
            yield from self._arguments(block, delta.get("partial_json"))
        elif kind == "signature_delta":
            block.start["signature"] = delta.get("signature")
        elif kind == "citations_delta":
            self._take_citations(index, [delta.get("citation")])

    def _read_stop(self, index: int) -> Iterator[Piece]:
        block = self._blocks.pop(index, None)
        if block is None:
            return
        match block.start.get("type"):
            case "text" | None:
                pass
            case "tool_use":
                if not block.parts:  # none at all are none to pass
                    yield ToolDelta(block.tool or 0, arguments="{}")
            case "thinking":
                yield self._thought({**block.start, "thinking": "".join(block.parts)})
            case "redacted_thinking":
                yield self._thought(block.start)
            case _:
                self._extra.setdefault("content", []).append(_with_input(block))

    def _text(self, block: _Block, text: Json) -> Iterator[Piece]:
        if isinstance(text, str) and text and (joined := block.halves.join(text)):
            yield Text(joined)

    def _thinking(self, block: _Block, text: Json) -> Iterator[Piece]:
        if isinstance(text, str) and text and (joined := block.halves.join(text)):
            block.parts.append(joined)
            yield Thinking(joined)

    def _arguments(self, block: _Block, text: Json) -> Iterator[Piece]:
        if not block.start:
            self.failure = TierGarbled(f"{self._tier}: arguments of a call that never began")
        elif isinstance(text, str) and text and (joined := block.halves.join(text)):
            block.parts.append(joined)
            if block.tool is not None:
                yield ToolDelta(block.tool, arguments=joined)

    def _thought(self, block: dict[str, Any]) -> Extra:
        """At once: the next block may be a call, which is not to be passed without its thoughts."""
        self._thoughts.append(block)
        return Extra({"thinking_blocks": list(self._thoughts)})

    # -- around them

    def _read_end(self, delta: dict[str, Any]) -> Iterator[Piece]:
        self._take_extra(delta)
        reason = delta.get("stop_reason")
        if not isinstance(reason, str) or self.complete:
            return
        if reason == _PAUSED:
            self.failure = TierUnavailable(f"{self._tier}: paused in mid-reply ({reason})")
            return
        self.complete = self._events.whole = True
        yield Stop(_FINISH.get(reason, FinishReason.STOP))

    def _take_counts(self, holder: Mapping[str, Any]) -> None:
        usage = object_in(holder.get("usage"))
        self._counts |= {key: value for key, value in usage.items() if value is not None}

    def _take_extra(self, holder: Mapping[str, Any]) -> None:
        self._extra |= {
            key: holder[key] for key in holder.keys() - _CORE if holder[key] is not None
        }

    def _take_citations(self, index: int, citations: Json) -> None:
        """`block` is the number of the block that they belong to."""
        for citation in citations if isinstance(citations, list) else ():
            told = {"block": index, "citation": citation}
            self._extra.setdefault("citations", []).append(told)

    def _epilogue(self) -> Iterator[Piece]:
        if rest := {key: self._counts[key] for key in self._counts.keys() - _COUNTED}:
            self._extra["usage"] = rest
        if self._extra:
            yield Extra(self._extra)
        if self.complete:
            yield from self._usage()
        self._extra, self._counts = {}, {}

    def _usage(self) -> Iterator[Usage]:
        """Cached tokens are counted apart here, and within the prompt by everybody else."""
        fresh, written = self._counts.get("input_tokens"), self._counts.get("output_tokens")
        if not isinstance(fresh, int) or not isinstance(written, int):
            return  # absent is not zero
        cached = _count(self._counts.get("cache_read_input_tokens"))
        stored = _count(self._counts.get("cache_creation_input_tokens"))
        details = object_in(self._counts.get("output_tokens_details"))
        thought = min(_count(details.get("thinking_tokens")), written)
        yield Usage(fresh + cached + stored, written, cached, thought, cache_write=stored)


def _with_input(block: _Block) -> dict[str, Any]:
    """A block that is not the core's, as it is when it is whole."""
    if not block.parts:
        return block.start
    text = "".join(block.parts)
    try:
        return {**block.start, "input": loads(text.encode())}
    except ValueError:
        return {**block.start, "input": text}


def _index(data: Mapping[str, Any]) -> int:
    index = data.get("index")
    return index if isinstance(index, int) else 0


def _count(value: Json) -> int:
    return value if isinstance(value, int) and value > 0 else 0
