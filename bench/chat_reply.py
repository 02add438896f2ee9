"""OpenAI's chat completions as a simulated platform says them, streamed or whole.

https://platform.openai.com/docs/api-reference/chat/object
https://platform.openai.com/docs/api-reference/chat-streaming
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.chat_request import read
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice

FINGERPRINT = "prelude-simulator"  # in every reply: nobody shall take it for a model's


class OpenAIChat:
    """The platform."""

    paths = ("/v1/chat/completions",)

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read(body)

    def voice(self, occasion: Occasion) -> Voice:
        return ChatVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps(_error(refused))

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")


class ChatVoice:
    content_type = "text/event-stream; charset=utf-8"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion

    def begin(self) -> Events:
        yield self._chunk(self._first_delta())

    def say(self, text: str) -> Events:
        yield self._chunk(self._delta(text))

    def finish(self, reason: str) -> Events:
        yield self._chunk({}, reason)

    def usage(self, output_tokens: int) -> Events:
        if self._occasion.asked.include_usage:
            yield self._event("chat.completion.chunk", [], self._counts(output_tokens))

    def done(self) -> Events:
        yield b"data: [DONE]\n\n"

    def error(self, trouble: Trouble) -> Events:
        yield _framed(_error(TROUBLES[trouble]))

    def give_up(self) -> Events:
        yield self._chunk({}, "error")

    def empty(self) -> Events:
        yield self._chunk({"content": ""})

    def nothing(self) -> bytes:
        return b": keepalive\n\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        counts = None if output_tokens is None else self._counts(output_tokens)
        return orjson.dumps(
            self._object(
                "chat.completion", [_choice("message", self._message(text), reason)], counts
            )
        )

    def _first_delta(self) -> Mapping[str, Any]:
        if self._occasion.tool is None:
            return {"role": "assistant", "content": "", "refusal": None}
        return {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"index": 0, **self._call("")}],
        }

    def _delta(self, text: str) -> Mapping[str, Any]:
        if self._occasion.tool is None:
            return {"content": text}
        return {"tool_calls": [{"index": 0, "function": {"arguments": text}}]}

    def _message(self, text: str) -> Mapping[str, Any]:
        if self._occasion.tool is None:
            return {"role": "assistant", "content": text, "refusal": None}
        return {"role": "assistant", "content": None, "tool_calls": [self._call(text)]}

    def _call(self, arguments: str) -> Mapping[str, Any]:
        function = {"name": self._occasion.tool, "arguments": arguments}
        return {"id": self._occasion.call_id, "type": "function", "function": function}

    def _counts(self, output_tokens: int) -> Mapping[str, int]:
        given = self._occasion.asked.prompt_tokens
        return {
            "prompt_tokens": given,
            "completion_tokens": output_tokens,
            "total_tokens": given + output_tokens,
        }

    def _chunk(self, delta: Mapping[str, Any], finish_reason: str | None = None) -> bytes:
        return self._event("chat.completion.chunk", [_choice("delta", delta, finish_reason)], None)

    def _event(
        self, kind: str, choices: Sequence[Mapping[str, Any]], counts: Mapping[str, int] | None
    ) -> bytes:
        return _framed(self._object(kind, choices, counts))

    def _object(
        self, kind: str, choices: Sequence[Mapping[str, Any]], counts: Mapping[str, int] | None
    ) -> Mapping[str, Any]:
        asked = self._occasion.asked
        usage_member = {"usage": counts} if counts or asked.include_usage else {}
        return {
            "id": f"chatcmpl-sim{self._occasion.n}",
            "object": kind,
            "created": self._occasion.created,
            "model": asked.model,
            "system_fingerprint": FINGERPRINT,
            "choices": choices,
            **usage_member,
        }


def _choice(member: str, said: Mapping[str, Any], reason: str | None) -> Mapping[str, Any]:
    return {"index": 0, member: said, "logprobs": None, "finish_reason": reason}


def _error(refused: Refused) -> Mapping[str, Any]:
    error = {"message": refused.message, "type": refused.kind}
    return {"error": {**error, "param": refused.param, "code": refused.code}}


def _framed(event: object) -> bytes:
    return b"data: " + orjson.dumps(event) + b"\n\n"
