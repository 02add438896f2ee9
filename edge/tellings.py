"""The tellings of one worker: those that run, and those that ended lately and may be joined.

Bounded by number and by bytes. Where there is no room, what has ended goes first, the oldest of all
at its head; what runs is never dropped, and a new one is refused instead.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from edge.core.errors import BadRequest, Overloaded
from edge.core.settings import ReplySettings
from edge.telling import Telling, Work

_FULL_RETRY_S = 5.0


@dataclass(frozen=True, slots=True)
class Joining:
    """A request that may be sent twice: `key` is the caller's word for it, at this door, and `body`
    stands for all that it asks."""

    door: str
    key: str
    body: bytes


class Tellings:
    """`settings` is asked each time: a reload counts for what begins after it."""

    def __init__(self, settings: Callable[[], ReplySettings]) -> None:
        self._settings = settings
        self._running: dict[str, Telling] = {}
        self._joinable: dict[tuple[str, str, str], tuple[Joining, Telling]] = {}
        self._ended: dict[Telling, Joining] = {}  # of those, the oldest first
        self._timers: dict[Telling, asyncio.TimerHandle] = {}  # of those
        self._tasks: set[asyncio.Task[None]] = set()
        self.size = 0  # bytes of all journals

    @property
    def count(self) -> int:
        return len(self._running) + len(self._ended)

    def find(self, id_: str, owner: str) -> Telling | None:
        """One that runs and may be resumed. Nobody learns of another's that there is one."""
        telling = self._running.get(id_)
        is_theirs = telling is not None and telling.owner == owner and telling.can_resume
        return telling if is_theirs else None

    def join(self, owner: str, joining: Joining) -> Telling | None:
        """The telling that this request began before. Raises `BadRequest` where its key stood for
        another one."""
        before, telling = self._joinable.get((owner, joining.door, joining.key), (None, None))
        if before is not None and before.body != joining.body:
            message = "This Idempotency-Key was sent before, with another body."
            code = "idempotency_key_reused"
            raise BadRequest(message, status=422, param="Idempotency-Key", code=code)
        return telling if telling is not None and not telling.is_cancelled else None

    def start(
        self,
        id_: str,
        owner: str,
        work: Work,
        *,
        joining: Joining | None = None,
        can_resume: bool = True,
        is_background: bool = False,
    ) -> Telling:
        """Raises `Overloaded` where there is no room."""
        settings = self._settings()
        self._make_room(settings)
        telling = Telling(
            id_,
            owner,
            grace_s=settings.grace_s if can_resume or joining is not None else 0.0,
            can_resume=can_resume,
            has_key=joining is not None,
            is_background=is_background,
            grow=self._grow,
        )
        self._running[id_] = telling
        if joining is not None:
            self._joinable[owner, joining.door, joining.key] = (joining, telling)
        task = telling.start(work)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._settle(done, telling, joining))
        return telling

    def forget(self, telling: Telling) -> None:
        """One that ended need not be joined any more."""
        if telling in self._ended:
            self._forget(telling)

    async def close(self, within_s: float = 0.0) -> None:
        """Those that run may end within that time; then they are cancelled."""
        if self._tasks and within_s:
            await asyncio.wait(self._tasks, timeout=within_s)
        for telling in list(self._running.values()):
            telling.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for telling in list(self._ended):
            self._forget(telling)

    def _settle(self, done: asyncio.Task[None], telling: Telling, joining: Joining | None) -> None:
        self._tasks.discard(done)
        self._running.pop(telling.id, None)
        if joining is None:
            self._grow(-telling.journal.size)
            return
        answer = telling.answer
        self._grow(0 if answer is None else len(answer.body))
        self._ended[telling] = joining
        if telling.is_good:
            join_s = self._settings().join_s
            loop = asyncio.get_running_loop()
            self._timers[telling] = loop.call_later(join_s, self._forget, telling)
        else:  # who sends it again may have better luck
            self._forget(telling)

    def _forget(self, telling: Telling) -> None:
        joining = self._ended.pop(telling)
        if (timer := self._timers.pop(telling, None)) is not None:
            timer.cancel()  # or it would hold what was said until it rings
        place = (telling.owner, joining.door, joining.key)
        _, present = self._joinable.get(place, (joining, None))
        if present is telling:  # one that was cancelled may have a successor
            del self._joinable[place]
        answer = telling.answer
        self._grow(-telling.journal.size - (0 if answer is None else len(answer.body)))

    def _make_room(self, settings: ReplySettings) -> None:
        while self._ended and not self._has_room(settings):
            self._forget(next(iter(self._ended)))
        if self._has_room(settings):
            return
        full = f"replies.most is {settings.most}, replies.max_bytes is {settings.max_bytes}"
        message = f"{self.count} replies are being told, {self.size} bytes: {full}."
        raise Overloaded(message, retry_after_s=_FULL_RETRY_S)

    def _has_room(self, settings: ReplySettings) -> bool:
        return self.count < settings.most and self.size < settings.max_bytes

    def _grow(self, size: int) -> None:
        self.size += size
