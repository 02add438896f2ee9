"""Openings that people have read: the harm checker is held against them, and clumsy ones counted.

Both files are kept beside the texts. `labelled_openings.jsonl` was labelled without sight of what
the checker says. `clumsy_openings.jsonl` lists openings of the frames; those that the present bank
no longer offers are stale, and counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bench.benefit_sets import FORMAT, HARMFUL, MATH, SETS, Asked, read_rows
from bench.opening_harm import harm

_TEXTS = Path(__file__).parent / "texts"
LABELLED = _TEXTS / "labelled_openings.jsonl"
CLUMSY = _TEXTS / "clumsy_openings.jsonl"
ENOUGH_LABELLED, ENOUGH_READ = 200, 300


@dataclass(slots=True)
class Agreement:
    """The checker's verdicts against people's. `confusion` counts pairs of label and verdict;
    "none" is no harm."""

    right_harms: int = 0
    false_harms: int = 0
    missed: int = 0
    right_passes: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    disputed: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.right_harms + self.false_harms + self.missed + self.right_passes

    @property
    def precision(self) -> float:
        return _share(self.right_harms, self.right_harms + self.false_harms)

    @property
    def recall(self) -> float:
        return _share(self.right_harms, self.right_harms + self.missed)


def compare(path: Path = LABELLED) -> Agreement | None:
    """None: nobody has labelled any."""
    if not path.is_file():
        return None
    agreement = Agreement()
    for row in read_rows(path):
        asked = Asked(_set(row["set"]), row["prompt"], gold=row.get("gold"))
        found = harm(row["opening"], asked)
        verdict = found.kind if found else "none"
        labels = row["kinds"] if row["harms"] else ["none"]
        agreement.confusion[verdict if verdict in labels else labels[0], verdict] += 1
        if row["harms"]:
            agreement.right_harms += found is not None
            agreement.missed += found is None
        else:
            agreement.false_harms += found is not None
            agreement.right_passes += found is None
        if row["harms"] != (found is not None):
            said = f"{verdict} ({found.words})" if found else verdict
            agreement.disputed.append(f"labelled {labels[0]}, judged {said}: {row['opening']}")
    return agreement


def _set(name: str) -> str:
    """Labels may name a set more finely than the bench does."""
    if name in SETS:
        return name
    if "format" in name:
        return FORMAT
    if "gsm" in name:
        return MATH
    return HARMFUL if "harmful" in name or "unsafe" in name else name


@dataclass(frozen=True, slots=True)
class Clumsiness:
    read: int
    clumsy: int
    stale: int
    examples: tuple[str, ...]

    @property
    def share(self) -> float:
        return _share(self.clumsy, self.read)


def clumsiness(offered: Callable[[str], Collection[str]], path: Path = CLUMSY) -> Clumsiness | None:
    """`offered` gives what the present bank offers for a prompt. None: nobody has read any."""
    if not path.is_file():
        return None
    rows = list(read_rows(path))
    current = [row for row in rows if row["opening"] in offered(row["prompt"])]
    clumsy = [row for row in current if row["clumsy"]]
    return Clumsiness(len(current), len(clumsy), len(rows) - len(current), tuple(_told(clumsy)))


def _told(rows: Iterable[dict[str, str]]) -> Iterable[str]:
    return (f"clumsy: {row['opening']} ({row['why']})" for row in rows)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
