"""Which Markdown marks and quotes a text leaves open at its end.

Not a Markdown parser: it answers only what a seam must know, from the last block of the text, and
when in doubt it says that nothing is open.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)[ \t]*([^\n`]*)$", re.MULTILINE)
_INLINE = re.compile(r"\\.|`+|\*{1,3}|[\"“”„«»]", re.DOTALL)
_CLOSED_BY = {"“": "”", "„": "“", "«": "»"}
# A line that begins a block of its own: no emphasis reaches across it.
_ITEM = re.compile(r"^[ \t]*(?:([-*+])|(\d{1,3})([.)]))[ \t]+")
_OWN_LINE = re.compile(r"^[ \t]*(?:#{1,6} |\||> )")


def open_fence(text: str) -> str | None:
    """The code fence that is open at the end, as it was written (```` ``` ````), or None."""
    fence: str | None = None
    for match in _FENCE.finditer(text):
        marks, info = match.groups()
        if fence is None:
            fence = marks
        elif marks.startswith(fence) and not info.strip():
            fence = None
    return fence


def is_fence_line(line: str) -> bool:
    return _FENCE.fullmatch(line) is not None


def fence_info(line: str) -> str:
    """The language named on a line that opens a fence; empty on other lines."""
    match = _FENCE.fullmatch(line)
    return match.group(2).strip() if match else ""


def list_marker(line: str) -> str:
    """The bullet or number that a line of a list begins with; empty for other lines."""
    match = _ITEM.match(line)
    if match is None:
        return ""
    bullet, number, behind = match.groups()
    return bullet or number + behind


def last_line(text: str) -> str:
    return text[text.rfind("\n") + 1 :]


def open_inline(text: str) -> tuple[str, ...]:
    """The emphasis marks, code marks and quotes that are open at the end, outermost first."""
    if is_fence_line(last_line(text)):
        return ()
    block = _last_block(text)
    opened: list[str] = []
    for match in _INLINE.finditer(block):
        mark = match.group()
        if opened and opened[-1].startswith("`"):
            if mark == opened[-1]:
                opened.pop()
        elif any(mark == _CLOSED_BY.get(other, other) for other in opened):
            _close(mark, block[: match.start()], opened)
        elif mark[0] not in "\\”»" and _opens(block, match.start(), match.end()):
            opened.append(mark)
    return tuple(opened)


def _last_block(text: str) -> str:
    line = last_line(text)
    if _ITEM.match(line) or _OWN_LINE.match(line):
        marker = _ITEM.match(line)
        return line[marker.end() :] if marker else line
    return text[text.rfind("\n\n") + 1 :]


def _close(mark: str, before: str, opened: list[str]) -> None:
    if mark[0] == "*" and before[-1:].isspace():
        return  # 3 * 4: no emphasis ends behind white space
    while opened:
        if mark == _CLOSED_BY.get(other := opened.pop(), other):
            return


def _opens(block: str, start: int, end: int) -> bool:
    """Behind white space, an opening bracket or another mark, and before something."""
    before, after = block[start - 1 : start], block[end : end + 1]
    is_behind_gap = not before or before.isspace() or before in "([{*_\"'“„«»—–-/"
    return (is_behind_gap or block[start] == "`") and not after.isspace()
