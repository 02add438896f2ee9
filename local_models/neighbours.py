"""Which sequences are computed together: those that follow each other, and a whole block of rows.

llama.cpp computes together only sequences whose numbers follow each other, and starts anew behind
every gap: eight neighbours took 31 ms of one core, `0, 2..8` took 46. So what is in use changes
places with what is only remembered, which takes 0.4 ms for 128 tokens of the builtin model's and
5 ms for 1,000.

Weights that are packed (`local_models/split_weights.py`) meet four rows at once, and what is left
over meets them row by row. So it can be faster to compute a row more, for nobody (ms of one core):

    rows      1     2     3     4     5     6     7     8     9    10    11    12
    ms      6.9  14.9  20.0  19.9  27.9  32.9  38.1  31.4  38.7  43.0  48.3  40.7

One that reads many tokens and neighbours that write would be computed together for one token, and
the rest apart: apart from the first, 60 tokens beside four writers took 138 ms, not 145.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol


class Fed(Protocol):
    """What a sequence is given in a step."""

    @property
    def sequence(self) -> int: ...

    @property
    def tokens(self) -> Sequence[int]: ...


def swaps(taken: Collection[int], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of one that is in use and one that is not: once each pair has changed places, all
    that are in use are neighbours. As few tokens as can be are moved, of the `sizes` given."""
    if not taken or max(taken) - min(taken) < len(taken):
        return []  # as a rule

    def moved(first: int) -> int:
        window = range(first, first + len(taken))
        return sum(
            size + 1  # an empty one, too, is some work
            for sequence, size in enumerate(sizes)
            if (sequence in taken) != (sequence in window)
        )

    first = min(range(len(sizes) - len(taken) + 1), key=moved)
    window = range(first, first + len(taken))
    outside = sorted(sequence for sequence in taken if sequence not in window)
    holes = (sequence for sequence in window if sequence not in taken)
    return list(zip(outside, holes, strict=True))


def compute_order(feeds: Sequence[Fed]) -> list[int]:
    """Places among these: neighbours behind each other; but of those that read and those that
    write the higher numbers first, so that these do not follow those, where that can be."""
    places = sorted(range(len(feeds)), key=lambda place: feeds[place].sequence)
    writers = [place for place in places if len(feeds[place].tokens) == 1]
    readers = [place for place in places if len(feeds[place].tokens) != 1]
    if not writers or not readers:
        return places
    if feeds[writers[-1]].sequence < feeds[readers[0]].sequence:
        return [*readers, *writers]
    if feeds[readers[-1]].sequence < feeds[writers[0]].sequence:
        return [*writers, *readers]
    return places


def fillers(fed: Collection[int], block: int, free: Collection[int]) -> list[int]:
    """Sequences to compute a row of beside these, for nobody: some of the `free`. `block`: rows
    that packed weights meet at once; 1: there are no blocks."""
    missing = -len(fed) % block
    if not missing or max(fed) - min(fed) >= len(fed):
        return []
    if missing > block // 2 or (missing == block // 2 and len(fed) < block):
        return []  # row by row is faster
    chosen: list[int] = []
    first, last = min(fed), max(fed)
    while len(chosen) < missing:
        if last + 1 in free:
            last += 1
            chosen.append(last)
        elif first - 1 in free:
            first -= 1
            chosen.append(first)
        else:
            return []  # a part of a block gains nothing
    return chosen
