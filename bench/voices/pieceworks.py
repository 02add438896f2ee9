"""The doors of simulated platforms at which vectors are asked for, where they are not OpenAI's;
and those of them at which Google is asked for pictures and films, too.

https://docs.cohere.com/reference/embed
https://docs.ollama.com/api/embed
https://ai.google.dev/api/embeddings
https://docs.cloud.google.com/vertex-ai/generative-ai/docs/model-reference/text-embeddings-api
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from bench.asked import Asked, Refused
from bench.files import MP4
from bench.piecework import PNG, Door, asked_for, read_members, tokens_in, vectors_for
from bench.voices.bedrock import BedrockConverse
from bench.voices.cohere import CohereChat
from bench.voices.gemini import Gemini
from bench.voices.ollama import OllamaChat

_COHERES = (
    "input_type texts images inputs max_tokens output_dimension embedding_types truncate".split()
)
_VERTEX = "/projects/{project}/locations/{location}/publishers/google/models/"


def _read_cohere_embed(body: bytes, named: Mapping[str, str]) -> Asked:
    members = read_members(body, ["model", "priority", *_COHERES])
    return _read_cohere(members.pop("model", ""), members)


def _make_cohere_embed(asked: Asked) -> Mapping[str, Any]:
    billed = {"input_tokens": asked.prompt_tokens}
    meta = {"api_version": {"version": "2"}, "billed_units": billed}
    return {**_cohere(asked), "meta": meta}


def _read_ollama_embed(body: bytes, named: Mapping[str, str]) -> Asked:
    known = ["model", "input", "truncate", "options", "keep_alive", "dimensions"]
    members = read_members(body, known)
    texts = members.pop("input", None)
    given = [texts] if isinstance(texts, str) else texts
    return asked_for(members.pop("model", ""), given, members.get("dimensions"), members)


def _make_ollama_embed(asked: Asked) -> Mapping[str, Any]:
    return {
        "model": asked.model,
        "embeddings": vectors_for(asked),
        "total_duration": 5,
        "load_duration": 1,
        "prompt_eval_count": asked.prompt_tokens,
    }


def _read_gemini_embed(body: bytes, named: Mapping[str, str]) -> Asked:
    requests = read_members(body, ["requests"]).get("requests") or []
    for request in requests:
        if request.get("model") != f"models/{named['model']}":
            raise Refused(400, "Model in the request must match the one in the URL.")
    texts = [_text(request.get("content")) for request in requests]
    options = {k: v for r in requests[:1] for k, v in r.items() if k not in ("model", "content")}
    return asked_for(named["model"], texts, options.get("outputDimensionality"), options)


def _make_gemini_embed(asked: Asked) -> Mapping[str, Any]:
    told = {"promptTokenCount": asked.prompt_tokens}
    embeddings = [{"values": vector} for vector in vectors_for(asked)]
    return {"embeddings": embeddings, "usageMetadata": told}


def _read_vertex_predict(body: bytes, named: Mapping[str, str]) -> Asked:
    members = read_members(body, ["instances", "parameters"])
    parameters = members.get("parameters") or {}
    instances = members.get("instances") or [{}]
    key = "prompt" if "prompt" in instances[0] else "content"
    texts = [_predicted(instance.get(key)) for instance in instances]
    options = {**parameters, "task_type": instances[0].get("task_type")}
    dimensions = parameters.get("outputDimensionality")
    return asked_for(named["model"], texts, dimensions, options)


def _make_vertex_predict(asked: Asked) -> Mapping[str, Any]:
    if asked.model.startswith("imagen"):
        picture = {"bytesBase64Encoded": b64encode(PNG).decode(), "mimeType": "image/png"}
        return {"predictions": [picture] * asked.options.get("sampleCount", 1)}
    each = zip(asked.options["texts"], vectors_for(asked), strict=True)
    return {"predictions": [_prediction(text, vector) for text, vector in each]}


def _read_vertex_embed_content(body: bytes, named: Mapping[str, str]) -> Asked:
    members = read_members(body, ["content", "embedContentConfig"])
    config = members.get("embedContentConfig") or {}
    texts = [_text(members.get("content"))]
    return asked_for(named["model"], texts, config.get("outputDimensionality"), config)


def _make_vertex_embed_content(asked: Asked) -> Mapping[str, Any]:
    told = {"promptTokenCount": asked.prompt_tokens}
    return {"embedding": {"values": vectors_for(asked)[0]}, "usageMetadata": told}


def _read_bedrock_invoke(body: bytes, named: Mapping[str, str]) -> Asked:
    model = named["model"]
    if "cohere.embed" in model:
        return _read_cohere(model, read_members(body, _COHERES))
    if "amazon.titan-embed-text" not in model:
        raise Refused(400, "The provided model identifier is invalid.")
    members = read_members(body, ["inputText", "dimensions", "normalize", "embeddingTypes"])
    return asked_for(model, [members.get("inputText")], members.get("dimensions"), members)


def _make_bedrock_invoke(asked: Asked) -> Mapping[str, Any]:
    if "cohere.embed" in asked.model:
        return _cohere(asked)
    vector = vectors_for(asked)[0]
    by_type = {"float": vector}
    return {
        "embedding": vector,
        "embeddingsByType": by_type,
        "inputTextTokenCount": asked.prompt_tokens,
    }


def _read_cohere(model: str, members: Mapping[str, Any]) -> Asked:
    if "input_type" not in members:
        raise Refused(400, "valid input_type must be provided with the provided model")
    if members.get("embedding_types") != ["float"]:
        raise Refused(422, "only float embeddings are simulated")
    texts = members.get("texts")
    if isinstance(texts, list) and len(texts) > 96:
        raise Refused(400, "total number of texts must be at most 96")
    options = {name: value for name, value in members.items() if name != "texts"}
    return asked_for(model, texts, members.get("output_dimension"), options)


def _cohere(asked: Asked) -> Mapping[str, Any]:
    return {
        "id": "sim",
        "texts": asked.options["texts"],
        "embeddings": {"float": vectors_for(asked)},
        "response_type": "embeddings_by_type",
    }


def _text(content: Any) -> str:
    parts = (content or {}).get("parts") or []
    return "".join(part.get("text", "") for part in parts)


def _predicted(content: Any) -> Any:
    """Google's client gives a whole content where the door is documented to take a text."""
    return _text(content) if isinstance(content, dict) else content


def _prediction(text: str, vector: list[float]) -> Mapping[str, Any]:
    statistics = {"token_count": tokens_in(text), "truncated": False}
    return {"embeddings": {"values": vector, "statistics": statistics}}


def _read_veo(body: bytes, named: Mapping[str, str]) -> Asked:
    members = read_members(body, ["instances", "parameters"])
    (instance,) = members.get("instances") or [{}]
    parameters = members.get("parameters") or {}
    return asked_for(named["model"], [instance.get("prompt")], None, parameters)


def _make_veo(asked: Asked) -> Mapping[str, Any]:
    at = f"projects/p/locations/l/publishers/google/models/{asked.model}"
    return {"name": f"{at}/operations/sim"}


def _read_operation(body: bytes, named: Mapping[str, str]) -> Asked:
    members = read_members(body, ["operationName"])
    name = str(members.get("operationName", ""))
    if f"/models/{named['model']}/operations/" not in name:
        raise Refused(404, "There is no such operation.")
    return asked_for(named["model"], [name], None, members)


def _make_operation(asked: Asked) -> Mapping[str, Any]:
    """There is nothing to wait for: what takes time is the film, and here is none."""
    film = {"bytesBase64Encoded": b64encode(MP4).decode(), "mimeType": "video/mp4"}
    name = asked.options["operationName"]
    return {"name": name, "done": True, "response": {"videos": [film]}}


PIECEWORKS = (
    Door(
        Gemini(),
        tuple(f"/{v}{_VERTEX}{{model}}:predictLongRunning" for v in ("v1", "v1beta1")),
        _read_veo,
        _make_veo,
    ),
    Door(
        Gemini(),
        tuple(f"/{v}{_VERTEX}{{model}}:fetchPredictOperation" for v in ("v1", "v1beta1")),
        _read_operation,
        _make_operation,
    ),
    Door(CohereChat(), ("/v2/embed",), _read_cohere_embed, _make_cohere_embed),
    Door(OllamaChat(), ("/api/embed",), _read_ollama_embed, _make_ollama_embed),
    Door(
        Gemini(),
        ("/v1/models/{model}:batchEmbedContents", "/v1beta/models/{model}:batchEmbedContents"),
        _read_gemini_embed,
        _make_gemini_embed,
    ),
    Door(
        Gemini(),
        (
            f"/v1{_VERTEX}{{model}}:predict",
            f"/v1beta1{_VERTEX}{{model}}:predict",
        ),
        _read_vertex_predict,
        _make_vertex_predict,
    ),
    Door(
        Gemini(),
        (f"/v1{_VERTEX}{{model}}:embedContent", f"/v1beta1{_VERTEX}{{model}}:embedContent"),
        _read_vertex_embed_content,
        _make_vertex_embed_content,
    ),
    Door(BedrockConverse(), ("/model/{model}/invoke",), _read_bedrock_invoke, _make_bedrock_invoke),
)
