"""fal's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import fal_client
import pytest

from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.types import FinishReason
from tests.sdks.hearing import Heard, hear

KEY = "zx-81c4f2a9d07b"
APP = "fal-ai/any-llm"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
ASKED = {"prompt": PROMPT}


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle, monkeypatch: pytest.MonkeyPatch) -> Iterator[fal_client.SyncClient]:
    monkeypatch.setattr(fal_client.client, "RUN_URL_FORMAT", f"{sim.url}/run/")
    monkeypatch.setattr(fal_client.client, "QUEUE_URL_FORMAT", f"{sim.url}/queue/")
    monkeypatch.setattr(fal_client.client, "MAX_ATTEMPTS", 1)
    client = fal_client.SyncClient(key=KEY)
    yield client
    client._client.close()


def ours(sim: SimulatorHandle, *, queue: bool = False, stream: bool = True) -> Heard:
    kind, path = ("fal_queue", "/queue") if queue else ("fal", "/run")
    return hear(kind, sim.url + path, APP, KEY, PROMPT, stream=stream)


def counts(result: dict[str, Any]) -> tuple[int, int]:
    return result["usage"]["prompt_tokens"], result["usage"]["completion_tokens"]


# -- what both read ----------------------------------------------------------


def test_a_run_a_stream_and_the_queue_are_read_alike(
    sim: SimulatorHandle, sdk: fal_client.SyncClient
) -> None:
    theirs = (
        sdk.run(APP, ASKED),
        list(sdk.stream(APP, ASKED))[-1],
        sdk.submit(APP, ASKED).get(interval=0.01),
    )
    same = ours(sim, stream=False), ours(sim), ours(sim, queue=True)
    for result, heard in zip(theirs, same, strict=True):
        assert result["output"] == heard.text == ANSWER
        assert (heard.stop, heard.error) == (FinishReason.STOP, None)
        assert heard.usage is not None and heard.usage.reported
        assert counts(result) == (heard.usage.input, heard.usage.output)


def test_what_the_queue_measured_is_read_alike(
    sim: SimulatorHandle, sdk: fal_client.SyncClient
) -> None:
    handle = sdk.submit(APP, ASKED)
    handle.get(interval=0.01)
    status = handle.status()
    assert isinstance(status, fal_client.Completed) and status.metrics["inference_time"] > 0
    usage = ours(sim, queue=True).usage
    assert usage is not None and usage.compute_s > 0


# -- what goes wrong ---------------------------------------------------------


@pytest.mark.parametrize("queue", [False, True])
@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [("500", 500, TierUnavailable), ("400_bad", 400, TierRejected), ("401", 401, TierUnavailable)],
)
def test_a_refusal_is_read_alike(
    sim: SimulatorHandle,
    sdk: fal_client.SyncClient,
    queue: bool,
    fault: str,
    status: int,
    kind: type[TierError],
) -> None:
    sim.control(fault=fault, times=2)
    with pytest.raises(fal_client.FalClientHTTPError) as refused:
        (sdk.submit if queue else sdk.run)(APP, ASKED)
    error = ours(sim, queue=queue).error
    assert isinstance(error, kind)
    assert error.status == refused.value.status_code == status
    assert refused.value.message in str(error)


def test_an_error_in_mid_stream_is_heard_by_both(
    sim: SimulatorHandle, sdk: fal_client.SyncClient
) -> None:
    sim.control(fault="error", after=40, times=2)
    *_, last, broken = sdk.stream(APP, ASKED)
    heard = ours(sim)
    assert heard.text == last["output"] == ANSWER[:40]
    assert isinstance(heard.error, TierUnavailable) and broken["error"] in str(heard.error)


def test_a_job_that_failed_is_told_to_both(
    sim: SimulatorHandle, sdk: fal_client.SyncClient
) -> None:
    sim.control(fault="drop", times=2)
    with pytest.raises(fal_client.FalClientHTTPError, match="failed"):
        sdk.submit(APP, ASKED).get(interval=0.01)
    error = ours(sim, queue=True).error
    assert isinstance(error, TierUnavailable) and error.status == 500


def test_a_stream_that_is_cut_is_a_fault_to_us(sim: SimulatorHandle) -> None:
    sim.control(fault="end_early", after=40)
    heard = ours(sim)
    assert (heard.text, heard.stop) == (ANSWER[:40], None)
    assert isinstance(heard.error, TierGarbled)


def test_a_queued_job_is_cancelled(sim: SimulatorHandle, sdk: fal_client.SyncClient) -> None:
    before = len(sim.log())
    sim.control(fault="hang")
    handle = sdk.submit(APP, ASKED)
    assert isinstance(handle.status(), fal_client.Queued | fal_client.InProgress)
    handle.cancel()
    assert sim.log(ended=before + 1)[before]["ended"] == "cancelled"
