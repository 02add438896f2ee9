"""JSON by the line, from bytes as they come to whole lines.

Reads and lines have nothing to do with each other, as with server-sent events (see `sse.py`), and
an answer in one piece is a single line. The stream's end ends the last line too, which may be cut
short: that it is JSON shows that it is not.
"""

from __future__ import annotations

from adapters.sse import SseEvent
from edge.core.errors import TierGarbled

MAX_LINE_BYTES = 16 << 20  # a whole reply may be one

_BLANK = b"\xef\xbb\xbf \t\r\n"  # a byte-order mark too: no line begins with its bytes


class Lines:
    """Bytes in, an event without a name for each line out; blank lines are none (`Frames`).

    After a fault `failure` says so and nothing more is read; what came before it is still good.
    """

    is_body = False

    def __init__(self, tier: str) -> None:
        self.failure: TierGarbled | None = None
        self._tier = tier
        self._partial = bytearray()  # a line whose end has not come
        self._at_start = True

    def feed(self, data: bytes) -> list[SseEvent]:
        if self.failure:
            return []
        if self._at_start:
            data = data.lstrip(_BLANK)
            if not data:
                return []
            self._at_start = False
            if data.startswith(b"<"):
                what = "a page of markup where a reply should be"
                self.failure = TierGarbled(f"{self._tier}: {what}")
                return []
        *lines, rest = data.replace(b"\r", b"\n").split(b"\n")
        events = []
        for line in lines:
            self._partial += line
            events += self._take()
        self._partial += rest
        if len(self._partial) > MAX_LINE_BYTES:
            self._partial.clear()
            self.failure = TierGarbled(f"{self._tier}: a line of more than {MAX_LINE_BYTES} bytes")
        return events

    def close(self) -> list[SseEvent]:
        return [] if self.failure else self._take()

    def _take(self) -> list[SseEvent]:
        line = bytes(self._partial)
        self._partial.clear()
        return [SseEvent("", line)] if line.strip() else []
