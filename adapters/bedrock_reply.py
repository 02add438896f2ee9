"""Bedrock's Converse: how every model on AWS answers, streamed or in one body.

    messageStart ─► (contentBlockStart? ─► contentBlockDelta * ─► contentBlockStop) *
                 ─► messageStop ─► metadata                      an exception: anywhere

A reply is a list of blocks; those of text have no start. Text and tool calls are pieces; thoughts
are, too, and come back once more with their signature (`reasoningContent`), because the models
behind want both untouched in the next turn. Every other kind of block comes back as `content`.

It is whole with `messageStop`; the usage comes behind it, in `metadata`, with which it ends.

A stream is binary (`application/vnd.amazon.eventstream`), taken apart by botocore's own parser.
Every frame has its checksum: one that is wrong means that nothing behind it can be trusted, so the
stream breaks there. What a frame is, its headers say: an event, or an exception in place of one.
A frame begins with its length, of at most 24 MiB, so with a byte of 0 or 1: no other answer does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from struct import error as StructError  # noqa: N812  what it is, beside the others
from typing import Any

from adapters.failures import broken_off
from adapters.lenient_json import Halves, dumps, loads
from adapters.members import name_in, object_in
from adapters.sse import MAX_EVENT_BYTES
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

EVENT_STREAM = "application/vnd.amazon.eventstream"
MAX_BODY_BYTES = 16 << 20

_BLANK = b"\xef\xbb\xbf \t\r\n"  # a byte-order mark too: no answer begins with its bytes

# Every other word means that the platform considers the reply whole, whatever it calls that.
_FINISH = {
    "max_tokens": FinishReason.LENGTH,
    "model_context_window_exceeded": FinishReason.LENGTH,
    "tool_use": FinishReason.TOOL_CALLS,
    "guardrail_intervened": FinishReason.CONTENT_FILTER,
    "content_filtered": FinishReason.CONTENT_FILTER,
}
_GAVE_UP = frozenset({"malformed_model_output", "malformed_tool_use"})

# Members of the last event, or of a body, that the core has.
_CORE = frozenset({"output", "stopReason", "usage", "p"})  # "p" is padding
_COUNTED = frozenset(
    "inputTokens outputTokens totalTokens cacheReadInputTokens cacheWriteInputTokens".split()
)


@dataclass(slots=True)
class _Block:
    """A block under way. `started`: an event said what it is; text needs none. `tool` is the number
    of the tool call that it is."""

    started: bool = False
    tool: int | None = None
    has_arguments: bool = False
    halves: Halves = field(default_factory=Halves)
    thoughts: list[str] = field(default_factory=list)
    signature: str | None = None


class Decoder:
    """Reads one answer, streamed or not; see `adapters.dialect.Decoder` for its manners."""

    def __init__(self, tier: str, /) -> None:
        # 10 ms, once, that only those pay who call Bedrock.
        from botocore.eventstream import EventStreamBuffer

        self.failure: TierError | None = None
        self.complete = False
        self.done = False
        self.skipped = 0
        self._tier = tier
        self._frames = EventStreamBuffer()
        self._waiting = 0  # bytes that came since the last frame
        self._body: bytearray | None = None
        self._has_begun = False
        self._blocks: dict[int, _Block] = {}
        self._tools = 0
        self._usage: Usage | None = None
        self._extra: dict[str, Json] = {}

    def feed(self, data: bytes, /) -> list[Piece]:
        if self.done or self.failure:
            return []
        if not self._has_begun:
            data = data.lstrip(_BLANK)
            if not data:
                return []
            self._begin(data[:1])
        if self._body is not None:
            self._collect(self._body, data)
            return []
        return [] if self.failure else list(self._read_frames(data))

    def close(self) -> list[Piece]:
        pieces: list[Piece] = []
        if self._body is not None and not self.failure:
            pieces += self._read_body(bytes(self._body))
        if self.failure:
            raise self.failure
        if not self.complete:
            raise TierGarbled(f"{self._tier}: the reply ended without a stop reason")
        return [*pieces, *self._epilogue()]

    def _begin(self, first: bytes) -> None:
        self._has_begun = True
        if first in (b"{", b"["):
            self._body = bytearray()
        elif first == b"<":
            self.failure = TierGarbled(f"{self._tier}: a page of markup where a reply should be")
        elif first > b"\x01":
            self.failure = TierGarbled(f"{self._tier}: neither an event stream nor JSON")

    def _collect(self, body: bytearray, data: bytes) -> None:
        body += data
        if len(body) > MAX_BODY_BYTES:
            body.clear()
            self.failure = TierGarbled(f"{self._tier}: a reply of more than {MAX_BODY_BYTES} bytes")

    # -- frames

    def _read_frames(self, data: bytes) -> Iterator[Piece]:
        from botocore.eventstream import ParserError

        self._frames.add_data(data)
        self._waiting += len(data)
        try:
            for frame in self._frames:
                self._waiting = 0
                yield from self._read_frame(frame.headers, frame.payload)
                if self.done or self.failure:
                    yield from self._epilogue()
                    return
        # Headers that are wrong under a right checksum end in one of the others.
        except (ParserError, StructError, KeyError, IndexError, UnicodeDecodeError) as error:
            self._break(error, str(error) if isinstance(error, ParserError) else "")
            yield from self._epilogue()
        if self._waiting > MAX_EVENT_BYTES:  # botocore's own limit is 24 MB, which it copies anew
            what = f"an event of more than {MAX_EVENT_BYTES} bytes"  # with every read
            self.failure = self.failure or TierGarbled(f"{self._tier}: {what}")

    def _break(self, error: Exception, why: str) -> None:
        if self.complete:  # behind the stop reason no word is lost
            self.skipped += 1
            self.done = True
            return
        why = why or type(error).__name__
        self.failure = TierGarbled(f"{self._tier}: a frame that is broken: {why}")
        self.failure.__cause__ = error

    def _read_frame(self, headers: Mapping[str, Any], payload: bytes) -> Iterator[Piece]:
        kind = headers.get(":message-type")
        if kind == "error":
            code, message = headers.get(":error-code"), headers.get(":error-message")
            self.failure = broken_off(self._tier, {"type": code, "message": message})
            return
        said: Json = None
        with suppress(ValueError):
            said = loads(payload)
        if kind == "exception":
            about = (
                said if isinstance(said, dict) else {"message": payload.decode(errors="replace")}
            )
            self.failure = broken_off(self._tier, {**about, "type": headers.get(":exception-type")})
        elif isinstance(said, dict):
            yield from self._read_event(headers.get(":event-type"), said)
        elif self.complete:
            self.skipped += 1  # behind the stop reason: no word is lost with it
        else:
            size = len(payload)
            self.failure = TierGarbled(f"{self._tier}: an event of {size} bytes that is no JSON")

    def _read_event(self, kind: Json, event: dict[str, Any]) -> Iterator[Piece]:
        if kind == "contentBlockDelta":
            if not self.complete:
                yield from self._read_delta(_index(event), object_in(event.get("delta")))
        elif kind == "contentBlockStart":
            if not self.complete:
                yield from self._read_start(_index(event), object_in(event.get("start")))
        elif kind == "contentBlockStop":
            yield from self._read_stop(_index(event))
        elif kind == "messageStop":
            yield from self._read_end(event)
        elif kind == "metadata":
            self._take(event)
        self.done = self.complete and self._usage is not None

    # -- one body

    def _read_body(self, body: bytes) -> Iterator[Piece]:
        try:
            reply = object_in(loads(body))
        except ValueError as error:
            self.failure = TierGarbled(f"{self._tier}: {len(body)} bytes that are no JSON")
            self.failure.__cause__ = error
            return
        if "output" not in reply:
            self.failure = broken_off(self._tier, reply)
            return
        content = object_in(object_in(reply["output"]).get("message")).get("content")
        for index, block in enumerate(content if isinstance(content, list) else ()):
            yield from self._read_block(index, object_in(block))
        yield from self._read_end(reply)
        self._take(reply)

    def _read_block(self, index: int, block: dict[str, Any]) -> Iterator[Piece]:
        """A block that is whole, as its events would say it."""
        match block:
            case {"text": text}:
                yield from self._read_delta(index, {"text": text})
            case {"toolUse": dict(call)}:
                yield from self._read_start(index, block)
                if given := call.get("input"):
                    arguments = dumps(given).decode()
                    yield from self._read_delta(index, {"toolUse": {"input": arguments}})
            case {"reasoningContent": {"reasoningText": dict(thought)}}:
                for member in ("text", "signature"):
                    said = {member: thought.get(member)}
                    yield from self._read_delta(index, {"reasoningContent": said})
            case {"reasoningContent": _}:
                yield from self._read_delta(index, block)
            case {"citationsContent": {"content": list(texts), **rest}}:
                for text in texts:
                    yield from self._read_delta(index, {"text": object_in(text).get("text")})
                citations = rest.get("citations")
                for citation in citations if isinstance(citations, list) else ():
                    yield from self._read_delta(index, {"citation": citation})
            case _:
                self._tell("content", block)
        yield from self._read_stop(index)

    # -- blocks

    def _read_start(self, index: int, start: dict[str, Any]) -> Iterator[Piece]:
        block = self._blocks[index] = _Block(started=True)
        match start:
            # A call of the platform's own tools has a type, and is nobody else's to answer.
            case {"toolUse": dict(call)} if call.get("type") is None:
                block.tool = self._tools
                self._tools += 1
                yield ToolDelta(
                    block.tool, name_in(call.get("toolUseId")), name_in(call.get("name"))
                )
            case _ if start:
                self._tell("content", {"contentBlockIndex": index, **start})

    def _read_delta(self, index: int, delta: dict[str, Any]) -> Iterator[Piece]:
        block = self._blocks.setdefault(index, _Block())
        match delta:
            case {"text": text}:
                if said := _joined(block, text):
                    yield Text(said)
            case {"toolUse": _} if not block.started:
                self.failure = TierGarbled(f"{self._tier}: arguments of a call that never began")
            case {"toolUse": dict(call)} if block.tool is not None:
                if said := _joined(block, call.get("input")):
                    block.has_arguments = True
                    yield ToolDelta(block.tool, arguments=said)
            case {"reasoningContent": dict(thought)}:
                yield from self._read_thought(block, thought)
            case {"citation": citation}:
                self._tell("citations", {"block": index, "citation": citation})
            case _ if delta:
                self._tell("content", {"contentBlockIndex": index, **delta})

    def _read_thought(self, block: _Block, thought: dict[str, Any]) -> Iterator[Piece]:
        if said := _joined(block, thought.get("text")):
            block.thoughts.append(said)
            yield Thinking(said)
        block.signature = name_in(thought.get("signature")) or block.signature
        if hidden := thought.get("redactedContent"):
            self._tell("reasoningContent", {"redactedContent": hidden})

    def _read_stop(self, index: int) -> Iterator[Piece]:
        block = self._blocks.pop(index, None)
        if block is None:
            return
        if block.tool is not None and not block.has_arguments:
            yield ToolDelta(block.tool, arguments="{}")  # none at all are none to pass
        if block.thoughts or block.signature:
            thought = {"text": "".join(block.thoughts), "signature": block.signature}
            self._tell("reasoningContent", {"reasoningText": thought})

    # -- around them

    def _read_end(self, end: dict[str, Any]) -> Iterator[Piece]:
        reason = end.get("stopReason")
        if not isinstance(reason, str) or self.complete:
            return
        if reason in _GAVE_UP:
            self.failure = TierUnavailable(f"{self._tier}: gave up in mid-reply ({reason})")
            return
        self.complete = True
        if fields := end.get("additionalModelResponseFields"):
            self._extra["additionalModelResponseFields"] = fields
        yield Stop(_FINISH.get(reason, FinishReason.STOP))

    def _take(self, told: dict[str, Any]) -> None:
        """What is told of a reply beside its words."""
        counts = object_in(told.get("usage"))
        self._usage = _usage(counts) or self._usage
        self._extra |= {key: told[key] for key in told.keys() - _CORE if told[key] is not None}
        if rest := {key: counts[key] for key in counts.keys() - _COUNTED if counts[key]}:
            self._extra["usage"] = rest

    def _tell(self, kind: str, what: Json) -> None:
        self._extra.setdefault(kind, []).append(what)

    def _epilogue(self) -> Iterator[Piece]:
        if self._extra:
            yield Extra(self._extra)
        if self._usage:
            yield self._usage
        self._extra, self._usage = {}, None


def _usage(counts: dict[str, Any]) -> Usage | None:
    """Cached tokens are counted apart here, and within the prompt by everybody else."""
    fresh, written = counts.get("inputTokens"), counts.get("outputTokens")
    if not isinstance(fresh, int) or not isinstance(written, int):
        return None  # absent is not zero
    cached, stored = (_count(counts.get(f"cache{kind}InputTokens")) for kind in ("Read", "Write"))
    return Usage(fresh + cached + stored, written, cached, cache_write=stored)


def _joined(block: _Block, text: Json) -> str:
    return block.halves.join(text) if isinstance(text, str) and text else ""


def _index(event: Mapping[str, Any]) -> int:
    index = event.get("contentBlockIndex")
    return index if isinstance(index, int) else 0


def _count(value: Json) -> int:
    return value if isinstance(value, int) and value > 0 else 0
