"""Our errors in Anthropic's words.

Which status an error has, and whether trying again can help, is the same in every dialect
(`openai_errors.py`), but for one: who is overloaded says 529 here.
"""

from __future__ import annotations

from dataclasses import replace

import orjson
from aiohttp import web

from edge.core.types import Json
from edge.doors import openai_errors
from edge.doors.openai_errors import WireError

_TYPES = {
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    409: "conflict_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}
_OVERLOADED = 529


def speaks_anthropic(http: web.Request) -> bool:
    """Whether who asks wants to be answered in this dialect, whatever becomes of it."""
    if http.path.startswith("/v1/models"):
        return "anthropic-version" in http.headers
    return http.path == "/v1/messages" or http.path.startswith("/v1/messages/")


def to_wire(error: Exception | None) -> WireError:
    wire = openai_errors.to_wire(error)
    return replace(wire, status=_OVERLOADED) if wire.status == 503 else wire


def error_body(wire: WireError, request_id: str) -> Json:
    kind = _TYPES.get(wire.status, "api_error" if wire.status >= 500 else "invalid_request_error")
    error: Json = {"type": kind, "message": wire.message}
    if wire.code is not None:
        error["details"] = {"error_code": wire.code}
    return {"type": "error", "error": error, "request_id": request_id}


def error_response(wire: WireError, request_id: str) -> web.Response:
    return web.Response(
        status=wire.status,
        body=orjson.dumps(error_body(wire, request_id)),
        content_type="application/json",
        headers=wire.headers(),
    )


def refusal(request_id: str, error: Exception | None) -> web.Response:
    return error_response(to_wire(error), request_id)
