"""From labelled prompts to a model, on a few of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from classifier.calibration import Cascade, Judged, enough_at_once
from classifier.fitting import choose, fit_temperature, softmax
from classifier.heads import HeadsModel
from classifier.heads_graph import write_graph
from classifier.measuring import measure
from classifier.model_card import write_card
from classifier.prompt_sets import TASKS, Answered, Labelled, halves, read_own
from classifier.quality import NOTHING
from classifier.training import Pool, train
from edge.core.verdict import Task


def few(of_each: int) -> list[Labelled]:
    rows = read_own()
    return [row for task in TASKS for row in [r for r in rows if r.task is task][:of_each]]


def test_a_trained_model_can_be_used_and_has_its_card(tmp_path: Path) -> None:
    hard = [Answered(f"Prove the theorem, part {at}.", 0.0, 1.0, "exam") for at in range(40)]
    easy = [Answered(f"Name the colour number {at}.", 1.0, 1.0, "exam") for at in range(40)]
    pool = Pool(tuple(few(12)), (*hard, *easy))
    told: list[str] = []

    trained = train(pool, told.append)
    file = tmp_path / "model.onnx"
    file.write_bytes(write_graph(trained.heads, {"date": "2026-01-01"}))
    model = HeadsModel(file)

    right = sum(model.judge_text(row.prompt).task is row.task for row in pool.rows)
    assert right > 0.9 * len(pool.rows)  # it was trained on them
    difficulties = [model.chances(row.prompt)[1] for row in (hard[0], easy[0])]
    assert difficulties[0] > 0.5 > difficulties[1]
    assert told
    measured, kept = measure(model, pool, trained, told.append)
    assert (
        len(trained.difficulty) == len(halves(pool.answered)[0]) == len(trained.difficulty_at_once)
    )
    card = write_card(trained, pool, measured, kept, "2026-01-01")
    assert "| own | 144 |" in card
    assert f"{len(trained.difficulty)} prompts that a weak and a strong model answered" in card


def test_without_answers_there_is_no_curve_and_the_card_says_so() -> None:
    pool = Pool(tuple(few(6)))
    trained = train(pool, lambda line: None)
    measured, kept = measure(HeadsModel(), pool, trained, lambda line: None)
    assert (measured, kept) == (NOTHING, [])
    card = write_card(trained, pool, measured, kept, "2026-01-01")
    assert "`quality` saves nothing" in card


def test_all_of_ours_and_some_of_each_public_kind_are_chosen() -> None:
    own = [Labelled(f"a {at}", Task.CODE, "own") for at in range(900)]
    public = [Labelled(f"b {at}", Task.MATH, "gsm8k") for at in range(900)]
    chosen = choose([*own, *public])
    assert sum(place < 900 for place in chosen) == 900
    assert 0 < sum(place >= 900 for place in chosen) < 300


def test_a_temperature_makes_too_sure_scores_modest() -> None:
    random = np.random.default_rng(0)
    truth = random.integers(0, 2, 4000)
    said = np.where(random.random(4000) < 0.75, truth, 1 - truth)
    scores = np.eye(2)[said] * 4.0  # says 98 %, and is right three times in four
    temperature = fit_temperature(scores, truth)
    assert softmax(scores, temperature).max(axis=1) == pytest.approx(np.full(4000, 0.75), abs=0.1)


def chances_of(*confidences: float) -> np.ndarray:
    rest = [(1 - confidence) / (len(TASKS) - 1) for confidence in confidences]
    rows = np.array([[low] * len(TASKS) for low in rest])
    rows[:, 0] = confidences
    return rows


def test_the_calibration_error_is_the_gap_between_confidence_and_accuracy() -> None:
    judged = Judged.of([TASKS[0]] * 3 + [TASKS[1]], chances_of(0.95, 0.95, 0.95, 0.95))
    assert judged.accuracy == 0.75
    assert judged.calibration_error == pytest.approx(0.2)


def test_what_is_covered_is_judged_alone() -> None:
    judged = Judged.of([TASKS[0], TASKS[1]], chances_of(0.9, 0.4))
    assert judged.covered(0.8) == (0.5, 1.0)
    assert np.isnan(judged.covered(0.99)[1])


def test_confusion_has_the_truth_in_its_rows() -> None:
    table = Judged.of([TASKS[2], TASKS[2]], chances_of(0.9, 0.9)).confusion()
    assert table[2, 0] == table.sum() == 2


def test_a_glance_decides_what_it_is_sure_enough_of() -> None:
    truth = [TASKS[0], TASKS[1]]
    glance, whole = Judged.of(truth, chances_of(0.9, 0.7)), Judged.of(truth, chances_of(0.5, 0.6))
    cascade = Cascade(glance, whole, 0.8)
    assert cascade.is_early.tolist() == [True, False]
    assert cascade.judged.confidence.tolist() == [0.9, 0.6]
    assert cascade.of(np.array([False, True])).judged.confidence.tolist() == [0.6]


def test_a_glance_is_enough_where_the_whole_would_be_right_no_more_often() -> None:
    truth = [TASKS[0]] * 3 + [TASKS[1]]
    whole = Judged.of(truth, np.eye(len(TASKS))[[0, 0, 0, 1]])
    glance = Judged.of(truth, chances_of(0.99, 0.95, 0.9, 0.855))  # the last is wrong
    assert enough_at_once(glance, whole) == 0.86
    assert enough_at_once(whole, whole) == 0.8
