from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import ollama_embed
from adapters.models import describe
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Embed, Made, MediaRequest
from edge.core.settings import Settings
from edge.core.types import Usage

MODEL = describe("ollama_native/all-minilm", Settings())


def request(*texts: str, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Embed(texts or ("one", "two"), **members))


def decode(asked: MediaRequest, **answer: Any) -> Made:
    return ollama_embed.decode(asked, "a/b", orjson.dumps(answer))


def test_texts_are_asked_for_and_never_cut() -> None:
    http = ollama_embed.encode(request(dimensions=64), MODEL)
    assert http.path == "/api/embed"
    body = {"model": "all-minilm", "input": ["one", "two"], "dimensions": 64, "truncate": False}
    assert http.body == body


def test_a_purpose_cannot_be_said() -> None:
    with pytest.raises(TierRejected):
        ollama_embed.encode(request(purpose="query"), MODEL)


def test_vectors_and_tokens_are_read() -> None:
    answer = decode(request(), embeddings=[[0.5], [1]], prompt_eval_count=4)
    assert answer == Made(Usage(4, 0), ((0.5,), (1.0,)))


def test_an_answer_without_vectors_is_garbled() -> None:
    with pytest.raises(TierGarbled):
        decode(request(), model="e")
