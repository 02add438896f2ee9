"""What the reader has behind a seam, as the core joins it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from bench.seam_legs import Seam, deltas
from edge.core import seams


@dataclass(frozen=True, slots=True)
class Joined:
    """`held` is how many characters the leg said before the reader had the first of them."""

    shown: str
    held: int
    is_restart: bool = False


def join(seam: Seam, pieces: Sequence[str] | None = None) -> Joined:
    """What the reader has in the end; `pieces` is how the leg's words arrive."""
    if pieces is None:
        pieces = deltas(random.Random(len(seam.said)), seam.said)
    joint = seams.Seam(seam.prefix, seam.starts, seam.anchor)
    shown = [seam.prefix]
    said = held = 0
    try:
        for piece in pieces:
            new = joint.feed(piece)
            said += len(piece)
            if len(shown) == 1 and not new:
                held = said
            if new:
                shown.append(new)
        shown.append(joint.close())
    except seams.Restarted:
        return Joined("".join(shown), held, is_restart=True)
    return Joined("".join(shown), held)
