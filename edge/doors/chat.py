"""`POST /v1/chat/completions`: OpenAI's chat dialect, as server-sent events or as JSON."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import replace

import orjson
from aiohttp import web

from edge.core.events import Emit, End
from edge.core.types import FinishReason
from edge.doors.body import read_body
from edge.doors.chat_request import ChatRequest, read_chat_request
from edge.doors.chat_wire import KEEP_ALIVE, ChatBody, ChatChunks, is_good_end
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.openai_errors import to_wire
from edge.doors.stream import EventStream
from edge.service import Reply, Service


def routes(front: Front) -> list[web.RouteDef]:
    async def complete(http: web.Request) -> web.StreamResponse:
        arrived_at = time.monotonic()
        service = front.service
        asked = read_chat_request(await read_body(http), request_id(http), client_retries(http))
        reply = await service.begin(replace(asked.request, caller=caller(http)), arrived_at)
        with front.watch(reply, door="chat"):
            if asked.stream:
                return await _stream(front, service, http, asked, reply)
            return await _answer(front, service, asked, reply)

    return [web.post("/v1/chat/completions", complete)]


async def _stream(
    front: Front, service: Service, http: web.Request, asked: ChatRequest, reply: Reply
) -> web.StreamResponse:
    chunks = ChatChunks(asked, reply.account)
    timeout_s = front.write_timeout_s
    stream = EventStream(http, lambda: _headers(reply), KEEP_ALIVE, timeout_s)
    failure: Exception | None = None

    async def send(action: Emit | End) -> None:
        nonlocal failure
        if isinstance(action, Emit):
            await stream.write(chunks.emit(action))
            return
        front.note_end(reply, action)
        if stream.response is None and not is_good_end(action):
            failure = action.error or RuntimeError(f"ended as {action.reason}")
            return
        await stream.write(chunks.end(action))

    try:
        async with asyncio.TaskGroup() as group:
            keep_alive = group.create_task(stream.keep_alive())
            await service.run(reply, send)
            keep_alive.cancel()
    except* ConnectionError:
        pass  # the client has gone, or does not read: the watch counts it
    if stream.response is None:
        response = to_wire(failure).response()
        response.headers.update(_headers(reply))
        return response
    with contextlib.suppress(ConnectionError):
        await stream.response.write_eof()
    return stream.response


async def _answer(front: Front, service: Service, asked: ChatRequest, reply: Reply) -> web.Response:
    body = ChatBody(asked, reply.account)
    ended = End(FinishReason.ERROR)

    async def send(action: Emit | End) -> None:
        nonlocal ended
        if isinstance(action, Emit):
            body.emit(action)
        else:
            front.note_end(reply, action)
            ended = action

    await service.run(reply, send)
    if is_good_end(ended):
        response = web.Response(body=orjson.dumps(body.end(ended)), content_type="application/json")
    else:
        response = to_wire(ended.error).response()
    response.headers.update(_headers(reply))
    return response


def _headers(reply: Reply) -> dict[str, str]:
    return {"x-prelude-plan": reply.plan.describe()}
