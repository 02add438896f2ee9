"""Embeddings and pictures through the real service, asked for by OpenAI's own client, with the
simulator as the platforms behind it."""

from __future__ import annotations

import asyncio
import base64
import json
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import openai
import pytest

from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.openai_media import picture_of, vector_of

SETTINGS = """\
[local]
model = "none"

[providers.one]
kind = "openai"
base_url = "{url}/v1"

[providers.two]
kind = "openai"
base_url = "{url}/v1"

[providers.named]
kind = "openai_compatible"
base_url = "{url}/by_form/v1"

[providers.mistral]
base_url = "{url}/mistral/v1"

[models."one/broken"]
id = "sim?fault=500"
vectors = "sim"

[models."two/sim"]
price_in = 20.0
price_out = 0.0

[models."one/draws-not"]
id = "sim?fault=500"

[models."one/slow"]
id = "sim?fault=hang"
price_image = 0.04

[models."one/stalls"]
id = "sim?fault=freeze"
vectors = "sim"
whole_ms = 200

[models."named/sim"]
price_image = 0.04

[routes.default]
targets = ["two/chats"]

[routes.embedding]
targets = ["one/broken", "two/sim"]

[routes.image]
targets = ["one/draws-not", "named/sim"]
"""
FAULTS = ("429", "503", "401", "400", "cut", "garble", "page", "drop")
FAULTY = """
[models."one/{fault}"]
id = "sim?fault={fault}"
vectors = "sim"
"""
TEXTS = ["Why does the sea have tides?", "ebb"]


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0") as handle:
        yield handle


@pytest.fixture(scope="module")
def ours(sim: SimulatorHandle) -> Iterator[ServiceHandle]:
    faulty = "".join(FAULTY.format(fault=fault) for fault in FAULTS)
    with service(SETTINGS.format(url=sim.url) + faulty) as handle:
        yield handle


@pytest.fixture
def sdk(ours: ServiceHandle) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=ours.base_url, api_key="any", max_retries=0) as client:
        yield client


def report(answer: Any) -> dict[str, Any]:
    found: dict[str, Any] = answer.model_extra["prelude"]
    return found


def numbers(text: str) -> list[float]:
    return vector_of(text, 256).tolist()


# -- embeddings ------------------------------------------------------------------


@pytest.mark.parametrize("encoding", [None, "float", "base64"])
def test_the_next_target_makes_the_vectors_that_the_first_cannot(
    sdk: openai.OpenAI, encoding: Any
) -> None:
    more = {} if encoding is None else {"encoding_format": encoding}
    answer = sdk.embeddings.create(model="auto", input=TEXTS, **more)
    told: list[Any] = [item.embedding for item in answer.data]
    if encoding == "base64":
        told = [list(struct.unpack("<256f", base64.b64decode(each))) for each in told]
    assert told == [numbers(text) for text in TEXTS]
    assert [item.index for item in answer.data] == [0, 1]
    assert answer.model == "two/sim"
    assert answer.usage.prompt_tokens == answer.usage.total_tokens == 8
    assert report(answer)["models"] == ["two/sim"]
    assert report(answer)["cost_known"] and report(answer)["cost_cents"] == pytest.approx(0.016)


def test_a_trace_has_every_leg_and_the_headers_say_the_plan(sdk: openai.OpenAI) -> None:
    raw = sdk.embeddings.with_raw_response.create(
        model="sim", input="ebb", dimensions=16, extra_body={"prelude": {"trace": True}}
    )
    assert set(raw.headers["x-prelude-plan"].removeprefix("embedding; targets=").split(",")) <= {
        "one/broken",
        "two/sim",
    }
    assert raw.headers["x-prelude-request-id"]
    answer = raw.parse()
    assert len(answer.data[0].embedding) == 16
    legs = report(answer)["legs"]
    assert (legs[-1]["model"], legs[-1]["outcome"]) == ("two/sim", "stop")
    assert all(leg["cost_cents"] is not None for leg in legs)


def test_tokens_go_through_to_a_platform_that_takes_them(sdk: openai.OpenAI) -> None:
    answer = sdk.embeddings.create(model="two/sim", input=[[1, 2], [3]])
    assert answer.data[0].embedding == numbers("[1, 2]")
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.embeddings.create(model="mistral/sim", input=[[1, 2]])
    assert caught.value.param == "input" and "send the texts" in caught.value.message


@pytest.mark.parametrize(
    ("members", "status", "code", "param"),
    [
        ({"input": ""}, 400, None, "input"),
        ({"input": ["a"] * 2049}, 400, None, "input"),
        ({"encoding_format": "hex"}, 400, None, "encoding_format"),
        ({"model": "nobody/x"}, 404, "model_not_found", "model"),
        (
            {"prelude": {"targets": ["two/sim", "mistral/mistral-embed"]}},
            400,
            "vectors_not_comparable",
            "prelude.targets",
        ),
    ],
)
def test_what_is_wrong_is_told_in_openais_words(
    sdk: openai.OpenAI, members: dict[str, Any], status: int, code: str | None, param: str
) -> None:
    body = {"model": "auto", "input": "tide", **members}
    with pytest.raises(openai.APIStatusError) as caught:
        sdk.post("/embeddings", body=body, cast_to=object)
    assert caught.value.status_code == status
    assert (caught.value.code, caught.value.param) == (code, param)


# -- pictures --------------------------------------------------------------------


def test_the_next_target_draws_what_the_first_cannot(sdk: openai.OpenAI) -> None:
    answer = sdk.images.generate(prompt="a tide", n=2, response_format="b64_json")
    assert answer.data is not None
    told = [base64.b64decode(item.b64_json or "") for item in answer.data]
    assert told == [picture_of("a tide0"), picture_of("a tide1")]
    assert report(answer)["models"] == ["named/sim"]
    assert report(answer)["cost_cents"] == pytest.approx(8.0)


def test_a_picture_comes_by_its_address_where_that_is_asked_for(sdk: openai.OpenAI) -> None:
    named = sdk.images.generate(model="named/sim", prompt="a tide", response_format="url")
    assert named.data is not None and (named.data[0].url or "").startswith("https://")
    given = sdk.images.generate(model="two/sim", prompt="a tide", response_format="url")
    assert given.data is not None and given.data[0].b64_json is None
    assert (given.data[0].url or "").startswith("data:image/png;base64,")
    assert given.usage is not None and given.usage.output_tokens == 272


def test_a_stream_of_pictures_is_refused_by_name(sdk: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        sdk.images.generate(prompt="a tide", stream=True)
    assert (caught.value.code, caught.value.param) == ("unsupported_parameter", "stream")


# -- faults, and leaving -----------------------------------------------------------


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_first_target_does_the_caller_gets_what_was_asked_for(
    sdk: openai.OpenAI, fault: str
) -> None:
    own = {"prelude": {"targets": [f"one/{fault}", "two/sim"], "trace": True}}
    vectors = sdk.embeddings.create(model="auto", input=TEXTS, extra_body=own)
    assert vectors.data[0].embedding == numbers(TEXTS[0])
    assert [leg["outcome"] for leg in report(vectors)["legs"]] == ["failed", "stop"]
    own["prelude"]["targets"] = [f"one/{fault}", "named/sim"]
    pictures = sdk.images.generate(prompt="a tide", extra_body=own)
    assert pictures.data is not None and pictures.data[0].url


def test_one_that_stalls_is_left_for_the_next_and_its_cost_is_counted(sdk: openai.OpenAI) -> None:
    own = {"prelude": {"targets": ["one/stalls", "two/sim"], "trace": True}}
    answer = sdk.embeddings.create(model="auto", input=TEXTS, extra_body=own)
    assert answer.data[0].embedding == numbers(TEXTS[0])
    first, second = report(answer)["legs"]
    assert "nothing made in 0.2 s" in first["error"] and not first["usage"]["reported"]
    assert not report(answer)["cost_known"]  # nobody knows what one/stalls takes for it
    assert second["usage"]["reported"]


def test_a_latency_that_cannot_be_kept_is_told(sdk: openai.OpenAI) -> None:
    own = {"prelude": {"max_latency_ms": 100}}
    with pytest.raises(openai.InternalServerError) as caught:
        sdk.images.generate(model="one/slow", prompt="a tide", extra_body=own)
    assert (caught.value.status_code, caught.value.code) == (504, "deadline_exceeded")


def test_with_nobody_else_to_ask_the_error_is_told(sdk: openai.OpenAI) -> None:
    with pytest.raises(openai.InternalServerError) as caught:
        sdk.embeddings.create(model="one/broken", input="tide")
    assert caught.value.status_code == 502
    assert caught.value.response.headers["x-should-retry"] == "false"
    with pytest.raises(openai.RateLimitError):
        sdk.embeddings.create(model="one/sim?fault=429&retry_after_s=60", input="tide")
    with pytest.raises(openai.BadRequestError):
        sdk.embeddings.create(model="one/sim?fault=400_bad", input="tide")


def test_a_client_that_leaves_closes_the_call_upstream(
    sim: SimulatorHandle, ours: ServiceHandle
) -> None:
    async def leave() -> dict[str, Any]:
        async with aiohttp.ClientSession() as http:
            body = {"model": "one/slow", "prompt": "a tide"}
            url = f"{ours.base_url}/images/generations"
            asking = asyncio.create_task(http.post(url, json=body))
            await asyncio.to_thread(sim.log, requests=before + 1)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            log = await asyncio.to_thread(sim.log, ended=before + 1)
            return log[-1]

    before = len(sim.log())
    assert asyncio.run(leave())["ended"] == "cancelled"


def test_every_leg_is_booked_logged_and_counted(sim: SimulatorHandle, tmp_path: Path) -> None:
    book = tmp_path / "ledger.sqlite"
    with service(f'{SETTINGS.format(url=sim.url)}[ledger]\npath = "{book}"\n') as ours:
        with openai.OpenAI(base_url=ours.base_url, api_key="any", max_retries=0) as sdk:
            sdk.embeddings.create(model="auto", input=TEXTS)
            sdk.images.generate(prompt="a secret tide")
            metrics = sdk.get("/../metrics", cast_to=str)
        said = ours.output.read_text()
    assert 'prelude_legs_total{model="two/sim",outcome="stop",role="target"} 1.0' in metrics
    assert 'strategy="image"' in metrics and "prelude_ttft_seconds_count{" not in metrics
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    requests = [line for line in lines if line["event"] == "request"]
    assert [line["door"] for line in requests] == ["embeddings", "images"]
    assert "secret tide" not in said
    assert _rows(book) == [  # all of them, once it has stopped
        ("embeddings", "embedding", "one/broken", "failed", 0.0),
        ("embeddings", "embedding", "two/sim", "stop", pytest.approx(0.016)),
        ("images", "image", "one/draws-not", "failed", 0.0),
        ("images", "image", "named/sim", "stop", pytest.approx(4.0)),
    ]


def _rows(path: Path) -> list[Any]:
    with sqlite3.connect(path) as file:
        found = file.execute("SELECT door, task, model, outcome, cost_cents FROM legs ORDER BY id")
        return found.fetchall()
