"""What a difficulty is worth: how many calls of the strong model it saves at the same quality.

Prompts go to the strong model by falling difficulty until the answers are together as good as a
share of the strong model's own. Fewer calls for the same are better; beside it stand chance, the
prompt's length, and an oracle that knows both answers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from classifier.heads import HeadsModel
from classifier.prompt_sets import Answered

Scores = NDArray[np.float64]

GOALS = (0.95, 0.99, 1.0)
# Percent of calls for each of the goals, as the README of the public data quotes a regression over
# TF-IDF, on all prompts of the source. The split of ours is another.
QUOTED = {"routellm/mmlu": (47.0, 87.0, 100.0), "routellm/gsm8k": (70.0, 89.0, 100.0)}


def scores(model: HeadsModel, held: Sequence[Answered], seed: int) -> dict[str, Scores]:
    """By method: how hard it takes each prompt to be, of those that nothing was fitted to."""
    return {
        "chance": np.random.default_rng(seed).random(len(held)),
        "length": np.array([float(len(row.prompt)) for row in held]),
        "our head": np.array([model.judge_text(row.prompt).difficulty for row in held], float),
        "oracle": np.array([row.strong - row.weak for row in held]),
    }


def with_interval(
    hardness: Scores, rows: Sequence[Answered], goal: float, tries: int, seed: int
) -> tuple[float, float, float]:
    """The share, and the middle 95 % of it over bootstrap samples of the prompts."""
    weak = np.array([row.weak for row in rows])
    strong = np.array([row.strong for row in rows])
    random = np.random.default_rng(seed)
    found = []
    for _ in range(tries):
        drawn = random.integers(0, len(rows), len(rows))
        found.append(calls_needed(hardness[drawn], weak[drawn], strong[drawn], goal))
    low, high = np.percentile(found, [2.5, 97.5])
    return calls_needed(hardness, weak, strong, goal), float(low), float(high)


def calls_needed(hardness: Scores, weak: Scores, strong: Scores, goal: float) -> float:
    """The share of prompts that the strong model must be called for."""
    order = np.argsort(-hardness, kind="stable")
    gained = np.concatenate([[0.0], np.cumsum((strong - weak)[order])])
    enough = weak.sum() + gained >= goal * strong.sum() - 1e-9
    return float(np.argmax(enough) / len(order))  # all of the calls are always enough
