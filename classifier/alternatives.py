"""Hundreds of alternatives as one pattern that is quick to fail.

At each place of a text `re` tries every alternative until one fits, and in a harmless text none
does. Grouped by the letter that they begin with, behind a word's boundary where they ask for one,
all but one group fail at their first letter. Whether something is found, and where it begins, stays
the same; which of several that begin there is another matter. The rules' patterns together take a
quarter of the time, and 0.15 s more to be compiled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)  # an escape, a class, or a sign
_BOUNDARY = r"\b"
_QUANTIFIERS = tuple("?*+{")


def grouped(pattern: str) -> str:
    """The same alternatives, those that begin with a letter by that letter; between `(?:` and
    `)`."""
    return f"(?:{'|'.join(_by_letter(pattern))})"


def _by_letter(pattern: str) -> list[str]:
    rests: dict[str, list[str]] = defaultdict(list)
    bounded: list[str] = []
    others: list[str] = []
    for each in chain.from_iterable(map(_opened, split(pattern))):
        if each.startswith(_BOUNDARY):
            bounded.append(each.removeprefix(_BOUNDARY))
        elif each[:1].isalpha() and not each[1:].startswith(_QUANTIFIERS):
            rests[each[0]].append(each[1:])
        else:
            others.append(each)
    if bounded:
        others.append(_BOUNDARY + grouped("|".join(bounded)))
    return [f"{letter}(?:{'|'.join(ends)})" for letter, ends in rests.items()] + others


def _opened(alternative: str) -> list[str]:
    """One that begins with alternatives of its own: one for each of their first letters."""
    if not alternative.startswith("(?:"):
        return [alternative]
    end = _closing(alternative)
    within, rest = alternative[len("(?:") : end], alternative[end + 1 :]
    if rest.startswith(_QUANTIFIERS):
        return [alternative]
    return [one + rest for one in _by_letter(within)]


def _closing(pattern: str) -> int:
    """Where the group ends that the pattern begins with."""
    return next(place for place, depth in _depths(pattern) if depth == 0)


def split(pattern: str) -> list[str]:
    """The alternatives of a regular expression, which may have others within them."""
    bars = [place for place, depth in _depths(pattern) if depth == 0 and pattern[place] == "|"]
    return [pattern[a + 1 : b] for a, b in pairwise([-1, *bars, len(pattern)])]


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """Where each token begins, and how many groups are open once it is read."""
    depth = 0
    for token in _TOKEN.finditer(pattern):
        depth += (token[0] == "(") - (token[0] == ")")
        yield token.start(), depth
