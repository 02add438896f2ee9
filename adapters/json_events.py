"""The events of an answer as the JSON objects that they hold, and what those mean that hold none.

An event that is no JSON may have held words, and a reply must not end as if it were whole with
words missing from its middle: so it is where the stream breaks, and somebody else continues what
is shown. Skipped is only what cannot have held any, or what comes when the reply is whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Protocol

from adapters.answer import may_hold_words
from adapters.failures import broken_off
from adapters.lenient_json import loads
from adapters.sse import SseEvent
from edge.core.errors import TierError, TierGarbled

MAX_MALFORMED = 3  # harmless events, in a row: a stream of nothing else is left


class Frames(Protocol):
    """What cuts bytes into events: `Answer` for server-sent ones, `Lines` for lines."""

    failure: TierGarbled | None

    @property
    def is_body(self) -> bool: ...

    def feed(self, data: bytes) -> list[SseEvent]: ...
    def close(self) -> list[SseEvent]: ...


class JsonEvents:
    """After a fault `failure` says so and nothing more is read; what came before is still good.

    `feed` and `close` are read lazily: what the reader makes of one event (`whole`, say) is known
    when the next one is looked at. Who needs every microsecond, or has events that are no JSON by
    design, takes them from `frames` and gives them to `read`, one by one. `wordless` are names of
    events that hold no words. With `arrays` an event may hold several objects in one.
    """

    def __init__(
        self,
        tier: str,
        frames: Frames,
        wordless: Collection[str] = (),
        *,
        arrays: bool = False,
    ) -> None:
        self.failure: TierError | None = None
        self.skipped = 0
        self.whole = False  # set by the reader: no words can be lost any more
        self._tier = tier
        self._frames = frames
        self._wordless = wordless
        self._arrays = arrays
        self._malformed = 0  # in a row

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        yield from self._read_all(self._frames.feed(data))

    def close(self) -> Iterator[dict[str, Any]]:
        yield from self._read_all(self._frames.close())

    def _read_all(self, events: Iterable[SseEvent]) -> Iterator[dict[str, Any]]:
        for event in events:
            data = self._load(event)
            if isinstance(data, list):
                yield from (each for each in data if isinstance(each, dict))
            elif data is not None:
                yield data
            if self.failure:
                return
        self.failure = self._frames.failure

    def note_good(self) -> None:
        """An event was read elsewhere, and held an object."""
        self._malformed = 0

    def read(self, event: SseEvent) -> dict[str, Any] | None:
        """The object that it holds. None: nothing to go on with; `failure` may say why."""
        data = self._load(event)
        return data if isinstance(data, dict) else None

    def _load(self, event: SseEvent) -> dict[str, Any] | list[Any] | None:
        if not event.data:  # some hosts keep a connection alive so
            return None
        try:
            data = loads(event.data)
        except ValueError:
            data = None
        if event.name == "error":
            complaint = event.data.decode(errors="replace") if data is None else data
            self.failure = broken_off(self._tier, complaint)
        elif isinstance(data, dict) or (self._arrays and isinstance(data, list)):
            self._malformed = 0
            return data
        elif data is None and self._may_matter(event):
            size = len(event.data)
            self.failure = TierGarbled(f"{self._tier}: an event of {size} bytes that is no JSON")
        else:
            self._skip()
        return None

    def _may_matter(self, event: SseEvent) -> bool:
        if self.whole or event.name in self._wordless:
            return False
        return self._frames.is_body or may_hold_words(event.data)

    def _skip(self) -> None:
        self.skipped += 1
        self._malformed += 1
        if self._malformed >= MAX_MALFORMED:
            self.failure = TierGarbled(
                f"{self._tier}: {self._malformed} events in a row that are no JSON objects"
            )
