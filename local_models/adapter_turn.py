"""Whose turn it is, where replies speak with different adapters: a step has one for all it feeds.

llama.cpp sets adapters for the whole context, and the first step after a change takes some 4 ms
more (one core, builtin model: 10.2 ms, not 6.1; every other step as long as without). So whoever
has the turn keeps it for `STAY_S`, or for its part of `PAUSE_S` where there are many, which makes
changes cost a few hundredths of the time; then those are next that have waited longest. Two things
cannot wait for that:

- a draft with a deadline: the earliest one has the turn at once;
- who has waited for `PAUSE_S`, beside such drafts too: they have one step, as replies do that
  pause for drafts of their own adapter (`local_models/schedule.py`).

The base model counts as one more adapter. Where all replies speak with the same there is nothing
to decide, and nothing is spent on it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from local_models.schedule import PAUSE_S, Rank, Turn

STAY_S = 0.1

A = TypeVar("A")


@dataclass(slots=True)
class AdapterTurn(Generic[A]):
    """`current`: who had the last step."""

    current: A
    _since: float = -math.inf

    def choose(self, waiting: Sequence[tuple[A, Turn]], now: float) -> A:
        """Of those that have something to do, which are some."""
        chosen = self._next(waiting, now)
        if chosen != self.current:
            self.current, self._since = chosen, now
        return chosen

    def _next(self, waiting: Sequence[tuple[A, Turn]], now: float) -> A:
        first = waiting[0][0]
        if all(adapter == first for adapter, _ in waiting):
            return first
        longest, turn = min(waiting, key=lambda entry: entry[1].fed_at)
        drafts = [entry for entry in waiting if entry[1].rank is Rank.DRAFT]
        if drafts:
            earliest, _ = min(drafts, key=lambda entry: entry[1].deadline)
            return longest if now - turn.fed_at > PAUSE_S else earliest
        adapters = {adapter for adapter, _ in waiting}
        # With 8 of them, stays of 0.1 s would let everyone pause for too long, and then each step
        # would go to another one.
        stay_s = min(STAY_S, PAUSE_S / len(adapters))
        return self.current if self.current in adapters and now - self._since < stay_s else longest
