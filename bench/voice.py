"""How a simulated platform speaks: the seam between one simulator and many dialects.

A *platform* says where it answers, reads what it is asked and declines in its own words; a *voice*
says one reply, event by event, as bytes that are ready for the wire. Neither knows a clock, a
socket or a fault: `reply.py` decides when each event leaves, and what becomes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from bench.asked import Asked, Refused

Events = Iterable[bytes]
Trouble = Literal["server", "rate_limit"]
TROUBLES: Mapping[Trouble, Refused] = {
    "server": Refused(
        500,
        "The server had an error while processing your request.",
        kind="server_error",
        code="server_error",
    ),
    "rate_limit": Refused(
        429, "Rate limit reached.", kind="rate_limit_error", code="rate_limit_exceeded"
    ),
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """One reply: the `n`-th, begun at `created` (seconds since 1970). `tool` is the function that
    it calls, with the reply's words for arguments; None: they are text."""

    n: int
    created: int
    asked: Asked
    tool: str | None = None

    @property
    def call_id(self) -> str:
        return f"call_sim{self.n}"


class Voice(Protocol):
    """One reply. Each method gives the events that say so, in order, none where the dialect has
    nothing for it. Finish reasons are OpenAI's: `stop`, `length`, `tool_calls`."""

    @property
    def content_type(self) -> str:
        """Of a stream."""

    def begin(self) -> Events: ...
    def say(self, text: str, /) -> Events: ...
    def finish(self, reason: str, /) -> Events: ...
    def usage(self, output_tokens: int, /) -> Events: ...
    def done(self) -> Events: ...

    def error(self, trouble: Trouble, /) -> Events:
        """In the middle of a stream that began well."""

    def give_up(self) -> Events:
        """A finish reason that is none."""

    def empty(self) -> Events:
        """An event without a word."""

    def nothing(self) -> bytes:
        """Keeps a connection alive, and means nothing; empty where the dialect has no such."""

    def whole(self, text: str, reason: str | None, output_tokens: int | None, /) -> bytes:
        """The reply as one body; None leaves a part of it out."""


class Platform(Protocol):
    """`paths` are where it is asked, in aiohttp's form: `/models/{model}:generate`."""

    @property
    def paths(self) -> tuple[str, ...]: ...

    def read(self, body: bytes, named: Mapping[str, str], /) -> Asked:
        """`named` are the parts of the path. Raises `Refused`."""

    def voice(self, occasion: Occasion, /) -> Voice: ...
    def refusal(self, refused: Refused, /) -> bytes: ...

    def key(self, headers: Mapping[str, str], /) -> str:
        """The key that the caller sent; empty: none."""


@runtime_checkable
class NamesErrorsInHead(Protocol):
    """A platform whose refusals say in a header what they are."""

    def refusal_headers(self, refused: Refused, /) -> Mapping[str, str]: ...
