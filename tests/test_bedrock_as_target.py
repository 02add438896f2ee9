"""Bedrock behind the real service, with the simulator as AWS: a reply that breaks off in its binary
stream is finished."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import pytest

from bench.answers import answer_to
from bench.reader import Told, listen
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

ACCESS_KEY = "AKIAFAKEFORTESTS0001"
CLAUDE = "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0"
NOVA = "bedrock/amazon.nova-pro-v1:0"
OTHER = "other/sim"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text

SETTINGS = """\
[local]
model = "none"

[providers.bedrock]
base_url = "{url}"
region = "us-east-1"

[providers.other]
kind = "openai_compatible"
base_url = "{url}/v1"
api_key_env = "{key_variable}"

[routes.default]
targets = ["{claude}", "{nova}", "{other}"]
"""
KEY_VARIABLE = "PRELUDE_TEST_KEY_OF_THE_OTHER"


class Served(NamedTuple):
    ours: ServiceHandle
    platform: SimulatorHandle


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Calls are signed with the environment's keys: the simulator asks for the one that signs."""
    nowhere: Path = tmp_path_factory.mktemp("aws") / "none"
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", ACCESS_KEY)
    with pytest.MonkeyPatch.context() as environment, simulator(*flags) as platform:
        environment.setenv("AWS_ACCESS_KEY_ID", ACCESS_KEY)
        environment.setenv("AWS_SECRET_ACCESS_KEY", "of-nobody")
        environment.setenv("AWS_CONFIG_FILE", str(nowhere))
        environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(nowhere))
        environment.setenv("AWS_EC2_METADATA_DISABLED", "true")
        environment.setenv(KEY_VARIABLE, ACCESS_KEY)
        settings = SETTINGS.format(
            url=platform.url, key_variable=KEY_VARIABLE, claude=CLAUDE, nova=NOVA, other=OTHER
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


def test_bedrock_answers_and_the_bill_is_known(served: Served) -> None:
    told = ask(served.ours, NOVA)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [NOVA]
    assert told.report["cost_known"] is True
    assert told.report["cost_cents"] > 0


def test_a_cut_stream_is_continued_by_the_same_model(served: Served) -> None:
    before = len(served.platform.log())
    served.platform.control(fault="cut", after=120)
    told = ask(served.ours, CLAUDE)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    first, second = served.platform.log()[before:]
    assert (first["stream"], second["stream"], second["status"]) == (True, False, 200)
    assert second["prefix"] and ANSWER.startswith(second["prefix"])
    assert second["roles"] == ["user", "assistant"]


@pytest.mark.parametrize("next_one", [NOVA, OTHER])
def test_a_stream_that_breaks_off_is_finished_by_the_next_target(
    served: Served, next_one: str
) -> None:
    served.platform.control(fault="error", after=120)
    told = ask(served.ours, CLAUDE, next_one)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [CLAUDE, next_one]


def test_a_cut_stream_whose_model_is_gone_is_finished_by_the_next_target(served: Served) -> None:
    served.platform.control(fault="cut", after=120, model="goes-away")
    served.platform.control(fault="503", times=9, model="goes-away")
    told = ask(served.ours, "bedrock/goes-away", OTHER)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == ["bedrock/goes-away", OTHER]


def test_what_bedrock_lacks_is_told_to_the_caller_by_name(served: Served) -> None:
    told = ask(served.ours, CLAUDE, seed=7)
    assert told.error.startswith("status 400")
    assert "seed" in told.error
