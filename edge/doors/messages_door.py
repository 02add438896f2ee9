"""`POST /v1/messages` and `/v1/messages/count_tokens`: Anthropic's dialect."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial

from aiohttp import web

from edge.core.errors import BadRequest
from edge.core.types import LOCAL, PLANNED
from edge.doors.answering import stream_reply, whole_reply
from edge.doors.body import read_body
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.joining import joining
from edge.doors.messages_count import estimate_input
from edge.doors.messages_errors import refusal
from edge.doors.messages_request import read_count_request, read_messages_request
from edge.doors.messages_wire import MessageBody, MessageEvents

_MOST_BETAS = 32


def routes(front: Front) -> list[web.RouteDef]:
    async def create(http: web.Request) -> web.StreamResponse:
        arrived_at = time.monotonic()
        service, id_ = front.service, request_id(http)
        body = await read_body(http)
        asked = read_messages_request(body, id_, client_retries(http), _betas(http))
        reply = await service.begin(replace(asked.request, caller=caller(http)), arrived_at)
        refuse = partial(refusal, id_)
        with front.watch(reply, door="messages"):
            if asked.stream:
                events = MessageEvents(asked, reply.account)
                return await stream_reply(front, service, http, reply, events, refuse)
            whole = MessageBody(asked, reply.account)
            return await whole_reply(front, service, reply, whole, refuse)

    async def count(http: web.Request) -> web.Response:
        """Estimated: a platform's own count would cost a call, and may be another platform's."""
        request = read_count_request(await read_body(http), request_id(http))
        name = front.service.real_name(request.model)
        if name not in (*PLANNED, LOCAL):
            front.service.knowledge.model(name, "model")
        tokens = estimate_input(request)
        return web.json_response({"input_tokens": tokens, "prelude": {"estimated": True}})

    return [
        web.post("/v1/messages", joining(front, "messages", create)),
        web.post("/v1/messages/count_tokens", count),
    ]


def _betas(http: web.Request) -> tuple[str, ...]:
    """What of the dialect's unfinished parts the caller asks for: Claude's platform is told."""
    given = ",".join(http.headers.getall("anthropic-beta", ()))
    betas = tuple(filter(None, (name.strip() for name in given.split(","))))
    if len(betas) > _MOST_BETAS:
        raise BadRequest(f"`anthropic-beta` may name {_MOST_BETAS} parts; got {len(betas)}.")
    return betas
