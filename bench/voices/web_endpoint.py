"""Somebody's own web endpoint on Modal, as a simulated platform.

After `patience_ms`, a part of its address, a reply that is not there is referred to by a redirect;
Modal's own patience is 150 s. `/web/0/talk` refers at once, `/web/150000/talk` as Modal does.

https://modal.com/docs/guide/webhook-timeouts
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import orjson
from aiohttp import web

from bench.asked import Asked, Refused
from bench.jobs import Answer, Desk, Job
from bench.voice import Occasion, Voice
from bench.voices.fal import OutputVoice
from bench.voices.prompt_request import read_object, read_prompt

_PATH = "/web/{patience_ms:[0-9]+}/{name}"
_LEAST_PATIENCE_S = 0.01  # so that a chain of redirects is not spun through at once


class WebEndpoint:
    """The platform."""

    paths = ()

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return read_prompt(named["name"], read_object(body), stream=False)

    def voice(self, occasion: Occasion) -> Voice:
        return OutputVoice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps({"detail": refused.message})

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")

    def routes(self, desk: Desk) -> Iterable[tuple[str, str, Answer]]:
        async def call(request: web.Request) -> web.StreamResponse:
            return await _result(await desk.begin(self, request), request)

        async def result(request: web.Request) -> web.StreamResponse:
            return await _result(desk.find(self, request), request)

        yield "POST", _PATH, call
        yield "GET", f"{_PATH}/{{id}}", result


async def _result(job: Job, request: web.Request) -> web.Response:
    patience_s = int(request.match_info["patience_ms"]) / 1000
    if not await job.until_over(max(_LEAST_PATIENCE_S, patience_s)):
        path = _PATH.replace("{patience_ms:[0-9]+}", "{patience_ms}").format(**request.match_info)
        return web.Response(status=303, headers={"Location": f"{path}/{job.id}"})
    if job.state != "done":
        raise Refused(500, "The function failed.")
    return web.Response(body=b"".join(job.written), content_type="application/json")
