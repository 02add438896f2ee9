"""How good a model is at a kind of work: what one target is preferred to another for.

A strength is a number from 0 to 1 for a task, or for `images` among the messages. It orders models
that might all answer; it promises no quality. 0.5 is neutral, and what nobody said is neutral: a
model that nobody has measured is neither preferred nor avoided. A tenth is about what makes people
prefer one model, a step on a leaderboard and not a place.
"""

from __future__ import annotations

from collections.abc import Mapping

from edge.core.types import Request
from edge.core.verdict import Task, Verdict

NEUTRAL = 0.5
IMAGES = "images"
NAMES = (*(task.value for task in Task), IMAGES)

Strengths = Mapping[str, float]


def strength_of(strengths: Strengths, request: Request, verdict: Verdict) -> float:
    """For this request: who sees well counts before who does well what is asked about an image."""
    name = IMAGES if request.has_images else verdict.task.value
    return strengths.get(name, NEUTRAL)
