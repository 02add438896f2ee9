"""What is read from a request for the local model alone, and that it survives the socket."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from edge.core.types import Request, Tool
from local_models.checks import WireError
from local_models.wishes import NO_WISHES, Wishes, decode_wishes, encode_wishes, read_wishes

TOOL = Tool("weather", "How it is.", {"type": "object"})
REQUEST = Request("r", "local", ())


def test_most_callers_wish_nothing() -> None:
    assert read_wishes(REQUEST) == NO_WISHES
    assert encode_wishes(NO_WISHES) == {}
    assert decode_wishes({}) == NO_WISHES


def test_sampling_options_that_a_door_passed_on_are_heard() -> None:
    passed = {"top_k": 5, "min_p": 0.1, "repetition_penalty": 1.2, "user": "me"}
    wishes = read_wishes(replace(REQUEST, passthrough=passed))
    assert wishes == Wishes(top_k=5, min_p=0.1, repetition_penalty=1.2)


def test_provider_options_win() -> None:
    request = replace(
        REQUEST,
        passthrough={"top_k": 5, "thinking": True},
        provider_options={"local": {"top_k": 9}, "groq": {"top_k": 1}},
    )
    assert read_wishes(request) == Wishes(top_k=9)
    thinking = replace(REQUEST, provider_options={"local": {"thinking": True}})
    assert read_wishes(thinking).thinking


def test_tools_and_formats_are_wishes_too() -> None:
    form = {"type": "json_object"}
    request = replace(
        REQUEST,
        tools=(TOOL,),
        tool_choice="required",
        parallel_tool_calls=False,
        response_format=form,
    )
    wishes = read_wishes(request)
    assert wishes == Wishes(tools=(TOOL,), tool_choice="required", format=form, one_call=True)
    assert decode_wishes(encode_wishes(wishes)) == wishes


def test_tools_that_are_not_to_be_called_are_not_told() -> None:
    assert read_wishes(replace(REQUEST, tools=(TOOL,), tool_choice="none")) == NO_WISHES


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"top_k": "many"}, "top_k"),
        ({"top_k": 1.5}, "top_k"),
        ({"min_p": 2}, "min_p"),
        ({"repetition_penalty": 0}, "repetition_penalty"),
        ({"repetition_penalty": "x"}, "repetition_penalty"),
        ({"temprature": 1}, "'temprature' is none of"),
    ],
)
def test_what_cannot_be_wished_is_named(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(WireError, match=complaint):
        read_wishes(replace(REQUEST, provider_options={"local": options}))


@pytest.mark.parametrize("data", [{"tools": 3}, {"tools": [["a"]]}, {"tools": [[1, None, {}]]}])
def test_wishes_of_a_stranger_are_checked(data: dict[str, Any]) -> None:
    with pytest.raises(WireError, match="tools"):
        decode_wishes(data)
