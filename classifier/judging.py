"""Every request gets a verdict, in time: the model's, or else the rules'.

The model has one attempt and a budget. While it loads, is late, fails, or its breaker is open, the
default verdict stands, and is counted. Requests that arrive while it works, or in the same turn of
the event loop, are judged as one batch: a lone one waits for nobody (to gather for a millisecond
made its first text two later), and under load there is always one at work to gather behind.

A model that can tell enough at a glance is asked for that first, within the loop's turn: most short
prompts cost no batch, no thread and no clock.

A late batch is left to itself: nobody waits for it, and none is begun before it has ended.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from dataclasses import replace

from classifier.backend import Backend, Judgement
from classifier.rules import is_clear
from classifier.rules import judge as judge_by_rules
from edge.core.breaker import Breaker, State
from edge.core.types import Request
from edge.core.verdict import EACH, Kinds, Task, Verdict

CONFIDENCE_FLOOR = 0.35  # below it the task is `other`
_LARGEST_BATCH = 32

Waiting = tuple[Request, "asyncio.Future[Judgement]"]


class Judge:
    """`count` hears what became of each: glance, model, rules, loading, late, failed or down.
    `measured`: the tasks for which the model's difficulty is a measure (`classifier/quality.py`).
    """

    def __init__(
        self,
        backend: Backend | None,
        budget_s: float,
        count: Callable[[str], None],
        floor: float = CONFIDENCE_FLOOR,
        measured: Collection[Task] = (),
    ) -> None:
        self._backend = backend
        self._budget_s = budget_s
        self._count = count
        self._floor = floor
        self._measured = measured
        self._breaker = Breaker()
        self._waiting: list[Waiting] = []
        self._work: asyncio.Task[None] | None = None
        self._is_closed = False

    async def ready(self) -> None:
        """Returns once the model can judge. Raises `EdgeError` where it never will."""
        if self._backend is not None:
            await self._backend.ready()

    async def judge(self, request: Request, kinds: Kinds = EACH) -> Verdict:
        """Which of the `kinds` its task is of is all that need be sure."""
        default = judge_by_rules(request)
        backend = self._backend
        if backend is None or is_clear(request):
            self._count("rules")
            return default
        if not backend.is_ready:
            self._count("loading")
            return default
        glanced = None if self._is_closed else _glance(backend, request, kinds)
        if glanced is not None:
            verdict = self._merge(default, glanced)
            if any({glanced.task, verdict.task} <= kind for kind in kinds):
                self._count("glance")
                return verdict
        now = time.monotonic()
        if self._is_closed or not self._may_ask(now):
            self._count("down")
            return default
        try:
            async with asyncio.timeout(self._budget_s):
                judgement = await self._ask(request)
        except (TimeoutError, _Failed) as error:
            self._breaker.hear_bad(now, time.monotonic())
            self._count("failed" if isinstance(error, _Failed) else "late")
            return default
        except asyncio.CancelledError:  # the caller left: that says nothing of the model
            self._breaker.hear_nothing(now)
            raise
        self._breaker.hear_good(now, time.monotonic())
        self._count("glance" if judgement.at_a_glance else "model")
        return self._merge(default, judgement)

    def close(self) -> None:
        """Whoever waits gets the default verdict, and whoever asks later does."""
        self._is_closed = True
        if self._work is not None:
            self._work.cancel()
        for _, answer in self._waiting:
            _fail(answer)
        if self._backend is not None:
            self._backend.close()

    def _merge(self, default: Verdict, judgement: Judgement) -> Verdict:
        assert self._backend is not None
        return merge(default, judgement, self._backend.name, self._floor, self._measured)

    def _may_ask(self, now: float) -> bool:
        state = self._breaker.state(now)
        return state is State.CLOSED or (
            state is State.HALF_OPEN and self._breaker.claim_probe(now)
        )

    def _ask(self, request: Request) -> asyncio.Future[Judgement]:
        answer: asyncio.Future[Judgement] = asyncio.get_running_loop().create_future()
        self._waiting.append((request, answer))
        if self._work is None:
            self._work = asyncio.create_task(self._run())
        return answer

    async def _run(self) -> None:
        """Until nobody waits."""
        try:
            while self._waiting:
                batch = [
                    (request, answer) for request, answer in self._waiting if not answer.done()
                ]
                self._waiting = batch[_LARGEST_BATCH:]
                if batch:
                    await self._judge_batch(batch[:_LARGEST_BATCH])
        finally:
            self._work = None

    async def _judge_batch(self, batch: list[Waiting]) -> None:
        assert self._backend is not None
        try:
            judgements = await self._backend.judge([request for request, _ in batch])
            if len(judgements) != len(batch) or not all(one.is_sound for one in judgements):
                raise _Failed
        except asyncio.CancelledError:
            for _, answer in batch:
                _fail(answer)
            raise
        except Exception:  # a model may break in any way: it costs its verdict, and no reply
            for _, answer in batch:
                _fail(answer)
            return
        for (_, answer), judgement in zip(batch, judgements, strict=True):
            if not answer.done():  # late: its request has gone on
                answer.set_result(judgement)


def merge(
    default: Verdict,
    judgement: Judgement,
    name: str,
    floor: float = CONFIDENCE_FLOOR,
    measured: Collection[Task] = (),
) -> Verdict:
    """The model's task and difficulty; all the rest is the rules'."""
    is_sure = judgement.confidence >= floor
    difficulty = judgement.difficulty
    who = f"{name}, at a glance" if judgement.at_a_glance else name
    return replace(
        default,
        task=judgement.task if is_sure else Task.OTHER,
        difficulty=default.difficulty if difficulty is None else round(difficulty, 3),
        confidence=round(judgement.confidence, 3),
        is_calibrated=is_sure and difficulty is not None and judgement.task in measured,
        decided_by=who if is_sure else f"{who}: not sure enough of {judgement.task}",
    )


def _glance(backend: Backend, request: Request, kinds: Kinds) -> Judgement | None:
    try:
        judgement = backend.glance(request, kinds)
    except Exception:  # as below: who is asked next says whether the model is broken
        return None
    return judgement if judgement is not None and judgement.is_sound else None


class _Failed(Exception):
    """The model gave no judgement."""


def _fail(answer: asyncio.Future[Judgement]) -> None:
    if not answer.done():
        answer.set_exception(_Failed())
