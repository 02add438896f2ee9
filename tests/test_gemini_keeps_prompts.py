"""Gemini's cached content, through the real service: a beginning that came twice is kept, and named
by the calls behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any, NamedTuple

import aiohttp
import pytest

from bench.answers import answer_to
from bench.reader import listen
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
LONG = "You are a patient teacher of physics. " * 200
SETTINGS = """\
[local]
model = "none"

[providers.gemini]
base_url = "{base_url}"

[models."gemini/gemini-2.5-flash"]
keep_prompts_s = 600

[routes.default]
targets = ["gemini/gemini-2.5-flash"]
"""


class Served(NamedTuple):
    ours: ServiceHandle
    platform: SimulatorHandle


@pytest.fixture
def served() -> Iterator[Served]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0")
    with simulator(*flags) as platform, service(SETTINGS.format(base_url=platform.base_url)) as s:
        yield Served(s, platform)


def ask(served: Served, *systems: str) -> list[dict[str, Any]]:
    """One after the other; what the platform was asked."""

    async def replies() -> None:
        async with aiohttp.ClientSession() as session:
            for system in systems:
                messages = [
                    {"role": "system", "content": system},
                    {"role": "user", "content": PROMPT},
                ]
                told = await listen(
                    session, served.ours.base_url, {"model": "auto", "messages": messages}
                )
                assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")

    before = len(served.platform.log())
    asyncio.run(replies())
    log: list[dict[str, Any]] = served.platform.log()[before:]
    return log


def ask_until_it_is_kept(served: Served) -> list[dict[str, Any]]:
    """It is made beside a call, so which one is the first to use it nobody knows."""
    calls = ask(served, LONG, LONG)
    while not kept(calls[-1]) and len(calls) < 40:
        calls += ask(served, LONG)
    return calls


def forget_all(served: Served) -> None:
    async def delete() -> None:
        url = f"{served.platform.url}/v1/cachedContents/sim0"
        async with aiohttp.ClientSession() as session, session.delete(url) as response:
            assert response.status == 200

    asyncio.run(delete())


def kept(call: dict[str, Any]) -> str | None:
    name: str | None = call["options"].get("cachedContent")
    return name


def test_a_long_beginning_that_came_twice_is_kept_and_named_by_the_calls_behind_it(
    served: Served,
) -> None:
    first, second, *_, last = ask_until_it_is_kept(served)
    assert (kept(first), kept(second)) == (None, None)
    assert kept(last) == "cachedContents/sim0"
    assert "systemInstruction" not in last["options"]


def test_what_the_platform_knows_no_more_is_asked_without(served: Served) -> None:
    assert kept(ask_until_it_is_kept(served)[-1])
    forget_all(served)
    refused, answered = ask(served, LONG)
    assert (refused["status"], answered["status"]) == (403, 200)
    assert kept(answered) is None


def test_a_short_beginning_or_another_one_is_not_kept(served: Served) -> None:
    assert not any(map(kept, ask(served, *["You are brief."] * 4)))
    assert not any(map(kept, ask(served, LONG + "a", LONG + "b", LONG + "c")))
