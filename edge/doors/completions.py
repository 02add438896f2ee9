"""`POST /v1/completions`: a text is gone on with, or a gap in one is filled, in OpenAI's dialect.

For editors. With a `suffix` only those are asked who fill gaps; what they say is shown line by
line, without what the suffix says again. There is no opening: words of one model in the middle of
another's code would help nobody. A stream that breaks is gone on with by the next model, for which
what was said already is a part of the prompt.
"""

from __future__ import annotations

import time
from dataclasses import replace

from aiohttp import web

from edge.doors.answering import stream_reply, whole_reply
from edge.doors.body import read_body
from edge.doors.choices import answer_choices
from edge.doors.completions_request import read_completion_request
from edge.doors.completions_wire import CompletionBody, CompletionChunks, completion_choices
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.joining import joining
from edge.doors.openai_errors import refusal

_DOOR = "completions"


def routes(front: Front) -> list[web.RouteDef]:
    async def complete(http: web.Request) -> web.StreamResponse:
        arrived_at = time.monotonic()
        service = front.service
        asked = read_completion_request(
            await read_body(http), request_id(http), client_retries(http)
        )
        asked = replace(asked, request=replace(asked.request, caller=caller(http)))
        if asked.choices > 1:
            choices = completion_choices(asked)
            return await answer_choices(
                front, service, http, asked.request, choices, arrived_at, _DOOR
            )
        reply = await service.begin(asked.request, arrived_at)
        with front.watch(reply, door=_DOOR):
            if asked.stream:
                chunks = CompletionChunks(asked, reply.account)
                return await stream_reply(front, service, http, reply, chunks, refusal)
            body = CompletionBody(asked, reply.account)
            return await whole_reply(front, service, reply, body, refusal)

    return [web.post("/v1/completions", joining(front, _DOOR, complete))]
