"""Platforms that run jobs behind the real service, with the simulator in their place: a job that
dies is finished by the next target, and one that nobody waits for is cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import NamedTuple

import aiohttp
import pytest

from bench.answers import answer_to
from bench.reader import Told, listen
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

KEY = "zx-81c4f2a9d07b"
KEY_VARIABLE = "PRELUDE_TEST_KEY_OF_JOBS"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
MODELS = {
    "runpod": "runpod/ep1/llama",
    "replicate": "replicate/meta/llama",
    "fal": "fal/fal-ai/any-llm",
    "fal_queue": "fal_queue/fal-ai/any-llm",
    "web_endpoint": "web_endpoint/talk",
}
PATHS = {
    "runpod": "/v2",
    "replicate": "/v1",
    "fal": "/run",
    "fal_queue": "/queue",
    "web_endpoint": "/web/100/talk",
}
# Only a call can cancel these: nothing else tells the platform that its reader left.
CANCELLED_BY_A_CALL = ("runpod", "replicate", "fal_queue")

PROVIDER = """\
[providers.{name}]
kind = "{name}"
base_url = "{base_url}"
api_key_env = "{key_variable}"
"""
REST = """\
[local]
model = "none"

[routes.default]
targets = {targets}
"""


class Served(NamedTuple):
    ours: ServiceHandle
    platform: SimulatorHandle


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with pytest.MonkeyPatch.context() as environment, simulator(*flags) as platform:
        environment.setenv(KEY_VARIABLE, KEY)
        providers = [
            PROVIDER.format(name=name, base_url=platform.url + path, key_variable=KEY_VARIABLE)
            for name, path in PATHS.items()
        ]
        rest = REST.format(targets=list(MODELS.values()))
        with service("\n".join([*providers, rest])) as ours:
            yield Served(ours, platform)


def ask(ours: ServiceHandle, *targets: str, stream: bool = True) -> Told:
    async def reply() -> Told:
        async with aiohttp.ClientSession() as session:
            return await listen(session, ours.base_url, {**asked(*targets), "stream": stream})

    return asyncio.run(reply())


def asked(*targets: str) -> dict[str, object]:
    messages = [{"role": "user", "content": PROMPT}]
    return {"model": "auto", "prelude": {"targets": targets}, "messages": messages}


@pytest.mark.parametrize("name", MODELS)
def test_a_job_answers(served: Served, name: str) -> None:
    told = ask(served.ours, MODELS[name])
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [MODELS[name]]


@pytest.mark.parametrize(
    ("name", "fault"), [("runpod", "cut"), ("runpod", "error"), ("replicate", "error")]
)
def test_a_job_that_dies_in_mid_reply_is_finished_by_the_next_target(
    served: Served, name: str, fault: str
) -> None:
    other = MODELS["replicate" if name == "runpod" else "runpod"]
    served.platform.control(fault=fault, after=120)
    told = ask(served.ours, MODELS[name], other)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert told.report["models"] == [MODELS[name], other]


def test_a_stream_that_is_cut_is_continued(served: Served) -> None:
    before = len(served.platform.log())
    served.platform.control(fault="cut", after=120)
    told = ask(served.ours, MODELS["replicate"])
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    _, second = served.platform.log()[before:]
    assert second["roles"] == ["user", "assistant", "user"]


@pytest.mark.parametrize("name", CANCELLED_BY_A_CALL)
def test_a_client_that_leaves_cancels_the_job(served: Served, name: str) -> None:
    before = len(served.platform.log())
    served.platform.control(fault="stall", after=0)

    async def leave() -> None:
        async with aiohttp.ClientSession() as session:
            url = f"{served.ours.base_url}/chat/completions"
            body = {**asked(MODELS[name]), "stream": True}
            call = asyncio.create_task(session.post(url, json=body))
            await asyncio.to_thread(served.platform.log, requests=before + 1)
            call.cancel()
            await asyncio.wait([call])

    asyncio.run(leave())
    entry = served.platform.log(requests=before + 1, ended=before + 1)[before]
    assert entry["ended"] == "cancelled"
