"""Ollama's own vectors. https://docs.ollama.com/api/embed"""

from __future__ import annotations

from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.media_json import own_members, read_object
from adapters.vectors import made, texts_of
from edge.core.media import Made, MediaRequest


def encode(request: MediaRequest, model: HostedModel, /) -> HttpCall:
    ask = texts_of(request, model)
    if ask.purpose is not None:
        raise cannot(model, "cannot be told what vectors are for", "input_type")
    sized = {} if ask.dimensions is None else {"dimensions": ask.dimensions}
    own = {"truncate": False, **own_members(request, model)}
    return HttpCall("/api/embed", {**own, "model": model.id, "input": list(ask.texts), **sized})


def decode(request: MediaRequest, tier: str, body: bytes, /) -> Made:
    answer = read_object(tier, body)
    vectors = answer.get("embeddings")
    return made(
        request, tier, vectors if isinstance(vectors, list) else (), answer.get("prompt_eval_count")
    )
