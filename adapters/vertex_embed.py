"""Google's vectors, at Vertex AI: two doors, by the model.

`gemini-embedding-001` and those before it are asked to `predict`, many texts at once; the later
ones of Gemini, and open models that Google serves, to `embedContent`, which takes one.

https://docs.cloud.google.com/vertex-ai/generative-ai/docs/model-reference/text-embeddings-api
"""

from __future__ import annotations

from urllib.parse import quote

from adapters.dialect import HostedModel, HttpCall
from adapters.gemini_embed import PURPOSES
from adapters.media_json import own_members, read_object
from adapters.members import number_in, object_in, objects_in
from adapters.polling import member
from adapters.vectors import made, purpose_of, texts_of
from edge.core.media import Made, MediaRequest
from edge.core.types import Json

MOST_TEXTS = 250


def encode(request: MediaRequest, model: HostedModel, /) -> HttpCall:
    """`provider_options` are of `parameters`, or of `embedContentConfig`."""
    verb, body = ("embedContent", _one) if _takes_one(model.id) else ("predict", _many)
    return HttpCall(f"/models/{quote(model.id, safe='')}:{verb}", body(request, model))


def decode(request: MediaRequest, tier: str, body: bytes, /) -> Made:
    answer = read_object(tier, body)
    if "embedding" in answer:
        vector = member(answer["embedding"], "values")
        return made(
            request, tier, [vector], member(answer.get("usageMetadata"), "promptTokenCount")
        )
    embeddings = [
        object_in(each.get("embeddings")) for each in objects_in(answer.get("predictions"))
    ]
    counts = [number_in(member(each.get("statistics"), "token_count")) for each in embeddings]
    total = None if None in counts else sum(count or 0 for count in counts)
    return made(request, tier, [each.get("values") for each in embeddings], total)


def _takes_one(model_id: str) -> bool:
    """As Google's own client decides it."""
    return ("gemini" in model_id and model_id != "gemini-embedding-001") or "maas" in model_id


def _one(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    ask = texts_of(request, model, most=1)
    optional = {
        "taskType": purpose_of(ask, model, PURPOSES),
        "outputDimensionality": ask.dimensions,
    }
    given = {name: value for name, value in optional.items() if value is not None}
    config = {"autoTruncate": False, **own_members(request, model), **given}
    return {"content": {"parts": [{"text": ask.texts[0]}]}, "embedContentConfig": config}


def _many(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    ask = texts_of(request, model, MOST_TEXTS)
    task = purpose_of(ask, model, PURPOSES)
    each = {} if task is None else {"task_type": task}
    sized = {} if ask.dimensions is None else {"outputDimensionality": ask.dimensions}
    return {
        "instances": [{"content": text, **each} for text in ask.texts],
        "parameters": {"autoTruncate": False, **own_members(request, model), **sized},
    }
