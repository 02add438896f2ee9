"""The doors at which the simulator makes vectors and pictures: what they take, and refuse.

That official clients read them is tested in tests/sdks.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bench.asked import Refused
from bench.piecework import Door
from bench.voices.pieceworks import PIECEWORKS

COHERE_EMBED, OLLAMA, GEMINI, PREDICT, _, INVOKE = PIECEWORKS[2:]
COHERE = {"model": "m", "texts": ["a"], "input_type": "x", "embedding_types": ["float"]}


def make(door: Door, model: str = "m", **members: Any) -> Any:
    asked = door.read(json.dumps(members).encode(), {"model": model})
    return door.make(asked)


@pytest.mark.parametrize(
    ("door", "members"),
    [
        (COHERE_EMBED, {**COHERE, "size": 1}),
        (COHERE_EMBED, {**COHERE, "texts": ["a"] * 97}),
        (COHERE_EMBED, {**COHERE, "texts": []}),
        (COHERE_EMBED, {"model": "m", "texts": ["a"]}),
        (OLLAMA, {"model": "m", "input": [1]}),
        (OLLAMA, {"model": "m", "input": "a", "dimensions": 0}),
        (GEMINI, {"requests": [{"model": "models/other", "content": {}}]}),
        (GEMINI, {"requests": []}),
        (INVOKE, {"inputText": "a"}),
    ],
)
def test_what_a_platform_does_not_take_is_refused(door: Door, members: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        make(door, **members)


def test_what_is_no_object_is_refused() -> None:
    for body in (b"{", b"[]"):
        with pytest.raises(Refused):
            COHERE_EMBED.read(body, {})


def test_a_door_may_make_pictures_too() -> None:
    made = make(PREDICT, "imagen-4", instances=[{"prompt": "a"}], parameters={})
    assert made["predictions"][0]["mimeType"] == "image/png"
