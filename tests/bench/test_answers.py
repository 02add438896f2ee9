"""The simulator's words: whole, token-like, and continued from anywhere."""

from __future__ import annotations

import pytest

from bench.answers import Answer, answer_to, answers, lengthened, pieces, rest_of, shortened

EACH = pytest.mark.parametrize("answer", answers(), ids=lambda answer: answer.name)
LATIN_WORD_LIMIT = 350


def test_there_are_answers_enough_of_a_readable_length() -> None:
    assert len(answers()) >= 12
    for answer in answers():
        words = len(answer.text.split())
        written_without_spaces = words < 60
        assert written_without_spaces or 120 <= words <= LATIN_WORD_LIMIT, answer.name


@EACH
def test_an_answer_is_found_by_each_of_its_keywords_or_a_better_one(answer: Answer) -> None:
    for keyword in answer.keywords:
        assert answer_to(f"Tell me: {keyword}").relevance(keyword) >= 1
    assert answer_to(" ".join(answer.keywords)) is answer


def test_a_prompt_about_nothing_known_always_gets_the_same_answer() -> None:
    assert answer_to("qwertz uiop") is answer_to("qwertz uiop")


def test_a_keyword_inside_another_word_does_not_count() -> None:
    assert answer_to("bookkeeper").relevance("bookkeeper") == 0


@EACH
def test_pieces_make_up_the_text_exactly(answer: Answer) -> None:
    said = pieces(answer.text)
    assert "".join(said) == answer.text
    assert max(map(len, said)) <= 7


@EACH
def test_an_answer_goes_on_exactly_from_every_cut(answer: Answer) -> None:
    for cut in range(len(answer.text) + 1):
        assert rest_of(answer.text, answer.text[:cut]) == answer.text[cut:]


@EACH
def test_behind_an_opening_of_someone_else_an_answer_goes_on_from_every_cut(answer: Answer) -> None:
    opening = "Here is what I know about that."
    joined = opening + rest_of(answer.text, opening)
    assert joined.endswith(answer.text)
    for cut in range(len(opening), len(joined) + 1):
        assert rest_of(answer.text, joined[:cut]) == joined[cut:], joined[:cut]


@pytest.mark.parametrize(
    ("prefix", "joint"),
    [
        ("A first thought.", " "),
        ('He said "yes."', " "),
        ("A first thought. ", ""),
        ("A first thought.\n\n", ""),
        ("\u5148\u8bf4\u7ed3\u8bba\u3002", ""),
        ("A thought that is not", "\u2026\n\n"),
    ],
)
def test_an_answer_is_joined_as_an_author_would(prefix: str, joint: str) -> None:
    assert rest_of("The answer.", prefix) == joint + "The answer."


def test_a_long_beginning_is_found_behind_anything() -> None:
    text = answers()[0].text
    assert rest_of(text, "as they say, " + text[:40]) == text[40:]


def test_a_letter_in_common_is_no_beginning() -> None:
    assert rest_of("The answer.", "I call it T") == "\u2026\n\nThe answer."


def test_a_list_begins_its_own_paragraph() -> None:
    assert rest_of("- one\n- two", "Two things.") == "\n\n- one\n- two"


@EACH
def test_a_shortened_answer_ends_with_a_paragraph_outside_code(answer: Answer) -> None:
    for tokens in (1, 100, 200, 10_000):
        short = shortened(answer.text, tokens)
        assert answer.text.startswith(short)
        assert answer.text[len(short) :][:2] in ("", "\n\n")
        assert short.count("```") % 2 == 0
    assert shortened(answer.text, 10_000) == answer.text


@pytest.mark.parametrize("tokens", [1, 50, 5_000])
def test_a_fixed_length_is_kept_to_the_token(tokens: int) -> None:
    text = answers()[0].text
    assert len(pieces(lengthened(text, tokens))) == tokens
