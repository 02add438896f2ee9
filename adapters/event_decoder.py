"""What decoders have in common whose events are JSON objects: when to read on, and when not.

A dialect's own decoder says what one event means (`_read`), and sets `complete`, `done` and
`failure` as it learns them; the manners of `adapters.dialect.Decoder` are kept here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Any

from adapters.json_events import JsonEvents
from edge.core.errors import TierError, TierGarbled
from edge.core.types import Piece


class EventDecoder(ABC):
    """`end` names what a whole reply ends with, for the word about one that is not."""

    def __init__(self, tier: str, events: JsonEvents, end: str) -> None:
        self.failure: TierError | None = None
        self.complete = False
        self.done = False
        self.skipped = 0
        self._tier = tier
        self._events = events
        self._end_name = end

    def feed(self, data: bytes, /) -> list[Piece]:
        if self.done or self.failure:
            return []
        return list(self._read_all(self._events.feed(data)))

    def close(self) -> list[Piece]:
        pieces: list[Piece] = []
        if not self.done and not self.failure:
            pieces += self._read_all(self._events.close())
        if self.failure:
            raise self.failure
        if not self.complete:
            raise TierGarbled(f"{self._tier}: the reply ended without {self._end_name}")
        return [*pieces, *self._epilogue()]

    def _read_all(self, events: Iterable[dict[str, Any]]) -> Iterator[Piece]:
        for event in events:
            yield from self._read(event)
            self._events.whole = self.complete
            if self.done or self.failure:
                break
        self.failure = self.failure or self._events.failure
        self.skipped = self._events.skipped

    @abstractmethod
    def _read(self, event: dict[str, Any], /) -> Iterator[Piece]: ...

    def _epilogue(self) -> Iterator[Piece]:
        """What a whole reply has beside its words."""
        yield from ()
