"""Whether the asker's words may be printed as they stand, and with which capitals.

A frame says the asker's words back, and his slips with them: "*epistatis*", "the offside rule in
*Soccer*", "the *Stock Market*". So each word that is said must be known (`english_vocabulary.py`)
or be written as a name. A capital on a common word goes, if it stands alone: beside another it may
be a title, and nobody can tell; then nothing is named back. A name typed small gets its capital.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

_SIGNS = "\"'(),.:"
_QUOTED = re.compile(r'"[^"]*"')
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OWNS = re.compile(r"(?:'s|(?<=s)')\Z")
_SHORT = re.compile(r".*n't|.+'(?:re|ve|ll|d|m)")
_JOINED = re.compile(r"[a-z]&|&[a-z]")  # "data&AI"
_SINGULAR = re.compile(r"(.{2,}(?:[^sxzhy]|[^sc]h|[aeiou]y))s")
_ONE = frozenset({"a", "an"})
_TIES = frozenset({"of", "the", "and", "for", "in", "&"})  # within a title, written small


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in small letters; `names` by their small letters. A pair is "world_cup"."""

    words: frozenset[str]
    names: Mapping[str, str]
    either: frozenset[str]  # words that are names as well
    in_titles: frozenset[str]  # words that take a capital as part of a name only
    mostly_names: frozenset[str]  # typed small, they are in doubt
    titles: frozenset[str]  # pairs that take capitals
    together: frozenset[str]  # pairs that are one word, or want a hyphen: "wild fire", "low cost"


def respell(phrase: str, vocabulary: Vocabulary) -> str | None:
    """The phrase with the capitals it should have; None if a word of it is unknown or in doubt."""
    words = phrase.split()
    quoted = _quoted(phrase)
    if _JOINED.search(phrase) or any(
        pair.lower() in vocabulary.together
        or (pair.lower() in vocabulary.titles and not (pair.istitle() or pair.isupper()))
        for pair in map("_".join, pairwise(phrase.replace('"', "").split()))
    ):
        return None
    said = []
    for at, word in enumerate(words):
        told = word if at in quoted else _respell_word(words, at, vocabulary)
        if told is None:
            return None
        said.append(told)
    return " ".join(said)


def _quoted(phrase: str) -> frozenset[int]:
    """Where the words in quotes stand: they are another's."""
    return frozenset(
        at
        for run in _QUOTED.finditer(phrase)
        for at in range(len(phrase[: run.start()].split()), len(phrase[: run.end()].split()))
    )


def _respell_word(words: list[str], at: int, vocabulary: Vocabulary) -> str | None:
    word = words[at]
    core = _OWNS.sub("", word.strip(_SIGNS))
    small = core.lower()
    if core.isupper() or not _PARTS.search(core):
        return word
    if core.islower():
        # "oracle", or Oracle: nothing beside it tells, or a name does
        beside_name = core in vocabulary.either and _is_capital((*words, "X")[at + 1])
        doubtful = beside_name and (len(words) == 1 or at + 1 < len(words))
        return None if doubtful else _respell_small(word, core, vocabulary)
    as_typed = "." in core or not (core[1:].islower() or core.istitle())  # Next.js, YouTube
    if core.istitle() and words[at - 1 : at] and words[at - 1].lower() in _ONE:
        unknown = small not in vocabulary.names and not _is_common(small, vocabulary)
        if unknown and at + 1 == len(words):
            return None  # "a *Hummum*" is no name of one
    if as_typed or small in vocabulary.either or not _is_common(small, vocabulary):
        return word
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(words)]
    if any(_is_capital(words[other]) for other in beside):
        known = small in vocabulary.in_titles and not any(
            _is_plain(words[other], vocabulary) for other in beside
        )
        return word if known or _is_titled(words, at, vocabulary) else None
    if words[at - 1 : at] and words[at - 1].lower() == "the":
        return None  # "the Avengers"
    alone = len(words) > 1 and small not in vocabulary.in_titles and not _is_tied(words, at)
    return word.replace(core, small) if alone else None


def _respell_small(word: str, core: str, vocabulary: Vocabulary) -> str | None:
    if core in vocabulary.names:
        return word.replace(core, vocabulary.names[core])
    if core in vocabulary.mostly_names:
        return None
    known = _SHORT.fullmatch(core) or _is_common(core, vocabulary)
    return word if known else None


def _is_common(small: str, vocabulary: Vocabulary) -> bool:
    """Whether it is a known word, or put together of such by a hyphen."""
    if _knows(small, vocabulary):
        return True
    parts = _PARTS.findall(small)
    return len(parts) > 1 and all(len(part) == 1 or _knows(part, vocabulary) for part in parts)


def _knows(small: str, vocabulary: Vocabulary) -> bool:
    if small in vocabulary.words:
        return True
    plural = _SINGULAR.fullmatch(small)
    return plural is not None and plural[1] in vocabulary.words


def _is_capital(word: str) -> bool:
    return word.strip(_SIGNS)[:1].isupper()


def _is_plain(word: str, vocabulary: Vocabulary) -> bool:
    """Whether it has a capital, and is as common a word as the one beside it."""
    small = word.strip(_SIGNS).lower()
    return _is_capital(word) and _is_common(small, vocabulary)


def _is_titled(words: list[str], at: int, vocabulary: Vocabulary) -> bool:
    near = [word.strip(_SIGNS).lower() for word in words[max(at - 1, 0) : at + 2]]
    return any(pair in vocabulary.titles for pair in map("_".join, pairwise(near)))


def _is_tied(words: list[str], at: int) -> bool:
    """Whether an "of the" ties it to another capital: "Game of Thrones"."""
    for side in (words[at + 1 :], words[:at][::-1]):
        nearest = next((word for word in side if word.lower() not in _TIES), "")
        if _is_capital(nearest):
            return True
    return False
