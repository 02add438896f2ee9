"""A reply as the events of OpenAI's Responses dialect, in OpenAI's order. Pure.

    response.created, response.in_progress,
      per output item: output_item.added, its deltas, its dones, output_item.done,
    response.completed | response.incomplete | response.failed

A block that is an opening becomes a message of its own with `phase: "commentary"`, which ends in
an empty line; the answer is `final_answer`. What a platform returned beyond the core is
`provider_extra` of the response that ends it.
"""

from __future__ import annotations

import time

from edge.core.accounting import Account
from edge.core.events import Emit, End, Role
from edge.core.types import Extra, FinishReason, Json, Text, Thinking, ToolDelta, Usage
from edge.doors.chat_wire import chat_logprobs
from edge.doors.openai_errors import to_wire
from edge.doors.paragraphs import BREAK
from edge.doors.responses_request import ResponsesRequest
from edge.report import chunk_trace, reply_report

_INCOMPLETE = {
    FinishReason.LENGTH: "max_output_tokens",
    FinishReason.CONTENT_FILTER: "content_filter",
}


class _Item:
    """One output item while it grows."""

    def __init__(self, item_id: str, index: int, kind: str, head: Json) -> None:
        self.id = item_id
        self.index = index
        self.kind = kind
        self.said: list[str] = []
        self.logprobs: list[Json] = []
        self.status = "in_progress"
        self._head = head

    @property
    def is_answer(self) -> bool:
        """What a later turn should remember."""
        return self.kind == "function_call" or self._head.get("phase") == "final_answer"

    def json(self) -> Json:
        said = "".join(self.said)
        match self.kind:
            case "message":
                done = self.status != "in_progress"
                content = [self.part()] if said or done else []
                body: Json = {"role": "assistant", "content": content}
            case "function_call":
                body = {"arguments": said}
            case _:
                body = {"summary": [], "content": [self.part()]}
        return {"id": self.id, "type": self.kind, "status": self.status, **self._head, **body}

    def part(self) -> Json:
        text = "".join(self.said)
        if self.kind == "reasoning":
            return {"type": "reasoning_text", "text": text}
        return {"type": "output_text", "text": text, "annotations": [], "logprobs": self.logprobs}


class ResponseEvents:
    """Turns the actions of one reply into events, numbered from 0."""

    def __init__(self, asked: ResponsesRequest) -> None:
        self._asked = asked
        self._trace = asked.request.options.trace
        self.id = f"resp_{asked.request.id}"
        self._created = int(time.time())
        self.has_ended = False
        self._number = 0
        self._items: list[_Item] = []  # finished
        self._open: _Item | None = None
        self._open_key: tuple[object, ...] = ()
        self._extra: Json = {}
        self._opening_chars = 0
        self.is_steered = False
        self.response = self._response("in_progress")  # as it was last told

    @property
    def has_calls(self) -> bool:
        return any(item.kind == "function_call" for item in (*self._items, self._open) if item)

    @property
    def is_inside_word(self) -> bool:
        """Whether what was said last may be half of one."""
        item = self._open
        if item is None or item.kind != "message" or not item.said:
            return False
        return item.said[-1][-1:].isalnum()

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
        events: list[Json] = []
        match emit.piece:
            case Text(text=text, logprobs=logprobs):
                opens = emit.role is Role.DRAFT and emit.ends_block
                phase = "commentary" if opens else "final_answer"
                item = self._item(("message", emit.block), "message", {"phase": phase}, events)
                if emit.role is Role.DRAFT:
                    self._opening_chars += len(text)
                if opens:  # most clients show all messages as one text
                    text += BREAK
                item.said.append(text)
                tokens = (chat_logprobs(logprobs) or {}).get("content", [])
                item.logprobs.extend(tokens)
                delta = {"content_index": 0, "delta": text, "logprobs": tokens}
                events.append(self._on(item, "response.output_text.delta", delta))
                if emit.ends_block:
                    self._close_item(events, "completed")
            case Thinking(text=text):
                item = self._item(("reasoning",), "reasoning", {}, events)
                item.said.append(text)
                delta = {"content_index": 0, "delta": text}
                events.append(self._on(item, "response.reasoning_text.delta", delta))
            case ToolDelta() as tool:
                head = {"call_id": tool.id, "name": tool.name}
                item = self._item(("tool", tool.index), "function_call", head, events)
                if tool.arguments:
                    item.said.append(tool.arguments)
                    delta = {"delta": tool.arguments}
                    events.append(self._on(item, "response.function_call_arguments.delta", delta))
            case Extra(data=data):
                self._extra |= data
            case _:
                pass
        if self._trace:
            for event in events:
                event["prelude"] = chunk_trace(emit)
        return events

    def end(self, end: End, account: Account) -> list[Json]:
        self.has_ended = True
        events: list[Json] = []
        whole = end.reason in (FinishReason.STOP, FinishReason.TOOL_CALLS)
        self._close_item(events, "completed" if whole else "incomplete")
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
        events: list[Json] = []
        self._close_item(events, "incomplete")
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
        response = self._response("in_progress")
        if self._open is not None:
            response["output"].append(self._open.json())
        return response

    def answer(self) -> list[Json]:
        """The items of the reply that a later turn should remember: without its opening."""
        return [item.json() for item in self._items if item.is_answer]

    def _item(self, key: tuple[object, ...], kind: str, head: Json, events: list[Json]) -> _Item:
        """The open item, if it is the one with this key; else a new one."""
        if self._open is not None and self._open_key == key:
            return self._open
        self._close_item(events, "completed")
        prefix = {"message": "msg", "function_call": "fc", "reasoning": "rs"}[kind]
        index = len(self._items)
        item = _Item(f"{prefix}_{self._asked.request.id}_{index}", index, kind, head)
        self._open, self._open_key = item, key
        added = {"output_index": index, "item": item.json()}
        events.append(self._event("response.output_item.added", added))
        if kind != "function_call":
            part = {"content_index": 0, "part": item.part()}
            events.append(self._on(item, "response.content_part.added", part))
        return item

    def _close_item(self, events: list[Json], status: str) -> None:
        item, self._open = self._open, None
        if item is None:
            return
        item.status = status
        said = "".join(item.said)
        match item.kind:
            case "message":
                text = {"content_index": 0, "text": said, "logprobs": item.logprobs}
                events.append(self._on(item, "response.output_text.done", text))
            case "function_call":
                done = {"arguments": said, "name": item.json()["name"]}
                events.append(self._on(item, "response.function_call_arguments.done", done))
            case _:
                text = {"content_index": 0, "text": said}
                events.append(self._on(item, "response.reasoning_text.done", text))
        if item.kind != "function_call":
            part = {"content_index": 0, "part": item.part()}
            events.append(self._on(item, "response.content_part.done", part))
        done = {"output_index": item.index, "item": item.json()}
        events.append(self._event("response.output_item.done", done))
        self._items.append(item)

    def _on(self, item: _Item, kind: str, members: Json) -> Json:
        return self._event(kind, {"item_id": item.id, "output_index": item.index, **members})

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
            "output": [item.json() for item in self._items],
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
            if self._opening_chars:  # of all that the messages say, one after the other
                response["prelude"]["opening"] = {"start": 0, "end": self._opening_chars}
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
