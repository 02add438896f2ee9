"""From labelled prompts to a model file, and what was measured on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.calibration import Cascade, Judged, enough_at_once
from classifier.features import SIZES, Features
from classifier.fitting import (
    COUNTED_SCALE,
    GROUPS,
    Heads,
    Linear,
    Matrix,
    Space,
    at_a_glance,
    choose,
    fit_both,
    fit_chance,
    fit_gain,
    fit_temperature,
    folds,
    left_out_scores,
    read_features,
    softmax,
)
from classifier.glance import Glance
from classifier.prompt_sets import (
    TASKS,
    Answered,
    Labelled,
    halves,
    read_answered,
    read_own,
    read_public,
)
from classifier.rules import difficulty_of

_PAIR_MEAN = 0.3  # a task's guessed difficulty times this: as often a good weak model is worse


@dataclass(frozen=True, slots=True)
class Pool:
    """What is trained on. `answered` may be empty: the difficulty is then the guess by task."""

    rows: tuple[Labelled, ...]
    answered: tuple[Answered, ...] = ()

    def sources(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row.source] = counts.get(row.source, 0) + 1
        return counts


@dataclass(frozen=True, slots=True)
class Trained:
    """What was said of prompts when they were left out, after calibration: `cascade` of the rows'
    tasks; the difficulties of the answered prompts that are fitted to, in their order."""

    heads: Heads
    glance: Glance
    rows: tuple[Labelled, ...]
    cascade: Cascade
    difficulty: NDArray[np.float64]
    difficulty_at_once: NDArray[np.float64]


def read_pool(public: Path | None, answered: Path | None) -> Pool:
    """Our own prompts, and the public ones that there are."""
    rows = read_own()
    if public is not None:
        everything = [*rows, *read_public(public)]
        rows = [everything[place] for place in choose(everything)]
    return Pool(tuple(rows), tuple(read_answered(answered)) if answered else ())


def train(pool: Pool, tell: Callable[[str], None]) -> Trained:
    """`tell` hears of the progress."""
    tell(f"reading {len(pool.rows) + len(pool.answered)} prompts")
    features = read_features([row.prompt for row in pool.rows], tell)
    scores, glanced = left_out_scores(features, pool.rows, tell)
    truth = np.array([TASKS.index(row.task) for row in pool.rows])
    temperature, of_glance = fit_temperature(scores, truth), fit_temperature(glanced, truth)
    chances = Judged(truth, softmax(scores, temperature))
    at_once = Judged(truth, softmax(glanced, of_glance))
    cascade = Cascade(at_once, chances, enough_at_once(at_once, chances))
    tell("fitting the tasks' heads")
    space = Space(features)
    whole, glance = fit_both(space.rows(features), len(space.middle), pool.rows)
    tell("fitting the difficulty's heads")
    fitting, _ = halves(pool.answered)
    hard, hard_at_once = fit_difficulty(space, features, Pool(pool.rows, tuple(fitting)))
    return Trained(
        _assemble(space, whole, temperature, hard),
        _glance_of(_assemble(space, glance, of_glance, hard_at_once), cascade.enough),
        pool.rows,
        cascade,
        hard.left_out,
        hard_at_once.left_out,
    )


@dataclass(frozen=True, slots=True)
class Difficulty:
    """`left_out`: of each answered prompt, when it was left out."""

    weights: NDArray[np.float64]
    bias: float
    slope: float
    shift: float
    left_out: NDArray[np.float64]


def fit_difficulty(
    space: Space, features: Sequence[Features], pool: Pool
) -> tuple[Difficulty, Difficulty]:
    """By the whole, and at a glance. Nobody answered our own prompts: for them a guess by the task
    stands, as low as it would be for a good weak model, so that small talk does not look like a
    question of an exam."""
    guessed = [
        Answered(row.prompt, 0.0, _PAIR_MEAN * difficulty_of(row.task), row.source)
        for row in pool.rows
        if row.source == "own"
    ]
    own = [one for one, row in zip(features, pool.rows, strict=True) if row.source == "own"]
    asked = read_features([row.prompt for row in pool.answered], lambda line: None)
    matrix = space.rows([*asked, *own])
    rows = [*pool.answered, *guessed]
    surface = at_a_glance(matrix, len(space.middle))
    return (
        _fit_difficulty(matrix, rows, len(asked)),
        _fit_difficulty(surface, rows, len(asked)),
    )


def _fit_difficulty(matrix: Matrix, rows: Sequence[Answered], answered: int) -> Difficulty:
    """The first so many of the rows were answered."""
    weights, bias = fit_gain(matrix, rows)
    if not answered:
        return Difficulty(weights, bias, 1.0, 0.0, np.zeros(0))
    values = _left_out_gains(matrix, rows)[:answered]
    is_worse = np.array([row.weak < row.strong for row in rows[:answered]])
    slope, shift = fit_chance(values, is_worse)
    return Difficulty(weights, bias, slope, shift, 1 / (1 + np.exp(-(slope * values + shift))))


def _left_out_gains(matrix: Matrix, rows: Sequence[Answered]) -> NDArray[np.float64]:
    values = np.zeros(len(rows))
    fold = folds(len(rows))
    for number in np.unique(fold):
        learn = np.flatnonzero(fold != number).tolist()
        check = np.flatnonzero(fold == number).tolist()
        weights, bias = fit_gain(matrix[learn], [rows[place] for place in learn])
        values[check] = matrix[check] @ weights + bias
    return values


def _assemble(space: Space, tasks: Linear, temperature: float, difficulty: Difficulty) -> Heads:
    columns = np.column_stack([tasks.weights, difficulty.weights])
    sizes = [*SIZES.values(), len(space.middle)]
    cut = np.split(columns, np.cumsum(sizes))
    return Heads(
        rarity=space.rarity,
        middle=space.middle,
        spread=space.spread,
        weights=dict(zip(GROUPS, cut, strict=True)),
        bias=np.append(tasks.bias, difficulty.bias),
        temperature=temperature,
        slope=difficulty.slope,
        shift=difficulty.shift,
    )


def _glance_of(heads: Heads, enough: float) -> Glance:
    """Those that know nothing of what a prompt is about."""
    return Glance(
        rarity=np.concatenate([heads.rarity[name] for name in SIZES]).astype(np.float16),
        weights=np.concatenate([heads.weights[name] for name in SIZES]).astype(np.float16),
        counted=(heads.weights["counted"] * COUNTED_SCALE).astype(np.float32),
        bias=heads.bias.astype(np.float32),
        temperature=heads.temperature,
        slope=heads.slope,
        shift=heads.shift,
        enough=enough,
    )
