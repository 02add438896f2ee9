"""Read a request's body within bounds of size and time."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiohttp import web

from edge.core.errors import BadRequest
from edge.doors.fields import Fields, parse_object

TIMEOUT_S = web.AppKey("TIMEOUT_S", float)


async def read_body(http: web.Request) -> Fields:
    """The JSON object in the body; `BadRequest` names what is wrong with it, or its limit."""
    body = await read_bytes(http)
    if not body:
        raise BadRequest("The body is empty; it must be a JSON object.")
    return parse_object(body)


async def read_bytes(http: web.Request) -> bytes:
    async with bounded(http):
        return await http.read()


@contextlib.asynccontextmanager
async def bounded(http: web.Request) -> AsyncIterator[None]:
    """Around whatever reads the body: a `BadRequest` names the limit, or that it is none."""
    limit_s = http.app[TIMEOUT_S]
    is_here = http.content.is_eof()  # most bodies come with their head, and need no clock
    try:
        async with contextlib.nullcontext() if is_here else asyncio.timeout(limit_s):
            yield
    except TimeoutError as error:
        message = f"The body was not sent within server.request_timeout_ms, {limit_s:g} s."
        raise BadRequest(message, status=408, code="request_timeout") from error
    except web.HTTPRequestEntityTooLarge as error:
        message = f"The body is larger than server.max_body_bytes, {http.client_max_size} bytes."
        raise BadRequest(message, status=413, code="request_too_large") from error
    except web.RequestPayloadError as error:
        message = "The body is not what its Transfer-Encoding or Content-Encoding says."
        raise BadRequest(message, code="invalid_encoding") from error
