from __future__ import annotations

import json
import struct
import zlib
from typing import Any

import pytest

from bench.asked import Refused
from bench.voice import Occasion
from bench.voices.openai_media import Embeddings, Images, picture_of, vector_of


def made(platform: Embeddings | Images, **members: Any) -> dict[str, Any]:
    asked = platform.read(json.dumps({"model": "sim", **members}).encode(), {})
    answer: dict[str, Any] = json.loads(platform.voice(Occasion(0, 0, asked)).whole("", "stop", 1))
    return answer


def test_a_text_has_one_vector_and_its_length_is_one() -> None:
    vector = vector_of("tide", 64)
    assert vector == vector_of("tide", 64) != vector_of("ebb", 64)
    assert sum(number * number for number in vector) == pytest.approx(1.0)


def test_a_picture_is_a_real_png() -> None:
    picture = picture_of("tide")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    at, chunks = 8, {}
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        name, data = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        (crc,) = struct.unpack_from(">I", picture, at + 8 + length)
        assert crc == zlib.crc32(name + data)
        chunks[name], at = data, at + 12 + length
    width, height, depth, colour = struct.unpack_from(">IIBB", chunks[b"IHDR"])
    assert (width, height, depth, colour) == (8, 8, 8, 2)
    assert len(zlib.decompress(chunks[b"IDAT"])) == height * (1 + 3 * width)


def test_vectors_come_in_any_order_and_say_whose_they_are() -> None:
    data = made(Embeddings(), input=["tide", "ebb"])["data"]
    assert [item["index"] for item in data] == [1, 0]


@pytest.mark.parametrize(
    ("platform", "members", "param"),
    [
        (Embeddings(), {"input": "a", "steps": 1}, "steps"),
        (Embeddings(), {"input": []}, "input"),
        (Embeddings(takes_tokens=False), {"input": [1]}, "input"),
        (Embeddings(), {"input": "a", "dimensions": 0}, "dimensions"),
        (Images(), {"prompt": ""}, "prompt"),
        (Images(), {"prompt": "a", "n": 11}, "n"),
        (Images(), {"prompt": "a", "response_format": "url"}, "response_format"),
        (Images(forms=("url",)), {"prompt": "a", "response_format": "png"}, "response_format"),
        (Images(sides=True), {"prompt": "a", "size": "8x8"}, "size"),
    ],
)
def test_what_a_platform_does_not_take_it_refuses(
    platform: Embeddings | Images, members: dict[str, Any], param: str
) -> None:
    with pytest.raises(Refused) as caught:
        made(platform, **members)
    assert caught.value.param == param
