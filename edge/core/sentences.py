"""Where a sentence ends, in text that is still arriving.

A full stop ends a sentence only when what follows says so: `3.` may become `3.14`,
`Dr.` wants a name, `e.g.` goes on. So while more text may come, a Latin terminator
counts once white space stands behind it; a CJK or Arabic one once anything does, and a
line break by itself. Inside a code fence nothing ends.
"""

from __future__ import annotations

import re

_CLOSERS = "\"'”’»)]}*_`」』）】"
_WIDE = "。！？｡؟۔।"  # need no white space behind them
_TERMINATORS = ".!?…" + _WIDE

# Words before a full stop that do not end a sentence, whatever follows.
_TITLES = frozenset(
    "mr mrs ms dr prof st sr jr gen col capt lt sgt rev hon messrs mt ft no nos vol fig figs eq "
    "eqs sec ch pp ed eds al vs cf approx ca bzw ggf vgl nr str hr fr mme mlle sig sra srta "
    "núm".split()
)
# Words that do not end one unless a capital follows.
_SHORTENED = frozenset(
    "etc inc ltd co corp dept est govt univ usw z.b d.h u.a e.g i.e a.m p.m u.s u.k u.n ph.d jan "
    "feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun min max avg".split()
)
_LIST_MARKER = re.compile(r"^\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.$")
_FENCE = re.compile(r"^\s*(```|~~~)", re.MULTILINE)
_LONGEST_WORD = 40


def first_sentence_end(text: str, final: bool = False) -> int | None:
    """Index just behind the first complete sentence, or None while there is none.

    The index lies behind closing quotes and brackets, before white space. With `final`
    no more text will come: a terminator at the very end counts.
    """
    return sentences_end(text, 1, final)


def sentences_end(text: str, count: int, final: bool = False) -> int | None:
    """Index just behind the `count`-th complete sentence, or None while there are fewer."""
    at = 0
    for _ in range(count):
        end = _next_end(text, at, final)
        if end is None:
            return None
        at = end
    return at


def line_end(text: str) -> int | None:
    """Index of the line break behind the first line that says something."""
    start = len(text) - len(text.lstrip())
    at = text.find("\n", start)
    return at if at > start else None


def _next_end(text: str, start: int, final: bool) -> int | None:
    start += len(text[start:]) - len(text[start:].lstrip())
    at = start
    while at < len(text):
        char = text[at]
        if char == "\n":
            if not _inside_fence(text[start:at]):
                return len(text[start:at].rstrip()) + start
        elif char in _TERMINATORS:
            end = _behind_terminator(text, at)
            if _ends_sentence(text, start, at, end, final) and not _inside_fence(text[start:at]):
                return end
            at = end
            continue
        at += 1
    return None


def _behind_terminator(text: str, at: int) -> int:
    """Skip the run of terminators and the quotes and brackets that close behind it."""
    while at < len(text) and text[at] in _TERMINATORS:
        at += 1
    while at < len(text) and text[at] in _CLOSERS:
        at += 1
    return at


def _ends_sentence(text: str, start: int, at: int, end: int, final: bool) -> bool:
    if text[at] in _WIDE:
        return final or end < len(text)  # a closing quote may yet come
    if end == len(text):
        return final
    if not text[end].isspace():
        return False  # 3.14, example.com, a.m.
    following = text[end:].lstrip()
    if not following and not final and text[at] == ".":
        # `Dr. ` and `e.g. ` are told below; the rest need no look at what follows.
        following = "A"
    if text[at] in "!?":
        return not following[:1].islower()
    if text[at] == "…" or text[at : at + 2] == "..":
        return not following[:1].islower()
    return _full_stop_ends(text[max(start, at - _LONGEST_WORD) : at], text[start:at], following)


def _full_stop_ends(before: str, sentence: str, following: str) -> bool:
    if _LIST_MARKER.match(sentence + "."):
        return False
    words = before.split()
    word = words[-1].lstrip("(\"'“‘[*_").lower() if words else ""
    if word in _TITLES:
        return False
    if len(word) == 1 and word.isalpha() and word != "i" and not word.isdigit():
        return False  # an initial: J. Smith
    if word in _SHORTENED:
        return following[:1].isupper()
    return not following[:1].islower()


def _inside_fence(text: str) -> bool:
    return len(_FENCE.findall(text)) % 2 == 1
