"""Stop strings in text that is cut anywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from local_models.stops import StopHolder

LETTERS = st.text("abc", max_size=24)
STOPS = st.lists(st.text("abc", min_size=1, max_size=4), max_size=3)


def shown(stops: list[str], pieces: list[str]) -> str:
    holder = StopHolder(stops)
    text = "".join([holder.feed(piece) for piece in pieces])
    return text if holder.stopped else text + holder.flush()


def up_to_the_first_stop(stops: list[str], text: str) -> str:
    """The same by trying every end: what stands before the stop string completed first."""
    for end in range(len(text) + 1):
        found = [stop for stop in stops if text[:end].endswith(stop)]
        if found:
            return text[: end - max(map(len, found))]
    return text


@given(STOPS, st.lists(LETTERS, max_size=6))
def test_what_is_shown_does_not_depend_on_how_the_text_is_cut(
    stops: list[str], pieces: list[str]
) -> None:
    assert shown(stops, pieces) == up_to_the_first_stop(stops, "".join(pieces))


@given(STOPS, st.lists(LETTERS, max_size=6))
def test_what_was_shown_is_never_part_of_a_stop_string(stops: list[str], pieces: list[str]) -> None:
    holder = StopHolder(stops)
    text = ""
    for piece in pieces:
        text += holder.feed(piece)
        assert not any(stop in text for stop in stops)


def test_text_is_held_only_while_it_may_become_a_stop_string() -> None:
    holder = StopHolder(["</end>"])
    assert holder.feed("a <") == "a "
    assert holder.feed("b") == "<b"
    assert holder.feed("</en") == ""
    assert holder.feed("d>") == ""
    assert holder.stopped


def test_nothing_is_shown_after_a_stop() -> None:
    holder = StopHolder(["."])
    assert holder.feed("one. two") == "one"
    assert holder.feed(" three") == ""
    assert holder.flush() == ""


def test_an_empty_stop_string_stops_nothing() -> None:
    assert shown([""], ["all", " of it"]) == "all of it"
