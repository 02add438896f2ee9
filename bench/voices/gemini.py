"""Gemini as a simulated platform says it, streamed or whole.

Each event is a whole response, its line ends are CR LF, and its usage is the running total. There
is no comment, no name of an event and no `[DONE]`: Google's own client breaks on each of them. So
nothing keeps a silent connection alive, either.

Checkpoints are given on demand, by a label of the request: `{"sim": "checkpoints"}` has one in
each third event, and `{"sim": "hops"}` ends an answer behind a few events, to be asked for the
rest. What was said behind a checkpoint is said again.

The reason and the final usage are one event there and two calls of a voice: the reason waits for
the usage, and goes alone when none comes. A function call is said whole, with its reason.

https://ai.google.dev/api/generate-content
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import orjson
from aiohttp import web

from bench.answers import pieces
from bench.asked import Asked, Refused
from bench.jobs import Answer, Desk
from bench.piecework import PNG
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.gemini_request import COUNT, STREAM, WHOLE, either, read, token_behind

BLOCK = "[a prompt to be blocked]"  # a prompt with these words is; real ones are not that simple
THOUGHT = "Let me think."
CHECKPOINT_EVENTS, HOP_EVENTS = 3, 5
SIGNATURE = "cHJlbHVkZS1zaW11bGF0b3I="  # "prelude-simulator"

_FINISH_REASONS = {"stop": "STOP", "length": "MAX_TOKENS", "tool_calls": "STOP"}
_STATES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ABORTED",
    429: "RESOURCE_EXHAUSTED",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}
_VERB = f"{{model}}:{{verb:{STREAM}|{WHOLE}|{COUNT}}}"
_VERTEX = "/projects/{project}/locations/{location}/publishers/google/models/"


class Gemini:
    """The platform, at both addresses that it has."""

    paths = (
        f"/v1/models/{_VERB}",
        f"/v1beta/models/{_VERB}",
        f"/v1{_VERTEX}{_VERB}",
        f"/v1beta1{_VERTEX}{_VERB}",
    )

    def __init__(self) -> None:
        self._kept: dict[str, int] = {}  # cached content by name: its tokens

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        asked = read(body, named)
        name = asked.options.get("cachedContent")
        if name is None:
            return asked
        if name not in self._kept:
            raise Refused(403, "CachedContent not found (or permission denied).")
        if asked.options.keys() & {"systemInstruction", "tools", "toolConfig"}:
            message = "Tool config, tools and system instruction should not be set in the request."
            raise Refused(400, message)
        cached = self._kept[name]
        return replace(asked, cached=cached, prompt_tokens=asked.prompt_tokens + cached)

    def routes(self, desk: Desk) -> Iterable[tuple[str, str, Answer]]:
        return (
            ("POST", "/v1/cachedContents", self._keep),
            ("DELETE", "/v1/cachedContents/{id}", self._drop),
        )

    async def _keep(self, http: web.Request) -> web.StreamResponse:
        body = orjson.loads(await http.read())
        if not str(body.get("model")).startswith("models/") or not body.get("ttl"):
            raise Refused(400, "CachedContent needs a model and a ttl.")
        name = f"cachedContents/sim{len(self._kept)}"
        self._kept[name] = len(orjson.dumps(body.get("systemInstruction") or {})) // 4
        usage = {"totalTokenCount": self._kept[name]}
        return web.json_response({"name": name, "model": body["model"], "usageMetadata": usage})

    async def _drop(self, http: web.Request) -> web.StreamResponse:
        del self._kept[f"cachedContents/{http.match_info['id']}"]
        return web.json_response({})

    def voice(self, occasion: Occasion) -> Voice:
        return GeminiVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps(_error(refused))

    def key(self, headers: Mapping[str, str]) -> str:
        bearer = headers.get("Authorization", "").removeprefix("Bearer ")
        return headers.get("x-goog-api-key", "") or bearer


class GeminiVoice:
    content_type = "text/event-stream"

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        config = occasion.asked.options.get("generationConfig") or {}
        self._thinks = bool(either(config.get("thinkingConfig") or {}, "includeThoughts"))
        self._draws = "IMAGE" in (either(config, "responseModalities") or ())
        self._blocks = BLOCK in occasion.asked.prompt
        self._said: list[str] = []
        self._has_more = False
        self._reason: str | None = None
        self._wish = (occasion.asked.options.get("labels") or {}).get("sim")

    def begin(self) -> Events:
        if self._thinks and not self._blocks:
            yield self._event(_thought())

    def say(self, text: str) -> Events:
        if self._wish == "hops" and len(self._said) == HOP_EVENTS:
            self._has_more = True
            return
        self._said.append(text)
        if self._occasion.tool is None and not self._blocks:
            yield self._event({"text": text})

    def finish(self, reason: str) -> Events:
        self._reason = "CONTINUATION" if self._has_more else reason
        return ()

    def usage(self, output_tokens: int) -> Events:
        yield self._end(self._tokens() if self._has_more else output_tokens)

    def done(self) -> Events:
        if self._reason is not None:
            yield self._end(None)

    def error(self, trouble: Trouble) -> Events:
        yield _framed(_error(TROUBLES[trouble]))

    def give_up(self) -> Events:
        yield _framed(self._response([], "MALFORMED_FUNCTION_CALL", self._tokens()))

    def empty(self) -> Events:
        yield self._event({"text": ""})

    def nothing(self) -> bytes:
        return b""

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        asked = self._occasion.asked
        if asked.options["verb"] == COUNT:
            return orjson.dumps({"totalTokens": asked.prompt_tokens})
        self._said = [text]
        said = self._last_parts() or [{"text": text}]
        if self._draws:
            data = base64.b64encode(PNG).decode()
            said = [{"inlineData": {"mimeType": "image/png", "data": data}}]
        parts = [_thought(), *said] if self._thinks else said
        return orjson.dumps(self._response(parts, reason, output_tokens))

    # -- responses

    def _event(self, part: Mapping[str, Any]) -> bytes:
        is_checkpoint = self._wish == "checkpoints" and len(self._said) % CHECKPOINT_EVENTS == 0
        return _framed(self._response([part], None, self._tokens(), is_checkpoint))

    def _end(self, output_tokens: int | None) -> bytes:
        reason, self._reason = self._reason, None
        parts = [] if reason is None else self._last_parts()
        return _framed(self._response(parts, reason, output_tokens, self._has_more))

    def _last_parts(self) -> list[Mapping[str, Any]]:
        if self._occasion.tool is None:
            return []
        args = orjson.loads("".join(self._said))
        call = {"id": self._occasion.call_id, "name": self._occasion.tool, "args": args}
        return [{"functionCall": call, "thoughtSignature": SIGNATURE}]

    def _tokens(self) -> int:
        return sum(len(pieces(text)) for text in self._said)

    def _response(
        self,
        parts: Sequence[Mapping[str, Any]],
        reason: str | None,
        tokens: int | None,
        is_checkpoint: bool = False,
    ) -> Mapping[str, Any]:
        """A reply that says nothing and does not end has no candidate, and neither has a prompt
        that is blocked."""
        usage = {} if tokens is None else {"usageMetadata": self._counts(tokens)}
        end = {} if reason is None else {"finishReason": _FINISH_REASONS.get(reason, reason)}
        if is_checkpoint:
            said = self._occasion.asked.prefix + "".join(self._said)
            end["continuationToken"] = token_behind(said)
        candidate = {"content": {"role": "model", "parts": parts}, **end, "index": 0}
        held: Mapping[str, Any] = {"candidates": [candidate]} if parts or reason else {}
        if self._blocks:
            held = {"promptFeedback": {"blockReason": "SAFETY", "safetyRatings": []}}
        names = {
            "modelVersion": self._occasion.asked.model,
            "responseId": f"sim{self._occasion.n}",
        }
        return {**held, **usage, **names}

    def _counts(self, output_tokens: int) -> Mapping[str, Any]:
        given, cached = self._occasion.asked.prompt_tokens, self._occasion.asked.cached
        if self._blocks:
            return {"promptTokenCount": given, "totalTokenCount": given}
        thought = len(pieces(THOUGHT)) if self._thinks else 0
        apart = {"thoughtsTokenCount": thought} if thought else {}
        return {
            "promptTokenCount": given,
            "candidatesTokenCount": output_tokens,
            **({"cachedContentTokenCount": cached} if cached else {}),
            **apart,
            "totalTokenCount": given + output_tokens + thought,
        }


def _thought() -> Mapping[str, Any]:
    return {"text": THOUGHT, "thought": True}


def _error(refused: Refused) -> Mapping[str, Any]:
    details: list[Mapping[str, Any]] = []
    if wait := refused.headers.get("Retry-After"):
        kind = "type.googleapis.com/google.rpc.RetryInfo"
        details = [{"@type": kind, "retryDelay": f"{wait}s"}]
    return {
        "error": {
            "code": refused.status,
            "message": refused.message,
            "status": _STATES.get(
                refused.status, "INTERNAL" if refused.status >= 500 else "UNKNOWN"
            ),
            "details": details,
        }
    }


def _framed(response: Mapping[str, Any]) -> bytes:
    return b"data: " + orjson.dumps(response) + b"\r\n\r\n"
