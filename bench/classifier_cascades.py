"""What is said of prompts that nobody was trained on, at a glance and by the whole: of those left
out at random, of a public source left out whole, and by the shipped model of somebody else's chat
prompts."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.questions import SHORT_QUESTIONS
from classifier.calibration import Cascade, Judged
from classifier.features import look
from classifier.fitting import (
    fit_temperature,
    left_out_scores,
    read_features,
    scores_of,
    softmax,
)
from classifier.glance import Glance
from classifier.heads import HeadsModel
from classifier.prompt_sets import TASKS, Labelled
from edge.core.verdict import Task

_CHAT = Path(__file__).parent / "sets" / "chat_prompts.jsonl"
_UNSEEN_MOST = 4000  # prompts of a source that are judged


def left_out(rows: list[Labelled]) -> Cascade:
    """Five folds, each of both with the temperature that fits it."""
    features = read_features([row.prompt for row in rows], _silent)
    whole, glance = (
        Judged(_truth(rows), softmax(scores, fit_temperature(scores, _truth(rows))))
        for scores in left_out_scores(features, rows, _silent)
    )
    return Cascade(glance, whole, _shipped().enough)


def unseen(source: str, rows: list[Labelled], public: list[Labelled], seed: int) -> Cascade:
    """Trained on everything else; our own prompts teach the source's classes."""
    learned = [row for row in rows if row.source != source]
    asked = [row for row in public if row.source == source]
    if len(asked) > _UNSEEN_MOST:
        drawn = np.random.default_rng(seed).choice(len(asked), _UNSEEN_MOST, replace=False)
        asked = [asked[place] for place in drawn]
    known = read_features([row.prompt for row in learned], _silent)
    new = read_features([row.prompt for row in asked], _silent)
    whole, glance = scores_of(known, learned, new)
    return Cascade(
        Judged(_truth(asked), softmax(glance, _shipped().temperature)),
        Judged(_truth(asked), softmax(whole, HeadsModel().temperature)),
        _shipped().enough,
    )


def chat() -> tuple[Cascade, NDArray[np.int64]]:
    """And the second task of each prompt, or -1."""
    model, glance = HeadsModel(), _shipped()
    lines = [json.loads(line) for line in _CHAT.read_text(encoding="utf-8").splitlines()]
    prompts, tasks = [line["prompt"] for line in lines], [Task(line["task"]) for line in lines]
    at_once = np.array([glance.say(look(prompt)).chances for prompt in prompts])
    whole = np.array([model.chances(prompt)[0] for prompt in prompts], np.float64)
    second = np.array(
        [TASKS.index(Task(line["second"])) if line["second"] else -1 for line in lines]
    )
    return Cascade(Judged.of(tasks, at_once), Judged.of(tasks, whole), glance.enough), second


def short_questions() -> float:
    """The share of them that the shipped glance decides."""
    model = HeadsModel()
    return float(np.mean([model.judge_text(each).at_a_glance for each in SHORT_QUESTIONS]))


def _shipped() -> Glance:
    glance = HeadsModel().glance_heads
    assert glance is not None
    return glance


def _truth(rows: list[Labelled]) -> NDArray[np.int64]:
    return np.array([TASKS.index(row.task) for row in rows])


def _silent(line: str) -> None: ...
