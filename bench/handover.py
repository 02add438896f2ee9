"""An opening, and below it what a strong model really wrote: what does the reader get?

The real stitcher is fed the opening as its draft and the text as its target, in each strategy that
has both. The target knows nothing of the opening and answers in full; so `continue` is played by a
host that takes a prefill and starts over all the same. Then the reply is looked at from outside:

    told twice      a sentence of the answer says what a sentence of the opening said
    skipped         words of the target that the reader never got
    skipped wrongly such words that the opening had not said
    corrected       words were added that neither wrote: the stitcher took something back
    thrown away     the target was taken for one that had started over, and dropped

Alike are two sentences that share most of their words of content and all of their numbers: no
meaning is compared, so a paraphrase in other words is not counted as told twice, and an answer
that repeats itself is (0.8 % of the real ones).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.content_words import content, has, stem, stems
from bench.numbers_said import numbers_said
from bench.seam_legs import deltas
from edge.core.events import Action, Emit, End, Event, Finished, Heard, Role, StartLeg
from edge.core.openings.corrections import correction_in
from edge.core.plan import Clocks, Draft, Plan, Strategy, Target
from edge.core.sentences import first_sentence_end
from edge.core.stitch import Stitcher
from edge.core.types import LOCAL, FinishReason, Stop, Text

# Those in which a target speaks below an opening.
STRATEGIES = tuple(s for s in Strategy if s not in (Strategy.LOCAL, Strategy.TARGET))

_TARGET = "bench/target"
_CLOCKS = Clocks(first_text_s=60.0, stall_s=60.0, thinking_s=60.0)
_STEP_S = 0.001
_ALIKE = 0.6  # of the words of both
_LEAST_WORDS = 3  # of content, for two sentences to be compared
_FIRST_SENTENCES = 4  # of the answer: further below nobody reads a repetition as one


@dataclass(frozen=True, slots=True)
class Pair:
    """`disagrees`: the opening is known to say what the text denies."""

    kind: str
    prompt: str
    opening: str
    text: str
    level: str = "full"
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What the reader got below the opening; `is_whole`: the target finished it."""

    opening: str
    answer: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Reading:
    is_told_twice: bool
    skipped: str
    is_skipped_wrongly: bool
    added: str
    is_thrown_away: bool


def read(strategy: Strategy, pair: Pair) -> Reading | None:
    """None: the stitcher showed no opening."""
    reply = hand_over(strategy, pair)
    return look_at(pair, reply) if reply.opening else None


def look_at(pair: Pair, reply: Reply) -> Reading:
    skipped, added = _difference(pair.text.strip(), reply.answer) if reply.is_whole else ("", "")
    return Reading(
        is_told_twice=_tells_again(reply),
        skipped=skipped,
        is_skipped_wrongly=any(not _was_said(part, pair.opening) for part in _sentences(skipped)),
        added=added,
        is_thrown_away=not reply.is_whole,
    )


def hand_over(strategy: Strategy, pair: Pair) -> Reply:
    plan = Plan(
        strategy=strategy,
        chain=(Target(_TARGET, Role.TARGET, prefill=True, clocks=_CLOCKS),),
        fast_deadline=60.0,
        deep_s=60.0,
        draft=Draft(LOCAL, pair.level, correction=_correction(pair.level)),
        prompt=pair.prompt,
    )
    stitcher = Stitcher(plan)
    actions = list(stitcher.start(0.0))
    draft = _leg(actions, Role.DRAFT)
    for piece in (Text(pair.opening), Stop(FinishReason.STOP)):
        actions += stitcher.receive(Heard(draft, _STEP_S, piece))
    actions += stitcher.receive(Finished(draft, _STEP_S))
    target = _leg(actions, Role.TARGET)
    for event in _told(target, pair.text):
        actions += stitcher.receive(event)
    blocks: dict[tuple[Role, int], list[str]] = {}
    for action in actions:
        if isinstance(action, Emit) and isinstance(action.piece, Text):
            blocks.setdefault((action.role, action.block), []).append(action.piece.text)
    said = {
        role: "\n\n".join("".join(texts) for (who, _), texts in blocks.items() if who is role)
        for role in (Role.DRAFT, Role.TARGET)
    }
    is_whole = any(isinstance(a, End) and a.reason is FinishReason.STOP for a in actions)
    return Reply(said[Role.DRAFT], said[Role.TARGET].strip(), is_whole)


def _correction(level: str) -> str:
    """As plans have it: a frame asserts nothing, so nothing of it is taken back."""
    return "" if level == "frame" else correction_in("en")


def _leg(actions: Sequence[Action], role: Role) -> int:
    return next(a.leg for a in actions if isinstance(a, StartLeg) and a.role is role)


def _told(leg: int, text: str) -> Iterator[Event]:
    at = _STEP_S
    for delta in deltas(random.Random(len(text)), text):
        at += _STEP_S
        yield Heard(leg, at, Text(delta))
    yield Heard(leg, at, Stop(FinishReason.STOP))
    yield Finished(leg, at)


def _difference(text: str, answer: str) -> tuple[str, str]:
    """What `answer` lacks of `text`, and what it has instead. The seam lies in one place; where
    two would do, it is the earlier one."""
    behind = _common_start(text[::-1], answer[::-1])
    rest, other = text[: len(text) - behind], answer[: len(answer) - behind]
    before = _common_start(rest, other)
    return rest[before:].strip(), other[before:].strip()


def _common_start(one: str, other: str) -> int:
    shared = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(shared) if a != b), min(len(one), len(other)))


def _tells_again(reply: Reply) -> bool:
    told = list(_sentences(reply.opening))
    first = list(_sentences(reply.answer))[:_FIRST_SENTENCES]
    return any(_are_alike(old, new) for old in told for new in first)


def _are_alike(old: str, new: str) -> bool:
    one, other = set(map(stem, content(old))), set(map(stem, content(new)))
    if min(len(one), len(other)) < _LEAST_WORDS or set(numbers_said(old)) != set(numbers_said(new)):
        return False
    return 2 * len(one & other) / (len(one) + len(other)) >= _ALIKE


def _was_said(part: str, opening: str) -> bool:
    """Whether the reader has this already: all its numbers, and most of its words."""
    if not set(numbers_said(part)) <= set(numbers_said(opening)):
        return False
    said, known = content(part), stems(opening)
    return sum(has(known, word) for word in said) >= _ALIKE * len(said)


def first_sentence(text: str) -> str:
    return next(_sentences(text), "")


def _sentences(text: str) -> Iterator[str]:
    rest = text.strip()
    while rest:
        end = first_sentence_end(rest, final=True) or len(rest)
        yield rest[:end]
        rest = rest[end:].strip()
