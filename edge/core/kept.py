"""A prompt that was kept, and what became of its reply."""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.verdict import Task


@dataclass(frozen=True, slots=True)
class Kept:
    """`told`: the task as the caller said, in the request or better afterwards. `is_cheap` and
    `has_escalated` are as in `edge.core.outcomes`. `is_whole`: it came to its own end."""

    prompt: str
    told: Task | None
    rating: float | None
    is_cheap: bool
    has_escalated: bool
    is_regenerated: bool
    is_whole: bool
