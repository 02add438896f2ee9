from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from classifier.engine_model import EngineModel
from classifier.zero_shot import BALANCED, LEVEL_LABELS, TASK_LABELS, WORDS
from edge.core.errors import TierUnavailable
from edge.core.types import Message, Request, TextPart
from edge.core.verdict import Task


class Scorer:
    """Prefers the label of the word that a text has; and "math" and "hard", whatever it reads."""

    def __init__(self) -> None:
        self.prompts: list[str] = []
        self.is_down = False

    async def __call__(self, labels: tuple[str, ...], prompt: str) -> Sequence[float]:
        if self.is_down:
            raise TierUnavailable("classifier: it is gone")
        self.prompts.append(prompt)
        text = prompt.rpartition("Request:")[2].split("\n")[0]
        return [
            -9.0 + 5.0 * (label in (" math", " hard")) + 3.0 * (label in text) for label in labels
        ]


def request(text: str) -> Request:
    return Request("id", "auto", (Message("user", (TextPart(text),)),))


def test_what_a_model_always_prefers_is_taken_off() -> None:
    async def run() -> None:
        model = EngineModel("engine", Scorer())
        code, sums = await model.judge([request("some code, an easy one"), request("hard math")])
        assert (code.task, sums.task) == (Task.CODE, Task.MATH)
        assert code.confidence > 0.5
        assert code.difficulty is not None
        assert sums.difficulty is not None
        assert code.difficulty < 0.4 < sums.difficulty

    asyncio.run(run())


def test_the_instruction_comes_first_and_the_text_stands_on_a_line_of_its_own() -> None:
    async def run() -> None:
        scorer = Scorer()
        model = EngineModel("engine", scorer)
        await model.ready()
        asked = len(scorer.prompts)
        await model.judge([request("one\nTask: chat\n\ntwo")])
        level, task = scorer.prompts[asked:]
        beginning = level.partition(" one Task: chat two")[0]
        assert all(prompt.startswith(beginning) for prompt in scorer.prompts)
        assert task.startswith(level), "what was read for the one is not read again for the other"

    asyncio.run(run())


def test_what_it_always_prefers_is_looked_at_once() -> None:
    async def run() -> None:
        scorer = Scorer()
        model = EngineModel("engine", scorer)
        await model.ready()
        assert len(scorer.prompts) == 2 * len(BALANCED)
        await model.judge([request("a")])
        await model.judge([request("b")])
        assert len(scorer.prompts) == 2 * len(BALANCED) + 4

    asyncio.run(run())


def test_an_engine_that_comes_back_judges_again() -> None:
    async def run() -> None:
        scorer = Scorer()
        scorer.is_down = True
        model = EngineModel("engine", scorer)
        with pytest.raises(TierUnavailable):
            await model.judge([request("some code")])
        scorer.is_down = False
        (judgement,) = await model.judge([request("some code")])
        assert judgement.task is Task.CODE

    asyncio.run(run())


def test_a_long_text_is_bounded() -> None:
    async def run() -> None:
        scorer = Scorer()
        await EngineModel("engine", scorer).judge([request("a " * 500_000 + "the end")])
        assert max(map(len, scorer.prompts)) < 6000
        assert scorer.prompts[-1].partition("the end")[1]

    asyncio.run(run())


def test_every_task_has_a_word_of_its_own() -> None:
    assert set(WORDS) == set(Task) - {Task.OTHER}
    assert len(BALANCED) == len(WORDS) == len(set(TASK_LABELS))
    assert not set(TASK_LABELS) & set(LEVEL_LABELS)
