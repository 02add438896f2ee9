"""Texts gone on with, as OpenAI's completions and the hosts that took them over say them.

What is said is no code: it is the answer to whatever the prompt names, as everywhere here. A prompt
that ends in the beginning of that answer is one that broke off, and the rest is said. `suffix` is
among the options that the log shows.

https://platform.openai.com/docs/api-reference/completions/object
https://docs.mistral.ai/api/endpoint/fim
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from bench.answers import answer_to
from bench.asked import Asked, Refused
from bench.chat_manner import nested_error
from bench.chat_reply import DONE, FINGERPRINT, ChatVoice
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.chat_hosts import MISTRAL

_LEAST_BEGUN = 4  # characters that a prompt and an answer have in common by chance
_CHARACTERS_PER_TOKEN = 4
# https://docs.mistral.ai/api/endpoint/fim, as mistralai 3.7.0 has it
_KNOWN_TO_MISTRAL = frozenset(
    "model prompt suffix temperature top_p max_tokens min_tokens stream stop random_seed metadata "
    "prompt_cache_key".split()
)


@dataclass(frozen=True, slots=True)
class Completions:
    """A platform. `known` None: members that it does not know pass; `is_chat`: its answers are
    those of its chat."""

    paths: tuple[str, ...]
    known: frozenset[str] | None = None
    is_chat: bool = False
    fills_in: bool = True

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        """Raises `Refused`."""
        try:
            fields = json.loads(body)
        except ValueError as error:
            raise Refused(400, "We could not parse the JSON body of your request.") from error
        if not isinstance(fields, dict):
            raise Refused(400, "The JSON body of your request must be an object.")
        for name in ("model", "prompt"):
            if not isinstance(fields.get(name), str):
                raise Refused(400, f"Missing required parameter: '{name}'.", param=name)
        unknown = set() if self.known is None else fields.keys() - self.known
        for name in sorted(unknown):
            raise Refused(422, f"Extra inputs are not permitted: {name}", param=name)
        if fields.get("suffix") is not None and not self.fills_in:
            raise Refused(400, "suffix is not currently supported", param="suffix")
        prompt, begun = _begun(fields["prompt"])
        stop = fields.get("stop") or ()
        return Asked(
            model=fields["model"],
            roles=("user",),
            prompt=prompt,
            prefix=begun,
            anchor="",
            prompt_tokens=max(1, -(-len(fields["prompt"]) // _CHARACTERS_PER_TOKEN)),
            stream=bool(fields.get("stream")),
            include_usage=bool((fields.get("stream_options") or {}).get("include_usage")),
            max_tokens=fields.get("max_tokens"),
            stop=(stop,) if isinstance(stop, str) else tuple(stop),
            tool=None,
            schema=None,
            options={name: value for name, value in fields.items() if name != "prompt"},
        )

    def voice(self, occasion: Occasion) -> Voice:
        return ChatVoice(occasion, MISTRAL) if self.is_chat else TextVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps(MISTRAL.complaint(refused) if self.is_chat else nested_error(refused))

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")


COMPLETIONS = (
    Completions(("/v1/completions",)),
    Completions(("/deepseek/beta/completions",)),
    Completions(("/vllm/v1/completions", "/sglang/v1/completions"), fills_in=False),
    Completions(("/fireworks/v1/completions", "/together/v1/completions"), fills_in=False),
    Completions(("/mistral/v1/fim/completions",), known=_KNOWN_TO_MISTRAL, is_chat=True),
)


class TextVoice:
    content_type = "text/event-stream; charset=utf-8"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion

    def begin(self) -> Events:
        return ()

    def say(self, text: str) -> Events:
        yield self._framed([_choice(text)])

    def finish(self, reason: str) -> Events:
        yield self._framed([_choice("", reason)])

    def usage(self, output_tokens: int) -> Events:
        if self._occasion.asked.include_usage:
            yield self._framed([], self._counts(output_tokens))

    def done(self) -> Events:
        yield DONE

    def error(self, trouble: Trouble) -> Events:
        yield b"data: " + orjson.dumps(nested_error(TROUBLES[trouble])) + b"\n\n"

    def give_up(self) -> Events:
        yield self._framed([_choice("", "error")])

    def empty(self) -> Events:
        yield self._framed([_choice("")])

    def nothing(self) -> bytes:
        return b": keepalive\n\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        counts = None if output_tokens is None else self._counts(output_tokens)
        return orjson.dumps(self._object([_choice(text, reason)], counts))

    def _counts(self, output_tokens: int) -> Mapping[str, int]:
        given = self._occasion.asked.prompt_tokens
        return {
            "prompt_tokens": given,
            "completion_tokens": output_tokens,
            "total_tokens": given + output_tokens,
        }

    def _framed(
        self, choices: Sequence[Mapping[str, Any]], counts: Mapping[str, int] | None = None
    ) -> bytes:
        return b"data: " + orjson.dumps(self._object(choices, counts)) + b"\n\n"

    def _object(
        self, choices: Sequence[Mapping[str, Any]], counts: Mapping[str, int] | None
    ) -> Mapping[str, Any]:
        return {
            "id": f"cmpl-sim{self._occasion.n}",
            "object": "text_completion",
            "created": self._occasion.created,
            "model": self._occasion.asked.model,
            "system_fingerprint": FINGERPRINT,
            "choices": choices,
            "usage": counts,
        }


def _choice(text: str, reason: str | None = None) -> Mapping[str, Any]:
    return {"text": text, "index": 0, "logprobs": None, "finish_reason": reason}


def _begun(text: str) -> tuple[str, str]:
    """The prompt, and what of its answer it ends in: a few characters only where a line of their
    own begins with them."""
    answer = answer_to(text).text
    for size in range(min(len(answer), len(text)), 0, -1):
        before = text[:-size]
        if text.endswith(answer[:size]) and (size >= _LEAST_BEGUN or before.endswith("\n")):
            return before, answer[:size]
    return text, ""
