"""From a model's bytes to a reader's text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edge.core.types import Text, TokenLogprob
from local_models.llama import Model
from local_models.wording import Wording


def cut(data: bytes, at: list[int]) -> list[bytes]:
    ends = sorted(end % (len(data) + 1) for end in at)
    return [data[start:end] for start, end in zip([0, *ends], [*ends, len(data)], strict=True)]


def said(wording: Wording, pieces: list[bytes]) -> list[Text]:
    heard = [wording.add(piece, TokenLogprob(str(i), -i)) for i, piece in enumerate(pieces)]
    if not wording.stopped:
        heard.append(wording.end())
    return [text for text in heard if text is not None]


@given(st.text(), st.lists(st.integers(0, 200), max_size=8))
def test_characters_come_whole_however_their_bytes_are_cut(text: str, at: list[int]) -> None:
    heard = said(Wording(), cut(text.encode(), at))
    assert "".join(piece.text for piece in heard) == text
    assert all(piece.text for piece in heard)


def test_half_a_character_at_the_end_is_not_shown() -> None:
    wording = Wording()
    assert wording.add(b"so \xf0\x9f\x98") == Text("so ")
    assert wording.end() is None


@given(st.text("ab.", max_size=20), st.lists(st.integers(0, 20), max_size=6))
def test_each_token_that_is_shown_brings_its_logprob_once_and_in_order(
    text: str, at: list[int]
) -> None:
    pieces = [piece for piece in cut(text.encode(), at) if piece]
    heard = said(Wording(["b."]), pieces)
    shown = sum(len(piece.text) for piece in heard)
    starts = [sum(map(len, pieces[:i])) for i in range(len(pieces))]
    expected = [str(i) for i, start in enumerate(starts) if start < shown]
    assert [entry.token for piece in heard for entry in piece.logprobs] == expected


def test_a_logprob_waits_with_its_held_text() -> None:
    wording = Wording(["END"])
    first, second = TokenLogprob("a E", -1.0), TokenLogprob("x", -2.0)
    assert wording.add(b"a E", first) == Text("a ", (first,))
    assert wording.add(b"x", second) == Text("Ex", (second,))


def test_a_logprob_does_not_go_out_before_its_text() -> None:
    wording = Wording(["END"])
    first, second = TokenLogprob("E", -1.0), TokenLogprob("E", -2.0)
    assert wording.add(b"E", first) is None
    assert wording.add(b"E", second) == Text("E", (first,))
    assert wording.end() == Text("E", (second,))


def test_what_the_reader_has_already_is_not_said_twice() -> None:
    wording = Wording(known="  ")
    assert wording.add(b" ") is None
    assert wording.add(b" and") == Text("and")
    assert wording.add(b" so") == Text(" so")


def test_only_the_beginning_is_compared_with_what_the_reader_has() -> None:
    wording = Wording(known=" ")
    assert wording.add(b"ly") == Text("ly")
    assert wording.add(b" so") == Text(" so")


@given(st.text(max_size=30), st.sampled_from(["", "ü", "🎉", "ab"]))
def test_text_of_byte_tokens_is_never_shown_in_halves(tiny: Model, text: str, stop: str) -> None:
    """A vocabulary without accents or emoji spells them byte by byte."""
    wording = Wording([stop] if stop else [])
    shown = []
    for token in tiny.tokenize(text, parse_special=False):
        piece = wording.add(tiny.piece(token))
        if piece is not None:
            shown.append(piece.text)
    last = wording.end()
    whole = "".join([*shown, last.text if last else ""])
    assert whole == (text.split(stop, maxsplit=1)[0] if stop else text)
    assert all(text.startswith("".join(shown[:n])) for n in range(len(shown) + 1))
