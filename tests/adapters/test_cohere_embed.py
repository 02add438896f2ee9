from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import cohere_embed
from adapters.models import describe
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Embed, Made, MediaRequest
from edge.core.settings import Settings
from edge.core.types import Usage

MODEL = describe("cohere/embed-v4.0", Settings())


def request(*texts: str, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Embed(texts or ("one", "two"), **members))


def decode(asked: MediaRequest, **answer: Any) -> Made:
    return cohere_embed.decode(asked, "a/b", orjson.dumps(answer))


def test_texts_are_asked_for_as_floats_and_never_cut() -> None:
    http = cohere_embed.encode(request(dimensions=256, purpose="query"), MODEL)
    assert (http.method, http.path) == ("POST", "/v2/embed")
    assert http.body == {
        "model": "embed-v4.0",
        "texts": ["one", "two"],
        "input_type": "search_query",
        "embedding_types": ["float"],
        "output_dimension": 256,
        "truncate": "NONE",
    }


def test_who_does_not_say_what_for_fills_a_store() -> None:
    body = cohere_embed.encode(request(), MODEL).body
    assert body["input_type"] == "search_document" and "output_dimension" not in body


def test_more_texts_than_it_takes_are_refused() -> None:
    with pytest.raises(TierRejected, match="96 texts"):
        cohere_embed.encode(request(*["a"] * 97), MODEL)


def test_vectors_and_billed_tokens_are_read() -> None:
    meta = {"billed_units": {"input_tokens": 4.0}}
    answer = decode(request(), embeddings={"float": [[0.5, 1], [1, 2]]}, meta=meta)
    assert answer.vectors == ((0.5, 1.0), (1.0, 2.0)) and answer.usage == Usage(4, 0)


@pytest.mark.parametrize("embeddings", [None, {}, {"float": None}, {"int8": [[1], [2]]}, "x"])
def test_an_answer_without_floats_is_garbled(embeddings: Any) -> None:
    with pytest.raises(TierGarbled):
        decode(request(), embeddings=embeddings)
