from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from onnx import TensorProto

from classifier.backend import Judgement
from classifier.model_error import ClassifierModelError
from classifier.sequence import SequenceClassifier
from edge.core.types import Message, Request, TextPart
from edge.core.verdict import Task
from tests.classifier.tiny_onnx import TinySequence, write_sequence

WORDS = ("hello", "loop", "why", "thousand")
TALK = {"logits": {"hello": [4.0, 0.0], "loop": [0.0, 4.0]}}
LABELS = ["chat", "code"]


def load(
    folder: Path, model: TinySequence | None = None, labels: Any = LABELS, **more: Any
) -> SequenceClassifier:
    write_sequence(folder, model or TinySequence(TALK), WORDS, **more)
    (folder / "labels.json").write_text(json.dumps(labels))
    return SequenceClassifier(folder)


def tasks(judgements: Sequence[Judgement]) -> list[Task]:
    return [judgement.task for judgement in judgements]


def refusal(folder: Path, model: TinySequence | None = None, labels: Any = LABELS) -> str:
    with pytest.raises(ClassifierModelError) as caught:
        load(folder, model, labels)
    return str(caught.value)


def test_texts_are_judged_by_their_words(tmp_path: Path) -> None:
    judgements = load(tmp_path).judge_texts(["hello", "loop"])
    assert tasks(judgements) == [Task.CHAT, Task.CODE]
    assert [one.confidence for one in judgements] == pytest.approx([0.982, 0.982], abs=1e-3)
    assert [one.difficulty for one in judgements] == [None, None]


def test_a_request_is_judged_by_what_its_user_said_last(tmp_path: Path) -> None:
    messages = (
        Message("user", (TextPart("hello"),)),
        Message("user", (TextPart("loop"),)),
        Message("assistant", (TextPart("hello"),)),
    )
    assert tasks(load(tmp_path).judge([Request("id", "auto", messages)])) == [Task.CODE]


def test_a_batch_gives_what_each_text_alone_does(tmp_path: Path) -> None:
    model = load(tmp_path)
    texts = ["hello", "loop loop why", "", "why " * 40 + "hello"]
    assert model.judge_texts(texts) == [model.judge_texts([text])[0] for text in texts]


@pytest.mark.parametrize("kind", ["float32", "float16"])
@pytest.mark.parametrize("integers", [TensorProto.INT64, TensorProto.INT32])
def test_any_weights_and_integers_will_do(tmp_path: Path, kind: str, integers: int) -> None:
    model = load(tmp_path, TinySequence(TALK, kind=kind, integers=integers))
    assert tasks(model.judge_texts(["loop", "hello"])) == [Task.CODE, Task.CHAT]


def test_all_usual_inputs_are_fed(tmp_path: Path) -> None:
    inputs = ("input_ids", "attention_mask", "token_type_ids", "position_ids")
    model = load(tmp_path, TinySequence(TALK, inputs=inputs))
    assert tasks(model.judge_texts(["loop", "hello why"])) == [Task.CODE, Task.CHAT]


def test_an_export_of_one_fixed_shape_is_filled_up(tmp_path: Path) -> None:
    model = load(tmp_path, TinySequence(TALK, fixed=(2, 8)))
    texts = ["loop", "hello", "why " * 30 + "loop"]
    assert tasks(model.judge_texts(texts)) == [Task.CODE, Task.CHAT, Task.CODE]


@pytest.mark.parametrize("text", ["loop " + "why " * 5000, "why " * 5000 + " loop"])
def test_head_and_tail_of_a_long_text_are_read(tmp_path: Path, text: str) -> None:
    assert tasks(load(tmp_path).judge_texts([text])) == [Task.CODE]


def test_the_middle_of_a_long_text_is_not_read(tmp_path: Path) -> None:
    text = "hello " + "why " * 5000 + "loop loop " + "why " * 5000
    assert tasks(load(tmp_path).judge_texts([text])) == [Task.CHAT]


@pytest.mark.parametrize("text", ["", "\x00\xff", "\ud800", "a" * 1_000_000, "\u200b" * 70_000])
def test_any_text_is_judged(tmp_path: Path, text: str) -> None:
    (judgement,) = load(tmp_path).judge_texts([text])
    assert judgement.is_sound


def test_several_heads_make_task_and_difficulty(tmp_path: Path) -> None:
    """The shape of NVIDIA's prompt-task-and-complexity classifier."""
    outputs = {
        "task_type": {"hello": [9.0, 0.0, 0.0], "loop": [0.0, 5.0, 5.0]},
        "reasoning": {"loop": [-20.0, 20.0], "hello": [20.0, -20.0]},
        "creativity": {"loop": [20.0, -20.0, -20.0], "hello": [-20.0, -20.0, 20.0]},
        "unused": {"loop": [1.0]},
    }
    labels = {
        "task_type": {
            "head": "task",
            "labels": ["Chatbot", "Code Generation", "Bug"],
            "tasks": {"Bug": "code"},
        },
        "reasoning": {"head": "difficulty", "labels": ["no", "yes"], "weight": 0.3},
        "creativity": {
            "head": "difficulty",
            "labels": ["some", "none", "much"],
            "values": [0.5, 0.0, 1.0],
            "weight": 0.1,
        },
    }
    greets, codes = load(tmp_path, TinySequence(outputs), labels).judge_texts(["hello", "loop"])
    assert (greets.task, codes.task) == (Task.CHAT, Task.CODE)
    assert codes.confidence == pytest.approx(0.9966, abs=1e-4), "labels of one task are added up"
    assert codes.difficulty == pytest.approx((0.3 * 1 + 0.1 * 0.5) / 0.4)
    assert greets.difficulty == pytest.approx((0.3 * 0 + 0.1 * 1) / 0.4)


def test_one_number_can_be_the_difficulty(tmp_path: Path) -> None:
    outputs = {**TALK, "hard": {"loop": [3.0], "hello": [-3.0]}}
    labels = {
        "logits": {"head": "task", "labels": LABELS},
        "hard": {"head": "difficulty", "labels": ["hard"], "temperature": 1.5},
    }
    model = load(tmp_path, TinySequence(outputs), labels)
    difficulties = [judgement.difficulty for judgement in model.judge_texts(["loop", "hello"])]
    assert difficulties == pytest.approx([0.881, 0.119], abs=1e-3)


def test_what_is_not_finite_makes_no_sound_judgement(tmp_path: Path) -> None:
    outputs = {"logits": {**TALK["logits"], "thousand": [float("nan"), 0.0]}}
    model = load(tmp_path, TinySequence(outputs))
    broken, sound = model.judge_texts(["thousand", "hello"])
    assert not broken.is_sound
    assert sound.is_sound


# -- what is refused at start-up ---------------------------------------------


@pytest.mark.parametrize("part", ["model.onnx", "tokenizer.json", "labels.json"])
def test_a_missing_part_is_named(tmp_path: Path, part: str) -> None:
    load(tmp_path)
    (tmp_path / part).unlink()
    with pytest.raises(ClassifierModelError, match=f"{part}: no such file"):
        SequenceClassifier(tmp_path)


def test_a_tokenizer_that_is_none_is_named(tmp_path: Path) -> None:
    load(tmp_path)
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ClassifierModelError, match=r"tokenizer\.json: is no tokenizer"):
        SequenceClassifier(tmp_path)


def test_labels_that_are_not_as_many_as_the_numbers_are_named(tmp_path: Path) -> None:
    message = refusal(tmp_path, labels=[*LABELS, "math"])
    assert message == (f"{tmp_path}/labels.json: labels: 3 of them, and the model gives 2 numbers")


def test_labels_of_an_output_that_is_not_there_are_named(tmp_path: Path) -> None:
    labels = {"task": {"head": "task", "labels": LABELS}}
    message = refusal(tmp_path, labels=labels)
    assert "labels.json: task: model.onnx has no such output; it has logits" in message


def test_a_list_of_labels_needs_to_know_its_output(tmp_path: Path) -> None:
    outputs = {"one": TALK["logits"], "two": TALK["logits"]}
    assert "does not say which output it means" in refusal(tmp_path, TinySequence(outputs))


def test_an_input_that_nobody_knows_is_named(tmp_path: Path) -> None:
    inputs = ("input_ids", "attention_mask", "pixel_values")
    assert "its input pixel_values" in refusal(tmp_path, TinySequence(TALK, inputs=inputs))


def test_a_model_without_numbers_for_a_plain_word_is_refused(tmp_path: Path) -> None:
    outputs = {"logits": {"[CLS]": [float("nan"), 0.0]}}
    assert "is NaN or infinite for a plain word" in refusal(tmp_path, TinySequence(outputs))
