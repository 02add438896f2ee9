"""Which replies the fault matrix asks for, and what each of them should come to. Pure.

A *cell* is one reply: a first target that goes wrong in one way at one place, and who stands
behind it. Places are named after what the reader is in the middle of, because that is where
joining two streams goes wrong: a place in characters is computed from the answer's text, which
is known.

Each faulty target is a model of its own in the service's settings, its fault in its id. So cells
can run side by side, and what the service learns of one of them touches no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bench.answers import answer_to
from bench.faults import FAULTS, NO_FAULT, Behead, Break, Fault, Healthy, Refuse, Slow, Spoil, Tail
from edge.core.sentences import first_sentence_end

WITH_FENCE = "How do I undo a commit in git?"
WITH_OPENING = "Why does the sea have tides?"
CHINESE = "\u4e3a\u4ec0\u4e48\u8981\u7761\u89c9\uff1f"

REFUSED = "refused"  # nobody listens there: not the simulator's to play
CONTINUES = "continues"
# Who takes over: the simulator's fault, and whether the settings say that it continues a prefill.
SECONDS: Mapping[str, tuple[str, bool]] = {
    CONTINUES: (NO_FAULT, True),
    "is asked to go on": (NO_FAULT, False),
    "echoes": ("echo", True),
    "echoes loosely": ("loose_echo", True),
    "restarts": ("restart", True),
}
# Those whose words no program can tell from a continuation for certain: looked at, not judged.
IN_OTHER_WORDS: Mapping[str, tuple[str, bool]] = {
    "prefaces": ("preface", True),
    "paraphrases": ("paraphrase", True),
}


class Expect(StrEnum):
    WHOLE = "whole"  # equal to an unbroken reply's text, and `stop`
    HONEST = "honest"  # whole and `stop`, or not whole and an error: nobody is there to finish it
    ERROR = "error"  # the caller's fault: nobody else is asked
    LENGTH = "length"  # it would never end
    ANY = "any"  # the stream does not show that anything is wrong


@dataclass(frozen=True, slots=True)
class Faulty:
    """One way for a target to be. `after` is in characters, or None."""

    fault: str
    phase: str = "-"
    after: int | None = None

    @property
    def model(self) -> str:
        place = "" if self.after is None else f".{self.after}"
        return f"gone/{REFUSED}" if self.fault == REFUSED else f"sim/{self.fault}{place}"

    @property
    def model_id(self) -> str:
        place = "" if self.after is None else f"&after={self.after}"
        return f"sim?fault={self.fault}{place}"


@dataclass(frozen=True, slots=True)
class Cell:
    """`then` is a second faulty target; `behind` are those behind it, best first."""

    variant: str
    question: str
    faulty: Faulty
    behind: tuple[str, ...]
    expect: Expect
    then: Faulty | None = None
    strategy: str = "target"
    stream: bool = True

    @property
    def targets(self) -> list[str]:
        return [*(way.model for way in self.ways), *self.behind]

    @property
    def ways(self) -> list[Faulty]:
        return [self.faulty] if self.then is None else [self.faulty, self.then]


def place_of(phase: str, text: str) -> int | None:
    """Where in the text that phase is; None when it has no such place."""
    sentence = first_sentence_end(text) or len(text)
    match phase:
        case "before text":
            return 0
        case "first sentence":
            return text.rindex(" ", 0, sentence // 2 + 1) if " " in text[: sentence // 2] else 3
        case "mid-word":
            word = re.compile(r"\w{6,}").search(text, sentence)
            return None if word is None else word.start() + 3
        case "in a fence":
            fence = text.find("```")
            return None if fence < 0 else text.index("\n", fence) + 8
        case "last chunk":
            return len(text) - 2
        case "before the end":
            return len(text)
    raise ValueError(f"no phase {phase!r}")


PHASES = (
    "before text",
    "first sentence",
    "mid-word",
    "in a fence",
    "last chunk",
    "before the end",
)


def second(name: str) -> str:
    return f"sim/{name.replace(' ', '-')}"


def faulty_ways(question: str) -> Iterator[Faulty]:
    """Every fault in each of its phases."""
    yield Faulty(REFUSED, "connect")
    for name, fault in FAULTS.items():
        match fault:
            case Break() | Spoil() | Slow(clock="token"):
                yield from _in_each_phase(name, question, fault)
            case Refuse() | Behead() | Slow(clock="head"):
                yield Faulty(name, "headers")
            case Slow():
                yield Faulty(name, "before text")
            case Tail():
                yield Faulty(name, "before the end")
            case Healthy():
                pass
            case _:
                yield Faulty(name)


def broken_ways(question: str, *names: str) -> list[Faulty]:
    return [way for name in names for way in _in_each_phase(name, question, FAULTS[name])]


def cells(quick: bool) -> list[Cell]:
    """With somebody behind the faulty target who can finish the reply."""
    healthy = (second(CONTINUES),)
    found = [
        Cell("alone", WITH_FENCE, way, healthy, expectation(way)) for way in faulty_ways(WITH_FENCE)
    ]
    some = ("cut", "stall") if quick else ("cut", "stall", "error", "half_event", "end_early")
    others = ("cut",) if quick else some
    for name in (*SECONDS, *IN_OTHER_WORDS):
        expect = Expect.ANY if name in IN_OTHER_WORDS else Expect.WHOLE
        ways = broken_ways(WITH_FENCE, *others) if name != CONTINUES else []
        found += [Cell(f"second {name}", WITH_FENCE, way, (second(name),), expect) for way in ways]
    for way in [*broken_ways(WITH_FENCE, *some), Faulty("500", "headers")]:
        found.append(Cell("not streamed", WITH_FENCE, way, healthy, expectation(way), stream=False))
    for strategy in ("preamble", "continue"):
        for way in [Faulty("500", "headers"), *broken_ways(WITH_OPENING, *some)]:
            found.append(
                Cell(strategy, WITH_OPENING, way, healthy, expectation(way), strategy=strategy)
            )
    for way in broken_ways(CHINESE, *others):
        found.append(Cell("Chinese", CHINESE, way, healthy, expectation(way)))
    return [*found, *_pairs(quick)]


def cells_alone(quick: bool) -> list[Cell]:
    """With nobody behind: a reply that is cut short must say so."""
    ways = faulty_ways(WITH_FENCE)
    return [
        Cell("nobody behind", WITH_FENCE, way, (), Expect.HONEST)
        for way in ways
        if expectation(way) in (Expect.WHOLE, Expect.ERROR)
        and (not quick or way.phase in ("mid-word", "before the end", "-"))
    ]


def expectation(way: Faulty) -> Expect:
    match way.fault:
        case "400_bad":
            return Expect.ERROR
        case "endless":
            return Expect.LENGTH
        case "lost" | "doubled" if way.phase != "before the end":
            return Expect.ANY
    return Expect.WHOLE


def _pairs(quick: bool) -> Iterator[Cell]:
    """Both targets go wrong; the third is well."""
    ways = [
        Faulty("500", "headers"),
        Faulty("empty"),
        *(way for way in broken_ways(WITH_FENCE, "cut", "stall") if way.phase == "mid-word"),
        *(way for way in broken_ways(WITH_FENCE, "error") if way.phase == "before text"),
    ]
    pairs = [(first, then) for first in ways for then in ways if first != then]
    for first, then in pairs[::4] if quick else pairs:
        yield Cell(
            f"and then {then.fault}", WITH_FENCE, first, (second(CONTINUES),), Expect.WHOLE, then
        )


def _in_each_phase(name: str, question: str, fault: Fault) -> Iterator[Faulty]:
    text = answer_to(question).text
    for phase in PHASES:
        place = place_of(phase, text)
        behind_all = place == len(text) and isinstance(fault, Spoil | Slow)
        if place is not None and not behind_all:
            yield Faulty(name, phase, place)
