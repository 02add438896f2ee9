"""What one reply leaves behind in the ledger, before and after it is written."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from edge.core.types import Message
from edge.ledger_file import LegRow
from edge.ledger_marks import mark
from edge.ledger_replies import ReplyRow
from edge.settled import Facts, Settled


@dataclass(frozen=True, slots=True)
class Entry:
    """`messages` only where prompts are kept, `facts` only where the reply may be rated."""

    rows: tuple[LegRow, ...]
    messages: tuple[Message, ...] = ()
    facts: Facts | None = None


def entry_of(
    reply: Settled, door: str, outcome: str, now: float, *, keep_prompts: bool
) -> Entry | None:
    """`now`, a Unix time, is when it was settled. None: nobody was called for it."""
    rows = _leg_rows(reply, door, outcome, now)
    if not rows:
        return None
    facts = reply.facts()
    if reply.label is None:
        return Entry(rows, reply.written() if keep_prompts else (), facts)
    # It says how long the caller's words may be kept; here that is not at all, nor their mark.
    return Entry(rows, (), None if facts is None else replace(facts, question=()))


def reply_row(leg: LegRow, facts: Facts, key: bytes) -> ReplyRow:
    """`leg`: any of the reply's. In the writer: a long question takes a while."""
    owner = facts.caller
    return ReplyRow(
        request=leg.request,
        arrived_at=leg.at - facts.took_s,
        at=leg.at,
        outcome=leg.reply_outcome,
        owner=mark(key, owner),
        question=mark(key, owner, *facts.question) if facts.question else None,
        told_task=facts.told_task,
        is_cheap=facts.is_cheap,
        escalated=facts.has_escalated,
    )


def messages_in_json(entry: Entry) -> str:
    """In the writer, too."""
    return json.dumps([asdict(message) for message in entry.messages])


def _leg_rows(reply: Settled, door: str, outcome: str, at: float) -> tuple[LegRow, ...]:
    account = reply.account
    return tuple(
        LegRow(
            request=reply.id,
            leg=leg.leg,
            at=at,
            door=door,
            task=reply.task,
            strategy=reply.strategy,
            reply_outcome=outcome,
            model=leg.tier,
            role=leg.role.value,
            outcome=leg.outcome,
            error=leg.error,
            abandoned=account.is_abandoned(leg),
            started_ms=leg.started_s * 1000,
            first_text_ms=None if leg.first_text_s is None else leg.first_text_s * 1000,
            ended_ms=leg.ended_s * 1000,
            input_tokens=leg.usage.input,
            cached_tokens=leg.usage.cached,
            output_tokens=leg.usage.output,
            reasoning_tokens=leg.usage.reasoning,
            reported=leg.usage.reported,
            unseen_tokens=leg.unseen_tokens,
            cost_cents=leg.cost_cents,
        )
        for leg in account.legs
    )
