"""Ollama's own chat as a simulated server says it, by the line or in one.

Finish and usage are in the last line, and two calls of a voice: the reason waits for the usage, and
goes alone when none comes. Faults of how server-sent events are written mean nothing here.

https://docs.ollama.com/api/chat
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.ollama_request import read

THOUGHT = ("Let me ", "think.")


class OllamaChat:
    """The platform."""

    paths = ("/api/chat",)

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read(body)

    def voice(self, occasion: Occasion) -> Voice:
        return OllamaVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps({"error": refused.message})

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")


class OllamaVoice:
    content_type = "application/x-ndjson"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        self._thinks = bool(occasion.asked.options.get("think"))
        self._arguments: list[str] = []
        self._reason: str | None = None

    def begin(self) -> Events:
        if self._thinks:
            for words in THOUGHT:
                yield self._line({"content": "", "thinking": words})

    def say(self, text: str) -> Events:
        """A tool call is said whole, at its end."""
        if self._occasion.tool is not None:
            self._arguments.append(text)
            text = ""
        yield self._line({"content": text})

    def finish(self, reason: str) -> Events:
        if self._occasion.tool is not None:
            yield self._line({"content": "", "tool_calls": [self._call("".join(self._arguments))]})
        self._reason = reason

    def usage(self, output_tokens: int) -> Events:
        yield from self._end(self._counts(output_tokens))

    def done(self) -> Events:
        yield from self._end({})

    def error(self, trouble: Trouble) -> Events:
        yield orjson.dumps({"error": TROUBLES[trouble].message}) + b"\n"

    def give_up(self) -> Events:
        """The one reason that means that there is no reply."""
        yield self._line({"content": ""}, done=True, done_reason="unload")

    def empty(self) -> Events:
        yield self._line({"content": ""})

    def nothing(self) -> bytes:
        return b"\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        message: dict[str, Any] = {"content": text}
        if self._occasion.tool is not None:
            message = {"content": "", "tool_calls": [self._call(text)]}
        if self._thinks:
            message["thinking"] = "".join(THOUGHT)
        counts = {} if output_tokens is None else self._counts(output_tokens)
        if reason is None:
            return self._line(message)
        return self._line(message, done=True, done_reason=_done_reason(reason), **counts)

    def _end(self, counts: Mapping[str, int]) -> Events:
        reason, self._reason = self._reason, None
        if reason is not None:
            done_reason = _done_reason(reason)
            yield self._line({"content": ""}, done=True, done_reason=done_reason, **counts)

    def _call(self, arguments: str) -> Mapping[str, Any]:
        return {"function": {"name": self._occasion.tool, "arguments": orjson.loads(arguments)}}

    def _counts(self, output_tokens: int) -> Mapping[str, int]:
        return {
            "total_duration": 5,
            "load_duration": 1,
            "prompt_eval_count": self._occasion.asked.prompt_tokens,
            "prompt_eval_duration": 2,
            "eval_count": output_tokens,
            "eval_duration": 3,
        }

    def _line(self, message: Mapping[str, Any], *, done: bool = False, **members: Any) -> bytes:
        created = datetime.fromtimestamp(self._occasion.created, UTC)
        line = {
            "model": self._occasion.asked.model,
            "created_at": created.isoformat(),
            "message": {"role": "assistant", **message},
            "done": done,
            **members,
        }
        return orjson.dumps(line) + b"\n"


def _done_reason(reason: str) -> str:
    return "length" if reason == "length" else "stop"
