"""What every request leaves behind, whatever it asked for: for the counts, the log, the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from edge.core.accounting import Account
from edge.core.types import Message


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reply's outcome is held against. `caller` is never empty. `question` is what somebody
    asks again who is not content; the others are as in `edge.core.outcomes`."""

    caller: str = field(repr=False)
    question: tuple[str, ...] = field(repr=False)
    told_task: str | None  # by the caller, in the request
    took_s: float
    is_cheap: bool
    has_escalated: bool


class Settled(Protocol):
    """`task` and `strategy` are words for people to sort by: a task of the classifier's only where
    somebody looked; else what was made, or `completion`, or `unjudged`. `label` says where its data
    may go. `opening` is the level of its draft and what became of it, where there was to be one."""

    @property
    def id(self) -> str: ...

    @property
    def model(self) -> str:
        """As the caller named it."""

    @property
    def task(self) -> str: ...

    @property
    def strategy(self) -> str: ...

    @property
    def plan_line(self) -> str: ...

    @property
    def label(self) -> str | None: ...

    @property
    def opening(self) -> tuple[str, str] | None: ...

    @property
    def account(self) -> Account: ...

    def written(self) -> tuple[Message, ...]:
        """What the caller wrote."""

    def facts(self) -> Facts | None:
        """None: nobody can be told to have asked for it, or it is nothing to be rated."""
