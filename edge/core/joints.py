"""Set the new words behind the old: the white space between them, and marks told twice.

A leg that goes on properly brings the right white space itself and opens no mark that is open, so
its words pass as they are. What is mended is only what cannot be meant:

- no space behind a full sentence, no line break before the next item, row or fence;
- bold, code or a quote opened where it is open already, a fence opened inside a fence or closed
  where it was closed.

A few characters must be seen for that, and only when the first of them is such a mark.
"""

from __future__ import annotations

import re

from edge.core.marks import (
    fence_info,
    is_fence_line,
    last_line,
    list_marker,
    open_fence,
    open_inline,
)

LOOK_CHARS = 32  # more are never needed
_UNDECIDED = re.compile(r"\s*(?:[-*+_`#>|~\"“”„«»]*|\d{1,3}[.)]?)")
_BLOCK_START = re.compile(r"#{1,6} |[-*+] |\d{1,3}[.)] |```|~~~|\||> ")
_FENCE_AGAIN = re.compile(r"\s*(?:```+|~~~+)[ \t]*[\w+#.-]+[ \t]*(\n|$)")
_FENCE_MARKS = ("```", "~~~")
_FENCE_LINE = re.compile(r"(?:```+|~~~+)[ \t]*(?=\n|$)")
_INFO = re.compile(r"[\w+#.-]*")
_ENDS = ".!?…"
_CLOSERS = "\"'”’»)]*_`“"
_OPENERS = "\"'“„«([*_`"
_NO_SPACE_BEFORE = " \n,.;:!?)]}%”’…"
_NO_SPACE_BEHIND = "([{“„‹$@/\\"
_OPERATORS = "-–—+=<>&|~"
_GUILLEMETS = "«»"
_WIDE_FROM, _WIDE_TO = "\u2e80", "\u9fff"  # CJK puts no space between sentences


def begins_block(text: str) -> bool:
    """Whether it begins a heading, list, table, quote or fence, which needs a line of its own."""
    return _BLOCK_START.match(text) is not None


class Joint:
    """The end of `prefix`, which ends in no white space, and what may stand behind it."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._line = last_line(prefix)
        self._is_in_fence = open_fence(prefix) is not None
        self._open = () if self._is_in_fence else open_inline(prefix)

    @property
    def is_in_fence(self) -> bool:
        return self._is_in_fence

    @property
    def open_marks(self) -> tuple[str, ...]:
        return self._open

    def set(self, text: str, is_final: bool = False, is_apart: bool = False) -> str | None:
        """The text as it must follow; None while that hangs on characters yet to come.
        `is_apart`: the leg said it behind words that were cut, and so without its own space."""
        if not is_final and len(text) < LOOK_CHARS and self._is_undecided(text):
            return None
        if not text.strip():
            return text
        if self._is_in_fence:
            return self._set_code(text)
        told = self._set_prose(text)
        return " " + told if is_apart and self._parts_words(told) else told

    def _is_undecided(self, text: str) -> bool:
        if _UNDECIDED.fullmatch(text):
            return True
        if not self._is_in_fence:
            return False
        words = text.lstrip()
        opens_again = words.startswith(_FENCE_MARKS) and "\n" not in words
        return opens_again or (bool(fence_info(self._line)) and bool(_INFO.fullmatch(text)))

    def _set_code(self, text: str) -> str:
        if again := _FENCE_AGAIN.match(text):
            return "\n" + text[again.end() :]
        if text[0].isspace():
            return text
        if text.startswith(_FENCE_MARKS) and self._prefix[-1] not in "`~":
            return "\n" + text
        if fence_info(self._line):
            behind = _INFO.sub("", text, count=1)
            return text if behind.startswith("\n") or not behind else "\n" + text
        return text

    def _set_prose(self, text: str) -> str:
        words = text.lstrip()
        space = text[: len(text) - len(words)]
        if not space and is_fence_line(self._line) and _FENCE_LINE.match(words):
            return _FENCE_LINE.sub("", words, count=1)
        words = self._without_second_opening(space, words)
        return (space or self._missing_space(words)) + words

    def _without_second_opening(self, space: str, words: str) -> str:
        for mark in sorted(self._open, key=len, reverse=True):
            behind = words[len(mark) :]
            if words.startswith(mark) and (behind[:1].isalnum() or behind[:1] in "([{$"):
                is_told_twice = self._prefix.endswith(mark) and mark in ("**", "***", "“", "„")
                if behind and (space or is_told_twice or mark in "“„"):
                    return behind
        return words

    def _missing_space(self, words: str) -> str:
        if self._is_next_line(words):
            return "\n"
        if self._prefix.endswith(self._open[-1:]) or any(mark[0] == "`" for mark in self._open):
            return ""  # a mark was just opened, or this is code
        if self._prefix[-1] == words[0] and words[0] in "*_`~#-":
            return ""  # one mark, cut in two
        end = self._prefix.rstrip(_CLOSERS)[-1:]
        if words[0].isdigit() and self._prefix[-2:-1].isdigit():
            return ""  # 3. + 14
        if end and end in _ENDS + ":" and _BLOCK_START.match(words):
            return "\n\n"
        if self._is_title() and words[0].isupper() and self._prefix[-1].islower():
            return "\n\n"
        return " " if self._wants_space(end, words) else ""

    def _is_next_line(self, words: str) -> bool:
        """The next item of the list, or row of the table, that the prefix ends in."""
        marker, following = list_marker(self._line), list_marker(words)
        if marker and following:
            number, last = following[:-1], marker[:-1]
            is_next = number.isdigit() and last.isdigit() and int(number) == int(last) + 1
            return is_next or (marker == following and not number)
        row = self._line.strip()
        is_row = row.startswith("|") and row.endswith("|") and len(row) > 1
        return is_row and words.startswith("|") and self._is_full_row(row)

    def _is_full_row(self, row: str) -> bool:
        above = self._prefix[: -len(self._line)].rstrip("\n").rpartition("\n")[2].strip()
        return not above.startswith("|") or row.count("|") >= above.count("|")

    def _is_title(self) -> bool:
        return re.match(r"#{1,6} \S", self._line) is not None

    def _parts_words(self, words: str) -> bool:
        """Two words would be glued; unless they are one, which the text has said before."""
        last, first = self._prefix[-1], words[0]
        if _is_wide(last) or _is_wide(first) or first in _NO_SPACE_BEFORE:
            return False
        if last in _GUILLEMETS or first in _GUILLEMETS:
            return sum(map(self._prefix.count, _GUILLEMETS)) % 2 == 0
        is_alone = self._prefix[-2:-1].isspace()
        if last in _OPERATORS or (last == "*" and is_alone):  # 7 + 14, but well-known
            return is_alone
        if last in _NO_SPACE_BEHIND or self._prefix.endswith(self._open[-1:]):
            return False
        halves = [re.split(r"\W", self._prefix)[-1], re.split(r"\W", words, maxsplit=1)[0]]
        is_one = all(halves) and re.search(rf"\b{''.join(halves)}\b", self._prefix)
        return not (is_one or (first.isdigit() and last == "." and self._prefix[-2:-1].isdigit()))

    def _wants_space(self, end: str, words: str) -> bool:
        """A new sentence was begun without its space; but `3.` + `14` and `example.` + `com` go
        on, and so does what merely closes a mark."""
        first = words.lstrip(_OPENERS)[:1]
        if not first.isalnum() or first.islower() or _WIDE_FROM <= first <= _WIDE_TO:
            return False
        if any(words.startswith(mark) for mark in self._open):
            return False
        if end == ":":
            return first.isupper() and not self._prefix.endswith("::")
        return bool(end) and end in _ENDS


def _is_wide(char: str) -> bool:
    return _WIDE_FROM <= char <= _WIDE_TO
