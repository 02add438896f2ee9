from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import bedrock_embed
from adapters.models import describe
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Embed, Made, MediaRequest
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Usage

SETTINGS = Settings(providers={"bedrock": ProviderSettings("bedrock", region="us-east-1")})
TITAN = describe("bedrock/amazon.titan-embed-text-v2:0", SETTINGS)
COHERE = describe("bedrock/us.cohere.embed-v4:0", SETTINGS)


def request(*texts: str, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Embed(texts or ("one", "two"), **members))


def decode(asked: MediaRequest, **answer: Any) -> Made:
    return bedrock_embed.decode(asked, "a/b", orjson.dumps(answer))


def test_titan_is_asked_for_one_text() -> None:
    http = bedrock_embed.encode(request("one", dimensions=256), TITAN)
    assert http.path == "/model/amazon.titan-embed-text-v2%3A0/invoke"
    assert http.body == {"inputText": "one", "dimensions": 256}
    for asked in (request("one", "two"), request("one", purpose="query")):
        with pytest.raises(TierRejected):
            bedrock_embed.encode(asked, TITAN)


def test_coheres_models_are_asked_as_cohere_is() -> None:
    http = bedrock_embed.encode(request(), COHERE)
    assert http.path == "/model/us.cohere.embed-v4%3A0/invoke"
    assert http.body == {
        "texts": ["one", "two"],
        "input_type": "search_document",
        "embedding_types": ["float"],
        "truncate": "NONE",
    }


def test_a_maker_that_nobody_knows_is_refused() -> None:
    with pytest.raises(TierRejected, match="no maker"):
        bedrock_embed.encode(request("one"), describe("bedrock/amazon.nova-pro-v1:0", SETTINGS))


def test_titans_vector_and_tokens_are_read() -> None:
    answer = decode(request("one"), embedding=[0.5, 1], inputTextTokenCount=3)
    assert answer == Made(Usage(3, 0), ((0.5, 1.0),))


@pytest.mark.parametrize("embeddings", [[[0.5], [1]], {"float": [[0.5], [1]]}])
def test_coheres_vectors_are_read_in_both_forms(embeddings: Any) -> None:
    answer = decode(request(), embeddings=embeddings, response_type="any")
    assert answer.vectors == ((0.5,), (1.0,)) and not answer.usage.reported


def test_an_answer_without_vectors_is_garbled() -> None:
    with pytest.raises(TierGarbled):
        decode(request(), message="no")
