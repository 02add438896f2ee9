from __future__ import annotations

import pytest

from edge.core.restarts import MOST_LOOKED_AT, Beginnings, lexical

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


INSIDE = TEXT[: TEXT.index(" than making")]


def test_less_will_do_where_a_sentence_was_left_standing() -> None:
    again = "Heat pumps bring heat from outside into a home."
    assert not verdict(TEXT, again)[0]
    assert verdict(INSIDE, again)[0]
    assert verdict(INSIDE, "Daikin's heat pumps bring heat from outside into a home.")[0]
    assert verdict(INSIDE, "To heat a house, heat pumps from Daikin move warmth from outside.")[0]
    assert not verdict(INSIDE, " " + again)[0]  # a name, perhaps
    assert not verdict(INSIDE + " **", again)[0]  # bold text, perhaps


MILL = "The old mill by the river ground flour. Two wooden wheels turned its heavy stones."


@pytest.mark.parametrize(
    ("said", "is_restart"),
    [
        ("At the river stood a mill of stone for making flour. Its owner was a monk.", False),
        # ... whose second sentence is one of the text's too
        ("At the river stood a mill of stone for making flour. Wooden wheels turned it.", True),
        # ... which begins with the same word
        ("The river once had a mill of stone for making flour. Its owner was a monk.", True),
        # ... which says what the text's other sentences do
        ("At the river was a mill with great golden gates for flour.", False),
        ("At the river was a mill with heavy wooden wheels for flour.", True),
    ],
)
def test_what_is_told_again_adds_up(said: str, is_restart: bool) -> None:
    assert verdict(MILL, said)[0] is is_restart


def test_a_sentence_left_standing_is_reason_enough_to_hear_the_next_one_out() -> None:
    again = "To keep the house comfortable throughout an entire year, heat pumps move warmth from "
    assert verdict(INSIDE, again + "the cold air outside into it.")[0]


def test_the_second_half_of_a_name_is_no_new_sentence() -> None:
    text = "The iPhone of Suzy is one year old. Suzy's phone is old, but Ben's i"
    assert not verdict(text, "Phone is two years older than the iPhone of Suzy.")[0]
    text = "The films of the agency hold two hours each. They are of the N"
    assert not verdict(text, "ASA films of the agency, for they hold two hours each.")[0]


def test_the_same_numbers_count() -> None:
    known = Beginnings("A robe takes 2 bolts of cloth.", (0,), lambda new, old: 1.0)
    assert known.are_told_again("It takes 2 rolls of yarn.")
    assert not known.are_told_again("It takes 3 rolls of yarn.")


def test_a_sentence_too_short_to_tell_by_is_passed_over() -> None:
    again = "Heat pumps move warmth from outside into the house, because that is cheap."
    assert verdict("Sure! " + TEXT, again)[0]
    assert verdict(TEXT, "Of course! " + again)[0]


@pytest.mark.parametrize(
    ("text", "again", "honest"),
    [
        (
            "Schlaf ist wichtig, weil sich der Körper erholt und das Gehirn Erinnerungen festigt.",
            "Wichtig ist Schlaf, weil das Gehirn Erinnerungen festigt und der Körper sich erholt.",
            "Der Körper senkt in den ersten Stunden auch die Temperatur und den Puls.",
        ),
        (
            "Les marées viennent de l'attraction de la Lune, qui soulève l'eau des océans.",
            "Les marées sont dues à l'attraction de la Lune, qui soulève l'eau des océans.",
            "Le Soleil agit de même, mais deux fois moins, et les deux effets s'ajoutent.",
        ),
        (
            "睡眠很重要，因为身体在睡觉时恢复，大脑巩固记忆。",
            "睡眠非常重要，因为睡觉时身体得到恢复，大脑也会巩固记忆。",
            "如果长期睡眠不足，注意力会下降，情绪也会变差，身体容易生病。",
        ),
    ],
)
def test_other_languages_are_read_too(text: str, again: str, honest: str) -> None:
    assert verdict(text, again)[0]
    assert verdict(text[:-1] + "，而且" if "，" in text else text[:-6], again)[0]
    assert not verdict(text, honest)[0]


def test_what_goes_on_with_a_sentence_passes_at_once() -> None:
    assert verdict(TEXT[:-10].rstrip(), "an making it.")[1] == 1


def test_a_leg_that_has_nothing_in_common_is_let_go_early() -> None:
    said = " In winter their output falls and the price of every kilowatt hour counts for more"
    assert verdict(TEXT, said)[1] <= 50


def test_a_new_noun_is_no_new_name_where_all_nouns_are_capitalized() -> None:
    text = "Schlaf ist wichtig, weil sich der Körper erholt und das Gehirn Erinnerungen festigt."
    again = "Wichtig ist Schlaf, weil das Gehirn Erinnerungen festigt und der Leib sich erholt."
    assert verdict(text, again)[0]


def test_what_leans_on_the_text_is_no_restart_in_chinese_either() -> None:
    text = "睡眠很重要，因为身体在睡觉时恢复，大脑巩固记忆。"
    assert verdict(text, text)[0]
    assert not verdict(text, "所以" + text)[0]


def test_no_leg_is_kept_for_longer_than_the_look() -> None:
    assert verdict(TEXT, "Heat pumps move warmth from air " * 20)[1] <= MOST_LOOKED_AT


def test_likeness_is_a_parameter() -> None:
    always = Beginnings(INSIDE, (0,), lambda new, old: 1.0)
    never = Beginnings(INSIDE, (0,), lambda new, old: 0.0)
    assert always.are_told_again("Nothing of the kind is said here.")
    assert not never.are_told_again(AGAIN)


def test_scripts_without_spaces_are_compared_too() -> None:
    assert lexical("热泵把热量从室外搬进室内", "热泵从室外把热量搬进室内") > 0.6
    assert lexical("热泵把热量从室外搬进室内", "今天的天气非常好我们出去玩") < 0.2


def test_a_word_or_two_prove_nothing() -> None:
    assert lexical("Heat pumps!", "Heat pumps!") == 0.0
