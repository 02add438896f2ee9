"""The events of the Responses dialect as frames, and a reply that is wanted whole. Pure.

Unlike in chat completions, each frame has an `event:` line: its clients go by it.
"""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from edge.core.accounting import Account
from edge.core.events import Emit, End
from edge.core.types import Json
from edge.doors.responses_wire import ResponseEvents

KEEP_ALIVE = b": keepalive\n\n"
_DATA = b"\ndata: "


def frame(event: Json) -> bytes:
    kind: str = event["type"]
    return b"event: " + kind.encode() + _DATA + orjson.dumps(event) + b"\n\n"


def frames(events: Iterable[Json]) -> bytes:
    return b"".join(map(frame, events))


def event_of(data: bytes) -> bytes:
    """The event in a frame, as JSON."""
    return data.partition(_DATA)[2].rstrip(b"\n")


class ResponseVoice:
    """The lifecycle's first events come with the first word, or when `begin` is asked for them."""

    keep_alive = KEEP_ALIVE

    def __init__(self, events: ResponseEvents, account: Account) -> None:
        self._events = events
        self._account = account
        self.has_begun = False

    @property
    def has_ended(self) -> bool:
        return self._events.has_ended

    def begin(self) -> bytes:
        if self.has_begun:
            return b""
        self.has_begun = True
        return frames(self._events.begin())

    def emit(self, emit: Emit) -> bytes:
        return self.begin() + frames(self._events.emit(emit))

    def end(self, end: End) -> bytes:
        return self.begin() + frames(self._events.end(end, self._account))

    def cancelled(self) -> bytes:
        return self.begin() + frames(self._events.cancelled(self._account))


class ResponseBody:
    def __init__(self, events: ResponseEvents, account: Account) -> None:
        self._events = events
        self._account = account

    def emit(self, emit: Emit) -> None:
        self._events.emit(emit)

    def end(self, end: End) -> Json:
        self._events.end(end, self._account)
        return self._events.response
