"""Tell whether a leg says an answer's beginning again, in other words.

A leg that is to continue a text may start the answer over without repeating a word of it exactly.
What it says first is then much like what the reader has first. So is many an honest next
sentence: one answer keeps to one topic, and "The second plane ..." follows "The first plane ...".
Hence the rules, which would rather miss a restart than take an honest leg for one:

- the leg's first sentence is held against the text's first one, and counts most; beside it count
  how much of it the first few sentences have said in whatever order, whether it states the same
  numbers, begins with the same word, and whether its second sentence is one of theirs too;
- less will do where the text stands in the middle of a sentence and the leg begins another one
  without so much as a space: nothing honest looks so, but for the rest of a name or an acronym;
- a sentence that begins with "So", "Then" or the like leans on what was said, and one that
  counts on ("second", "remaining") or names somebody new goes further.

Likeness is a parameter, `similar(new, old)` from 0 to 1, so that an encoder can stand in for
`lexical`. It sees bounded sentences, a few times at most: early, so that an honest leg is let go
after a few words; when the first sentence is complete; and, only where the second one will
decide, when that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto

from edge.core.restart_words import (
    COMMON,
    COMMON_SIGNS,
    GOES_ON,
    LEANS_BACK,
    LEANS_BACK_WIDE,
)
from edge.core.sentences import first_sentence_end

Similar = Callable[[str, str], float]

LOOK_CHARS = 160  # of a sentence, at most
MOST_LOOKED_AT = 2 * LOOK_CHARS  # of a leg
_EARLY_CHARS = 48  # by then it must look suspect, or is let go
_EARLY_LEAST = 0.25
_KNOWN_SENTENCES = 3
_TOLD_WEIGHT = 0.5
_NUMBERS_WEIGHT = 0.2
_START_WEIGHT = 0.2
_SECOND_WEIGHT = 0.3

# Set on every other one of 651 real answers to sums: of their 55,309 honest rests 32 look like a
# restart, of another model's answers behind one sentence a half do, inside one nine in ten. Free
# prose is harder: of 334 honest rests written to be hard 4 do, of restarts behind a sentence 4 of
# 248, inside one 29 of 86 (prelude bench seams --data DIR).
_LEAST = 1.05
_LEAST_OF_SUMS = 1.4  # their sentences are all alike
_LEAST_GLUED = 0.6
_LEAST_SPACED = 1.8

_SHORTEST = 20  # letters of a sentence that can be told at all
_FEWEST = 3  # content words likewise
_ENDS = ".!?…:;。！？؟।"
_CLOSERS = "\"'”’»)]*_`」』）"

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<!^)\b[^\W\d_]+")
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # no spaces between words
_SIGN = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff]")  # one of them alone says something
_STEM = 5
_NOUNS_ONE_IN = 5


class _Entry(Enum):
    """How a leg's first sentence comes in."""

    NEW = auto()  # where one may, and without the space of one that goes on
    GLUED = auto()  # in the middle of another, without even the space between two words
    SPACED = auto()  # behind a space, as who goes on begins; or with a name inside a sentence


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What some leg said first."""

    sentences: tuple[str, ...]
    words: frozenset[str]
    numbers: frozenset[str]  # of the first sentence

    @classmethod
    def of(cls, text: str) -> _Beginning:
        sentences = tuple(s for s in _sentences(text, _KNOWN_SENTENCES) if _is_telling(s))
        words = frozenset().union(*map(_content, sentences))
        return cls(sentences, words, _numbers(sentences[0] if sentences else ""))


class Beginnings:
    """The first sentences of whatever a text's authors began; see the module's docstring."""

    def __init__(self, text: str, starts: tuple[int, ...], similar: Similar) -> None:
        self._similar = similar
        most = _KNOWN_SENTENCES * LOOK_CHARS
        began = (_Beginning.of(text[at : at + most]) for at in dict.fromkeys(starts))
        self._known = [beginning for beginning in began if beginning.sentences]
        self._is_inside = text.rstrip(_CLOSERS)[-1:] not in _ENDS
        self._text = text
        self._needs_space = text[-1:].isalnum() or text[-1:] in ",;)]%=+"
        self._looked_early = False

    def may_be_told_again(self, said: str, is_apart: bool = False) -> bool:
        """Whether more of a leg's first words must be seen before `are_told_again` can say.
        `is_apart`: it said something else before, which was cut."""
        words = said.lstrip()
        if not self._is_suspect(words):
            return False
        complete, rest = _complete(words)
        complete = _behind_assent(complete)
        if len(complete) > 1 or (complete and not _is_telling(complete[0])):
            return False
        entry = self._entry(said, is_apart)
        if complete:
            lacking = _least(entry, complete[0]) - self._evidence(complete, entry)
            return 0 < lacking <= _SECOND_WEIGHT
        if _width(rest) >= _EARLY_CHARS and not self._looked_early:
            self._looked_early = True
            likeness = self._likeness_of(rest)
            return likeness > 0 if entry is _Entry.GLUED else likeness >= _EARLY_LEAST
        return True

    def are_told_again(self, said: str, is_apart: bool = False) -> bool:
        words = said.strip()
        new = _behind_assent(_sentences(words[:MOST_LOOKED_AT], 3))[:2]
        if not new or not _is_telling(new[0]) or not self._is_suspect(words):
            return False
        entry = self._entry(said, is_apart)
        return self._evidence(new, entry) >= _least(entry, new[0])

    def _is_suspect(self, words: str) -> bool:
        """It begins a sentence, and one that leans on nothing before."""
        if not self._known:
            return False
        if self._is_inside and words and not (words[0].isupper() or _WIDE.match(words)):
            return False
        first = _WORD.search(words)
        is_whole = first is not None and first.end() < len(words)
        leans_back = is_whole and _first_word(words) in LEANS_BACK
        return not (leans_back or words.startswith(LEANS_BACK_WIDE))

    def _entry(self, said: str, is_apart: bool) -> _Entry:
        if not self._is_inside and not is_apart and said[:1].isspace():
            return _Entry.SPACED
        if not self._is_inside or is_apart or _WIDE.match(said):
            return _Entry.NEW
        is_glued = self._needs_space and not said[0].isspace() and not self._ends_a_word(said)
        return _Entry.GLUED if is_glued else _Entry.SPACED

    def _ends_a_word(self, said: str) -> bool:
        """One that the text has: `iPhone`, or an acronym, was cut in two."""
        half, rest = re.split(r"\W", self._text)[-1], re.split(r"\W", said, maxsplit=1)[0]
        return half[-1:].isupper() or (half != "" and half + rest in self._text)

    def _likeness_of(self, words: str) -> float:
        return max(self._similar(words, known.sentences[0]) for known in self._known)

    def _evidence(self, new: Sequence[str], entry: _Entry) -> float:
        return max(
            (
                self._evidence_of(new, known)
                for known in self._known
                if entry is _Entry.GLUED or not _goes_further(new[0], known.sentences[0])
            ),
            default=0.0,
        )

    def _evidence_of(self, new: Sequence[str], known: _Beginning) -> float:
        first, old = new[0], known.sentences[0]
        likeness = self._similar(first, old)
        if likeness < _EARLY_LEAST:
            return likeness
        second = max(self._similar(new[1], each) for each in known.sentences) if new[1:] else 0.0
        return (
            likeness
            + _TOLD_WEIGHT * _share(_content(first), known.words)
            + _NUMBERS_WEIGHT * _share(known.numbers, _numbers(first))
            + _START_WEIGHT * (_first_word(first) == _first_word(old))
            + _SECOND_WEIGHT * second
        )


def _least(entry: _Entry, first: str) -> float:
    """How much evidence is enough."""
    match entry:
        case _Entry.GLUED:
            return _LEAST_GLUED
        case _Entry.SPACED:
            return _LEAST_SPACED
        case _Entry.NEW:
            return _LEAST_OF_SUMS if _numbers(first) else _LEAST


def lexical(new: str, old: str) -> float:
    """The share of content words that two sentences have in common (Dice's coefficient)."""
    a, b = _content(new), _content(old)
    return 2 * len(a & b) / (len(a) + len(b)) if min(len(a), len(b)) >= _FEWEST else 0.0


def _sentences(text: str, most: int) -> tuple[str, ...]:
    """The first ones, each of them cut where the look ends."""
    found: list[str] = []
    rest = text.lstrip()
    while rest and len(found) < most:
        look = rest[:LOOK_CHARS]
        end = first_sentence_end(look, final=True) or len(look)
        found.append(look[:end])
        rest = rest[end:].lstrip()
    return tuple(found)


def _complete(words: str) -> tuple[Sequence[str], str]:
    """The sentences that are, and what comes behind them. A long one is, where the look ends."""
    found: list[str] = []
    rest = words
    while rest:
        look = rest[:LOOK_CHARS]
        is_decimal = look[-2:-1].isdigit()  # it may become one
        # or so it seems: a good leg is not kept for the space behind a full stop
        end = first_sentence_end(look if is_decimal else look + " ")
        if end is None and len(look) < LOOK_CHARS:
            break
        found.append(look[:end])
        rest = rest[len(found[-1]) :].lstrip()
    return found, rest


def _behind_assent(sentences: Sequence[str]) -> Sequence[str]:
    """Behind what is no more than "Of course!", if it is not all there is."""
    is_assent = sentences and not _is_telling(sentences[0]) and len(sentences[0].split()) <= 2
    return sentences[1:] if is_assent else sentences


def _is_telling(sentence: str) -> bool:
    return _width(sentence) >= _SHORTEST


def _width(text: str) -> int:
    """A sign of a script without spaces says as much as two letters."""
    return len(text) + len(_WIDE.findall(text))


def _goes_further(new: str, old: str) -> bool:
    before = {word.lower() for word in _WORD.findall(old)}
    counts_on = (word for word in _WORD.findall(new.lower()) if word in GOES_ON)
    names = () if _writes_nouns_large(old) else _capitalized(new)
    return any(word.lower() not in before for word in (*counts_on, *names))


def _writes_nouns_large(text: str) -> bool:
    """As German does: there a capital tells no name."""
    return len(_capitalized(text)) * _NOUNS_ONE_IN > len(_WORD.findall(text))


def _capitalized(text: str) -> list[str]:
    """Behind the first word."""
    return [word for word in _NAME.findall(text) if word[0].isupper()]


def _numbers(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text) if word[0].isdigit())


def _first_word(text: str) -> str:
    first = _WORD.search(text)
    if first is None:
        return ""
    return first.group()[:2] if _WIDE.match(first.group()) else first.group().lower()


def _share(part: Set[str], whole: Set[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _content(text: str) -> set[str]:
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if signs := _SIGN.findall(word):
            found.update(sign for sign in signs if sign not in COMMON_SIGNS)
        elif _WIDE.match(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif word[0].isdigit() or (len(word) > 3 and word not in COMMON):
            found.add(word.removesuffix("s")[:_STEM])
    return found
