"""A completion in the words of OpenAI's completions: chunks for a stream, one body for JSON. Pure.

What the model says passes a gate (`edge/core/completion_gate.py`), but not where log-probabilities
are asked for: then every token is told as it was said.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from edge.core.accounting import Account
from edge.core.completion_gate import CompletionGate
from edge.core.events import Emit, End
from edge.core.types import Extra, FinishReason, Json, Text, TokenLogprob
from edge.doors.choices import Choices
from edge.doors.completions_request import CompletionRequest
from edge.doors.openai_words import DONE, KEEP_ALIVE, broken_off, sse, usage_chunk, whole_body
from edge.report import chunk_trace, reply_report

_FINISHES = {
    FinishReason.STOP: "stop",
    FinishReason.LENGTH: "length",
    FinishReason.TOOL_CALLS: "stop",  # it was offered no tools
    FinishReason.CONTENT_FILTER: "content_filter",
}


class CompletionChunks:
    """Turns the actions of one completion into server-sent events."""

    keep_alive = KEEP_ALIVE

    def __init__(
        self,
        asked: CompletionRequest,
        account: Account,
        index: int = 0,
        created: int | None = None,
    ) -> None:
        self._asked = asked
        self._account = account
        self._index = index
        self._gate = _gate(asked)
        self._offset = 0
        self._envelope = envelope(asked, created)

    def emit(self, emit: Emit) -> bytes:
        match emit.piece:
            case Text(text=text, logprobs=logprobs):
                shown = self._gate.feed(text) if self._gate else text
                return self._event(shown, emit, logprobs) if shown else b""
            case Extra(data=data):
                return sse(self._chunk("", extra={"provider_extra": data}))
            case _:
                return b""

    def end(self, end: End) -> bytes:
        """The last events: a finish and `[DONE]`, or the error and no `[DONE]`."""
        report = reply_report(self._account, trace=self._asked.request.options.trace)
        if end.reason not in _FINISHES:
            return self.last_words() + broken_off(end.error, report)
        if not self._asked.include_usage:
            return self.finish(end, report) + DONE
        usage = usage_chunk(self._envelope, self._account.usage(), report)
        return self.finish(end) + sse(usage) + DONE

    def finish(self, end: End, report: Json = None) -> bytes:
        """Only of a good end."""
        is_told_here = report is not None and not self._asked.include_usage
        extra = {"prelude": report} if is_told_here else None
        last = sse(self._chunk("", finish=_FINISHES[end.reason], extra=extra))
        return self.last_words() + last

    def last_words(self) -> bytes:
        held = self._gate.close() if self._gate else ""
        return sse(self._chunk(held)) if held else b""

    def _event(self, text: str, emit: Emit, logprobs: Sequence[TokenLogprob]) -> bytes:
        told = completion_logprobs(logprobs, self._offset)
        self._offset += len(text)
        trace = self._asked.request.options.trace
        extra = {"prelude": chunk_trace(emit)} if trace else None
        return sse(self._chunk(text, logprobs=told, extra=extra))

    def _chunk(
        self, text: str, *, logprobs: Json = None, finish: str | None = None, extra: Json = None
    ) -> Json:
        choice = choice_of(self._index, text, logprobs, finish)
        chunk = {**self._envelope, "choices": [choice], **(extra or {})}
        if self._asked.include_usage:
            chunk["usage"] = None
        return chunk


class CompletionBody:
    """Collects one completion for a body."""

    def __init__(self, asked: CompletionRequest, account: Account, index: int = 0) -> None:
        self._asked = asked
        self._account = account
        self._index = index
        self._gate = _gate(asked)
        self._text: list[str] = []
        self._logprobs: list[TokenLogprob] = []
        self.extra: Json = {}

    def emit(self, emit: Emit) -> None:
        match emit.piece:
            case Text(text=text, logprobs=logprobs):
                self._text.append(self._gate.feed(text) if self._gate else text)
                self._logprobs.extend(logprobs)
            case Extra(data=data):
                self.extra |= data
            case _:
                pass

    def end(self, end: End) -> Json:
        """Only of a good end."""
        report = reply_report(self._account, trace=self._asked.request.options.trace)
        head, usage = envelope(self._asked), self._account.usage()
        return whole_body(head, [self.choice(end)], usage, report, self.extra)

    def choice(self, end: End) -> Json:
        if self._gate:
            self._text.append(self._gate.close())
        logprobs = completion_logprobs(self._logprobs, 0)
        return choice_of(self._index, "".join(self._text), logprobs, _FINISHES[end.reason])


def completion_choices(asked: CompletionRequest) -> Choices:
    created = int(time.time())
    head = envelope(asked, created)
    return Choices(
        count=asked.choices,
        chunk=head,
        whole=head,
        include_usage=asked.include_usage,
        voice=lambda account, index: CompletionChunks(asked, account, index, created),
        body=lambda account, index: CompletionBody(asked, account, index),
    )


def envelope(asked: CompletionRequest, created: int | None = None) -> dict[str, Json]:
    """Of a chunk and of a body alike."""
    return {
        "id": f"cmpl-{asked.request.id}",
        "object": "text_completion",
        "created": int(time.time()) if created is None else created,
        "model": asked.request.model,
    }


def choice_of(index: int, text: str, logprobs: Json, finish: str | None) -> Json:
    return {"text": text, "index": index, "logprobs": logprobs, "finish_reason": finish}


def completion_logprobs(logprobs: Sequence[TokenLogprob], offset: int) -> Json:
    """A list of each thing, side by side; `offset` is where in the text the first token stands."""
    if not logprobs:
        return None
    offsets = []
    for token in logprobs:
        offsets.append(offset)
        offset += len(token.token)
    return {
        "tokens": [token.token for token in logprobs],
        "token_logprobs": [token.logprob for token in logprobs],
        "top_logprobs": [dict(token.top) for token in logprobs],
        "text_offset": offsets,
    }


def _gate(asked: CompletionRequest) -> CompletionGate | None:
    if asked.request.sampling.logprobs:
        return None
    return CompletionGate(asked.gate, asked.suffix)
