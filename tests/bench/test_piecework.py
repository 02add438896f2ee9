"""The doors at which the simulator makes vectors and pictures: what they take, and refuse.

That official clients read them is tested in tests/sdks.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bench.asked import Refused
from bench.piecework import Piecework, vector_of
from bench.voices.pieceworks import (
    BedrockInvoke,
    CohereEmbed,
    GeminiEmbed,
    OllamaEmbed,
    VertexPredict,
)

COHERE = {"model": "m", "texts": ["a"], "input_type": "x", "embedding_types": ["float"]}


def make(piecework: Piecework, model: str = "m", **members: Any) -> Any:
    order = piecework.read(json.dumps(members).encode(), {"model": model})
    return piecework.make(order)


def test_a_vector_is_its_texts_own() -> None:
    assert vector_of("a", 8) == vector_of("a", 8) != vector_of("b", 8)
    assert len(vector_of("a", 3)) == 3


@pytest.mark.parametrize(
    ("piecework", "members"),
    [
        (CohereEmbed(), {**COHERE, "size": 1}),
        (CohereEmbed(), {**COHERE, "texts": ["a"] * 97}),
        (CohereEmbed(), {**COHERE, "texts": []}),
        (CohereEmbed(), {"model": "m", "texts": ["a"]}),
        (OllamaEmbed(), {"model": "m", "input": [1]}),
        (OllamaEmbed(), {"model": "m", "input": "a", "dimensions": 0}),
        (GeminiEmbed(), {"requests": [{"model": "models/other", "content": {}}]}),
        (GeminiEmbed(), {"requests": []}),
        (BedrockInvoke(), {"inputText": "a"}),
    ],
)
def test_what_a_platform_does_not_take_is_refused(
    piecework: Piecework, members: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        make(piecework, **members)


def test_what_is_no_object_is_refused() -> None:
    for body in (b"{", b"[]"):
        with pytest.raises(Refused):
            CohereEmbed().read(body, {})


def test_a_door_may_make_pictures_too() -> None:
    made = make(VertexPredict(), "imagen-4", instances=[{"prompt": "a"}], parameters={})
    assert made["predictions"][0]["mimeType"] == "image/png"
