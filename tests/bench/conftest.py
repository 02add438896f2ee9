"""One simulator for all tests here, as fast as it can, and the official client to call it with."""

from __future__ import annotations

from collections.abc import Iterator

import openai
import pytest

from bench.simulator_process import SimulatorHandle, simulator

AT_ONCE = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0")


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator(*AT_ONCE) as handle:
        yield handle


@pytest.fixture
def client(sim: SimulatorHandle) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=sim.base_url, api_key="any", max_retries=0) as client:
        yield client
