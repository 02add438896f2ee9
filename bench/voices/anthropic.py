"""Anthropic's Messages as a simulated platform says them, streamed or whole.

Finish and usage are one event there, `message_delta`, and two calls of a voice: the reason waits
for the usage, and goes alone when none comes.

https://platform.claude.com/docs/en/build-with-claude/streaming
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.anthropic_request import COUNT_TOKENS, read
from bench.voices.prompt_cache import PromptCache

# A prompt with these words is refused, by the real platform too: documented, for tests.
REFUSE = (
    "ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL_"
    "1FAEFB6177B4672DEE07F9D3AFC62588CCD2631EDCF22E8CCC1FB35B501C9C86"
)
THOUGHT = ("Let me ", "think.")
SIGNATURE = "cHJlbHVkZS1zaW11bGF0b3I="  # "prelude-simulator"

_STOP_REASONS = {"stop": "end_turn", "length": "max_tokens", "tool_calls": "tool_use"}
_ERRORS = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    409: "conflict_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}


class AnthropicMessages:
    """The platform."""

    paths = ("/v1/messages", f"/v1/messages/{{action:{COUNT_TOKENS}}}")

    def __init__(self) -> None:
        self._cache = PromptCache()

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read(body, named, self._cache)

    def voice(self, occasion: Occasion) -> Voice:
        return MessagesVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps(_error(refused))

    def key(self, headers: Mapping[str, str]) -> str:
        bearer = headers.get("Authorization", "").removeprefix("Bearer ")
        return headers.get("x-api-key", "") or bearer


class MessagesVoice:
    content_type = "text/event-stream; charset=utf-8"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        thinking = occasion.asked.options.get("thinking") or {}
        self._thinks = thinking.get("type", "disabled") != "disabled"
        self._index = int(self._thinks)  # of the block with the reply
        self._reason: str | None = None

    def begin(self) -> Events:
        yield _event("message_start", message=self._message([], None, self._counts(1)))
        if self._thinks:
            yield self._start(0, {"type": "thinking", "thinking": "", "signature": ""})
            for words in THOUGHT:
                yield _delta(0, {"type": "thinking_delta", "thinking": words})
            yield _delta(0, {"type": "signature_delta", "signature": SIGNATURE})
            yield _event("content_block_stop", index=0)
        block = {"type": "text", "text": ""} if self._occasion.tool is None else self._call({})
        yield self._start(self._index, block)
        yield self.nothing()

    def say(self, text: str) -> Events:
        if self._occasion.tool is None:
            yield _delta(self._index, {"type": "text_delta", "text": text})
        else:
            yield _delta(self._index, {"type": "input_json_delta", "partial_json": text})

    def finish(self, reason: str) -> Events:
        yield _event("content_block_stop", index=self._index)
        self._reason = self._stop_reason(reason)

    def usage(self, output_tokens: int) -> Events:
        yield self._end({"output_tokens": output_tokens})

    def done(self) -> Events:
        if self._reason is not None:
            yield self._end(None)
        yield _event("message_stop")

    def error(self, trouble: Trouble) -> Events:
        yield _framed("error", _error(TROUBLES[trouble]))

    def give_up(self) -> Events:
        """The one reason that means the reply is not whole."""
        self._reason = "pause_turn"
        yield self._end({"output_tokens": 1})

    def empty(self) -> Events:
        yield from self.say("")

    def nothing(self) -> bytes:
        return _event("ping")

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        asked = self._occasion.asked
        if asked.options.get("action") == COUNT_TOKENS:
            return orjson.dumps({"input_tokens": asked.prompt_tokens})
        block: Mapping[str, Any] = {"type": "text", "text": text}
        if self._occasion.tool is not None:
            block = self._call(orjson.loads(text))
        thought = {"type": "thinking", "thinking": "".join(THOUGHT), "signature": SIGNATURE}
        content = [thought, block] if self._thinks else [block]
        counts = None if output_tokens is None else self._counts(output_tokens)
        stop_reason = None if reason is None else self._stop_reason(reason)
        return orjson.dumps(self._message(content, stop_reason, counts))

    def _stop_reason(self, reason: str) -> str:
        return "refusal" if REFUSE in self._occasion.asked.prompt else _STOP_REASONS[reason]

    def _end(self, counts: Mapping[str, int] | None) -> bytes:
        delta = {"stop_reason": self._reason, "stop_sequence": None, **_details(self._reason)}
        self._reason = None
        usage = {} if counts is None else {"usage": counts}
        return _event("message_delta", delta=delta, **usage)

    def _message(
        self, content: list[Any], reason: str | None, counts: Mapping[str, Any] | None
    ) -> Mapping[str, Any]:
        usage = {} if counts is None else {"usage": counts}
        return {
            "id": f"msg_sim{self._occasion.n}",
            "type": "message",
            "role": "assistant",
            "model": self._occasion.asked.model,
            "content": content,
            "stop_reason": reason,
            "stop_sequence": None,
            **_details(reason),
            **usage,
        }

    def _counts(self, output_tokens: int) -> Mapping[str, Any]:
        asked = self._occasion.asked
        return {
            "input_tokens": asked.prompt_tokens - asked.cached - asked.cache_write,
            "cache_creation_input_tokens": asked.cache_write,
            "cache_read_input_tokens": asked.cached,
            "output_tokens": output_tokens,
            "service_tier": "standard",
        }

    def _call(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        id_ = f"toolu_sim{self._occasion.n}"
        return {"type": "tool_use", "id": id_, "name": self._occasion.tool, "input": arguments}

    def _start(self, index: int, block: Mapping[str, Any]) -> bytes:
        return _event("content_block_start", index=index, content_block=block)


def _details(reason: str | None) -> Mapping[str, Any]:
    if reason != "refusal":
        return {}
    details = {"type": "refusal", "category": None, "explanation": "Asked for by a test."}
    return {"stop_details": details}


def _error(refused: Refused) -> Mapping[str, Any]:
    other = "api_error" if refused.status >= 500 else "invalid_request_error"
    error = {"type": _ERRORS.get(refused.status, other), "message": refused.message}
    return {"type": "error", "error": error, "request_id": "req_sim"}


def _delta(index: int, delta: Mapping[str, Any]) -> bytes:
    return _event("content_block_delta", index=index, delta=delta)


def _event(kind: str, **members: Any) -> bytes:
    return _framed(kind, {"type": kind, **members})


def _framed(name: str, event: Mapping[str, Any]) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + orjson.dumps(event) + b"\n\n"
