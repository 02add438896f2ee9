from __future__ import annotations

import pytest

from edge.core.restarts import LOOK_CHARS, Beginnings, lexical

TEXT = (
    "Heat pumps move warmth from the cold air outside into the house. They need little electricity "
    "for it, because moving heat is cheaper than making it."
)
AGAIN = "A heat pump moves warmth into the house from cold air outside. It is cheap."


def verdict(text: str, said: str, starts: tuple[int, ...] = (0,)) -> tuple[bool, int]:
    """Whether it is told again, and after how many characters that was clear."""
    known = Beginnings(text, starts, lexical)
    for end in range(1, len(said) + 1):
        if not known.may_be_told_again(said[:end]):
            return known.are_told_again(said[:end]), end
    return known.are_told_again(said), len(said)


def test_the_beginning_in_other_words_is_told_again() -> None:
    assert verdict(TEXT, AGAIN)[0]


def test_any_legs_beginning_counts() -> None:
    opening = "Let's look at this. "
    assert verdict(opening + TEXT, AGAIN, (0, len(opening)))[0]


@pytest.mark.parametrize(
    "said",
    [
        " In winter their output falls, so size them with care.",
        " So heat pumps move warmth from the cold air outside into the house.",
        " The second heat pump moves warmth from the cold air outside into the house.",
        " Heat pumps from Daikin move warmth from the cold air outside into the house.",
        " Heat pumps also cool.",
    ],
)
def test_an_honest_next_sentence_is_not(said: str) -> None:
    assert not verdict(TEXT, said)[0]


def test_half_the_words_will_do_where_a_sentence_was_left_standing() -> None:
    again = "Heat pumps bring warmth from outside into a home."
    assert not verdict(TEXT, again)[0]
    assert verdict(TEXT[:-10], again)[0]
    assert not verdict(TEXT[:-10], " " + again)[0]  # a name, perhaps


def test_what_goes_on_with_a_sentence_passes_at_once() -> None:
    assert verdict(TEXT[:-10], "an making it.")[1] == 1


def test_a_leg_that_has_nothing_in_common_is_let_go_early() -> None:
    said = " In winter their output falls and the price of every kilowatt hour counts for more"
    assert verdict(TEXT, said)[1] <= 50


def test_no_leg_is_kept_for_longer_than_the_look() -> None:
    assert verdict(TEXT, "Heat pumps move warmth from air " * 20)[1] <= LOOK_CHARS


def test_likeness_is_a_parameter() -> None:
    always = Beginnings(TEXT, (0,), lambda new, old: 1.0)
    never = Beginnings(TEXT, (0,), lambda new, old: 0.0)
    assert always.are_told_again("Nothing of the kind is said here.")
    assert not never.are_told_again(AGAIN)


def test_scripts_without_spaces_are_compared_too() -> None:
    assert lexical("热泵把热量从室外搬进室内", "热泵从室外把热量搬进室内") > 0.6
    assert lexical("热泵把热量从室外搬进室内", "今天的天气非常好我们出去玩") < 0.2


def test_a_word_or_two_prove_nothing() -> None:
    assert lexical("Heat pumps!", "Heat pumps!") == 0.0
