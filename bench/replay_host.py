"""Hosted models in virtual time: what each call brings, and when.

A call is drawn from a seed, the request, the host and how many calls of that request the host has
had: whoever makes it gets the same, so every column meets the same latencies and the same faults.

- *First text*: `hosted-2026`, the median row of the 2026 calibration (P50 685, P95 1,485, largest
  of about 900 turns 4,800 ms). That row's largest is under 5 s, but 5 of the 42 rows had one
  over 15 s: the tail of a poor host is longer than what is drawn here. Two hosts are drawn
  independently.
- *Pace*: that of one host varies little (`PACE_SHARE`, in parts of its median, from llmperf),
  around the median of `hosted-2026`. Gaps and hesitations are synthesised as in `pace.py`; a chunk
  carries four pieces, so that thousands of replies take seconds.
- *Faults* are synthesised: 1 % of the calls stall once, for 5 to 60 s (uniform), and 1 % are cut
  off. They strike at an instant drawn uniformly from the whole time of the call: the wait for its
  first text gets its share. A host without faults may stand behind.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bench.answers import pieces
from bench.fitted import PACE_SHARE, PROFILES
from bench.pace import hesitation_s, unevenness

STALL_SHARE = CUT_SHARE = 0.01
STALL_S = (5.0, 60.0)
PROFILE = PROFILES["hosted-2026"]
_PIECES_PER_CHUNK = 4

FaultKind = Literal["stall", "cut"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """`at_s` counts from the call."""

    at_s: float
    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Speech:
    """All that one call brings. `end_s`: its end, or when it is cut off."""

    chunks: tuple[Chunk, ...]
    end_s: float
    is_cut: bool = False

    @property
    def first_s(self) -> float | None:
        return self.chunks[0].at_s if self.chunks else None

    def tokens_by(self, at_s: float) -> int:
        return sum(chunk.tokens for chunk in self.chunks if chunk.at_s <= at_s)


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` of the call's time, 0 to 1."""

    kind: FaultKind
    place: float
    stall_s: float


@dataclass(frozen=True, slots=True)
class Draw:
    """What one call meets. `gap_s`: the mean one between two tokens."""

    first_s: float
    gap_s: float
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Host:
    name: str
    seed: int
    has_faults: bool = True

    def draw(self, request: int, call: int) -> Draw:
        return self._draw(self._rng(request, call))

    def answer(self, request: int, call: int, text: str) -> Speech:
        """How it says `text`."""
        rng = self._rng(request, call)
        met = self._draw(rng)
        return _strike(_say(text, met, rng), met.fault)

    def _rng(self, request: int, call: int) -> random.Random:
        return random.Random(f"{self.seed}:{self.name}:{request}:{call}")

    def _draw(self, rng: random.Random) -> Draw:
        fault = _draw_fault(rng)
        first_s = PROFILE.ttft_ms.draw(rng) / 1000
        gap_s = 1 / (PROFILE.tokens_per_s.at(0.5) * PACE_SHARE.draw(rng))
        return Draw(first_s, gap_s, fault if self.has_faults else None)


def _draw_fault(rng: random.Random) -> Fault | None:
    chance, place, stall_s = rng.random(), rng.random(), rng.uniform(*STALL_S)
    if chance < STALL_SHARE:
        return Fault("stall", place, stall_s)
    return Fault("cut", place, stall_s) if chance < STALL_SHARE + CUT_SHARE else None


def _say(text: str, met: Draw, rng: random.Random) -> Speech:
    said = pieces(text)
    at_s, chunks = met.first_s, list[Chunk]()
    for start in range(0, len(said), _PIECES_PER_CHUNK):
        some = said[start : start + _PIECES_PER_CHUNK]
        if chunks:
            at_s += len(some) * met.gap_s * unevenness(rng) + hesitation_s(rng)
        chunks.append(Chunk(at_s, "".join(some), len(some)))
    return Speech(tuple(chunks), at_s)


def _strike(speech: Speech, fault: Fault | None) -> Speech:
    if fault is None:
        return speech
    struck_s = fault.place * speech.end_s
    if fault.kind == "cut":
        return Speech(_before(speech.chunks, struck_s), struck_s, is_cut=True)
    late = tuple(
        Chunk(each.at_s + fault.stall_s, each.text, each.tokens)
        for each in speech.chunks
        if each.at_s > struck_s
    )
    return Speech((*_before(speech.chunks, struck_s), *late), speech.end_s + fault.stall_s)


def _before(chunks: Sequence[Chunk], struck_s: float) -> tuple[Chunk, ...]:
    return tuple(chunk for chunk in chunks if chunk.at_s <= struck_s)
