"""Does a model truly continue a text that it is given as the beginning of its own reply?

Whether it does is asked of the model itself, because platforms' pages do not say, and several hosts
take the text and start over. Each probe is a text that breaks off where only one thing can come
next, behind a few words that no model would choose by itself:

- who goes on with that one thing *continues*;
- who repeats the chosen words and then goes on, *echoes*: the seam cuts that off, so it will do;
- whoever else says anything has *begun anew*, in whatever words.

Two of the texts break off in the middle of a word, as broken streams do. A model that begins anew
once in three times cannot be relied on, and counts as one that does so always; who says nothing
tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from edge.core.plain import PlainText
from edge.core.seams import Restarted, Seam

VERSION = 1  # of the texts and of how they are judged
MOST_TOKENS = 48  # that a model may say to one of them


class Manner(StrEnum):
    """What a model made of one text."""

    CONTINUES = "continues"
    ECHOES = "echoes, then continues"
    RESTARTS = "begins anew"
    REFUSES = "refuses"  # a trailing assistant message, by a 4xx
    UNCLEAR = "could not be told"

    @property
    def is_of_use(self) -> bool:
        return self in (Manner.CONTINUES, Manner.ECHOES)


@dataclass(frozen=True, slots=True)
class Probe:
    """`opening` and `told` are the beginning of the reply, `next` is what alone can follow."""

    question: str
    opening: str
    told: str
    next: str

    @property
    def prefix(self) -> str:
        return self.opening + self.told


PROBES = (
    Probe(
        "Count from one to twelve in words, separated by commas.",
        "Right then, off we go: ",
        "one, two, three, four, fi",
        "ve",
    ),
    Probe(
        "Name the days of the week, beginning with Monday, separated by commas.",
        "The calendar on my kitchen wall has: ",
        "Monday, Tuesday, Wednesday, Thurs",
        "day",
    ),
    Probe(
        "Name the planets from the sun outwards, separated by commas.",
        "Beginning where it is hottest: ",
        "Mercury, Venus, Earth,",
        "Mars",
    ),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """`prefill` None: it could not be told, and no is assumed."""

    manner: Manner
    prefill: bool | None
    agree: bool


def judge(probe: Probe, said: str, anchor: str = "") -> Manner:
    """What `said` is, as the service's own seam would have shown it. `anchor`: the words that it
    was asked to begin with, where it was asked and not given a beginning."""
    if not said.strip():
        return Manner.UNCLEAR
    seam = Seam(probe.prefix, anchor=anchor)
    try:
        shown = seam.feed(said) + seam.close()
    except Restarted:
        return Manner.RESTARTS
    if not _begins(shown, probe.next):
        return Manner.RESTARTS
    if anchor or _begins(said, probe.next):
        return Manner.CONTINUES
    has_opening = PlainText(said).text.startswith(PlainText(probe.opening).text)
    return Manner.ECHOES if has_opening else Manner.RESTARTS


def conclude(manners: Sequence[Manner]) -> Finding:
    """The worst decides. One who was of use whenever it spoke, but did not always, is unclear."""
    agree = len(set(manners)) == 1
    worst = max(manners, key=list(Manner).index)
    if worst is not Manner.UNCLEAR:
        return Finding(worst, worst.is_of_use, agree)
    told = [manner for manner in manners if manner is not Manner.UNCLEAR]
    worst = max(told, key=list(Manner).index, default=Manner.UNCLEAR)
    if worst.is_of_use or not told:
        return Finding(Manner.UNCLEAR, None, agree)
    return Finding(worst, False, agree)


def _begins(text: str, word: str) -> bool:
    return text.lstrip().casefold().startswith(word.casefold())
