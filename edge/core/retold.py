"""Strategy `parallel`: what of a target's first words the reader has read in the opening.

The target started together with the draft, knows nothing of the opening and answers in full. Its
first sentences are held against the opening, one by one:

    it says nothing that the opening did not   left out; a greeting says nothing at all
    it says the contrary                       shown, behind a word of correction; or, where the
                                               opening can be taken back, all of it in its place
    anything else                              shown, and so is all that follows

A sentence is left out only when every word in it that carries a meaning is in the opening, with
the same numbers and as many negations: a reader may read a thing twice, but loses nothing of what
the target said. The contrary is told by words alone, of openings that may assert: the sentence is
much like the opening, and a number, a negation, or a yes or no differs.

Words are held until they say something new, at most for one sentence. What is left out is bounded,
too: nobody says an opening over and over, but a model that has lost its way does, for ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto

from edge.core.joints import begins_block
from edge.core.restarts import Similar, lexical
from edge.core.sentences import HOLD_CHARS, first_sentence_end

_MOST_LEFT_OUT = 2 * HOLD_CHARS  # beyond the opening's own length: a greeting, and a sentence
_LOOK_CHARS = 8  # fewer do not show whether a list or a heading begins
_LIKE = 0.6
_NEARLY_THE_SAME = 0.75

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # no spaces between words
_WIDE_PAIR = 2
_STEM = 5

# They carry no meaning of their own, or speak of the reply and not of its subject.
_EMPTY = frozenset(
    "a an the of to in on at by for and is are was were be as it its this that these those i me my "
    "we us our you your let lets let's i'll we'll will can here here's there now so well "
    "sure certainly absolutely course okay ok hello hi great good question thanks thank happy glad "
    "help answer explain explore discuss look see take go going through into over break down "
    "overview brief short quick closer guide step steps below following "
    "der die das ein eine einen einem einer den dem des und ist sind wir uns ich du sie hier gerne "
    "natürlich klar sicher frage mal nun also "
    "le la les un une des du de et est sont nous je vous voici bien sûr "
    "el los las y es son nosotros aquí claro supuesto por".split()
)
_NEGATIONS = frozenset(
    "not no never none nothing cannot neither nor without nicht kein keine keinen nie niemals ne "
    "pas jamais sans sin nunca non nada".split()
)
_WIDE_NEGATIONS = re.compile(
    "[\u4e0d\u6ca1\u6c92\u975e\u7121\u65e0]|\u306a\u3044|\u307e\u305b\u3093"
)
_YES = frozenset("yes ja oui si sí sim да 是".split())
_NO = frozenset("no nein non não нет 不".split())


class _Told(Enum):
    SAID = auto()
    CONTRARY = auto()
    NEW = auto()


class Retold:
    """`opening` is asked once, at the leg's first word: from then on no draft may be shown.
    `correction` stands before a sentence that contradicts it; empty where it asserts nothing.
    `replaces`: there, the opening is to be taken back, and the answer told from its beginning."""

    def __init__(
        self,
        opening: Callable[[], str],
        correction: str = "",
        similar: Similar = lexical,
        *,
        replaces: bool = False,
    ) -> None:
        self._ask_opening = opening
        self._correction = correction
        self._similar = similar
        self._replaces = replaces
        self._dropped = ""  # what was left out so far
        self._opening: str | None = None
        self._held = ""
        self._is_open = True
        self._corrects = self._left_out = False

    @property
    def joins(self) -> bool:
        return bool(self._ask_opening() if self._opening is None else self._opening)

    @property
    def corrects(self) -> bool:
        return self._corrects

    @property
    def left_out(self) -> bool:
        return self._left_out

    def feed(self, text: str) -> str:
        if not self._is_open:
            return text
        self._held += text
        return self._advance(is_final=False)

    def close(self) -> str:
        return self._advance(is_final=True) if self._is_open else ""

    def _advance(self, is_final: bool) -> str:
        if not self._held.strip():
            return ""
        if self._opening is None:
            self._opening = self._ask_opening()
        if not self._opening:
            return self._let_go(self._held)
        while words := self._held.lstrip():
            end = first_sentence_end(self._held, final=is_final)
            if end is None and is_final:
                end = len(self._held)
            match self._judge(words if end is None else self._held[:end], end is not None):
                case _Told.SAID:
                    self._left_out = True
                    if _meant(self._held[:end]):
                        self._correction = (
                            ""  # it agrees: what is alike from here on is not contrary
                        )
                    self._dropped += self._held[:end]
                    self._held = self._held[end:]
                case _Told.CONTRARY:
                    self._corrects = True
                    if self._replaces:
                        self._left_out = False
                        return self._let_go((self._dropped + self._held).lstrip())
                    return self._join(self._correction + words)
                case _Told.NEW:
                    return self._join(self._held)
                case None:
                    return ""
        return ""

    def _judge(self, sentence: str, is_complete: bool) -> _Told | None:
        """None while that hangs on words yet to come."""
        assert self._opening is not None
        if not is_complete and len(sentence) < _LOOK_CHARS:
            return None
        if len(sentence) > HOLD_CHARS:
            return _Told.NEW
        known, new = _meant(self._opening), _meant(sentence, is_complete)
        if is_complete and self._contradicts(sentence, self._opening):
            return _Told.CONTRARY
        if new <= known and _negations(sentence) == _negations(self._opening):
            if not is_complete:
                return None
            return _Told.NEW if self._has_left_out_enough() else _Told.SAID
        if not is_complete and (new <= known or self._may_contradict(known, new)):
            return None
        return _Told.NEW

    def _has_left_out_enough(self) -> bool:
        assert self._opening is not None
        return len(self._dropped) > len(self._opening) + _MOST_LEFT_OUT

    def _may_contradict(self, known: set[str], new: set[str]) -> bool:
        """Whether a sentence with so many new words may still turn out to be like the opening."""
        most_like = 2 * len(known) / (2 * len(known) + len(new - known))
        return bool(self._correction) and most_like >= _LIKE

    def _contradicts(self, sentence: str, opening: str) -> bool:
        if not self._correction:
            return False
        if _polarity(sentence) * _polarity(opening) < 0:
            return True
        likeness = self._similar(sentence, opening)
        if _negations(sentence) % 2 != _negations(opening) % 2 and likeness >= _NEARLY_THE_SAME:
            return True
        said, new = _numbers(opening), _numbers(sentence)
        differ = bool(said - new and new - said)
        return differ and likeness >= (_LIKE if said.isdisjoint(new) else _NEARLY_THE_SAME)

    def _join(self, rest: str) -> str:
        words = rest.lstrip()
        gap = rest[: len(rest) - len(words)] if self._left_out else ""
        if begins_block(words):
            gap = "\n\n"
        elif not gap and not _WIDE.match(words):
            gap = " "
        return self._let_go(gap + words)

    def _let_go(self, words: str) -> str:
        self._is_open = False
        self._held = ""
        return words


def _meant(text: str, is_complete: bool = True) -> set[str]:
    """The stems of the words that carry a meaning; of a text that goes on, without its last word,
    which may grow."""
    found: set[str] = set()
    for match in _WORD.finditer(text.lower().replace("\u2019", "'")):
        word = match.group()
        if not is_complete and match.end() == len(text):
            continue
        if _WIDE.match(word):
            found.update(word[at : at + _WIDE_PAIR] for at in range(len(word) - 1))
        elif word[0].isdigit():
            found.add(word)
        elif word not in _EMPTY:
            found.add(word.removesuffix("'s").removesuffix("s")[:_STEM])
    return found


def _words(text: str) -> list[str]:
    return [word.replace("\u2019", "'") for word in _WORD.findall(text.lower())]


def _negations(text: str) -> int:
    words = _words(text)
    return sum(word in _NEGATIONS or word.endswith("n't") for word in words) + len(
        _WIDE_NEGATIONS.findall(text)
    )


def _numbers(text: str) -> set[str]:
    return {word for word in _words(text) if word[0].isdigit()}


def _polarity(text: str) -> int:
    """1 for a text that begins with a yes, -1 for a no, 0 for any other."""
    first = next(iter(_words(text)), "")
    return (first in _YES) - (first in _NO)
