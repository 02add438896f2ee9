"""What a model learned from a ledger, and whether it is better there: the card beside it.

Before and after are of the same prompts: what the built-in model says of them, which never saw
them, and what the new one says of each when it was left out of its training.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from classifier.calibration import Judged
from classifier.ledger_labels import Labels
from classifier.ledger_training import Corrected
from edge.core.verdict import Task


@dataclass(frozen=True, slots=True)
class Figures:
    """`tasks_right`: the share of prompts whose task was right. `ranked_right`: how often, of a
    hard prompt and an easy one, the hard one was given the higher difficulty. None: not learned, or
    too few to tell."""

    date: str
    replies: int  # of the ledger, in the time that was looked at
    kept: int  # of these, with their prompts
    told_tasks: int
    hard: int
    easy: int
    stood: int  # of the easy ones, those of which nobody said anything
    tasks_right_before: float | None = None
    tasks_right_after: float | None = None
    ranked_right_before: float | None = None
    ranked_right_after: float | None = None

    @property
    def is_worse(self) -> bool:
        pairs = (
            (self.tasks_right_before, self.tasks_right_after),
            (self.ranked_right_before, self.ranked_right_after),
        )
        return any(b is not None and a is not None and a < b for b, a in pairs)


def measure(corrected: Corrected, labels: Labels, *, date: str, replies: int, kept: int) -> Figures:
    truth = [row.task for row in labels.tasks]
    is_hard = np.array([row.weak < row.strong for row in labels.answered], bool)
    return Figures(
        date=date,
        replies=replies,
        kept=kept,
        told_tasks=len(labels.tasks),
        hard=labels.hard,
        easy=labels.easy,
        stood=labels.stood,
        tasks_right_before=_right(truth, corrected.tasks_before),
        tasks_right_after=_right(truth, corrected.tasks_after),
        ranked_right_before=_ranked(corrected.hard_before, is_hard),
        ranked_right_after=_ranked(corrected.hard_after, is_hard),
    )


def write_ledger_card(figures: Figures) -> str:
    return f"""\
# A classifier that learned from a ledger

Made on {figures.date} by `prelude train --from-ledger`, from {figures.kept} prompts that the
ledger kept (of {figures.replies} replies): the built-in model, and a correction for prompts like
these. Only weights are here, no prompt.

| learned | prompts |
|---|---|
| whose task somebody told | {figures.told_tasks} |
| too hard for the cheap model: it gave up, or was rated down, or asked for again | {figures.hard} |
| easy enough for it: rated up, or nobody complained ({figures.stood}) | {figures.easy} |

On these prompts, which the built-in model never saw, and this one did not when it was asked:

| | built-in | this one |
|---|---|---|
| task right | {_in_words(figures.tasks_right_before)} | {_in_words(figures.tasks_right_after)} |
| harder of two found | {_in_words(figures.ranked_right_before)} \
| {_in_words(figures.ranked_right_after)} |

Which prompts are easy is known only of those that a cheap model was given, and silence is weak
evidence. Prompts that are like none of these are judged as by the built-in model.
"""


def write_facts(figures: Figures) -> str:
    return json.dumps(asdict(figures), indent=1) + "\n"


def _right(truth: Sequence[Task], chances: NDArray[np.float64]) -> float | None:
    return Judged.of(truth, chances).accuracy if len(chances) else None


def _ranked(chances: NDArray[np.float64], is_hard: NDArray[np.bool_]) -> float | None:
    return ranked_right(chances, is_hard) if len(chances) else None


def ranked_right(values: NDArray[np.float64], is_hard: NDArray[np.bool_]) -> float | None:
    """0.5 is chance. None: there are not both."""
    hard, easy = values[is_hard], np.sort(values[~is_hard])
    if not len(hard) or not len(easy):
        return None
    below = np.searchsorted(easy, hard, "left") + np.searchsorted(easy, hard, "right")
    return float(below.mean() / 2 / len(easy))


def _in_words(share: float | None) -> str:
    return "not learned" if share is None else f"{100 * share:.0f} %"
