"""Every host that goes on with texts, called through the table, and by its own client."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import openai
import pytest
from mistralai.client import Mistral

from adapters.client import HostedClient
from adapters.dialect import Provider
from adapters.hosted import HostedTier
from adapters.models import describe
from adapters.providers import PROVIDERS
from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierGarbled, TierRejected
from edge.core.platforms import Secret
from edge.core.settings import ModelSettings, ProviderSettings, Settings
from edge.core.types import (
    Call,
    Completion,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Usage,
)

KEY = "zx-81c4f2a9d07b"
PROMPT = "# Why does the sea have tides?\n"
ANSWER = answer_to(PROMPT).text
BEGUN = ANSWER[:40].rstrip()
ROWS = [row for row in PROVIDERS if row.completions is not None]
FILLING = [row for row in ROWS if row.fills_in]
PATHS = {
    "deepseek": "/deepseek",
    "fireworks": "/fireworks/v1",
    "mistral": "/mistral/v1",
    "sglang": "/sglang/v1",
    "together": "/together/v1",
    "vllm": "/vllm/v1",
}


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


def call(
    suffix: str | None = None, *, prefix: str = "", stream: bool = True, **sampling: Any
) -> Call:
    messages = (Message("user", (TextPart(PROMPT),)),)
    wanted = Sampling(max_tokens=4096, **sampling)
    asked = Completion(PROMPT, suffix)
    request = Request("r", "auto", messages, wanted, completion=asked, passthrough={"user": "me"})
    return Call(request, messages, wanted, prefix=prefix, stream=stream)


async def _hear(sim: SimulatorHandle, row: Provider, asked: Call) -> list[Piece]:
    address = sim.url + PATHS.get(row.name, "/v1")
    settings = Settings(
        providers={"mine": ProviderSettings(row.name, address)},
        models={"mine/coder": ModelSettings(prefill=True)},
    )
    model = describe("mine/coder", settings)
    async with (
        aclosing(HostedClient()) as client,
        aclosing(HostedTier(model, Secret(KEY), client).stream(asked)) as stream,
    ):
        return [piece async for piece in stream]


def hear(sim: SimulatorHandle, row: Provider, asked: Call) -> list[Piece]:
    return asyncio.run(_hear(sim, row, asked))


def text_of(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_host_goes_on_with_a_text(sim: SimulatorHandle, row: Provider, stream: bool) -> None:
    pieces = hear(sim, row, call(stream=stream, temperature=0.5))
    assert text_of(pieces) == ANSWER
    assert Stop(FinishReason.STOP) in pieces
    (usage,) = [piece for piece in pieces if isinstance(piece, Usage)]
    assert usage.input and usage.output


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_that_broke_off_is_gone_on_with_as_a_part_of_the_prompt(
    sim: SimulatorHandle, row: Provider
) -> None:
    assert BEGUN + text_of(hear(sim, row, call(prefix=BEGUN))) == ANSWER


@pytest.mark.parametrize("row", FILLING, ids=lambda row: row.name)
def test_who_fills_gaps_is_given_the_suffix(sim: SimulatorHandle, row: Provider) -> None:
    assert text_of(hear(sim, row, call("\n# The end.\n"))) == ANSWER
    assert sim.log()[-1]["options"]["suffix"] == "\n# The end.\n"


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row not in FILLING], ids=lambda row: row.name
)
def test_who_does_not_refuses_it_unasked(sim: SimulatorHandle, row: Provider) -> None:
    before = len(sim.log())
    with pytest.raises(TierRejected, match="fills no gaps in a text") as caught:
        hear(sim, row, call("\n"))
    assert caught.value.own_limit
    assert len(sim.log()) == before


def test_mistral_is_given_no_member_that_it_does_not_know(sim: SimulatorHandle) -> None:
    (mistral,) = [row for row in ROWS if row.name == "mistral"]
    hear(sim, mistral, call("\n", seed=7))
    options = sim.log()[-1]["options"]
    assert options["random_seed"] == 7
    assert "user" not in options
    with pytest.raises(TierRejected, match="takes no logprobs"):
        hear(sim, mistral, call("\n", logprobs=True))


def test_log_probabilities_are_asked_for_by_their_number(sim: SimulatorHandle) -> None:
    (row,) = [row for row in ROWS if row.name == "openai"]
    for rivals in (3, 0, None):
        hear(sim, row, call(logprobs=True, top_logprobs=rivals))
        assert sim.log()[-1]["options"]["logprobs"] == (rivals or 0)


def test_a_stream_that_is_cut_is_no_whole_completion(sim: SimulatorHandle) -> None:

    (row,) = [row for row in ROWS if row.name == "openai"]
    sim.control(fault="cut", after=30)
    with pytest.raises(TierGarbled):
        hear(sim, row, call("\n"))


# -- the simulator is what their clients expect ------------------------------


def test_openais_client_reads_the_simulators_completions(sim: SimulatorHandle) -> None:
    with openai.OpenAI(base_url=f"{sim.url}/v1", api_key=KEY, max_retries=0) as client:
        whole = client.completions.create(model="sim", prompt=PROMPT, suffix="\n")
        stream = client.completions.create(model="sim", prompt=PROMPT, stream=True)
        assert "".join(chunk.choices[0].text for chunk in stream) == ANSWER
    assert (whole.choices[0].text, whole.choices[0].finish_reason) == (ANSWER, "stop")


def test_mistrals_client_reads_the_simulators_completions(sim: SimulatorHandle) -> None:
    with Mistral(api_key=KEY, server_url=f"{sim.url}/mistral") as client:
        whole = client.fim.complete(model="codestral-latest", prompt=PROMPT, suffix="\n")
        with client.fim.stream(model="codestral-latest", prompt=PROMPT) as stream:
            told = [event.data.choices[0].delta.content or "" for event in stream]
    assert whole.choices[0].message is not None
    assert whole.choices[0].message.content == ANSWER
    assert "".join(map(str, told)) == ANSWER
