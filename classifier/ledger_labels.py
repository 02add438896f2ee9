"""Labels from what became of replies: what a ledger's prompts teach the heads.

*The task* is taught only by somebody who said it: in the request (`prelude.task`) or afterwards, in
feedback, where the latest word counts. What the classifier thought of a prompt teaches nothing,
however sure it was: it would learn its own errors.

*The difficulty* is the chance that the cheap model's answer is worse, so only prompts that a cheap
model began teach it. Hard: it gave up (escalated), or its reply was rated down, or asked for again.
Easy: its reply was rated up. What the caller said counts before what was found out.

A reply of which nobody said anything *stood*, and that is weak evidence: most readers never say
anything. It counts as easy, but of such prompts no more are taken than others speak of difficulty,
or silence would teach that all is easy. What a strong model answered tells nothing: whether the
cheap one would have been as good, nobody knows.

A prompt that was asked very often is a program's, which asks again for reasons of its own: that it
was asked for again then means nothing. A prompt is learned once, by all that was said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from classifier.prompt_sets import TASKS, Answered, Labelled
from edge.core.feedback import leaning
from edge.core.kept import Kept

LEDGER = "ledger"  # the source of its prompts
LEAST_TASKS = 30  # prompts; fewer are chance
LEAST_OF_EACH = 20  # hard ones, and easy ones: likewise
_MOST = 4000  # prompts, of each kind: the latest; their likeness is a table of so many squared
_PROGRAM = 5  # times that one prompt was asked


@dataclass(frozen=True, slots=True)
class Labels:
    """`tasks` and `answered` are for training; the rest counts what they come from. `answered` has
    scores of a cheap and a strong model as the outcomes stand for them."""

    tasks: tuple[Labelled, ...]
    answered: tuple[Answered, ...]
    hard: int
    easy: int  # the ones that stood among them
    stood: int

    @property
    def teach_tasks(self) -> bool:
        return len(self.tasks) >= LEAST_TASKS

    @property
    def teach_difficulty(self) -> bool:
        return min(self.hard, self.easy) >= LEAST_OF_EACH


def find_labels(kept: Iterable[Kept]) -> Labels:
    """`kept`: oldest first."""
    by_prompt: dict[str, list[Kept]] = {}
    for one in kept:
        if one.prompt.strip():
            by_prompt.setdefault(one.prompt, []).append(one)
    tasks, said, stood = list[Labelled](), dict[str, float](), list[str]()
    for prompt, asked in by_prompt.items():
        told = [one.told for one in asked if one.told in TASKS]
        if told and told[-1] is not None:
            tasks.append(Labelled(prompt, told[-1], LEDGER))
        found = _difficulties(asked)
        if found:
            said[prompt] = sum(found) / len(found)
        elif any(_has_stood(one) for one in asked):
            stood.append(prompt)
    said = dict([*said.items()][-_MOST // 2 :])
    stood = stood[-len(said) :] if said else []
    difficulties = said | dict.fromkeys(stood, 0.0)
    return Labels(
        tuple(tasks[-_MOST:]),
        tuple(Answered(prompt, 1.0 - hard, 1.0, LEDGER) for prompt, hard in difficulties.items()),
        hard=sum(hard > 0 for hard in difficulties.values()),
        easy=sum(hard == 0 for hard in difficulties.values()),
        stood=len(stood),
    )


def _difficulties(asked: Sequence[Kept]) -> list[float]:
    """1 for each time it was too hard for the cheap model, 0 for each time that it was not."""
    is_program = len(asked) >= _PROGRAM
    found = []
    for one in asked:
        rated = None if one.rating is None else leaning(one.rating)
        if one.has_escalated:
            found.append(1.0)
        elif one.is_cheap and rated in ("up", "down"):
            found.append(float(rated == "down"))
        elif one.is_cheap and one.is_regenerated and not is_program:
            found.append(1.0)
    return found


def _has_stood(one: Kept) -> bool:
    return one.is_cheap and one.is_whole and not one.is_regenerated
