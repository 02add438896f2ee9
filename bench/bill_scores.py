"""Prompts of which it is known who answers them rightly, and how hard somebody took them to be.

From the data sets (`--data DIR`): `weak_strong_public.jsonl`, MMLU and GSM8K as Mixtral-8x7B and
GPT-4-1106 answered them. One half, by a hash of the prompt, is for fitting and for the thresholds;
the replayed day asks the other half alone.

Without them: the fitted numbers of `bill_fitted.py`, which have no texts: how the regression's
difficulty and the four outcomes (weak right or not, strong right or not) come together.

Judges of difficulty, compared on the same prompts:

    regression   words of the prompt against what the weak model's answer loses, with scikit-learn;
                 on the fitting half by folds, so that its thresholds are honest
    shipped      the built-in model's verdict and its own curve, as the service has them: a prompt
                 that it is unsure of, or whose task was never measured, is as hard as can be
    length       the longer, the harder
    random       a coin, of any bias
    oracle       the outcome itself: what no judge can beat
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bench.bill_fitted import OUTCOMES, SHARES
from bench.data_folder import find
from bench.shipped_verdict import judge, measured
from classifier.prompt_sets import is_held_out
from classifier.thresholds import draw_thresholds
from edge.core.dial import SURE, QualityCurve
from edge.core.types import Message, Request, TextPart

REGRESSION, SHIPPED, LENGTH = "regression", "shipped", "length"
RANDOM, ORACLE = "random", "oracle"
JUDGES = (REGRESSION, SHIPPED, LENGTH, RANDOM, ORACLE)
_LONG_CHARS = 4000
_FOLDS = 3
_DRAWN = 4000


@dataclass(frozen=True, slots=True)
class Scored:
    """`weak` and `strong`: how good the answers were. `difficulty` by judge, 0 to 1."""

    prompt: str
    weak: float
    strong: float
    difficulty: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Halves:
    fitted: Sequence[Scored]
    asked: Sequence[Scored]


def scored(data: Path | None, seed: int = 0) -> Halves:
    return _drawn(seed) if data is None else _read(data)


def curve_of(rows: Sequence[Scored], by: str, qualities: Iterable[float]) -> QualityCurve:
    """For each quality the highest threshold that keeps it on these prompts, by one judge."""
    if by == SHIPPED:
        return measured().curve
    difficulty, weak, strong = np.array(
        [(row.difficulty[by], row.weak, row.strong) for row in rows], np.float64
    ).T
    return QualityCurve(draw_thresholds(difficulty, weak, strong, qualities))


def _drawn(seed: int) -> Halves:
    rng = random.Random(f"{seed}:scores")
    rows = [_draw(rng) for _ in range(2 * _DRAWN)]
    return Halves(rows[:_DRAWN], rows[_DRAWN:])


def _draw(rng: random.Random) -> Scored:
    place = rng.randrange(len(OUTCOMES))
    weak, strong = rng.choices([(1, 1), (1, 0), (0, 1), (0, 0)], OUTCOMES[place])[0]
    known = {
        REGRESSION: rng.uniform(SHARES[place], SHARES[place + 1]),
        RANDOM: rng.random(),
        ORACLE: _hardness(weak, strong),
    }
    return Scored("", weak, strong, known)


def _read(data: Path) -> Halves:
    halves: tuple[list[Scored], list[Scored]] = ([], [])
    with find(data, "weak_strong_public.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            halves[is_held_out(row["prompt"])].append(
                _scored(row["prompt"], row["weak_score"], row["strong_score"])
            )
    if find_spec("sklearn") is None:
        return Halves(*halves)
    return _with_regression(*halves)


def _scored(prompt: str, weak: float, strong: float) -> Scored:
    verdict = judge(Request("", "auto", (Message("user", (TextPart(prompt),)),)))
    may_be_easy = verdict.is_calibrated and verdict.confidence >= SURE
    known = {
        SHIPPED: verdict.difficulty if may_be_easy else 1.0,
        LENGTH: min(len(prompt), _LONG_CHARS) / _LONG_CHARS,
        RANDOM: random.Random(prompt).random(),
        ORACLE: _hardness(weak, strong),
    }
    return Scored(prompt, weak, strong, known)


def _hardness(weak: float, strong: float) -> float:
    """What goes to the cheaper model first gains by it, last what only the strong one can do."""
    return (1 + strong - weak) / 2


def _with_regression(fitted: Sequence[Scored], asked: Sequence[Scored]) -> Halves:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import Ridge
    from sklearn.model_selection import cross_val_predict
    from sklearn.pipeline import make_pipeline

    words = TfidfVectorizer(min_df=2, sublinear_tf=True)
    model = make_pipeline(words, Ridge(alpha=3.0, solver="sparse_cg"))
    texts = [row.prompt for row in fitted]
    lost = [row.strong - row.weak for row in fitted]
    by_folds = cross_val_predict(model, texts, lost, cv=_FOLDS)
    unseen = model.fit(texts, lost).predict([row.prompt for row in asked])
    return Halves(_also(fitted, by_folds), _also(asked, unseen))


def _also(rows: Sequence[Scored], lost: Iterable[float]) -> list[Scored]:
    return [
        Scored(
            row.prompt,
            row.weak,
            row.strong,
            {**row.difficulty, REGRESSION: min(1.0, max(0.0, (1 + float(each)) / 2))},
        )
        for row, each in zip(rows, lost, strict=True)
    ]
