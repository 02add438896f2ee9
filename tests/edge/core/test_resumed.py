from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.passage import GivenUp
from edge.core.resumed import Resumed

WORDS = st.text(alphabet="ab \n", max_size=12)


def passed(behind: str, *pieces: str) -> str:
    passage = Resumed(behind)
    return "".join(passage.feed(piece) for piece in pieces) + passage.close()


@given(behind=WORDS, rest=WORDS, cut=st.integers(0, 24))
def test_what_is_said_again_is_left_out_however_it_is_cut(behind: str, rest: str, cut: int) -> None:
    said = behind + rest
    assert passed(behind, said[:cut], said[cut:]) == rest


def test_who_goes_on_behind_what_was_said_says_it_all() -> None:
    assert passed(" is blue", " because", " of") == " because of"
    assert passed("", "Rayleigh") == "Rayleigh"


def test_who_says_something_else_there_is_given_up() -> None:
    with pytest.raises(GivenUp):
        passed(" is blue and wide", " is b", "right")


def test_a_long_reply_is_not_copied() -> None:
    passage = Resumed("ab")
    passage.feed("ab")
    text = "a word" + str(1)
    assert passage.feed(text) is text
