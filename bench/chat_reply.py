"""The objects of a chat completions reply, streamed or whole. Pure.

https://platform.openai.com/docs/api-reference/chat/object
https://platform.openai.com/docs/api-reference/chat-streaming
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FINGERPRINT = "prelude-simulator"  # in every reply: nobody shall take it for a model's


def text_delta(text: str) -> dict[str, Any]:
    return {"content": text}


def tool_delta(arguments: str) -> dict[str, Any]:
    return {"tool_calls": [{"index": 0, "function": {"arguments": arguments}}]}


def first_delta(tool_name: str | None, call_id: str) -> dict[str, Any]:
    if tool_name is None:
        return {"role": "assistant", "content": "", "refusal": None}
    call = {"index": 0, "id": call_id, "type": "function"}
    function = {"name": tool_name, "arguments": ""}
    return {"role": "assistant", "content": None, "tool_calls": [{**call, "function": function}]}


def whole_message(text: str, tool_name: str | None, call_id: str) -> dict[str, Any]:
    if tool_name is None:
        return {"role": "assistant", "content": text, "refusal": None}
    function = {"name": tool_name, "arguments": text}
    call = {"id": call_id, "type": "function", "function": function}
    return {"role": "assistant", "content": None, "tool_calls": [call]}


def usage(prompt_tokens: int, completion_tokens: int) -> dict[str, int]:
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": prompt_tokens + completion_tokens,
    }


@dataclass(frozen=True, slots=True)
class Envelope:
    """What all chunks of one reply have in common."""

    id: str
    created: int
    model: str
    include_usage: bool

    def chunk(self, delta: Mapping[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
        return self._object("chat.completion.chunk", [choice], None)

    def usage_chunk(self, counts: Mapping[str, int]) -> dict[str, Any]:
        return self._object("chat.completion.chunk", [], counts)

    def completion(
        self,
        message: Mapping[str, Any],
        finish_reason: str | None,
        counts: Mapping[str, int] | None,
    ) -> dict[str, Any]:
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": finish_reason}
        return self._object("chat.completion", [choice], counts)

    def _object(
        self, kind: str, choices: Sequence[Mapping[str, Any]], counts: Mapping[str, int] | None
    ) -> dict[str, Any]:
        usage_member = {"usage": counts} if counts or self.include_usage else {}
        return {
            "id": self.id,
            "object": kind,
            "created": self.created,
            "model": self.model,
            "system_fingerprint": FINGERPRINT,
            "choices": choices,
            **usage_member,
        }
