"""How well a stated confidence fits what came true, and from which one on a glance is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classifier.prompt_sets import TASKS
from edge.core.verdict import Task

BINS = 10
_LEAST_SURE = 80  # percent of confidence, of a glance that nobody else is asked after
_MOST_LOST = 0.002  # of the prompts that are decided so


@dataclass(frozen=True, slots=True)
class Judged:
    """What the head said of prompts whose task is known: a row of chances each, in the order of
    `TASKS`."""

    truth: NDArray[np.int64]
    chances: NDArray[np.float64]

    @classmethod
    def of(cls, tasks: Sequence[Task], chances: NDArray[np.float64]) -> Judged:
        return cls(np.array([TASKS.index(task) for task in tasks]), chances)

    @property
    def said(self) -> NDArray[np.int64]:
        return np.asarray(self.chances.argmax(axis=1))

    @property
    def confidence(self) -> NDArray[np.float64]:
        return np.asarray(self.chances.max(axis=1))

    @property
    def is_right(self) -> NDArray[np.bool_]:
        return np.asarray(self.said == self.truth)

    @property
    def accuracy(self) -> float:
        return float(self.is_right.mean())

    def covered(self, confidence: float) -> tuple[float, float]:
        """The share of prompts with so much confidence, and the accuracy on them."""
        sure = self.confidence >= confidence
        return float(sure.mean()), float(self.is_right[sure].mean()) if sure.any() else float("nan")

    def bins(self) -> list[tuple[int, float, float]]:
        """From little confidence to much: prompts, mean confidence, accuracy. Empty ones are left
        out."""
        place = np.minimum((self.confidence * BINS).astype(int), BINS - 1)
        found = []
        for number in range(BINS):
            here = place == number
            if here.any():
                mean = float(self.confidence[here].mean())
                found.append((int(here.sum()), mean, float(self.is_right[here].mean())))
        return found

    @property
    def calibration_error(self) -> float:
        """The expected one: how far confidence and accuracy are apart, over the bins."""
        gaps = [count * abs(mean - right) for count, mean, right in self.bins()]
        return sum(gaps) / len(self.truth)

    def confusion(self) -> NDArray[np.int64]:
        """Rows: the truth; columns: what was said."""
        table = np.zeros((len(TASKS), len(TASKS)), np.int64)
        np.add.at(table, (self.truth, self.said), 1)
        return table


@dataclass(frozen=True, slots=True)
class Cascade:
    """What is said of the same prompts at a glance, and by all that is known of them; a glance of a
    confidence of `enough` decides."""

    glance: Judged
    whole: Judged
    enough: float

    @property
    def is_early(self) -> NDArray[np.bool_]:
        return np.asarray(self.glance.confidence >= self.enough)

    @property
    def judged(self) -> Judged:
        """By whoever decides."""
        early = self.is_early[:, None]
        return Judged(self.whole.truth, np.where(early, self.glance.chances, self.whole.chances))

    def of(self, rows: NDArray[np.bool_]) -> Cascade:
        """Of some of them."""
        glance, whole = (
            Judged(each.truth[rows], each.chances[rows]) for each in (self.glance, self.whole)
        )
        return Cascade(glance, whole, self.enough)


def enough_at_once(glance: Judged, whole: Judged) -> float:
    """The lowest confidence from which on, of the prompts that a glance decides, hardly any more
    would be found by those who know more. Beyond 1, where there is none."""
    for percent in range(_LEAST_SURE, 100):
        sure = glance.confidence >= percent / 100
        lost = whole.is_right[sure].sum() - glance.is_right[sure].sum()
        if lost <= _MOST_LOST * sure.sum():
            return percent / 100
    return 2.0
