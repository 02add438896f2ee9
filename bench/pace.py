"""When the simulator says what: the instants of a reply's chunks, drawn before it begins.

First text and pace come from the fitted profile. The single gaps and the stalls are *synthesised*,
because no public trace holds them: each gap is the mean one times a lognormal factor, one
chunk in 300 hesitates for a third of a second to two and a half, and a chunk carries one to three
pieces. A pace that was asked for is kept exactly: equal gaps, no hesitation.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from bench.faults import FAULTS, Slow
from bench.fitted import PROFILES
from bench.knobs import Knobs

_PIECES_PER_CHUNK = (1, 2, 3)
_HOW_OFTEN = (0.8, 0.14, 0.06)
_GAP_SIGMA = 0.5
_HESITATION_CHANCE = 1 / 300
_HESITATION_S = (0.3, 2.5)


@dataclass(frozen=True, slots=True)
class Chunk:
    """`at_s` counts from the arrival of the request."""

    at_s: float
    text: str
    pieces: int


@dataclass(frozen=True, slots=True)
class Timetable:
    head_s: float
    chunks: tuple[Chunk, ...]
    end_s: float


def timetable(pieces: list[str], knobs: Knobs, rng: random.Random) -> Timetable:
    fault = FAULTS[knobs.fault]
    slow = fault if isinstance(fault, Slow) else None
    late_s = (slow.ms if knobs.ms is None else knobs.ms) / 1000 if slow else 0.0
    head_s = late_s if slow and slow.clock == "head" else 0.0
    at_s = head_s + _first_text_s(knobs, rng)
    if slow and slow.clock == "first_text":
        at_s += late_s
    gap_s = _mean_gap_s(knobs, rng)
    chunks: list[Chunk] = []
    start = said = 0
    while start < len(pieces):
        size = min(rng.choices(_PIECES_PER_CHUNK, _HOW_OFTEN)[0], len(pieces) - start)
        if slow and slow.clock == "token" and said >= (knobs.after or 0):
            size = 1
            at_s += late_s if chunks else 0.0
        elif chunks:
            is_even = knobs.tokens_per_s is not None
            at_s += size * gap_s if is_even else size * gap_s * unevenness(rng) + hesitation_s(rng)
        text = "".join(pieces[start : start + size])
        chunks.append(Chunk(at_s, text, size))
        start += size
        said += len(text)
    return Timetable(head_s, tuple(chunks), at_s)


def _first_text_s(knobs: Knobs, rng: random.Random) -> float:
    if knobs.ttft_ms is not None:
        return knobs.ttft_ms / 1000
    return PROFILES[knobs.profile].ttft_ms.draw(rng) / 1000


def _mean_gap_s(knobs: Knobs, rng: random.Random) -> float:
    if knobs.tokens_per_s is None:
        return 1 / PROFILES[knobs.profile].tokens_per_s.draw(rng)
    return 1 / knobs.tokens_per_s if knobs.tokens_per_s else 0.0


def unevenness(rng: random.Random) -> float:
    """One gap in parts of the mean one; its mean is 1."""
    return rng.lognormvariate(-(_GAP_SIGMA**2) / 2, _GAP_SIGMA)


def hesitation_s(rng: random.Random) -> float:
    """Mostly 0."""
    if rng.random() >= _HESITATION_CHANCE:
        return 0.0
    low, high = _HESITATION_S
    return math.exp(rng.uniform(math.log(low), math.log(high)))
