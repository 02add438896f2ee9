"""What was asked of the simulator, and how each reply ended: `GET /log`.

A test reads here whether an upstream connection was really closed, and how soon that was noticed.
It waits for a number of requests, or of ends, instead of sleeping.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

from bench.asked import Asked

_NOT_SHOWN = (
    "authorization",
    "x-api-key",
    "x-amz-security-token",
    "x-goog-api-key",
    "cookie",
    "host",
    "content-length",
    "connection",
)


class Entry:
    """One request. `ended` is open, finished, cancelled (by the client), refused or fault."""

    def __init__(self, n: int, headers: Mapping[str, str], changed: Callable[[], None]) -> None:
        self.n = n
        self.arrived = time.monotonic()
        self.received_at = time.time()  # for people; durations come from the monotonic clock
        self._headers = {k.lower(): v for k, v in headers.items() if k.lower() not in _NOT_SHOWN}
        self._changed = changed
        self._asked: Asked | None = None
        self._fault = ""
        self._last_write: float | None = None
        self._ended_at: float | None = None
        self.status: int | None = None
        self.ended = "open"
        self.chunks = 0
        self.characters = 0

    def understood(self, asked: Asked, fault: str) -> None:
        self._asked, self._fault = asked, fault

    def said(self, text: str) -> None:
        self.chunks += 1
        self.characters += len(text)

    def wrote(self) -> None:
        self._last_write = time.monotonic()

    def end(self, how: str) -> None:
        """The first end counts: a client may well leave after the last word."""
        if self.ended == "open":
            self.ended, self._ended_at = how, time.monotonic()
            self._changed()

    def shown(self) -> dict[str, Any]:
        asked = self._asked
        since = self._last_write if self.ended == "cancelled" else None
        return {
            "n": self.n,
            "model": asked.model if asked else None,
            "received_at": self.received_at,
            "stream": asked.stream if asked else None,
            "roles": asked.roles if asked else (),
            "prefix": asked.prefix if asked else "",
            "options": asked.options if asked else {},
            "headers": self._headers,
            "fault": self._fault,
            "status": self.status,
            "chunks": self.chunks,
            "characters": self.characters,
            "ended": self.ended,
            "ended_ms": _ms(self.arrived, self._ended_at),
            "noticed_ms": _ms(since, self._ended_at),  # from the last write to the client's leaving
        }


class RequestLog:
    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._change = asyncio.Event()

    def begin(self, headers: Mapping[str, str]) -> Entry:
        entry = Entry(len(self._entries), headers, self._tell)
        self._entries.append(entry)
        self._tell()
        return entry

    async def wait(self, requests: int, ended: int, wait_s: float) -> None:
        """Until so many came and so many ended, or the time is over."""
        try:
            async with asyncio.timeout(wait_s):
                while len(self._entries) < requests or self._ended() < ended:
                    await self._change.wait()
        except TimeoutError:
            return

    def shown(self) -> list[dict[str, Any]]:
        return [entry.shown() for entry in self._entries]

    def _ended(self) -> int:
        return sum(entry.ended != "open" for entry in self._entries)

    def _tell(self) -> None:
        self._change.set()
        self._change = asyncio.Event()


def _ms(start: float | None, end: float | None) -> float | None:
    return None if start is None or end is None else round((end - start) * 1000, 1)
