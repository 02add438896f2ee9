"""What a platform's answer is: events as they come, or one body.

It is read as it is, not as its Content-Type announces it: platforms answer a streaming call
with one JSON body, give a whole error within a 200, and send event streams under other names. The
first byte tells: `{` a body, `<` a page of some proxy, else events.
"""

from __future__ import annotations

from adapters.sse import SseEvent, SseParser
from edge.core.errors import TierGarbled

MAX_BODY_BYTES = 16 << 20

_BLANK = b"\xef\xbb\xbf \t\r\n"  # a byte-order mark too: no answer begins with its bytes
_WORDS = b'{}"'  # no part of an event with words in it is without one of them


class Answer:
    """Bytes in, events out. One body is a single event without a name, which `close` gives.

    After a fault `failure` says so and nothing more is read; what came before it is still good.
    """

    def __init__(self, tier: str) -> None:
        self.failure: TierGarbled | None = None
        self._tier = tier
        self._events: SseParser | None = None  # which of the two it is, the first byte tells
        self._body: bytearray | None = None

    @property
    def is_body(self) -> bool:
        return self._body is not None

    def feed(self, data: bytes) -> list[SseEvent]:
        if self.failure:
            return []
        if self._events is None and self._body is None:
            data = data.lstrip(_BLANK)
            if not data:
                return []
            self._choose(data[:1])
        if self._body is not None:
            self._collect(self._body, data)
        if self._events is None:
            return []
        events = self._events.feed(data)
        self.failure = self._events.failure
        return events

    def close(self) -> list[SseEvent]:
        """What the end left: a body, or an event without its blank line, which may be cut short."""
        if self.failure:
            return []
        if self._body is not None:
            return [SseEvent("", bytes(self._body))]
        last = self._events.close() if self._events is not None else None
        return [] if last is None else [last]

    def _choose(self, first: bytes) -> None:
        if first == b"<":
            self.failure = TierGarbled(f"{self._tier}: a page of markup where a reply should be")
        elif first in (b"{", b"["):
            self._body = bytearray()
        else:
            self._events = SseParser(self._tier)

    def _collect(self, body: bytearray, data: bytes) -> None:
        body += data
        if len(body) > MAX_BODY_BYTES:
            body.clear()
            self.failure = TierGarbled(f"{self._tier}: a reply of more than {MAX_BODY_BYTES} bytes")


def may_hold_words(data: bytes) -> bool:
    """Of an event that is no JSON: whether words may be lost with it."""
    return any(mark in data for mark in _WORDS)
