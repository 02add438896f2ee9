from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from classifier.head_table import ONLY, parse_heads, read_heads
from classifier.model_error import ClassifierModelError
from edge.core.verdict import Task

TASK = {"head": "task", "labels": ["chat", "code"]}


def test_a_list_names_the_labels_of_the_only_output() -> None:
    heads = parse_heads(["chat", "Open QA", "Code Generation"])
    assert heads.task.outcome.output == ONLY
    assert heads.task.tasks == (Task.CHAT, Task.OPEN_QA, Task.CODE)
    assert heads.task.outcome.activation == "softmax"
    assert heads.difficulty == ()


def test_a_model_may_have_names_of_its_own_for_tasks() -> None:
    entry = {**TASK, "labels": ["banter", "dev"], "tasks": {"banter": "chat", "dev": "code"}}
    assert parse_heads({"out": entry}).task.tasks == (Task.CHAT, Task.CODE)


def test_one_label_is_read_by_sigmoid_and_is_as_hard_as_it_can_be() -> None:
    (head,) = parse_heads({"t": TASK, "d": {"head": "difficulty", "labels": ["hard"]}}).difficulty
    assert head.outcome.activation == "sigmoid"
    assert head.values == (1.0,)


def test_levels_go_in_equal_steps_from_easy_to_hard() -> None:
    entry = {"head": "difficulty", "labels": ["easy", "medium", "hard"]}
    assert parse_heads({"t": TASK, "d": entry}).difficulty[0].values == (0.0, 0.5, 1.0)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({}, "neither a list of labels nor an object of outputs"),
        ("chat", "neither a list of labels nor an object of outputs"),
        ([], "labels: not a list of names"),
        (["chat", 3], "labels: not a list of names"),
        (["chat", "chat"], "labels: one stands there twice"),
        (["chat", "banter"], 'tasks: does not say which task "banter" is'),
        ({"a": 3}, "a: not an object"),
        ({"a": {**TASK, "head": "mood"}}, "a.head: one of task, difficulty"),
        ({"a": {**TASK, "weight": 1}}, "a.weight: no key of a task head"),
        ({"a": TASK, "b": TASK}, "b.head: a gives the task already"),
        ({"a": {"head": "difficulty", "labels": ["x"]}}, 'no output with "head": "task"'),
        ({"a": {**TASK, "activation": "relu"}}, "a.activation: one of softmax, sigmoid, none"),
        ({"a": {**TASK, "temperature": 0}}, "a.temperature: not a number of 0.01 or more"),
        ({"a": {**TASK, "temperature": float("inf")}}, "a.temperature: not a number"),
        ({"a": {**TASK, "tasks": {"x": "chat"}}}, 'a.tasks: "x" is none of the labels'),
        ({"a": {**TASK, "tasks": {"chat": "x"}}}, 'a.tasks: "x" is not one of chat'),
        ({"a": {**TASK, "tasks": {"chat": []}}}, "a.tasks: "),
        (
            {"a": TASK, "b": {"head": "difficulty", "labels": ["x", "y"], "values": [1]}},
            "b.values: not a number for each of the 2 labels",
        ),
        (
            {"a": TASK, "b": {"head": "difficulty", "labels": ["x", "y"], "values": [1, 2]}},
            "b.values: not a number of 0 to 1",
        ),
        (
            {"a": TASK, "b": {"head": "difficulty", "labels": ["x"], "activation": "softmax"}},
            "b.activation: the softmax of one number",
        ),
        (
            {"a": TASK, "b": {"head": "difficulty", "labels": ["x"], "weight": 0}},
            "the weights of the difficulty add up to 0",
        ),
    ],
)
def test_what_does_not_fit_is_named_with_its_file_and_key(
    tmp_path: Path, data: Any, complaint: str
) -> None:
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(data))
    with pytest.raises(ClassifierModelError) as caught:
        read_heads(path)
    assert str(caught.value).startswith(f"{path}: {complaint}")


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\x00"])
def test_what_is_no_json_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "labels.json"
    path.write_text(text)
    with pytest.raises(ClassifierModelError, match="is not JSON"):
        read_heads(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClassifierModelError, match=r"labels\.json: no such file"):
        read_heads(tmp_path / "labels.json")
