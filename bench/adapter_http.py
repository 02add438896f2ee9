"""A hosted tier as the service has it, against aiohttp's bare client: the same stream from the same
server, by turns."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

import aiohttp

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from bench.prepared_stream import EVENTS, prepared_stream
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, Stop, Text, TextPart

ARMS = ("bare aiohttp", "whole adapter")
_QUESTION = (Message("user", (TextPart("Hi?"),)),)
_CALL = Call(Request("r", "auto", _QUESTION), _QUESTION, Sampling(), stream=True)


async def chunks_a_second(chunks_a_write: int, rounds: int) -> dict[str, float]:
    """Of each arm the best round: the others had less of the machine."""
    with prepared_stream() as url:
        base_url = f"{url}/{chunks_a_write}"
        settings = Settings(providers={"bench": ProviderSettings("openai_compatible", base_url)})
        client = HostedClient()
        tier = HostedTier(describe("bench/model", settings), None, client)
        async with aiohttp.ClientSession() as session:
            arms: tuple[Callable[[], Awaitable[None]], ...] = (
                lambda: _read_bare(session, base_url),
                lambda: _read_whole(tier),
            )
            best = dict.fromkeys(ARMS, 0.0)
            for _ in range(rounds + 1):  # in the first the server makes the stream
                for name, read in zip(ARMS, arms, strict=True):
                    began = time.monotonic()
                    await read()
                    best[name] = max(best[name], EVENTS / (time.monotonic() - began))
        await client.aclose()
    return best


async def _read_bare(session: aiohttp.ClientSession, base_url: str) -> None:
    size = 0
    async with session.post(f"{base_url}/chat/completions", json={"stream": True}) as response:
        async for data in response.content.iter_any():
            size += len(data)
    assert size, "the server said nothing"


async def _read_whole(tier: HostedTier) -> None:
    texts, is_whole = 0, False
    async for piece in tier.stream(_CALL):
        texts += isinstance(piece, Text)
        is_whole = is_whole or isinstance(piece, Stop)
    assert is_whole and texts, "the reply was not read to its end"
