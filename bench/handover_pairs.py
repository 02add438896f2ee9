"""Openings paired with the real answers that follow them, and what readers get of each pair.

A frame never stands above a sum, and the real answers at hand are to sums. So the openings are of
every kind that a draft could say there, from the harmless to the false, and frames stand above the
texts that ship. What the target itself would say first is the ceiling of `parallel`: all of it has
been said. The same with its last number changed is what it should take back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bench.answers import answer_to, answers
from bench.benefit_sets import Answered
from bench.handover import STRATEGIES, Pair, Reading, first_sentence, read
from bench.numbers_said import numbers_said
from bench.questions import SHORT_QUESTIONS
from bench.report import Cell, Table, median
from edge.core.plan import Strategy

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?<!,)")
_COLUMNS = (
    "strategy", "the opening is", "replies", "told twice", "with words skipped",
    "characters skipped P50", "skipped wrongly", "disagree", "of those corrected",
    "others corrected", "thrown away",
)  # fmt: skip


def pairs(
    answered: Sequence[Answered], prose: Mapping[str, str], framed: Mapping[str, str]
) -> Iterator[Pair]:
    """`prose` and `framed` are openings by prompt; without `answered` the texts that ship serve."""
    for each in answered or _shipped():
        yield from _unframed(each, prose.get(each.prompt, ""))
    for question, text in shipped_texts().items():
        yield Pair("a frame", question, framed.get(question, ""), text, level="frame")


def _unframed(each: Answered, prose: str) -> Iterator[Pair]:
    prompt, strong = each.prompt, each.strong
    own = first_sentence(strong)
    yield Pair("its own first sentence", prompt, own, strong)
    if (wrong := _with_another_number(own)) is not None:
        yield Pair("the same, a number wrong", prompt, wrong, strong, disagrees=True)
    if each.weak:
        yield Pair("another model's first sentence", prompt, first_sentence(each.weak), strong)
        result, right = _last(each.weak), _last(strong)
        told = f"The answer is {result}."
        yield Pair("another model's result", prompt, told, strong, disagrees=result != right)
    yield Pair("the small model's prose", prompt, prose, strong)


def _with_another_number(sentence: str) -> str | None:
    """Its last number, wherever it says it, made one more."""
    found = _NUMBER.findall(sentence)
    if not found:
        return None
    wrong = str(int(float(found[-1].replace(",", ""))) + 1)
    return _NUMBER.sub(lambda number: wrong if number[0] == found[-1] else number[0], sentence)


def shipped_texts() -> dict[str, str]:
    """The questions that one of our texts answers."""
    found = {question: answer_to(question) for question in SHORT_QUESTIONS}
    return {
        question: answer.text
        for question, answer in found.items()
        if answer.relevance(question.casefold())
    }


def handover_table(made: Sequence[Pair]) -> Table:
    """A row for each strategy and kind of opening."""
    tallies: dict[tuple[Strategy, str], _Tally] = {}
    for strategy in STRATEGIES:
        for pair in made:
            if pair.opening and (reading := read(strategy, pair)) is not None:
                tallies.setdefault((strategy, pair.kind), _Tally()).add(pair, reading)
    rows = tuple(
        (strategy.value, kind, *tally.cells()) for (strategy, kind), tally in tallies.items()
    )
    return Table("handing over, below an opening the real answer", _COLUMNS, rows)


@dataclass(slots=True)
class _Tally:
    readings: list[Reading] = field(default_factory=list)
    disagree: int = 0
    corrected: int = 0

    def add(self, pair: Pair, reading: Reading) -> None:
        self.readings.append(reading)
        self.disagree += pair.disagrees
        self.corrected += pair.disagrees and bool(reading.added)

    def cells(self) -> tuple[Cell, ...]:
        readings = self.readings
        skipped = [len(reading.skipped) for reading in readings if reading.skipped]
        return (
            len(readings),
            sum(reading.is_told_twice for reading in readings),
            len(skipped),
            round(median(skipped)) if skipped else "-",
            sum(reading.is_skipped_wrongly for reading in readings),
            self.disagree,
            self.corrected,
            sum(bool(reading.added) for reading in readings) - self.corrected,
            sum(reading.is_thrown_away for reading in readings),
        )


def _shipped() -> list[Answered]:
    return [Answered(answer.name, answer.text) for answer in answers()]


def _last(text: str) -> str:
    numbers = numbers_said(text)
    return numbers[-1] if numbers else ""
