"""OpenAI's chat completions as a simulated platform says them, streamed or whole.

https://platform.openai.com/docs/api-reference/chat/object
https://platform.openai.com/docs/api-reference/chat-streaming
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.chat_manner import OPENAI, Manner
from bench.chat_request import read
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice

FINGERPRINT = "prelude-simulator"  # in every reply: nobody shall take it for a model's
DONE = b"data: [DONE]\n\n"
THOUGHT = ("Let me ", "think.")


class OpenAIChat:
    """The platform: OpenAI's own, or a host that follows it in its manner."""

    def __init__(self, manner: Manner = OPENAI) -> None:
        self._manner = manner

    @property
    def paths(self) -> tuple[str, ...]:
        return self._manner.paths

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read(body, self._manner)

    def voice(self, occasion: Occasion) -> Voice:
        return ChatVoice(occasion, self._manner)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps(self._manner.complaint(refused))

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get(self._manner.key_header, "").removeprefix("Bearer ")


class ChatVoice:
    """Where a host says finish and usage in one chunk, the finish waits for the usage, and goes
    alone when none comes; where it sends a tool call whole, the call waits for the finish."""

    content_type = "text/event-stream; charset=utf-8"

    def __init__(self, occasion: Occasion, manner: Manner = OPENAI) -> None:
        self._occasion = occasion
        self._manner = manner
        self._thinks = bool(occasion.asked.options.get(manner.thinks_if or ""))
        self._usage_comes = manner.usage_comes != "if_asked" or occasion.asked.include_usage
        self._arguments = ""  # of a tool call that is sent whole
        self._finish: tuple[Mapping[str, Any], str] | None = None  # what waits

    def begin(self) -> Events:
        if self._manner.before:
            yield self._manner.before
        if self._manner.ahead is not None:
            nobodys = {**self._object("", [], None), "id": "", "model": ""}
            yield _framed({**nobodys, **self._manner.ahead})
        yield _framed({**self._chunk(self._first_delta()), **self._manner.first})
        if self._thinks:
            for words in THOUGHT:
                yield _framed(self._chunk(self._manner.thought(words)))

    def say(self, text: str) -> Events:
        if self._sends_whole_tool:
            self._arguments += text
            return
        yield _framed(self._chunk(self._delta(text)))

    def finish(self, reason: str) -> Events:
        delta = {"tool_calls": [self._call(self._arguments)]} if self._sends_whole_tool else {}
        self._finish = delta, self._manner.finish_words.get(reason, reason)
        if self._manner.usage_comes != "with_finish":
            yield from self._rest()

    def usage(self, output_tokens: int) -> Events:
        if not self._usage_comes:
            return
        counts = self._counts(output_tokens)
        also = self._manner.usage_also_in
        repeated = {also: {"id": "req_sim", "usage": counts}} if also else {}
        chunk = self._object("chat.completion.chunk", self._waiting(), counts)
        yield _framed({**chunk, **self._manner.last, **repeated})

    def done(self) -> Events:
        yield from self._rest()
        yield DONE

    def error(self, trouble: Trouble) -> Events:
        complaint = self._manner.break_off(TROUBLES[trouble])
        chunk = self._chunk({"content": ""}) if self._manner.in_chunk else {}
        name = b"event: error\n" if self._manner.error_event else b""
        yield name + _framed({**chunk, **complaint})
        if self._manner.done_after_error:
            yield DONE

    def give_up(self) -> Events:
        yield _framed(self._chunk({}, "error"))

    def empty(self) -> Events:
        yield _framed(self._chunk({"content": ""}))

    def nothing(self) -> bytes:
        return self._manner.nothing

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        counts = None if output_tokens is None else self._counts(output_tokens)
        word = self._manner.finish_words.get(reason or "", reason)
        choice = self._choice("message", self._message(text), word)
        return orjson.dumps(self._object("chat.completion", [choice], counts))

    @property
    def _sends_whole_tool(self) -> bool:
        return self._manner.whole_tools and self._occasion.tool is not None

    def _rest(self) -> Events:
        if choices := self._waiting():
            yield _framed(self._object("chat.completion.chunk", choices, None))

    def _waiting(self) -> list[Mapping[str, Any]]:
        if self._finish is None:
            return []
        delta, reason = self._finish
        self._finish = None
        return [self._choice("delta", self._with_role(delta), reason)]

    def _first_delta(self) -> Mapping[str, Any]:
        if self._occasion.tool is None or self._manner.whole_tools:
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

    def _with_role(self, delta: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"role": "assistant", **delta} if self._manner.always_role else delta

    def _message(self, text: str) -> Mapping[str, Any]:
        said: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
        if self._occasion.tool is not None:
            said |= {"content": None, "tool_calls": [self._call(text)]}
        if self._thinks:
            thought = self._manner.thought("".join(THOUGHT))
            if "content" in thought:  # in parts, before the text
                text_part = {"type": "text", "text": text}
                thought = {"content": [*thought["content"], text_part]}
            said |= thought
        return said

    def _call(self, arguments: str) -> Mapping[str, Any]:
        function = {"name": self._occasion.tool, "arguments": arguments}
        return {"id": self._occasion.call_id, "type": "function", "function": function}

    def _counts(self, output_tokens: int) -> Mapping[str, Any]:
        given = self._occasion.asked.prompt_tokens
        return {
            "prompt_tokens": given,
            "completion_tokens": output_tokens,
            "total_tokens": given + output_tokens,
            **self._manner.counts,
        }

    def _chunk(self, delta: Mapping[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
        choice = self._choice("delta", self._with_role(delta), finish_reason)
        return self._object("chat.completion.chunk", [choice], None)

    def _choice(
        self, member: str, said: Mapping[str, Any], reason: str | None
    ) -> Mapping[str, Any]:
        said_so = {member: said, "logprobs": None, "finish_reason": reason}
        return {"index": 0, **said_so, **self._manner.choice}

    def _object(
        self, kind: str, choices: Sequence[Mapping[str, Any]], counts: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        asked = self._occasion.asked
        usage_member = {"usage": counts} if counts or asked.include_usage else {}
        return {
            "id": f"chatcmpl-sim{self._occasion.n}",
            "object": kind,
            "created": self._occasion.created,
            "model": asked.model,
            "system_fingerprint": FINGERPRINT,
            "choices": choices,
            **self._manner.every,
            **usage_member,
        }


def _framed(event: object) -> bytes:
    return b"data: " + orjson.dumps(event) + b"\n\n"
