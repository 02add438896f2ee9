"""The doors of simulated platforms at which vectors are asked for, where they are not OpenAI's;
and the one of them at which Google is asked for pictures, too.

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

from bench.asked import Refused
from bench.piecework import PNG, Order, order_of, read_members, tokens_in, vector_of, vectors_of
from bench.voices.bedrock import BedrockConverse
from bench.voices.cohere import CohereChat
from bench.voices.gemini import Gemini
from bench.voices.ollama import OllamaChat

_COHERES = (
    "input_type texts images inputs max_tokens output_dimension embedding_types truncate".split()
)
_VERTEX = "/projects/{project}/locations/{location}/publishers/google/models/"


class CohereEmbed:
    platform = CohereChat()
    paths = ("/v2/embed",)

    def read(self, body: bytes, named: Mapping[str, str]) -> Order:
        members = read_members(body, ["model", "priority", *_COHERES])
        return _read_cohere(members.pop("model", ""), members)

    def make(self, order: Order) -> Mapping[str, Any]:
        billed = {"input_tokens": order.tokens}
        meta = {"api_version": {"version": "2"}, "billed_units": billed}
        return {**_cohere(order), "meta": meta}


class OllamaEmbed:
    platform = OllamaChat()
    paths = ("/api/embed",)

    def read(self, body: bytes, named: Mapping[str, str]) -> Order:
        known = ["model", "input", "truncate", "options", "keep_alive", "dimensions"]
        members = read_members(body, known)
        texts = members.pop("input", None)
        given = [texts] if isinstance(texts, str) else texts
        return order_of(members.pop("model", ""), given, members.get("dimensions"), members)

    def make(self, order: Order) -> Mapping[str, Any]:
        return {
            "model": order.asked.model,
            "embeddings": vectors_of(order),
            "total_duration": 5,
            "load_duration": 1,
            "prompt_eval_count": order.tokens,
        }


class GeminiEmbed:
    platform = Gemini()
    paths = ("/v1/models/{model}:batchEmbedContents", "/v1beta/models/{model}:batchEmbedContents")

    def read(self, body: bytes, named: Mapping[str, str]) -> Order:
        requests = read_members(body, ["requests"]).get("requests") or []
        for request in requests:
            if request.get("model") != f"models/{named['model']}":
                raise Refused(400, "Model in the request must match the one in the URL.")
        texts = [_text(request.get("content")) for request in requests]
        options = {
            k: v for r in requests[:1] for k, v in r.items() if k not in ("model", "content")
        }
        return order_of(named["model"], texts, options.get("outputDimensionality"), options)

    def make(self, order: Order) -> Mapping[str, Any]:
        told = {"promptTokenCount": order.tokens}
        embeddings = [{"values": vector} for vector in vectors_of(order)]
        return {"embeddings": embeddings, "usageMetadata": told}


class VertexPredict:
    platform = Gemini()
    paths = (
        f"/v1{_VERTEX}{{model}}:predict",
        f"/v1beta1{_VERTEX}{{model}}:predict",
    )

    def read(self, body: bytes, named: Mapping[str, str]) -> Order:
        members = read_members(body, ["instances", "parameters"])
        parameters = members.get("parameters") or {}
        instances = members.get("instances") or [{}]
        key = "prompt" if "prompt" in instances[0] else "content"
        texts = [_predicted(instance.get(key)) for instance in instances]
        options = {**parameters, "task_type": instances[0].get("task_type")}
        count = parameters.get("sampleCount", 1) if key == "prompt" else 1
        dimensions = parameters.get("outputDimensionality")
        return order_of(named["model"], texts, dimensions, options, count)

    def make(self, order: Order) -> Mapping[str, Any]:
        if order.asked.model.startswith("imagen"):
            picture = {"bytesBase64Encoded": b64encode(PNG).decode(), "mimeType": "image/png"}
            return {"predictions": [picture] * order.count}
        return {"predictions": [_prediction(text, order.dimensions) for text in order.texts]}


class VertexEmbedContent:
    platform = Gemini()
    paths = (f"/v1{_VERTEX}{{model}}:embedContent", f"/v1beta1{_VERTEX}{{model}}:embedContent")

    def read(self, body: bytes, named: Mapping[str, str]) -> Order:
        members = read_members(body, ["content", "embedContentConfig"])
        config = members.get("embedContentConfig") or {}
        texts = [_text(members.get("content"))]
        return order_of(named["model"], texts, config.get("outputDimensionality"), config)

    def make(self, order: Order) -> Mapping[str, Any]:
        told = {"promptTokenCount": order.tokens}
        return {"embedding": {"values": vectors_of(order)[0]}, "usageMetadata": told}


class BedrockInvoke:
    platform = BedrockConverse()
    paths = ("/model/{model}/invoke",)

    def read(self, body: bytes, named: Mapping[str, str]) -> Order:
        model = named["model"]
        if "cohere.embed" in model:
            return _read_cohere(model, read_members(body, _COHERES))
        if "amazon.titan-embed-text" not in model:
            raise Refused(400, "The provided model identifier is invalid.")
        members = read_members(body, ["inputText", "dimensions", "normalize", "embeddingTypes"])
        return order_of(model, [members.get("inputText")], members.get("dimensions"), members)

    def make(self, order: Order) -> Mapping[str, Any]:
        if "cohere.embed" in order.asked.model:
            return _cohere(order)
        vector = vectors_of(order)[0]
        by_type = {"float": vector}
        return {
            "embedding": vector,
            "embeddingsByType": by_type,
            "inputTextTokenCount": order.tokens,
        }


PIECEWORKS = (
    CohereEmbed(),
    OllamaEmbed(),
    GeminiEmbed(),
    VertexPredict(),
    VertexEmbedContent(),
    BedrockInvoke(),
)


def _read_cohere(model: str, members: Mapping[str, Any]) -> Order:
    if "input_type" not in members:
        raise Refused(400, "valid input_type must be provided with the provided model")
    if members.get("embedding_types") != ["float"]:
        raise Refused(422, "only float embeddings are simulated")
    texts = members.get("texts")
    if isinstance(texts, list) and len(texts) > 96:
        raise Refused(400, "total number of texts must be at most 96")
    options = {name: value for name, value in members.items() if name != "texts"}
    return order_of(model, texts, members.get("output_dimension"), options)


def _cohere(order: Order) -> Mapping[str, Any]:
    return {
        "id": "sim",
        "texts": list(order.texts),
        "embeddings": {"float": vectors_of(order)},
        "response_type": "embeddings_by_type",
    }


def _text(content: Any) -> str:
    parts = (content or {}).get("parts") or []
    return "".join(part.get("text", "") for part in parts)


def _predicted(content: Any) -> Any:
    """Google's client gives a whole content where the door is documented to take a text."""
    return _text(content) if isinstance(content, dict) else content


def _prediction(text: str, dimensions: int) -> Mapping[str, Any]:
    statistics = {"token_count": tokens_in(text), "truncated": False}
    return {"embeddings": {"values": vector_of(text, dimensions), "statistics": statistics}}
