"""Bedrock's Converse as a simulated platform says it: a stream of binary frames, or one body.

    frame = length of it all, of its headers (u32, big-endian) | CRC-32 of these two
          | headers | payload | CRC-32 of all before

https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html has the frame,
https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html the events.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.bedrock_request import GUARDED, STREAMED, read
from bench.voices.prompt_cache import PromptCache

THOUGHT = ("Let me ", "think.")
SIGNATURE = "cHJlbHVkZS1zaW11bGF0b3I="  # "prelude-simulator"

_STRING = 7  # the type of a header's value
_PADDING = "abcdefghijklmnopqrstuvwxyz"
_STOP_REASONS = {"stop": "end_turn", "length": "max_tokens", "tool_calls": "tool_use"}
_ERRORS = {
    400: "ValidationException",
    401: "UnrecognizedClientException",
    403: "AccessDeniedException",
    404: "ResourceNotFoundException",
    408: "ModelTimeoutException",
    424: "ModelErrorException",
    429: "ThrottlingException",
    500: "InternalServerException",
    503: "ServiceUnavailableException",
}
_EXCEPTIONS: Mapping[Trouble, str] = {
    "server": "internalServerException",
    "rate_limit": "throttlingException",
}
_CREDENTIAL = re.compile(r"AWS4-HMAC-SHA256 Credential=([^/]+)/")


class BedrockConverse:
    """The platform."""

    paths = (f"/model/{{model}}/{{operation:converse|{STREAMED}}}",)

    def __init__(self) -> None:
        self._cache = PromptCache()

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read(body, named, self._cache)

    def voice(self, occasion: Occasion) -> Voice:
        return ConverseVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps({"message": refused.message})

    def refusal_headers(self, refused: Refused) -> Mapping[str, str]:
        other = "InternalServerException" if refused.status >= 500 else "ValidationException"
        kind = _ERRORS.get(refused.status, other)
        return {"x-amzn-errortype": f"{kind}:http://internal.amazon.com/coral/", **_ID}

    def key(self, headers: Mapping[str, str]) -> str:
        """The name of the key that signed, or the key itself. A signature is not looked at."""
        given = headers.get("Authorization", "")
        signed = _CREDENTIAL.match(given)
        return signed[1] if signed else given.removeprefix("Bearer ")


_ID = {"x-amzn-requestid": "req_sim"}


class ConverseVoice:
    content_type = "application/vnd.amazon.eventstream"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        fields = occasion.asked.options.get("additionalModelRequestFields") or {}
        self._thinks = (fields.get("thinking") or {}).get("type", "disabled") != "disabled"
        self._index = int(self._thinks)  # of the block with the reply

    def begin(self) -> Events:
        yield _event("messageStart", role="assistant")
        if self._thinks:
            for words in THOUGHT:
                yield _delta(0, {"reasoningContent": {"text": words}})
            yield _delta(0, {"reasoningContent": {"signature": SIGNATURE}})
            yield _event("contentBlockStop", contentBlockIndex=0)
        if self._occasion.tool is not None:  # a text has no start
            start = {"toolUse": {"toolUseId": self._id, "name": self._occasion.tool}}
            yield _event("contentBlockStart", contentBlockIndex=self._index, start=start)

    def say(self, text: str) -> Events:
        if self._occasion.tool is None:
            yield _delta(self._index, {"text": text})
        else:
            yield _delta(self._index, {"toolUse": {"input": text}})

    def finish(self, reason: str) -> Events:
        yield _event("contentBlockStop", contentBlockIndex=self._index)
        yield _event("messageStop", stopReason=self._stop_reason(reason))

    def usage(self, output_tokens: int) -> Events:
        yield _event("metadata", usage=self._counts(output_tokens), **self._about)

    def done(self) -> Events:
        return ()

    def error(self, trouble: Trouble) -> Events:
        kind, payload = "exception", orjson.dumps({"message": TROUBLES[trouble].message})
        yield _frame({":exception-type": _EXCEPTIONS[trouble], **_headers(kind)}, payload)

    def give_up(self) -> Events:
        yield _event("messageStop", stopReason="malformed_model_output")

    def empty(self) -> Events:
        yield from self.say("")

    def nothing(self) -> bytes:
        return b""

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        block: Mapping[str, Any] = {"text": text}
        if self._occasion.tool is not None:
            call = {"toolUseId": self._id, "name": self._occasion.tool}
            block = {"toolUse": {**call, "input": orjson.loads(text)}}
        thought = {"text": "".join(THOUGHT), "signature": SIGNATURE}
        content = [{"reasoningContent": {"reasoningText": thought}}] if self._thinks else []
        reply = {
            "output": {"message": {"role": "assistant", "content": [*content, block]}},
            **({} if reason is None else {"stopReason": self._stop_reason(reason)}),
            **({} if output_tokens is None else {"usage": self._counts(output_tokens)}),
            **self._about,
        }
        return orjson.dumps(reply)

    @property
    def _id(self) -> str:
        return f"tooluse_sim{self._occasion.n}"

    @property
    def _about(self) -> Mapping[str, Any]:
        about: dict[str, Any] = {"metrics": {"latencyMs": 1}}
        if self._is_guarded:
            about["trace"] = {"guardrail": {"actionReason": "Asked for by a test."}}
        return about

    @property
    def _is_guarded(self) -> bool:
        asked = self._occasion.asked
        return "guardrailConfig" in asked.options and GUARDED in asked.prompt

    def _stop_reason(self, reason: str) -> str:
        return "guardrail_intervened" if self._is_guarded else _STOP_REASONS[reason]

    def _counts(self, output_tokens: int) -> Mapping[str, int]:
        asked = self._occasion.asked
        return {
            "inputTokens": asked.prompt_tokens - asked.cached - asked.cache_write,
            "outputTokens": output_tokens,
            "totalTokens": asked.prompt_tokens + output_tokens,
            "cacheReadInputTokens": asked.cached,
            "cacheWriteInputTokens": asked.cache_write,
        }


def _delta(index: int, delta: Mapping[str, Any]) -> bytes:
    return _event("contentBlockDelta", contentBlockIndex=index, delta=delta)


def _event(kind: str, **members: Any) -> bytes:
    """Padded, so that its length does not tell what it says."""
    payload = orjson.dumps({**members, "p": _PADDING[: len(orjson.dumps(members)) % 26]})
    return event_frame(kind, payload)


def event_frame(kind: str, payload: bytes) -> bytes:
    return _frame({":event-type": kind, **_headers("event")}, payload)


def _headers(kind: str) -> Mapping[str, str]:
    return {":content-type": "application/json", ":message-type": kind}


def _frame(headers: Mapping[str, str], payload: bytes) -> bytes:
    head = b"".join(_header(name.encode(), value.encode()) for name, value in headers.items())
    lengths = struct.pack("!II", 16 + len(head) + len(payload), len(head))
    checked = lengths + struct.pack("!I", zlib.crc32(lengths)) + head + payload
    return checked + struct.pack("!I", zlib.crc32(checked))


def _header(name: bytes, value: bytes) -> bytes:
    return struct.pack("!B", len(name)) + name + struct.pack("!BH", _STRING, len(value)) + value
