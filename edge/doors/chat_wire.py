"""A reply in the words of OpenAI chat completions: chunks for a stream, one body for JSON. Pure.

Never an `event:` line in this dialect: the Together SDK drops such events.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import orjson

from edge.core.accounting import Account
from edge.core.events import Emit, End
from edge.core.types import (
    Extra,
    FinishReason,
    Json,
    Text,
    Thinking,
    TokenLogprob,
    ToolDelta,
    Usage,
)
from edge.doors.chat_request import ChatRequest
from edge.doors.openai_errors import to_wire
from edge.report import chunk_trace, reply_report

DONE = b"data: [DONE]\n\n"
BLOCK_BREAK = "\n\n"
_ANY_TEXT = "\0"
_FINISHES = {
    FinishReason.STOP: "stop",
    FinishReason.LENGTH: "length",
    FinishReason.TOOL_CALLS: "tool_calls",
    FinishReason.CONTENT_FILTER: "content_filter",
}


def sse(data: Json) -> bytes:
    return b"data: " + orjson.dumps(data) + b"\n\n"


class ChatChunks:
    """Turns the actions of one reply into server-sent events."""

    keep_alive = b": keepalive\n\n"

    def __init__(self, asked: ChatRequest, account: Account) -> None:
        self._asked = asked
        self._account = account
        self._has_begun = False
        self._paragraphs = _Paragraphs()
        self._envelope = {
            "id": f"chatcmpl-{asked.request.id}",
            "object": "chat.completion.chunk",
            "created": int(time.time()),
            "model": asked.request.model,
        }
        # Nearly every event is this one with another text: to write the rest of it once, and not
        # for each, saves three quarters of 4 µs.
        whole = sse(self._chunk({"content": _ANY_TEXT}))
        self._before_text, _, self._behind_text = whole.rpartition(orjson.dumps(_ANY_TEXT))

    def emit(self, emit: Emit) -> bytes:
        """The events for one piece; the first one brings the role."""
        if self._is_plain(emit):
            text = orjson.dumps(self._paragraphs.text(emit))
            return self._before_text + text + self._behind_text
        delta, logprobs = self._delta(emit)
        extra: Json = {}
        if self._asked.request.options.trace:
            extra["prelude"] = chunk_trace(emit)
        if isinstance(emit.piece, Extra):
            extra["provider_extra"] = emit.piece.data
        if not self._has_begun:
            self._has_begun = True
            delta = {"role": "assistant", "content": "", "refusal": None} | delta
        return sse(self._chunk(delta, logprobs=logprobs, extra=extra))

    def _is_plain(self, emit: Emit) -> bool:
        is_text = isinstance(emit.piece, Text) and not emit.piece.logprobs
        return is_text and self._has_begun and not self._asked.request.options.trace

    def end(self, end: End) -> bytes:
        """The last events: a finish and `[DONE]`, or the error and no `[DONE]`."""
        trace = self._asked.request.options.trace
        report = reply_report(self._account, trace=trace)
        finish = _FINISHES.get(end.reason)
        if finish is None:
            return sse(to_wire(end.error).body() | {"prelude": report})
        if not self._asked.include_usage:
            last = self._chunk({}, finish=finish, extra={"prelude": report})
            return sse(last) + DONE
        usage = {
            **self._envelope,
            "choices": [],
            "usage": chat_usage(self._account.usage()),
            "prelude": report,
        }
        return sse(self._chunk({}, finish=finish)) + sse(usage) + DONE

    def _delta(self, emit: Emit) -> tuple[Json, Json]:
        match emit.piece:
            case Text(logprobs=logprobs):
                return {"content": self._paragraphs.text(emit)}, chat_logprobs(logprobs)
            case Thinking(text=text):
                return {"reasoning_content": text}, None
            case ToolDelta() as delta:
                return {"tool_calls": [_tool_delta(delta)]}, None
            case _:
                return {}, None

    def _chunk(
        self, delta: Json, *, finish: str | None = None, logprobs: Json = None, extra: Json = None
    ) -> Json:
        choice = {"index": 0, "delta": delta, "logprobs": logprobs, "finish_reason": finish}
        chunk = {**self._envelope, "choices": [choice], **(extra or {})}
        if self._asked.include_usage:
            chunk["usage"] = None
        return chunk


class ChatBody:
    """Collects one reply into a JSON completion."""

    def __init__(self, asked: ChatRequest, account: Account) -> None:
        self._asked = asked
        self._account = account
        self._text: list[str] = []
        self._thinking: list[str] = []
        self._logprobs: list[TokenLogprob] = []
        self._tools: dict[int, Json] = {}
        self._extra: Json = {}
        self._paragraphs = _Paragraphs()

    def emit(self, emit: Emit) -> None:
        match emit.piece:
            case Text(logprobs=logprobs):
                self._text.append(self._paragraphs.text(emit))
                self._logprobs.extend(logprobs)
            case Thinking(text=text):
                self._thinking.append(text)
            case ToolDelta() as delta:
                call = self._tools.setdefault(
                    delta.index,
                    {"id": None, "type": "function", "function": {"name": "", "arguments": ""}},
                )
                call["id"] = delta.id or call["id"]
                call["function"]["name"] += delta.name or ""
                call["function"]["arguments"] += delta.arguments
            case Extra(data=data):
                self._extra |= data
            case _:
                pass

    def end(self, end: End) -> Json:
        """The completion. Only for a reply that came to a good end."""
        message: Json = {
            "role": "assistant",
            "content": "".join(self._text) if self._text or not self._tools else None,
            "refusal": None,
        }
        if self._thinking:
            message["reasoning_content"] = "".join(self._thinking)
        if self._tools:
            message["tool_calls"] = [call for _, call in sorted(self._tools.items())]
        choice = {
            "index": 0,
            "message": message,
            "logprobs": chat_logprobs(self._logprobs),
            "finish_reason": _FINISHES[end.reason],
        }
        trace = self._asked.request.options.trace
        body = {
            "id": f"chatcmpl-{self._asked.request.id}",
            "object": "chat.completion",
            "created": int(time.time()),
            "model": self._asked.request.model,
            "choices": [choice],
            "usage": chat_usage(self._account.usage()),
            "prelude": reply_report(self._account, trace=trace),
        }
        if self._extra:
            body["provider_extra"] = self._extra
        return body


class _Paragraphs:
    """Puts an empty line between blocks: as soon as one is known to be whole, so that a reader
    (or a voice) need not wait for the next to know it."""

    def __init__(self) -> None:
        self._block = 0

    def text(self, emit: Emit) -> str:
        assert isinstance(emit.piece, Text)
        text = emit.piece.text
        if emit.block > self._block:
            text = BLOCK_BREAK + text
        self._block = emit.block
        if emit.ends_block:
            self._block += 1
            text += BLOCK_BREAK
        return text


def chat_usage(usage: Usage) -> Json:
    return {
        "prompt_tokens": usage.input,
        "completion_tokens": usage.output,
        "total_tokens": usage.input + usage.output,
        "prompt_tokens_details": {"cached_tokens": usage.cached},
        "completion_tokens_details": {"reasoning_tokens": usage.reasoning},
    }


def chat_logprobs(logprobs: Sequence[TokenLogprob]) -> Json:
    if not logprobs:
        return None
    return {"content": [_logprob(token) for token in logprobs], "refusal": None}


def _logprob(token: TokenLogprob) -> Json:
    top = [
        {"token": text, "logprob": logprob, "bytes": list(text.encode())}
        for text, logprob in token.top
    ]
    return {
        "token": token.token,
        "logprob": token.logprob,
        "bytes": list(token.token.encode()),
        "top_logprobs": top,
    }


def _tool_delta(delta: ToolDelta) -> Json:
    function: Json = {"arguments": delta.arguments}
    call: Json = {"index": delta.index, "function": function}
    if delta.id is not None:
        call |= {"id": delta.id, "type": "function"}
    if delta.name is not None:
        function["name"] = delta.name
    return call
