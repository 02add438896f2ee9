from __future__ import annotations

import pytest

from edge.core.prefaces import LOOK_CHARS, Place, find_preface

INSIDE = "The cat sat on the mat. It was warm there, and it purred"
BEHIND = "The cat sat on the mat."
REST = "loudly, as cats do when they are left alone for long."

RESUMING = [
    "Of course, here is the rest: ",
    "Sure! Continuing from where it stopped: ",
    "Certainly, here's the continuation:\n\n",
    "Certainly! Here’s the continuation of my answer:\n\n",
    "I'll continue right where I stopped.\n\n",
    "Sorry for the interruption! Here's the rest:\n\n",
    "**Continuing from above:**\n\n",
    "Apologies for the cut-off. Continuing:\n",
    "Natürlich, hier ist der Rest: ",
    "Gerne, ich mache dort weiter, wo ich aufgehört habe:\n\n",
    "Bien sûr, voici la suite : ",
    "Voici la suite de ma réponse :\n\n",
    "Por supuesto, aquí está el resto: ",
    "Claro, continúo donde lo dejé:\n\n",
    "好的，以下是剩余的部分：\n",
    "好的，我接着上文继续写：",
]
BROADER = [
    "Let me continue the explanation. ",
    "Continuing with the mat:\n",
    "Sure! ",
    "Of course. ",
    "I apologize for the confusion! ",
    "Natürlich. ",
    "Sure... ",
]
HONEST = [
    "Let's continue with the second step:\n\n- open",
    "Here is the rest of the recipe:\n\n- flour",
    "I'll continue to work on it, of course.",
    "Sure enough, it went on.",
    "Of course! That is what cats do.",
    "Continuing education matters: ask for it.",
    "The rest of the cats: none.",
    "Yes. It did.",
    "Here is why it matters: cats sleep.",
]


def found(prefix: str, said: str, is_code: bool = False) -> int:
    """As it comes, character by character."""
    place = Place.behind(prefix, is_code)
    for end in range(1, len(said) + 1):
        if (at := find_preface(said[:end], place)) is not None:
            return at
    at = find_preface(said, place, is_final=True)
    assert at is not None
    return at


@pytest.mark.parametrize("prefix", [INSIDE, BEHIND])
@pytest.mark.parametrize("preface", RESUMING)
def test_a_clause_that_speaks_of_the_reply_is_found(preface: str, prefix: str) -> None:
    assert found(prefix, preface + REST) == len(preface)


@pytest.mark.parametrize("preface", BROADER)
def test_less_will_do_only_where_a_sentence_was_left_standing(preface: str) -> None:
    assert found(INSIDE, preface + REST) == len(preface)
    assert found(BEHIND, preface + REST) == 0
    assert found(INSIDE, f" {preface}{REST}") == 0
    assert found(f'{INSIDE} "', preface + REST) == 0  # somebody says so


@pytest.mark.parametrize("said", HONEST)
@pytest.mark.parametrize("space", ["", " ", "\n\n"])
def test_what_an_honest_answer_says_is_text(said: str, space: str) -> None:
    assert found(BEHIND, space + said) == 0


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("        return Continuation.NONE if should", "Continue: bool = True"),
        ("        if is", "Continued: bool = True"),
        ("因为身体", "继续 learn 新的内容。"),
        ("we compare the two, and the cat makes", "Sure"),
        ("下载可以", "继续：断点续传。"),
        ("断点续传的意思是，下载会", "从中断的地方继续。"),
        ("It was", "Certainly the cat that purred."),
    ],
)
def test_words_that_are_part_of_another_thing_are_text(prefix: str, said: str) -> None:
    assert found(prefix, said) == 0


def test_who_says_where_it_broke_off_need_not_end_in_a_colon() -> None:
    preface = "Let me pick up where I left off. "
    assert found(BEHIND, preface + REST) == len(preface)
    assert found(BEHIND, f" {preface}{REST}") == 0


def test_assent_may_stand_in_front_of_the_text_itself() -> None:
    assert found(INSIDE, "Sure! the rest of the day was quiet.") == len("Sure! ")


def test_dots_behind_a_preface_belong_to_it() -> None:
    assert found(INSIDE, "Sure! ...and it slept") == len("Sure! ...")


def test_in_code_the_line_break_behind_a_preface_is_kept() -> None:
    preface = "Sure, here is the rest of the code:\n"
    assert found("x = 1", f"{preface}\n    y = 2", is_code=True) == len(preface)


@pytest.mark.parametrize(
    "said", [" and so on", "and it slept", " It slept", "It slept", "1. one", "** and"]
)
def test_words_that_begin_otherwise_are_not_waited_for(said: str) -> None:
    assert find_preface(said, Place.behind(INSIDE, is_code=False)) == 0


@pytest.mark.parametrize(
    "said", [" " * 900, "Sure, " * 200, "Here is " + "a cat " * 100, "*" * 900]
)
def test_nothing_is_waited_for_without_end(said: str) -> None:
    place = Place.behind(INSIDE, is_code=False)
    assert find_preface(said[: 2 * LOOK_CHARS], place) is not None
