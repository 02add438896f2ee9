"""A language model of the engine's as a classifier: it scores labels, and decodes nothing.

The engine is reached through a callable, since it is another part of the house. In the scope given
it remembers the instruction, so that only the text is read; and behind the text, which it has read
for the difficulty, only a cue for the task.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from classifier.backend import Judgement
from classifier.zero_shot import (
    BALANCED,
    INSTRUCTION,
    LEVEL_CUE,
    LEVEL_LABELS,
    TASK_CUE,
    TASK_LABELS,
    Calibration,
    as_line,
)
from edge.core.types import Request
from edge.core.verdict import Kinds

# The log-probability of each label as what comes after the text.
Score = Callable[[tuple[str, ...], str], Awaitable[Sequence[float]]]


class EngineModel:
    """A `Backend`."""

    def __init__(self, name: str, score: Score, temperature: float = 1.0) -> None:
        self._name = name
        self._score = score
        self._temperature = temperature
        self._calibration: Calibration | None = None

    @property
    def name(self) -> str:
        return self._name

    @property
    def is_ready(self) -> bool:
        """The engine serves before anyone asks; what is missing is found out with the first."""
        return True

    async def ready(self) -> None:
        await self._calibrate()

    def glance(self, request: Request, kinds: Kinds) -> Judgement | None:
        """Has none: all of it is asked."""
        return None

    async def judge(self, requests: Sequence[Request]) -> list[Judgement]:
        calibration = await self._calibrate()
        scores = await asyncio.gather(*(self._read(r.last_user_text) for r in requests))
        return [calibration.judge(tasks, levels) for tasks, levels in scores]

    def close(self) -> None:
        """Holds nothing."""

    async def _calibrate(self) -> Calibration:
        if self._calibration is None:
            of_balanced = [await self._read(text) for text in BALANCED]
            self._calibration = Calibration(of_balanced, self._temperature)
        return self._calibration

    async def _read(self, text: str) -> tuple[Sequence[float], Sequence[float]]:
        prompt = INSTRUCTION + as_line(text) + LEVEL_CUE
        levels = await self._score(LEVEL_LABELS, prompt)
        return await self._score(TASK_LABELS, prompt + TASK_CUE), levels
