"""Teaches the built-in heads what a ledger knows, and nothing else.

The built-in heads are linear, and so is what is learned: new weights are old weights and a
correction,

    tasks       softmax(old scores / temperature + correction · x)
    difficulty  logistic(old curve + correction · x)

fitted by maximum likelihood with a penalty on the correction's length. So a prompt that is like
none of the ledger's is judged as before, whatever the built-in heads were trained on; and a few
hundred prompts are enough, and take seconds.

What a correction is worth is told by prompts that were left out, five folds of them, and so is how
strong the penalty is. Where a few prompts teach nothing that holds for others, nothing is changed.
It is one of words alone: what prompts are about they all have something of in common, so it would
not leave alone those that are like none of the ledger's. And it has no glance (`glance.py`): that
would go on as if nothing had been learned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from classifier.features import SIZES
from classifier.fitting import (
    GROUPS,
    Heads,
    Matrix,
    Space,
    at_a_glance,
    folds,
    read_features,
    softmax,
)
from classifier.ledger_labels import Labels
from classifier.prompt_sets import TASKS

Floats = NDArray[np.float64]
_PENALTIES = (0.3, 1.0, 3.0, 10.0, 30.0, 100.0, np.inf)  # the last one: no correction
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Corrected:
    """`tasks` and `hard` are what is said of each of the labels' prompts: by the old heads
    (`before`), and by the new ones when it was left out (`after`). Chances; empty where nothing was
    learned."""

    heads: Heads
    tasks_before: Floats
    tasks_after: Floats
    hard_before: Floats
    hard_after: Floats


def correct(heads: Heads, labels: Labels) -> Corrected:
    """`heads`: those to start from. Learns what there is enough of."""
    weights, bias = _calibrated(heads)
    nothing = np.zeros((0, 1))
    tasks = hard = (nothing, nothing)
    if labels.teach_tasks:
        matrix = _rows(heads, [row.prompt for row in labels.tasks])
        truth = np.eye(len(TASKS))[[TASKS.index(row.task) for row in labels.tasks]]
        before = matrix @ weights[:, :-1] + bias[:-1]
        after, change = _learn(at_a_glance(matrix, len(heads.middle)), before, truth, softmax)
        weights[:, :-1] += change
        tasks = softmax(before), after
    if labels.teach_difficulty:
        matrix = _rows(heads, [row.prompt for row in labels.answered])
        truth = np.array([[row.strong - row.weak] for row in labels.answered])
        before = matrix @ weights[:, -1:] + bias[-1:]
        after, change = _learn(at_a_glance(matrix, len(heads.middle)), before, truth, _logistic)
        weights[:, -1:] += change
        hard = _logistic(before), after
    cut = np.split(weights, np.cumsum([*SIZES.values(), len(heads.middle)]))
    groups = dict(zip(GROUPS, cut, strict=True))
    corrected = replace(heads, weights=groups, bias=bias, temperature=1.0, slope=1.0, shift=0.0)
    return Corrected(corrected, *tasks, hard[0][:, 0], hard[1][:, 0])


def _calibrated(heads: Heads) -> tuple[Floats, Floats]:
    """Weights and biases whose values are scores of chances already: no temperature, no curve."""
    weights = np.concatenate([heads.weights[name] for name in GROUPS])
    scale = np.append(np.full(len(TASKS), 1 / heads.temperature), heads.slope)
    bias = heads.bias * scale
    bias[-1] += heads.shift
    return weights * scale, bias


def _rows(heads: Heads, prompts: Sequence[str]) -> Matrix:
    """As the built-in heads read them."""
    features = read_features(prompts, lambda line: None)
    return Space.known(heads).rows(features)


def _learn(
    matrix: Matrix, before: Floats, truth: Floats, chances: Callable[[Floats], Floats]
) -> tuple[Floats, Floats]:
    """What is said of each prompt by a correction that did not see it, and the correction by all of
    them. Of the penalties the strongest is taken that is not surely worse than the best: by more
    than the standard error of the difference."""
    fold = folds(len(truth))
    said = []
    for penalty in _PENALTIES:
        scores = before.copy()
        for number in np.unique(fold):
            learn, check = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
            change = _fit(matrix[learn], before[learn], truth[learn], chances, penalty)
            scores[check] += matrix[check] @ change
        said.append(chances(scores))
    losses = np.stack([_losses(one, truth) for one in said])
    more = losses - losses[losses.mean(axis=1).argmin()]
    is_near = more.mean(axis=1) <= more.std(axis=1) / np.sqrt(len(truth))
    strongest = int(np.flatnonzero(is_near)[-1])
    return said[strongest], _fit(matrix, before, truth, chances, _PENALTIES[strongest])


def _fit(
    matrix: Matrix,
    before: Floats,
    truth: Floats,
    chances: Callable[[Floats], Floats],
    penalty: float,
) -> Floats:
    """The correction lies in the span of the prompts, so it is found by its part of each of them
    (`correction = matrixᵀ · parts`): hundreds of numbers, and not a million."""
    from scipy.optimize import minimize
    from threadpoolctl import threadpool_limits

    if np.isinf(penalty):
        return np.zeros((matrix.shape[1], truth.shape[1]))
    alike = np.asarray((matrix @ matrix.T).todense())

    def loss(flat: Floats) -> tuple[float, Floats]:
        parts = flat.reshape(truth.shape)
        moved = alike @ parts
        said = chances(before + moved)
        slope = alike @ (said - truth + penalty * parts)
        value = float(_losses(said, truth).sum()) + penalty / 2 * float((parts * moved).sum())
        return value, slope.ravel()

    with threadpool_limits(1):  # more would wait for one another, for tables as small as these
        found = minimize(
            loss, np.zeros(truth.size), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
        )
    return np.asarray(matrix.T @ found.x.reshape(truth.shape))


def _losses(said: Floats, truth: Floats) -> Floats:
    """Of each prompt: minus the logarithm of the truth's chance."""
    likely = truth * np.log(said + 1e-12)
    if truth.shape[1] == 1:
        likely += (1 - truth) * np.log(1 - said + 1e-12)
    return np.asarray(-likely.sum(axis=1))


def _logistic(scores: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-scores)))
