"""Cohere's vectors, version 2. The model must be told what they are for.

https://docs.cohere.com/reference/embed
"""

from __future__ import annotations

from adapters.dialect import HostedModel, HttpCall
from adapters.media_json import own_members, read_object
from adapters.polling import member
from adapters.vectors import made, purpose_of, texts_of
from edge.core.media import Embed, Made, MediaRequest
from edge.core.types import Json

MOST_TEXTS = 96
# Who does not say is taken to fill a store: of the two it is what most texts are for.
DOCUMENT = "search_document"
PURPOSES = {
    "query": "search_query",
    "document": DOCUMENT,
    "search_query": "search_query",
    "search_document": DOCUMENT,
    "classification": "classification",
    "clustering": "clustering",
}


def encode(request: MediaRequest, model: HostedModel, /) -> HttpCall:
    ask = texts_of(request, model, MOST_TEXTS)
    body = {"truncate": "NONE", **own_members(request, model), **members(ask, model)}
    return HttpCall("/v2/embed", {**body, "model": model.id})


def decode(request: MediaRequest, tier: str, body: bytes, /) -> Made:
    answer = read_object(tier, body)
    billed = member(member(answer.get("meta"), "billed_units"), "input_tokens")
    return made(request, tier, vectors_in(answer), billed)


def members(ask: Embed, model: HostedModel) -> dict[str, Json]:
    """Of the call, wherever such a model is."""
    sized = {} if ask.dimensions is None else {"output_dimension": ask.dimensions}
    return {
        "texts": list(ask.texts),
        "input_type": purpose_of(ask, model, PURPOSES, DOCUMENT),
        "embedding_types": ["float"],
        **sized,
    }


def vectors_in(answer: dict[str, Json]) -> list[Json]:
    """By type, or as they are: older models know one type only."""
    embeddings = answer.get("embeddings")
    floats = member(embeddings, "float") if isinstance(embeddings, dict) else embeddings
    return floats if isinstance(floats, list) else []
