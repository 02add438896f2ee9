"""Platforms of three dialects behind the real service, with the simulator in their place: a reply
that breaks off is finished, by the same one when it is asked to go on, or by whoever is next."""

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
KEY_VARIABLE = "PRELUDE_TEST_KEY_OF_THREE"
RESPONSES = "openai_responses/gpt-5.4-mini"
COHERE = "cohere/command-a-03-2025"
OLLAMA = "ollama_native/qwen3"
NEXT = "next/sim"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text

SETTINGS = """\
[local]
model = "none"

[providers.openai_responses]
base_url = "{url}/v1"
api_key_env = "{key}"

[providers.cohere]
base_url = "{url}"
api_key_env = "{key}"

[providers.ollama_native]
base_url = "{url}"
api_key_env = "{key}"

[providers.next]
kind = "openai_compatible"
base_url = "{url}/v1"
api_key_env = "{key}"

[routes.default]
targets = ["{targets}"]
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
    targets = '", "'.join((RESPONSES, COHERE, OLLAMA, NEXT))
    with service(SETTINGS.format(url=platform.url, key=KEY_VARIABLE, targets=targets)) as ours:
        yield Served(ours, platform)


def ask(ours: ServiceHandle, *targets: str, **members: Any) -> Told:
    async def reply() -> Told:
        async with aiohttp.ClientSession() as session:
            messages = [{"role": "user", "content": PROMPT}]
            body = {"model": "auto", "prelude": {"targets": targets}, "messages": messages}
            return await listen(session, ours.base_url, {**body, **members})

    return asyncio.run(reply())


@pytest.mark.parametrize(("model", "priced"), [(RESPONSES, True), (COHERE, True), (OLLAMA, False)])
def test_it_answers_and_the_bill_is_as_well_known_as_its_price(
    served: Served, model: str, priced: bool
) -> None:
    told = ask(served.ours, model)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [model]
    assert told.report["cost_known"] is priced


@pytest.mark.parametrize("model", [RESPONSES, COHERE, OLLAMA])
def test_a_stream_that_breaks_off_is_finished_by_the_next_target(
    served: Served, model: str
) -> None:
    served.platform.control(fault="error", after=120, model=model.partition("/")[2])
    told = ask(served.ours, model, NEXT)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [model, NEXT]


@pytest.mark.parametrize(
    ("model", "fault"),
    [(RESPONSES, "lost"), (RESPONSES, "lost_line"), (COHERE, "cut"), (OLLAMA, "lost_line")],
)
def test_one_alone_is_asked_to_go_on_and_does(served: Served, model: str, fault: str) -> None:
    before = len(served.platform.log())
    served.platform.control(fault=fault, after=120)
    told = ask(served.ours, model)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    first, second = served.platform.log()[before:]
    assert (first["roles"], second["roles"]) == (["user"], ["user", "assistant", "user"])


@pytest.mark.parametrize("model", [RESPONSES, COHERE, OLLAMA])
def test_what_it_lacks_is_asked_of_the_next_target(served: Served, model: str) -> None:
    told = ask(served.ours, model, NEXT, logit_bias={"1": 1})
    assert (told.text, told.error) == (ANSWER, "")
    assert told.report["models"][-1] == NEXT


def test_a_quota_that_is_used_up_before_a_word_is_no_more_than_a_refusal(served: Served) -> None:
    served.platform.control(fault="error_429", after=0, model="gpt-5.4-mini")
    told = ask(served.ours, RESPONSES, COHERE)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [COHERE]
