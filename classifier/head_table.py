"""`labels.json`: what the outputs of a sequence classifier mean.

Either the labels of its only output, in order:

    ["chat", "code", "math"]

or an object for each output that counts; others need not be named:

    {"task_logits": {"head": "task", "labels": ["Open QA", "Chit-chat"],
                     "tasks": {"Chit-chat": "chat"}},
     "reasoning":   {"head": "difficulty", "labels": ["no", "yes"], "weight": 0.25},
     "scope":       {"head": "difficulty", "labels": ["high", "some", "none"],
                     "values": [1.0, 0.5, 0.0], "weight": 0.35},
     "hard":        {"head": "difficulty", "labels": ["hard"]}}

`tasks` says which of our tasks a label of the model means, where its name does not. Labels that
mean the same are added up. A difficulty is the mean of its labels' `values` (by default from 0 to
1 in equal steps), each as likely as the model says; several such outputs are averaged by `weight`.
`activation` is `softmax`, `sigmoid` (by default where there is one label) or `none`, for outputs
that are probabilities already; `temperature` divides what goes into it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, Literal, cast

from classifier.model_error import ClassifierModelError
from edge.core.verdict import Task

Activation = Literal["softmax", "sigmoid", "none"]

ONLY = ""  # the name of an output that is not named, because there is but one
_ACTIVATIONS = ("softmax", "sigmoid", "none")
_KINDS = ("task", "difficulty")
_COMMON_KEYS = {"head", "labels", "activation", "temperature"}
_KEYS = {"task": _COMMON_KEYS | {"tasks"}, "difficulty": _COMMON_KEYS | {"values", "weight"}}
_LARGEST_FILE = 1 << 20
_OUR_NAMES = {task.value: task for task in Task}
# As public models name what we have another name for.
_THEIR_NAMES = {
    "chatbot": Task.CHAT,
    "chit_chat": Task.CHAT,
    "code_generation": Task.CODE,
    "coding": Task.CODE,
    "general_qa": Task.OPEN_QA,
    "information_extraction": Task.EXTRACTION,
    "rewrite": Task.REWRITING,
    "summarize": Task.SUMMARIZATION,
    "text_generation": Task.CREATIVE_WRITING,
    "unknown": Task.OTHER,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the numbers of one output become chances."""

    output: str
    labels: tuple[str, ...]
    activation: Activation
    temperature: float


@dataclass(frozen=True, slots=True)
class TaskHead:
    outcome: Outcome
    tasks: tuple[Task, ...]  # of each label


@dataclass(frozen=True, slots=True)
class DifficultyHead:
    outcome: Outcome
    values: tuple[float, ...]  # how hard each label is
    weight: float


@dataclass(frozen=True, slots=True)
class Heads:
    task: TaskHead
    difficulty: tuple[DifficultyHead, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return (self.task.outcome, *(head.outcome for head in self.difficulty))


def read_heads(path: Path) -> Heads:
    """Raises `ClassifierModelError`, which names the file and the key at fault."""
    try:
        return parse_heads(_read(path))
    except _Fault as fault:
        raise ClassifierModelError(f"{path}: {fault}") from fault


def parse_heads(data: Any) -> Heads:
    if isinstance(data, list):
        data = {ONLY: {"head": "task", "labels": data}}
    if not isinstance(data, dict) or not data:
        raise _Fault("neither a list of labels nor an object of outputs")
    task, difficulty = None, []
    for output, entry in data.items():
        head = _parse_head(output, entry)
        if isinstance(head, DifficultyHead):
            difficulty.append(head)
        elif task is not None:
            raise _Fault(f"{output}.head: {task.outcome.output} gives the task already")
        else:
            task = head
    if task is None:
        raise _Fault('no output with "head": "task"')
    if difficulty and sum(head.weight for head in difficulty) == 0:
        raise _Fault("the weights of the difficulty add up to 0")
    return Heads(task, tuple(difficulty))


class _Fault(ValueError):
    """The message begins with the key."""


def _read(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise _Fault("no such file") from error
    except OSError as error:
        raise _Fault(f"cannot be read: {error.strerror}") from error
    if len(text) > _LARGEST_FILE:
        raise _Fault(f"more than {_LARGEST_FILE} bytes")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _Fault(f"is not JSON: {error}") from error


def _parse_head(output: str, entry: Any) -> TaskHead | DifficultyHead:
    if not isinstance(entry, dict):
        raise _Fault(f"{output}: not an object")
    kind = entry.get("head")
    if kind not in _KINDS:
        raise _Fault(f"{output}.head: one of {', '.join(_KINDS)}")
    if unknown := sorted(entry.keys() - _KEYS[kind]):
        raise _Fault(f"{output}.{unknown[0]}: no key of a {kind} head")
    key = f"{output}." if output else ""
    outcome = _parse_outcome(key, output, entry)
    if kind == "task":
        return TaskHead(outcome, _tasks(key, outcome.labels, entry.get("tasks", {})))
    weight = _number(f"{key}weight", entry.get("weight", 1.0), least=0.0)
    return DifficultyHead(outcome, _values(key, outcome.labels, entry.get("values")), weight)


def _parse_outcome(key: str, output: str, entry: Mapping[str, Any]) -> Outcome:
    labels = entry.get("labels")
    if not isinstance(labels, list) or not labels or not all(isinstance(n, str) for n in labels):
        raise _Fault(f"{key}labels: not a list of names")
    if len(set(labels)) < len(labels):
        raise _Fault(f"{key}labels: one stands there twice")
    activation = entry.get("activation", "softmax" if len(labels) > 1 else "sigmoid")
    if activation not in _ACTIVATIONS:
        raise _Fault(f"{key}activation: one of {', '.join(_ACTIVATIONS)}")
    if activation == "softmax" and len(labels) == 1:
        raise _Fault(f"{key}activation: the softmax of one number says nothing")
    temperature = _number(f"{key}temperature", entry.get("temperature", 1.0), least=0.01)
    return Outcome(output, tuple(labels), cast(Activation, activation), temperature)


def _tasks(key: str, labels: tuple[str, ...], meant: Any) -> tuple[Task, ...]:
    if not isinstance(meant, dict):
        raise _Fault(f"{key}tasks: not an object")
    for label, task in meant.items():
        if label not in labels:
            raise _Fault(f'{key}tasks: "{label}" is none of the labels')
        if not isinstance(task, str) or task not in _OUR_NAMES:
            raise _Fault(f'{key}tasks: "{task}" is not one of {", ".join(_OUR_NAMES)}')
    return tuple(_task(key, label, meant) for label in labels)


def _task(key: str, label: str, meant: Mapping[str, str]) -> Task:
    if label in meant:
        return Task(meant[label])
    name = label.strip().lower().replace(" ", "_").replace("-", "_")
    task = _OUR_NAMES.get(name) or _THEIR_NAMES.get(name)
    if task is None:
        raise _Fault(f'{key}tasks: does not say which task "{label}" is')
    return task


def _values(key: str, labels: tuple[str, ...], values: Any) -> tuple[float, ...]:
    if values is None:
        most = len(labels) - 1
        return tuple(number / most for number in range(most + 1)) if most else (1.0,)
    if not isinstance(values, list) or len(values) != len(labels):
        raise _Fault(f"{key}values: not a number for each of the {len(labels)} labels")
    return tuple(_number(f"{key}values", value, least=0.0, most=1.0) for value in values)


def _number(key: str, value: Any, *, least: float, most: float = float("inf")) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not (least <= value <= most and isfinite(value))
    ):
        span = f"{least:g} or more" if most == float("inf") else f"{least:g} to {most:g}"
        raise _Fault(f"{key}: not a number of {span}")
    return float(value)
