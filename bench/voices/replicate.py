"""Replicate as a simulated platform: predictions, their streams, their files, and their end.

https://replicate.com/docs/reference/http
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from aiohttp import web

from bench.asked import Asked, Refused
from bench.files import makes, names
from bench.jobs import Answer, Desk, Job, State
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.prompt_request import read_object, read_prompt

_STATES: Mapping[State, str] = {
    "queued": "starting",
    "running": "processing",
    "done": "succeeded",
    "failed": "failed",
    "cancelled": "canceled",
}
_WAIT = re.compile(r"wait(?:=(\d+))?\Z")
_LONGEST_WAIT_S = 60


class Replicate:
    """The platform."""

    paths = ()

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        fields = read_object(body)
        version = fields.get("version")
        model = f"{named['owner']}/{named['name']}" if "name" in named else version
        given = fields.get("input")
        if not isinstance(model, str) or not isinstance(given, dict):
            raise Refused(422, "version and input are required")
        return read_prompt(model, given, stream=fields.get("stream") is True)

    def voice(self, occasion: Occasion) -> Voice:
        return PredictionVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        """https://www.rfc-editor.org/rfc/rfc7807"""
        title = "Invalid input" if refused.status < 500 else "Internal error"
        return orjson.dumps({"title": title, "detail": refused.message, "status": refused.status})

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")

    def routes(self, desk: Desk) -> Iterable[tuple[str, str, Answer]]:
        async def create(request: web.Request) -> web.StreamResponse:
            job = await desk.begin(self, request)
            if (wait_s := _wait_s(request.headers.get("Prefer", ""))) is not None:
                await job.until_over(wait_s)
            return _show(job, request, 201)

        async def get(request: web.Request) -> web.StreamResponse:
            return _show(desk.find(self, request), request)

        async def cancel(request: web.Request) -> web.StreamResponse:
            job = desk.find(self, request)
            job.cancel()
            return _show(job, request)

        async def stream(request: web.Request) -> web.StreamResponse:
            return await _stream(desk.find(self, request), request)

        yield "POST", "/v1/predictions", create
        yield "POST", "/v1/models/{owner}/{name}/predictions", create
        yield "POST", "/v1/deployments/{owner}/{name}/predictions", create
        yield "GET", "/v1/predictions/{id}", get
        yield "POST", "/v1/predictions/{id}/cancel", cancel
        yield "GET", "/v1/streams/{id}", stream


class PredictionVoice:
    """Its events, and what a prediction shows of them."""

    content_type = "text/event-stream; charset=utf-8"

    def __init__(self, occasion: Occasion) -> None:
        self.asked = occasion.asked
        self.n = occasion.n
        self.output: list[str] = []
        self.output_tokens: int | None = None
        self.trouble: str | None = None
        self._number = 0

    def begin(self) -> Events:
        yield self._event("logs", "Running predict()...")

    def say(self, text: str) -> Events:
        self.output.append(text)
        yield self._event("output", text)

    def finish(self, reason: str) -> Events:
        return ()

    def usage(self, output_tokens: int) -> Events:
        self.output_tokens = output_tokens
        return ()

    def done(self) -> Events:
        yield self._event("done", "{}")

    def error(self, trouble: Trouble) -> Events:
        self.trouble = TROUBLES[trouble].message
        yield self._event("error", orjson.dumps({"detail": self.trouble}).decode())
        yield self._event("done", '{"reason":"error"}')

    def give_up(self) -> Events:
        self.trouble = "gave up"
        yield self._event("done", '{"reason":"canceled"}')

    def empty(self) -> Events:
        yield self._event("output", "")

    def nothing(self) -> bytes:
        return b": hi\n\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        """Shown by the prediction, not sent."""
        self.output.append(text)
        self.output_tokens = output_tokens
        return b""

    def _event(self, name: str, data: str) -> bytes:
        self._number += 1
        lines = "".join(f"data: {line}\n" for line in data.split("\n"))
        return f"event: {name}\nid: {self._number}:0\n{lines}\n".encode()


def _wait_s(prefer: str) -> float | None:
    asked = _WAIT.match(prefer)
    return None if asked is None else min(int(asked[1] or _LONGEST_WAIT_S), _LONGEST_WAIT_S)


def _show(job: Job, request: web.Request, status: int = 200) -> web.Response:
    body = orjson.dumps(_prediction(job, f"{request.scheme}://{request.host}/v1"))
    return web.Response(body=body, status=status, content_type="application/json")


def _prediction(job: Job, base_url: str) -> Mapping[str, Any]:
    voice = job.voice
    assert isinstance(voice, PredictionVoice)
    trouble = voice.trouble
    if not voice.asked.stream and job.written:  # what is well is shown, not written
        trouble = read_object(b"".join(job.written))["detail"]
    state = _STATES["failed" if job.state == "done" and trouble else job.state]
    url = f"{base_url}/predictions/{job.id}"
    urls = {"get": url, "cancel": f"{url}/cancel"}
    if voice.asked.stream:
        urls["stream"] = f"{base_url}/streams/{job.id}"
    is_failed = state == "failed"
    is_shown = voice.asked.stream or state == "succeeded"
    return {
        "id": job.id,
        "model": voice.asked.model,
        "version": "hidden",
        "status": state,
        "input": voice.asked.options,
        "output": _output(voice, base_url) if is_shown else None,
        "error": (trouble or "The machine was lost.") if is_failed else None,
        "logs": "",
        "created_at": "2026-11-20T10:00:00.000Z",
        "urls": urls,
        "metrics": _metrics(job, voice) if job.is_over else None,
    }


def _output(voice: PredictionVoice, base_url: str) -> list[str] | str | None:
    kind, host = makes(voice.asked.model), base_url.removesuffix("/v1")
    if kind == "text":
        return voice.output or None
    paths = names(kind, voice.n, voice.asked.options.get("num_outputs", 1))
    return [host + path for path in paths] if kind == "image" else host + paths[0]


def _metrics(job: Job, voice: PredictionVoice) -> Mapping[str, float]:
    metrics: dict[str, float] = {"predict_time": job.seconds, "total_time": job.seconds}
    if voice.output_tokens is None:
        return metrics
    counts = {"input_token_count": voice.asked.prompt_tokens}
    return {**metrics, **counts, "output_token_count": voice.output_tokens}


async def _stream(job: Job, request: web.Request) -> web.StreamResponse:
    """What was written, and what is being written; cut where the machine is lost."""
    response = web.StreamResponse(headers={"Content-Type": job.voice.content_type})
    await response.prepare(request)
    sent = 0
    while True:
        for data in job.written[sent:]:
            await response.write(data)
            sent += 1
        if job.is_over and sent == len(job.written):
            break
        if sent == len(job.written):
            await job.change()
    if job.state == "failed" and request.transport is not None:
        request.transport.close()
    return response
