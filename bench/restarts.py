"""How many restarts in other words are told, and is honest text ever taken for one?

Two sources, neither of which is right or wrong by a rule of ours:

- with `--data`, what two models really wrote on the same prompt: the second one's answer is a
  restart of the first one's, cut behind a sentence, two sentences or half of it. The rules were
  made looking at every other pair; the others are counted apart. Every word of the first one's
  is also a place to go on from honestly;
- `sets/restart_pairs.jsonl`, pairs written by hand without sight of the rules: restarts, honest
  continuations on the same topic, and prefaces.

A restart that is missed is a flaw that shows; an honest rest taken for one costs a leg, and a
preface cut too long costs words. `prelude bench seams` prints the tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal, TypeVar

from bench.report import Cell, Limit, Table
from bench.seam_join import Joined, join
from bench.seam_legs import Seam
from edge.core.joints import begins_block
from edge.core.restarts import MOST_LOOKED_AT, Beginnings, lexical
from edge.core.sentences import first_sentence_end

WRITTEN = Path(__file__).parent / "sets" / "restart_pairs.jsonl"
MOST_TAKEN = 0.1  # percent of honest rests
_SHORTEST = 8  # characters of a text that can be cut
_HALVES = ("seen", "unseen")
_GAP = re.compile(r"\s+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

_Key = TypeVar("_Key", str, tuple[str, str])
Told = tuple[str, str]  # what two models wrote on the same prompt


@dataclass(frozen=True, slots=True)
class Written:
    """`next` is what the leg says behind `shown`; both without the white space between them. A
    preface stands at its beginning."""

    language: str
    kind: Literal["restart", "honest", "preface"]
    place: str
    shown: str
    next: str
    preface: str = ""

    @property
    def rest(self) -> str:
        return self.next[len(self.preface) :]


@dataclass(frozen=True, slots=True)
class Findings:
    tables: tuple[Table, ...] = ()
    limits: tuple[Limit, ...] = ()
    notes: tuple[str, ...] = ()


def read_written(path: Path) -> list[Written]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_written(json.loads(line)) for line in lines if line.startswith("{")]


def _written(row: dict[str, str]) -> Written:
    preface, said = row.get("preface", ""), row["next"]
    if not said.startswith(preface):
        said = preface + said
    return Written(
        row["language"],
        row["kind"],  # type: ignore[arg-type]  # as the file has it
        row["place"],
        row["shown"],
        said,
        preface,
    )


# -- what two models wrote ---------------------------------------------------


def judge_told(pairs: Sequence[Told]) -> Findings:
    caught: list[tuple[Cell, ...]] = []
    honest: list[tuple[Cell, ...]] = []
    most = 0.0
    for half, chosen in zip(_HALVES, (pairs[0::2], pairs[1::2]), strict=True):
        for place, cut in _CUTS.items():
            cuts = [(cut(strong), strong, weak) for strong, weak in chosen]
            seams = [Seam(s[:at].rstrip(), s, w) for at, s, w in cuts if at > _SHORTEST]
            caught.append((place, half, *_share(sum(join(s).is_restart for s in seams), seams)))
        rests = [rest for strong, _ in chosen for rest in _rests(strong)]
        taken = sum(_is_taken(shown, rest) for shown, rest in rests)
        honest.append((half, *_share(taken, rests)))
        most = max(most, percent(taken, len(rests)))
    return Findings(
        (
            Table(
                "another model's answer to the same prompt, for a restart",
                ("behind", "pairs", "told", "caught", "percent"),
                tuple(caught),
            ),
            Table(
                "the same texts' own rests, from every word on",
                ("pairs", "rests", "taken for restarts", "percent"),
                tuple(honest),
            ),
        ),
        (Limit("rests of real texts taken for a restart", most, MOST_TAKEN, " %"),),
    )


def _after_sentences(count: int) -> Callable[[str], int]:
    def cut(text: str) -> int:
        at = 0
        for _ in range(count):
            at += len(text[at:]) - len(text[at:].lstrip())
            at += first_sentence_end(text[at:], final=True) or 0
        return at

    return cut


_CUTS: dict[str, Callable[[str], int]] = {
    "a sentence": _after_sentences(1),
    "two sentences": _after_sentences(2),
    "half of the text": lambda text: text.rfind(" ", 0, len(text) // 2),
}


def _rests(text: str) -> Iterator[Told]:
    for gap in _GAP.finditer(text):
        if gap.start() >= _SHORTEST:
            yield text[: gap.start()], text[gap.start() :]


def _is_taken(shown: str, rest: str) -> bool:
    return Beginnings(shown, (0,), lexical).are_told_again(rest[:MOST_LOOKED_AT])


# -- what was written by hand ------------------------------------------------


def judge_written(pairs: Sequence[Written]) -> Findings:
    """An honest rest is said as a leg brings it, and as one that drops its first space."""
    restarts = [pair for pair in pairs if pair.kind == "restart"]
    honest = [pair for pair in pairs if pair.kind == "honest"]
    caught = [pair for pair in restarts if _joined(pair, pair.next).is_restart]
    spoilt = [pair for pair in honest if _is_spoilt(pair, _apart(pair.next))]
    glued = [pair for pair in honest if _is_spoilt(pair, pair.next)]
    return Findings(
        (
            _by_place("restarts written by hand", "caught", restarts, caught),
            _by_place("honest rests written by hand", "taken or cut", honest, spoilt),
            _by_place("the same, without their space", "taken or cut", honest, glued),
            _preface_table([pair for pair in pairs if pair.kind == "preface"]),
        ),
        (
            Limit(
                "honest rests written by hand that were taken for a restart, or cut",
                percent(len(spoilt), len(honest)),
                MOST_TAKEN,
                " %",
            ),
        ),
        tuple(f"honest rest, taken for a restart or cut: {pair.next[:60]!r}" for pair in spoilt),
    )


def _apart(words: str) -> str:
    if begins_block(words):
        return f"\n\n{words}"
    return f" {words}" if words[0].isalnum() and not _WIDE.match(words) else words


def _is_spoilt(pair: Written, said: str) -> bool:
    """What white space should stand between, the pair does not say."""
    joined = _joined(pair, said)
    return joined.is_restart or _letters(joined.shown) != _letters(pair.shown + said)


def _joined(pair: Written, said: str) -> Joined:
    return join(Seam(pair.shown, pair.shown + said, said))


def _letters(text: str) -> str:
    return "".join(text.split())


def _preface_table(prefaces: Sequence[Written]) -> Table:
    return Table(
        "prefaces written by hand, cut",
        ("language", "prefaces", *_PREFACE_ENDS),
        tuple(
            (
                language,
                len(group),
                *map([_end_of_preface(pair) for pair in group].count, _PREFACE_ENDS),
            )
            for language, group in _grouped(prefaces, lambda pair: pair.language)
        ),
    )


_PREFACE_ENDS = ("exactly", "missed", "too little", "too much", "leg dropped")


def _end_of_preface(pair: Written) -> str:
    """White space apart."""
    joined = _joined(pair, pair.next)
    if joined.is_restart:
        return "leg dropped"
    told, rest = _letters(joined.shown[len(pair.shown) :]), _letters(pair.rest)
    if told == rest:
        return "exactly"
    if told == _letters(pair.next):
        return "missed"
    return "too little" if len(told) > len(rest) else "too much"


def _by_place(name: str, found: str, pairs: Sequence[Written], hits: Sequence[Written]) -> Table:
    hit = {id(pair) for pair in hits}
    return Table(
        name,
        ("language", "behind", "pairs", found, "percent"),
        tuple(
            (*place, *_share(sum(id(pair) in hit for pair in group), group))
            for place, group in _grouped(pairs, lambda pair: (pair.language, pair.place))
        ),
    )


def _grouped(
    pairs: Sequence[Written], key: Callable[[Written], _Key]
) -> Iterator[tuple[_Key, list[Written]]]:
    for name, group in groupby(sorted(pairs, key=key), key):
        yield name, list(group)


def _share(part: int, whole: Sequence[object]) -> tuple[Cell, ...]:
    return len(whole), part, f"{percent(part, len(whole)):.2f}"


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else float("nan")
