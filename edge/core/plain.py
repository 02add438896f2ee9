"""A text without what may differ between two tellings of it.

White space, quotes, dashes, Markdown marks and case change when a model repeats something; words,
digits and other punctuation do not. So tellings are compared in this form, and `ends` leads back.
"""

from __future__ import annotations

_ONE_FORM = str.maketrans(
    {
        **dict.fromkeys("“”„«»‹›‘’‚'`\u00b4", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "_": "*",
        "…": "...",
    }
)
_LIGHT = frozenset('"-*#>~|\\\u200b\ufeff')


class PlainText:
    """`text` is the plain form; `ends[i]` the offset in the original just behind its i-th
    character. It grows: adding all at once or in pieces is the same."""

    __slots__ = ("_parts", "_size", "ends")

    def __init__(self, original: str = "") -> None:
        self.ends: list[int] = []
        self._parts: list[str] = []
        self._size = 0  # of the original
        self.add(original)

    @property
    def text(self) -> str:
        self._parts = ["".join(self._parts)]
        return self._parts[0]

    def add(self, original: str) -> str:
        """The plain form of what was added."""
        kept: list[str] = []
        for at, char in enumerate(original, start=self._size + 1):
            if not char.isspace():
                for plain in one_form(char).lower():
                    if plain not in _LIGHT:
                        kept.append(plain)
                        self.ends.append(at)
        self._size += len(original)
        added = "".join(kept)
        self._parts.append(added)
        return added


def one_form(text: str) -> str:
    """With all quotes, dashes and emphasis marks of one kind."""
    return text.translate(_ONE_FORM)


def light_tail(original: str, ends: list[int]) -> str:
    """The marks, quotes and dashes behind the last character that counts, in one form."""
    return one_form("".join(original[ends[-1] if ends else 0 :].split()))


def common(a: str, b: str) -> int:
    """Length of the common prefix of two strings."""
    for at, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return at
    return min(len(a), len(b))
