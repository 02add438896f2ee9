"""A reply in the words of Vercel's AI SDK: the UI message stream of `ai` 5 to 7. Pure.

    start ─► start-step ─► (text-start ─► text-delta * ─► text-end, reasoning-..., tool-input-...) *
          ─► finish-step ─► finish ─► [DONE]         or message-metadata ─► error, and then nothing

Each block is a text of its own, and so an opening that stands by itself is one; it is marked, and
left out when the page sends it back. Where the answer contradicts the opening, `reset-step` takes
back all that the step has shown, and the answer is told from its beginning. Thoughts that were told
by then are told again.

A reply that breaks off, at its deadline too, ends in an `error`. There is never an `abort`: clients
take that for a good end.

https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import orjson

from edge.core.accounting import Account
from edge.core.events import Emit, End, Role
from edge.core.types import Extra, FinishReason, Json, Text, Thinking, ToolDelta
from edge.doors.openai_errors import to_wire
from edge.doors.openai_words import DONE, KEEP_ALIVE, sse
from edge.doors.ui_parts import COMMENTARY
from edge.doors.ui_request import UiRequest
from edge.report import chunk_trace, reply_report

HEADERS = {"x-vercel-ai-ui-message-stream": "v1"}
_FINISHES = {
    FinishReason.STOP: "stop",
    FinishReason.LENGTH: "length",
    FinishReason.TOOL_CALLS: "tool-calls",
    FinishReason.CONTENT_FILTER: "content-filter",
}


@dataclass(slots=True)
class _Open:
    """The text or the thoughts that are being told; `kind` is their word in the protocol."""

    kind: str
    id: str
    block: int


@dataclass(slots=True)
class _Call:
    id: str
    name: str
    arguments: str = ""


class UiChunks:
    """Turns the actions of one reply into server-sent events."""

    keep_alive = KEEP_ALIVE

    def __init__(self, asked: UiRequest, account: Account) -> None:
        self._asked = asked
        self._account = account
        self._trace = asked.request.options.trace
        self._has_begun = False
        self._parts = 0
        self._open: _Open | None = None
        self._calls: dict[int, _Call] = {}
        self._thoughts: list[str] = []  # that a reset would take back
        self._may_reset = True  # until the answer's first word
        self._extra: dict[str, Json] = {}

    def emit(self, emit: Emit) -> bytes:
        return _events([*self._begin(), *self._told(emit)])

    def end(self, end: End) -> bytes:
        """The last events: a finish and `[DONE]`, or the error and neither."""
        report = {"prelude": reply_report(self._account, trace=self._trace)}
        if end.reason not in _FINISHES:
            text = to_wire(end.error).message
            metadata = {"type": "message-metadata", "messageMetadata": report}
            return _events([metadata, {"type": "error", "errorText": text}])
        if self._extra:
            report["provider_extra"] = self._extra
        finish = {"finishReason": _FINISHES[end.reason], "messageMetadata": report}
        told = [*self._begin(), *self._close(), *self._close_calls()]
        return _events([*told, {"type": "finish-step"}, {"type": "finish", **finish}]) + DONE

    def _begin(self) -> Iterator[Json]:
        if not self._has_begun:
            self._has_begun = True
            yield {"type": "start", "messageId": self._asked.message_id}
            yield {"type": "start-step"}

    def _told(self, emit: Emit) -> Iterator[Json]:
        match emit.piece:
            case Text(text=text):
                if emit.corrects:
                    yield from self._reset()
                yield from self._text(emit, text)
            case Thinking(text=text):
                if self._may_reset:
                    self._thoughts.append(text)
                yield from self._delta("reasoning", emit.block, text)
            case ToolDelta() as delta:
                yield from self._close()
                yield from self._tool(delta)
            case Extra(data=data):
                self._extra |= data
            case _:
                pass

    def _text(self, emit: Emit, text: str) -> Iterator[Json]:
        marks: dict[str, Json] = {}
        if emit.ends_block:
            marks |= COMMENTARY["prelude"]
        if self._trace:
            marks |= chunk_trace(emit)
        yield from self._delta("text", emit.block, text, {"prelude": marks} if marks else None)
        if emit.ends_block:
            yield from self._close()
        if emit.role is not Role.DRAFT:
            self._may_reset = False
            self._thoughts.clear()

    def _reset(self) -> Iterator[Json]:
        self._open = None
        yield {"type": "reset-step"}
        if self._thoughts:
            yield from self._delta("reasoning", 0, "".join(self._thoughts))

    def _delta(self, kind: str, block: int, delta: str, marks: Json = None) -> Iterator[Json]:
        now = self._open
        if now is None or now.kind != kind or now.block != block:
            yield from self._close()
            now = self._open = _Open(kind, f"{kind}-{self._parts}", block)
            self._parts += 1
            yield {"type": f"{kind}-start", "id": now.id}
        told = {"type": f"{kind}-delta", "id": now.id, "delta": delta}
        yield told | {"providerMetadata": marks} if marks else told

    def _close(self) -> Iterator[Json]:
        if self._open is not None:
            yield {"type": f"{self._open.kind}-end", "id": self._open.id}
            self._open = None

    def _tool(self, delta: ToolDelta) -> Iterator[Json]:
        call = self._calls.get(delta.index)
        if call is None:
            id_ = delta.id or f"call_{self._asked.request.id}_{delta.index}"
            call = self._calls[delta.index] = _Call(id_, delta.name or "")
            yield {"type": "tool-input-start", "toolCallId": call.id, "toolName": call.name}
        if delta.arguments:
            call.arguments += delta.arguments
            told = {"toolCallId": call.id, "inputTextDelta": delta.arguments}
            yield {"type": "tool-input-delta", **told}

    def _close_calls(self) -> Iterator[Json]:
        """Only at a good end: a client runs the tool as soon as it is told so."""
        for _, call in sorted(self._calls.items()):
            told = {"toolCallId": call.id, "toolName": call.name}
            try:
                given = orjson.loads(call.arguments or "{}")
            except orjson.JSONDecodeError as error:
                text = f"The arguments are not valid JSON: {error}"
                wrong = {"input": call.arguments, "errorText": text}
                yield {"type": "tool-input-error", **told, **wrong}
            else:
                yield {"type": "tool-input-available", **told, "input": given}


def _events(chunks: Iterable[Json]) -> bytes:
    return b"".join(map(sse, chunks))
