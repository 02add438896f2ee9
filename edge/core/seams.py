"""Join a leg's first words to the text it was asked to continue.

Three things go wrong at a seam, on hosts that say they continue a prefix:

- the leg *echoes* what it was given, or *restarts* the answer in the same words, and only
  then goes on: what the reader already has is cut off again;
- it starts the answer over in other words after repeating a good part: that is no
  continuation, and the leg must go (`Restarted`);
- the space between two sentences is dropped, or doubled.

The first words are held only while they could still be an echo, so a leg that goes on
properly passes through at once.
"""

from __future__ import annotations

import re

_RESTART_CHARS = 40  # a repeat of at least this much is no coincidence
_BLOCK_START = re.compile(r"(#{1,6} |[-*+] |\d{1,3}[.)] |```|~~~|\||> )")
_SENTENCE_END = '.!?…:;,"”’»)'


class Restarted(Exception):
    """The leg told the answer anew instead of continuing it."""


class Seam:
    """`prefix` is what the reader has, and ends in no white space; `starts` are the offsets in
    it where some leg's words began: an echo may begin at any of them."""

    def __init__(self, prefix: str, starts: tuple[int, ...] = (0,)) -> None:
        self._prefix = prefix
        self._echoes = [echo for at in starts if (echo := prefix[at:].strip())]
        self._held = ""
        self._is_open = bool(prefix)

    def feed(self, text: str) -> str:
        """What of `text`, and of the words held so far, the reader should get now."""
        if not self._is_open:
            return text
        self._held += text
        body = self._held.lstrip()
        if not body:
            return ""
        for echo in self._echoes:
            if body.startswith(echo):
                return self._join(body[len(echo) :])
        if any(echo.startswith(body) for echo in self._echoes):
            return ""
        if max((_common(body, echo) for echo in self._echoes), default=0) >= _RESTART_CHARS:
            raise Restarted
        return self._join(self._held)

    def close(self) -> str:
        """The leg is done: what was held and is no echo."""
        if not self._is_open or not (body := self._held.strip()):
            return ""
        if len(body) >= _RESTART_CHARS:
            return ""  # it repeated us and stopped
        return self._join(self._held)

    def _join(self, text: str) -> str:
        if not text.strip():
            # All of it was echo so far: stay open for the white space that follows.
            self._held, self._echoes = text, []
            return ""
        self._is_open = False
        self._held = ""
        if text[0].isspace() or self._prefix[-1] not in _SENTENCE_END:
            return text
        if _BLOCK_START.match(text):
            return "\n\n" + text
        return " " + text if _wants_space(self._prefix, text) else text


def _common(a: str, b: str) -> int:
    """Length of the common prefix of two strings."""
    for at, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return at
    return min(len(a), len(b))


def _wants_space(prefix: str, text: str) -> bool:
    """A new sentence was begun without its space; but `3.` + `14` and `example.` + `com` go on."""
    first = text[0]
    if prefix[-1] not in ".!?…" or not first.isalnum() or first.islower():
        return False
    if first.isdigit() and prefix[-2:-1].isdigit():
        return False
    return not "\u2e80" <= first <= "\u9fff"  # CJK puts no space between sentences
