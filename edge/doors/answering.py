"""Tell one reply, in whatever dialect its door speaks: as server-sent events or in one body.

A door brings the words (`Voice` or `Body`, pure) and its way of refusing; how a reply runs, who
hears of its end, and what becomes of a client that has gone, is the same for all of them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Protocol

import orjson
from aiohttp import web

from edge.core.events import Emit, End
from edge.core.types import FinishReason, Json
from edge.doors.front import Front
from edge.doors.listening import open_outlet
from edge.service import Reply, Service
from edge.telling import Telling

Refuse = Callable[[Exception | None], web.Response]  # an error in the dialect's words


class Voice(Protocol):
    """One dialect's words for one streamed reply. `keep_alive` says nothing."""

    keep_alive: bytes

    def emit(self, emit: Emit) -> bytes: ...

    def end(self, end: End) -> bytes:
        """The last events, also those of an end that is none of the dialect's own."""


class Body(Protocol):
    """Collects one reply for a client that wants it whole."""

    def emit(self, emit: Emit) -> None: ...

    def end(self, end: End) -> Json:
        """Only for a good end."""


async def stream_reply(
    front: Front,
    service: Service,
    reader: web.Request | Telling,
    reply: Reply,
    voice: Voice,
    refuse: Refuse,
    head: Mapping[str, str] | None = None,
) -> web.StreamResponse:
    """A reply that ends before its first word for no good reason is refused with a status. `head`:
    what a stream of this dialect has besides."""
    head = headers(reply) | dict(head or {})
    stream = open_outlet(reader, head, voice.keep_alive, front.patience)
    failure: Exception | None = None
    is_good = False

    async def send(action: Emit | End) -> None:
        nonlocal failure, is_good
        if isinstance(action, Emit):
            stream.hold(voice.emit(action))
            return
        front.note_end(reply, action)
        is_good = action.is_good
        if stream.is_silent and not is_good:
            failure = action.error or RuntimeError(f"ended as {action.reason}")
            return
        stream.hold(voice.end(action))

    try:
        async with asyncio.TaskGroup() as group:
            keep_alive = group.create_task(stream.keep_alive())
            await service.run(reply, send, stream.flush)
            keep_alive.cancel()
    except* ConnectionError:
        pass  # the client has gone, or does not read: the watch counts it
    if stream.is_open:
        return await stream.end(is_good=is_good)
    response = refuse(failure)
    response.headers.update(headers(reply))
    return response


async def whole_reply(
    front: Front, service: Service, reply: Reply, body: Body, refuse: Refuse
) -> web.Response:
    ended = End(FinishReason.ERROR)

    async def send(action: Emit | End) -> None:
        nonlocal ended
        if isinstance(action, Emit):
            body.emit(action)
        else:
            front.note_end(reply, action)
            ended = action

    await service.run(reply, send)
    if ended.is_good:
        response = web.Response(body=orjson.dumps(body.end(ended)), content_type="application/json")
    else:
        response = refuse(ended.error)
    response.headers.update(headers(reply))
    return response


def headers(reply: Reply) -> dict[str, str]:
    return {"x-prelude-plan": reply.plan.describe()}
