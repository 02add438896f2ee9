"""Cohere's chat, version 2, as a simulated platform says it, streamed or whole.

Finish and usage are one event there, `message-end`, and two calls of a voice: the reason waits for
the usage, and goes alone when none comes. What goes wrong in mid-stream is a reason, too. A refusal
has a message and a number to complain with, and no code.

https://docs.cohere.com/v2/docs/streaming
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.cohere_request import read

THOUGHT = ("Let me ", "think.")
PLAN = ("I will ", "look it up.")
OVERHEAD = 200  # tokens around every prompt, which are read and not billed

_REASONS = {"stop": "COMPLETE", "length": "MAX_TOKENS", "tool_calls": "TOOL_CALL"}


class CohereChat:
    """The platform."""

    paths = ("/v2/chat",)

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read(body)

    def voice(self, occasion: Occasion) -> Voice:
        return CohereVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps({"id": "sim", "message": refused.message})

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")


class CohereVoice:
    content_type = "text/event-stream"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        thinking = occasion.asked.options.get("thinking") or {}
        self._thinks = thinking.get("type") == "enabled"
        self._cites = bool(occasion.asked.options.get("documents"))
        self._index = int(self._thinks)  # of the block with the reply
        self._said: list[str] = []
        self._reason: str | None = None

    def begin(self) -> Events:
        empty = {"role": "assistant", "content": [], "tool_plan": "", "tool_calls": []}
        yield _event("message-start", id=self._id, delta={"message": {**empty, "citations": []}})
        if self._thinks:
            yield _content("content-start", 0, {"type": "thinking", "thinking": ""})
            for words in THOUGHT:
                yield _content("content-delta", 0, {"thinking": words})
            yield _event("content-end", index=0)
        if self._occasion.tool is None:
            yield _content("content-start", self._index, {"type": "text", "text": ""})
            return
        for words in PLAN:
            yield _event("tool-plan-delta", delta={"message": {"tool_plan": words}})
        yield _event("tool-call-start", index=0, delta={"message": {"tool_calls": self._call("")}})

    def say(self, text: str) -> Events:
        self._said.append(text)
        if self._occasion.tool is None:
            yield _content("content-delta", self._index, {"text": text})
        else:
            call = {"function": {"arguments": text}}
            yield _event("tool-call-delta", index=0, delta={"message": {"tool_calls": call}})

    def finish(self, reason: str) -> Events:
        if self._occasion.tool is not None:
            yield _event("tool-call-end", index=0)
        else:
            for citation in self._citations("".join(self._said)):
                delta = {"message": {"citations": citation}}
                yield _event("citation-start", index=0, delta=delta)
                yield _event("citation-end", index=0)
            yield _event("content-end", index=self._index)
        self._reason = _REASONS[reason]

    def usage(self, output_tokens: int) -> Events:
        yield from self._end(self._counts(output_tokens))

    def done(self) -> Events:
        yield from self._end(None)

    def error(self, trouble: Trouble) -> Events:
        delta = {"finish_reason": "ERROR", "error": TROUBLES[trouble].message}
        yield _event("message-end", id=self._id, delta=delta)

    def give_up(self) -> Events:
        yield _event("message-end", id=self._id, delta={"finish_reason": "TIMEOUT"})

    def empty(self) -> Events:
        yield from self.say("")

    def nothing(self) -> bytes:
        return b": keepalive\n\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        message: dict[str, Any] = {"role": "assistant"}
        thought = {"type": "thinking", "thinking": "".join(THOUGHT)}
        content = [thought] if self._thinks else []
        if self._occasion.tool is None:
            message["content"] = [*content, {"type": "text", "text": text}]
            message["citations"] = self._citations(text)
        else:
            message |= {"tool_plan": "".join(PLAN), "tool_calls": [self._call(text)]}
        counts = {} if output_tokens is None else {"usage": self._counts(output_tokens)}
        ended = {} if reason is None else {"finish_reason": _REASONS[reason]}
        return orjson.dumps({"id": self._id, **ended, "message": message, **counts})

    @property
    def _id(self) -> str:
        return f"cohere-sim{self._occasion.n}"

    def _end(self, counts: Mapping[str, Any] | None) -> Events:
        reason, self._reason = self._reason, None
        if reason is not None:
            usage = {} if counts is None else {"usage": counts}
            yield _event("message-end", id=self._id, delta={"finish_reason": reason, **usage})

    def _call(self, arguments: str) -> Mapping[str, Any]:
        function = {"name": self._occasion.tool, "arguments": arguments}
        return {"id": self._occasion.call_id, "type": "function", "function": function}

    def _citations(self, text: str) -> list[Mapping[str, Any]]:
        if not self._cites:
            return []
        cited = text.partition(" ")[0]
        source = {"type": "document", "id": "doc:0", "document": {"id": "doc:0"}}
        return [{"start": 0, "end": len(cited), "text": cited, "sources": [source]}]

    def _counts(self, output_tokens: int) -> Mapping[str, Any]:
        given = self._occasion.asked.prompt_tokens
        return {
            "billed_units": {"input_tokens": given, "output_tokens": output_tokens},
            "tokens": {"input_tokens": given + OVERHEAD, "output_tokens": output_tokens + 1},
            "cached_tokens": 0,
        }


def _content(kind: str, index: int, content: Mapping[str, Any]) -> bytes:
    return _event(kind, index=index, delta={"message": {"content": content}})


def _event(kind: str, **members: Any) -> bytes:
    event = {"type": kind, **members}
    return b"event: " + kind.encode() + b"\ndata: " + orjson.dumps(event) + b"\n\n"
