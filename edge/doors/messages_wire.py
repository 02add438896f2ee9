"""A reply in the words of Anthropic's Messages: events for a stream, one body for JSON. Pure.

    message_start ─► (content_block_start ─► content_block_delta * ─► content_block_stop) *
                  ─► message_delta ─► message_stop          or error, and then nothing

Each event has its name twice: clients drop one without an `event:` line.
"""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from edge.core.accounting import Account
from edge.core.events import Emit, End
from edge.core.types import FinishReason, Json, Usage
from edge.doors.messages_blocks import Blocks, Content
from edge.doors.messages_count import estimate_input
from edge.doors.messages_errors import error_body, to_wire
from edge.doors.messages_request import MessagesRequest
from edge.report import chunk_trace, reply_report

_STOPS = {
    FinishReason.STOP: "end_turn",
    FinishReason.LENGTH: "max_tokens",
    FinishReason.TOOL_CALLS: "tool_use",
    FinishReason.CONTENT_FILTER: "refusal",
}
# What Claude's platform says about the end: members of it here too, not of `provider_extra`.
_OF_THE_END = ("stop_sequence", "stop_details", "container")
# What servers of other dialects call the stop that was met: vLLM, SGLang.
_STOP_MET = ("stop_reason", "matched_stop")


def sse(event: Json) -> bytes:
    name: str = event["type"]
    return b"event: " + name.encode() + b"\ndata: " + orjson.dumps(event) + b"\n\n"


class MessageEvents:
    """Turns the actions of one reply into server-sent events."""

    keep_alive = sse({"type": "ping"})

    def __init__(self, asked: MessagesRequest, account: Account) -> None:
        self._asked = asked
        self._account = account
        self._has_begun = False
        self._blocks = _blocks_of(asked)

    def emit(self, emit: Emit) -> bytes:
        trace = self._asked.request.options.trace
        beginning = self._begun({"prelude": chunk_trace(emit)} if trace else {})
        return beginning + b"".join(map(sse, self._blocks.feed(emit)))

    def end(self, end: End) -> bytes:
        """The last events; of an end that is none of the dialect's, the error alone."""
        request = self._asked.request
        report = {"prelude": reply_report(self._account, trace=request.options.trace)}
        if not end.is_good:
            return sse({**error_body(to_wire(end.error), request.id), **report})
        last = b"".join(map(sse, self._blocks.close()))
        usage = messages_usage(self._account.usage())
        ending, extra = _ending(end, self._blocks, self._asked.request.sampling.stop)
        # The report is on both: of the last event the SDK's stream helper shows nothing of ours.
        delta = {"type": "message_delta", "delta": ending, "usage": usage, **extra, **report}
        return self._begun({}) + last + sse(delta) + sse({"type": "message_stop", **report})

    def _begun(self, trace: Json) -> bytes:
        if self._has_begun:
            return b""
        self._has_begun = True
        # How much was read of a cache is known at the end.
        usage = messages_usage(Usage(estimate_input(self._asked.request), 1))
        message = {**_envelope(self._asked), "content": [], "stop_reason": None}
        message |= {"stop_sequence": None, "usage": usage}
        return sse({"type": "message_start", "message": message, **trace})


class MessageBody:
    """Collects one reply into a JSON message."""

    def __init__(self, asked: MessagesRequest, account: Account) -> None:
        self._asked = asked
        self._account = account
        self._blocks = _blocks_of(asked, is_whole=True)
        self._content = Content()

    def emit(self, emit: Emit) -> None:
        self._content.add(self._blocks.feed(emit))

    def end(self, end: End) -> Json:
        """The message. Only for a reply that came to a good end."""
        self._content.add(self._blocks.close())
        ending, extra = _ending(end, self._blocks, self._asked.request.sampling.stop)
        return {
            **_envelope(self._asked),
            "content": self._content.whole(),
            **ending,
            "usage": messages_usage(self._account.usage()),
            **extra,
            "prelude": reply_report(self._account, trace=self._asked.request.options.trace),
        }


def _blocks_of(asked: MessagesRequest, *, is_whole: bool = False) -> Blocks:
    request = asked.request
    return Blocks(request.id, trace=request.options.trace and not is_whole)


def _envelope(asked: MessagesRequest) -> dict[str, Json]:
    request = asked.request
    return {
        "id": f"msg_{request.id}",
        "type": "message",
        "role": "assistant",
        "model": request.model,
    }


def _ending(end: End, blocks: Blocks, stops: Sequence[str]) -> tuple[Json, Json]:
    """Why it ended, and what a platform returned beyond that. Some hosts end a reply that is a call
    as if it were words."""
    extra = dict(blocks.extra)
    known = {key: extra.pop(key) for key in _OF_THE_END if key in extra}
    for name in _STOP_MET:
        if extra.get(name) in stops:
            known.setdefault("stop_sequence", extra.pop(name))
    reason = _STOPS[end.reason]
    if reason == "end_turn":
        reason = "stop_sequence" if known.get("stop_sequence") else reason
        reason = "tool_use" if blocks.has_calls else reason
    ending = {"stop_reason": reason, "stop_sequence": None, **known}
    return ending, {"provider_extra": extra} if extra else {}


def messages_usage(usage: Usage) -> Json:
    """What was read from a cache, and written to one, is counted beside the input here."""
    return {
        "input_tokens": max(0, usage.input - usage.cached - usage.cache_write),
        "cache_creation_input_tokens": usage.cache_write,
        "cache_read_input_tokens": usage.cached,
        "output_tokens": usage.output,
        "output_tokens_details": {"thinking_tokens": usage.reasoning},
    }
