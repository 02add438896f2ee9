"""The platforms' own clients ask the simulator for vectors, and our adapters beside them: they read
the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import botocore.exceptions
import cohere
import httpx
import ollama
import pytest
from botocore.config import Config
from cohere.core.api_error import ApiError
from google import genai
from google.genai import errors, types
from google.oauth2.credentials import Credentials

from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierUnavailable
from edge.core.media import Embed, Made
from tests.sdks.making import make

KEY = "zx-81c4f2a9d07b"
TEXTS = ("Why does the sea have tides?", "Because of the moon.")
ONE = TEXTS[:1]
VERTEX = "/v1beta1/projects/{project}/locations/{region}/publishers/google"
Vectors = list[list[float]]


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--key", KEY) as handle:
        yield handle


def ours(sim: SimulatorHandle, kind: str, model: str, ask: Embed, **more: Any) -> Made:
    path = more.pop("path", "")
    made = make(kind, sim.url + path, model, more.pop("key", KEY), ask, **more)
    assert isinstance(made, Made), made
    return made


def same(theirs: Vectors | None, made: Made) -> bool:
    return theirs is not None and [tuple(vector) for vector in theirs] == list(made.vectors)


# -- Cohere ------------------------------------------------------------------


@contextmanager
def cohere_client(sim: SimulatorHandle, key: str = KEY) -> Iterator[cohere.ClientV2]:
    with httpx.Client() as connections:
        yield cohere.ClientV2(key, base_url=sim.url, httpx_client=connections)


def asked_of_cohere(sdk: cohere.ClientV2) -> Any:
    return sdk.embed(
        model="embed-v4.0",
        input_type="search_query",
        texts=TEXTS,
        output_dimension=4,
        embedding_types=["float"],
        request_options={"max_retries": 0},
    )


def test_coheres_client_reads_the_same(sim: SimulatorHandle) -> None:
    with cohere_client(sim) as sdk:
        theirs = asked_of_cohere(sdk)
    made = ours(sim, "cohere", "embed-v4.0", Embed(TEXTS, 4, "query"))
    assert same(theirs.embeddings.float_, made)
    assert made.usage.reported
    assert made.usage.input == theirs.meta.billed_units.input_tokens
    first, second = sim.log()[-2:]
    assert first["options"] | {"truncate": "NONE"} == second["options"]


def test_coheres_refusal_is_read_alike(sim: SimulatorHandle) -> None:
    sim.control(fault="500", times=2)
    with cohere_client(sim) as sdk, pytest.raises(ApiError) as refused:
        asked_of_cohere(sdk)
    error = make("cohere", sim.url, "embed-v4.0", KEY, Embed(TEXTS))
    assert isinstance(error, TierUnavailable) and error.status == refused.value.status_code == 500


# -- Google ------------------------------------------------------------------


def contents_of(texts: tuple[str, ...]) -> Any:
    """Its type is a list of anything that it takes, which a list of texts is not, to mypy."""
    return list(texts)


def test_googles_client_reads_the_same(sim: SimulatorHandle) -> None:
    config = types.EmbedContentConfig(output_dimensionality=4, task_type="RETRIEVAL_QUERY")
    with genai.Client(api_key=KEY, http_options=types.HttpOptions(base_url=sim.url)) as sdk:
        theirs = sdk.models.embed_content(
            model="gemini-embedding-001", contents=contents_of(TEXTS), config=config
        )
    ask = Embed(TEXTS, 4, "query")
    made = ours(sim, "gemini", "gemini-embedding-001", ask, path="/v1beta")
    assert same([list(each.values or ()) for each in theirs.embeddings or ()], made)
    assert made.usage.reported
    first, second = sim.log()[-2:]
    assert first["options"] == second["options"] and first["model"] == second["model"]


@pytest.mark.parametrize(
    ("model", "texts"), [("gemini-embedding-001", TEXTS), ("gemini-embedding-2", ONE)]
)
def test_googles_client_reads_the_same_from_vertex(
    sim: SimulatorHandle, model: str, texts: tuple[str, ...]
) -> None:
    config = types.EmbedContentConfig(
        output_dimensionality=4, task_type="RETRIEVAL_DOCUMENT", auto_truncate=False
    )
    with genai.Client(
        vertexai=True,
        project="p",
        location="europe-west4",
        credentials=Credentials(token=KEY),  # type: ignore[no-untyped-call]
        http_options=types.HttpOptions(base_url=sim.url),
    ) as sdk:
        theirs = sdk.models.embed_content(model=model, contents=contents_of(texts), config=config)
    made = ours(
        sim,
        "vertex",
        model,
        Embed(texts, 4, "document"),
        path=VERTEX,
        headers={"authorization": f"Bearer {KEY}"},
        region="europe-west4",
        project="p",
    )
    embeddings = theirs.embeddings or []
    assert same([list(each.values or ()) for each in embeddings], made)
    counts = [each.statistics.token_count or 0 for each in embeddings if each.statistics]
    assert made.usage.reported and made.usage.input == sum(counts)
    first, second = sim.log()[-2:]
    assert first["options"] == second["options"]


def test_googles_refusal_is_read_alike(sim: SimulatorHandle) -> None:
    sim.control(fault="500", times=2)
    options = types.HttpOptions(base_url=sim.url, retry_options=types.HttpRetryOptions(attempts=1))
    with (
        genai.Client(api_key=KEY, http_options=options) as sdk,
        pytest.raises(errors.ServerError) as refused,
    ):
        sdk.models.embed_content(model="gemini-embedding-001", contents=contents_of(TEXTS))
    error = make("gemini", sim.url + "/v1beta", "gemini-embedding-001", KEY, Embed(TEXTS))
    assert isinstance(error, TierError) and error.status == refused.value.code == 500


# -- Amazon ------------------------------------------------------------------


def invoke(sim: SimulatorHandle, model: str, body: dict[str, Any]) -> Any:
    sdk = boto3.client(
        "bedrock-runtime",
        endpoint_url=sim.url,
        region_name="us-east-1",
        aws_access_key_id=KEY,
        aws_secret_access_key="of-nobody",
        config=Config(retries={"total_max_attempts": 1}),
    )
    try:
        answer = sdk.invoke_model(modelId=model, body=json.dumps(body))
        return json.loads(answer["body"].read())
    finally:
        sdk.close()


def test_amazons_client_reads_the_same_of_titan(sim: SimulatorHandle) -> None:
    model = "amazon.titan-embed-text-v2:0"
    theirs = invoke(sim, model, {"inputText": ONE[0], "dimensions": 256})
    made = ours(sim, "bedrock", model, Embed(ONE, 256), region="us-east-1")
    assert same([theirs["embedding"]], made)
    assert made.usage.reported and made.usage.input == theirs["inputTextTokenCount"]


def test_amazons_client_reads_the_same_of_cohere(sim: SimulatorHandle) -> None:
    model = "us.cohere.embed-v4:0"
    body = {"texts": TEXTS, "input_type": "search_document", "embedding_types": ["float"]}
    theirs = invoke(sim, model, body)
    made = ours(sim, "bedrock", model, Embed(TEXTS), region="us-east-1")
    assert same(theirs["embeddings"]["float"], made) and not made.usage.reported


def test_amazons_refusal_is_read_alike(sim: SimulatorHandle) -> None:
    model = "amazon.titan-embed-text-v2:0"
    sim.control(fault="429", times=2)
    with pytest.raises(botocore.exceptions.ClientError) as refused:
        invoke(sim, model, {"inputText": "a"})
    error = make("bedrock", sim.url, model, KEY, Embed(ONE), region="us-east-1")
    assert isinstance(error, TierError)
    assert error.status == refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 429


# -- Ollama ------------------------------------------------------------------


def test_ollamas_client_reads_the_same(sim: SimulatorHandle) -> None:
    with ollama.Client(host=sim.url, headers={"Authorization": f"Bearer {KEY}"}) as sdk:
        theirs = sdk.embed("all-minilm", list(TEXTS), truncate=False, dimensions=4)
    made = ours(sim, "ollama_native", "all-minilm", Embed(TEXTS, 4))
    assert same([list(vector) for vector in theirs.embeddings], made)
    assert made.usage.reported and made.usage.input == theirs.prompt_eval_count
    first, second = sim.log()[-2:]
    assert first["options"] == second["options"]


def test_ollamas_refusal_is_read_alike(sim: SimulatorHandle) -> None:
    with ollama.Client(host=sim.url) as sdk, pytest.raises(ollama.ResponseError) as refused:
        sdk.embed("all-minilm", list(TEXTS))
    error = make("ollama_native", sim.url, "all-minilm", None, Embed(TEXTS))
    assert isinstance(error, TierError) and error.status == refused.value.status_code == 401
