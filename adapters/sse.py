"""Server-sent events, from bytes as they come to whole events.

Reads and events have nothing to do with each other: a read may end inside a character,
between the CR and the LF of one line end, or hold a hundred events. So the parser works on
bytes, and only whole lines are looked at. A line that begins with `:` is a comment; it
shows that the connection lives and says nothing. What an event means is the dialect's to
know, and whether one that the stream's end left unfinished can be read: see `close`.

Grammar: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

from typing import NamedTuple

from edge.core.errors import TierGarbled

MAX_EVENT_BYTES = 1 << 20  # a text delta has 300 bytes; what never ends must not fill the memory

_BOM = b"\xef\xbb\xbf"


class SseEvent(NamedTuple):
    """`name` is empty when the stream gave none; `data` is joined by line feeds, undecoded."""

    name: str
    data: bytes


class SseParser:
    """After an event over `limit` bytes, `failure` says so and nothing more is read.

    It is not raised, because the events before it in the same read are still good.
    """

    def __init__(self, source: str, limit: int = MAX_EVENT_BYTES) -> None:
        self.failure: TierGarbled | None = None
        self._source = source
        self._limit = limit
        self._partial = bytearray()  # a line whose end has not come
        self._after_cr = False  # a LF that comes first belongs to a CR already seen
        self._at_start = True
        self._name = ""
        self._data: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> list[SseEvent]:
        events: list[SseEvent] = []
        if not data or self.failure:
            return events
        if (plain := self._plain_events(data)) is not None:
            return plain
        if self._after_cr:
            data = data.removeprefix(b"\n")
        self._after_cr = data.endswith(b"\r")
        lines = data.splitlines()  # of bytes: at LF, CR and CR LF only
        rest = lines.pop() if lines and not data.endswith((b"\r", b"\n")) else b""
        for line in lines:
            if self._partial:
                line = bytes(self._partial) + line
                self._partial.clear()
            if event := self._take(line):
                events.append(event)
            if self.failure:
                return events
        if rest:
            self._partial += rest
            self._check(len(self._partial))
        return events

    def close(self) -> SseEvent | None:
        """The event that the stream's end left without its blank line. It may be cut short:
        use it only if what it holds is complete."""
        if self.failure:
            return None
        self._take(bytes(self._partial))
        return self._take(b"")

    def _plain_events(self, data: bytes) -> list[SseEvent] | None:
        """The usual read: whole events of one line of data each. To see that it is one takes a
        third as long as to take its lines apart. None: it is another."""
        is_usual = (
            data.startswith(b"data: ")
            and data.endswith(b"\n\n")
            and b"\r" not in data
            and len(data) <= self._limit
            and not (self._data or self._partial or self._name or self._after_cr)
        )
        if not is_usual:
            return None
        lines = data[6:-2].split(b"\n\ndata: ")
        if any(b"\n" in line for line in lines):
            return None
        self._at_start = False
        return [SseEvent("", line) for line in lines]

    def _take(self, line: bytes) -> SseEvent | None:
        """Read one whole line; a blank one ends an event."""
        if self._at_start:
            line = line.removeprefix(_BOM)
            self._at_start = False
        if not line:
            event = SseEvent(self._name, b"\n".join(self._data)) if self._data else None
            self._name, self._data, self._size = "", [], 0
            return event
        self._check(len(line))
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            self._data.append(value)
            self._size += len(value)
            self._check(self._size)
        elif field == b"event":
            self._name = value.decode(errors="replace")
        return None

    def _check(self, size: int) -> None:
        if size > self._limit:
            self.failure = TierGarbled(f"{self._source}: an event of more than {self._limit} bytes")
