"""The ledger's table of replies: whose each was, and what became of it afterwards.

An outcome is what tells a good reply from a bad one:

- *escalated*: the local model answered, and gave up by itself;
- *regenerated*: its owner asked the same question again within some minutes of its end. The
  question is the last user message with the words of the assistant before it, so that a second "go
  on" is another one. A reply that was superseded is none: an editor asks anew because the text has
  changed, and says nothing of the reply. Nor is one that did not end well: it is asked for again
  because it broke off;
- *rated*: its owner said so. The last word counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from edge.core.feedback import Feedback

REGENERATED_WITHIN_S = 300.0
_INSERT = """
    INSERT OR REPLACE INTO replies
        (request, at, outcome, owner, question, told_task, is_cheap, escalated, regenerated)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
"""
_REGENERATE = """
    UPDATE replies SET regenerated = 1
    WHERE question = ? AND at BETWEEN ? AND ? AND owner = ? AND outcome IN ('stop', 'length')
        AND regenerated = 0
"""
_FIND = "SELECT rating, corrected_task FROM replies WHERE request = ? AND owner = ?"
_RATE = "UPDATE replies SET rating = ?, corrected_task = ? WHERE request = ?"


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """`arrived_at` and `at` are Unix times, of the request and of the reply's end."""

    request: str
    arrived_at: float
    at: float
    outcome: str
    owner: bytes
    question: bytes | None
    told_task: str | None
    is_cheap: bool
    escalated: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """What is now known of a reply, and what it was rated before."""

    rating: float | None
    task: str | None
    before: float | None


def add(connection: sqlite3.Connection, rows: Iterable[ReplyRow]) -> None:
    for row in rows:
        if row.question is not None:
            since = row.arrived_at - REGENERATED_WITHIN_S
            connection.execute(_REGENERATE, (row.question, since, row.arrived_at, row.owner))
        connection.execute(
            _INSERT,
            (
                row.request,
                row.at,
                row.outcome,
                row.owner,
                row.question,
                row.told_task,
                row.is_cheap,
                row.escalated,
            ),
        )


def rate(
    connection: sqlite3.Connection, request: str, owner: bytes, feedback: Feedback
) -> Rated | None:
    """None: this owner has no such reply."""
    found = connection.execute(_FIND, (request, owner)).fetchone()
    if found is None:
        return None
    before, task = found
    rating = before if feedback.rating is None else feedback.rating
    task = task if feedback.task is None else feedback.task.value
    connection.execute(_RATE, (rating, task, request))
    return Rated(rating, task, before)
