"""What a reader has of a replayed reply: the figures of one reply, from who showed what when.

- A sentence counts from six words on. The first *shown* one may be an opening; the target's *own*
  is the first in the words of a hosted model, whichever.
- A reply *ends* when all of it is there. One that broke off never ends: it is no quick one.
- A reader reads 4.8 tokens a second, from the first word on. Whenever nothing is left that was not
  read, although more is to come, the time counts as a *stall*. Where nothing more comes, nobody
  waits: a reply that broke off adds no stall behind its last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bench.replay_words import LEAST_WORDS, counted_sentence_end
from edge.core.accounting import estimate_tokens

READS_TOKENS_PER_S = 4.8

Author = Literal["opening", "local", "target"]


@dataclass(frozen=True, slots=True)
class Shown:
    """`at_s` counts from the request."""

    at_s: float
    text: str
    by: Author = "target"


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one reply; None: never. `cost` in millionths of a US$, hosted calls only.
    `is_rescued`: the local model finished it, in words of its own: a reply, but not the target's.
    """

    is_drafted: bool
    first_word_s: float | None
    first_shown_s: float | None
    own_sentence_s: float | None
    end_s: float | None
    stall_s: float
    cost: float
    is_honest: bool = True
    is_rescued: bool = False


def figures(
    shown: Sequence[Shown],
    whole: str,
    *,
    cost: float,
    says_whole: bool = True,
    is_drafted: bool = False,
) -> Figures:
    """`says_whole`: it ended as if nothing were missing."""
    openings = [each for each in shown if each.by == "opening"]
    answer = [each for each in shown if each.by != "opening"]
    said = "".join(each.text for each in answer)
    is_whole = says_whole and said.strip() == whole
    is_rescued = says_whole and bool(answer) and answer[-1].by == "local" and not is_whole
    by_local = _leading_local(answer)
    own = _reached(answer, _own_end(whole, by_local))
    first = _reached(answer, counted_sentence_end(whole))
    first = min(filter(None, (first, _first_opening(openings))), default=None)
    return Figures(
        is_drafted=is_drafted,
        first_word_s=shown[0].at_s if shown else None,
        first_shown_s=first,
        own_sentence_s=own,
        end_s=shown[-1].at_s if is_whole else None,
        stall_s=stall_s((each.at_s, estimate_tokens(each.text)) for each in shown),
        cost=cost,
        is_honest=is_whole or is_rescued or not says_whole,
        is_rescued=is_rescued,
    )


def stall_s(shown: Iterable[tuple[float, float]]) -> float:
    """`shown`: (instant, tokens), in order."""
    stalled = 0.0
    read_up_at: float | None = None  # when all there is will have been read
    for at_s, tokens in shown:
        if read_up_at is None:
            read_up_at = at_s
        elif at_s > read_up_at:
            stalled += at_s - read_up_at
            read_up_at = at_s
        read_up_at += tokens / READS_TOKENS_PER_S
    return stalled


def _first_opening(openings: Iterable[Shown]) -> float | None:
    return next((each.at_s for each in openings if len(each.text.split()) >= LEAST_WORDS), None)


def _leading_local(answer: Sequence[Shown]) -> int:
    """How many characters the local model wrote before a target took over."""
    length = 0
    for each in answer:
        if each.by != "local":
            break
        length += len(each.text)
    return length


def _own_end(whole: str, by_local: int) -> int | None:
    end = counted_sentence_end(whole[by_local:])
    return None if end is None else by_local + end


def _reached(answer: Iterable[Shown], end: int | None) -> float | None:
    """When so many characters of the answer were there."""
    length = 0
    for each in answer:
        length += len(each.text)
        if end is not None and length >= end:
            return each.at_s
    return None
