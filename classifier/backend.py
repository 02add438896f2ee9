"""What judges prompts: one shape for our own heads, any ONNX classifier, and a language model.

    rules ─► default verdict ─┐
                              ├─► Judge ─► verdict
    backend ─► judgement ─────┘

A backend says only what a model is for: the task, how hard, how sure. Language, length, format and
unsafe intent are read by the rules, whatever the model is, and whether it speaks or not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

from edge.core.types import Request
from edge.core.verdict import Kinds, Task


@dataclass(frozen=True, slots=True)
class Judgement:
    """`confidence` is the chance that `task` is right, calibrated as well as its model is.
    `difficulty` None: the model does not say. `at_a_glance`: it needed only a part of itself."""

    task: Task
    confidence: float
    difficulty: float | None = None
    at_a_glance: bool = False

    @property
    def is_sound(self) -> bool:
        """False for what a broken model gives: NaN, or no probability."""
        given = (self.confidence, 0.0 if self.difficulty is None else self.difficulty)
        return all(isfinite(value) and 0.0 <= value <= 1.0 for value in given)


class Backend(Protocol):
    """`judge` gives a judgement for each of the requests, in their order. It raises whatever it
    likes: the default verdict then stands. It is never asked twice at once."""

    @property
    def name(self) -> str:
        """For people: what `decided_by` says."""

    @property
    def is_ready(self) -> bool:
        """False while it loads: it is not asked before."""

    async def ready(self) -> None:
        """Returns once it can judge. Raises `EdgeError` where it never will."""

    def glance(self, request: Request, kinds: Kinds) -> Judgement | None:
        """What it can say within the event loop's turn, in no more time than that has, if it is
        sure which of the `kinds` the task is of; None: it has to be asked."""

    async def judge(self, requests: Sequence[Request]) -> Sequence[Judgement]: ...

    def close(self) -> None: ...


class Blocking(Protocol):
    """A model that computes: it holds the thread that it is called on."""

    def glance(self, request: Request, kinds: Kinds) -> Judgement | None: ...

    def judge(self, requests: Sequence[Request]) -> Sequence[Judgement]: ...


class OnThread:
    """A `Backend` from a model that computes: loaded and asked on one thread of its own, so that
    the event loop, and the draft's prefill, never wait for it."""

    def __init__(self, name: str, load: Callable[[], Blocking]) -> None:
        self._name = name
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="classifier")
        self._model = self._executor.submit(load)

    @property
    def name(self) -> str:
        return self._name

    @property
    def is_ready(self) -> bool:
        return self._model.done()

    async def ready(self) -> None:
        await asyncio.shield(asyncio.wrap_future(self._model))

    def glance(self, request: Request, kinds: Kinds) -> Judgement | None:
        return self._model.result().glance(request, kinds)

    async def judge(self, requests: Sequence[Request]) -> Sequence[Judgement]:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, self._judge, requests)

    def close(self) -> None:
        """Does not wait for what it computes: that ends by itself."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _judge(self, requests: Sequence[Request]) -> Sequence[Judgement]:
        return self._model.result().judge(requests)  # there: this thread loaded it
