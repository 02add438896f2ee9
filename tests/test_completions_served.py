"""Texts gone on with by the whole service: a local model with the tokens for it, one without, and
a hosted chain behind them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import openai
import pytest

from bench.answers import answer_to
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator
from tests.local_models.tiny_gguf import TinyModel, write_model

PROMPT = "# Why does the sea have tides?\n"
ANSWER = answer_to(PROMPT).text
GAP: dict[str, Any] = {"prompt": "def one", "suffix": "return two", "max_tokens": 8, "seed": 1}
NEVER_ENDS = {"2": -100, "4": -100}

SETTINGS = """
[local]
model = "{plain}"
slots = 2
context = 512

[local.models.coder]
model = "{coder}"
slots = 2
context = 512

[providers.codestral]
kind = "mistral"
base_url = "{sim}/mistral/v1"

[providers.deepseek]
base_url = "{sim}/deepseek"

[routes.completion]
targets = ["codestral/codestral-latest", "deepseek/deepseek-v4-pro"]
"""


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0")
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture(scope="module")
def served(
    sim: SimulatorHandle, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServiceHandle]:
    folder = tmp_path_factory.mktemp("models")
    plain = write_model(folder / "plain.gguf", TinyModel(name="plain"))
    coder = write_model(folder / "coder.gguf", TinyModel(name="coder", fim=True, seed=3))
    settings = SETTINGS.format(plain=plain, coder=coder, sim=sim.url)
    with service(settings) as handle:
        yield handle


def client(served: ServiceHandle) -> openai.OpenAI:
    return openai.OpenAI(base_url=served.base_url, api_key="unused", max_retries=0)


def test_a_local_model_with_the_tokens_fills_a_gap(served: ServiceHandle) -> None:
    with client(served) as sdk:
        asked: dict[str, Any] = {
            "model": "local:coder",
            "temperature": 0.0,
            "logit_bias": NEVER_ENDS,
        }
        whole = sdk.completions.create(**asked, **GAP)
        again = sdk.completions.create(**asked, **GAP)
        other = sdk.completions.create(**asked, **{**GAP, "suffix": "the sky is blue"})
        plain = sdk.completions.create(**asked, **{**GAP, "suffix": None})
        chunks = list(sdk.completions.create(**asked, **GAP, stream=True))
    (choice,) = whole.choices
    assert choice.text and choice.finish_reason == "length"
    assert again.choices[0].text == choice.text
    assert "".join(chunk.choices[0].text for chunk in chunks) == choice.text
    assert plain.choices[0].text != choice.text
    assert other.choices[0].text != choice.text
    assert whole.usage is not None and plain.usage is not None
    # Its three marks, and the words of the suffix.
    assert whole.usage.prompt_tokens > plain.usage.prompt_tokens + 3
    assert whole.model_extra is not None
    assert whole.model_extra["prelude"]["models"] == ["local:coder"]


def test_a_local_model_without_them_is_refused_by_name_and_still_goes_on(
    served: ServiceHandle,
) -> None:
    with client(served) as sdk:
        with pytest.raises(openai.BadRequestError, match="local has no tokens to fill") as caught:
            sdk.completions.create(model="local", **GAP)
        asked = {**GAP, "suffix": None, "logit_bias": NEVER_ENDS}
        told = sdk.completions.create(model="local", **asked)
    assert (caught.value.param, caught.value.code) == ("model", "unsupported_value")
    assert told.choices[0].text


def test_a_hosted_model_fills_a_gap_in_its_own_dialect(
    served: ServiceHandle, sim: SimulatorHandle
) -> None:
    with client(served) as sdk:
        whole = sdk.completions.create(model="auto", prompt=PROMPT, suffix="\n", max_tokens=4096)
    assert whole.choices[0].text == ANSWER
    assert whole._request_id is not None
    asked = sim.log()[-1]
    assert (asked["model"], asked["options"]["suffix"]) == ("codestral-latest", "\n")


def test_a_stream_that_breaks_is_finished_by_the_next_host(
    served: ServiceHandle, sim: SimulatorHandle
) -> None:
    for _ in range(2):  # the stream, and its platform asked once more for all of it
        sim.control(fault="cut", after=60, model="codestral-latest")

    async def hear() -> tuple[str, Any]:
        async with openai.AsyncOpenAI(base_url=served.base_url, api_key="unused") as sdk:
            text, told = "", None
            async for chunk in await sdk.completions.create(
                model="auto", prompt=PROMPT, suffix="\n", max_tokens=4096, stream=True
            ):
                text += "".join(choice.text for choice in chunk.choices)
                told = (chunk.model_extra or {}).get("prelude", told)
        return text, told

    text, told = asyncio.run(hear())
    assert text == ANSWER
    assert told["models"] == ["codestral/codestral-latest", "deepseek/deepseek-v4-pro"]
