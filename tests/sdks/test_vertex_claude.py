"""Claude at Vertex AI: Anthropic's own client for it against the simulator, and our adapter."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import anthropic
import pytest

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from adapters.providers import find_endpoint
from bench.answers import answer_to
from bench.asked import Refused
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.vertex_claude import STREAM, VertexClaude
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Piece, Request, Sampling, Text, TextPart, Usage

TOKEN = "zx-81c4f2a9d07b"
MODEL = "claude-sonnet-4-5@20250929"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
ASKED: dict[str, Any] = {
    "model": MODEL,
    "max_tokens": 4096,
    "messages": [{"role": "user", "content": PROMPT}],
}


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", TOKEN)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle) -> Iterator[anthropic.AnthropicVertex]:
    with anthropic.AnthropicVertex(
        region="europe-west1",
        project_id="p",
        access_token=TOKEN,
        base_url=sim.base_url,
        max_retries=0,
    ) as client:
        yield client


def ours(sim: SimulatorHandle, stream: bool) -> list[Piece]:
    """The row's own path, at the simulator's address."""
    row = find_endpoint("vertex", vertex()).base_url
    path = row.partition("googleapis.com/v1")[2]
    given = vertex(base_url=sim.base_url + path, headers={"authorization": f"Bearer {TOKEN}"})
    messages = (Message("user", (TextPart(PROMPT),)),)
    request = Request("r", "auto", messages, sampling=Sampling(max_tokens=4096))
    call = Call(request, messages, request.sampling, stream=stream)

    async def hear() -> list[Piece]:
        async with aclosing(HostedClient()) as client:
            model = describe(f"vertex/{MODEL}", given)
            tier = HostedTier(model, Secret("express"), client)  # fetches no token of its own
            return [piece async for piece in tier.stream(call)]

    return asyncio.run(hear())


def vertex(**settings: Any) -> Settings:
    given = ProviderSettings("vertex_anthropic", region="europe-west1", project="p", **settings)
    return Settings(providers={"vertex": given})


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply(sim: SimulatorHandle, sdk: anthropic.AnthropicVertex, stream: bool) -> None:
    if stream:
        with sdk.messages.stream(**ASKED) as told:
            reply = told.get_final_message()
    else:
        reply = sdk.messages.create(**ASKED)
    heard = ours(sim, stream)
    (block,) = reply.content
    assert block.type == "text"
    assert block.text == "".join(p.text for p in heard if isinstance(p, Text)) == ANSWER
    usages = [piece for piece in heard if isinstance(piece, Usage)]
    assert usages[-1] == Usage(reply.usage.input_tokens, reply.usage.output_tokens)


@pytest.mark.parametrize(
    "wrong",
    [
        {"anthropic_version": None},
        {"anthropic_version": "2023-06-01"},
        {"model": MODEL},
        {"stream": False},
        {"seed": 1},
    ],
)
def test_a_body_that_is_not_for_vertex_is_refused(wrong: dict[str, Any]) -> None:
    fields = {name: value for name, value in ASKED.items() if name != "model"}
    body = {**fields, "anthropic_version": "vertex-2023-10-16", "stream": True}
    named = {"model": MODEL, "verb": STREAM}
    assert VertexClaude().read(json.dumps(body).encode(), named).model == MODEL
    with pytest.raises(Refused):
        VertexClaude().read(json.dumps({**body, **wrong}).encode(), named)
