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


def test_an_anchor_has_room_to_be_found_where_a_text_has_few_spaces() -> None:
    assert len(anchor_of("想睡得好，可以从三件小事做起，" * 5 + "\n\n1. 固")) == 40


# -- prefaces ----------------------------------------------------------------


@pytest.mark.parametrize("step", [1, 3, 1000])
@pytest.mark.parametrize(
    "rest", ["loudly.", " loudly.", "there, and it purred loudly.", f"{PREFIX} loudly."]
)
def test_a_phrase_of_the_legs_own_is_cut_whatever_follows_it(rest: str, step: int) -> None:
    said = "Sure! Continuing from where it stopped: " + rest
    deltas = (said[at : at + step] for at in range(0, len(said), step))
    assert joined(PREFIX, *deltas) == PREFIX + " loudly."


def test_behind_a_phrase_a_word_is_set_apart_unless_it_ends_one_that_was_said() -> None:
    said = "Of course, here is the rest:\n\n"
    assert joined("Purring is how a cat is purr", said + "ing on") == (
        "Purring is how a cat is purr ing on"
    )
    assert joined("It was purring, and purr", said + "ing on") == "It was purring, and purring on"
    assert joined("因为身体", "好的，以下是剩余的部分：\n需要恢复") == "因为身体需要恢复"


def test_an_answer_that_began_with_such_a_phrase_is_known_when_told_again() -> None:
    prefix = (
        "Sure! Here is the rest: " + "cats sit on mats and purr, and mats do not mind, " * 8 + "so"
    )
    assert joined(prefix, prefix + " it is.") == prefix + " it is."


def test_behind_a_phrase_the_answer_may_be_told_anew() -> None:
    with pytest.raises(Restarted):
        Seam(HEAT).feed(f"Sure! {AGAIN} " + "It is. " * 60)


def test_behind_a_phrase_a_name_may_go_on_with_the_sentence() -> None:
    prefix = "The basket of Bob holds 3 apples and 4 pears, while the other basket, that of"
    rest = "Ann's sister, holds 2 apples and 3 pears. So there are many."
    assert joined(prefix, "Of course, here is the rest:\n" + rest) == f"{prefix} {rest}"


def test_behind_a_phrase_more_than_the_anchor_may_be_repeated() -> None:
    prefix = "Box B is 4 (the cost of Box A) + 5 = $9.\nBox C is 4 (the cost of Box"
    said = (
        "Of course. Here is the rest:\n\n(the cost of Box A) + 5 = $9.\nBox C is 4 (the cost of Box"
    )
    seam = Seam(prefix, (0,), "Box C is 4 (the cost of Box")
    assert "".join(map(seam.feed, said + " A) + 7.")) + seam.close() == " A) + 7."


def test_a_word_that_was_cut_in_two_is_one_again_behind_a_phrase_and_an_echo() -> None:
    said = "Sure! Continuing from where it stopped: there, and it purring"
    assert joined(PREFIX[:-2], said) == PREFIX[:-2] + "ing"


def test_a_leg_that_says_nothing_but_a_phrase_adds_nothing() -> None:
    assert joined(PREFIX, "Of course, here is the rest:") == PREFIX


# -- tellings that differ, at every split ------------------------------------

MARKED = 'Keep it **short** — "one page", they\'d say… Then `git commit` it:\n\n- and **rest'
REST = " well** afterwards."
TELLINGS = [
    MARKED,
    MARKED.replace("\n\n", " "),
    MARKED.replace(" ", "  "),
    MARKED.replace('"', "”").replace("'", "’"),
    MARKED.replace("—", "-").replace("…", "..."),
    MARKED.replace("**short**", "short").replace("`", ""),
    MARKED.replace("**", "__"),
    MARKED.lower(),
    MARKED.replace("- and", "* and"),
]


@pytest.mark.parametrize("telling", TELLINGS)
def test_an_echo_told_otherwise_is_cut_at_every_split(telling: str) -> None:
    said = telling + REST
    for at in range(len(said) + 1):
        assert joined(MARKED, said[:at], said[at:]) == MARKED + REST


@pytest.mark.parametrize("telling", TELLINGS)
@pytest.mark.parametrize("preface", ["", "Sure! ", "Here it is:\n", "> "])
def test_an_anchor_told_otherwise_is_cut_at_every_split(telling: str, preface: str) -> None:
    anchor = anchor_of(MARKED)
    start = telling.lower().index("say") - len("they'd ")
    said = preface + telling[start:] + REST
    for at in range(len(said) + 1):
        seam = Seam(MARKED, (0,), anchor)
        assert seam.feed(said[:at]) + seam.feed(said[at:]) + seam.close() == REST


@pytest.mark.parametrize("quotes", ['""', "“”", "''", "«»"])
def test_quotes_around_an_anchor_go_with_it(quotes: str) -> None:
    said = f"{quotes[0]}{ANCHOR}{quotes[1]} loudly."
    for at in range(len(said) + 1):
        assert asked(said[:at], said[at:]) == " loudly."


def test_marks_behind_an_echo_are_not_doubled() -> None:
    assert joined("if a >", "if a > b") == "if a > b"
    assert joined("so it is **bold**", "so it is **bold** indeed") == "so it is **bold** indeed"
    assert joined('he said "no"', "He said “no” twice") == 'he said "no" twice'
    assert joined("so it is bold", "so it is **bold** indeed") == "so it is bold indeed"


@pytest.mark.parametrize(
    ("prefix", "rest"),
    [
        ("had", " had enough"),
        ("It was a very, very", " very long day"),
        ("| half the interval | network latency", " | network latency |"),
        ("x = [0, 0, 0, 0, 0, 0, 0, 0,", "0, 0, 0, 0, 0, 0, 0, 0]"),
        ("x = (1 + 2) * 3\ny", " = (1 + 2) * 3\nz = 1"),
    ],
)
def test_what_repeats_itself_in_the_text_is_no_echo(prefix: str, rest: str) -> None:
    for at in range(len(rest) + 1):
        assert joined(prefix, rest[:at], rest[at:]) == prefix + rest


def test_a_turn_of_phrase_that_comes_again_is_no_anchor() -> None:
    prefix = "To begin with, we count the number of apples in the basket"
    rest = ", and then we see that the number of apples in the basket was odd."
    seam = Seam(prefix, (0,), "the number of apples in the basket")
    assert seam.feed(rest) == rest


def test_the_last_sentence_told_again_is_cut() -> None:
    assert joined(PREFIX, "It was warm there, and it purred loudly.") == PREFIX + " loudly."


# -- restarts ----------------------------------------------------------------

HEAT = "Heat pumps move warmth from the cold air outside into the house. They need little"
AGAIN = "A heat pump moves warmth into the house from cold air outside. It is cheap."


@pytest.mark.parametrize("step", [1, 5, 1000])
def test_an_answer_begun_again_in_other_words_is_no_continuation(step: int) -> None:
    seam = Seam(HEAT)
    with pytest.raises(Restarted):
        assert not any(seam.feed(AGAIN[at : at + step]) for at in range(0, len(AGAIN), step))


def test_likeness_is_judged_by_whoever_is_given() -> None:
    with pytest.raises(Restarted):
        Seam(HEAT, similar=lambda new, old: 1.0).feed("Nothing of the kind is said here. So")
    assert Seam(HEAT, similar=lambda new, old: 0.0).feed(AGAIN).strip() == AGAIN


def test_a_restart_behind_a_phrase_of_its_own_is_caught() -> None:
    seam = Seam(HEAT, (0,), anchor_of(HEAT))
    with pytest.raises(Restarted):
        seam.feed("Of course! " + HEAT[:70].replace("little", "no") + "x" * 200)


# -- how long words are held -------------------------------------------------


def longest_hold(prefix: str, words: str, anchor: str = "") -> int:
    seam = Seam(prefix, (0,), anchor)
    for count, word in enumerate(words, start=1):
        try:
            if seam.feed(word):
                return count
        except Restarted:
            return count
    raise AssertionError("held to the end")


@pytest.mark.parametrize(
    ("words", "most"),
    [
        (" while others slept.", 3),
        (" and slept there.", 6),  # told before, up to the space
        (" Paris is far from there, and so nobody went.", 50),
        ("ing all the day", 2),
        ("it was warm, they say", 14),  # told again up to the comma
        ("The cat sat there all the day long and slept on.", 60),
    ],
)
def test_a_leg_that_goes_on_is_let_through_soon(words: str, most: int) -> None:
    assert longest_hold(PREFIX, words * 9) <= most


@pytest.mark.parametrize("anchor", ["", ANCHOR])
@pytest.mark.parametrize(
    "words",
    [
        " " * 9000,
        "*" * 9000,
        "Sure. " * 2000,
        "no " * 3000,
        PREFIX + "*" * 9000,
        PREFIX + " " * 9000,
        PREFIX.replace(" ", " " * 400),
        "It was warm there, and " * 400,
        "12" * 4000,
    ],
)
def test_nothing_is_held_without_end(words: str, anchor: str) -> None:
    assert longest_hold(PREFIX, words, anchor) <= Seam(PREFIX).most_held


def test_a_mark_that_never_comes_is_not_waited_for() -> None:
    prefix = 'he said that "it was no"'
    assert longest_hold(prefix, prefix[:-1] + " " * 9000) <= Seam(prefix).most_held


def test_a_long_echo_is_compared_as_it_comes() -> None:
    """Ten times the echo in ten times the looks, not in a hundred."""
    text = " ".join(f"word{n}" for n in range(20_000))
    assert joined(text, *(text[at : at + 3] for at in range(0, len(text), 3)), " end") == (
        text + " end"
    )
