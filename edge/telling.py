"""A telling: one answer being made, apart from whoever listens to it.

    work ──frames──► journal ◄──place── any number of listeners, each at its own pace

The work is a task of its own. It says its frames into the journal, or ends with an answer in one
piece, or with an error; what it does besides (settling a reply) it does once, however many listen.
A listener reads from any place on, so one that lost its line goes on where it was, and one that is
slow is bounded by the journal itself.

When the last listener has gone, an answer that can be found again (it has begun, and has an id or
a key) goes on for a while in the hope that someone comes back; any other is cancelled at once, down
to the platforms. One that is made in the background needs no listener at all.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from edge.core.errors import EdgeError
from edge.core.stopped import Stopped
from edge.journal import Journal

_log = logging.getLogger("prelude")


@dataclass(frozen=True, slots=True)
class Answer:
    """In one piece: a whole reply, or a refusal."""

    status: int
    body: bytes = field(repr=False)
    content_type: str
    headers: Mapping[str, str]


class Broken(EdgeError):
    """The telling was stopped before its end."""


Work = Callable[["Telling"], Awaitable[Answer | None]]  # None: all was said in frames


class Telling:
    """`grace_s` is how long it goes on without a listener, once it can be found again: `key` says
    that this is so from the start. `is_background`: it goes on to its end in any case. `grow` is
    told by how many bytes the journal grows."""

    def __init__(
        self,
        id_: str,
        owner: str,
        *,
        grace_s: float = 0.0,
        can_resume: bool = True,
        has_key: bool = False,
        is_background: bool = False,
        grow: Callable[[int], None] = lambda size: None,
    ) -> None:
        self.id = id_
        self.owner = owner
        self.can_resume = can_resume
        self.journal = Journal()
        self.head: Mapping[str, str] | None = None  # a stream's headers, once it has begun
        self.keep_alive = b""
        self.answer: Answer | None = None
        self.error: Exception | None = None
        self.has_failed = False  # its frames end with an error, or before their end
        self.is_over = False
        self.is_heard = False  # by someone, to its own end
        self.stopped: Stopped | None = None  # why it was asked to stop, if it was
        self._grace_s = grace_s
        self._has_key = has_key
        self._is_background = is_background
        self._grow = grow
        self._listeners = 0
        self._news = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def is_good(self) -> bool:
        """It came to its own end, and was not refused."""
        refused = self.answer is not None and self.answer.status >= 400
        return self.is_over and self.error is None and not refused and not self.has_failed

    # What is said.

    def begin(self, head: Mapping[str, str], keep_alive: bytes) -> None:
        """From here on it is a stream; what goes wrong is told in it."""
        if self.head is None:
            self.head, self.keep_alive = head, keep_alive
            self._tell()

    def say(self, frames: bytes) -> None:
        self._grow(self.journal.append(frames))
        self._tell()

    # Those who listen.

    @contextmanager
    def listening(self) -> Iterator[None]:
        self._listeners += 1
        self._stop_timer()
        try:
            yield
        finally:
            self._listeners -= 1
            if not self._listeners:
                self._go_on_alone()

    async def begun(self) -> None:
        """Wait until it is a stream, or is over."""
        while self.head is None and not self.is_over:
            await self._news.wait()

    async def follow(self, place: int = 0) -> AsyncIterator[bytes]:
        """The frames from there on, as they are said, to the end. Raises `Broken` when that is
        not its own end."""
        while True:
            news = self._news
            frames, place = self.journal.read(place)
            if frames:
                yield frames
            elif not self.is_over:
                await news.wait()
            elif self.error is not None:
                raise Broken(self.id) from self.error
            else:
                self.is_heard = True
                return

    # Its life.

    def start(self, work: Work) -> asyncio.Task[None]:
        """Whoever starts it owns the task, and waits for it in the end."""
        self._task = asyncio.get_running_loop().create_task(self._run(work))
        self._task.add_done_callback(self._end)
        return self._task

    @property
    def is_cancelled(self) -> bool:
        return self.stopped is not None

    def cancel(self, why: Stopped = Stopped.CLIENT_GONE) -> None:
        """Its work hears of it soon, and not before its first step: it may have last words."""
        if self._task is not None and not self.is_over and not self.is_cancelled:
            self.stopped = why
            asyncio.get_running_loop().call_soon(self._task.cancel)

    async def wait(self) -> None:
        while not self.is_over:
            await self._news.wait()

    async def _run(self, work: Work) -> None:
        try:
            self.answer = await work(self)
        except EdgeError as error:
            self.error = error
        except Exception as error:
            _log.exception("request %s failed", self.id)
            self.error = error

    def _end(self, task: asyncio.Task[None]) -> None:
        if task.cancelled():
            self.error = Broken(self.id)
        self.is_over = True
        self._stop_timer()
        self._tell()

    def _go_on_alone(self) -> None:
        if self.is_over or self._is_background:
            return
        can_be_found = self._has_key or self.journal.count > 0
        if self._grace_s and can_be_found:
            self._timer = asyncio.get_running_loop().call_later(self._grace_s, self.cancel)
        else:
            self.cancel()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()
