"""The prompts that ship, and those that real data adds."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

from bench.benefit_sets import (
    CLOSED_QA,
    GENERAL,
    MATH,
    SETS,
    gsm8k,
    real_prompts,
    shipped,
    strong_texts,
)
from edge.core.verdict import Task


def test_every_set_ships_and_no_prompt_twice() -> None:
    counts = Counter(asked.set for asked in shipped())
    assert tuple(counts) == SETS
    assert min(counts.values()) >= 40
    assert len({asked.prompt for asked in shipped()}) == counts.total()


def test_what_has_an_answer_says_it() -> None:
    assert all(asked.gold for asked in shipped() if asked.set in (MATH, CLOSED_QA))


def test_a_sum_counts_only_when_two_right_models_agree(tmp_path: Path) -> None:
    def row(strong: str, weak: str, **right: bool) -> dict[str, object]:
        known = {"strong_right": True, "weak_right": True, **right}
        return {"prompt": strong, "strong_text": strong, "weak_text": weak, **known}

    _write(
        tmp_path / "strong_texts_public.jsonl",
        row("It is $25,000.00.", "#### 25000"),
        row("It is 3.", "#### 4"),
        row("It is 5.", "#### 5", weak_right=False),
        row("It is six.", "#### 6"),
    )
    assert [asked.gold for asked in gsm8k(tmp_path)] == ["25000"]
    assert len(strong_texts(tmp_path)) == 4


def test_real_prompts_keep_their_task_and_leave_out_sums(tmp_path: Path) -> None:
    """Found in a folder `data`, too."""
    (tmp_path / "data").mkdir()
    tasks = ("math", "closed_qa", "chat")
    rows: list[dict[str, object]] = [{"prompt": task, "task": task} for task in tasks]
    _write(tmp_path / "data" / "task_prompts_public.jsonl", *rows)
    found = {asked.task: asked.set for asked in real_prompts(tmp_path, random.Random(1))}
    assert found == {Task.CLOSED_QA: CLOSED_QA, Task.CHAT: GENERAL}


def _write(path: Path, *rows: dict[str, object]) -> None:
    path.write_text("# a comment\n" + "".join(json.dumps(row) + "\n" for row in rows))
