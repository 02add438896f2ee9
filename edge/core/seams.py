"""Join a leg's first words to the text it was asked to continue.

What goes wrong at a seam, on hosts that say they continue a prefix and on models that are asked
to in words:

- the leg *echoes* what it was given, or *restarts* the answer in the same words, and only
  then goes on: what the reader already has is cut off again;
- asked to repeat an *anchor* (the last words of the prefix), it does so behind a phrase of its
  own, or does not: cut behind the anchor, else behind the longest overlap, else join;
- it says a phrase of its own before it goes on, which is cut off too (see `prefaces.py`);
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

from edge.core.joints import Joint
from edge.core.marks import open_inline
from edge.core.passage import GivenUp
from edge.core.plain import PlainText, common, light_tail, one_form
from edge.core.prefaces import LOOK_CHARS, Place, find_preface
from edge.core.restarts import Beginnings, Similar, lexical

_RESTART_CHARS = 32  # a repeat of at least this much (in the plain form) is no coincidence
_OVERLAP_CHARS = 12  # an overlap of less is one
_ECHO_CHARS = 4  # an echo of less must be exact
_OVERLAP_LETTERS = 6  # different ones: "no | no | no | no" overlaps with itself
_OVERLAP_LOOK = 240
_ANCHOR_CHARS = 40
_ANCHOR_WINDOW = 240  # the anchor stands within so many characters, or not at all
_LIGHT_MOST = 240  # white space and marks that may come before anything that counts


class Restarted(GivenUp):
    """The leg told the answer anew instead of continuing it."""

    def __init__(self) -> None:
        super().__init__("it told its answer anew, and did not go on")


def anchor_of(prefix: str) -> str:
    """The last words of a text, whole ones, about forty characters."""
    tail = prefix[-_ANCHOR_CHARS:]
    _, _, words = tail.partition(" ")
    return words if len(prefix) > _ANCHOR_CHARS and len(words) > _ANCHOR_CHARS // 2 else tail


class Seam:
    """`prefix` is what the reader has, and ends in no white space; `starts` are the offsets in
    it where some leg's words began: an echo may begin at any of them. `anchor`, when not
    empty, is what the leg was asked to repeat."""

    corrects = False
    left_out = False  # what it repeats was not its answer

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
        self._may_be_preface = True
        self._had_preface = False
        self._size = 0
        self._plain = PlainText()
        said = PlainText(prefix)
        self._said, self._said_ends = said.text, said.ends
        self._tail = light_tail(prefix, said.ends)
        self._joint = Joint(prefix)
        self._place = Place.behind(prefix, self._joint.is_in_fence)
        starts = tuple(dict.fromkeys((0, *starts)))
        self._beginnings = Beginnings(prefix, starts, similar)
        self._echoes = self._possible_echoes(said, starts)
        self._longest_echo = 0
        anchor = PlainText(anchor).text
        self._anchor = anchor if len(anchor) >= _ECHO_CHARS else ""  # shorter is found anywhere
        self._may_overlap = True
        self._cut: int | None = None  # offset in what is held: before it, nothing is new
        self._is_quoted = False  # the leg set what it repeated in quotes

    @property
    def joins(self) -> bool:
        return bool(self._prefix)

    @property
    def most_held(self) -> int:
        """Characters that may be kept back from the reader, whatever the leg says."""
        return 2 * LOOK_CHARS + self._longest_wait + len(self._tail) + _LIGHT_MOST

    @property
    def _longest_wait(self) -> int:
        """An echo may be twice as long as its original: its white space may be doubled."""
        return max(2 * len(self._prefix) + _LIGHT_MOST, _ANCHOR_WINDOW)

    def feed(self, text: str) -> str:
        """What of `text`, and of the words held so far, the reader should get now."""
        return self._advance(text, is_final=False) if self._is_open else text

    def close(self) -> str:
        """The leg is done: what was held and is no echo. Raises `Restarted` when all it did was
        to tell a part again."""
        return self._advance("", is_final=True) if self._is_open else ""

    def _advance(self, text: str, is_final: bool) -> str:
        self._parts.append(text)
        if self._may_be_preface:
            words = self._without_preface(is_final)
            if words is None:
                return ""
            text = words
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
        joined = self._joint.set(new, is_late, self._had_preface and not self._cut)
        if joined is None:
            return ""
        self._is_open = False
        self._parts.clear()
        return joined

    def _without_preface(self, is_final: bool) -> str | None:
        """What is held, behind the leg's own phrase if it began with one; None while it may."""
        held = "".join(self._parts)
        end = find_preface(held, self._place, is_final)
        if end is None:
            return None
        if end and PlainText(held[:end]).text not in self._said:  # else it tells its answer again
            held = held[end:]
            self._had_preface = True
        self._may_be_preface = False
        self._parts = [held]
        return held

    # Where the new words begin.

    def _possible_echoes(self, said: PlainText, starts: tuple[int, ...]) -> list[int]:
        """Offsets in the plain prefix."""
        offsets = (bisect.bisect_right(said.ends, at) for at in starts)
        return [at for at in dict.fromkeys(offsets) if at < len(self._said)]

    def _find_cut(self, text: str, is_final: bool) -> int | None:
        """None while that hangs on words yet to come. Raises `Restarted`."""
        told = len(self._plain.ends)
        echo = self._compare(self._plain.add(text), told)
        if echo and self._is_certain(echo):
            return self._behind(0, echo)
        is_late = is_final or self._size > self._longest_wait
        if not is_late and (self._echoes or not self._plain.ends):
            return None
        words, held = self._plain.text, "".join(self._parts)
        if not held:
            return 0
        if (at := self._find_anchor(words, held)) is not None:
            return self._behind(at, len(self._anchor))
        if not is_late and self._must_wait(words, held):
            return None
        return self._give_up(words, held)

    def _compare(self, added: str, told: int) -> int:
        """Drop the echoes that are none; the length of one that is complete, or 0."""
        possible: list[int] = []
        for start in self._echoes:
            rest = self._said[start + told : start + told + len(added)]
            if start + told + len(added) >= len(self._said) and added.startswith(rest):
                self._echoes = []
                return told + len(rest)
            if added == rest:
                possible.append(start)
            else:
                self._longest_echo = max(self._longest_echo, told + common(added, rest))
        if not possible and self._echoes:
            self._longest_echo = max(self._longest_echo, told)
        self._echoes = possible
        return 0

    def _is_certain(self, echo: int) -> bool:
        """Few words are an echo only if they follow without a space: `had` + ` had` goes on."""
        if echo >= _OVERLAP_CHARS:
            return True
        held = "".join(self._parts)
        return held.startswith(self._prefix) or (echo >= _ECHO_CHARS and not held[0].isspace())

    def _behind(self, start: int, length: int) -> int:
        """The offset behind a repeat, which takes up `length` of the plain form from `start`."""
        held = "".join(self._parts)
        gap = _gap_before(held, self._plain.ends, start)
        was = _gap_before(self._prefix, self._said_ends, len(self._said) - length)
        own = len(gap) - common(gap[::-1], was[::-1])
        self._is_quoted = _is_quote(gap[:own][-1:])
        return self._plain.ends[start + length - 1]

    def _find_anchor(self, words: str, held: str) -> int | None:
        """Where it stands apart: at the start, or behind a phrase that goes on with nothing. One
        inside the leg's own sentences is a turn that the answer repeats."""
        at = words.find(self._anchor) if self._anchor else -1
        while at >= 0:
            more = common(words[:at][::-1], self._said[: -len(self._anchor)][::-1])
            if more == at or (
                self._had_phrase(held)
                and any(self._begins_apart(held, start) for start in range(at - more, at + 1))
            ):
                return at
            at = words.find(self._anchor, at + 1)
        return None

    def _begins_apart(self, held: str, start: int) -> bool:
        last = held[self._plain.ends[start - 1] - 1]
        gap = _gap_before(held, self._plain.ends, start)
        return not last.isalnum() or "\n" in gap or any(map(_is_quote, gap))

    def _must_wait(self, words: str, held: str) -> bool:
        if self._anchor and self._size < _ANCHOR_WINDOW and self._had_phrase(held):
            return True
        if self._longest_echo >= _RESTART_CHARS:
            return False
        if self._may_overlap and len(words) < _OVERLAP_LOOK:
            self._may_overlap = words in self._said[-_OVERLAP_LOOK:]
            if self._may_overlap and self._overlap_with(words, held) != len(words):
                return True
        return self._beginnings.may_be_told_again(held, self._had_preface)

    def _overlap_with(self, words: str, held: str) -> int:
        """Length of the longest beginning of `words` that ends the prefix. Behind a space much is
        needed: `| no | no | no` overlaps with itself."""
        overlap = _overlap(self._said[-_OVERLAP_LOOK:], words)
        return overlap if overlap >= _RESTART_CHARS or not held[0].isspace() else 0

    def _give_up(self, words: str, held: str) -> int:
        """No echo and no anchor: an overlap, a restart, or simply the next words."""
        longest = len(words) if self._echoes else self._longest_echo
        if longest >= _RESTART_CHARS:
            raise Restarted
        if overlap := self._overlap_with(words, held):
            return self._behind(0, overlap)
        if self._begins_behind_phrase(words, held) or self._beginnings.are_told_again(
            held, self._had_preface
        ):
            raise Restarted
        return 0

    def _begins_behind_phrase(self, words: str, held: str) -> bool:
        opening = self._said[:_RESTART_CHARS]
        is_long = bool(self._anchor) and len(opening) == _RESTART_CHARS
        return is_long and self._had_phrase(held) and opening in words[:_ANCHOR_WINDOW]

    def _had_phrase(self, held: str) -> bool:
        """Of its own: one that was cut, or one that what is held may begin with."""
        return self._had_preface or _may_be_phrase(held)

    # What stands between.

    def _behind_marks(self, held: str, cut: int, is_final: bool) -> str | None:
        """What follows the repeat, without the marks at its end that the reader has already, and
        without those that close what only the repeat opened. None while more may come."""
        rest = held[cut:]
        behind = _behind_tail(rest, self._tail)
        if behind is None:
            return "" if is_final else None
        rest = rest[behind:]
        if self._is_quoted and _is_quote(rest[:1]):
            return rest[1:]
        for mark in open_inline(held[:cut]):
            if mark[0] in "*`" and mark not in self._joint.open_marks and rest.startswith(mark):
                return rest[len(mark) :]
        return rest


def _may_be_phrase(held: str) -> bool:
    """Words that go on begin with their space, or in the middle of a word or an expression."""
    first = held[0]
    return (first.isalpha() and not first.islower()) or first in "\n.…*>#" or _is_quote(first)


def _gap_before(text: str, ends: list[int], at: int) -> str:
    """The white space, marks and quotes in front of a character of the plain form."""
    return text[ends[at - 1] if at else 0 : ends[at] - 1]


def _is_quote(char: str) -> bool:
    return one_form(char) == '"'


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


def _overlap(said: str, new: str) -> int:
    """Length of the longest beginning of `new` that `said` ends with, if it is no coincidence."""
    for length in range(min(len(said), len(new)), _OVERLAP_CHARS - 1, -1):
        if said.endswith(new[:length]):
            return length if len(set(new[:length])) >= _OVERLAP_LETTERS else 0
    return 0
