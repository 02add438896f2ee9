from __future__ import annotations

import pytest

from edge.core.retold import Retold

OPENING = "Tides are caused by the moon's gravity."
NEXT = "The water bulges on both sides of the earth."
CORRECTION = "Correction: "


def told(opening: str, answer: str, step: int = 3, correction: str = CORRECTION) -> str:
    """What the reader gets behind the opening."""
    passage = Retold(lambda: opening, correction)
    parts = [passage.feed(answer[at : at + step]) for at in range(0, len(answer), step)]
    return "".join(parts) + passage.close()


@pytest.mark.parametrize("step", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    "again",
    [
        "Tides are caused by the moon's gravity.",
        "The tides are caused by the gravity of the Moon.",
        "Sure! Tides are caused by the moon's gravity.",
        "**Tides** are caused by the moon’s gravity.",
    ],
)
def test_sentence_that_says_nothing_new_is_left_out(again: str, step: int) -> None:
    assert told(OPENING, f"{again} {NEXT}", step) == f" {NEXT}"


@pytest.mark.parametrize("step", [1, 5, 1000])
@pytest.mark.parametrize(
    "answer",
    [
        "Tides are caused by the gravity of the moon and the sun.",
        "Tides are mostly caused by the moon's gravity.",
        "Twice a day the sea rises.",
        "3 things cause tides.",
        "iPhones know the tides.",
    ],
)
def test_sentence_with_anything_new_in_it_is_shown_whole(answer: str, step: int) -> None:
    assert told(OPENING, f"{answer} {NEXT}", step) == f" {answer} {NEXT}"


def test_only_first_sentences_are_held_against_the_opening() -> None:
    answer = f"{NEXT} {OPENING} {NEXT}"
    assert told(OPENING, answer) == f" {answer}"


def test_words_are_shown_as_soon_as_one_of_them_is_new() -> None:
    passage = Retold(lambda: "Let's look at how tides work.")
    assert passage.feed("Here is how water") == ""
    assert passage.feed(" moves") == " Here is how water moves"
    assert passage.feed(" around") == " around"


def test_passing_words_are_the_very_ones_that_came() -> None:
    passage = Retold(lambda: OPENING)
    passage.feed("Water rises and falls. ")
    text = "".join(["Twice", " a day"])
    assert passage.feed(text) is text


def test_words_without_an_end_are_not_held_for_ever() -> None:
    passage = Retold(lambda: OPENING, CORRECTION)
    for _ in range(100):
        passage.feed("tides gravity moon ")
    assert len(passage.feed("foam. And then more. ")) < 320


@pytest.mark.parametrize("again", [" and so on" * 10, f"{OPENING} "])
def test_who_says_nothing_new_for_ever_is_shown(again: str) -> None:
    passage = Retold(lambda: OPENING, CORRECTION)
    said = [passage.feed(again) for _ in range(40)]
    assert said[0] == ""
    assert said[-2:] == [again, again]


def test_paragraphs_and_lists_stay_apart() -> None:
    assert told(OPENING, f"{OPENING}\n\n{NEXT}") == f"\n\n{NEXT}"
    listed = "1. Gravity pulls.\n2. Water bulges."
    assert told(OPENING, listed, 1, correction="") == f"\n\n{listed}"
    assert told(OPENING, "# The sea\n\nIt rises.").startswith("\n\n# The sea")
    assert told(OPENING, "\n\nWater rises.") == " Water rises."


def test_chinese_needs_no_space_and_is_left_out_by_its_pairs_of_characters() -> None:
    opening = "潮汐是由月球引力引起的。"
    assert told(opening, f"{opening}海水向月球隆起。") == "海水向月球隆起。"


@pytest.mark.parametrize("step", [1, 4, 1000])
@pytest.mark.parametrize(
    ("opening", "answer"),
    [
        ("Yes, tides come from the moon.", "No, they come from the wind."),
        ("The moon is 300,000 km away.", "The moon is 384,400 km away."),
        ("In 12 hours the tide rises 4 meters.", "In 12 hours the tide rises 5 meters."),
        ("Tides are caused by the moon.", "Tides are not caused by the moon."),
    ],
)
def test_contrary_is_shown_behind_a_word_of_correction(
    opening: str, answer: str, step: int
) -> None:
    assert told(opening, f"{answer} {NEXT}", step) == f" {CORRECTION}{answer} {NEXT}"


def test_sentence_without_the_openings_negation_is_shown() -> None:
    opening = "Tides are not caused by the moon."
    answer = "Tides are caused by the moon."
    assert told(opening, f"{answer} {NEXT}", correction="") == f" {answer} {NEXT}"


def test_sentence_that_cannot_be_the_contrary_any_more_is_not_waited_for() -> None:
    passage = Retold(lambda: OPENING, CORRECTION)
    assert passage.feed("Sailors everywhere know foaming waves, rising ") != ""


def test_answer_that_agrees_first_contradicts_nothing_later() -> None:
    opening = "The tide rises 4 meters at Dover."
    later = "The tide rises 7 meters at Brest."
    assert told(opening, f"{opening} {later}") == f" {later}"


def test_correction_is_reported() -> None:
    passage = Retold(lambda: "Yes, tides come from the moon.", CORRECTION)
    assert not passage.corrects
    passage.feed("No, they come from the wind. ")
    assert passage.corrects


def test_opening_that_asserts_nothing_cannot_be_contradicted() -> None:
    opening = "Tides are caused by the moon."
    answer = "Tides are not caused by the moon."
    assert told(opening, f"{answer} {NEXT}", correction="") == f" {answer} {NEXT}"


def test_without_an_opening_everything_passes_at_once() -> None:
    passage = Retold(lambda: "", CORRECTION)
    assert passage.feed("\n") == ""
    assert not passage.joins
    assert passage.feed("Tides") == "\nTides"
    assert passage.feed(" rise.") == " rise."


def test_opening_is_asked_for_once_when_the_first_word_comes() -> None:
    openings = ["Tides are caused by the moon.", "too late"]
    passage = Retold(lambda: openings.pop(0))
    assert passage.feed("The sea rises. ") == " The sea rises. "
    assert openings == ["too late"]


def test_answer_that_only_says_the_opening_again_is_left_out_whole() -> None:
    passage = Retold(lambda: OPENING)
    assert passage.feed(OPENING) == ""
    assert not passage.left_out
    assert passage.close() == ""
    assert passage.left_out
