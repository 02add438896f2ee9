"""What every request leaves behind, whatever it asked for: for the counts, the log, the ledger."""

from __future__ import annotations

from typing import Protocol

from edge.core.accounting import Account
from edge.core.types import Message


class Settled(Protocol):
    """`task` and `strategy` are words for people to sort by; `label` says where its data may go.
    `opening` is the level of its draft and what became of it, where there was to be one."""

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
