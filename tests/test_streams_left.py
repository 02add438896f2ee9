"""Whoever leaves in the middle of a stream leaves nobody at work: by every door, down to the
platform, which sees its line closed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import aiohttp
import pytest

from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator
from tests.edge.doors.streaming import DOORS, Door

SETTINGS = """
[local]
model = "none"

[tiers.deep]
hedge_percent = 0

[providers.mine]
kind = "vllm" # it goes on with texts, too
base_url = "{base_url}"

[routes.default]
targets = ["mine/big"]

[routes.completion]
targets = ["mine/big"]
"""


@pytest.fixture(scope="module")
def platform() -> Iterator[SimulatorHandle]:
    # A reply would take it minutes.
    with simulator("--ttft-ms", "0", "--tokens-per-s", "5", "--tokens", "2000") as handle:
        yield handle


@pytest.fixture(scope="module")
def served(platform: SimulatorHandle) -> Iterator[ServiceHandle]:
    with service(SETTINGS.format(base_url=f"{platform.url}/vllm/v1")) as handle:
        yield handle


@pytest.mark.parametrize(
    "door", [pytest.param(door, id=f"{door.path}-{door.body.get('n', 1)}") for door in DOORS]
)
def test_the_platform_sees_its_line_closed(
    served: ServiceHandle, platform: SimulatorHandle, door: Door
) -> None:
    before, count = len(platform.log()), door.body.get("n", 1)

    async def leave() -> None:
        async with aiohttp.ClientSession() as http:
            response = await http.post(served.url + door.path, json=door.body)
            assert response.status == 200, await response.text()
            await response.content.readuntil(b"\n\n")
            response.close()

    asyncio.run(leave())
    left = platform.log(requests=before + count, ended=before + count)[before:]
    assert [entry["ended"] for entry in left] == ["cancelled"] * count
