"""Gemini's own way to go on with a reply, through the real service: the same call with a token."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from bench.answers import answer_to
from bench.reader import Told, listen
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

GEMINI = "gemini/gemini-3.8-flash"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text

SETTINGS = """\
[local]
model = "none"

[providers.gemini]
kind = "gemini"
base_url = "{base_url}"

[providers.next]
kind = "openai_compatible"
base_url = "{base_url}"

[routes.default]
targets = ["gemini/gemini-3.8-flash", "next/sim"]
"""


@pytest.fixture(scope="module")
def platform() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as handle:
        yield handle


@pytest.fixture
def ours(platform: SimulatorHandle) -> Iterator[ServiceHandle]:
    with service(SETTINGS.format(base_url=platform.base_url)) as handle:
        yield handle


def ask(ours: ServiceHandle, wish: str) -> Told:
    async def reply() -> Told:
        async with aiohttp.ClientSession() as session:
            body: dict[str, Any] = {
                "model": "auto",
                "messages": [{"role": "user", "content": PROMPT}],
                "provider_options": {"gemini": {"labels": {"sim": wish}}},
            }
            return await listen(session, ours.base_url, body)

    return asyncio.run(reply())


@pytest.mark.parametrize("after", [60, 121, 200])
def test_a_reply_that_is_cut_behind_a_checkpoint_goes_on_from_there(
    platform: SimulatorHandle, ours: ServiceHandle, after: int
) -> None:
    before = len(platform.log())
    platform.control(fault="cut", after=after)
    told = ask(ours, "checkpoints")
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [GEMINI]
    first, second = platform.log()[before:]
    assert first["roles"] == second["roles"] == ["user"]  # the same call, and nobody else's
    assert "continuationToken" in second["options"]


def test_a_reply_that_is_cut_again_and_again_goes_on_each_time(
    platform: SimulatorHandle, ours: ServiceHandle
) -> None:
    platform.control(fault="cut", after=80, times=3)
    told = ask(ours, "checkpoints")
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [GEMINI]


def test_a_token_that_is_refused_leaves_the_reply_to_the_usual_ways(
    platform: SimulatorHandle, ours: ServiceHandle
) -> None:
    platform.control(fault="cut", after=120)
    platform.control(fault="400", times=1)
    told = ask(ours, "checkpoints")
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")


def test_a_reply_in_several_answers_is_one_to_the_reader(
    platform: SimulatorHandle, ours: ServiceHandle
) -> None:
    before = len(platform.log())
    told = ask(ours, "hops")
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    hops = len(platform.log()) - before
    assert hops > 2
    assert told.report["models"] == [GEMINI]
