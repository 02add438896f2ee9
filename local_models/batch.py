"""Many replies at once on one context: one decode call a step for all of them.

A job has tokens *pending*: the prompt at first, then mostly the one token that it said last.
Each step feeds some of every job's pending tokens in one decode call, and every job that ran
out of them is asked for its next move. Who is fed how much is decided in `schedule`, from
deadlines and from what steps cost (`step_cost`); which sequence a job gets, and what it finds
there of its prompt, in `prefix_cache`.

- `slots` jobs without a deadline run at once, the others wait. There are more sequences than
  that: for drafts, which must not wait for a slot, and for what is remembered meanwhile.
- Orders (a new job, a cancelled one) are heard between steps. A step is stopped only when all
  whom it serves have left, and none of them was a warm-up, or at the end: the work of a step that
  was stopped is lost.
- A draft that can no longer come before its `give_up_at` is told so, and ends.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from edge.core.sentences import first_sentence_end
from edge.core.types import Piece, Text
from local_models.adapter_turn import AdapterTurn
from local_models.admission import Load
from local_models.counts import Counts
from local_models.job import Job, Said
from local_models.llama import Lora
from local_models.llama_context import Context, Feed, Output, StepInterrupted
from local_models.promises import Promises
from local_models.replies import pieces
from local_models.run import Run, load_of
from local_models.schedule import (
    Rank,
    is_hopeless,
    plan_step,
    seat_order,
)
from local_models.seats import Seats
from local_models.step_cost import CostMeter, StepCost, attention
from local_models.wire import Refusal, Refused

Clock = Callable[[], float]


class Batcher:
    def __init__(
        self,
        context: Context,
        *,
        slots: int,
        seats: Seats,
        start: StepCost,
        head: int = 0,
        clock: Clock = time.monotonic,
    ) -> None:
        """`start`: what a step cost when it was measured; `head`: tokens of a plain prompt that
        are known beforehand."""
        self.counts = Counts()
        self._context = context
        self._seats = seats
        self._slots = slots
        self._meter = CostMeter(start)
        self._promises = Promises(self.counts)
        self._head = head
        self._clock = clock
        self._adapters: AdapterTurn[Lora | None] = AdapterTurn(None)
        self._running: list[Run] = []
        self._waiting: list[Run] = []
        self._orders: deque[Callable[[], Any]] = deque()
        self._wake = threading.Condition()
        self._served: set[Job] = set()  # by the step that runs now
        self._stepped_at = 0.0  # the last step's beginning
        self._closing = False
        self.load = self._look()

    @property
    def busy(self) -> int:
        """Jobs that have a sequence."""
        return len(self._running)

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def submit(self, job: Job) -> None:
        arrived_at = self._clock()
        self._order(lambda: self._enter(job, arrived_at))

    def cancel(self, job: Job) -> None:
        """Heard before the next step; a job that has ended is left alone. What a warm-up reads in
        the step that runs is not lost: whoever it is read for may be about to ask."""
        leaving = None if job.rank is Rank.WARM else job
        self._order(lambda: self._drop(job), leaving=leaving)

    def between_steps(self, work: Callable[[], Any]) -> None:
        """Has `work` done in the context's thread, before its next step."""
        self._order(work)

    def close(self) -> None:
        with self._wake:
            self._closing = True
            self._context.interrupt()
            self._wake.notify()

    def run(self, deliver: Callable[[Said], object]) -> None:
        """Blocks until `close`, in a thread of its own: the only one that uses the context.

        `deliver` is called once a step with all that was said in it; the last piece of a
        job is its `Stop`. It hands on to the thread where `Job.receive` may be called.
        """
        while self._listen():
            said = self._give_up()
            self._seat()
            if self._running:
                said += self._step()
            self.load = self._look()
            if said:
                deliver(said)
        for run in [*self._waiting, *self._running]:
            run.job.reply.close()

    # Orders.

    def _order(self, order: Callable[[], Any], leaving: Job | None = None) -> None:
        with self._wake:
            self._orders.append(order)
            if leaving in self._served:
                self._served.remove(leaving)
                if not self._served:
                    self._context.interrupt()
            self._wake.notify()

    def _listen(self) -> bool:
        """Hear orders, waiting for one when there is nothing to do; False: it is over."""
        with self._wake:
            self._wake.wait_for(lambda: self._orders or self._running or self._closing)
            orders, self._orders = self._orders, deque()
        for order in orders:
            order()
        return not self._closing

    def _enter(self, job: Job, arrived_at: float) -> None:
        run = Run(job, (*job.prompt, *job.lead), arrived_at, arrived_at, job.rank)
        if job.rank is Rank.DRAFT:
            run.expected = self._look()
        self._waiting.append(run)

    def _drop(self, job: Job) -> None:
        for run in self._waiting:
            if run.job is job:
                self._waiting.remove(run)
                self._end(run)
                return
        for run in self._running:
            if run.job is job:
                self._release(run)
                return

    def _release(self, run: Run) -> None:
        self._running.remove(run)
        self._seats.leave(run.sequence)
        self._end(run)

    def _end(self, run: Run) -> None:
        run.job.reply.close()
        if run.rank is Rank.DRAFT:  # its sentence never stood
            self.counts.deadlines_missed += 1

    # Before a step.

    def _give_up(self) -> Said:
        now, cost = self._clock(), self._meter.cost
        sentence = self._promises.sentence
        said: Said = []
        for run in [*self._waiting, *self._running]:
            if run.rank is not Rank.DRAFT or run.text:
                continue
            if is_hopeless(run.turn(sentence), now, cost):
                self.counts.given_up += 1
                self._drop(run.job)
                said.append((run.job, (Refused(Refusal.LATE, "cannot speak in time any more"),)))
        return said

    def _seat(self) -> None:
        """Free sequences for those who wait: a draft takes any, the others share the slots. Who
        begins as another one does that is being read waits for it, and copies what it read."""
        slots = self._slots - sum(run.job.rank is not Rank.DRAFT for run in self._running)
        self._waiting.sort(key=lambda run: seat_order(run.turn(0)))  # stable: first come
        for run in self._waiting.copy():
            if not self._seats.free:
                return
            takes_slot = run.job.rank is not Rank.DRAFT
            if (takes_slot and not slots) or self._is_being_read(run):
                continue
            slots -= takes_slot
            self._waiting.remove(run)
            self._running.append(run)
            prompt = run.job.prompt
            run.sequence, run.cached = self._seats.take(prompt, run.job.scope, run.job.adapter)
            run.pending = run.pending[run.cached :]
            run.depth = run.cached
            run.fed_at = self._clock()
            self.counts.prompts += 1
            self.counts.prompt_tokens += len(prompt)
            self.counts.cached_tokens += run.cached
            self.counts.cache_hits += run.cached > self._head

    def _is_being_read(self, run: Run) -> bool:
        return any(
            run.is_read_by(other, self._seats.position(other.sequence), self._stepped_at)
            for other in self._running
        )

    # A step.

    def _step(self) -> Said:
        self._stepped_at = began = self._clock()
        moved = self._seats.gather()
        for run in self._running:
            run.sequence = moved.get(run.sequence, run.sequence)
        cost, sentence = self._meter.cost, self._promises.sentence
        group = self._whose_turn(began, sentence)
        turns = [run.turn(sentence) for run in group]
        parts = plan_step(turns, began, cost)
        runs = [run for run, part in zip(group, parts, strict=True) if part]
        feeds = [
            Feed(
                run.sequence,
                self._seats.position(run.sequence),
                run.pending[:part],
                part == len(run.pending),
            )
            for run, part in zip(runs, filter(None, parts), strict=True)
        ]
        if not self._begin({run.job for run in runs}):
            return []
        try:
            outputs = self._seats.decode(feeds)
        except StepInterrupted:
            self.counts.interrupted += 1
            return []
        finally:
            self._served = set()
        self._count(feeds, self._clock() - began)
        said: Said = []
        for run, feed, output in zip(runs, feeds, outputs, strict=True):
            self._seats.note_read(run.sequence, feed.tokens)
            run.pending = run.pending[len(feed.tokens) :]
            run.depth += len(feed.tokens)
            run.fed_at = began
            if not run.pending:
                told = self._hear(run, output)
                if told:
                    said.append((run.job, told))
        return said

    def _whose_turn(self, now: float, sentence: int) -> list[Run]:
        """Those who speak with the adapter of this step."""
        waiting = [(run.job.adapter, run.turn(sentence)) for run in self._running]
        adapter = self._adapters.choose(waiting, now)
        self._context.use(adapter)
        return [run for run in self._running if run.job.adapter is adapter]

    def _begin(self, served: set[Job]) -> bool:
        with self._wake:
            if self._closing:
                return False
            self._context.resume()
            self._served = served
            return True

    def _count(self, feeds: Sequence[Feed], seconds: float) -> None:
        counts = self.counts
        writing = sum(len(feed.tokens) == 1 for feed in feeds)
        reading = sum(len(feed.tokens) for feed in feeds) - writing
        attended = sum(attention(len(feed.tokens), feed.position) for feed in feeds)
        self._meter.note(reading, writing, attended, seconds)
        counts.steps += 1
        counts.step_s += seconds
        counts.decode_s += self._context.decode_s
        counts.fed += len(feeds)
        counts.paused += len(self._running) - len(feeds)
        counts.read_tokens += reading
        counts.written_tokens += writing

    def _hear(self, run: Run, output: Output) -> tuple[Piece, ...]:
        job = run.job
        move = job.reply.hear(output)
        if move.take_back:
            self._seats.take_back(run.sequence, move.take_back)
            run.depth -= move.take_back
        run.pending = move.feed
        run.said += 1
        told = pieces(move, job.reply, read=len(job.prompt), cached=run.cached)
        if run.rank is Rank.DRAFT:
            self._follow(run, move.text, has_ended=move.stop is not None)
        if move.stop is not None:
            self._release(run)
        return told

    def _follow(self, run: Run, text: Text | None, *, has_ended: bool) -> None:
        """A draft said this. Once its first sentence stands, it is a reply like others."""
        run.text += text.text if text is not None else ""
        if not has_ended and first_sentence_end(run.text) is None:
            return
        run.rank = Rank.REPLY
        self._promises.note(run, self._clock())

    # Looking.

    def _look(self) -> Load:
        return load_of(
            self._running,
            self._waiting,
            cost=self._meter.cost,
            margin=self._promises.margin,
            sentence=self._promises.sentence,
            is_full=not self._seats.free,
        )
