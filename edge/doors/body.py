"""Read a request's body within bounds of size and time."""

from __future__ import annotations

import asyncio

from aiohttp import web

from edge.core.errors import BadRequest
from edge.doors.fields import Fields, parse_object

_BODY_TIMEOUT_S = 30.0


async def read_body(http: web.Request) -> Fields:
    """The JSON object in the body; `BadRequest` names what is wrong with it, or its limit."""
    body = await read_bytes(http)
    if not body:
        raise BadRequest("The body is empty; it must be a JSON object.")
    return parse_object(body)


async def read_bytes(http: web.Request) -> bytes:
    limit = http.client_max_size
    try:
        async with asyncio.timeout(_BODY_TIMEOUT_S):
            return await http.read()
    except TimeoutError as error:
        message = f"The body was not sent within {_BODY_TIMEOUT_S:g} s."
        raise BadRequest(message, status=408) from error
    except web.HTTPRequestEntityTooLarge as error:
        message = f"The body is larger than server.max_body_bytes, {limit} bytes."
        raise BadRequest(message, status=413, code="request_too_large") from error
