"""Where a simulated host of completions takes a text to have broken off."""

from __future__ import annotations

import orjson
import pytest

from bench.answers import answer_to
from bench.voices.completions import COMPLETIONS

QUESTION = "# How do I undo a commit in git?\n"
ANSWER = answer_to(QUESTION).text


@pytest.mark.parametrize("size", [0, 1, 3, 4, 40, len(ANSWER)])
def test_what_was_said_of_the_answer_is_not_said_again(size: int) -> None:
    body = orjson.dumps({"model": "sim", "prompt": QUESTION + ANSWER[:size]})
    asked = COMPLETIONS[0].read(body, {})
    assert (asked.prompt, asked.prefix) == (QUESTION, ANSWER[:size])


def test_a_few_letters_within_a_line_are_there_by_chance() -> None:
    prompt = f"{QUESTION.strip()} {ANSWER[:3]}"
    asked = COMPLETIONS[0].read(orjson.dumps({"model": "sim", "prompt": prompt}), {})
    assert (asked.prompt, asked.prefix) == (prompt, "")
