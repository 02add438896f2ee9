"""A finite set of sentences, walked as a trie of tokens."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_models.choices import END, ChoiceWalk

Sentence = tuple[int, ...]
SENTENCES = st.lists(
    st.lists(st.integers(0, 3), min_size=1, max_size=6).map(tuple),
    min_size=1,
    max_size=8,
    unique=True,
)


def walk_to(sentences: list[Sentence], wanted: Sentence) -> tuple[list[int], int]:
    """Takes the options that lead to `wanted`; the tokens fed and the number of questions."""
    walk = ChoiceWalk(sentences)
    fed = list(walk.lead)
    questions = 0
    while walk.settled is None:
        option = (*wanted, END)[len(fed)]
        assert option in walk.options
        assert len(walk.options) > 1  # else there was nothing to ask
        fed += walk.take(option)
        questions += 1
    assert sentences[walk.settled] == wanted
    return fed, questions


@given(SENTENCES, st.randoms(use_true_random=False))
def test_every_walk_ends_at_one_of_the_sentences(
    sentences: list[Sentence], choose: random.Random
) -> None:
    walk = ChoiceWalk(sentences)
    while walk.settled is None:
        walk.take(choose.choice(walk.options))
    assert walk.settled in range(len(sentences))


@given(SENTENCES, st.data())
def test_every_sentence_can_be_reached_and_only_its_own_tokens_are_fed(
    sentences: list[Sentence], data: st.DataObject
) -> None:
    wanted = data.draw(st.sampled_from(sentences))
    fed, questions = walk_to(sentences, wanted)
    assert wanted[: len(fed)] == tuple(fed)
    assert questions < len(sentences)


def test_a_single_sentence_is_settled_without_a_question() -> None:
    walk = ChoiceWalk([(5, 6, 7)])
    assert walk.settled == 0
    assert walk.lead == []


def test_what_all_sentences_begin_with_is_fed_before_the_first_question() -> None:
    walk = ChoiceWalk([(1, 2, 3), (1, 2, 4)])
    assert walk.lead == [1, 2]
    assert set(walk.options) == {3, 4}


def test_a_forced_run_comes_with_the_token_that_led_to_it() -> None:
    walk = ChoiceWalk([(1, 2, 3, 4), (1, 2, 3, 5), (9,)])
    assert walk.take(1) == [1, 2, 3]
    assert set(walk.options) == {4, 5}


def test_the_rest_of_the_last_sentence_is_not_fed() -> None:
    walk = ChoiceWalk([(1, 2, 3, 4), (5, 6)])
    assert walk.take(1) == []
    assert walk.settled == 0


@pytest.mark.parametrize(("option", "settled"), [(END, 0), (3, 1)])
def test_a_sentence_that_begins_another_can_end_or_go_on(option: int, settled: int) -> None:
    walk = ChoiceWalk([(1, 2), (1, 2, 3)])
    assert walk.lead == [1, 2]
    assert set(walk.options) == {END, 3}
    walk.take(option)
    assert walk.settled == settled
