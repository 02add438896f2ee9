"""The prompts that the heads are trained on: balanced, and each of them once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.prompt_sets import TASKS, Answered, duplicates, halves, read_own, read_public
from edge.core.errors import EdgeError

OWN = read_own()
MEASURED_ON = Path(__file__).parents[2] / "bench" / "sets" / "chat_prompts.jsonl"


def test_every_task_has_its_share_of_our_own_prompts() -> None:
    counts = Counter(row.task for row in OWN)
    assert len(OWN) >= 2000
    assert set(counts) == set(TASKS)
    assert min(counts.values()) >= 0.6 * len(OWN) / len(TASKS)
    assert max(counts.values()) <= 1.6 * len(OWN) / len(TASKS)


def test_every_task_is_asked_for_in_several_languages_short_and_long() -> None:
    for task in TASKS:
        rows = [row for row in OWN if row.task is task]
        assert len({row.language for row in rows}) >= 5, task
        assert sum(row.language != "en" for row in rows) >= 0.08 * len(rows), task
        assert sum(len(row.prompt) < 80 for row in rows) >= 5, task
        assert sum(len(row.prompt) > 300 for row in rows) >= 5, task


def test_no_prompt_is_there_twice() -> None:
    assert list(duplicates([row.prompt for row in OWN])) == []


def test_no_prompt_is_one_of_those_that_are_for_measuring_only() -> None:
    lines = MEASURED_ON.read_text("utf-8").splitlines()
    asked = {json.loads(line)["prompt"] for line in lines}
    found = duplicates([*asked, *(row.prompt for row in OWN)])
    assert [pair for pair in found if pair[0] not in asked and pair[1] in asked] == []


def test_the_halves_are_the_same_whoever_asks_and_share_no_prompt() -> None:
    rows = [Answered(f"question {at}", 0.0, 1.0, "exam") for at in range(200)]
    fitting, held_out = halves(rows)
    assert (fitting, held_out) == tuple(map(sorted_as(rows), halves(rows[::-1])))
    assert len(fitting) + len(held_out) == 200
    assert 60 < len(held_out) < 140
    assert not {row.prompt for row in fitting} & {row.prompt for row in held_out}


def sorted_as(rows: list[Answered]) -> Callable[[list[Answered]], list[Answered]]:
    return lambda some: sorted(some, key=rows.index)


@pytest.mark.parametrize(
    ("one", "other", "is_twice"),
    [
        ("What is a poem?", "what is a poem", True),
        ("Hallo!", "hallo", True),
        (
            "please write me a short poem about the sea at night",
            "write me a short poem about the sea at night please",
            True,
        ),
        ("write a poem about the sea", "write a story about the sea", False),
        ("Sum this up. " + "a b c d e f g " * 30, "Shorten it. " + "a b c d e f g " * 30, False),
        ("???", "!!!", False),
    ],
)
def test_a_prompt_said_twice_is_found(one: str, other: str, is_twice: bool) -> None:
    assert list(duplicates([one, other])) == ([(other, one)] if is_twice else [])


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "p.jsonl"
    file.write_text('# about\n{"prompt": "x", "task": "code", "source": "s"}\n{oops\n')
    with pytest.raises(EdgeError, match=r"p\.jsonl:3: no JSON"):
        read_public(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EdgeError, match=r"p\.jsonl"):
        read_public(tmp_path / "p.jsonl")
