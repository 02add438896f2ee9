"""Fits the heads: linear ones, over the features of `classifier/features.py`, in about four minutes
on one core.

Tasks: a multinomial logistic regression, twice: over all that is known of a prompt, and over what
is seen at a glance. The second stands by itself (`classifier/glance.py`); the heads that know what
a prompt is about are the mean of both. Left out of training, that is right for 76 prompts in a
hundred where the first alone is for 75, and of Dolly unseen for 66 where it is for 64 (November
2026): words and meaning may no longer lean on each other. To teach the second by the mean's
chances, of prompts without a label too, changed nothing.

Difficulty: a ridge regression of how much better the strong model's answer was than the weak one's
(-1 to 1), which ranks better than the chance that it was better does, because it knows prompts on
which the weak model wins.

Calibration happens on predictions for prompts that were left out: one temperature for the tasks,
and for the difficulty a logistic curve over the regression's value.

scikit-learn is an extra, imported when something is fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.features import SIZES, Features, featurize
from classifier.prompt_sets import TASKS, Answered, Labelled
from classifier.reader import Reader

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Matrix = Any  # scipy's, which has no types

GROUPS = (*SIZES, "meaning", "counted")  # of a row's columns, in their order
COUNTED_SCALE = 0.5  # against n-grams, whose groups are of length 1
MEANING_LENGTH = 2.0  # likewise
_LEAST_SPREAD = 1e-3
FOLDS = 5
_STRENGTH = 2.0  # 1 / regularization, of the tasks
_RIDGE = 10.0
_OWN_COUNTS = 3.0  # of a public prompt: ours are of every kind, theirs of few
_MOST_OF_A_KIND = {"dolly15k": 200}  # public prompts of a source and task: the rest is repetition
_MOST_ELSEWHERE = 150
_ROUNDS = 80


@dataclass(frozen=True, slots=True)
class Heads:
    """`rarity`: the inverse document frequency, by group. `weights`: by group, and `counted`: a
    column for each task, and one for the difficulty, as for `meaning`, which counts less its
    `middle` and divided by its `spread`. `slope` and `shift` make the difficulty's value a chance.
    """

    rarity: dict[str, Floats]
    middle: Floats
    spread: Floats
    weights: dict[str, Floats]
    bias: Floats
    temperature: float
    slope: float
    shift: float


def read_features(prompts: Sequence[str], tell: Callable[[str], None]) -> list[Features]:
    features, reader = [], Reader()
    for number, prompt in enumerate(prompts, start=1):
        features.append(featurize(prompt, reader))
        if number % 5000 == 0:
            tell(f"read {number} of {len(prompts)} prompts")
    return features


def choose(rows: Sequence[Labelled], seed: int = 0) -> list[int]:
    """The places of what is trained on: all of our own, and so many of each public kind."""
    random = np.random.default_rng(seed)
    kept: dict[tuple[str, str], int] = {}
    chosen = []
    for place in random.permutation(len(rows)):
        row = rows[place]
        kind = (row.source, row.task)
        kept[kind] = kept.get(kind, 0) + 1
        if row.source == "own" or kept[kind] <= _MOST_OF_A_KIND.get(row.source, _MOST_ELSEWHERE):
            chosen.append(int(place))
    return sorted(chosen)


class Space:
    """Features as rows of a matrix, by the rarity that the training prompts have."""

    def __init__(self, features: Sequence[Features]) -> None:
        self.rarity = {name: _rarity(features, name) for name in SIZES}
        meanings = np.stack([one.meaning for one in features]).astype(np.float64)
        self.middle: Floats = meanings.mean(axis=0)
        size = len(self.middle) ** 0.5 / MEANING_LENGTH
        self.spread: Floats = np.maximum(meanings.std(axis=0), _LEAST_SPREAD) * size

    @classmethod
    def known(cls, heads: Heads) -> Space:
        """As a model has it already."""
        space = cls.__new__(cls)
        space.rarity = dict(heads.rarity)
        space.middle, space.spread = heads.middle, heads.spread
        return space

    def rows(self, features: Sequence[Features]) -> Matrix:
        from scipy import sparse

        parts = [self._group(features, name) for name in SIZES]
        counted = np.stack([one.surface.counted for one in features]) * COUNTED_SCALE
        meanings = np.stack([one.meaning for one in features])
        meant = ((meanings - self.middle) / self.spread).astype(np.float32)
        return sparse.hstack([*parts, *map(sparse.csr_matrix, (meant, counted))]).tocsr()

    def _group(self, features: Sequence[Features], name: str) -> Matrix:
        from scipy import sparse

        groups = [one.surface.group(name) for one in features]
        starts = np.cumsum([0, *(len(group.places) for group in groups)])
        places = np.concatenate([group.places for group in groups])
        values = np.concatenate([group.counts for group in groups]) * self.rarity[name][places]
        squares = np.concatenate([[0.0], np.cumsum(values**2)])
        norms = np.sqrt(np.maximum(np.diff(squares[starts]), 1e-12))
        values = values / np.repeat(norms, np.diff(starts))
        shape = (len(groups), SIZES[name])
        return sparse.csr_matrix((values.astype(np.float32), places, starts), shape=shape)


def at_a_glance(matrix: Matrix, meanings: int) -> Matrix:
    """The same rows, without what the prompts are about: so many columns."""
    from scipy import sparse

    counts = np.ones(matrix.shape[1])
    start = sum(SIZES.values())
    counts[start : start + meanings] = 0.0
    return matrix @ sparse.diags(counts)


def _rarity(features: Sequence[Features], name: str) -> Floats:
    seen = np.bincount(
        np.concatenate([one.surface.group(name).places for one in features]), minlength=SIZES[name]
    )
    rarity: Floats = np.log((1 + len(features)) / (1 + seen)) + 1
    return rarity


def fit_tasks(matrix: Matrix, rows: Sequence[Labelled]) -> tuple[Floats, Floats]:
    """Weights, a column a task, and biases."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS, tol=1e-3)
    counts = [_OWN_COUNTS if row.source == "own" else 1.0 for row in rows]
    model.fit(matrix, [TASKS.index(row.task) for row in rows], sample_weight=counts)
    weights = np.zeros((matrix.shape[1], len(TASKS)))
    bias = np.full(len(TASKS), -30.0)  # of a task that no row has
    weights[:, model.classes_] = model.coef_.T
    bias[model.classes_] = model.intercept_
    return weights, bias


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights, a row for each of a matrix' columns, and biases."""

    weights: Floats
    bias: Floats

    def scores(self, matrix: Matrix) -> Floats:
        return np.asarray(matrix @ self.weights + self.bias)


def fit_both(matrix: Matrix, meanings: int, rows: Sequence[Labelled]) -> tuple[Linear, Linear]:
    """For the tasks: of those who know what a prompt is about, and of a glance."""
    whole = Linear(*fit_tasks(matrix, rows))
    glance = Linear(*fit_tasks(at_a_glance(matrix, meanings), rows))
    return Linear((whole.weights + glance.weights) / 2, (whole.bias + glance.bias) / 2), glance


def fit_gain(matrix: Matrix, rows: Sequence[Answered]) -> tuple[Floats, float]:
    from sklearn.linear_model import Ridge

    model = Ridge(alpha=_RIDGE, solver="sparse_cg", tol=1e-4)
    model.fit(matrix, [row.strong - row.weak for row in rows])
    return model.coef_, float(model.intercept_)


def folds(count: int, seed: int = 0) -> Ints:
    """Which of the folds each row is left out in."""
    fold: Ints = np.random.default_rng(seed).permutation(count) % FOLDS
    return fold


def left_out_scores(
    features: Sequence[Features], rows: Sequence[Labelled], tell: Callable[[str], None]
) -> tuple[Floats, Floats]:
    """What is said of each row by those that were trained without it: by the whole, at a glance."""
    scores = np.zeros((2, len(rows), len(TASKS)))
    fold = folds(len(rows))
    for number in range(FOLDS):
        tell(f"fold {number + 1} of {FOLDS}")
        learn = np.flatnonzero(fold != number).tolist()
        check = np.flatnonzero(fold == number).tolist()
        scores[:, check] = scores_of(
            [features[place] for place in learn],
            [rows[place] for place in learn],
            [features[place] for place in check],
        )
    return scores[0], scores[1]


def scores_of(
    learned: Sequence[Features], rows: Sequence[Labelled], asked: Sequence[Features]
) -> tuple[Floats, Floats]:
    """By the whole, and at a glance."""
    space = Space(learned)
    whole, glance = fit_both(space.rows(learned), len(space.middle), rows)
    matrix = space.rows(asked)
    return whole.scores(matrix), glance.scores(matrix)


def softmax(scores: Floats, temperature: float = 1.0) -> Floats:
    scaled = scores / temperature
    chances = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True))


def fit_temperature(scores: Floats, truth: Ints, weights: Floats | None = None) -> float:
    """The one under which the truth was likeliest."""
    rows = np.arange(len(truth))
    tried = np.geomspace(0.3, 3.0, 93)
    losses = [
        -np.average(np.log(softmax(scores, one)[rows, truth] + 1e-12), weights=weights)
        for one in tried
    ]
    return float(tried[int(np.argmin(losses))])


def fit_chance(values: Floats, is_worse: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and shift of the logistic curve from a value to the chance."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e6).fit(values[:, None], is_worse)
    return float(model.coef_[0, 0]), float(model.intercept_[0])
