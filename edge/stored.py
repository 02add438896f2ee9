"""The replies that callers store, whoever of the box's workers tells them, or told them.

    Recording ──what was said since──► Stored ──► one thread ──► one file, or memory

What is being told here is looked up here; the file has the rest. A running reply whose worker has
not written for a while has died with it: `is_lost` says so.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

from edge.core.errors import Overloaded
from edge.core.settings import ReplySettings
from edge.reply_file import Orders, ReplyFile, StoredReply
from edge.state_file import OnThread

_LOST_S = 15.0  # without one
_POLL_S = 0.1  # of a reply that another worker tells
_SWEEP_S = 60.0


class Stored:
    """`settings` is asked each time, but for where they are kept. `path` None: in memory."""

    def __init__(self, settings: Callable[[], ReplySettings], path: Path | None) -> None:
        self._settings = settings
        self._path = path
        self._file = OnThread(self._open, "replies")
        self._told_here: dict[str, Callable[[], StoredReply]] = {}

    @contextlib.contextmanager
    def telling(self, id_: str, look: Callable[[], StoredReply]) -> Iterator[None]:
        """It is told here, and `look` gives it as it is now."""
        self._told_here[id_] = look
        try:
            yield
        finally:
            del self._told_here[id_]

    async def add(self, reply: StoredReply) -> None:
        await self._file.call(lambda file: file.add(reply, time.time()))
        await self.forget()

    async def go_on(self, reply: StoredReply, place: int, frames: bytes) -> Orders:
        return await self._file.call(lambda file: file.go_on(reply, place, frames, time.time()))

    async def end(self, reply: StoredReply, place: int, frames: bytes) -> None:
        await self._file.call(lambda file: file.end(reply, place, frames, time.time()))
        await self.forget()

    async def find(self, id_: str, owner: str) -> StoredReply | None:
        """Nobody learns of another's that there is one."""
        if (here := self._told_here.get(id_)) is not None:
            reply = here()
            return reply if reply.owner == owner else None
        return await self._file.call(lambda file: file.find(id_, owner))

    async def frames(self, id_: str, place: int) -> tuple[bytes, int]:
        return await self._file.call(lambda file: file.frames(id_, place))

    async def follow(self, id_: str, place: int) -> AsyncIterator[bytes]:
        """The frames of one that is not told here, from there on, as long as its worker lives."""
        is_told = True
        while True:
            frames, place = await self.frames(id_, place)
            if frames:
                yield frames
            elif not is_told:
                return
            else:  # once more at least: its last frames may just have come
                is_told = await self._file.call(
                    lambda file: file.is_told(id_, time.time() - _LOST_S)
                )
                if is_told:
                    await asyncio.sleep(_POLL_S)

    async def until_ended(self, id_: str, owner: str, within_s: float) -> StoredReply | None:
        """As it is then, or when the time is up."""
        give_up_at = time.monotonic() + within_s
        while True:
            reply = await self.find(id_, owner)
            is_over = reply is None or not reply.is_running or self.is_lost(reply)
            if is_over or time.monotonic() >= give_up_at:
                return reply
            await asyncio.sleep(_POLL_S)

    async def count_frames(self, id_: str) -> int:
        return await self._file.call(lambda file: file.count_frames(id_))

    async def ask_to_cancel(self, id_: str) -> None:
        """Its worker hears of it at its next sign of life."""
        await self._file.call(lambda file: file.ask_to_cancel(id_))

    async def remove(self, id_: str, owner: str) -> bool:
        return await self._file.call(lambda file: file.remove(id_, owner))

    def is_lost(self, reply: StoredReply) -> bool:
        here = reply.id in self._told_here
        return reply.is_running and not here and time.time() - reply.seen_at > _LOST_S

    async def forget(self) -> None:
        """What is too old, or too much."""
        settings, now = self._settings(), time.time()
        before = now - settings.keep_s
        most, size = settings.most, settings.max_bytes
        await self._file.call(lambda file: file.forget(before, most, size, now - _LOST_S))

    async def sweep(self) -> None:
        """For as long as we run."""
        while True:
            await asyncio.sleep(_SWEEP_S)
            if self._file.is_open or (self._path is not None and self._path.exists()):
                with contextlib.suppress(Overloaded):  # it was logged
                    await self.forget()

    async def close(self) -> None:
        await self._file.close(lambda file: file.close())

    def _open(self) -> ReplyFile:
        return ReplyFile(self._path if self._settings().in_file else None)
