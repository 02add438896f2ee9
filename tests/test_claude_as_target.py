"""Claude behind the real service, with the simulator as Anthropic: a reply that breaks off is
continued, by each model in the way that it knows."""

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
KEY_VARIABLE = "PRELUDE_TEST_KEY_OF_CLAUDE"
CONTINUES = "anthropic/claude-haiku-4-5"
IS_ASKED_TO = "anthropic/claude-opus-5-5"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text

SETTINGS = """\
[local]
model = "none"

[providers.anthropic]
kind = "anthropic"
base_url = "{base_url}"
api_key_env = "{key_variable}"

[routes.default]
targets = ["{continues}", "{is_asked_to}"]
"""


class Served(NamedTuple):
    ours: ServiceHandle
    platform: SimulatorHandle


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with pytest.MonkeyPatch.context() as environment, simulator(*flags) as platform:
        environment.setenv(KEY_VARIABLE, KEY)
        settings = SETTINGS.format(
            base_url=platform.base_url,
            key_variable=KEY_VARIABLE,
            continues=CONTINUES,
            is_asked_to=IS_ASKED_TO,
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


def test_claude_answers_and_the_bill_is_known(served: Served) -> None:
    told = ask(served.ours, CONTINUES)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [CONTINUES]
    assert told.report["cost_known"] is True
    assert told.report["cost_cents"] > 0


@pytest.mark.parametrize("model", [CONTINUES, IS_ASKED_TO])
@pytest.mark.parametrize("fault", ["cut", "lost_line"])
def test_a_reply_that_breaks_off_is_continued(served: Served, model: str, fault: str) -> None:
    before = len(served.platform.log())
    served.platform.control(fault=fault, after=120)
    told = ask(served.ours, model)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    first, second, *others = served.platform.log()[before:]
    assert not others
    assert (first["stream"], second["stream"], second["status"]) == (True, False, 200)
    assert second["prefix"] and ANSWER.startswith(second["prefix"])
    turns = ["user", "assistant"] if model == CONTINUES else ["user", "assistant", "user"]
    assert second["roles"] == turns


def test_an_error_in_mid_stream_moves_the_reply_to_the_next_model(served: Served) -> None:
    served.platform.control(fault="error", after=120)
    told = ask(served.ours, IS_ASKED_TO, CONTINUES)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [IS_ASKED_TO, CONTINUES]


def test_what_claude_lacks_is_told_to_the_caller_by_name(served: Served) -> None:
    told = ask(served.ours, CONTINUES, seed=7)
    assert told.error.startswith("status 400")
    assert "seed" in told.error
