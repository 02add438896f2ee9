"""What the doors share behind which something is made in one piece."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

import orjson
from aiohttp import web

from edge.core.errors import BadRequest, DeadlineExceeded, EdgeError, TierRejected
from edge.core.events import End
from edge.core.media import Made, MediaRequest
from edge.core.types import PLANNED, FinishReason, Json, Options
from edge.doors.body import read_body
from edge.doors.fields import Fields
from edge.doors.front import Front
from edge.doors.guard import client_retries, request_id
from edge.doors.openai_errors import WireError, to_wire
from edge.doors.options import read_options
from edge.make import Making, begin, make
from edge.report import media_report

Read = Callable[[Fields, str, int], MediaRequest]
Write = Callable[[Making, Made], Json]


async def answer(
    front: Front, http: web.Request, door: str, read: Read, write: Write
) -> web.Response:
    """`read` takes the body, the request's id and the caller's retries; `write` makes the body of
    the answer, but for its `prelude`."""
    arrived_at = time.monotonic()
    service = front.service
    request = read(await read_body(http), request_id(http), client_retries(http))
    making = begin(service, request, arrived_at)
    with front.watch(making, door):
        try:
            made = await make(service, making)
        except EdgeError as error:
            is_late = isinstance(error, DeadlineExceeded)
            reason = FinishReason.DEADLINE if is_late else FinishReason.ERROR
            front.note_end(making, End(reason, error))
            response = _told(error).response()
        else:
            front.note_end(making, End(FinishReason.STOP))
            report = media_report(making.account, trace=request.options.trace)

            def encode() -> bytes:
                body = {**write(making, made), "prelude": report}
                if made.extra:
                    body["provider_extra"] = made.extra
                return orjson.dumps(body)

            # In a thread: 2,048 vectors take 0.15 s to write, and others are waiting.
            data = await asyncio.to_thread(encode)
            response = web.Response(body=data, content_type="application/json")
    response.headers["x-prelude-plan"] = making.plan_line
    return response


def read_media_options(body: Fields) -> Options:
    """Raises `BadRequest` for one that is about a reply's words."""
    options = read_options(body)
    for name in ("draft", "strategy", "task", "quality", "priority", "max_cost_cents"):
        if getattr(options, name) is not None:
            message = f"`prelude.{name}` means nothing here: it is about replies in words."
            raise BadRequest(message, param=f"prelude.{name}", code="unsupported_parameter")
    return options


def model_said(making: Making) -> str:
    """Whoever left the choice to us is told who it was."""
    asked = making.request.model
    return making.account.models[-1] if asked in PLANNED else asked


def _told(error: EdgeError) -> WireError:
    """A model's own limit is another one here than the length of a conversation."""
    wire = to_wire(error)
    if isinstance(error, TierRejected) and error.own_limit and error.code is None:
        return replace(wire, code="unsupported_value")
    return wire
