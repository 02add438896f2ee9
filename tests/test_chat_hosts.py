"""Every host that follows OpenAI's chat, called through the table; and that one more is a row."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

import pytest

from adapters import openai_chat
from adapters.auth import in_header
from adapters.client import HostedClient
from adapters.dialect import HostedModel, Prefill, Provider
from adapters.hosted import HostedTier
from adapters.models import describe
from adapters.providers import PROVIDERS
from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.platforms import Secret
from edge.core.settings import ModelSettings, ProviderSettings, Settings
from edge.core.types import (
    Call,
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
from edge.settings_file import load

KEY = "zx-81c4f2a9d07b"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
BEGUN = ANSWER[:40].rstrip()
ROWS = [row for row in PROVIDERS if row.dialect is openai_chat]
# Where the simulator has the manner of a host; the others differ in nothing that it knows.
PATHS = {
    "azure": "/azure/openai/v1",
    "deepseek": "/deepseek",
    "fireworks": "/fireworks/v1",
    "groq": "/groq/openai/v1",
    "mistral": "/mistral/v1",
    "moonshot": "/moonshot/v1",
    "openrouter": "/openrouter/api/v1",
    "portkey": "/portkey/v1",
    "qwen": "/qwen/compatible-mode/v1",
    "sglang": "/sglang/v1",
    "tgi": "/tgi/v1",
    "together": "/together/v1",
    "vllm": "/vllm/v1",
}


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


async def _hear(model: HostedModel, key: Secret, call: Call) -> list[Piece]:
    async with (
        aclosing(HostedClient()) as client,
        aclosing(HostedTier(model, key, client).stream(call)) as stream,
    ):
        return [piece async for piece in stream]


def hear(model: HostedModel, key: Secret, sampling: Sampling, prefix: str = "") -> list[Piece]:
    messages = (Message("user", (TextPart(PROMPT),)),)
    call = Call(Request("r", "auto", messages, sampling), messages, sampling, prefix=prefix)
    return asyncio.run(_hear(model, key, call))


def text_of(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_host_answers_and_goes_on_where_it_can(sim: SimulatorHandle, row: Provider) -> None:
    address = sim.url + PATHS.get(row.name, "/v1")
    settings = Settings(
        providers={"mine": ProviderSettings(row.name, address)},
        models={"mine/big": ModelSettings(prefill=True)},
    )
    model = describe("mine/big", settings)
    pieces = hear(model, Secret(KEY), Sampling(max_tokens=4096, temperature=0.5))
    assert text_of(pieces) == ANSWER
    assert Stop(FinishReason.STOP) in pieces
    (usage,) = [piece for piece in pieces if isinstance(piece, Usage)]
    assert usage.input and usage.output
    assert KEY not in str(sim.log()[-1])
    if model.prefill:
        assert BEGUN + text_of(hear(model, Secret(KEY), Sampling(), BEGUN)) == ANSWER
    else:
        assert row.name in ("openai", "azure", "xai", "tgi")


def test_a_new_host_is_one_row(sim: SimulatorHandle, tmp_path: Path) -> None:
    """Its name, address, key and differences; settings, models and calls need no other line."""
    row = Provider(
        "newest",
        openai_chat,
        f"{sim.url}/azure/openai/v1",
        "NEWEST_API_KEY",
        seed="random_seed",
        prefill=Prefill(message={"prefix": True}),
        auth=in_header("api-key"),
    )
    table = (*PROVIDERS, row)
    path = tmp_path / "prelude.toml"
    path.write_text(
        '[routes.default]\ntargets = ["newest/big"]\n[models."newest/big"]\nprefill = true\n'
    )
    loaded = load(path, {"NEWEST_API_KEY": KEY}, table)
    model = describe("newest/big", loaded.settings, table=table)
    pieces = hear(model, loaded.keys["newest"], Sampling(seed=7), BEGUN)
    assert BEGUN + text_of(pieces) == ANSWER
    entry = sim.log()[-1]
    assert (entry["prefix"], entry["options"]["random_seed"]) == (BEGUN, 7)
    assert KEY not in str(entry)
