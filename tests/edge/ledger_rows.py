"""A row of the ledger, for tests to vary."""

from __future__ import annotations

from edge.ledger_file import LegRow

ROW = LegRow(
    request="r0",
    leg=0,
    at=1_800_000_000.0,
    door="chat",
    task="open_qa",
    strategy="target",
    reply_outcome="stop",
    model="mine/big",
    role="target",
    outcome="stop",
    error=None,
    abandoned=False,
    started_ms=1.0,
    first_text_ms=None,
    ended_ms=9.0,
    input_tokens=20,
    cached_tokens=0,
    output_tokens=30,
    reasoning_tokens=0,
    reported=True,
    unseen_tokens=0,
    cost_cents=0.5,
)
