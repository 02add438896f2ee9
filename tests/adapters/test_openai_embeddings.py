from __future__ import annotations

import base64
import json
import struct
from typing import Any

import pytest

from adapters import openai_embeddings
from adapters.dialect import Endpoint, HostedModel
from adapters.openai_embeddings import LLAMACPP, MISTRAL, OPENAI, TOGETHER
from adapters.providers import PROVIDERS
from edge.core.errors import TierGarbled, TierRejected, TierUnavailable
from edge.core.media import Embed, MediaRequest
from edge.core.types import Usage

ROWS = {row.name: row for row in PROVIDERS}
MODEL = HostedModel("mine/e", "e-small", Endpoint("mine", ROWS["openai"], "http://127.0.0.1/v1"))


def request(*texts: str, **more: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Embed(texts or ("a", "b"), **more))


def packed(*numbers: float) -> str:
    return base64.b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode()


def answer(*vectors: Any, **more: Any) -> bytes:
    data = [{"index": index, "embedding": vector} for index, vector in enumerate(vectors)]
    return json.dumps({"data": data, **more}).encode()


def test_base64_is_asked_for_and_what_the_caller_adds_goes_along() -> None:
    asked = MediaRequest(
        "r",
        "auto",
        Embed(("a",), 64),
        provider_options={"openai": {"x": 1}, "mine": {"y": 2}, "other": {"z": 3}},
        passthrough={"user": "u", "model": "another"},
    )
    http = OPENAI.encode(asked, MODEL)
    assert http.path == "/embeddings"
    assert http.body == {
        "user": "u",
        "x": 1,
        "y": 2,
        "model": "e-small",
        "input": ("a",),
        "encoding_format": "base64",
        "dimensions": 64,
    }


def test_hosts_differ_in_what_they_are_told() -> None:
    assert MISTRAL.encode(request(dimensions=8), MODEL).body["output_dimension"] == 8
    assert "encoding_format" not in TOGETHER.encode(request(), MODEL).body
    for dialect in (TOGETHER, LLAMACPP):
        with pytest.raises(TierRejected) as caught:
            dialect.encode(request(dimensions=8), MODEL)
        assert caught.value.own_limit and caught.value.param == "dimensions"


def test_vectors_are_read_in_the_order_of_their_texts() -> None:
    data = [{"index": 1, "embedding": packed(3, 4)}, {"index": 0, "embedding": [1, 2]}]
    body = json.dumps({"data": data, "usage": {"prompt_tokens": 7}, "id": "e1"}).encode()
    made = OPENAI.decode(request(), "mine/e", body)
    assert [tuple(vector) for vector in made.vectors] == [(1.0, 2.0), (3.0, 4.0)]
    assert made.usage == Usage(7, 0)
    assert made.extra == {"id": "e1"}


def test_usage_that_nobody_told_is_estimated_and_says_so() -> None:
    made = OPENAI.decode(request("tide " * 8, "b"), "mine/e", answer([1], [2]))
    assert made.usage == Usage(11, 0, reported=False)


@pytest.mark.parametrize(
    "body",
    [
        answer([1, 2]),
        answer([1], [2], [3]),
        answer([1, 2], [1]),
        answer([], packed()),
        answer([], []),
        answer([1], ["x"]),
        answer([1], [True]),
        answer([1], None),
        answer([1], "no base64!"),
        answer([1], base64.b64encode(b"abc").decode()),
        answer([1], packed(float("nan"))),
        json.dumps({"data": [{"index": 0, "embedding": [1]}] * 2}).encode(),
        json.dumps({"data": [{"index": i, "embedding": [1]} for i in (0, 1, 1)]}).encode(),
        json.dumps({"data": [{"index": 5, "embedding": [1]}, {"embedding": [1]}]}).encode(),
        b'{"data": {}}',
        b"[]",
        b"<html>",
        b"",
    ],
)
def test_a_wrong_count_length_or_number_is_garbled(body: bytes) -> None:
    with pytest.raises(TierGarbled, match="mine/e"):
        OPENAI.decode(request(), "mine/e", body)


def test_another_length_than_was_asked_for_is_garbled() -> None:
    with pytest.raises(TierGarbled, match="another length"):
        OPENAI.decode(request(dimensions=3), "mine/e", answer([1, 2], [3, 4]))


def test_an_error_that_comes_as_a_success_is_one() -> None:
    body = b'{"error": {"message": "Busy.", "type": "server_error"}}'
    with pytest.raises(TierUnavailable):
        openai_embeddings.OPENAI.decode(request(), "mine/e", body)
