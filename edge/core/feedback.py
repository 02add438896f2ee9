"""What a caller says of a reply afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from edge.core.verdict import Task

Leaning = Literal["up", "down", "neither"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """`rating`: from 0, useless, to 1, good. `task`: what it truly was. None: nothing is said of
    it, and what was said before stands."""

    rating: float | None = None
    task: Task | None = None


def leaning(rating: float) -> Leaning:
    if rating == 0.5:
        return "neither"
    return "up" if rating > 0.5 else "down"
