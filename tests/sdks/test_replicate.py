"""Replicate's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from replicate.client import Client
from replicate.exceptions import ModelError, ReplicateError
from replicate.prediction import Prediction

from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierGarbled, TierRateLimited, TierRejected, TierUnavailable
from edge.core.types import FinishReason, Usage
from tests.sdks.hearing import Heard, hear

KEY = "zx-81c4f2a9d07b"
MODEL = "meta/llama"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setenv("REPLICATE_POLL_INTERVAL", "0.01")
    client = Client(api_token=KEY, base_url=sim.url)
    yield client
    client._client.close()


def ours(sim: SimulatorHandle, *, stream: bool = True, key: str = KEY) -> Heard:
    return hear("replicate", f"{sim.url}/v1", MODEL, key, PROMPT, stream=stream)


def created(sdk: Client, prompt: str = PROMPT) -> Prediction:
    return sdk.models.predictions.create(model=MODEL, input={"prompt": prompt})


# -- what both read ----------------------------------------------------------


def test_a_run_is_read_alike(sim: SimulatorHandle, sdk: Client) -> None:
    assert "".join(sdk.run(MODEL, input={"prompt": PROMPT})) == ANSWER
    heard = ours(sim, stream=False)
    assert (heard.text, heard.stop, heard.error) == (ANSWER, FinishReason.STOP, None)


def test_a_stream_is_read_alike(sim: SimulatorHandle, sdk: Client) -> None:
    events = list(sdk.stream(MODEL, input={"prompt": PROMPT}))
    assert "".join(map(str, events)) == ANSWER
    assert events[-1].event.value == "done"
    heard = ours(sim)
    assert (heard.text, heard.stop, heard.error) == (ANSWER, FinishReason.STOP, None)


def test_what_a_prediction_took_is_read_alike(sim: SimulatorHandle, sdk: Client) -> None:
    polled = created(sdk)
    polled.wait()
    assert polled.status == "succeeded" and polled.metrics is not None
    counts = polled.metrics["input_token_count"], polled.metrics["output_token_count"]
    for stream in (True, False):
        usage = ours(sim, stream=stream).usage
        assert isinstance(usage, Usage) and usage.reported and usage.compute_s > 0
        assert (usage.input, usage.output) == counts


# -- what goes wrong ---------------------------------------------------------


def test_a_wrong_key_is_refused(sim: SimulatorHandle) -> None:
    client = Client(api_token="wrong", base_url=sim.url)
    with pytest.raises(ReplicateError) as refused:
        created(client)
    client._client.close()
    assert refused.value.status == 401
    error = ours(sim, key="wrong").error
    assert isinstance(error, TierUnavailable) and error.lasting and error.status == 401


@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [("429", 429, TierRateLimited), ("500", 500, TierUnavailable), ("400_bad", 400, TierRejected)],
)
def test_a_refusal_is_read_alike(
    sim: SimulatorHandle, sdk: Client, fault: str, status: int, kind: type[TierError]
) -> None:
    sim.control(fault=fault, times=2)
    with pytest.raises(ReplicateError) as refused:
        created(sdk)
    error = ours(sim).error
    assert isinstance(error, kind)
    assert error.status == refused.value.status == status
    assert str(refused.value.detail) in str(error)


def test_an_error_in_mid_stream_is_heard_by_both(sim: SimulatorHandle, sdk: Client) -> None:
    sim.control(fault="error", after=40, times=2)
    said: list[str] = []
    with pytest.raises(RuntimeError, match="had an error"):
        said += map(str, sdk.stream(MODEL, input={"prompt": PROMPT}))
    heard = ours(sim)
    assert heard.text == ANSWER[:40] == "".join(said)
    assert isinstance(heard.error, TierUnavailable) and "had an error" in str(heard.error)


def test_a_job_that_failed_is_told_to_both(sim: SimulatorHandle, sdk: Client) -> None:
    sim.control(fault="error", after=0, times=2)
    with pytest.raises(ModelError, match="had an error"):
        sdk.run(MODEL, input={"prompt": PROMPT})
    heard = ours(sim, stream=False)
    assert heard.text == "" and isinstance(heard.error, TierUnavailable)


def test_a_stream_that_is_cut_is_a_fault_to_us(sim: SimulatorHandle) -> None:
    sim.control(fault="cut", after=40)
    heard = ours(sim)
    assert (heard.text, heard.stop) == (ANSWER[:40], None)
    assert isinstance(heard.error, TierGarbled)


@pytest.mark.parametrize(
    "fault", ["cr_lf", "cr", "bom", "many_lines", "no_space", "comments", "bytes", "keepalive"]
)
def test_how_events_are_written_makes_no_difference(sim: SimulatorHandle, fault: str) -> None:
    sim.control(fault=fault, ms=200)
    heard = ours(sim)
    assert (heard.text, heard.stop, heard.error) == (ANSWER, FinishReason.STOP, None)


def test_a_prediction_is_cancelled(sim: SimulatorHandle, sdk: Client) -> None:
    before = len(sim.log())
    sim.control(fault="hang")
    hanging = created(sdk)
    hanging.cancel()
    assert hanging.status == "canceled"
    assert sim.log(ended=before + 1)[before]["ended"] == "cancelled"
