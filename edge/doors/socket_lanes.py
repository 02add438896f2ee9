"""The lanes of one WebSocket: within one, jobs run first in, first out; lanes run side by side.

What waits is bounded, in number and in bytes: a client that asks faster than it can be answered is
told so. A lane is there only as long as it has a job, so that their number is bounded, too.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from edge.core.errors import Overloaded
from edge.core.stopped import Stopped
from edge.doors.fields import Fields
from edge.doors.responses_steer import Steer, Steered

MOST_JOBS = 64  # running and waiting, on one connection
MOST_FRAMES = 4  # of the largest size: what the frames of these may hold together


@dataclass(slots=True, eq=False)
class Job:
    """A frame that is answered with a response. It is cancelled by asking; its task passes on what
    is told, and `stop` stops that. `carries`: what was said into the response before, if this is
    its successor; `steered`: what is said into this one."""

    frame: Fields
    lane: str | None
    size: int = 0  # of its frame, in bytes
    request_id: str = field(default_factory=lambda: secrets.token_hex(12))
    carries: tuple[Steer, ...] = ()
    task: asyncio.Task[None] | None = None
    stop: Callable[[Stopped], object] | None = None
    steered: Steered | None = None
    stopped: Stopped | None = None

    @property
    def response_id(self) -> str:
        return f"resp_{self.request_id}"

    @property
    def is_cancelled(self) -> bool:
        return self.stopped is not None

    def begin(self, stop: Callable[[Stopped], object]) -> None:
        """It is told from here on."""
        self.stop = stop
        if self.stopped is not None:
            stop(self.stopped)

    def cancel(self, why: Stopped) -> None:
        self.stopped = self.stopped or why
        if self.stop is not None:
            self.stop(self.stopped)


class Lanes:
    """`max_bytes` is what one frame may hold."""

    def __init__(self, max_bytes: int) -> None:
        self._lanes: dict[str | None, deque[Job]] = {}
        self._most_bytes = MOST_FRAMES * max_bytes
        self._bytes = 0

    def __iter__(self) -> Iterator[Job]:
        for jobs in self._lanes.values():
            yield from jobs

    @property
    def is_empty(self) -> bool:
        return not self._lanes

    def on(self, lane: str | None) -> Iterable[Job]:
        return self._lanes.get(lane, ())

    def find(self, response_id: str | None) -> Job | None:
        return next((job for job in self if job.response_id == response_id), None)

    def add(self, job: Job) -> Job | None:
        """The job itself, when it is its turn at once. Raises `Overloaded`."""
        count = sum(map(len, self._lanes.values()))
        if count >= MOST_JOBS:
            raise Overloaded(f"{count} responses run or wait here; the limit is {MOST_JOBS}.")
        if self._bytes + job.size > self._most_bytes:
            limit = f"the limit is {self._most_bytes}, {MOST_FRAMES} times server.max_body_bytes"
            raise Overloaded(f"{self._bytes} bytes of requests run or wait here; {limit}.")
        self._bytes += job.size
        jobs = self._lanes.setdefault(job.lane, deque())
        jobs.append(job)
        return job if len(jobs) == 1 else None

    def end(self, job: Job, successor: Job | None = None) -> Job | None:
        """Whose turn it is then: its successor's, before all who wait."""
        jobs = self._lanes.get(job.lane)
        if jobs is None:
            return None  # the connection is closing
        jobs.remove(job)
        self._bytes -= job.size
        if successor is not None:
            jobs.appendleft(successor)
            self._bytes += successor.size
        if jobs:
            return jobs[0]
        del self._lanes[job.lane]
        return None

    def clear(self) -> None:
        self._lanes.clear()
