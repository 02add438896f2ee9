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
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OWNS = re.compile(r"(?:'s|(?<=s)')\Z")
_SHORT = re.compile(r".*n't|.+'(?:re|ve|ll|d|m)")
_JOINED = re.compile(r"[a-z]&|&[a-z]")  # "data&AI"
_SINGULAR = re.compile(r"(.{2,}(?:[^sxzhy]|[^sc]h|[aeiou]y))s")
_TIES = frozenset({"of", "the", "and", "for", "in", "&"})  # within a title, written small


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in small letters; `names` by their small letters, `titles` pairs of words."""

    words: frozenset[str]
    names: Mapping[str, str]
    either: frozenset[str]  # words that are names as well
    in_titles: frozenset[str]  # words that take a capital as part of a name only
    titles: frozenset[str]  # "world cup", which is never written small


def respell(phrase: str, vocabulary: Vocabulary) -> str | None:
    """The phrase with the capitals it should have; None if a word of it is unknown or in doubt."""
    words = phrase.split()
    small = [word.strip(_SIGNS).lower() for word in words]
    if _JOINED.search(phrase) or any(
        f"{one} {two}" in vocabulary.titles and words[at].islower()
        for at, (one, two) in enumerate(pairwise(small))
    ):
        return None
    said = [_respell_word(words, at, vocabulary) for at in range(len(words))]
    return None if None in said else " ".join(word for word in said if word is not None)


def _respell_word(words: list[str], at: int, vocabulary: Vocabulary) -> str | None:
    word = words[at]
    core = _OWNS.sub("", word.strip(_SIGNS))
    small = core.lower()
    if core.isupper() or not _PARTS.search(core):
        return word
    if core.islower():
        return _respell_small(word, core, vocabulary)
    if not core.istitle() or not _knows(small, vocabulary) or small in vocabulary.either:
        return word
    titled = small in vocabulary.in_titles
    if _stands_by_capital(words, at):
        return word if titled else None
    return None if titled else word.replace(core, small)


def _respell_small(word: str, core: str, vocabulary: Vocabulary) -> str | None:
    if core in vocabulary.names:
        return word.replace(core, vocabulary.names[core])
    if _SHORT.fullmatch(core) or _knows(core, vocabulary):
        return word
    parts = _PARTS.findall(core)
    whole = len(parts) < 2
    return None if whole or not all(_is_part(part, vocabulary) for part in parts) else word


def _is_part(part: str, vocabulary: Vocabulary) -> bool:
    return len(part) == 1 or _knows(part, vocabulary)


def _knows(small: str, vocabulary: Vocabulary) -> bool:
    if small in vocabulary.words:
        return True
    plural = _SINGULAR.fullmatch(small)
    return plural is not None and plural[1] in vocabulary.words


def _stands_by_capital(words: list[str], at: int) -> bool:
    """Whether the nearest word on either side, across an "of the", has a capital too."""
    for side in (words[at + 1 :], words[:at][::-1]):
        nearest = next((word for word in side if word.lower() not in _TIES), "")
        if nearest.strip(_SIGNS)[:1].isupper():
            return True
    return False
