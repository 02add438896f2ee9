"""What a model learned from a ledger, and whether it is better there: the card beside it.

Before and after are of the same prompts: what the built-in model says of them, which never saw
them, and what the new one says of each when it was left out of its training.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from classifier.calibration import Judged
from classifier.heads import HeadsModel
from classifier.ledger_labels import Labels
from classifier.prompt_sets import LEDGER
from classifier.training import Trained


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
    others: int  # prompts that it learned besides
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


def measure(
    trained: Trained, labels: Labels, before: HeadsModel, *, date: str, replies: int, kept: int
) -> Figures:
    tasks = _tasks(trained, before)
    ranked = _ranked(trained, before)
    return Figures(
        date=date,
        replies=replies,
        kept=kept,
        told_tasks=len(labels.tasks),
        hard=labels.hard,
        easy=labels.easy,
        stood=labels.stood,
        others=sum(row.source != LEDGER for row in trained.rows),
        tasks_right_before=tasks[0],
        tasks_right_after=tasks[1],
        ranked_right_before=ranked[0],
        ranked_right_after=ranked[1],
    )


def write_ledger_card(figures: Figures) -> str:
    return f"""\
# A classifier that learned from a ledger

Made on {figures.date} by `prelude train --from-ledger`, from {figures.kept} prompts that the
ledger kept (of {figures.replies} replies), beside {figures.others} others. Only weights are here,
no prompt.

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
evidence. All else it learned from the {figures.others} others; the built-in model knew more of
them, unless they were added with `--data`.
"""


def write_facts(figures: Figures) -> str:
    return json.dumps(asdict(figures), indent=1) + "\n"


def _tasks(trained: Trained, before: HeadsModel) -> tuple[float | None, float | None]:
    places = [at for at, row in enumerate(trained.rows) if row.source == LEDGER]
    if not places:
        return None, None
    rows = [trained.rows[at] for at in places]
    right = sum(before.judge_text(row.prompt).task is row.task for row in rows)
    after = Judged.of([row.task for row in rows], trained.chances[places])
    return right / len(rows), after.accuracy


def _ranked(trained: Trained, before: HeadsModel) -> tuple[float | None, float | None]:
    places = [at for at, row in enumerate(trained.answered) if row.source == LEDGER]
    rows = [trained.answered[at] for at in places]
    is_hard = np.array([row.weak < row.strong for row in rows], bool)
    earlier = np.array([before.chances(row.prompt)[1] for row in rows])
    return ranked_right(earlier, is_hard), ranked_right(trained.difficulty[places], is_hard)


def ranked_right(values: NDArray[np.float64], is_hard: NDArray[np.bool_]) -> float | None:
    """0.5 is chance. None: there are not both."""
    hard, easy = values[is_hard], np.sort(values[~is_hard])
    if not len(hard) or not len(easy):
        return None
    below = np.searchsorted(easy, hard, "left") + np.searchsorted(easy, hard, "right")
    return float(below.mean() / 2 / len(easy))


def _in_words(share: float | None) -> str:
    return "not learned" if share is None else f"{100 * share:.0f} %"
