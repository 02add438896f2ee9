"""fal as a simulated platform: a language model's app, asked at once, streamed or by the queue; and
apps that make pictures and films, whose names are longer.

https://docs.fal.ai/model-apis/model-endpoints/queue
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

import orjson
from aiohttp import web

from bench.asked import Asked, Refused
from bench.files import makes, names
from bench.jobs import Answer, Desk, Job
from bench.piecework import PNG
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice
from bench.voices.prompt_request import read_object, read_prompt

_APP = "/{owner}/{app}"
_MEDIA_APP = "/{owner}/{app}/{rest:.+}"
_LONGEST_S = 60.0  # a picture is waited for
_REQUEST = "/queue/{owner}/{app}/requests/{id}"


class Fal:
    """The platform."""

    paths = (f"/run{_APP}", f"/run{_APP}/{{action:stream}}")

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        model = f"{named['owner']}/{named['app']}"
        if "rest" in named:
            model += f"/{named['rest']}"
        return read_prompt(model, read_object(body), stream="action" in named)

    def voice(self, occasion: Occasion) -> Voice:
        return OutputVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps({"detail": refused.message})

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Key ")

    def routes(self, desk: Desk) -> Iterable[tuple[str, str, Answer]]:
        async def submit(request: web.Request) -> web.StreamResponse:
            job = await desk.begin(self, request)
            app = quote(_APP.format_map(request.match_info))
            url = f"{request.scheme}://{request.host}/queue{app}/requests/{job.id}"
            urls = {
                "response_url": url,
                "status_url": f"{url}/status",
                "cancel_url": f"{url}/cancel",
            }
            return _json({"request_id": job.id, "status": "IN_QUEUE", "queue_position": 0, **urls})

        async def status(request: web.Request) -> web.StreamResponse:
            return _status(desk.find(self, request))

        async def result(request: web.Request) -> web.StreamResponse:
            return _result(desk.find(self, request), request)

        async def run(request: web.Request) -> web.StreamResponse:
            job = await desk.begin(self, request)
            try:
                await job.until_over(_LONGEST_S)
            finally:
                job.cancel()  # whoever does not wait any more
            return _result(job, request)

        async def cancel(request: web.Request) -> web.StreamResponse:
            job = desk.find(self, request)
            if job.is_over:
                return _json({"status": "ALREADY_COMPLETED"}, 400)
            job.cancel()
            return _json({"status": "CANCELLATION_REQUESTED"}, 202)

        yield "POST", f"/run{_MEDIA_APP}", run
        yield "POST", f"/queue{_APP}", submit
        yield "POST", f"/queue{_MEDIA_APP}", submit
        yield "GET", f"{_REQUEST}/status", status
        yield "GET", _REQUEST, result
        yield "PUT", f"{_REQUEST}/cancel", cancel


class OutputVoice:
    """Each event has the whole output so far; the last one says so, and what was used."""

    content_type = "text/event-stream; charset=utf-8"

    def __init__(self, occasion: Occasion) -> None:
        self.trouble: Trouble | None = None
        self._asked = occasion.asked
        self._n = occasion.n
        self._said: list[str] = []
        self._is_finished = False

    def begin(self) -> Events:
        return ()

    def say(self, text: str) -> Events:
        self._said.append(text)
        yield _framed(self._output(partial=True))

    def finish(self, reason: str) -> Events:
        self._is_finished = True
        return ()

    def usage(self, output_tokens: int) -> Events:
        if self._is_finished:
            self._is_finished = False
            yield _framed({**self._output(partial=False), "usage": self._counts(output_tokens)})

    def done(self) -> Events:
        if self._is_finished:
            yield _framed(self._output(partial=False))

    def error(self, trouble: Trouble) -> Events:
        message = TROUBLES[trouble].message
        yield _framed({**self._output(partial=False), "error": message})

    def give_up(self) -> Events:
        return self.error("server")

    def empty(self) -> Events:
        yield _framed(self._output(partial=True))

    def nothing(self) -> bytes:
        return b": ping\n\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        if makes(self._asked.model) != "text":
            return orjson.dumps(self._files())
        self._said.append(text)
        usage = {} if output_tokens is None else {"usage": self._counts(output_tokens)}
        return orjson.dumps({**self._output(partial=False), **usage})

    def _output(self, *, partial: bool) -> Mapping[str, Any]:
        return {"output": "".join(self._said), "partial": partial, "error": None}

    def _files(self) -> Mapping[str, Any]:
        given = self._asked.options
        if makes(self._asked.model) == "video":
            (path,) = names("video", self._n, 1)
            return {"video": {"url": path, "content_type": "video/mp4"}}
        urls = names("image", self._n, given.get("num_images", 1))
        if given.get("sync_mode"):
            urls = [f"data:image/png;base64,{base64.b64encode(PNG).decode()}" for _ in urls]
        size = given.get("image_size") or {}
        images = [{"url": url, "content_type": "image/png", **size} for url in urls]
        return {"images": images, "seed": 1, "timings": {"inference": 0.5}}

    def _counts(self, output_tokens: int) -> Mapping[str, int]:
        return {"prompt_tokens": self._asked.prompt_tokens, "completion_tokens": output_tokens}


def _status(job: Job) -> web.Response:
    if job.state == "queued":
        return _json({"status": "IN_QUEUE", "queue_position": 0}, 202)
    if not job.is_over:
        return _json({"status": "IN_PROGRESS", "logs": None}, 202)
    metrics = {"inference_time": job.seconds}
    failed = {} if job.state == "done" else {"error": f"The request is {job.state}."}
    return _json({"status": "COMPLETED", "logs": None, "metrics": metrics, **failed})


def _result(job: Job, request: web.Request) -> web.Response:
    if job.state != "done":
        raise Refused(500 if job.is_over else 400, f"The request is {job.state}.")
    voice = job.voice
    assert isinstance(voice, OutputVoice)
    if voice.trouble is not None:
        raise TROUBLES[voice.trouble]
    here = f'"{request.scheme}://{request.host}/files/'.encode()
    body = b"".join(job.written).replace(b'"/files/', here)
    return web.Response(body=body, content_type="application/json")


def _framed(event: Mapping[str, Any]) -> bytes:
    return b"data: " + orjson.dumps(event) + b"\n\n"


def _json(body: object, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(body), status=status, content_type="application/json")
