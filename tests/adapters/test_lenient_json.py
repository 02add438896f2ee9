import math

import pytest

from adapters.lenient_json import Halves, dumps, loads


def test_numbers_that_json_does_not_have_are_read() -> None:
    read = loads(b'{"a": NaN, "b": -Infinity}')
    assert math.isnan(read["a"])
    assert read["b"] == -math.inf


def test_words_with_characters_that_should_have_been_escaped_are_all_there() -> None:
    assert loads(b'{"content": "a\tb\nc"}') == {"content": "a\tb\nc"}


@pytest.mark.parametrize("data", [b"", b"{", b"not json", b'"\xff"', b"[" * 100_000])
def test_what_is_no_json_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the message is the parser's own
        loads(data)


def test_integers_of_more_than_64_bits_are_written() -> None:
    assert loads(dumps({"maximum": 2**70})) == {"maximum": 2**70}


def test_a_pair_cut_in_two_is_joined_again() -> None:
    halves = Halves()
    assert [halves.join(text) for text in ("so \ud83d", "\ude00 it goes")] == [
        "so ",
        "\N{GRINNING FACE} it goes",
    ]


def test_a_half_that_stays_alone_becomes_something_that_can_be_encoded() -> None:
    halves = Halves()
    assert (
        halves.join("\ude00 a \ud83d b")
        == "\N{REPLACEMENT CHARACTER} a \N{REPLACEMENT CHARACTER} b"
    )
    assert halves.join("\ud83d") == ""
    assert halves.join("plain") == "\N{REPLACEMENT CHARACTER}plain"
