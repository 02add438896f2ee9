"""`POST /v1/ui/messages`: Vercel's AI SDK, as `useChat` and its default transport speak it.

A reply is told to its one listener and ends with it: that is how a page stops one. A page that says
`"resume": true` (`useChat({resume: true})`) gives that up. Its reply goes on for a while when the
line is lost, and `GET /v1/ui/messages/{chat}/stream` tells it from its beginning, at any worker of
the box, and until somebody has heard its end. Where there is nothing to tell, and for any other
key, the answer is 204.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace

from aiohttp import web

from edge.doors.answering import stream_reply
from edge.doors.body import read_body
from edge.doors.forwarding import Away, forward, is_forwarded
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.joining import joining
from edge.doors.listening import answer_of, listen
from edge.doors.openai_errors import refusal
from edge.doors.ui_request import UiRequest, read_ui_request
from edge.doors.ui_wire import HEADERS, UiChunks
from edge.telling import Answer, Telling
from edge.tellings import Joining


def routes(front: Front) -> list[web.RouteDef]:
    async def create(http: web.Request) -> web.StreamResponse:
        arrived_at = time.monotonic()
        asked = read_ui_request(await read_body(http), request_id(http), client_retries(http))
        asked = replace(asked, request=replace(asked.request, caller=caller(http)))
        if asked.chat is None:
            return await answer(http, asked, arrived_at)

        async def work(telling: Telling) -> Answer | None:
            return answer_of(await answer(telling, asked, arrived_at))

        id_, chat = f"chat_{asked.request.id}", _chat(asked.chat)
        telling = front.tellings.start(id_, caller(http), work, joining=chat, can_resume=False)
        return await tell(http, telling)

    async def answer(
        reader: web.Request | Telling, asked: UiRequest, arrived_at: float
    ) -> web.StreamResponse:
        service = front.service
        reply = await service.begin(asked.request, arrived_at)
        with front.watch(reply, door="ui"):
            chunks = UiChunks(asked, reply.account)
            return await stream_reply(front, service, reader, reply, chunks, refusal, HEADERS)

    async def tell(http: web.Request, telling: Telling) -> web.StreamResponse:
        response = await listen(http, telling, front.patience)
        if telling.is_heard:
            front.tellings.forget(telling)
        return response

    async def resume(http: web.Request) -> web.StreamResponse:
        telling = front.tellings.join(caller(http), _chat(http.match_info["id"]))
        if telling is not None:
            return await tell(http, telling)
        for door in () if is_forwarded(http) else front.homes.others:
            with contextlib.suppress(Away):  # what was told there has ended with it
                response = await forward(http, door, front.patience)
                if response.status != web.HTTPNoContent.status_code:
                    return response
        return web.Response(status=web.HTTPNoContent.status_code)

    return [
        web.post("/v1/ui/messages", joining(front, "ui", create)),
        web.get("/v1/ui/messages/{id}/stream", resume),
    ]


def _chat(id_: str) -> Joining:
    """The latest reply of a chat is the one that is taken up, whatever was asked."""
    return Joining("ui/chat", id_, b"")
