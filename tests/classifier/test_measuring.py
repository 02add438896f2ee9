"""What a model's difficulty is worth: a curve for the tasks that were measured, and no others."""

from __future__ import annotations

import numpy as np

from classifier.heads import HeadsModel
from classifier.measuring import QUALITIES, draw, keep_promises
from classifier.prompt_sets import Answered
from classifier.quality import Measured
from edge.core.dial import QualityCurve
from edge.core.verdict import Task

MODEL = HeadsModel()


def sums(count: int) -> list[Answered]:
    """Half of them the weak model gets wrong."""
    return [
        Answered(f"What is {at} times {at + 7}?", float(at % 2), 1.0, "sums") for at in range(count)
    ]


def told(rows: list[Answered]) -> np.ndarray:
    return np.array([0.2 if row.weak else 0.8 for row in rows])


def test_curve_divides_what_the_difficulty_tells_apart() -> None:
    rows = sums(400)
    measured = draw(MODEL, rows, told(rows), told(rows))
    assert measured.tasks == {Task.MATH}
    assert set(measured.curve.thresholds) == set(QUALITIES)
    assert measured.curve.threshold(1.0) == 0.8


def test_the_difficulty_is_that_of_whoever_decides_the_prompt() -> None:
    rows = sums(400)
    assert all(MODEL.judge_text(row.prompt).at_a_glance for row in rows)
    measured = draw(MODEL, rows, 1 - told(rows), told(rows))
    assert measured.curve.threshold(1.0) == 0.8


def test_task_with_few_prompts_is_not_measured() -> None:
    rows = sums(20)
    measured = draw(MODEL, rows, told(rows), told(rows))
    assert measured.tasks == frozenset()
    assert set(measured.curve.thresholds.values()) <= {0.0, 1.0}


def test_prompts_of_tasks_that_were_not_measured_go_to_the_strong_model() -> None:
    everything = QualityCurve({0.9: 1.0})
    rows = [*sums(20), Answered("Write a poem about autumn rain", 0.0, 1.0, "poems")]
    kept = keep_promises(MODEL, Measured(everything, frozenset({Task.MATH})), rows, tries=20)
    by_source = {one.source: one for one in kept}
    assert set(by_source) == {"all", "sums", "poems"}
    assert by_source["poems"].saved[0] == 0.0
    assert by_source["poems"].kept[0] == 1.0
    assert by_source["sums"].saved[0] > 0.5
    low, high = by_source["sums"].saved[1:]
    assert low <= by_source["sums"].saved[0] <= high
