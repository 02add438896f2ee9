"""Jobs: replies of the simulator that are made whether or not anybody listens.

A job is the `Line` of its own reply: what is said lies there until it is fetched, in the form that
its platform has for it. It is over when all is said, when its machine is lost (whatever would
cut a connection), or when it is cancelled.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Literal, Protocol, runtime_checkable

from aiohttp import web

from bench.reply import Reply
from bench.request_log import Entry
from bench.voice import Platform, Voice

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
State = Literal["queued", "running", "done", "failed", "cancelled"]


class Job:
    def __init__(self, id_: str, entry: Entry) -> None:
        self.id = id_
        self.state: State = "queued"
        self.written: list[bytes] = []  # as its platform's voice said it
        self.taken = 0  # of those: fetched by a poll
        self._entry = entry
        self._voice: Voice | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_lost = False
        self._began_at: float | None = None
        self._seconds = 0.0
        self._change = asyncio.Event()

    @property
    def voice(self) -> Voice:
        assert self._voice is not None  # whoever has the job from the desk sees it run
        return self._voice

    @property
    def is_over(self) -> bool:
        return self.state not in ("queued", "running")

    @property
    def seconds(self) -> float:
        """For which a machine was at work."""
        if self._began_at is None or self.is_over:
            return self._seconds
        return time.monotonic() - self._began_at

    def run(self, reply: Reply) -> None:
        self._voice = reply.voice
        self._began_at = time.monotonic()
        self._task = asyncio.get_running_loop().create_task(self._run(reply))

    def cancel(self) -> None:
        """Only while it is not over."""
        if self._task is not None and not self.is_over:
            self._end("cancelled")
            self._entry.end("cancelled")
            self._task.cancel()

    async def until_over(self, wait_s: float) -> bool:
        try:
            async with asyncio.timeout(wait_s):
                while not self.is_over:
                    await self.change()
        except TimeoutError:
            return False
        return True

    async def change(self) -> None:
        """Until there is something new."""
        await self._change.wait()

    async def _run(self, reply: Reply) -> None:
        try:
            await reply.run()
        finally:
            if not self.is_over:
                self._end("failed" if self._is_lost else "done")

    def _end(self, state: State) -> None:
        self._seconds = self.seconds
        self.state = state
        self._tell()

    def _tell(self) -> None:
        self._change.set()
        self._change = asyncio.Event()

    # -- as a line ---------------------------------------------------------------

    async def open(self, content_type: str, request_id: str, *, gzip: bool) -> None:
        self.state = "running"
        self._tell()

    async def write(self, data: bytes) -> None:
        self.written.append(data)
        self._tell()

    def write_unframed(self, data: bytes) -> None:
        self._is_lost = True

    def close(self) -> None:
        self._is_lost = True

    def reset(self) -> None:
        self._is_lost = True


class Desk(Protocol):
    """Where jobs are begun and found. Both raise `Refused`."""

    async def begin(self, platform: Platform, request: web.Request, /) -> Job: ...

    def find(self, platform: Platform, request: web.Request, /) -> Job:
        """By the `id` in its path."""


@runtime_checkable
class RunsJobs(Protocol):
    """A platform that has more to be asked than for one reply: (method, path, who answers). Any
    answer may raise `Refused`."""

    def routes(self, desk: Desk, /) -> Iterable[tuple[str, str, Answer]]: ...
