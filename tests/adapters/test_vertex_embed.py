from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import vertex_embed
from adapters.models import describe
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Embed, Made, MediaRequest
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Usage

SETTINGS = Settings(
    providers={"vertex": ProviderSettings("vertex", region="europe-west4", project="p")}
)
MANY = describe("vertex/gemini-embedding-001", SETTINGS)
ONE = describe("vertex/gemini-embedding-2", SETTINGS)


def request(*texts: str, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Embed(texts or ("one", "two"), **members))


def decode(asked: MediaRequest, **answer: Any) -> Made:
    return vertex_embed.decode(asked, "a/b", orjson.dumps(answer))


def test_many_texts_are_predicted() -> None:
    http = vertex_embed.encode(request(dimensions=64, purpose="query"), MANY)
    assert http.path == "/models/gemini-embedding-001:predict"
    task = {"task_type": "RETRIEVAL_QUERY"}
    assert http.body == {
        "instances": [{"content": "one", **task}, {"content": "two", **task}],
        "parameters": {"autoTruncate": False, "outputDimensionality": 64},
    }


def test_later_models_take_one_text() -> None:
    http = vertex_embed.encode(request("one", dimensions=64), ONE)
    assert http.path == "/models/gemini-embedding-2:embedContent"
    assert http.body == {
        "content": {"parts": [{"text": "one"}]},
        "embedContentConfig": {"autoTruncate": False, "outputDimensionality": 64},
    }
    with pytest.raises(TierRejected):
        vertex_embed.encode(request(), ONE)


def test_predictions_are_read_with_the_tokens_of_all() -> None:
    predictions = [
        {"embeddings": {"values": [0.5], "statistics": {"token_count": 2}}},
        {"embeddings": {"values": [1], "statistics": {"token_count": 3}}},
    ]
    assert decode(request(), predictions=predictions) == Made(Usage(5, 0), ((0.5,), (1.0,)))
    del predictions[0]["embeddings"]["statistics"]
    assert not decode(request(), predictions=predictions).usage.reported


def test_one_embedding_is_read() -> None:
    told = {"promptTokenCount": 3}
    answer = decode(request("one"), embedding={"values": [0.5]}, usageMetadata=told)
    assert answer == Made(Usage(3, 0), ((0.5,),))


def test_an_answer_without_vectors_is_garbled() -> None:
    answers: list[dict[str, Any]] = [{}, {"embedding": {}}, {"predictions": [{}, {}]}]
    for answer in answers:
        with pytest.raises(TierGarbled):
            decode(request(), **answer)
