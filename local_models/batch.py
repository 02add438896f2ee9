"""Many replies at once on one context: who is fed how much in each decode call.

A *slot* is one sequence of the context. Its job has tokens *pending*: the prompt at
first, then mostly the one token that it said last. Each step feeds some of every slot's
pending tokens in one decode call, and every slot that ran out of them is asked for its
next move.

- A slot with one token pending (a reply being written) is fed in every step.
- The others share `chunk` tokens a step: a short question is not stuck behind a long
  prompt, and no reply being written pauses for longer than a chunk takes.
- Who comes when all slots are taken waits, first in first out.
- Orders (a new job, a cancelled one) are heard between steps.

The chat template begins every plain conversation with the same tokens, its *head*. Their
state is computed once and copied into the slot of each prompt that begins with them, so
that a short question pays for its own words only. Nothing else outlives a reply.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from edge.core.types import Piece
from local_models.llama import Context, Feed
from local_models.replies import Reply, pieces


@dataclass(slots=True, eq=False)
class Job:
    """One caller's reply: what is read, who speaks, and who is told (see `Batcher.run`)."""

    prompt: Sequence[int]
    lead: Sequence[int]  # the reply's first tokens, where they are known beforehand
    reply: Reply
    receive: Callable[[tuple[Piece, ...]], None]


Said = list[tuple[Job, tuple[Piece, ...]]]


@dataclass(frozen=True, slots=True)
class Head:
    """The tokens that plain conversations begin with, and a sequence's state after them."""

    tokens: Sequence[int]
    state: bytes


@dataclass(slots=True, eq=False)
class _Slot:
    sequence: int
    job: Job
    cached: int  # tokens of the prompt that came with the head
    position: int  # tokens read so far
    pending: Sequence[int]


class Batcher:
    def __init__(self, context: Context, *, slots: int, chunk: int, head: Head) -> None:
        self._context = context
        self._chunk = chunk
        self._head = head
        self._free = list(range(slots))  # sorted: neighbouring sequences decode faster together
        self._running: list[_Slot] = []
        self._waiting: deque[Job] = deque()
        self._orders: deque[Callable[[], None]] = deque()
        self._wake = threading.Condition()
        self._closing = False

    @property
    def busy(self) -> int:
        """Slots taken."""
        return len(self._running)

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def submit(self, job: Job) -> None:
        self._order(lambda: self._waiting.append(job))

    def cancel(self, job: Job) -> None:
        """Heard before the next step; a job that has ended is left alone."""
        self._order(lambda: self._drop(job))

    def close(self) -> None:
        with self._wake:
            self._closing = True
            self._wake.notify()

    def run(self, deliver: Callable[[Said], object]) -> None:
        """Blocks until `close`, in a thread of its own: the only one that uses the context.

        `deliver` is called once a step with all that was said in it; the last piece of a
        job is its `Stop`. It hands on to the thread where `Job.receive` may be called.
        """
        while self._listen():
            if self._running:
                said = self._step()
                if said:
                    deliver(said)
        for job in [*self._waiting, *(slot.job for slot in self._running)]:
            job.reply.close()

    def _order(self, order: Callable[[], None]) -> None:
        with self._wake:
            self._orders.append(order)
            self._wake.notify()

    def _listen(self) -> bool:
        """Hear orders, waiting for one when there is nothing to do; False: it is over."""
        with self._wake:
            self._wake.wait_for(lambda: self._orders or self._running or self._closing)
            orders, self._orders = self._orders, deque()
        for order in orders:
            order()
        while self._waiting and self._free:
            self._admit(self._waiting.popleft())
        return not self._closing

    def _admit(self, job: Job) -> None:
        sequence = self._free.pop(0)
        known = len(self._head.tokens)
        if known and list(job.prompt[:known]) == list(self._head.tokens):
            self._context.restore(sequence, self._head.state)
        else:
            known = 0
        pending = [*job.prompt[known:], *job.lead]
        self._running.append(_Slot(sequence, job, known, known, pending))

    def _drop(self, job: Job) -> None:
        if job in self._waiting:
            self._waiting.remove(job)
            job.reply.close()
        for slot in self._running:
            if slot.job is job:
                self._release(slot)
                return

    def _release(self, slot: _Slot) -> None:
        slot.job.reply.close()
        self._context.forget(slot.sequence)
        self._running.remove(slot)
        self._free.append(slot.sequence)
        self._free.sort()

    def _step(self) -> Said:
        slots = self._running.copy()
        feeds = [
            Feed(slot.sequence, slot.position, slot.pending[:part], part == len(slot.pending))
            for slot, part in zip(slots, self._parts(slots), strict=True)
        ]
        outputs = self._context.decode(feeds)
        said: Said = []
        for slot, feed, output in zip(slots, feeds, outputs, strict=True):
            slot.position += len(feed.tokens)
            slot.pending = slot.pending[len(feed.tokens) :]
            if slot.pending:
                continue
            job = slot.job
            move = job.reply.hear(output)
            slot.pending = move.feed
            told = pieces(move, job.reply, read=len(job.prompt), cached=slot.cached)
            if told:
                said.append((job, told))
            if move.stop is not None:
                self._release(slot)
        return said

    def _parts(self, slots: Sequence[_Slot]) -> list[int]:
        """How many of its pending tokens each slot is fed."""
        reading = iter(share(self._chunk, [len(s.pending) for s in slots if len(s.pending) > 1]))
        return [next(reading) if len(slot.pending) > 1 else 1 for slot in slots]


def share(budget: int, wishes: Sequence[int]) -> list[int]:
    """Half of the budget in equal parts, so that nobody starves; the rest to small wishes first.

    Equal parts alone would make all who came together wait for the last of them. Each gets at
    least one, whatever the budget.
    """
    equal = max(1, budget // (2 * max(1, len(wishes))))
    parts = [min(wish, equal) for wish in wishes]
    left = budget - sum(parts)
    for index in sorted(range(len(wishes)), key=wishes.__getitem__):
        more = max(0, min(wishes[index] - parts[index], left))
        parts[index] += more
        left -= more
    return parts
