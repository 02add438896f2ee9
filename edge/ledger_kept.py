"""What a ledger kept of prompts, for whoever learns from them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edge.core.kept import Kept
from edge.core.verdict import Task
from edge.ledger_file import open_to_read
from edge.ledger_schema import FIRST_WITH_REPLIES, version_of

_REPLIES = "SELECT count(*) FROM replies WHERE at >= ?"
_KEPT = """
    SELECT messages, coalesce(corrected_task, told_task), rating, is_cheap, escalated, regenerated,
        outcome = 'stop'
    FROM replies JOIN prompts USING (request) WHERE at >= ? ORDER BY at
"""


@dataclass(frozen=True, slots=True)
class Harvest:
    """`replies`: how many there were, of which `kept` have their prompts; oldest first."""

    replies: int
    kept: tuple[Kept, ...]


def read_kept(path: Path, since: float) -> Harvest:
    """`since`: a Unix time. Raises `LedgerError`."""
    with open_to_read(path) as connection:
        if version_of(connection, path) < FIRST_WITH_REPLIES:
            return Harvest(0, ())
        (replies,) = connection.execute(_REPLIES, (since,)).fetchone()
        return Harvest(replies, tuple(_kept(*row) for row in connection.execute(_KEPT, (since,))))


def _kept(
    messages: str,
    told: str | None,
    rating: float | None,
    is_cheap: int,
    escalated: int,
    regenerated: int,
    is_whole: int,
) -> Kept:
    return Kept(
        prompt=_last_question(json.loads(messages)),
        told=None if told is None else Task(told),
        rating=rating,
        is_cheap=bool(is_cheap),
        has_escalated=bool(escalated),
        is_regenerated=bool(regenerated),
        is_whole=bool(is_whole),
    )


def _last_question(messages: list[dict[str, Any]]) -> str:
    """As `Request.last_user_text`, which the classifier reads."""
    for message in reversed(messages):
        if message["role"] == "user":
            return "".join(part.get("text", "") for part in message["parts"])
    return ""
