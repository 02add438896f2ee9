from __future__ import annotations

import json
from typing import Any

import pytest

from edge.core.errors import BadRequest
from edge.core.media import Embed
from edge.doors.embeddings import read_embed_request
from edge.doors.fields import parse_object


def read(**members: Any) -> Any:
    body = {"model": "auto", "input": "tide", **members}
    return read_embed_request(parse_object(json.dumps(body)), "r", 1)


@pytest.mark.parametrize(
    ("given", "texts", "tokens"),
    [
        ("tide", ("tide",), ()),
        (["tide", "ebb"], ("tide", "ebb"), ()),
        ([1, 2], (), ((1, 2),)),
        ([[1, 2], [3]], (), ((1, 2), (3,))),
    ],
)
def test_what_is_to_be_embedded_comes_in_four_forms(given: Any, texts: Any, tokens: Any) -> None:
    asked = read(input=given, dimensions=8, input_type="query")
    assert asked.ask == Embed(texts, 8, "query", tokens)


def test_what_is_not_ours_is_passed_on() -> None:
    asked = read(user="u", truncate="END", prelude={"trace": True}, encoding_format="base64")
    assert asked.passthrough == {"user": "u", "truncate": "END"}
    assert asked.options.trace
    assert asked.client_retries == 1


@pytest.mark.parametrize(
    ("members", "param"),
    [
        ({"model": ""}, "model"),
        ({"model": None}, "model"),
        ({"input": None}, "input"),
        ({"input": ""}, "input"),
        ({"input": []}, "input"),
        ({"input": [""]}, "input"),
        ({"input": ["a", 1]}, "input"),
        ({"input": ["a", [1]]}, "input"),
        ({"input": [[1], []]}, "input"),
        ({"input": [[1, -1]]}, "input"),
        ({"input": [[1, "a"]]}, "input"),
        ({"input": [True]}, "input"),
        ({"input": {"text": "a"}}, "input"),
        ({"input": ["a"] * 2049}, "input"),
        ({"input": "a" * 1_000_001}, "input"),
        ({"dimensions": 0}, "dimensions"),
        ({"dimensions": "8"}, "dimensions"),
        ({"prelude": {"draft": "none"}}, "prelude.draft"),
        ({"prelude": {"task": "math"}}, "prelude.task"),
    ],
)
def test_what_is_wrong_is_named(members: dict[str, Any], param: str) -> None:
    with pytest.raises(BadRequest) as caught:
        read(**members)
    assert caught.value.param == param
