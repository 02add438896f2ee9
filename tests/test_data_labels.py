"""Data labels in the real service: settings, a door, and two platforms of which one fits."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

SETTINGS = """\
[local]
model = "none"

[data.regulated]
regions = ["eu"]
retention = "none"

[providers.anywhere]
kind = "openai_compatible"
base_url = "{anywhere}"

[providers.europe]
kind = "openai_compatible"
base_url = "{europe}"
regions = ["eu"]
retention = "none"

[routes.default]
targets = ["anywhere/sim", "europe/sim?fault=429", "europe/sim"]
"""


@pytest.fixture(scope="module")
def platforms() -> Iterator[tuple[SimulatorHandle, SimulatorHandle]]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0")
    with simulator(*flags) as anywhere, simulator(*flags) as europe:
        yield anywhere, europe


@pytest.fixture(scope="module")
def ours(platforms: tuple[SimulatorHandle, SimulatorHandle]) -> Iterator[ServiceHandle]:
    anywhere, europe = platforms
    settings = SETTINGS.format(anywhere=anywhere.base_url, europe=europe.base_url)
    with service(settings) as handle:
        yield handle


def ask(ours: ServiceHandle, data: object, model: str = "auto") -> tuple[int, dict[str, Any]]:
    async def post() -> tuple[int, dict[str, Any]]:
        body = {
            "model": model,
            "messages": [{"role": "user", "content": "Why does the sea have tides?"}],
            "prelude": {"data": data, "trace": True},
        }
        async with (
            aiohttp.ClientSession() as http,
            http.post(f"{ours.base_url}/chat/completions", json=body) as response,
        ):
            return response.status, await response.json()

    return asyncio.run(post())


def test_labelled_data_reaches_only_platforms_that_fit_fallbacks_included(
    ours: ServiceHandle,
) -> None:
    status, reply = ask(ours, "regulated")
    assert status == 200
    legs = [leg["model"] for leg in reply["prelude"]["legs"]]
    assert legs == ["europe/sim?fault=429", "europe/sim"]


@pytest.mark.parametrize(
    ("data", "model", "says"),
    [
        ("secret", "auto", "no data label `secret`; known: regulated"),
        ("regulated", "anywhere/sim", "data `regulated`: anywhere/sim: not for"),
        (7, "auto", "prelude.data"),
    ],
)
def test_what_can_go_nowhere_is_the_callers_to_mend(
    ours: ServiceHandle, data: object, model: str, says: str
) -> None:
    status, reply = ask(ours, data, model)
    assert status == 400
    assert says in reply["error"]["message"]
    assert reply["error"]["param"] == "prelude.data"
