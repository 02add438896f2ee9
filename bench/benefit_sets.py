"""The prompts that `bench benefit` opens, in six sets, and what is known of their answers.

`math`, `closed_qa`, `format`, `harmful`, `benign` and `general` ship, written by hand
(`bench/sets/README.md`). With `--data` GSM8K and real general prompts join them: the gold answer of
a GSM8K problem is the number on which two hosted models agreed and which was found right, and the
task of a general prompt is the label that people gave it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.data_folder import find
from bench.numbers_said import numbers_said
from edge.core.verdict import Task

MATH, CLOSED_QA, FORMAT = "math", "closed_qa", "format"
HARMFUL, BENIGN, GENERAL = "harmful", "benign", "general"
SETS = (MATH, CLOSED_QA, FORMAT, HARMFUL, BENIGN, GENERAL)

_SHIPPED = Path(__file__).parent / "sets"
_STRONG_TEXTS = "strong_texts_public.jsonl"
_TASK_PROMPTS = "task_prompts_public.jsonl"


@dataclass(frozen=True, slots=True)
class Asked:
    """`task` is the gold one; `gold` is the right answer, where it is known."""

    set: str
    prompt: str
    task: Task = Task.OTHER
    gold: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A prompt with what hosted models wrote on it; `weak` is empty where there is only one."""

    prompt: str
    strong: str
    weak: str = ""


def shipped() -> list[Asked]:
    """The six sets, in order."""
    return [
        Asked(name, row["prompt"], Task(row["task"]), row.get("gold"))
        for name in SETS
        for row in read_rows(_SHIPPED / f"{name}.jsonl")
    ]


def gsm8k(data: Path) -> list[Asked]:
    """Those problems whose answer is beyond doubt."""
    return [
        Asked(MATH, row["prompt"], Task.MATH, gold)
        for row in read_rows(find(data, _STRONG_TEXTS))
        if row["strong_right"] and row["weak_right"]
        if (gold := _last_number(row["strong_text"])) is not None
        if gold == _last_number(row["weak_text"])
    ]


def real_prompts(data: Path, dice: random.Random) -> list[Asked]:
    """Of all tasks, in random order. Those on a passage are closed QA whose answer is unknown."""
    rows = [
        Asked(
            CLOSED_QA if row["task"] == Task.CLOSED_QA else GENERAL,
            row["prompt"],
            Task(row["task"]),
        )
        for row in read_rows(find(data, _TASK_PROMPTS))
        if row["task"] != Task.MATH  # GSM8K again, without its answers
    ]
    dice.shuffle(rows)
    return rows


def strong_texts(data: Path) -> list[Answered]:
    return [
        Answered(row["prompt"], row["strong_text"].strip(), row["weak_text"].strip())
        for row in read_rows(find(data, _STRONG_TEXTS))
    ]


def read_rows(path: Path) -> Iterator[Any]:
    """The objects of a JSONL file; lines that begin with # are for its readers."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield json.loads(line)


def _last_number(text: str) -> str | None:
    numbers = numbers_said(text)
    return numbers[-1] if numbers else None
