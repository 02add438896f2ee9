"""Join a leg's first words to the text it was asked to continue.

What goes wrong at a seam, on hosts that say they continue a prefix and on models that are asked
to in words:

- the leg *echoes* what it was given, or *restarts* the answer in the same words, and only
  then goes on: what the reader already has is cut off again;
- asked to repeat an *anchor* (the last words of the prefix), it does so behind a phrase of its
  own, or does not: cut behind the anchor, else behind the longest overlap, else join;
- it starts the answer over in other words, after repeating a good part or at once: that is no
  continuation, and the leg must go (`Restarted`);
- white space is dropped, or a mark that is open is opened again (see `joints.py`).

White space, quotes, dashes, Markdown marks and case may differ between an echo and its original:
both are compared in a plain form (see `plain.py`). Words are held only while they could still be
one of these, and never more than `most_held` characters, so a leg that goes on properly passes.
Every character is looked at once while an echo runs.
"""

from __future__ import annotations

import bisect

from edge.core.joints import LOOK_CHARS as _JOINT_CHARS
from edge.core.joints import Joint
from edge.core.marks import open_inline
from edge.core.plain import PlainText, light_tail, one_form
from edge.core.restarts import Beginnings, Similar, lexical

_RESTART_CHARS = 32  # a repeat of at least this much (in the plain form) is no coincidence
_OVERLAP_CHARS = 12  # an overlap of less is one
_OVERLAP_LETTERS = 6  # different ones: "no | no | no | no" overlaps with itself
_OVERLAP_LOOK = 240
_ANCHOR_CHARS = 40
_ANCHOR_WINDOW = 240  # the anchor stands within so many characters, or not at all
_LIGHT_MOST = 240  # white space and marks that an echo may have more than its original


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

    def __init__(
        self,
        prefix: str,
        starts: tuple[int, ...] = (0,),
        anchor: str = "",
        similar: Similar = lexical,
    ) -> None:
        self._prefix = prefix
        self._is_open = bool(prefix)
        if not prefix:
            return
        self._parts: list[str] = []  # held
        self._size = 0
        self._plain = PlainText()
        said = PlainText(prefix)
        self._said = said.text
        self._tail = light_tail(prefix, said.ends)
        self._joint = Joint(prefix)
        starts = tuple(dict.fromkeys((0, *starts)))
        self._beginnings = Beginnings(prefix, starts, similar)
        self._echoes = self._possible_echoes(said, starts)
        self._longest_echo = 0
        anchor = PlainText(anchor).text
        self._anchor = anchor if len(anchor) >= _OVERLAP_CHARS else ""  # shorter is found anywhere
        self._may_overlap = True
        self._cut: int | None = None  # offset in what is held: before it, nothing is new

    @property
    def most_held(self) -> int:
        """Characters that may be kept back from the reader, whatever the leg says."""
        return len(self._prefix) + _LIGHT_MOST + _ANCHOR_WINDOW + _JOINT_CHARS

    def feed(self, text: str) -> str:
        """What of `text`, and of the words held so far, the reader should get now."""
        return self._advance(text, is_final=False) if self._is_open else text

    def close(self) -> str:
        """The leg is done: what was held and is no echo. Raises `Restarted` when all it did was
        to tell a part again."""
        return self._advance("", is_final=True) if self._is_open else ""

    def _advance(self, text: str, is_final: bool) -> str:
        self._parts.append(text)
        self._size += len(text)
        if self._cut is None:
            self._cut = self._find_cut(text, is_final)
            if self._cut is None:
                return ""
        held = "".join(self._parts)
        self._parts = [held]
        is_late = is_final or self._size - self._cut > len(self._tail) + _LIGHT_MOST
        new = self._behind_marks(held, self._cut, is_late) if self._cut else held
        if new is None or (is_final and not new.strip()):
            return ""
        joined = self._joint.set(new, is_late)
        if joined is None:
            return ""
        self._is_open = False
        self._parts.clear()
        return joined

    # Where the new words begin.

    def _possible_echoes(self, said: PlainText, starts: tuple[int, ...]) -> list[int]:
        """Offsets in the plain prefix. Few words are an echo only of the whole prefix."""
        offsets = (bisect.bisect_right(said.ends, at) for at in starts)
        whole = len(self._said)
        return [at for at in dict.fromkeys(offsets) if at < whole - (_OVERLAP_CHARS if at else 0)]

    def _find_cut(self, text: str, is_final: bool) -> int | None:
        """None while that hangs on words yet to come. Raises `Restarted`."""
        told = self._plain.text
        self._echoes, whole = self._compare(self._plain.add(text), len(told))
        if whole is not None and self._is_certain(whole):
            return self._plain.ends[whole - 1]
        told = self._plain.text
        is_late = is_final or self._size > self.most_held - _ANCHOR_WINDOW - _JOINT_CHARS
        if not is_late and (self._echoes or not told) and whole is None:
            return None
        if (cut := self._behind_anchor(told)) is not None:
            return cut
        if not is_final and self._must_wait(told):
            return None
        return self._give_up(told)

    def _compare(self, added: str, told: int) -> tuple[list[int], int | None]:
        """The echoes that are still possible, and the length of one that is complete."""
        possible: list[int] = []
        for start in self._echoes:
            rest = self._said[start + told : start + told + len(added)]
            if start + told + len(added) >= len(self._said) and added.startswith(rest):
                return [], told + len(rest)
            self._longest_echo = max(self._longest_echo, told + _common(added, rest))
            if added == rest:
                possible.append(start)
        return possible, None

    def _is_certain(self, whole: int) -> bool:
        """A short echo must be exact: `had` + ` had` goes on, and so does `a` + `A`."""
        if whole >= _OVERLAP_CHARS:
            return True
        return "".join(self._parts).startswith(self._prefix)

    def _behind_anchor(self, told: str) -> int | None:
        if not self._anchor:
            return None
        at = told.find(self._anchor)
        while at >= 0:
            if self._stands_apart(told, at):
                return self._plain.ends[at + len(self._anchor) - 1]
            at = told.find(self._anchor, at + 1)
        return None

    def _stands_apart(self, told: str, at: int) -> bool:
        """An anchor begins what the leg says, or follows a phrase or more of the prefix. One
        inside a sentence of the leg's own is a turn of phrase that the answer repeats."""
        before_anchor = self._said[: -len(self._anchor)]
        if at == 0 or before_anchor.endswith(told[max(0, at - _OVERLAP_CHARS) : at]):
            return True
        start = self._plain.ends[at - 1]
        gap = "".join(self._parts)[start - 1 : self._plain.ends[at] - 1]
        return not gap[0].isalnum() or "\n" in gap or '"' in one_form(gap)

    def _must_wait(self, told: str) -> bool:
        if self._anchor and self._size < _ANCHOR_WINDOW:
            return True
        if self._longest_echo >= _RESTART_CHARS:
            return False
        if self._may_overlap and len(told) < _OVERLAP_LOOK:
            self._may_overlap = told in self._said[-_OVERLAP_LOOK:]
            if self._may_overlap and not self._said.endswith(told):
                return True
        return self._beginnings.may_be_told_again("".join(self._parts))

    def _give_up(self, told: str) -> int:
        """No echo and no anchor: an overlap, a restart, or simply the next words."""
        if self._longest_echo >= _RESTART_CHARS:
            raise Restarted
        if overlap := _overlap(self._said[-_OVERLAP_LOOK:], told):
            return self._plain.ends[overlap - 1]
        opening = self._said[:_RESTART_CHARS]
        if self._anchor and len(opening) == _RESTART_CHARS and opening in told[:_ANCHOR_WINDOW]:
            raise Restarted  # behind a phrase of its own
        if self._beginnings.are_told_again("".join(self._parts)):
            raise Restarted
        return 0

    # What stands between.

    def _behind_marks(self, held: str, cut: int, is_final: bool) -> str | None:
        """What follows the repeat, without the marks at its end that the reader has already, and
        without those that close what only the repeat opened (a quoted anchor, say)."""
        rest = held[cut:]
        behind = _behind_tail(rest, self._tail)
        if behind is None:
            return None if not is_final else ""
        rest = rest[behind:]
        only_repeat = [m for m in open_inline(held[:cut]) if m not in self._joint.open_marks]
        for mark in reversed(only_repeat):
            close = "”" if mark == "“" else mark
            if rest.startswith(close):
                return rest[len(close) :]
            if not rest and not is_final:
                return None
        return rest


def _behind_tail(rest: str, tail: str) -> int | None:
    """Offset behind as much of `tail` as `rest` begins with; None when more may come."""
    at = 0
    for mark in tail:
        ahead = at
        while ahead < len(rest) and rest[ahead].isspace():
            ahead += 1
        if ahead == len(rest):
            return None
        if one_form(rest[ahead]) != mark:
            return at
        at = ahead + 1
    return at


def _common(a: str, b: str) -> int:
    """Length of the common prefix of two strings."""
    for at, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return at
    return min(len(a), len(b))


def _overlap(said: str, new: str) -> int:
    """Length of the longest beginning of `new` that `said` ends with, if it is no coincidence."""
    for length in range(min(len(said), len(new)), _OVERLAP_CHARS - 1, -1):
        if said.endswith(new[:length]):
            return length if len(set(new[:length])) >= _OVERLAP_LETTERS else 0
    return 0
