"""A reply as Anthropic's content blocks: the events that begin, fill and end them. Pure.

One block is open at a time, as that dialect has it, and a call of a tool is one. Platforms may tell
several calls by turns: while the open one's arguments are no whole object yet, whatever is not part
of it waits. Nothing is lost by that, and a call that came in order was never late.

The thoughts of Claude are signed behind their last word: clients must give both back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import orjson

from edge.core.events import Emit
from edge.core.types import Extra, Json, Text, Thinking, ToolDelta
from edge.doors.paragraphs import Paragraphs
from edge.report import chunk_trace

_NO_ID = re.compile(r"[^a-zA-Z0-9_-]")  # what an id of this dialect may not hold
_THOUGHTS = "thinking_blocks"  # in what a platform returned beyond the core


@dataclass(slots=True)
class _Block:
    """The open one. `source` is what it is made of: only its like goes on with it."""

    source: tuple[str, int]
    call: _Arguments | None = None


@dataclass(slots=True)
class _Arguments:
    parts: list[str] = field(default_factory=list)
    _known: int = 0  # parts that were looked at, and are no object
    _whole: bool = False

    @property
    def are_whole(self) -> bool:
        if not self._whole and self._known < len(self.parts):
            self._known = len(self.parts)
            self._whole = isinstance(_parsed("".join(self.parts)), dict)
        return self._whole


class Blocks:
    """Turns what is emitted into events. `extra` is what belongs to no block."""

    def __init__(self, reply_id: str, *, trace: bool = False) -> None:
        self.extra: dict[str, Json] = {}
        self.has_calls = False
        self._reply_id = reply_id
        self._trace = trace
        self._count = 0
        self._open: _Block | None = None
        self._waiting: list[Emit] = []
        self._told: set[int] = set()  # calls whose block has ended
        self._sealed: dict[int, int] = {}  # thoughts of each leg that were signed
        self._paragraphs = Paragraphs()  # clients join blocks of text as they are

    def feed(self, emit: Emit) -> list[Json]:
        if self._must_wait(emit):
            self._waiting.append(emit)
            return []
        if not self._waiting or self._goes_on(emit):
            return list(self._say(emit))
        self._waiting.append(emit)
        return list(self._say_what_waited())

    def close(self) -> list[Json]:
        """The rest, at a good end."""
        events = list(self._end_block())
        while self._waiting:
            events += self._say_what_waited()
            events += self._end_block()
        return events

    # -- order

    def _goes_on(self, emit: Emit) -> bool:
        return self._open is not None and self._open.source == _source(emit)

    def _must_wait(self, emit: Emit) -> bool:
        if self._open is None or self._open.call is None or self._goes_on(emit):
            return False
        return not self._open.call.are_whole

    def _say_what_waited(self) -> Iterator[Json]:
        said = True
        while said:
            queue, self._waiting, said = self._waiting, [], False
            for emit in queue:
                if not self._goes_on(emit) and (self._waiting or self._must_wait(emit)):
                    self._waiting.append(emit)
                else:
                    said = True
                    yield from self._say(emit)

    # -- blocks

    def _say(self, emit: Emit) -> Iterator[Json]:
        for event in self._events(emit):
            yield {**event, "prelude": chunk_trace(emit)} if self._trace else event

    def _events(self, emit: Emit) -> Iterator[Json]:
        match emit.piece:
            case Text():
                yield from self._text(emit)
            case Thinking(text=text):
                if not self._goes_on(emit):
                    yield from self._begin(
                        _source(emit), {"type": "thinking", "thinking": "", "signature": ""}
                    )
                yield self._delta({"type": "thinking_delta", "thinking": text})
            case ToolDelta() as delta:
                yield from self._call(delta)
            case Extra(data=data):
                thoughts = data.get(_THOUGHTS, [])
                for thought in thoughts[self._sealed.get(emit.leg, 0) :]:
                    yield from self._seal(emit, thought)
                self._sealed[emit.leg] = max(len(thoughts), self._sealed.get(emit.leg, 0))
                self.extra |= {key: value for key, value in data.items() if key != _THOUGHTS}
            case _:
                pass

    def _text(self, emit: Emit) -> Iterator[Json]:
        if not self._goes_on(emit):
            yield from self._begin(_source(emit), {"type": "text", "text": ""})
        yield self._delta({"type": "text_delta", "text": self._paragraphs.text(emit)})
        if emit.ends_block:
            yield from self._end_block()

    def _call(self, delta: ToolDelta) -> Iterator[Json]:
        self.has_calls = True
        if delta.index in self._told:
            return  # its object was whole: this is nothing, or no part of it
        source = ("call", delta.index)
        if self._open is None or self._open.source != source:
            id_ = _NO_ID.sub("_", delta.id or f"toolu_{self._reply_id}_{delta.index}")
            block = {"type": "tool_use", "id": id_, "name": delta.name or "", "input": {}}
            yield from self._begin(source, block, _Arguments())
        assert self._open is not None and self._open.call is not None
        if delta.arguments:
            self._open.call.parts.append(delta.arguments)
            yield self._delta({"type": "input_json_delta", "partial_json": delta.arguments})

    def _seal(self, emit: Emit, thought: Json) -> Iterator[Json]:
        """Ends the thoughts that were told, or tells those that were not."""
        if thought.get("type") != "thinking":
            yield from self._begin(("sealed", emit.leg), thought)
        else:
            if self._open is None or self._open.source != ("thinking", emit.leg):
                block = {"type": "thinking", "thinking": "", "signature": ""}
                yield from self._begin(("thinking", emit.leg), block)
            signature = thought.get("signature") or ""
            yield self._delta({"type": "signature_delta", "signature": signature})
        yield from self._end_block()

    def _begin(
        self, source: tuple[str, int], block: Json, call: _Arguments | None = None
    ) -> Iterator[Json]:
        yield from self._end_block()
        self._open = _Block(source, call)
        yield {"type": "content_block_start", "index": self._count, "content_block": block}

    def _delta(self, delta: Json) -> Json:
        return {"type": "content_block_delta", "index": self._count, "delta": delta}

    def _end_block(self) -> Iterator[Json]:
        if self._open is None:
            return
        if self._open.call is not None:
            self._told.add(self._open.source[1])
        yield {"type": "content_block_stop", "index": self._count}
        self._open = None
        self._count += 1


class Content:
    """Puts the blocks together again, for who wants them whole."""

    def __init__(self) -> None:
        self._blocks: list[Json] = []
        self._parts: list[str] = []

    def add(self, events: list[Json]) -> None:
        for event in events:
            match event:
                case {"type": "content_block_start", "content_block": block}:
                    self._blocks.append(dict(block))
                case {"type": "content_block_delta", "delta": {"signature": signature}}:
                    self._blocks[-1]["signature"] = signature
                case {"type": "content_block_delta", "delta": delta}:
                    self._parts.append(delta[_WORDS[delta["type"]]])
                case {"type": "content_block_stop"}:
                    self._fill(self._blocks[-1], "".join(self._parts))
                    self._parts.clear()

    def whole(self) -> list[Json]:
        return self._blocks

    def _fill(self, block: Json, words: str) -> None:
        match block["type"]:
            case "tool_use" if words:
                given = _parsed(words)
                block["input"] = given if isinstance(given, dict) else {}
                if block["input"] is not given:
                    block["partial_json"] = words  # cut off, or no object: not lost, not guessed at
            case "text" | "thinking":
                block[block["type"]] = words


_WORDS = {"text_delta": "text", "thinking_delta": "thinking", "input_json_delta": "partial_json"}


def _source(emit: Emit) -> tuple[str, int]:
    match emit.piece:
        case Text():
            return "text", emit.block
        case Thinking():
            return "thinking", emit.leg
        case ToolDelta(index=index):
            return "call", index
        case _:
            return "extra", emit.leg


def _parsed(text: str) -> Json:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
