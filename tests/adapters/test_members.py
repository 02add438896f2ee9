from math import inf, nan

import pytest

from adapters.members import (
    count_in,
    logprobs_in,
    name_in,
    number_in,
    object_in,
    objects_in,
    text_in,
)
from edge.core.types import Json, TokenLogprob


@pytest.mark.parametrize("value", [None, [], "a", 3, inf])
def test_what_is_no_object_is_an_empty_one(value: Json) -> None:
    assert object_in(value) == {}
    assert object_in({"a": 1}) == {"a": 1}


def test_of_a_list_only_the_objects_are_read() -> None:
    assert list(objects_in([{"a": 1}, None, 3, {}])) == [{"a": 1}, {}]
    assert list(objects_in({"a": 1})) == []


def test_what_is_no_text_says_nothing() -> None:
    assert [text_in(value) for value in ("a", None, 3, ["a"])] == ["a", "", "", ""]


@pytest.mark.parametrize("value", [None, "3", -1, inf, -inf, nan, []])
def test_what_is_no_number_of_anything_is_absent(value: Json) -> None:
    assert (number_in(value), count_in(value)) == (None, 0)


def test_numbers_may_be_written_as_floats() -> None:
    assert [number_in(value) for value in (0, 3, 3.0)] == [0, 3, 3]


def test_a_log_probability_that_is_not_whole_is_left_out() -> None:
    rivals: Json = [{"token": "b", "logprob": -2}, {"token": "c"}, {"logprob": -1}, None]
    entries: Json = [
        {"token": "a", "logprob": -1, "top_logprobs": rivals},
        {"token": "a"},
        {"logprob": -1},
        None,
    ]
    assert list(logprobs_in(entries)) == [TokenLogprob("a", -1.0, (("b", -2.0),))]


@pytest.mark.parametrize("value", [None, "", 3, {}])
def test_what_is_no_name_is_none(value: Json) -> None:
    assert name_in(value) is None


def test_a_name_can_always_be_passed_on() -> None:
    assert name_in("wetter_für") == "wetter_für"
    assert name_in("f\ud83d") == "f\N{REPLACEMENT CHARACTER}"
