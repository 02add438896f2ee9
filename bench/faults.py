"""What can go wrong at a hosted platform: one row each.

A fault is one of five kinds, by what it touches: the status instead of a reply (`Refuse`), the
clock (`Slow`), the words (`Say`), the wire in the middle of the reply (`Break`), or a part of the
protocol that is left out (`Omit`). A new fault is a new row; a new kind is a new class here and a
new branch where replies are made.

`after` counts the characters that are said before it goes wrong; in a reply that is not
streamed, the bytes of its body.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

NO_FAULT = "none"
_HOUR_MS = 3_600_000.0


class Wire(Protocol):
    """The connection under a reply that has begun."""

    async def send_raw(self, data: bytes) -> None: ...
    async def send_event(self, event: object) -> None: ...
    async def send_nothing(self) -> None: ...  # alive, and no progress: a comment or a blank line
    def close(self) -> None: ...
    def reset(self) -> None: ...


Act = Callable[[Wire, float], Awaitable[bool]]  # (wire, ms) -> does the reply go on?


@dataclass(frozen=True, slots=True)
class Refuse:
    doc: str
    status: int
    type: str
    code: str | None
    message: str
    retry_after: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """One clock is `ms` later: the response head, the first text, or each token after `after`."""

    doc: str
    clock: Literal["head", "first_text", "token"]
    ms: float


@dataclass(frozen=True, slots=True)
class Say:
    """`words(prefix, rest, whole)` is said instead of the rest of the whole answer."""

    doc: str
    words: Callable[[str, str, str], str]


@dataclass(frozen=True, slots=True)
class Break:
    doc: str
    act: Act
    after: int = 40
    ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Omit:
    doc: str
    part: Literal["finish", "usage"]


@dataclass(frozen=True, slots=True)
class Healthy:
    doc: str


Fault = Healthy | Refuse | Slow | Say | Break | Omit


async def _stall(wire: Wire, ms: float) -> bool:
    await asyncio.sleep(ms / 1000)
    return True


async def _keep_alive_only(wire: Wire, ms: float) -> bool:
    until = asyncio.get_running_loop().time() + ms / 1000
    while asyncio.get_running_loop().time() < until:
        await wire.send_nothing()
        await asyncio.sleep(0.1)
    return True


async def _cut(wire: Wire, ms: float) -> bool:
    wire.close()
    return False


async def _reset(wire: Wire, ms: float) -> bool:
    wire.reset()
    return False


async def _end_early(wire: Wire, ms: float) -> bool:
    return False


async def _garble(wire: Wire, ms: float) -> bool:
    await wire.send_raw(b'data: {"choices":[{"index":0,"delta":{"content":"\xff\xfe\x00\xc3(\n\n')
    await wire.send_raw(bytes(range(128, 256)) + b"\n\n")
    return False


async def _bad_line(wire: Wire, ms: float) -> bool:
    await wire.send_raw(b'data: {"choices":[{"index":0,"del\n\n')
    return True


async def _error(wire: Wire, ms: float) -> bool:
    message = "The server had an error while processing your request."
    body = {"message": message, "type": "server_error", "param": None, "code": "server_error"}
    await wire.send_event({"error": body})
    return False


_INVALID = "invalid_request_error"
_BUSY = "service_unavailable_error"

FAULTS: Mapping[str, Fault] = {
    NO_FAULT: Healthy("nothing goes wrong"),
    # the clock
    "delay": Slow("the first token comes ms later", "first_text", 5_000),
    "slow_headers": Slow("even the response head comes ms later", "head", 5_000),
    "drip": Slow("ms between any two tokens, from some place on", "token", 1_000),
    # the wire
    "stall": Break("after some text says nothing for ms, then goes on", _stall, ms=_HOUR_MS),
    "keepalive": Break(
        "only keep-alive comments for ms, then goes on", _keep_alive_only, 0, _HOUR_MS
    ),
    "cut": Break("closes the connection after some text", _cut),
    "reset": Break("resets the connection (TCP RST) after some text", _reset),
    "end_early": Break("ends the body properly, without finish_reason or [DONE]", _end_early),
    "garble": Break("breaks off a line of JSON, sends bytes that are no UTF-8, ends", _garble),
    "bad_line": Break("one malformed line between two good ones; no word is lost", _bad_line),
    "error": Break("an error object inside the 200; with after=0 before any text", _error),
    # the words
    "restart": Say("ignores the prefill and begins again", lambda prefix, rest, whole: whole),
    "echo": Say("repeats the prefill before it goes on", lambda prefix, rest, whole: prefix + rest),
    "empty": Say("finishes at once without a word", lambda prefix, rest, whole: ""),
    # the protocol
    "no_finish": Omit("no finish_reason, though [DONE] comes", "finish"),
    "no_usage": Omit("no usage, though asked for", "usage"),
    # the status
    "400": Refuse(
        "the prompt is longer than the context",
        400,
        _INVALID,
        "context_length_exceeded",
        "This model's maximum context length is 8192 tokens.",
    ),
    "401": Refuse("the key is refused", 401, _INVALID, "invalid_api_key", "Incorrect API key."),
    "403": Refuse("not for this country", 403, _INVALID, "unsupported_country", "Not available."),
    "404": Refuse("no such model", 404, _INVALID, "model_not_found", "The model does not exist."),
    "429": Refuse(
        "rate limit, with Retry-After",
        429,
        "requests",
        "rate_limit_exceeded",
        "Rate limit reached.",
        retry_after=True,
    ),
    "500": Refuse("server error", 500, "server_error", None, "The server had an error."),
    "503": Refuse(
        "overloaded, with Retry-After",
        503,
        _BUSY,
        "server_is_overloaded",
        "That model is currently overloaded.",
        retry_after=True,
    ),
    "529": Refuse("overloaded", 529, "overloaded_error", None, "Overloaded."),
}
