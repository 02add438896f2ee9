from __future__ import annotations

import pytest

from edge.core.lost import Watched
from edge.core.passage import GivenUp

REFRAIN = "The sea comes in, the sea goes out.\n"


def read(text: str, step: int = 5) -> tuple[str, str]:
    """What passes, and why the rest does not."""
    passage = Watched()
    passed: list[str] = []
    try:
        passed.extend(passage.feed(text[at : at + step]) for at in range(0, len(text), step))
        passed.append(passage.close())
    except GivenUp as reason:
        return "".join(passed), str(reason)
    return "".join(passed), ""


@pytest.mark.parametrize("step", [1, 5, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "Heat pumps move warmth. They need power.",
        "I'm sorry to hear that you lost your job. Shall we look at what to do?",
        "Roses are red.\n\n- one\n- two\n- three\n",
        f"{REFRAIN}The gulls are loud.\n{REFRAIN}The gulls are gone.\n",
        "1. Yes.\n2. Yes.\n3. Yes.\n4. Yes.\n",
        "| a | b |\n|-----------|-----------|\n| 1 | 2 |\n",
        "no end at all",
        "And then it stopped, as I cannot answer for it.",
    ],
)
def test_text_of_a_model_in_its_wits_passes_whole(text: str, step: int) -> None:
    assert read(text, step) == (text, "")


def test_words_pass_by_sentence_or_line() -> None:
    passage = Watched()
    assert passage.feed("Heat pumps move") == ""
    assert passage.feed(" warmth. They") == "Heat pumps move warmth."
    assert passage.feed(" need:\n- po") == " They need:"
    assert passage.close() == "\n- po"


@pytest.mark.parametrize("step", [1, 5, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, but I can't help with that.",
        "I don't know the answer to this.",
        "As an AI language model, I have no opinion.",
        "Es tut mir leid, das kann ich nicht.",
        "Je ne peux pas répondre.",
        "Lo siento, no puedo ayudar.",
        "抱歉，我无法回答。",
    ],
)
def test_refusal_is_given_up_before_a_word_is_shown(text: str, step: int) -> None:
    assert read(text, step) == ("", "it cannot answer, and says so")


def test_sentence_said_twice_in_a_row_is_not_shown_again() -> None:
    shown, reason = read("The heat pump moves heat. The heat pump moves heat. The heat")
    assert shown == "The heat pump moves heat."
    assert reason == "it goes round in circles"


def test_good_sentence_that_comes_with_a_bad_one_is_shown() -> None:
    twice = "The heat pump moves heat. The heat pump moves heat. And"
    assert read(twice, 1000) == ("The heat pump moves heat.", "it goes round in circles")


def test_sentence_said_a_third_time_is_not_shown() -> None:
    other = "Then something else is told.\n"
    shown, reason = read(f"{REFRAIN}{other}{REFRAIN}And another thing too.\n{REFRAIN}{other}")
    assert shown.count(REFRAIN) == 2
    assert reason == "it goes round in circles"


def test_list_that_only_counts_on_goes_round_in_circles() -> None:
    shown, reason = read("".join(f"{n}. Open the window and wait.\n" for n in range(1, 9)))
    assert (shown.count("Open"), reason) == (1, "it goes round in circles")


def test_words_over_and_over_without_an_end_go_round_in_circles() -> None:
    shown, reason = read("It is " + "very very good and " * 60)
    assert len(shown) < 600
    assert reason == "it goes round in circles"
