"""The words of a leg that goes on from a checkpoint of an earlier one, by its platform's own means.

A checkpoint stands somewhere in what the earlier leg said. What it said behind that, the reader has
already; whether the platform says it again is its own affair, and nobody documents it. So both are
understood: words that repeat it are left out, and words that do not go on behind it. They are
compared exactly, because it is one model going on with one reply: words that begin as the repeat
would and then turn elsewhere are neither, and the leg must go.
"""

from __future__ import annotations

from edge.core.passage import GivenUp
from edge.core.plain import common

_CHANCE_CHARS = 3  # so much of a repeat may be how the next words begin, too


class Resumed:
    """`behind` is what was said behind the checkpoint."""

    joins = True
    corrects = False
    left_out = False

    def __init__(self, behind: str) -> None:
        self._behind = behind
        self._held = ""

    def feed(self, text: str) -> str:
        if not self._behind:
            return text
        self._held += text  # never longer than what is repeated, but for one piece
        repeated = common(self._held, self._behind)
        if repeated == len(self._behind):
            return self._release(repeated)
        if repeated == len(self._held):
            return ""
        if repeated <= _CHANCE_CHARS:
            return self._release(0)
        raise GivenUp("it did not go on from where it was asked to")

    def close(self) -> str:
        """Words that are held were said before: the reply had ended behind them."""
        return ""

    def _release(self, at: int) -> str:
        words = self._held[at:]
        self._behind = self._held = ""
        return words
