"""Vectors on Bedrock: `InvokeModel`, whose body is each maker's own.

Amazon's Titan takes one text at a time; Cohere's models what they take at Cohere, but say nothing
of what they read.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from adapters import cohere_embed
from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.media_json import own_members, read_object
from adapters.vectors import made, texts_of
from edge.core.media import Made, MediaRequest
from edge.core.types import Json


def encode(request: MediaRequest, model: HostedModel, /) -> HttpCall:
    for maker, body in _MAKERS.items():
        if maker in model.id:  # behind a region, or in an ARN
            path = f"/model/{quote(model.id, safe='')}/invoke"
            return HttpCall(path, body(request, model), headers={"accept": "application/json"})
    raise cannot(model, "is of no maker whose vectors we know here", "model")


def decode(request: MediaRequest, tier: str, body: bytes, /) -> Made:
    answer = read_object(tier, body)
    if "embedding" in answer:
        return made(request, tier, [answer["embedding"]], answer.get("inputTextTokenCount"))
    return made(request, tier, cohere_embed.vectors_in(answer), None)


def _titan(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    ask = texts_of(request, model, most=1)
    if ask.purpose is not None:
        raise cannot(model, "cannot be told what vectors are for", "input_type")
    sized = {} if ask.dimensions is None else {"dimensions": ask.dimensions}
    return {**own_members(request, model), "inputText": ask.texts[0], **sized}


def _cohere(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    ask = texts_of(request, model, cohere_embed.MOST_TEXTS)
    own = {"truncate": "NONE", **own_members(request, model)}
    return {**own, **cohere_embed.members(ask, model)}


_MAKERS: dict[str, Callable[[MediaRequest, HostedModel], dict[str, Json]]] = {
    "amazon.titan-embed-text": _titan,
    "cohere.embed": _cohere,
}
