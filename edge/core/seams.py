"""Join a leg's first words to the text it was asked to continue.

What goes wrong at a seam, on hosts that say they continue a prefix and on models that are asked
to in words:

- the leg *echoes* what it was given, or *restarts* the answer in the same words, and only
  then goes on: what the reader already has is cut off again;
- asked to repeat an *anchor* (the last words of the prefix), it does so behind a phrase of its
  own, or does not: cut behind the anchor, else behind the longest overlap, else join;
- it starts the answer over in other words after repeating a good part: that is no
  continuation, and the leg must go (`Restarted`);
- the space between two sentences is dropped, or doubled.

White space, quotes, dashes, Markdown marks and case may differ between an echo and its original:
both are compared in a plain form. The first words are held only while they could still be an
echo, and behind an anchor for so many characters at most, so a leg that goes on properly passes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_RESTART_CHARS = 32  # a repeat of at least this much (spaces apart) is no coincidence
_OVERLAP_CHARS = 12  # an overlap of less is one
_ANCHOR_CHARS = 40
_ANCHOR_WINDOW = 240  # the anchor stands within so many characters, or not at all
_BLOCK_START = re.compile(r"(#{1,6} |[-*+] |\d{1,3}[.)] |```|~~~|\||> )")
_SENTENCE_END = '.!?…:;,"”’»)'
_MARKS = frozenset("*_`#>~|")
_PLAIN = str.maketrans("“”„«»‘’‚‹›‐‑‒–—−", "\"\"\"\"\"'''''------")


class Restarted(Exception):
    """The leg told the answer anew instead of continuing it."""


def anchor_of(prefix: str) -> str:
    """The last words of a text, whole ones, about forty characters."""
    tail = prefix[-_ANCHOR_CHARS:]
    _, space, words = tail.partition(" ")
    return words if space and len(prefix) > _ANCHOR_CHARS and words.strip() else tail


class Seam:
    """`prefix` is what the reader has, and ends in no white space; `starts` are the offsets in
    it where some leg's words began: an echo may begin at any of them. `anchor`, when not
    empty, is what the leg was asked to repeat."""

    def __init__(self, prefix: str, starts: tuple[int, ...] = (0,), anchor: str = "") -> None:
        self._prefix = prefix
        anchor = _plain(anchor).text
        self._anchor = anchor if len(anchor) >= _OVERLAP_CHARS else ""  # shorter is found anywhere
        echoes = (_plain(prefix[at:]).text for at in (*starts, 0))
        self._echoes = [echo for echo in dict.fromkeys(echoes) if echo]
        self._held = ""
        self._is_open = bool(prefix)
        self._is_cut = False  # the echo is behind us, and nothing new has come yet

    def feed(self, text: str) -> str:
        """What of `text`, and of the words held so far, the reader should get now."""
        if not self._is_open:
            return text
        self._held += text
        if self._is_cut:
            return self._join(self._held)
        held = _plain(self._held)
        if not held.text:
            return ""
        if (cut := self._behind_repeat(held)) is not None:
            return self._join(self._held[cut:])
        if any(echo.startswith(held.text) for echo in self._echoes):
            return ""
        if self._anchor and len(self._held) < _ANCHOR_WINDOW:
            return ""
        return self._give_up(held)

    def close(self) -> str:
        """The leg is done: what was held and is no echo. Raises `Restarted` when all it did was
        to tell a part again."""
        if not self._is_open or self._is_cut or not self._held.strip():
            return ""
        return self._give_up(_plain(self._held))

    def _behind_repeat(self, held: _Plain) -> int | None:
        """Where the new words begin, when what was said stands before them whole."""
        for echo in self._echoes:
            if held.text.startswith(echo):
                return held.ends[len(echo) - 1]
        if self._anchor and (at := held.text.find(self._anchor)) >= 0:
            return held.ends[at + len(self._anchor) - 1]
        return None

    def _give_up(self, held: _Plain) -> str:
        """No echo and no anchor: an overlap, a restart, or simply the next words."""
        if max(_common(held.text, echo) for echo in self._echoes) >= _RESTART_CHARS:
            raise Restarted
        overlap = _overlap(self._echoes[-1], held.text)
        cut = held.ends[overlap - 1] if overlap >= _OVERLAP_CHARS else 0
        return self._join(self._held[cut:])

    def _join(self, text: str) -> str:
        if not text.strip():
            # All of it was echo so far: stay open for the white space that follows.
            self._held, self._is_cut = text, True
            return ""
        self._is_open = False
        self._held = ""
        if text[0].isspace() or self._prefix[-1] not in _SENTENCE_END:
            return text
        if _BLOCK_START.match(text):
            return "\n\n" + text
        return " " + text if _wants_space(self._prefix, text) else text


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text without what may differ between two tellings of it; `ends[i]` is the offset in the
    original just behind the i-th character."""

    text: str
    ends: list[int]


def _plain(text: str) -> _Plain:
    kept: list[str] = []
    ends: list[int] = []
    for at, char in enumerate(text.translate(_PLAIN), start=1):
        if not char.isspace() and char not in _MARKS:
            for lower in char.lower():
                kept.append(lower)
                ends.append(at)
    return _Plain("".join(kept), ends)


def _common(a: str, b: str) -> int:
    """Length of the common prefix of two strings."""
    for at, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return at
    return min(len(a), len(b))


def _overlap(said: str, new: str) -> int:
    """Length of the longest beginning of `new` that `said` ends with."""
    for length in range(min(len(said), len(new)), 0, -1):
        if said.endswith(new[:length]):
            return length
    return 0


def _wants_space(prefix: str, text: str) -> bool:
    """A new sentence was begun without its space; but `3.` + `14` and `example.` + `com` go on."""
    first = text[0]
    if prefix[-1] not in ".!?…" or not first.isalnum() or first.islower():
        return False
    if first.isdigit() and prefix[-2:-1].isdigit():
        return False
    return not "\u2e80" <= first <= "\u9fff"  # CJK puts no space between sentences
