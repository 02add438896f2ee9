"""The labelled prompts that heads are trained on: our own, and a pool of public ones.

Our own lie in `prompts/`, a file a task. The public pool is a folder with two files:
`task_prompts_public.jsonl` ({prompt, task, source}) and `weak_strong_public.jsonl` ({prompt,
weak_score, strong_score, source}).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from classifier.folding import fold
from edge.core.errors import EdgeError
from edge.core.verdict import Task

OWN = Path(__file__).parent / "prompts"
TASKS = tuple(task for task in Task if task is not Task.OTHER)
_SHINGLE = 4  # words
_PASTES = 300  # characters: a longer prompt brings a text
_ALIKE = 0.7  # of the shingles of both together: near-duplicates


@dataclass(frozen=True, slots=True)
class Labelled:
    """`source`: whose style it is written in. `batch`: prompts of one sitting have much in common,
    and are left out of training together."""

    prompt: str
    task: Task
    source: str
    language: str = "en"
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A prompt that a weak and a strong model answered; scores from 0 to 1."""

    prompt: str
    weak: float
    strong: float
    source: str


def read_own(folder: Path = OWN) -> list[Labelled]:
    return [
        Labelled(row["prompt"], task, "own", row["language"], row["batch"])
        for task in TASKS
        for row in _rows(folder / f"{task}.jsonl")
    ]


def read_public(file: Path) -> list[Labelled]:
    return [Labelled(row["prompt"], Task(row["task"]), row["source"]) for row in _rows(file)]


def read_answered(file: Path) -> list[Answered]:
    return [
        Answered(row["prompt"], row["weak_score"], row["strong_score"], row["source"])
        for row in _rows(file)
    ]


def halves(rows: Sequence[Answered]) -> tuple[list[Answered], list[Answered]]:
    """One to fit to, and one that nothing is fitted to: by a hash of the prompt, so that whoever
    asks gets the same."""
    found: tuple[list[Answered], list[Answered]] = ([], [])
    for row in rows:
        found[is_held_out(row.prompt)].append(row)
    return found


def is_held_out(prompt: str) -> bool:
    return blake2b(prompt.encode("utf-8", "replace"), digest_size=1).digest()[0] % 2 == 1


def duplicates(prompts: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs that say the same in nearly the same words: the later one, and the earlier. Long ones
    count only if they are alike to the word: the same text is pasted under many tasks on purpose,
    so that a model cannot learn what is asked from what it is asked about."""
    exact: dict[str, str] = {}
    holders: dict[tuple[str, ...], list[int]] = {}
    shingles: list[frozenset[tuple[str, ...]]] = []
    for place, prompt in enumerate(prompts):
        words = re.findall(r"\w+", fold(prompt))
        key = " ".join(words) or prompt
        runs = zip(*(words[start:] for start in range(_SHINGLE)), strict=False)
        mine = frozenset(runs if len(prompt) <= _PASTES else ())
        rivals = {rival for shingle in mine for rival in holders.get(shingle, ())}
        near = next((at for at in sorted(rivals) if _alike(mine, shingles[at])), None)
        if key in exact:
            yield prompt, exact[key]
        elif near is not None:
            yield prompt, prompts[near]
        exact.setdefault(key, prompt)
        shingles.append(mine)
        for shingle in mine:
            holders.setdefault(shingle, []).append(place)


def _alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    """Raises `EdgeError` for a file that is not there, or a line that is no object of JSON."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise EdgeError(f"{file}: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise EdgeError(f"{file}:{number}: no JSON") from error
        yield row
