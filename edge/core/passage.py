"""What a leg's words pass on their way to the reader.

A *passage* lets words through, holds them for a while, leaves out what the reader has already, or
gives the leg up. Which one a leg gets depends on why it runs: one that continues a text passes a
seam (`seams.py`), one that answers beside an opening is compared with it (`retold.py`), and a small
model that others stand behind is watched (`lost.py`).
"""

from __future__ import annotations

from typing import Protocol


class GivenUp(Exception):
    """The leg's words are of no use to the reader; the message says why."""


class Passage(Protocol):
    """`feed` and `close` return what the reader should get now, and raise `GivenUp`.

    Once everything passes, `feed` returns the very object that it was given: a long reply is
    not copied.
    """

    def feed(self, text: str) -> str: ...

    def close(self) -> str:
        """The leg is done: what was held, and may be shown."""

    @property
    def joins(self) -> bool:
        """Whether its words stand behind others in their paragraph."""

    @property
    def corrects(self) -> bool:
        """Whether it contradicts what the reader has, and says so in words of ours."""

    @property
    def left_out(self) -> bool:
        """Whether something was left out because the reader has it already."""


class Verbatim:
    """Every word passes as it is."""

    joins = True
    corrects = False
    left_out = False

    def feed(self, text: str) -> str:
        return text

    def close(self) -> str:
        return ""
