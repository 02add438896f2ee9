"""Spelling: which of the asker's words are said, with which capitals, and which are not."""

from __future__ import annotations

import pytest

from edge.core.openings import english_vocabulary
from edge.core.openings.english_words import LEXICON
from edge.core.openings.spelling import respell


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the offside rule in Soccer", "the offside rule in soccer"),
        ("edible uses for Tomatoes", "edible uses for tomatoes"),
        ("oil and Gas", "oil and gas"),
        ("Hip-Hop duos", "hip-hop duos"),
        ("my Father-in-law", "my father-in-law"),
        ("my children's books", "my children's books"),
        ("a p-value", "a p-value"),
        ("a trip to norway", "a trip to Norway"),
        ("the Roman Empire", "the Roman Empire"),
        ("the World Cup", "the World Cup"),
        ("Kubernetes and C++", "Kubernetes and C++"),
        ("slack versus Slack", "slack versus Slack"),  # whichever it is, its author knew
        ("don't panic", "don't panic"),
        ('the plot of "A Song of Ice"', 'the plot of "A Song of Ice"'),
    ],
)
def test_a_word_is_said_with_the_capital_it_should_have(typed: str, said: str) -> None:
    assert respell(typed, LEXICON.vocabulary) == said


@pytest.mark.parametrize(
    "typed",
    [
        "epistatis",
        "collectible cardgames",
        "a data&AI strategy",
        "the Stock Market",  # a title, or two slips
        "Game of Thrones",
        "Classic Rock bands",
        "Genetics",  # a product, or the science
        "the women's world cup",
        "the avengers",
        "the best galaxy TV shows",  # a brand, or what it says
        "a Hummum",
        "oracle",
        "a camp fire",
        "low lying land",
    ],
)
def test_a_phrase_with_a_word_in_doubt_is_not_said(typed: str) -> None:
    assert respell(typed, LEXICON.vocabulary) is None


def test_the_lists_agree_with_one_another() -> None:
    words = LEXICON.vocabulary.words
    assert not words & english_vocabulary.MOSTLY_NAMES
    assert not english_vocabulary.MOSTLY_NAMES & english_vocabulary.EITHER
    assert all(word == word.lower() for word in words)
    assert all(name[0].isupper() for name in english_vocabulary.NAMES)
