"""`POST /v1/ui/messages`: Vercel's AI SDK, as `useChat` and its default transport speak it.

A reply is told to its one listener and ends with it. So there is never one to resume, which is what
the transport asks with `GET /v1/ui/messages/{id}/stream`.
"""

from __future__ import annotations

import time
from dataclasses import replace

from aiohttp import web

from edge.doors.answering import stream_reply
from edge.doors.body import read_body
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.joining import joining
from edge.doors.openai_errors import refusal
from edge.doors.ui_request import read_ui_request
from edge.doors.ui_wire import HEADERS, UiChunks


def routes(front: Front) -> list[web.RouteDef]:
    async def create(http: web.Request) -> web.StreamResponse:
        arrived_at, service = time.monotonic(), front.service
        asked = read_ui_request(await read_body(http), request_id(http), client_retries(http))
        reply = await service.begin(replace(asked.request, caller=caller(http)), arrived_at)
        with front.watch(reply, door="ui"):
            chunks = UiChunks(asked, reply.account)
            return await stream_reply(front, service, http, reply, chunks, refusal, HEADERS)

    async def resume(_: web.Request) -> web.Response:
        return web.Response(status=204)

    return [
        web.post("/v1/ui/messages", joining(front, "ui", create)),
        web.get("/v1/ui/messages/{id}/stream", resume),
    ]
