"""The built-in model: what ships, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.features import featurize
from classifier.fitting import Heads, Space, softmax
from classifier.heads import BUILTIN, HeadsModel
from classifier.heads_graph import write_graph
from classifier.prompt_sets import TASKS
from classifier.reader import Reader
from edge.core.errors import EdgeError
from edge.core.types import Message, Request, TextPart
from edge.core.verdict import Task

MODEL = HeadsModel()
PROMPTS = (
    "Write a Python function that merges two sorted lists",
    "hi, how are you doing today?",
    "Why is the sky blue?",
    "",
    "日本の首都はどこですか",
    "\x00\xff\ud800" * 40,
)


@pytest.mark.parametrize(
    ("prompt", "task"),
    [
        ("Write a Python function that merges two sorted lists", Task.CODE),
        ("ok haha thanks, you made my day", Task.CHAT),
        ("Translate to French: the train is late again", Task.REWRITING),
        ("What is 17 * 23 + 4?", Task.MATH),
        ('Is this review positive or negative? "Broke after a day."', Task.CLASSIFICATION),
        ("Schreib mir ein Gedicht über den Herbst", Task.CREATIVE_WRITING),
    ],
)
def test_what_ships_knows_plain_cases(prompt: str, task: Task) -> None:
    judgement = MODEL.judge_text(prompt)
    assert (judgement.task, judgement.is_sound) == (task, True)
    assert judgement.confidence > 0.5


def test_what_ships_is_small() -> None:
    assert BUILTIN.stat().st_size < 5_000_000


@given(st.text(max_size=300))
def test_every_prompt_has_a_sound_judgement(prompt: str) -> None:
    assert MODEL.judge_text(prompt).is_sound


@pytest.mark.parametrize("prompt", [*PROMPTS, "x" * 1_000_000, "why? " * 200_000])
def test_odd_and_endless_prompts_have_one_too(prompt: str) -> None:
    assert MODEL.judge_text(prompt).is_sound


def test_a_batch_is_judged_in_its_order() -> None:
    requests = [Request("r", "auto", (Message("user", (TextPart(text),)),)) for text in PROMPTS]
    assert MODEL.judge(requests) == [MODEL.judge_text(text) for text in PROMPTS]


def test_the_file_computes_what_was_fitted(tmp_path: Path) -> None:
    reader = Reader()
    features = [featurize(prompt, reader) for prompt in PROMPTS]
    space = Space(features)
    rows = space.rows(features)
    random = np.random.default_rng(1)
    columns = random.normal(size=(rows.shape[1], len(TASKS) + 1)).astype(np.float16)
    sizes = [*(len(space.rarity[name]) for name in space.rarity), len(space.middle)]
    cut = np.split(columns.astype(np.float64), np.cumsum(sizes))
    bias = random.normal(size=len(TASKS) + 1)
    names = (*space.rarity, "meaning", "counted")
    weights = dict(zip(names, cut, strict=True))
    heads = Heads(space.rarity, space.middle, space.spread, weights, bias, 1.3, 2.0, -0.5)
    file = tmp_path / "model.onnx"
    file.write_bytes(write_graph(heads, {"date": "today"}))

    model = HeadsModel(file)

    values = np.asarray(rows @ columns.astype(np.float64)) + bias
    chances = softmax(values[:, :-1], 1.3)
    difficulties = 1 / (1 + np.exp(-(2.0 * values[:, -1] - 0.5)))
    for prompt, expected, hard in zip(PROMPTS, chances, difficulties, strict=True):
        found, difficulty = model.chances(prompt)
        assert np.allclose(found, expected, atol=5e-3)
        assert abs(difficulty - hard) < 5e-3
    assert model.facts["date"] == "today"
    assert model.temperature == 1.3


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EdgeError, match=r"none\.onnx: No such file"):
        HeadsModel(tmp_path / "none.onnx")


def test_a_file_that_is_no_model_is_named(tmp_path: Path) -> None:
    file = tmp_path / "junk.onnx"
    file.write_bytes(b"junk")
    with pytest.raises(EdgeError, match=r"junk\.onnx: no model"):
        HeadsModel(file)


def test_a_model_for_other_features_is_refused(tmp_path: Path) -> None:
    import onnx

    model = onnx.load(BUILTIN)
    for fact in model.metadata_props:
        if fact.key == "features":
            fact.value = "0"
    file = tmp_path / "old.onnx"
    onnx.save(model, file)
    with pytest.raises(EdgeError, match="prelude train"):
        HeadsModel(file)
