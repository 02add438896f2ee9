"""The simulator's faults in each of these voices, as our adapters hear them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.answers import answer_to
from bench.heard import Heard, hear
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, FinishReason, Message, Request, Sampling, TextPart

PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
VOICES = {
    "openai_responses": "/v1",
    "cohere": "",
}  # rows of the provider table, and where they answer


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as handle:
        yield handle


@pytest.fixture(params=VOICES)
def voice(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def heard_of(sim: SimulatorHandle, voice: str, *, stream: bool = True) -> Heard:
    settings = Settings(providers={voice: ProviderSettings(voice, sim.url + VOICES[voice])})
    request = Request("r", "auto", (Message("user", (TextPart(PROMPT),)),))
    return hear(f"{voice}/m", settings, Call(request, request.messages, Sampling(), stream=stream))


@pytest.mark.parametrize(
    "fault",
    [
        "none",
        "bytes",
        "plain_type",
        "json_type",
        "gzip",
        "unstreamed",
        "no_usage",
        "no_done",
        "usage_first",
        "twice_ended",
    ],
)
def test_what_only_looks_odd_costs_no_word(sim: SimulatorHandle, voice: str, fault: str) -> None:
    sim.control(fault=fault)
    heard = heard_of(sim, voice)
    assert (heard.text, heard.stop, heard.error) == (ANSWER, FinishReason.STOP, None)


# What the others say is no server-sent events.
SSE_VOICES = ("openai_responses", "cohere")


@pytest.mark.parametrize("voice", SSE_VOICES)
@pytest.mark.parametrize(
    "fault",
    [
        "cr_lf",
        "cr",
        "bom",
        "many_lines",
        "no_space",
        "comments",
        "named",
        "empty_choices",
        "early_usage",
    ],
)
def test_however_events_are_written_no_word_is_lost(
    sim: SimulatorHandle, voice: str, fault: str
) -> None:
    sim.control(fault=fault)
    assert heard_of(sim, voice).text == ANSWER


@pytest.mark.parametrize("fault", ["empty_deltas", "keepalive"])
def test_what_keeps_a_connection_alive_says_nothing(
    sim: SimulatorHandle, voice: str, fault: str
) -> None:
    sim.control(fault=fault, ms=10)
    heard = heard_of(sim, voice)
    assert (heard.text, heard.error) == (ANSWER, None)


@pytest.mark.parametrize(
    "fault",
    [
        "cut",
        "reset",
        "end_early",
        "half_event",
        "garble",
        "bad_lines",
        "error",
        "error_429",
        "error_event",
        "give_up",
        "lost_line",
    ],
)
@pytest.mark.parametrize("after", [0, 40])
def test_what_breaks_it_off_is_never_taken_for_its_end(
    sim: SimulatorHandle, voice: str, fault: str, after: int
) -> None:
    sim.control(fault=fault, after=after)
    heard = heard_of(sim, voice)
    assert (heard.text, heard.stop) == (ANSWER[:after], None)
    assert heard.error is not None


@pytest.mark.parametrize("fault", ["blank", "only_done", "page", "error_body", "no_finish"])
def test_what_is_no_reply_is_an_error(sim: SimulatorHandle, voice: str, fault: str) -> None:
    sim.control(fault=fault)
    heard = heard_of(sim, voice)
    assert heard.error is not None and heard.stop is None


@pytest.mark.parametrize("fault", ["cut", "end_early", "error"])
def test_a_whole_body_that_breaks_off_is_an_error(
    sim: SimulatorHandle, voice: str, fault: str
) -> None:
    sim.control(fault=fault, after=40)
    heard = heard_of(sim, voice, stream=False)
    assert (heard.text, heard.stop) == ("", None)
    assert heard.error is not None
