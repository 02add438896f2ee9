"""What outcomes teach, and what they do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from classifier.ledger_card import ranked_right
from classifier.ledger_labels import find_labels
from edge.core.kept import Kept
from edge.core.verdict import Task

CHEAP = Kept(
    prompt="Why?",
    told=None,
    rating=None,
    is_cheap=True,
    has_escalated=False,
    is_regenerated=False,
    is_whole=True,
)
STRONG = replace(CHEAP, is_cheap=False)
ESCALATED = replace(STRONG, has_escalated=True)
UP, DOWN = replace(CHEAP, rating=1.0), replace(CHEAP, rating=0.0)
AGAIN = replace(CHEAP, is_regenerated=True)


def difficulties(*kept: Kept) -> dict[str, float]:
    """Of each prompt: how much better a strong model would be."""
    return {row.prompt: row.strong - row.weak for row in find_labels(kept).answered}


@pytest.mark.parametrize(
    ("kept", "hard"),
    [
        (ESCALATED, 1.0),
        (replace(ESCALATED, rating=1.0), 1.0),  # the one that took over was good
        (DOWN, 1.0),
        (AGAIN, 1.0),
        (UP, 0.0),
        (replace(AGAIN, rating=1.0), 0.0),  # what was said counts before what was found out
        (replace(CHEAP, rating=0.8), 0.0),
        (replace(CHEAP, rating=0.2), 1.0),
    ],
)
def test_what_became_of_a_cheap_reply_tells_how_hard_it_was(kept: Kept, hard: float) -> None:
    assert difficulties(kept) == {"Why?": hard}


@pytest.mark.parametrize(
    "kept", [STRONG, replace(STRONG, rating=0.0), replace(STRONG, is_regenerated=True)]
)
def test_what_became_of_a_strong_reply_tells_nothing(kept: Kept) -> None:
    assert difficulties(kept) == {}


def test_silence_never_outweighs_what_was_said() -> None:
    silent = [replace(CHEAP, prompt=f"silent {at}") for at in range(50)]
    said = [replace(DOWN, prompt=f"down {at}") for at in range(3)]
    labels = find_labels([*silent, *said])
    assert (labels.hard, labels.easy, labels.stood) == (3, 3, 3)
    assert find_labels(silent).answered == ()
    broken = replace(CHEAP, prompt="cut off", is_whole=False)
    assert difficulties(*said, broken).keys() == {row.prompt for row in said}


def test_a_prompt_that_a_program_asks_is_not_asked_again_for_being_bad() -> None:
    assert difficulties(*[AGAIN] * 4) == {"Why?": 1.0}
    assert difficulties(*[AGAIN] * 5) == {}
    assert difficulties(*[AGAIN] * 5, DOWN) == {"Why?": 1.0}


def test_a_prompt_is_learned_once_by_all_that_was_said_of_it() -> None:
    assert difficulties(UP, DOWN, DOWN, UP) == {"Why?": 0.5}


def test_only_a_caller_teaches_the_task_and_the_latest_word_counts() -> None:
    told = [replace(STRONG, told=Task.CODE), replace(STRONG, told=Task.MATH), STRONG]
    (row,) = find_labels(told).tasks
    assert (row.prompt, row.task, row.source) == ("Why?", Task.MATH, "ledger")
    assert find_labels([UP, replace(UP, told=Task.OTHER)]).tasks == ()


def test_an_empty_prompt_teaches_nothing() -> None:
    labels = find_labels([replace(DOWN, prompt=" \n", told=Task.CODE)])
    assert (labels.tasks, labels.answered) == ((), ())


def test_ranks_are_right_where_the_harder_has_the_higher_value() -> None:
    values = np.array([0.9, 0.1, 0.5, 0.5])
    assert ranked_right(values, np.array([True, False, True, False])) == 0.875
    assert ranked_right(values, np.array([True] * 4)) is None
