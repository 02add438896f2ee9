"""Write one stored reply down while it is told: at most every 250 ms what was said since."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable

from edge.core.errors import Overloaded
from edge.core.stopped import Stopped
from edge.reply_file import StoredReply
from edge.stored import Stored
from edge.telling import Telling

_FLUSH_S = 0.25
_PATIENCE_S = 1.0
_BEAT_S = 2.0  # between two signs of life of a reply that says nothing


class Recording:
    """`look` gives the reply as it is now; `run` goes beside the telling, and ends after
    `finish`. A file that cannot be used costs the reply nothing but its being stored."""

    def __init__(self, stored: Stored, telling: Telling, look: Callable[[], StoredReply]) -> None:
        self._stored = stored
        self._telling = telling
        self._look = look
        self._finished = asyncio.Event()
        self._written = asyncio.Event()
        self._last = b""
        self._place = 0  # of the first frame that is not written
        self._seen_at = 0.0
        self._is_added = False

    async def run(self) -> None:
        with self._stored.telling(self._telling.id, self._look):
            try:
                while not self._finished.is_set():
                    await self._write()
                    await self._pause()
                await self._end()
            finally:
                self._written.set()

    async def finish(self, last: bytes = b"") -> None:
        """`last` are the frames that end it; they are told once they are written, so that who
        has heard them finds the reply; but a disk that takes long is not waited for."""
        self._last = last
        self._finished.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                await self._written.wait()

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_FLUSH_S):
                await self._finished.wait()

    async def _write(self) -> None:
        with contextlib.suppress(Overloaded):  # it was logged
            await self._add()
            frames, until = self._unwritten()
            if not frames and time.monotonic() - self._seen_at < _BEAT_S:
                return
            orders = await self._stored.go_on(self._look(), self._place, frames)
            self._place, self._seen_at = until, time.monotonic()
            if orders != "go on":
                self._telling.cancel(Stopped.CANCELLED)

    async def _end(self) -> None:
        with contextlib.suppress(Overloaded):
            await self._add()
            frames, _ = self._unwritten()
            await self._stored.end(self._look(), self._place, frames + self._last)

    async def _add(self) -> None:
        if not self._is_added:
            await self._stored.add(self._look())
            self._is_added = True

    def _unwritten(self) -> tuple[bytes, int]:
        parts: list[bytes] = []
        until = self._place
        while True:
            frames, until = self._telling.journal.read(until)
            if not frames:
                return b"".join(parts), until
            parts.append(frames)
