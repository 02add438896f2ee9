"""The chunks of one reply mostly differ in their text alone. So once one has been read with care,
the next is compared with it: the same bytes before the text and behind it, and between them a JSON
string in which nothing is escaped, is the same chunk with another text. That takes 0.5 µs, and to
parse it and look at each of its members 6. Many that came in one read are compared together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from adapters.sse import SseEvent

_NO_PLAIN_STRING = re.compile(rb'["\\\x00-\x1f]')


class Likeness:
    """Of one reply's chunks."""

    def __init__(self) -> None:
        self._before = self._after = b""
        self._start = self._end = 0  # of the text, this far from either end of a chunk

    @property
    def is_known(self) -> bool:
        return bool(self._after)

    def learn(self, data: bytes, text: str) -> None:
        """From a chunk that says this text, and nothing else that others do not say again."""
        if not (text and text.isascii() and text.isprintable()):
            return  # it may be written in several ways, and another member be taken for it
        said = b'"%b"' % text.encode()
        before, found, after = data.partition(said)
        if found and said not in after and not _NO_PLAIN_STRING.search(said[1:-1]):
            self._before, self._after = before + b'"', b'"' + after
            self._start, self._end = len(self._before), len(self._after)

    def text_in(self, events: Sequence[SseEvent], at: int = 0) -> tuple[str, int]:
        """What the events from there on say together, as far as they are like the one that was
        learned, and how many those are; the next one has to be read."""
        texts: list[str] = []
        before, after, least = self._before, self._after, self._start + self._end
        for place in range(at, len(events) if after else at):
            data = events[place].data
            if not (data.startswith(before) and data.endswith(after) and len(data) >= least):
                break
            text = data[self._start : -self._end]
            if _NO_PLAIN_STRING.search(text):
                break
            try:  # each by itself: two halves of a character are none, wherever the read ended
                texts.append(text.decode())
            except UnicodeDecodeError:
                break
        return "".join(texts), len(texts)
