from __future__ import annotations

import pytest

from bench.cascade import Tried, compare, is_lost
from bench.known_answers import KNOWN, Known


@pytest.mark.parametrize(
    ("reply", "is_right"),
    [("It is Paris.", True), ("paris", True), ("Parisian fashion", False), ("", False)],
)
def test_reply_is_right_if_it_says_the_word_as_a_word(reply: str, is_right: bool) -> None:
    assert Known("What is the capital of France?", ("Paris",)).is_right(reply) is is_right


def test_every_question_has_an_answer_and_stands_once() -> None:
    assert len({known.question for known in KNOWN}) == len(KNOWN) >= 90
    assert all(known.answers and all(known.answers) for known in KNOWN)


def test_watch_of_the_service_says_who_is_lost() -> None:
    assert is_lost("I'm sorry, but I cannot answer that.")
    assert is_lost("The answer is a very long one. " * 4)
    assert not is_lost("The answer is 42.")


def test_choosing_before_sends_on_as_many_as_the_cascade_and_the_oracle_chooses_best() -> None:
    tried = [
        Tried(weak_right=n % 2 == 0, strong_right=True, is_lost=n == 1, hardness=-n)
        for n in range(10)
    ]
    rows = {str(row[0]): row[1:] for row in compare(tried, {"x": [each.is_lost for each in tried]})}
    assert rows["always the cheap one"] == (10, 0.0, 50.0, 0.0, 0.0)
    assert rows["cascade: x"] == (10, 10.0, 60.0, 20.0, 0.0)
    assert rows["as many before: the longest"] == (10, 10.0, 50.0, 0.0, 20.0)
    assert rows["as many before: by the oracle"] == rows["cascade: x"]
