"""The built-in heads, and what a ledger makes of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from classifier.built_heads import read_heads
from classifier.heads import BUILTIN, HeadsModel
from classifier.heads_graph import write_graph
from classifier.ledger_labels import LEDGER, Labels
from classifier.ledger_training import correct
from classifier.prompt_sets import TASKS, Answered, Labelled, read_own
from edge.core.verdict import Task

QUESTIONS = (
    "How do vaccines work?",
    "Write a function that reverses a list in Python.",
    "Translate this into French: the cat is on the table.",
    "Hello! How are you?",
)
WUGS = tuple(f"Plonk the {word} wug {at}" for at in range(15) for word in ("blue", "small"))


def labels(*tasks: Labelled, answered: tuple[Answered, ...] = ()) -> Labels:
    hard = sum(row.weak < row.strong for row in answered)
    return Labels(tasks, answered, hard=hard, easy=len(answered) - hard, stood=0)


def model_of(folder: Path, learned: Labels) -> HeadsModel:
    file = folder / "model.onnx"
    file.write_bytes(write_graph(correct(read_heads(BUILTIN), learned).heads, {}))
    return HeadsModel(file)


def assert_alike(one: HeadsModel, other: HeadsModel, within: float) -> None:
    for question in QUESTIONS:
        (tasks, hard), (others, other_hard) = one.chances(question), other.chances(question)
        assert np.abs(tasks - others).max() < within
        assert abs(hard - other_hard) < within


def test_heads_of_whom_nothing_was_learned_judge_as_before(tmp_path: Path) -> None:
    assert_alike(model_of(tmp_path, labels()), HeadsModel(), 0.005)


def test_what_was_learned_holds_for_prompts_like_it_and_leaves_others_alone(
    tmp_path: Path,
) -> None:
    told = [Labelled(prompt, Task.EXTRACTION, LEDGER) for prompt in WUGS]
    hard = [Answered(prompt, 0.0, 1.0, LEDGER) for prompt in WUGS[:20]]
    easy = [Answered(f"Twiddle the {at} dax", 1.0, 1.0, LEDGER) for at in range(20)]
    model = model_of(tmp_path, labels(*told, answered=(*hard, *easy)))

    assert model.judge_text("Plonk the round wug 99").task is Task.EXTRACTION
    of_wug, of_dax = (model.chances(text)[1] for text in ("Plonk a wug", "Twiddle a dax"))
    assert of_wug > 0.5 > of_dax
    assert_alike(model, HeadsModel(), 0.2)


def test_labels_that_hold_for_no_other_prompt_change_nothing(tmp_path: Path) -> None:
    prompts = [row.prompt for row in read_own()[::160]]
    told = [Labelled(prompt, TASKS[at * 7 % 12], LEDGER) for at, prompt in enumerate(prompts)]
    assert_alike(model_of(tmp_path, labels(*told)), HeadsModel(), 0.03)


@pytest.mark.parametrize("count", [29, 30])
def test_too_few_prompts_of_a_kind_teach_nothing(count: int) -> None:
    told = [Labelled(f"wug {at}", Task.CODE, LEDGER) for at in range(count)]
    assert len(correct(read_heads(BUILTIN), labels(*told)).tasks_after) == (count >= 30) * count
