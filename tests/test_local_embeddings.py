"""Vectors made on this box, asked for by OpenAI's own client: by the embedded encoder, and by a
GGUF model whose file says how."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import pytest

from bench.service_process import ServiceHandle, service
from tests.local_models.tiny_gguf import MEAN_POOLING, TinyModel, write_model

ENCODER = "local:all-MiniLM-L6-v2"
TEXTS = ["How do I cook rice?", "What is the way to boil rice?", "The stock market fell."]
SETTINGS = """
[local]
model = "{folder}/talks.gguf"
context = 512

[local.models.vectors]
model = "{folder}/vectors.gguf"
context = 512

[local.models.talks]
model = "{folder}/talks.gguf"
context = 512
"""


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServiceHandle]:
    folder = tmp_path_factory.mktemp("models")
    write_model(folder / "vectors.gguf", TinyModel(pooling=MEAN_POOLING))
    write_model(folder / "talks.gguf", TinyModel())
    with service(SETTINGS.format(folder=folder)) as handle:
        yield handle


@pytest.fixture
def sdk(ours: ServiceHandle) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=ours.base_url, api_key="any", max_retries=0) as client:
        yield client


def vectors_of(answer: Any) -> list[list[float]]:
    return [item.embedding for item in answer.data]


def product(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("encoding", [None, "float", "base64"])
@pytest.mark.parametrize("model", ["local", ENCODER])
def test_local_is_the_embedded_encoder(sdk: openai.OpenAI, model: str, encoding: Any) -> None:
    more = {} if encoding is None else {"encoding_format": encoding}
    answer = sdk.embeddings.create(model=model, input=TEXTS, **more)
    assert answer.model == model
    assert answer.usage.prompt_tokens == answer.usage.total_tokens > 0
    report: Any = (answer.model_extra or {})["prelude"]
    assert report["models"] == [ENCODER]
    assert (report["cost_cents"], report["cost_known"]) == (0, True)
    if encoding == "base64":  # what is asked for by name the client leaves as it is
        assert all(isinstance(item.embedding, str) for item in answer.data)
        return
    rice, boiled, market = vectors_of(answer)
    assert len(rice) == 384
    assert math.isclose(product(rice, rice), 1, abs_tol=1e-4)
    assert product(rice, boiled) > 0.7 > 0.2 > product(rice, market)


def test_without_a_route_it_is_who_auto_means(sdk: openai.OpenAI) -> None:
    assert sdk.embeddings.create(model="auto", input="tide").model == ENCODER


def test_other_dimensions_are_refused(sdk: openai.OpenAI) -> None:
    made = sdk.embeddings.create(model="local", input="tide", dimensions=384)
    assert len(made.data[0].embedding) == 384
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.embeddings.create(model="local", input="tide", dimensions=256)
    assert (caught.value.param, caught.value.code) == ("dimensions", "unsupported_value")


def test_tokens_of_another_vocabulary_are_refused(sdk: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.embeddings.create(model="local", input=[1, 2, 3])
    assert "takes no arrays of tokens" in str(caught.value)


def test_as_many_texts_as_openai_takes(sdk: openai.OpenAI) -> None:
    texts = [f"number {count}" for count in range(2048)]
    made = sdk.embeddings.create(model="local", input=texts)
    assert [item.index for item in made.data] == list(range(2048))
    (alone,) = vectors_of(sdk.embeddings.create(model="local", input=texts[1999]))
    assert product(alone, made.data[1999].embedding) > 0.999


def test_what_was_not_read_is_told(sdk: openai.OpenAI) -> None:
    made = sdk.embeddings.create(model="local", input=["tide", "tide " * 400])
    assert (made.model_extra or {})["provider_extra"] == {"truncated": [1]}


def test_a_model_whose_file_says_how_makes_vectors(sdk: openai.OpenAI) -> None:
    made = sdk.embeddings.create(model="local:vectors", input=["the sea", "the tide"])
    assert made.model == "local:vectors"
    assert made.usage.prompt_tokens > 0
    assert all(math.isclose(product(v, v), 1, abs_tol=1e-4) for v in vectors_of(made))
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.embeddings.create(model="local:vectors", input="the sea", dimensions=5)
    assert caught.value.param == "dimensions"


def test_one_that_only_talks_is_refused(sdk: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.embeddings.create(model="local:talks", input="the sea")
    assert caught.value.code == "unsupported_value"
    assert "gives no embeddings" in str(caught.value)


def test_vectors_of_two_models_are_not_mixed(sdk: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.embeddings.create(
            model="auto",
            input="the sea",
            extra_body={"prelude": {"targets": ["local", "local:vectors"]}},
        )
    assert caught.value.code == "vectors_not_comparable"


def test_the_encoder_is_listed_and_does_not_talk(sdk: openai.OpenAI) -> None:
    assert ENCODER in {model.id for model in sdk.models.list()}
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.chat.completions.create(model=ENCODER, messages=[{"role": "user", "content": "tide"}])
    assert "/v1/embeddings" in str(caught.value)


def test_without_an_encoder_local_makes_no_vectors(tmp_path: Path) -> None:
    write_model(tmp_path / "talks.gguf", TinyModel())
    settings = f'[local]\nmodel = "{tmp_path}/talks.gguf"\n[encoder]\nmodel = "none"\n'
    with (
        service(settings) as handle,
        openai.OpenAI(base_url=handle.base_url, api_key="any", max_retries=0) as client,
    ):
        assert ENCODER not in {model.id for model in client.models.list()}
        for model in ("local", "auto", ENCODER):
            with pytest.raises(openai.NotFoundError) as caught:
                client.embeddings.create(model=model, input="tide")
            assert caught.value.code == "model_not_found"
