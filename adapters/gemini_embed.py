"""Google's vectors, at the Gemini API. `vertex_embed.py` has Vertex AI, which asks otherwise.

A text that is too long is cut there, and nothing can be said against it.

https://ai.google.dev/api/embeddings
"""

from __future__ import annotations

from urllib.parse import quote

from adapters.dialect import HostedModel, HttpCall
from adapters.media_json import own_members, read_object
from adapters.members import objects_in
from adapters.polling import member
from adapters.vectors import made, purpose_of, texts_of
from edge.core.media import Made, MediaRequest

MOST_TEXTS = 100
PURPOSES = {
    "query": "RETRIEVAL_QUERY",
    "document": "RETRIEVAL_DOCUMENT",
    "search_query": "RETRIEVAL_QUERY",
    "search_document": "RETRIEVAL_DOCUMENT",
    "classification": "CLASSIFICATION",
    "clustering": "CLUSTERING",
}


def encode(request: MediaRequest, model: HostedModel, /) -> HttpCall:
    """`provider_options` are of each text's request, as `title` is."""
    ask = texts_of(request, model, MOST_TEXTS)
    optional = {
        "taskType": purpose_of(ask, model, PURPOSES),
        "outputDimensionality": ask.dimensions,
    }
    each = {
        **own_members(request, model),
        "model": f"models/{model.id}",
        **{name: value for name, value in optional.items() if value is not None},
    }
    requests = [{**each, "content": {"parts": [{"text": text}]}} for text in ask.texts]
    path = f"/models/{quote(model.id, safe='')}:batchEmbedContents"
    return HttpCall(path, {"requests": requests})


def decode(request: MediaRequest, tier: str, body: bytes, /) -> Made:
    answer = read_object(tier, body)
    vectors = [embedding.get("values") for embedding in objects_in(answer.get("embeddings"))]
    read = member(answer.get("usageMetadata"), "promptTokenCount")
    return made(request, tier, vectors, read)
