"""A reply as the events of OpenAI's Responses dialect, in OpenAI's order. Pure.

    response.created, response.in_progress,
      per output item: output_item.added, its deltas, its dones, output_item.done,
    response.completed | response.incomplete | response.failed

What happens to each item is in `responses_output.py`. What a platform returned beyond the core is
`provider_extra` of the response that ends it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

from edge.core.accounting import Account
from edge.core.events import Emit, End
from edge.core.types import Extra, FinishReason, Json, Usage
from edge.doors.openai_errors import to_wire
from edge.doors.responses_output import Event, Output
from edge.doors.responses_request import ResponsesRequest
from edge.report import chunk_trace, reply_report

_INCOMPLETE = {
    FinishReason.LENGTH: "max_output_tokens",
    FinishReason.CONTENT_FILTER: "content_filter",
}


class ResponseEvents:
    """Turns the actions of one reply into events, numbered from 0."""

    def __init__(self, asked: ResponsesRequest) -> None:
        self._asked = asked
        self._trace = asked.request.options.trace
        self.id = f"resp_{asked.request.id}"
        self._created = int(time.time())
        self.has_ended = False
        self._number = 0
        self._output = Output(asked.request.id, summarizes=asked.summarizes)
        self._extra: Json = {}
        self.is_steered = False
        self.response = self._response("in_progress")  # as it was last told

    @property
    def has_calls(self) -> bool:
        return self._output.has_calls

    @property
    def is_inside_word(self) -> bool:
        """Whether what was said last may be half of one."""
        return self._output.is_inside_word

    def begin(self) -> list[Json]:
        snapshot = {"response": self._response("in_progress")}
        return [
            self._event("response.created", snapshot),
            self._event("response.in_progress", snapshot),
        ]

    def nothing(self) -> list[Json]:
        """`generate: false`: created and completed, with nothing said."""
        events = self.begin()
        self.has_ended = True
        done = {"response": self._response("completed")}
        return [*events, self._event("response.completed", done)]

    def emit(self, emit: Emit) -> list[Json]:
        if isinstance(emit.piece, Extra):
            self._extra |= emit.piece.data
        events = self._numbered(self._output.emit(emit))
        if self._trace:
            for event in events:
                event["prelude"] = chunk_trace(emit)
        return events

    def end(self, end: End, account: Account) -> list[Json]:
        self.has_ended = True
        whole = end.reason in (FinishReason.STOP, FinishReason.TOOL_CALLS)
        events = self._numbered(self._output.end("completed" if whole else "incomplete"))
        if whole:
            response = self._response("completed", account=account)
            events.append(self._event("response.completed", {"response": response}))
        elif reason := _INCOMPLETE.get(end.reason):
            details = {"incomplete_details": {"reason": reason}}
            response = self._response("incomplete", details, account)
            events.append(self._event("response.incomplete", {"response": response}))
        else:
            response = self._response("failed", {"error": _error(end.error)}, account)
            events.append(self._event("response.failed", {"response": response}))
        return events

    def steer(self, steer_id: str) -> Json:
        """What was said into it is accepted: it is to be stopped, and has a successor."""
        self.is_steered = True
        steer = {"id": steer_id, "previous_response_id": self.id}
        return self._event("response.steer.accepted", {"steer": steer})

    def cancelled(self, account: Account) -> list[Json]:
        """The caller wants no more of it: what was said stands, and is billed. The dialect has no
        event for it, only the status, and no reason but that."""
        self.has_ended = True
        events = self._numbered(self._output.end("incomplete"))
        if self.is_steered:
            details = {"incomplete_details": {"reason": "steered"}}
            response = self._response("incomplete", details, account)
        else:
            response = self._response("cancelled", None, account)
        events.append(self._event("response.incomplete", {"response": response}))
        return events

    def now(self) -> Json:
        """The response as it is, what is being said included."""
        if self.has_ended:
            return self.response
        return self._response("in_progress")

    def answer(self) -> list[Json]:
        """The items of the reply that a later turn should remember: without its opening."""
        return [item.json() for item in self._output.items if item.is_answer]

    def _numbered(self, events: Iterable[Event]) -> list[Json]:
        return [self._event(f"response.{kind}", members) for kind, members in events]

    def _event(self, kind: str, members: Json) -> Json:
        event = {"type": kind, **members, "sequence_number": self._number}
        if self._asked.lane is not None:
            event["stream_id"] = self._asked.lane
        self._number += 1
        return event

    def _response(self, status: str, changes: Json = None, account: Account | None = None) -> Json:
        asked, request = self._asked, self._asked.request
        response: Json = {
            "id": self.id,
            "object": "response",
            "created_at": self._created,
            "completed_at": int(time.time()) if status == "completed" else None,
            "status": status,
            "background": asked.background,
            "model": request.model,
            "output": [item.json() for item in self._output.items],
            "parallel_tool_calls": True,
            "previous_response_id": None,
            "tool_choice": "auto",
            "tools": [],
            "error": None,
            "incomplete_details": None,
            "instructions": None,
            "metadata": {},
            "store": asked.store,
            "temperature": request.sampling.temperature,
            "text": {"format": {"type": "text"}},
            "top_p": request.sampling.top_p,
            "truncation": "disabled",
            "max_output_tokens": request.sampling.max_tokens,
            **asked.echo,
        }
        if account is not None:
            response["usage"] = _usage(account.usage())
            response["prelude"] = reply_report(account, trace=self._trace)
            if end := self._output.opening_chars:  # of all that the messages say, one by one
                response["prelude"]["opening"] = {"start": 0, "end": end}
        if self._extra:
            response["provider_extra"] = self._extra
        self.response = response | (changes or {})
        return self.response


def _error(error: Exception | None) -> Json:
    """`code` is one of the dialect's own few; `type` is what we call it in the other ones."""
    wire = to_wire(error)
    code = "rate_limit_exceeded" if wire.status == 429 else "server_error"
    if 400 <= wire.status < 500 and wire.status != 429:
        code = "invalid_prompt"
    return {"code": code, "message": wire.message, "type": wire.type, "param": wire.param}


def _usage(usage: Usage) -> Json:
    return {
        "input_tokens": usage.input,
        "input_tokens_details": {
            "cached_tokens": usage.cached,
            "cache_write_tokens": usage.cache_write,
        },
        "output_tokens": usage.output,
        "output_tokens_details": {"reasoning_tokens": usage.reasoning},
        "total_tokens": usage.input + usage.output,
    }
