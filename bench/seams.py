"""How often does a reader see where one leg's words end and the next one's begin?

Real texts are cut at random points, and the next leg speaks in one of six ways (`seam_legs.py`).
What the reader ends up with is checked against the whole text (`seam_defects.py`). Restarts in
other words and prefaces, which no program can tell for certain, are counted apart (`restarts.py`).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench import restarts
from bench.answers import answers
from bench.data_folder import find
from bench.report import SUMMARY, Bars, Curves, Limit, Report, Table, summary
from bench.seam_defects import defect, visible_defect
from bench.seam_join import join
from bench.seam_legs import LEGS, Seam

SEED = 20_260
CUTS, QUICK_CUTS = 10_000, 1_000
_SHORTEST = 8  # characters that the reader has; with fewer an echo cannot be told from the rest
_STRONG_TEXTS = "strong_texts_public.jsonl"
_MOST_DEFECTS = 0.1  # percent
_EXAMPLES = 8


@dataclass(slots=True)
class Tally:
    seams: int = 0
    restarts: int = 0
    defects: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)
    held: list[int] = field(default_factory=list)

    def add(self, seam: Seam) -> None:
        joined = join(seam)
        check = visible_defect if seam.is_loose else defect
        fault = "taken for a restart" if joined.is_restart else check(seam.truth, joined.shown)
        self.seams += 1
        self.restarts += joined.is_restart
        self.held.append(joined.held)
        if fault is not None:
            self.defects[fault.partition(":")[0]] += 1
            self.examples.append(f"{fault} behind {seam.prefix[-40:]!r}")


def run(options: argparse.Namespace) -> Report:
    dice = random.Random(SEED)
    pairs = strong_pairs(options.data) if options.data is not None else []
    shelves = [[answer.text for answer in answers()], [strong for strong, _ in pairs]]
    shelves = [shelf for shelf in shelves if shelf]
    tallies = {name: Tally() for name in LEGS}
    for _ in range(QUICK_CUTS if options.quick else CUTS):
        text = dice.choice(dice.choice(shelves))
        prefix = text[: dice.randrange(_SHORTEST, len(text))].rstrip()
        for name, leg in LEGS.items():
            tallies[name].add(leg(dice, text, prefix))
    told = restarts.judge_told(pairs) if pairs else restarts.Findings()
    written = restarts.judge_written(restarts.read_written(restarts.WRITTEN))
    count, texts = sum(tally.seams for tally in tallies.values()), sum(map(len, shelves))
    return Report(
        f"{count:,} seams in {texts} texts, cut at random (seed {SEED})",
        (_defect_table(tallies), _held_table(tallies), *told.tables, *written.tables),
        (*_limits(tallies), *told.limits, *written.limits),
        (*_notes(tallies), *written.notes[:_EXAMPLES]),
        _plots(tallies),
    )


def _notes(tallies: dict[str, Tally]) -> Iterator[str]:
    for name, tally in tallies.items():
        yield from (f"{name}: {example}" for example in tally.examples[:_EXAMPLES])


def strong_pairs(data: Path) -> list[tuple[str, str]]:
    """What two models wrote on the same prompt."""
    rows = map(json.loads, find(data, _STRONG_TEXTS).read_text(encoding="utf-8").splitlines())
    pairs = ((row["strong_text"].strip(), row["weak_text"].strip()) for row in rows)
    return [(strong, weak) for strong, weak in pairs if min(len(strong), len(weak)) > 2 * _SHORTEST]


def _defect_table(tallies: dict[str, Tally]) -> Table:
    rows = tuple(
        (
            name,
            tally.seams,
            tally.defects.total(),
            f"{restarts.percent(tally.defects.total(), tally.seams):.3f}",
            ", ".join(f"{fault} {count}" for fault, count in tally.defects.most_common()) or "-",
        )
        for name, tally in tallies.items()
    )
    return Table("visible defects", ("the leg", "seams", "defects", "percent", "kinds"), rows)


def _held_table(tallies: dict[str, Tally]) -> Table:
    rows = tuple((name, *summary(tally.held)) for name, tally in tallies.items())
    return Table("characters held back at the seam", ("the leg", *SUMMARY), rows)


def _limits(tallies: dict[str, Tally]) -> tuple[Limit, ...]:
    count = sum(tally.seams for tally in tallies.values())
    defects = sum(tally.defects.total() for tally in tallies.values())
    honest = tallies["continues"]
    return (
        Limit("seams with a visible defect", restarts.percent(defects, count), _MOST_DEFECTS, " %"),
        Limit(
            "honest rests taken for a restart",
            restarts.percent(honest.restarts, honest.seams),
            _MOST_DEFECTS,
            " %",
        ),
    )


def _plots(tallies: dict[str, Tally]) -> tuple[Bars | Curves, ...]:
    shares = [restarts.percent(tally.defects.total(), tally.seams) for tally in tallies.values()]
    count = sum(tally.seams for tally in tallies.values())
    return (
        Bars(
            f"How often does a seam show, by what the next leg does? ({count:,} seams)",
            "% of seams with a visible defect",
            tuple(tallies),
            {"visible defects": shares},
            limit=_MOST_DEFECTS,
        ),
        Curves(
            "How much is held back at a seam before the reader has more?",
            "characters that the next leg said before the reader had one of them",
            {f"the leg {name}": tally.held for name, tally in tallies.items()},
            of="seams",
        ),
    )
