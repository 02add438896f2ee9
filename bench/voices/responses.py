"""OpenAI's Responses as a simulated platform says them over HTTP, streamed or whole.

Reason and usage are in one terminal event there, and three calls of a voice: it is said with the
usage, or at the end where none comes; never without a reason.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.chat_reply import OpenAIChat
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.responses_request import read

THOUGHT = ("Let me ", "think.")

_LIMITS = {"length": "max_output_tokens"}


class OpenAIResponses:
    """The platform."""

    paths = ("/v1/responses",)

    def __init__(self) -> None:
        self._chat = OpenAIChat()  # keys and refusals are the same

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read(body)

    def voice(self, occasion: Occasion) -> Voice:
        return ResponsesVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return self._chat.refusal(refused)

    def key(self, headers: Mapping[str, str]) -> str:
        return self._chat.key(headers)


class ResponsesVoice:
    content_type = "text/event-stream; charset=utf-8"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        self._thinks = bool((occasion.asked.options.get("reasoning") or {}).get("summary"))
        self._index = int(self._thinks)  # of the item with the reply
        self._number = 0  # of the next event
        self._said: list[str] = []
        self._reason: str | None = None
        self._output_tokens: int | None = None

    def begin(self) -> Events:
        yield self._event("created", response=self._response("in_progress", []))
        yield self._event("in_progress", response=self._response("in_progress", []))
        if self._thinks:
            yield from self._think()
        item = self._item("", "in_progress", [])
        yield self._event("output_item.added", output_index=self._index, item=item)
        if self._occasion.tool is None:
            yield self._in_item("content_part.added", content_index=0, part=_part(""))

    def say(self, text: str) -> Events:
        self._said.append(text)
        if self._occasion.tool is None:
            yield self._in_item("output_text.delta", content_index=0, delta=text, logprobs=[])
        else:
            yield self._in_item("function_call_arguments.delta", delta=text)

    def finish(self, reason: str) -> Events:
        text = "".join(self._said)
        if self._occasion.tool is None:
            yield self._in_item("output_text.done", content_index=0, text=text, logprobs=[])
            yield self._in_item("content_part.done", content_index=0, part=_part(text))
        else:
            name = self._occasion.tool
            yield self._in_item("function_call_arguments.done", name=name, arguments=text)
        item = self._item(text, "completed")
        yield self._event("output_item.done", output_index=self._index, item=item)
        self._reason = reason

    def usage(self, output_tokens: int) -> Events:
        self._output_tokens = output_tokens
        if self._reason is not None:
            yield self._end()

    def done(self) -> Events:
        if self._reason is not None:
            yield self._end()

    def error(self, trouble: Trouble) -> Events:
        refused = TROUBLES[trouble]
        error = {"code": refused.code, "message": refused.message, "param": None}
        yield self._numbered("error", error)

    def give_up(self) -> Events:
        error = {"code": "server_error", "message": "The model gave up."}
        failed = {**self._response("failed", []), "error": error}
        yield self._event("failed", response=failed)

    def empty(self) -> Events:
        yield from self.say("")

    def nothing(self) -> bytes:
        return b": keepalive\n\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        self._output_tokens = output_tokens
        output = [self._item(text, "completed")]
        if self._thinks:
            output.insert(0, self._thought())
        status = "in_progress" if reason is None else _status(reason)
        return orjson.dumps(self._response(status, output, reason))

    def _think(self) -> Events:
        place = {"item_id": f"rs_sim{self._occasion.n}", "output_index": 0, "summary_index": 0}
        whole = {"type": "summary_text", "text": "".join(THOUGHT)}
        empty = {**self._thought(), "summary": []}
        yield self._event("output_item.added", output_index=0, item=empty)
        part = {"type": "summary_text", "text": ""}
        yield self._event("reasoning_summary_part.added", **place, part=part)
        for words in THOUGHT:
            yield self._event("reasoning_summary_text.delta", **place, delta=words)
        yield self._event("reasoning_summary_text.done", **place, text="".join(THOUGHT))
        yield self._event("reasoning_summary_part.done", **place, part=whole)
        yield self._event("output_item.done", output_index=0, item=self._thought())

    def _thought(self) -> Mapping[str, Any]:
        summary = [{"type": "summary_text", "text": "".join(THOUGHT)}]
        return {"id": f"rs_sim{self._occasion.n}", "type": "reasoning", "summary": summary}

    def _end(self) -> bytes:
        reason, self._reason = self._reason or "stop", None
        output = [self._item("".join(self._said), "completed")]
        if self._thinks:
            output.insert(0, self._thought())
        status = _status(reason)
        return self._event(status, response=self._response(status, output, reason))

    @property
    def _item_id(self) -> str:
        return f"{'msg' if self._occasion.tool is None else 'fc'}_sim{self._occasion.n}"

    def _item(
        self, text: str, status: str, content: Sequence[Any] | None = None
    ) -> Mapping[str, Any]:
        item = {"id": self._item_id, "status": status}
        if self._occasion.tool is None:
            content = [_part(text)] if content is None else content
            return {**item, "type": "message", "role": "assistant", "content": content}
        call = {"call_id": self._occasion.call_id, "name": self._occasion.tool, "arguments": text}
        return {**item, "type": "function_call", **call}

    def _response(
        self, status: str, output: Sequence[Any], reason: str | None = None
    ) -> Mapping[str, Any]:
        options = self._occasion.asked.options
        limit = _LIMITS.get(reason or "")
        return {
            "id": f"resp_sim{self._occasion.n}",
            "object": "response",
            "created_at": self._occasion.created,
            "status": status,
            "model": self._occasion.asked.model,
            "output": output,
            "error": None,
            "incomplete_details": {"reason": limit} if limit else None,
            "instructions": options.get("instructions"),
            "metadata": options.get("metadata") or {},
            "parallel_tool_calls": options.get("parallel_tool_calls", True),
            "store": options.get("store", True),
            "temperature": options.get("temperature", 1.0),
            "tool_choice": options.get("tool_choice", "auto"),
            "tools": options.get("tools") or [],
            "top_p": options.get("top_p", 1.0),
            "service_tier": "default",
            "usage": None if status == "in_progress" else self._counts(),
        }

    def _counts(self) -> Mapping[str, Any] | None:
        if self._output_tokens is None:
            return None
        given = self._occasion.asked.prompt_tokens
        return {
            "input_tokens": given,
            "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
            "output_tokens": self._output_tokens,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": given + self._output_tokens,
        }

    def _in_item(self, kind: str, **members: Any) -> bytes:
        return self._event(kind, item_id=self._item_id, output_index=self._index, **members)

    def _event(self, kind: str, **members: Any) -> bytes:
        return self._numbered(f"response.{kind}", members)

    def _numbered(self, kind: str, members: Mapping[str, Any]) -> bytes:
        event = {"type": kind, **members, "sequence_number": self._number}
        self._number += 1
        return b"event: " + kind.encode() + b"\ndata: " + orjson.dumps(event) + b"\n\n"


def _status(reason: str) -> str:
    return "incomplete" if reason in _LIMITS else "completed"


def _part(text: str) -> Mapping[str, Any]:
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
