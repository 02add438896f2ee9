"""Configured limits in the real service, with the simulator as a platform that has none."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import aiohttp
import pytest

from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

SETTINGS = """\
[local]
model = "none"

[providers.tight]
kind = "openai_compatible"
base_url = "{base_url}"
rpm = 2

[providers.tighter]
kind = "openai_compatible"
base_url = "{base_url}"
rpm = 1

[providers.wordy]
kind = "openai_compatible"
base_url = "{base_url}"
tpm = 60

[routes.default]
targets = ["tight/sim", "tighter/sim"]
"""


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as handle:
        yield handle


def test_what_a_reply_used_counts_against_the_next_call(sim: SimulatorHandle) -> None:
    async def ask(ours: ServiceHandle) -> list[int]:
        async with aiohttp.ClientSession() as http:
            statuses = []
            for _ in range(2):
                body = {"model": "wordy/sim", "messages": [{"role": "user", "content": "Hello"}]}
                async with http.post(f"{ours.base_url}/chat/completions", json=body) as response:
                    statuses.append(response.status)
            return statuses

    with service(SETTINGS.format(base_url=sim.base_url)) as ours:
        assert asyncio.run(ask(ours)) == [200, 429]


def test_over_the_limit_the_next_target_answers_and_then_nobody(sim: SimulatorHandle) -> None:
    async def ask(ours: ServiceHandle) -> list[tuple[int, str | None, list[str]]]:
        told = []
        async with aiohttp.ClientSession() as http:
            for _ in range(3):
                body = {"model": "auto", "messages": [{"role": "user", "content": "Hello"}]}
                async with http.post(f"{ours.base_url}/chat/completions", json=body) as response:
                    answer = await response.json()
                    says = answer.get("prelude", answer.get("error"))
                    who = says.get("models") or [says["type"]]
                    told.append((response.status, response.headers.get("Retry-After"), who))
        return told

    with service(SETTINGS.format(base_url=sim.base_url)) as ours:
        first, second, third = asyncio.run(ask(ours))
    assert first == (200, None, ["tight/sim"])
    assert second == (200, None, ["tighter/sim"])
    status, retry_after, kind = third
    assert (status, kind) == (429, ["rate_limit_error"])
    assert retry_after is not None and 1 <= int(retry_after) <= 30
