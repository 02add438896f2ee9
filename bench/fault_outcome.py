"""What became of one cell of the fault matrix: its reply against the unbroken one. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from bench.answers import answer_to
from bench.fault_cells import Cell, Expect
from bench.reader import Told
from edge.core.plan import Strategy


@dataclass(frozen=True, slots=True)
class Outcome:
    """`lost` and `added` count words against an unbroken reply's. `opened`: a draft was shown."""

    cell: Cell
    told: Told
    is_whole: bool
    lost: int
    added: int
    has_answer: bool
    opened: bool

    @property
    def end(self) -> str:
        return "error" if self.told.error else self.told.finish_reason

    @property
    def is_honest(self) -> bool:
        """It never says that it is whole when it is not."""
        return self.is_whole or self.end != "stop"

    @property
    def is_as_expected(self) -> bool:
        match self.cell.expect:
            case Expect.WHOLE:
                return self.is_whole and self.end == "stop"
            case Expect.HONEST:
                return self.is_honest
            case Expect.ERROR:
                return self.end == "error" and not self.has_answer
            case Expect.LENGTH:
                return self.end == "length"
            case Expect.ANY:
                return True


def judge(cell: Cell, told: Told) -> Outcome:
    """The opening is not the target's, and is left out."""
    whole = answer_to(cell.question).text
    said = "".join(words.text for words in told.words if words.tier != "draft")
    if cell.strategy is not Strategy.TARGET:
        said = said.lstrip()  # the joint behind an opening
    lost, added = (0, 0) if said == whole else difference(whole, said)
    return Outcome(
        cell, told, said == whole, lost, added, bool(said), opened=bool(told.of_tier("draft"))
    )


def difference(whole: str, said: str) -> tuple[int, int]:
    """How many words are lost and how many are there that should not be."""
    old, new = whole.split(), said.split()
    lost = added = 0
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            lost += i2 - i1
            added += j2 - j1
    return lost, added
