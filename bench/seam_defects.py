"""What a reader would see at a seam: a checker that knows the whole text and nothing of how it
was joined.

`defect` demands the text to the letter. A leg that brought other white space of its own is held
to `visible_defect`: the same characters, the same words, and a line of its own for every item, row,
heading, fence and line of code that had one.
"""

from __future__ import annotations

import re

_LINE_START = re.compile(r"[-*+] |\d{1,3}[.)] |#{1,6} |```|~~~|\||> ")
_GAP_AND_CHAR = re.compile(r"(\s*)(\S)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_NEAR = 24  # characters told on either side of a fault


def defect(truth: str, shown: str) -> str | None:
    """What is wrong with `shown`; None if it is the text to the letter."""
    if shown == truth:
        return None
    return visible_defect(truth, shown) or f"white space: {_first_difference(truth, shown)}"


def visible_defect(truth: str, shown: str) -> str | None:
    """As `defect`, but white space may differ where it changes neither words nor lines."""
    wanted, told = "".join(truth.split()), "".join(shown.split())
    if told != wanted:
        return f"{_kind(wanted, told)}: {_first_difference(wanted, told)}"
    pairs = zip(_GAP_AND_CHAR.finditer(truth), _GAP_AND_CHAR.finditer(shown), strict=True)
    for meant, found in pairs:
        if meant.group(1) != found.group(1):
            fault = _gap_fault(truth, meant, found.group(1))
            if fault is not None:
                near = shown[max(0, found.start() - _NEAR) : found.end() + _NEAR]
                return f"{fault}: {near!r}"
    return None


def _kind(wanted: str, told: str) -> str:
    if len(told) == len(wanted):
        return "changed"
    return "doubled" if len(told) > len(wanted) else "lost"


def _gap_fault(truth: str, meant: re.Match[str], found: str) -> str | None:
    gap = meant.group(1)
    if not gap:
        return "broken word"
    if not found:
        return "glued words"
    needs_line = "\n" in gap and (
        _LINE_START.match(truth, meant.end() - 1) or _is_code(truth[: meant.end() - 1])
    )
    if needs_line and "\n" not in found:
        return "lost line"
    return "broken line" if "\n" in found and "\n" not in gap else None


def _is_code(before: str) -> bool:
    return len(_FENCE.findall(before)) % 2 == 1


def _first_difference(wanted: str, told: str) -> str:
    at = next(
        (n for n, (a, b) in enumerate(zip(wanted, told, strict=False)) if a != b),
        min(len(wanted), len(told)),
    )
    near = slice(max(0, at - _NEAR), at + _NEAR)
    return f"{told[near]!r} for {wanted[near]!r}"
