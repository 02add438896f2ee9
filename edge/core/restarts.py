"""Tell whether a leg says an answer's beginning again, in other words.

A leg that is to continue a text may start the answer over without repeating a word of it exactly.
Its first sentence is then much like the first one that the reader has. So is many an honest next
sentence: one answer keeps to one topic, and "The second plane ..." follows "The first plane ...".
Hence the rules, which would rather miss a restart than take an honest leg for one:

- most content words must be shared; fewer will do where the text stands in the middle of a
  sentence and the leg begins another one without so much as a space;
- a sentence that begins with "So", "Then" or the like leans on what was said, and one that
  counts on ("second", "remaining") or names somebody new goes further.

Likeness is a parameter, `similar(new, old)` from 0 to 1, so that an encoder can stand in for
`lexical`. It sees a bounded look at the leg's first sentence, twice at most: early, so that an
honest leg is let go after a few words, and when the sentence is complete.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from edge.core.sentences import first_sentence_end

Similar = Callable[[str, str], float]

LOOK_CHARS = 160  # of a first sentence, at most
_EARLY_CHARS = 48  # by then it must look suspect, or is let go
_EARLY_LEAST = 0.25
# Set on 651 real answers to sums, cut at every word, the hardest text there is: of 56,042 honest
# rests 15 look like a restart; of another model's first sentences, one in three behind a sentence
# and two in three inside one.
_LEAST = 0.8
_LEAST_GLUED = 0.5
_SHORTEST = 20  # characters of a sentence that can be told at all
_FEWEST = 3  # content words likewise
_ENDS = ".!?…:;。！？؟।"
_CLOSERS = "\"'”’»)]*_`」』）"

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<!^)\b[^\W\d_]+")
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # no spaces between words
_STEM = 5
_COMMON = frozenset(
    "about also been before being both could does each from have here into just like many more "
    "most much need only other over same should since some such than that their them then there "
    "these they this those through very well were what when where which while will with would "
    "your oder aber dass eine einen einer sich nicht werden pour dans avec cette plus para como "
    "esta este".split()
)
_LEANS_BACK = frozenset(
    "so then therefore thus hence similarly likewise finally next now however but and also since "
    "because after afterwards meanwhile together combined additionally furthermore moreover "
    "otherwise instead secondly also dann danach deshalb schließlich aber und donc ensuite puis "
    "mais et enfin luego entonces pero y".split()
)
_GOES_ON = frozenset(
    "second third fourth fifth next last later remaining rest another other finally altogether "
    "combined after then left every both zweite zweiten dritte dritten second seconde troisième "
    "segundo tercero tercera".split()
)


class Beginnings:
    """The first sentences of whatever a text's authors began; see the module's docstring."""

    def __init__(self, text: str, starts: tuple[int, ...], similar: Similar) -> None:
        self._similar = similar
        firsts = (_first_sentence(text[at : at + 2 * LOOK_CHARS]) for at in dict.fromkeys(starts))
        self._known = [first for first in firsts if len(first) >= _SHORTEST]
        self._is_inside = text.rstrip(_CLOSERS)[-1:] not in _ENDS
        self._looked_early = False

    def may_be_told_again(self, said: str) -> bool:
        """Whether more of a leg's first words must be seen before `are_told_again` can say."""
        words = said.lstrip()
        if not self._is_suspect(words):
            return False
        if len(words) >= LOOK_CHARS or _has_sentence(words):
            return False
        if len(words) >= _EARLY_CHARS and not self._looked_early:
            self._looked_early = True
            return self._likeness(words) >= _EARLY_LEAST
        return True

    def are_told_again(self, said: str) -> bool:
        words = said.strip()
        sentence = _first_sentence(words)
        if not self._is_suspect(words) or len(sentence) < _SHORTEST:
            return False
        glued = self._is_inside and not said[0].isspace()  # not even the space between two words
        return self._likeness(sentence) >= (_LEAST_GLUED if glued else _LEAST)

    def _is_suspect(self, words: str) -> bool:
        """It begins a sentence, and one that leans on nothing before."""
        if not self._known:
            return False
        if self._is_inside and words and not words[0].isupper():
            return False
        first = _WORD.search(words)
        is_whole = first is not None and first.end() < len(words)
        return not (is_whole and first is not None and first.group().lower() in _LEANS_BACK)

    def _likeness(self, new: str) -> float:
        known = (old for old in self._known if not _goes_further(new, old))
        return max((self._similar(new, old) for old in known), default=0.0)


def lexical(new: str, old: str) -> float:
    """The share of content words that two sentences have in common (Dice's coefficient)."""
    a, b = _content(new), _content(old)
    return 2 * len(a & b) / (len(a) + len(b)) if min(len(a), len(b)) >= _FEWEST else 0.0


def _first_sentence(text: str) -> str:
    words = text.lstrip()[:LOOK_CHARS]
    return words[: first_sentence_end(words, final=True)]


def _has_sentence(words: str) -> bool:
    """Or so it seems: a good leg is not kept for the space behind a full stop."""
    is_decimal = words[-2:-1].isdigit()  # it may become one
    return first_sentence_end(words if is_decimal else words + " ") is not None


def _goes_further(new: str, old: str) -> bool:
    before = {word.lower() for word in _WORD.findall(old)}
    counts_on = (word for word in _WORD.findall(new.lower()) if word in _GOES_ON)
    names = (name.lower() for name in _NAME.findall(new) if name[0].isupper())
    return any(word not in before for word in (*counts_on, *names))


def _content(text: str) -> set[str]:
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if _WIDE.match(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif word[0].isdigit() or (len(word) > 3 and word not in _COMMON):
            found.add(word.removesuffix("s")[:_STEM])
    return found
