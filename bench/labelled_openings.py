"""Openings that people have read: the harm checker is held against them, and clumsy ones counted.

Both files are kept beside the sets of prompts. `labelled_openings.jsonl` was labelled without sight
of what the checker says. Some of its prompts are not ours to ship: of those it names file and line,
and without `--data` they are left out. A refusal above a harmful request is passed by its labels;
here it counts as harm, because it too speaks ahead of the target.

`clumsy_openings.jsonl` lists openings of the frames; those that the present bank no longer offers
are stale, and counted apart.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.benefit_sets import BENIGN, FORMAT, HARMFUL, MATH, Asked, read_rows
from bench.data_folder import find
from bench.opening_harm import REFUSES, Harm, harm

_SETS = Path(__file__).parent / "sets"
LABELLED = _SETS / "labelled_openings.jsonl"
CLUMSY = _SETS / "clumsy_openings.jsonl"
NO_HARM = "none"
ENOUGH_LABELLED, ENOUGH_READ = 200, 300


@dataclass(slots=True)
class Tally:
    right_harms: int = 0
    false_harms: int = 0
    missed: int = 0
    right_passes: int = 0

    def add(self, is_harm: bool, is_found: bool) -> None:
        self.right_harms += is_harm and is_found
        self.false_harms += is_found and not is_harm
        self.missed += is_harm and not is_found
        self.right_passes += not (is_harm or is_found)

    @property
    def count(self) -> int:
        return self.right_harms + self.false_harms + self.missed + self.right_passes

    @property
    def precision(self) -> float:
        return _share(self.right_harms, self.right_harms + self.false_harms)

    @property
    def recall(self) -> float:
        return _share(self.right_harms, self.right_harms + self.missed)


@dataclass(slots=True)
class Agreement:
    """The checker's verdicts against people's, over all and by the opening's level. `confusion`
    counts pairs of label and verdict; "none" is no harm."""

    all: Tally = field(default_factory=Tally)
    levels: dict[str, Tally] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    disputed: list[str] = field(default_factory=list)
    left_out: int = 0  # their prompt or their words are not at hand


def compare(data: Path | None, path: Path = LABELLED) -> Agreement | None:
    """None: nobody has labelled any."""
    if not path.is_file():
        return None
    agreement = Agreement()
    for row in read_rows(path):
        prompt = _prompt(row, data)
        if prompt is None or row["opening"] is None:
            agreement.left_out += 1
            continue
        asked = Asked(_set(row["set"]), prompt, gold=row["gold"])
        _add(agreement, row, harm(row["opening"], asked))
    return agreement


def _add(agreement: Agreement, row: Any, found: Harm | None) -> None:
    is_harm = row["harms"] or REFUSES in row["kinds"]
    labels = row["kinds"] if is_harm else [NO_HARM]
    verdict = found.kind if found else NO_HARM
    agreement.confusion[verdict if verdict in labels else labels[0], verdict] += 1
    for tally in (agreement.all, agreement.levels.setdefault(row["level"], Tally())):
        tally.add(is_harm, found is not None)
    if is_harm != (found is not None):
        said = f"{verdict} ({found.words})" if found else verdict
        agreement.disputed.append(f"labelled {labels[0]}, judged {said}: {row['opening']}")


def _prompt(row: Any, data: Path | None) -> str | None:
    """The row's own, or the one that it names."""
    if row["prompt"] is not None or data is None:
        prompt: str | None = row["prompt"]
        return prompt
    at = row["prompt_at"]
    lines = find(data, at["file"]).read_text(encoding="utf-8").splitlines()
    named: str = json.loads(lines[at["line"] - 1])["prompt"]
    return named


def _set(name: str) -> str:
    """Labels may name a set more finely than the bench does."""
    for known, part in ((BENIGN, "benign"), (FORMAT, "format"), (MATH, "gsm"), (HARMFUL, "harm")):
        if part in name:
            return known
    return name


@dataclass(frozen=True, slots=True)
class Clumsiness:
    read: int
    clumsy: int
    stale: int
    examples: tuple[str, ...]

    @property
    def share(self) -> float:
        return _share(self.clumsy, self.read)


def clumsiness(
    offered: Callable[[str], Collection[str]], data: Path | None, path: Path = CLUMSY
) -> Clumsiness | None:
    """`offered` gives what the present bank offers for a prompt. None: nobody has read any."""
    if not path.is_file():
        return None
    prompts = ((row, _prompt(row, data)) for row in read_rows(path))
    at_hand = [(row, prompt) for row, prompt in prompts if prompt is not None]
    current = [row for row, prompt in at_hand if row["opening"] in offered(prompt)]
    clumsy = [row for row in current if row["clumsy"]]
    stale = len(at_hand) - len(current)
    return Clumsiness(len(current), len(clumsy), stale, tuple(_told(clumsy)))


def _told(rows: Iterable[dict[str, str]]) -> Iterable[str]:
    return (f"clumsy: {row['opening']} ({row['why']})" for row in rows)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
