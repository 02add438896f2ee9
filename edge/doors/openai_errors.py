"""Our errors in OpenAI's words: a status, a body, and whether trying again can help."""

from __future__ import annotations

import math
from dataclasses import dataclass

import orjson
from aiohttp import web

from edge.core.errors import (
    BadRequest,
    DeadlineExceeded,
    Overloaded,
    TierError,
    TierRateLimited,
    TierRejected,
)
from edge.core.types import Json


@dataclass(frozen=True, slots=True)
class WireError:
    """`retry_after_s` goes out in whole seconds; `final` tells clients not to try again by
    themselves: we have been through the whole chain already."""

    status: int
    message: str
    type: str
    code: str | None = None
    param: str | None = None
    retry_after_s: float | None = None
    final: bool = False

    def body(self) -> Json:
        return {
            "error": {
                "message": self.message,
                "type": self.type,
                "param": self.param,
                "code": self.code,
            }
        }

    def headers(self) -> dict[str, str]:
        headers = {}
        if self.retry_after_s is not None:
            headers["Retry-After"] = str(max(1, math.ceil(self.retry_after_s)))
        if self.final:
            headers["x-should-retry"] = "false"
        return headers

    def response(self) -> web.Response:
        return web.Response(
            status=self.status,
            body=orjson.dumps(self.body()),
            content_type="application/json",
            headers=self.headers(),
        )


_TYPES = {403: "permission_error", 429: "rate_limit_error"}


def to_wire(error: Exception | None) -> WireError:
    message = str(error)
    match error:
        case BadRequest():
            kind = _TYPES.get(error.status, "invalid_request_error")
            return WireError(error.status, message, kind, error.code, error.param)
        case Overloaded():
            return WireError(
                503,
                message,
                "service_unavailable_error",
                "server_is_overloaded",
                retry_after_s=error.retry_after_s,
            )
        case DeadlineExceeded():
            return WireError(504, message, "timeout_error", "deadline_exceeded", final=True)
        case TierRejected(own_limit=True):
            code = error.code or "context_length_exceeded"
            return WireError(400, message, "invalid_request_error", code, error.param)
        case TierRejected():
            status = error.status or 400
            return WireError(status, message, "invalid_request_error", error.code, error.param)
        case TierRateLimited():
            return WireError(
                429,
                message,
                "rate_limit_error",
                "rate_limit_exceeded",
                retry_after_s=error.retry_after_s,
                final=True,
            )
        case TierError():
            return WireError(502, message, "upstream_error", "no_target_left", final=True)
        case _:
            return WireError(500, "Internal error; see the log.", "server_error", "internal_error")


def refusal(error: Exception | None) -> web.Response:
    return to_wire(error).response()
