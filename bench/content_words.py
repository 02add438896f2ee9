"""The words of a text that mean something by themselves, and whether two are forms of one word.

English, and crude: endings are cut off, and long words that begin alike are taken for one.
"""

from __future__ import annotations

import re

from bench.opening_words import EMPTY

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ENDINGS = (
    "ations", "ation", "ingly", "ings", "ing", "iest", "ies", "ied", "ers", "er", "est", "edly",
    "ed", "es", "ly", "'s", "s", "e", "y", "i",
)  # fmt: skip
_SHORTEST_STEM = 3
_ALIKE = 5  # stems of so many letters that begin alike are one word's


def words(text: str) -> list[str]:
    """All of them, in lower case."""
    return [word.casefold() for word in WORD.findall(text)]


def content(text: str) -> list[str]:
    return [word for word in words(text) if len(word) > 2 and word not in EMPTY]


def stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


def stems(text: str) -> frozenset[str]:
    """Of every word, and the word itself: "differ" looks like a "diff" that does something. Of one
    with hyphens, of its parts too."""
    parts = {part for word in words(text) for part in (word, *word.split("-"))}
    return frozenset(parts | set(map(stem, parts)))


def has(known: frozenset[str], word: str) -> bool:
    """Whether the stems are those of a text that says `word`, in whatever form."""
    return all(_has_stem(known, stem(part)) for part in word.split("-") if part)


def _has_stem(known: frozenset[str], sought: str) -> bool:
    if sought in known:
        return True
    return len(sought) >= _ALIKE and any(each[:_ALIKE] == sought[:_ALIKE] for each in known)
