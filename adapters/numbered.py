"""Events that their platform numbers, one up each time: a gap means that some were lost.

Every gateway between us and the platform may drop an event, and where the events are not numbered
the words in it are gone without a trace. Here the reply breaks at the gap, and is continued from
what is shown. An event that comes a second time is known by its number, too.

OpenAI counts from zero; a host that counts from one is believed. One that gives its second event
the number of its first does not count at all, and an event without a number is not checked.
"""

from __future__ import annotations

from edge.core.errors import TierGarbled
from edge.core.types import Json


class Numbers:
    def __init__(self, tier: str) -> None:
        self.failure: TierGarbled | None = None
        self._tier = tier
        self._next = 0
        self._taken = 0
        self._counts = True

    def start_at(self, number: int) -> None:
        """The events before it were read elsewhere."""
        self._next = number
        self._taken = 2

    def is_next(self, number: Json) -> bool:
        """Whether this event is to be read. After a gap it is not, and `failure` says why."""
        if not self._counts or type(number) is not int:
            return True
        if number < self._next:
            self._counts = self._taken > 1
            return not self._counts
        if number > self._next and (self._taken or number > 1):
            lost = number - self._next
            self.failure = TierGarbled(f"{self._tier}: a gap of {lost} before event {number}")
            return False
        self._next = number + 1
        self._taken += 1
        return True
