"""Which replies the fault matrix asks for, and what each of them should come to. Pure.

A *cell* is one reply: a first target that goes wrong in one way at one place, who stands behind
it, the strategy, and the door. Places are named after what the reader is in the middle of, because
that is where joining two streams goes wrong: a place in characters is computed from the answer's
text, which is known.

Each target of each cell is a model of its own in the service's settings, its fault in its id. So
cells can run side by side, and what the service learns of one of them touches no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bench.answers import answer_to
from bench.dead_ends import DEAD_ENDS
from bench.fault_doors import Door
from bench.faults import FAULTS, NO_FAULT, Behead, Break, Fault, Healthy, Refuse, Slow, Spoil, Tail
from edge.core.plan import Strategy
from edge.core.sentences import first_sentence_end

WITH_FENCE = "How does git undo a commit?"  # one that has an opening
CHINESE = "\u4e3a\u4ec0\u4e48\u8981\u7761\u89c9\uff1f"

STRATEGIES = tuple(strategy for strategy in Strategy if strategy is not Strategy.LOCAL)
# How a reply may be asked for.
WAYS_TO_ASK = tuple(
    (strategy, door)
    for strategy in STRATEGIES
    for door in Door
    if strategy is Strategy.TARGET or door.has_openings
)
# Behind an opening targets take their time, or they would speak before it.
_LATE_MS = 500
# The clocks of the service that is asked: shorter than its own, so that a stall costs little, and
# long enough that a busy machine makes no healthy target late.
FIRST_TEXT_MS, STALL_MS = 2_500, 2_000
_OWN_MS: Mapping[str, int] = {"drip": STALL_MS + 1_000}  # or it would be slow, and no fault

SIMULATOR = "sim"
OF_TEXTS = "_texts"  # behind a provider's name: as a host that is also asked to go on with texts

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


@dataclass(frozen=True, slots=True)
class Model:
    """A target as the service's settings have it."""

    name: str
    id: str
    prefill: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """`then` is a second faulty target; `behind` names one of the seconds, or nobody."""

    variant: str
    question: str
    faulty: Faulty
    behind: str | None
    expect: Expect
    then: Faulty | None = None
    strategy: Strategy = Strategy.TARGET
    door: Door = Door.CHAT

    @property
    def models(self) -> list[Model]:
        """The chain, best first."""
        ways = [self.faulty] if self.then is None else [self.faulty, self.then]
        chain = [self._broken(way) for way in ways]
        return chain if self.behind is None else [*chain, self._second(self.behind, chain[-1])]

    def _broken(self, way: Faulty) -> Model:
        place = "" if way.after is None else str(way.after)
        before = self.faulty.fault if way is self.then else ""
        own = "-".join(filter(None, (place, self.variant, before, self.strategy, self.door)))
        where = way.fault if way.fault in DEAD_ENDS else SIMULATOR
        name = f"{self._provider(where)}/{way.fault}-{_slug(own)}"
        return Model(name, self._id(way.fault, way.after))

    def _provider(self, where: str) -> str:
        return where + OF_TEXTS if self.door.takes_texts else where

    def _second(self, name: str, first: Model) -> Model:
        """Of its own, too: a busy machine may make one late, and that one would be marked down."""
        fault, prefill = {**SECONDS, **IN_OTHER_WORDS}[name]
        own = first.name.partition("/")[2]
        then = f"{self._provider(SIMULATOR)}/then-{_slug(name)}-{own}"
        return Model(then, self._id(fault), prefill)

    def _id(self, fault: str, after: int | None = None) -> str:
        place = "" if after is None else f"&after={after}"
        late = "" if self.strategy is Strategy.TARGET else f"&ttft_ms={_LATE_MS}"
        pace = f"&ms={_OWN_MS[fault]}" if fault in _OWN_MS else ""
        return f"sim?fault={fault}{place}{pace}{late}"


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


def faulty_ways(question: str) -> Iterator[Faulty]:
    """Every fault in each of its phases."""
    yield from (Faulty(dead_end, "connect") for dead_end in DEAD_ENDS)
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
    found = [
        Cell(
            "alone",
            WITH_FENCE,
            way,
            CONTINUES,
            expectation(way, strategy, door),
            strategy=strategy,
            door=door,
        )
        for strategy, door in WAYS_TO_ASK
        for way in _ways(strategy, door, quick)
    ]
    some = ("cut",) if quick else ("cut", "stall", "error", "half_event", "end_early")
    for strategy in (Strategy.TARGET,) if quick else STRATEGIES:
        ways = broken_ways(WITH_FENCE, *(some if strategy is Strategy.TARGET else ("cut",)))
        found += _with_each_second(strategy, ways)
    for name in IN_OTHER_WORDS:
        for way in broken_ways(WITH_FENCE, "cut"):
            found.append(Cell(f"second {name}", WITH_FENCE, way, name, Expect.ANY))
    for way in broken_ways(CHINESE, *some):
        found.append(Cell("Chinese", CHINESE, way, CONTINUES, expectation(way)))
    return [*found, *_pairs(quick)]


def cells_alone(quick: bool) -> list[Cell]:
    """With nobody behind: a reply that is cut short must say so."""
    return [
        Cell("nobody behind", WITH_FENCE, way, None, Expect.HONEST, door=door)
        for door in Door
        for way in (_ways_alone(door) if quick else faulty_ways(WITH_FENCE))
        if expectation(way, door=door) in (Expect.WHOLE, Expect.ERROR)
    ]


def _ways_alone(door: Door) -> Iterator[Faulty]:
    """Quickly: one door has a few of every kind, the others are cut and told of an error."""
    if door is not Door.CHAT:
        ways = broken_ways(WITH_FENCE, "cut", "error")
        yield from (way for way in ways if way.phase in ("mid-word", "before the end"))
        return
    phases = ("connect", "mid-word", "before the end", "-")
    yield from (way for way in faulty_ways(WITH_FENCE) if way.phase in phases)


def _ways(strategy: Strategy, door: Door, quick: bool) -> Iterator[Faulty]:
    """All, but quickly: one way to ask has them all, the others a few of each kind."""
    if not quick or (strategy, door) == (Strategy.TARGET, Door.CHAT):
        yield from faulty_ways(WITH_FENCE)
        return
    yield from (Faulty("400_bad", "headers"), Faulty("500", "headers"), Faulty("empty"))
    yield from broken_ways(WITH_FENCE, "cut", "stall")
    yield from (way for way in broken_ways(WITH_FENCE, "endless") if way.phase == "mid-word")


def expectation(
    way: Faulty, strategy: Strategy = Strategy.TARGET, door: Door = Door.CHAT
) -> Expect:
    match way.fault:
        case "empty" | "white_space" if door.takes_texts:
            return Expect.ANY  # a text that is whole has nothing behind it
        case "400_bad" if strategy is Strategy.CONTINUE:
            return Expect.HONEST  # it may be the opening that it refuses to continue
        case "preface" | "paraphrase" if strategy is Strategy.CONTINUE:
            return Expect.ANY  # it is asked to continue the opening: see `IN_OTHER_WORDS`
        case "400_bad":
            return Expect.ERROR
        case "endless":
            return Expect.LENGTH
        case "lost" | "doubled" if way.phase != "before the end":
            return Expect.ANY
    return Expect.WHOLE


def _with_each_second(strategy: Strategy, ways: Sequence[Faulty]) -> Iterator[Cell]:
    """With those behind who take over in another way than by continuing."""
    for name in SECONDS:
        for way in ways if name != CONTINUES else ():
            yield Cell(f"second {name}", WITH_FENCE, way, name, Expect.WHOLE, strategy=strategy)


def _pairs(quick: bool) -> Iterator[Cell]:
    """Both targets go wrong; the third is well."""
    ways = [
        Faulty("mute", "connect"),
        Faulty("500", "headers"),
        Faulty("empty"),
        *(way for way in broken_ways(WITH_FENCE, "cut", "stall") if way.phase == "mid-word"),
        *(way for way in broken_ways(WITH_FENCE, "half_event") if way.phase == "in a fence"),
        *(way for way in broken_ways(WITH_FENCE, "error") if way.phase == "before text"),
    ]
    pairs = [(first, then) for first in ways for then in ways if first != then]
    for first, then in pairs[::4] if quick else pairs:
        yield Cell(f"and then {then.fault}", WITH_FENCE, first, CONTINUES, Expect.WHOLE, then)


def _in_each_phase(name: str, question: str, fault: Fault) -> Iterator[Faulty]:
    text = answer_to(question).text
    for phase in PHASES:
        place = place_of(phase, text)
        behind_all = place == len(text) and isinstance(fault, Spoil | Slow)
        if place is not None and not behind_all:
            yield Faulty(name, phase, place)


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text)
