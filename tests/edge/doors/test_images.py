from __future__ import annotations

import json
from typing import Any

import pytest

from edge.core.errors import BadRequest
from edge.core.media import Draw, MediaRequest
from edge.doors.fields import parse_object
from edge.doors.images import read_draw_request


def read(**members: Any) -> MediaRequest:
    return read_draw_request(parse_object(json.dumps({"prompt": "tide", **members})), "r")


def test_a_prompt_alone_leaves_the_choice_to_us() -> None:
    asked = read()
    assert asked.model == "auto"
    assert asked.ask == Draw("tide")


def test_all_that_can_be_asked_for_is_read() -> None:
    asked = read(
        model="a/p",
        n=3,
        size="1024x1536",
        quality="low",
        style="vivid",
        background="transparent",
        moderation="low",
        output_format="webp",
        output_compression=50,
        response_format="b64_json",
        user="u",
        seed=7,
        stream=False,
        partial_images=0,
    )
    options = {
        "quality": "low",
        "style": "vivid",
        "background": "transparent",
        "moderation": "low",
        "output_format": "webp",
        "output_compression": 50,
    }
    assert asked.ask == Draw("tide", 3, "1024x1536", options, "b64_json")
    assert asked.passthrough == {"user": "u", "seed": 7}


def test_an_automatic_size_is_none() -> None:
    assert read(size="auto").ask == Draw("tide")


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"prompt": ""}, "prompt"),
        ({"prompt": ["a"]}, "prompt"),
        ({"prompt": "a" * 32_001}, "prompt"),
        ({"n": 0}, "n"),
        ({"n": 11}, "n"),
        ({"size": "large"}, "size"),
        ({"size": "0x10"}, "size"),
        ({"size": "1024x1024 "}, "size"),
        ({"quality": 1}, "quality"),
        ({"response_format": "png"}, "response_format"),
        ({"output_compression": 101}, "output_compression"),
        ({"stream": True}, "stream"),
        ({"partial_images": 2}, "partial_images"),
        ({"model": 1}, "model"),
    ],
)
def test_what_is_wrong_is_named(members: dict[str, Any], param: str) -> None:
    with pytest.raises(BadRequest) as caught:
        read(**members)
    assert caught.value.param == param
