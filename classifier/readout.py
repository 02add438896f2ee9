"""From a model's numbers to judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.backend import Judgement
from classifier.head_table import Heads, Outcome
from edge.core.verdict import Task

Numbers = NDArray[Any]  # of any float; a row for each text
Chances = NDArray[np.float64]


def read_out(outputs: Mapping[str, Numbers], heads: Heads) -> list[Judgement]:
    """`outputs`: by name. What is not finite stays so: whoever asked for a judgement finds it
    unsound."""
    tasks = chances(outputs[heads.task.outcome.output], heads.task.outcome)
    difficulties = [None] * len(tasks) if not heads.difficulty else _difficulties(outputs, heads)
    return [
        judgement(row, heads.task.tasks, difficulty)
        for row, difficulty in zip(tasks, difficulties, strict=True)
    ]


def judgement(
    row: Sequence[float] | Chances, tasks: Sequence[Task], hard: float | None
) -> Judgement:
    """The likeliest task. Chances of the same one are added up."""
    by_task: dict[Task, float] = {}
    for task, chance in zip(tasks, row, strict=True):
        by_task[task] = by_task.get(task, 0.0) + float(chance)
    likeliest = max(by_task, key=lambda task: by_task[task])
    return Judgement(likeliest, min(by_task[likeliest], 1.0), hard)


def chances(numbers: Numbers, outcome: Outcome) -> Chances:
    values = numbers.astype(np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        match outcome.activation:
            case "softmax":
                return softmax(values / outcome.temperature)
            case "sigmoid":
                return 1 / (1 + np.exp(-values / outcome.temperature))
            case "none":
                return values


def softmax(values: Chances) -> Chances:
    shifted = np.exp(values - values.max(axis=-1, keepdims=True))
    normal: Chances = shifted / shifted.sum(axis=-1, keepdims=True)
    return normal


def _difficulties(outputs: Mapping[str, Numbers], heads: Heads) -> list[float]:
    total = sum(head.weight for head in heads.difficulty)
    hard = sum(
        chances(outputs[head.outcome.output], head.outcome)
        @ np.asarray(head.values)
        * (head.weight / total)
        for head in heads.difficulty
    )
    return [float(value) for value in np.clip(hard, 0.0, 1.0)]
