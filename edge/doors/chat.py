"""`POST /v1/chat/completions`: OpenAI's chat dialect, as server-sent events or as JSON."""

from __future__ import annotations

import time
from dataclasses import replace

from aiohttp import web

from edge.doors.answering import stream_reply, whole_reply
from edge.doors.body import read_body
from edge.doors.chat_request import read_chat_request
from edge.doors.chat_wire import ChatBody, ChatChunks, chat_choices
from edge.doors.choices import answer_choices
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.joining import joining
from edge.doors.openai_errors import refusal


def routes(front: Front) -> list[web.RouteDef]:
    async def complete(http: web.Request) -> web.StreamResponse:
        arrived_at = time.monotonic()
        service = front.service
        asked = read_chat_request(await read_body(http), request_id(http), client_retries(http))
        asked = replace(asked, request=replace(asked.request, caller=caller(http)))
        if asked.choices > 1:
            choices = chat_choices(asked)
            return await answer_choices(
                front, service, http, asked.request, choices, arrived_at, "chat"
            )
        reply = await service.begin(asked.request, arrived_at)
        with front.watch(reply, door="chat"):
            if asked.stream:
                chunks = ChatChunks(asked, reply.account)
                return await stream_reply(front, service, http, reply, chunks, refusal)
            body = ChatBody(asked, reply.account)
            return await whole_reply(front, service, reply, body, refusal)

    return [web.post("/v1/chat/completions", joining(front, "chat", complete))]
