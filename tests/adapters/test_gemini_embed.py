from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import gemini_embed
from adapters.models import describe
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Embed, Made, MediaRequest
from edge.core.settings import Settings
from edge.core.types import Usage

MODEL = describe("gemini/gemini-embedding-001", Settings())


def request(*texts: str, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Embed(texts or ("one", "two"), **members))


def decode(asked: MediaRequest, **answer: Any) -> Made:
    return gemini_embed.decode(asked, "a/b", orjson.dumps(answer))


def test_each_text_is_a_request_of_its_own() -> None:
    http = gemini_embed.encode(request(dimensions=64, purpose="document"), MODEL)
    assert http.path == "/models/gemini-embedding-001:batchEmbedContents"
    each = {
        "model": "models/gemini-embedding-001",
        "taskType": "RETRIEVAL_DOCUMENT",
        "outputDimensionality": 64,
    }
    contents = [{"parts": [{"text": text}]} for text in ("one", "two")]
    assert http.body == {"requests": [{**each, "content": content} for content in contents]}


def test_what_was_not_asked_for_is_not_said() -> None:
    (only,) = gemini_embed.encode(request("one"), MODEL).body["requests"]
    assert only.keys() == {"model", "content"}


def test_vectors_are_read_and_tokens_where_they_are_told() -> None:
    embeddings = [{"values": [0.5]}, {"values": [1]}]
    answer = decode(request(), embeddings=embeddings, usageMetadata={"promptTokenCount": 5})
    assert answer == Made(Usage(5, 0), ((0.5,), (1.0,)))
    assert not decode(request(), embeddings=embeddings).usage.reported


@pytest.mark.parametrize("embeddings", [None, [], [{}, {}], [{"values": []}, {"values": []}]])
def test_an_answer_without_vectors_is_garbled(embeddings: Any) -> None:
    with pytest.raises(TierGarbled):
        decode(request(), embeddings=embeddings)


def test_more_texts_than_it_takes_are_refused() -> None:
    with pytest.raises(TierRejected):
        gemini_embed.encode(request(*["a"] * 101), MODEL)
