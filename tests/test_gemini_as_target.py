"""Gemini behind the real service, with the simulator as Google: a reply that breaks off is
finished, by Gemini when it is asked to go on, or by whoever is next."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any, NamedTuple

import aiohttp
import pytest

from bench.answers import answer_to
from bench.reader import Told, listen
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

KEY = "zx-81c4f2a9d07b"
KEY_VARIABLE = "PRELUDE_TEST_KEY_OF_GOOGLE"
GEMINI = "gemini/gemini-3.8-flash"
NEXT = "next/sim"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text

SETTINGS = """\
[local]
model = "none"

[providers.gemini]
kind = "gemini"
base_url = "{base_url}"
api_key_env = "{key_variable}"

[providers.next]
kind = "openai_compatible"
base_url = "{base_url}"
api_key_env = "{key_variable}"

[routes.default]
targets = ["{gemini}", "{next}"]
"""


class Served(NamedTuple):
    ours: ServiceHandle
    platform: SimulatorHandle


@pytest.fixture(scope="module")
def platform() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def served(platform: SimulatorHandle, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A new service each time: one that has met a few broken replies asks somebody else."""
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    settings = SETTINGS.format(
        base_url=platform.base_url, key_variable=KEY_VARIABLE, gemini=GEMINI, next=NEXT
    )
    with service(settings) as ours:
        yield Served(ours, platform)


def ask(ours: ServiceHandle, *targets: str, **members: Any) -> Told:
    async def reply() -> Told:
        async with aiohttp.ClientSession() as session:
            messages = [{"role": "user", "content": PROMPT}]
            body = {"model": "auto", "prelude": {"targets": targets}, "messages": messages}
            return await listen(session, ours.base_url, {**body, **members})

    return asyncio.run(reply())


def test_gemini_answers_and_the_bill_is_known(served: Served) -> None:
    told = ask(served.ours, GEMINI)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [GEMINI]
    assert told.report["cost_known"] is True
    assert told.report["cost_cents"] > 0


@pytest.mark.parametrize(
    ("fault", "times"),
    [("cut", 2), ("error", 1), ("give_up", 1)],  # after a mere cut Gemini itself is asked first
)
def test_a_stream_that_breaks_off_is_finished_by_the_next_target(
    served: Served, fault: str, times: int
) -> None:
    served.platform.control(fault=fault, after=120, times=times, model="gemini-3.8-flash")
    told = ask(served.ours, GEMINI, NEXT)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [GEMINI, NEXT]


@pytest.mark.parametrize("fault", ["cut", "lost_line"])
def test_gemini_alone_is_asked_to_go_on_and_does(served: Served, fault: str) -> None:
    before = len(served.platform.log())
    served.platform.control(fault=fault, after=120)
    told = ask(served.ours, GEMINI)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    first, second = served.platform.log()[before:]
    assert (first["roles"], second["roles"]) == (["user"], ["user", "assistant", "user"])


def test_a_reply_that_breaks_off_elsewhere_is_finished_by_gemini(served: Served) -> None:
    served.platform.control(fault="cut", after=120, times=2, model="sim")
    told = ask(served.ours, NEXT, GEMINI)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [NEXT, GEMINI]


def test_what_gemini_lacks_is_asked_of_the_next_target(served: Served) -> None:
    told = ask(served.ours, GEMINI, NEXT, logit_bias={"1": 1})
    assert (told.text, told.error) == (ANSWER, "")
    assert told.report["models"][-1] == NEXT
