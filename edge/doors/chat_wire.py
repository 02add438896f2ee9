"""A reply in the words of OpenAI chat completions: chunks for a stream, one body for JSON. Pure."""

from __future__ import annotations

import secrets
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
)
from edge.doors.chat_request import ChatRequest
from edge.doors.choices import Choices
from edge.doors.openai_words import DONE, KEEP_ALIVE, broken_off, sse, usage_chunk, whole_body
from edge.doors.paragraphs import Paragraphs
from edge.report import chunk_trace, reply_report

_ANY_TEXT = "\0"
_PAD_TO = 64  # bytes
_CHUNK, _BODY = "chat.completion.chunk", "chat.completion"
_FINISHES = {
    FinishReason.STOP: "stop",
    FinishReason.LENGTH: "length",
    FinishReason.TOOL_CALLS: "tool_calls",
    FinishReason.CONTENT_FILTER: "content_filter",
}


class ChatChunks:
    """Turns the actions of one reply into server-sent events. It may be one of several, that come
    mixed: each is told by its `index`, and all are `created` together."""

    keep_alive = KEEP_ALIVE

    def __init__(
        self, asked: ChatRequest, account: Account, index: int = 0, created: int | None = None
    ) -> None:
        self._asked = asked
        self._account = account
        self._index = index
        self._has_begun = False
        self._paragraphs = Paragraphs()
        self._envelope = envelope(asked, _CHUNK, created)
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
        return self._sse(self._chunk(delta, logprobs=logprobs, extra=extra))

    def _is_plain(self, emit: Emit) -> bool:
        is_text = isinstance(emit.piece, Text) and not emit.piece.logprobs
        has_more = self._asked.request.options.trace or self._asked.pads
        return is_text and self._has_begun and not has_more

    def end(self, end: End) -> bytes:
        """The last events: a finish and `[DONE]`, or the error and no `[DONE]`."""
        report = reply_report(self._account, trace=self._asked.request.options.trace)
        if end.reason not in _FINISHES:
            return broken_off(end.error, report)
        if not self._asked.include_usage:
            return self.finish(end, report) + DONE
        return self.finish(end) + self._usage(report) + DONE

    def finish(self, end: End, report: Json = None) -> bytes:
        """Only of a good end."""
        is_told_here = report is not None and not self._asked.include_usage
        extra = {"prelude": report} if is_told_here else None
        return self._sse(self._chunk({}, finish=_FINISHES[end.reason], extra=extra))

    def _usage(self, report: Json) -> bytes:
        return self._sse(usage_chunk(self._envelope, self._account.usage(), report))

    def last_words(self) -> bytes:
        return b""

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
        choice = {
            "index": self._index,
            "delta": delta,
            "logprobs": logprobs,
            "finish_reason": finish,
        }
        chunk = {**self._envelope, "choices": [choice], **(extra or {})}
        if self._asked.include_usage:
            chunk["usage"] = None
        return chunk

    def _sse(self, data: Json) -> bytes:
        return sse(padded(data) if self._asked.pads else data)


class ChatBody:
    """Collects one reply into a JSON completion, or into the choice `index` of one."""

    def __init__(self, asked: ChatRequest, account: Account, index: int = 0) -> None:
        self._asked = asked
        self._account = account
        self._index = index
        self._text: list[str] = []
        self._thinking: list[str] = []
        self._logprobs: list[TokenLogprob] = []
        self._tools: dict[int, Json] = {}
        self._paragraphs = Paragraphs()
        self.extra: Json = {}

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
                self.extra |= data
            case _:
                pass

    def end(self, end: End) -> Json:
        """The completion. Only for a reply that came to a good end."""
        report = reply_report(self._account, trace=self._asked.request.options.trace)
        head, usage = envelope(self._asked, _BODY), self._account.usage()
        return whole_body(head, [self.choice(end)], usage, report, self.extra)

    def choice(self, end: End) -> Json:
        message: Json = {
            "role": "assistant",
            "content": "".join(self._text) if self._text or not self._tools else None,
            "refusal": None,
        }
        if self._thinking:
            message["reasoning_content"] = "".join(self._thinking)
        if self._tools:
            message["tool_calls"] = [call for _, call in sorted(self._tools.items())]
        return {
            "index": self._index,
            "message": message,
            "logprobs": chat_logprobs(self._logprobs),
            "finish_reason": _FINISHES[end.reason],
        }


def chat_choices(asked: ChatRequest) -> Choices:
    created = int(time.time())
    return Choices(
        count=asked.choices,
        chunk=envelope(asked, _CHUNK, created),
        whole=envelope(asked, _BODY, created),
        include_usage=asked.include_usage,
        voice=lambda account, index: ChatChunks(asked, account, index, created),
        body=lambda account, index: ChatBody(asked, account, index),
    )


def envelope(asked: ChatRequest, kind: str, created: int | None = None) -> dict[str, Json]:
    return {
        "id": f"chatcmpl-{asked.request.id}",
        "object": kind,
        "created": int(time.time()) if created is None else created,
        "model": asked.request.model,
    }


def padded(chunk: Json) -> Json:
    """With so many letters in `obfuscation` that its length says little of the words in it.
    https://platform.openai.com/docs/api-reference/chat/create#chat-create-stream_options"""
    missing = -len(orjson.dumps(chunk)) % _PAD_TO
    return {**chunk, "obfuscation": secrets.token_urlsafe(_PAD_TO)[:missing]}


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
