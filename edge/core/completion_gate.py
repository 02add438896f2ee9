"""What of a completion may be shown: whole lines, and nothing that the suffix says again.

A model that fills a gap does not always stop where the caller's text goes on: it writes the next
line, or the bracket that closes the call, once more. Such a repeat stands at the very end of what
it says, so as long as the latest words could be the beginning of the suffix they are held back; the
matching is Knuth, Morris and Pratt's, which looks at every character once.

Not every overlap is a repeat: between `print(` and `)` a model rightly says `len(x)`. Left out is

- a whole line of the suffix, or several;
- closing brackets and quotes that nothing in the completion opened, and the signs behind them;
- a line break, with the white space behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

LINE, TOKEN, BLOCK = "line", "token", "block"
GATES = (LINE, TOKEN, BLOCK)

_LOOK_CHARS = 4096  # of the suffix: who repeats more than that is beyond help
_LEAST_WORDS = 3  # letters and digits: an overlap of fewer may be chance
_PAIRS = {")": "(", "]": "[", "}": "{"}
_QUOTES = "\"'`"
_SIGNS = ",;:"


class CompletionGate:
    """`gate`: what is let through at once. A block is the whole completion."""

    def __init__(self, gate: str, suffix: str) -> None:
        self._gate = gate
        self._suffix = suffix[:_LOOK_CHARS]
        self._borders = [0]  # of each beginning of the suffix: how much of it stands at its end too
        self._matched = 0  # characters at the end of the text that the suffix begins with
        self._said: list[str] = []  # shown already
        self._held = ""

    def feed(self, text: str) -> str:
        """What the reader may have now."""
        self._held += text
        self._match(text)
        if self._gate == BLOCK:
            return ""
        free = len(self._held) - self._matched
        end = free if self._gate == TOKEN else self._held.rfind("\n", 0, free) + 1
        return self._release(end)

    def close(self) -> str:
        """The rest, without what the suffix says again."""
        text = "".join(self._said) + self._held
        repeated = next(filter(lambda size: self._is_repeat(text, size), self._overlaps()), 0)
        return self._release(len(self._held) - repeated)

    def _release(self, end: int) -> str:
        shown, self._held = self._held[:end], self._held[end:]
        self._said.append(shown)
        return shown

    def _match(self, text: str) -> None:
        suffix = self._suffix
        if not suffix or (not self._matched and suffix[0] not in text):
            return
        size = self._matched
        for char in text:
            while size and (size == len(suffix) or suffix[size] != char):
                size = self._border(size)
            size += suffix[size] == char
        self._matched = size

    def _border(self, size: int) -> int:
        """Worked out as far as it is needed."""
        borders, suffix = self._borders, self._suffix
        while len(borders) < size:
            border = borders[-1]
            while border and suffix[border] != suffix[len(borders)]:
                border = borders[border - 1]
            borders.append(border + (suffix[border] == suffix[len(borders)]))
        return borders[size - 1]

    def _overlaps(self) -> Iterator[int]:
        """Longest first."""
        size = self._matched
        while size:
            yield size
            size = self._border(size)

    def _is_repeat(self, text: str, size: int) -> bool:
        repeated, before = text[len(text) - size :], text[: len(text) - size]
        if not repeated.strip():
            return "\n" in repeated
        if any(char.isalnum() or char == "_" for char in repeated):
            ends_line = repeated.endswith("\n") or self._suffix[size : size + 1] in ("", "\n")
            return ends_line and sum(map(str.isalnum, repeated)) >= _LEAST_WORDS
        if not set(repeated.strip()) <= {*_PAIRS, *_QUOTES, *_SIGNS, *" \t\n"}:
            return False
        closers = [char for char in repeated if char in _PAIRS]
        quotes = [char for char in repeated if char in _QUOTES]
        if not closers and not quotes:
            return any(char.isalnum() for char in before)
        return len(closers) <= _unopened(text) and all(text.count(q) % 2 for q in quotes)


def _unopened(text: str) -> int:
    """Closing brackets that close nothing in the text."""
    opened: list[str] = []
    unopened = 0
    for char in text:
        if char in "([{":
            opened.append(char)
        elif char in _PAIRS:
            if opened and opened[-1] == _PAIRS[char]:
                opened.pop()
            else:
                unopened += 1
    return unopened
