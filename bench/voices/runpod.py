"""A serverless endpoint of RunPod's with vLLM's worker, as a simulated platform.

The worker speaks OpenAI's chat within its jobs: what it says is the job's output.

https://docs.runpod.io/serverless/endpoints/operations
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from aiohttp import web

from bench.asked import Asked, Refused
from bench.chat_reply import ChatVoice
from bench.chat_request import read
from bench.jobs import Answer, Desk, Job, State
from bench.voice import Occasion, Voice
from bench.voices.prompt_request import read_object

_STATES: Mapping[State, str] = {
    "queued": "IN_QUEUE",
    "running": "IN_PROGRESS",
    "done": "COMPLETED",
    "failed": "FAILED",
    "cancelled": "CANCELLED",
}
_ROUTE = "/v1/chat/completions"
_USUAL_WAIT_MS = 90_000


class RunPod:
    """The platform."""

    paths = ()

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        given = read_object(body).get("input")
        if not isinstance(given, dict) or given.get("openai_route") != _ROUTE:
            raise Refused(400, f"input.openai_route must be {_ROUTE}")
        return read(json.dumps(given.get("openai_input")).encode())

    def voice(self, occasion: Occasion) -> Voice:
        return ChatVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps({"error": refused.message})

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")

    def routes(self, desk: Desk) -> Iterable[tuple[str, str, Answer]]:
        async def run(request: web.Request) -> web.StreamResponse:
            job = await desk.begin(self, request)
            return _json({"id": job.id, "status": "IN_QUEUE"})

        async def run_sync(request: web.Request) -> web.StreamResponse:
            job = await desk.begin(self, request)
            await job.until_over(int(request.query.get("wait", _USUAL_WAIT_MS)) / 1000)
            return _json(_status(job))

        async def status(request: web.Request) -> web.StreamResponse:
            return _json(_status(desk.find(self, request)))

        async def stream(request: web.Request) -> web.StreamResponse:
            """What is new since the last time."""
            job = desk.find(self, request)
            new = [{"output": _text(data)} for data in job.written[job.taken :]]
            job.taken = len(job.written)
            return _json({"status": _STATES[job.state], "stream": new, **_error(job)})

        async def cancel(request: web.Request) -> web.StreamResponse:
            job = desk.find(self, request)
            job.cancel()
            return _json({"id": job.id, "status": _STATES[job.state]})

        base = "/v2/{endpoint}"
        yield "POST", f"{base}/run", run
        yield "POST", f"{base}/runsync", run_sync
        yield "GET", f"{base}/status/{{id}}", status
        yield "GET", f"{base}/stream/{{id}}", stream
        yield "POST", f"{base}/cancel/{{id}}", cancel


def _status(job: Job) -> Mapping[str, Any]:
    told: dict[str, Any] = {"id": job.id, "status": _STATES[job.state], "delayTime": 0}
    if job.is_over:
        told |= {"executionTime": round(job.seconds * 1000), **_error(job)}
    if job.state == "done":
        told["output"] = _outputs(job)
    return told


def _outputs(job: Job) -> list[Any]:
    """Of a stream its parts as they were written; a whole reply is one object."""
    try:
        return [orjson.loads(b"".join(job.written))]
    except ValueError:
        return [_text(data) for data in job.written]


def _text(data: bytes) -> str:
    """As the worker does it: a character that is cut is lost."""
    return data.decode(errors="replace")


def _error(job: Job) -> Mapping[str, str]:
    return {"error": "The worker was lost."} if job.state == "failed" else {}


def _json(body: object) -> web.Response:
    return web.Response(body=orjson.dumps(body), content_type="application/json")
