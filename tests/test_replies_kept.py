"""Stored replies of the whole service: two workers, and settings read anew under a reply."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import openai

from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator

SETTINGS = """
[server]
workers = 2

[local]
model = "none"

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[routes.default]
targets = ["sim/big"]
"""
LISTENERS = 8  # each on a connection of its own, so that both workers are asked


@asynccontextmanager
async def client(served: ServiceHandle) -> AsyncIterator[openai.AsyncOpenAI]:
    async with openai.AsyncOpenAI(
        base_url=served.base_url, api_key="none", max_retries=0, timeout=60
    ) as sdk:
        yield sdk


async def begin(sdk: openai.AsyncOpenAI) -> list[Any]:
    """The first events of a reply whose line is cut then."""
    events: list[Any] = []
    stream = await sdk.responses.create(model="auto", input="Why tides?", stream=True)
    async for event in stream:
        events.append(event)
        if event.type == "response.output_text.delta":
            await stream.close()
            return events
    raise AssertionError("it said nothing")


async def take_up(served: ServiceHandle, id_: str, after: int) -> list[Any]:
    async with client(served) as sdk:
        stream = await sdk.responses.retrieve(id_, stream=True, starting_after=after)
        return [event async for event in stream]


def test_any_worker_takes_a_reply_up_under_new_settings() -> None:
    async def scenario(served: ServiceHandle) -> None:
        async with client(served) as sdk:
            begun = await begin(sdk)
            os.kill(served.pid, signal.SIGHUP)
            id_, last = begun[0].response.id, begun[-1].sequence_number
            rests = await asyncio.gather(
                *(take_up(served, id_, last) for _ in range(LISTENERS)),
            )
        for rest in rests:
            numbers = [event.sequence_number for event in (*begun, *rest)]
            assert numbers == list(range(len(numbers)))
            assert rest[-1].type == "response.completed"
        events = (*begun, *rests[0])
        text = "".join(e.delta for e in events if e.type == "response.output_text.delta")
        assert text == events[-1].response.output_text

    with (
        simulator("--ttft-ms", "0", "--tokens-per-s", "40", "--tokens", "80") as target,
        service(SETTINGS.format(base_url=target.base_url)) as served,
    ):
        asyncio.run(scenario(served))
        assert "settings reloaded" in served.output.read_text()
