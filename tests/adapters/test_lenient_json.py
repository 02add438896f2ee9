import math

import pytest

from adapters.lenient_json import MAX_DEPTH, Halves, dumps, loads, loads_whole


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


def test_what_is_read_can_be_written_again_and_what_is_too_deep_is_not_read() -> None:
    deepest = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert dumps(loads(deepest)) == deepest
    assert loads(b"[" + b"[],{}," * MAX_DEPTH + b"1]")
    for start, end in ((b"[", b"]"), (b'{"a":', b"}")):
        with pytest.raises(ValueError, match="nested too deeply"):
            loads(start * (MAX_DEPTH + 1) + b"1" + end * (MAX_DEPTH + 1))


@pytest.mark.parametrize("half", [rb"\ud83d", b"\xed\xa0\xbd"])
def test_of_what_is_whole_every_string_can_be_encoded(half: bytes) -> None:
    read = loads_whole(b'{"' + half + b'": ["a' + half + b'"]}')
    ((key, (text,)),) = read.items()
    assert (key, text) == ("\N{REPLACEMENT CHARACTER}", "a\N{REPLACEMENT CHARACTER}")


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
