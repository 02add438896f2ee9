"""What a trained model's difficulty is worth: its curve, drawn on one half of the answered prompts,
and what the curve keeps on the half that nothing was fitted to.

The model has seen the fitting half, so there each difficulty is what a model trained without that
prompt said. Prompts that the dial would send to the strong model whatever their difficulty count as
the hardest: those whose task the model is unsure of, and those of tasks that are hardly among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from classifier.backend import Judgement
from classifier.heads import HeadsModel
from classifier.prompt_sets import Answered, halves
from classifier.quality import NOTHING, Measured
from classifier.thresholds import SURELY, draw_thresholds, shares, shares_between
from classifier.training import Pool, Trained
from edge.core.dial import SURE, QualityCurve
from edge.core.verdict import Task

Floats = NDArray[np.float64]

QUALITIES = (0.9, 0.95, 0.99, 1.0)
_ENOUGH = 200  # prompts of a task, for its difficulty to be a measure and no slip of the judge
_TRIES = 2000
_DIGITS = 3  # that a verdict's difficulty has


@dataclass(frozen=True, slots=True)
class Kept:
    """At one quality, of so many prompts that nothing was fitted to: the share kept of the strong
    model's score, and saved of its calls, each with the ends of its interval."""

    source: str
    quality: float
    prompts: int
    kept: tuple[float, float, float]
    saved: tuple[float, float, float]


def measure(
    model: HeadsModel, pool: Pool, trained: Trained, tell: Callable[[str], None]
) -> tuple[Measured, list[Kept]]:
    """Nothing, where there are no answered prompts."""
    if not pool.answered:
        return NOTHING, []
    tell(f"measuring the difficulty on {len(pool.answered)} prompts")
    fitting, held_out = halves(pool.answered)
    measured = draw(model, fitting, trained.difficulty, trained.difficulty_at_once)
    return measured, keep_promises(model, measured, held_out)


def draw(
    model: HeadsModel, fitting: Sequence[Answered], whole: Floats, glanced: Floats
) -> Measured:
    """By the difficulty of each that a model trained without it said: the heads of whoever decides
    that prompt."""
    judged = [model.judge_text(row.prompt) for row in fitting]
    left_out = np.where([one.at_a_glance for one in judged], glanced, whole)
    counts = Counter(one.task for one in judged if one.confidence >= SURE)
    tasks = frozenset(task for task, count in counts.items() if count >= _ENOUGH)
    difficulty = _as_the_dial(judged, left_out, tasks)
    drawn = draw_thresholds(difficulty, *_scores(fitting), QUALITIES, SURELY)
    thresholds = {quality: floor(one * 10**_DIGITS) / 10**_DIGITS for quality, one in drawn.items()}
    return Measured(QualityCurve(thresholds), tasks)


def keep_promises(
    model: HeadsModel, measured: Measured, held_out: Sequence[Answered], tries: int = _TRIES
) -> list[Kept]:
    """Of all of them, and of each source."""
    judged = [model.judge_text(row.prompt) for row in held_out]
    said = np.array([one.difficulty for one in judged], np.float64).round(_DIGITS)
    difficulty = _as_the_dial(judged, said, measured.tasks)
    weak, strong = _scores(held_out)
    found = []
    for source in ("all", *sorted({row.source for row in held_out})):
        here = np.array([source in ("all", row.source) for row in held_out])
        of = difficulty[here], weak[here], strong[here]
        for quality, threshold in measured.curve.thresholds.items():
            kept, saved = shares(*of, threshold)
            between_kept, between_saved = shares_between(*of, threshold, tries)
            found.append(
                Kept(
                    source, quality, int(here.sum()), (kept, *between_kept), (saved, *between_saved)
                )
            )
    return found


def _as_the_dial(judged: Sequence[Judgement], difficulty: Floats, tasks: frozenset[Task]) -> Floats:
    may_be_easy = [one.confidence >= SURE and one.task in tasks for one in judged]
    return np.where(may_be_easy, difficulty, 1.0)


def _scores(rows: Sequence[Answered]) -> tuple[Floats, Floats]:
    return np.array([row.weak for row in rows]), np.array([row.strong for row in rows])
