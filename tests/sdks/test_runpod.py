"""RunPod's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
import requests

from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierRejected, TierUnavailable
from edge.core.types import FinishReason
from tests.sdks.hearing import Heard, hear

KEY = "zx-81c4f2a9d07b"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture(scope="module")
def runpod() -> Any:
    """It sets the whole process' logging up when it is imported: that is taken back."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    import runpod  # type: ignore[import-untyped]  # it has no types

    root.handlers[:] = handlers
    root.setLevel(level)
    return runpod


@pytest.fixture
def sdk(sim: SimulatorHandle, runpod: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """One endpoint. It polls every second, and cannot be told otherwise."""
    monkeypatch.setattr(runpod, "endpoint_url_base", f"{sim.url}/v2")
    monkeypatch.setattr(runpod, "api_key", KEY)
    endpoint = runpod.Endpoint("ep1")
    yield endpoint
    endpoint.rp_client.rp_session.close()


def ours(sim: SimulatorHandle, *, stream: bool = True, key: str = KEY) -> Heard:
    return hear("runpod", f"{sim.url}/v2", "ep1/llama", key, PROMPT, stream=stream)


def asked(*, stream: bool = False) -> dict[str, Any]:
    messages = [{"role": "user", "content": PROMPT}]
    options = {"stream_options": {"include_usage": True}} if stream else {}
    body = {"model": "llama", "messages": messages, "stream": stream, **options}
    return {"input": {"openai_route": "/v1/chat/completions", "openai_input": body}}


def chunks(outputs: Iterator[str]) -> list[dict[str, Any]]:
    events = "".join(outputs).split("\n\n")
    data = [event.removeprefix("data: ") for event in events if event]
    return [orjson.loads(event) for event in data if event != "[DONE]"]


def text_of(said: list[dict[str, Any]]) -> str:
    deltas = (choice["delta"] for chunk in said for choice in chunk.get("choices", ()))
    return "".join(delta.get("content") or "" for delta in deltas)


# -- what both read ----------------------------------------------------------


def test_a_run_is_read_alike(sim: SimulatorHandle, sdk: Any) -> None:
    (completion,) = sdk.run_sync(asked())
    heard = ours(sim, stream=False)
    choice, usage = completion["choices"][0], completion["usage"]
    assert choice["message"]["content"] == heard.text == ANSWER
    assert (choice["finish_reason"], heard.stop) == ("stop", FinishReason.STOP)
    assert heard.usage is not None and heard.usage.reported
    assert (usage["prompt_tokens"], usage["completion_tokens"]) == (
        heard.usage.input,
        heard.usage.output,
    )


def test_a_job_that_is_asked_after_is_read_alike(sdk: Any) -> None:
    (completion,) = sdk.run(asked()).output(timeout=5)
    assert completion["choices"][0]["message"]["content"] == ANSWER


def test_a_stream_is_read_alike(sim: SimulatorHandle, sdk: Any) -> None:
    said = chunks(sdk.run(asked(stream=True)).stream())
    heard = ours(sim)
    assert text_of(said) == heard.text == ANSWER
    assert (heard.stop, heard.error) == (FinishReason.STOP, None)
    assert heard.usage is not None
    assert said[-1]["usage"]["completion_tokens"] == heard.usage.output


# -- what goes wrong ---------------------------------------------------------


def test_a_wrong_key_is_refused(sim: SimulatorHandle, sdk: Any) -> None:
    sdk.rp_client.headers["Authorization"] = "Bearer wrong"
    with pytest.raises(RuntimeError, match="401"):
        sdk.run(asked())
    error = ours(sim, key="wrong").error
    assert isinstance(error, TierUnavailable) and error.lasting and error.status == 401


@pytest.mark.parametrize(
    ("fault", "status", "kind"), [("500", 500, TierUnavailable), ("400_bad", 400, TierRejected)]
)
def test_a_refusal_is_read_alike(
    sim: SimulatorHandle, sdk: Any, fault: str, status: int, kind: type[TierError]
) -> None:
    sim.control(fault=fault, times=2)
    with pytest.raises(requests.HTTPError) as refused:
        sdk.run(asked())
    error = ours(sim).error
    assert isinstance(error, kind)
    assert error.status == refused.value.response.status_code == status


@pytest.mark.parametrize("stream", [True, False])
def test_a_job_whose_worker_is_lost_is_told_to_both(
    sim: SimulatorHandle, sdk: Any, stream: bool
) -> None:
    sim.control(fault="cut", after=40, times=2)
    job = sdk.run(asked(stream=stream))
    if stream:
        assert text_of(chunks(job.stream())) == ANSWER[:40]
    else:
        job.output(timeout=5)
    assert job.status() == "FAILED"
    heard = ours(sim, stream=stream)
    assert heard.text == (ANSWER[:40] if stream else "")
    assert isinstance(heard.error, TierUnavailable) and "worker was lost" in str(heard.error)


def test_an_error_in_mid_stream_is_heard_by_both(sim: SimulatorHandle, sdk: Any) -> None:
    """It comes inside a job that is completed."""
    sim.control(fault="error", after=40, times=2)
    job = sdk.run(asked(stream=True))
    said = chunks(job.stream())
    assert job.status() == "COMPLETED" and "error" in said[-1]
    heard = ours(sim)
    assert heard.text == text_of(said) == ANSWER[:40]
    assert isinstance(heard.error, TierUnavailable)


def test_a_job_is_cancelled(sim: SimulatorHandle, sdk: Any) -> None:
    before = len(sim.log())
    sim.control(fault="hang")
    job = sdk.run(asked())
    assert job.status() == "IN_QUEUE"
    assert job.cancel()["status"] == "CANCELLED"
    assert job.status() == "CANCELLED"
    assert sim.log(ended=before + 1)[before]["ended"] == "cancelled"
