"""Ollama's own chat: how a model answers, by the line or in one.

Every line is an object with what was said since the one before; the last one is `done`, with the
reason and the counts. A tool call comes whole. Older servers give it no id, and everybody else
needs one: it is made of the time at which its line was written.

How long loading, reading and writing took comes back as it was.

https://docs.ollama.com/api/chat
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from adapters.event_decoder import EventDecoder
from adapters.failures import broken_off
from adapters.json_events import JsonEvents
from adapters.lenient_json import Halves, dumps, mended
from adapters.members import (
    count_in,
    logprobs_in,
    name_in,
    number_in,
    object_in,
    objects_in,
    text_in,
)
from adapters.ndjson import Lines
from edge.core.errors import TierUnavailable
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

_NO_REPLY = ("load", "unload")  # what it did with the model instead of speaking
_CORE = frozenset("message done done_reason created_at logprobs".split())


class Decoder(EventDecoder):
    """Reads one answer, streamed or not; see `adapters.dialect.Decoder` for its manners."""

    def __init__(self, tier: str, /) -> None:
        super().__init__(tier, JsonEvents(tier, Lines(tier)), end="its last line")
        self._text, self._thought = Halves(), Halves()
        self._logprobs: list[TokenLogprob] = []  # of tokens that are not a character yet
        self._tools = 0

    def _read(self, line: dict[str, Any]) -> Iterator[Piece]:
        if line.get("error"):
            self.failure = broken_off(self._tier, line)
            return
        message = object_in(line.get("message"))
        self._logprobs += logprobs_in(line.get("logprobs"))
        if thought := self._thought.join(text_in(message.get("thinking"))):
            yield Thinking(thought)
        if text := self._text.join(text_in(message.get("content"))):
            told, self._logprobs = tuple(self._logprobs), []
            yield Text(text, told)
        for call in objects_in(message.get("tool_calls")):
            yield self._tool_call(call, text_in(line.get("created_at")))
        if line.get("done") is True:
            yield from self._end(line)

    def _tool_call(self, call: dict[str, Any], created_at: str) -> ToolDelta:
        number, function = self._tools, object_in(call.get("function"))
        self._tools += 1
        made = f"call_{''.join(filter(str.isdecimal, created_at))}_{number}"
        arguments = function.get("arguments")
        if isinstance(arguments, str):
            arguments = mended(arguments)
        else:
            arguments = dumps(arguments or {}).decode()
        id_ = name_in(call.get("id")) or made
        return ToolDelta(number, id_, name_in(function.get("name")), arguments)

    def _end(self, line: dict[str, Any]) -> Iterator[Piece]:
        reason = line.get("done_reason")
        if reason in _NO_REPLY:
            self.failure = TierUnavailable(f"{self._tier}: no reply, but the model's {reason}")
            return
        self.complete = self.done = True
        yield Stop(self._finish_reason(reason))
        if extra := {key: line[key] for key in line.keys() - _CORE if line[key] is not None}:
            yield Extra(extra)
        if usage := _usage(line):
            yield usage

    def _finish_reason(self, reason: Json) -> FinishReason:
        if reason == "length":
            return FinishReason.LENGTH
        return FinishReason.TOOL_CALLS if self._tools else FinishReason.STOP


def _usage(line: dict[str, Json]) -> Usage | None:
    given, written = number_in(line.get("prompt_eval_count")), number_in(line.get("eval_count"))
    if given is None or written is None:
        return None  # older servers leave out the count of a prompt that was cached: not zero
    return Usage(given, written, min(count_in(line.get("prompt_eval_cached_count")), given))
