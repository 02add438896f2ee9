from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.seams import Restarted, Seam, anchor_of

PREFIX = "The cat sat on the mat. It was warm there, and it purred"


def joined(prefix: str, *deltas: str, starts: tuple[int, ...] = (0,)) -> str:
    """What the reader ends up with when a leg says `deltas` after `prefix`."""
    seam = Seam(prefix, starts)
    return prefix + "".join(map(seam.feed, deltas)) + seam.close()


def test_a_leg_without_prefix_passes_through() -> None:
    assert joined("", " any", "thing ", "\n") == " anything \n"


@pytest.mark.parametrize(
    ("prefix", "said", "whole"),
    [
        ("Hello there.", " How are you?", "Hello there. How are you?"),
        ("Hello there.", "How are you?", "Hello there. How are you?"),  # the space was dropped
        ("Hello there", " friend", "Hello there friend"),
        ("Hello the", "re", "Hello there"),  # cut in mid-word
        ("It costs 3.", "14 euros", "It costs 3.14 euros"),
        ("See example.", "com for it", "See example.com for it"),
        ("Here is a list:", "- one", "Here is a list:\n\n- one"),
        ("Done.", "\n\nNext", "Done.\n\nNext"),
        ("完了しました。", "次に", "完了しました。次に"),
        ("Why?", "Because", "Why? Because"),
    ],
)
def test_white_space_across_the_seam_is_right(prefix: str, said: str, whole: str) -> None:
    assert joined(prefix, said) == whole


@given(st.integers(1, len(PREFIX)))
def test_an_echo_is_cut_however_it_arrives(step: int) -> None:
    echo = PREFIX + " loudly."
    deltas = [echo[at : at + step] for at in range(0, len(echo), step)]
    assert joined(PREFIX, *deltas) == PREFIX + " loudly."


def test_an_echo_in_one_piece_with_its_continuation_is_cut() -> None:
    assert joined(PREFIX, f"{PREFIX} loudly.") == f"{PREFIX} loudly."


def test_an_echo_of_an_earlier_legs_words_is_cut_too() -> None:
    prefix = "Let's look at cats. The cat sat on the mat"
    assert joined(prefix, "The cat sat on the mat", " today.", starts=(0, 19)) == prefix + " today."


def test_telling_the_answer_anew_in_other_words_is_no_continuation() -> None:
    seam = Seam(PREFIX)
    with pytest.raises(Restarted):
        seam.feed("The cat sat on the mat. It was warm there, but then it left")


def test_a_short_likeness_is_a_coincidence() -> None:
    assert joined(PREFIX, "The ", "end.") == PREFIX + "The end."


def test_words_that_could_be_an_echo_are_held_no_longer_than_they_could() -> None:
    seam = Seam(PREFIX)
    assert seam.feed("the cat") == ""
    assert seam.feed(" ran") == "the cat ran"
    assert seam.feed(" away") == " away"


def test_a_leg_that_only_repeats_a_part_is_no_continuation() -> None:
    seam = Seam(PREFIX)
    assert seam.feed(PREFIX[:-6]) == ""
    with pytest.raises(Restarted):
        seam.close()


def test_a_leg_that_repeats_all_and_stops_adds_nothing() -> None:
    assert joined(PREFIX, PREFIX) == PREFIX


# -- anchors -----------------------------------------------------------------

ANCHOR = "there, and it purred"


def asked(*deltas: str) -> str:
    """What a model adds that was asked to repeat the anchor."""
    seam = Seam(PREFIX, (0,), ANCHOR)
    return "".join(map(seam.feed, deltas)) + seam.close()


@pytest.mark.parametrize(
    "said",
    [
        f"{ANCHOR} loudly.",
        f"Sure! {ANCHOR} loudly.",
        f"...{ANCHOR} loudly.",
        f'"{ANCHOR}" loudly.',
        "**there**, and it\npurred loudly.",
        "There, and it  purred loudly.",
        f"{PREFIX} loudly.",
        "it was warm there, and it purred loudly.",  # more than was asked for
    ],
)
@pytest.mark.parametrize("step", [1, 3, 1000])
def test_new_words_begin_behind_the_anchor(said: str, step: int) -> None:
    new = asked(*(said[at : at + step] for at in range(0, len(said), step)))
    assert new.lstrip('"') == " loudly."


def test_without_an_anchor_the_longest_overlap_is_cut() -> None:
    assert (
        asked("re, and it purred loudly, as cats do when they are left alone. " + "So. " * 60)[:8]
        == " loudly,"
    )


def test_without_anchor_and_overlap_the_words_are_joined() -> None:
    assert asked(" and slept.") == " and slept."


def test_words_behind_an_anchor_are_held_for_so_many_characters_at_most() -> None:
    seam = Seam(PREFIX, (0,), ANCHOR)
    words = [" lions" for _ in range(60)]
    shown = [bool(seam.feed(word)) for word in words]
    assert shown.index(True) * 6 <= 240


def test_anchor_is_made_of_whole_words() -> None:
    assert anchor_of(PREFIX) == "mat. It was warm there, and it purred"
    assert anchor_of("Short.") == "Short."
    assert anchor_of("x" * 100) == "x" * 40
