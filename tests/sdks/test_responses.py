"""OpenAI's own client speaking Responses to the simulator, and our adapter beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import openai
import pytest
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseErrorEvent,
    ResponseFunctionToolCall,
    ResponseIncompleteEvent,
    ResponseReasoningItem,
    ResponseTextDeltaEvent,
)

from bench.answers import answer_to
from bench.heard import Heard, hear
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, FinishReason, Message, Request, Sampling, TextPart, Tool, Usage

KEY = "zx-81c4f2a9d07b"
MODEL = "gpt-5.4-mini"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"place": {"type": "string"}, "days": {"type": "integer"}},
}
FILLED = {"place": PROMPT, "days": 1}


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=sim.base_url, api_key=KEY, max_retries=0) as client:
        yield client


def asked(sdk: openai.OpenAI, stream: bool, **more: Any) -> Response:
    members: dict[str, Any] = {"model": MODEL, "input": PROMPT, **more}
    if not stream:
        whole = sdk.responses.create(**members)
        assert isinstance(whole, Response)
        return whole
    *_, last = sdk.responses.create(stream=True, **members)
    assert isinstance(last, ResponseCompletedEvent | ResponseIncompleteEvent)
    return last.response


def ours(sim: SimulatorHandle, stream: bool = True, **more: Any) -> Heard:
    messages = (Message("user", (TextPart(PROMPT),)),)
    sampling = more.pop("sampling", Sampling())
    request = Request("r", "auto", messages, sampling=sampling, **more)
    settings = Settings(
        providers={"openai_responses": ProviderSettings("openai_responses", sim.base_url)}
    )
    call = Call(request, messages, sampling, stream=stream)
    return hear(f"openai_responses/{MODEL}", settings, call, KEY)


def counts(reply: Response) -> Usage:
    used = reply.usage
    assert used is not None
    return Usage(used.input_tokens, used.output_tokens)


# -- what both read ----------------------------------------------------------


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply(sim: SimulatorHandle, sdk: openai.OpenAI, stream: bool) -> None:
    reply, heard = asked(sdk, stream), ours(sim, stream)
    assert reply.output_text == heard.text == ANSWER
    assert (reply.status, heard.stop) == ("completed", FinishReason.STOP)
    assert counts(reply) == heard.usage
    assert heard.extra["id"].startswith("resp_sim")


def test_the_clients_own_helper_reads_it(sdk: openai.OpenAI) -> None:
    with sdk.responses.stream(model=MODEL, input=PROMPT) as stream:
        deltas = [event.delta for event in stream if event.type == "response.output_text.delta"]
        final = stream.get_final_response()
    assert "".join(deltas) == final.output_text == ANSWER


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply_that_reached_its_limit(
    sim: SimulatorHandle, sdk: openai.OpenAI, stream: bool
) -> None:
    reply = asked(sdk, stream, max_output_tokens=17)
    heard = ours(sim, stream, sampling=Sampling(max_tokens=17))
    assert reply.output_text == heard.text and ANSWER.startswith(heard.text)
    assert reply.incomplete_details is not None
    assert reply.incomplete_details.reason == "max_output_tokens"
    assert heard.stop is FinishReason.LENGTH
    assert counts(reply) == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_a_forced_tool(sim: SimulatorHandle, sdk: openai.OpenAI, stream: bool) -> None:
    tool = {"type": "function", "name": "get_weather", "parameters": SCHEMA, "strict": False}
    choice = {"type": "function", "name": "get_weather"}
    reply = asked(sdk, stream, tools=[tool], tool_choice=choice)
    heard = ours(
        sim,
        stream,
        tools=(Tool("get_weather", None, SCHEMA),),
        tool_choice={"type": "function", "function": {"name": "get_weather"}},
    )
    (call,) = reply.output
    assert isinstance(call, ResponseFunctionToolCall)
    assert json.loads(call.arguments) == json.loads(heard.arguments) == FILLED
    assert (call.name, heard.tools[0].name) == ("get_weather", "get_weather")
    assert heard.tools[0].id is not None and heard.tools[0].id.startswith("call_sim")
    assert heard.stop is FinishReason.TOOL_CALLS
    assert counts(reply) == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_a_summary_of_its_thoughts(sim: SimulatorHandle, sdk: openai.OpenAI, stream: bool) -> None:
    reasoning = {"effort": "low", "summary": "auto"}
    reply = asked(sdk, stream, reasoning=reasoning)
    heard = ours(sim, stream, provider_options={"openai_responses": {"reasoning": reasoning}})
    thought = reply.output[0]
    assert isinstance(thought, ResponseReasoningItem)
    assert thought.summary[0].text == heard.thinking == "Let me think."
    assert reply.output_text == heard.text == ANSWER


def test_a_form(sim: SimulatorHandle, sdk: openai.OpenAI) -> None:
    form = {"type": "json_schema", "name": "a", "schema": SCHEMA}
    reply = asked(sdk, True, text={"format": form})
    told = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}
    heard = ours(sim, response_format=told)
    assert json.loads(reply.output_text) == json.loads(heard.text) == FILLED


# -- how both fail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "sdks", "our"),
    [
        (400, openai.BadRequestError, TierRejected),
        (401, openai.AuthenticationError, TierUnavailable),
        (404, openai.NotFoundError, TierUnavailable),
        (429, openai.RateLimitError, TierRateLimited),
        (500, openai.InternalServerError, TierUnavailable),
    ],
)
def test_a_call_that_is_refused(
    sim: SimulatorHandle,
    sdk: openai.OpenAI,
    status: int,
    sdks: type[openai.APIStatusError],
    our: type[TierError],
) -> None:
    sim.control(fault=str(status), times=2, retry_after_s=3)
    with pytest.raises(sdks) as refused:
        asked(sdk, True)
    error = ours(sim).error
    assert isinstance(error, our)
    assert refused.value.status_code == error.status == status
    if isinstance(error, TierRateLimited):
        assert error.retry_after_s == 3


def test_a_reply_shorter_than_it_promises_is_its_own_limit(
    sim: SimulatorHandle, sdk: openai.OpenAI
) -> None:
    with pytest.raises(openai.BadRequestError, match=">= 16"):
        asked(sdk, False, max_output_tokens=5)
    error = ours(sim, sampling=Sampling(max_tokens=5)).error
    assert isinstance(error, TierRejected) and error.own_limit
    assert error.param == "max_output_tokens"


@pytest.mark.parametrize(
    ("fault", "code", "our"),
    [
        ("error", "server_error", TierUnavailable),
        ("error_429", "rate_limit_exceeded", TierRateLimited),
    ],
)
@pytest.mark.parametrize("after", [0, 40])
def test_a_stream_that_breaks_off_with_an_error(
    sim: SimulatorHandle,
    sdk: openai.OpenAI,
    fault: str,
    code: str,
    our: type[TierError],
    after: int,
) -> None:
    """The client raises nothing: it hands the error on as one event more."""
    sim.control(fault=fault, after=after, times=2)
    events = list(sdk.responses.create(model=MODEL, input=PROMPT, stream=True))
    said = "".join(event.delta for event in events if isinstance(event, ResponseTextDeltaEvent))
    heard = ours(sim)
    assert isinstance(events[-1], ResponseErrorEvent)
    assert events[-1].code == code
    assert said == heard.text == ANSWER[:after]
    assert isinstance(heard.error, our)
    assert heard.stop is None


def test_words_that_were_lost_are_missed_by_ours_alone(
    sim: SimulatorHandle, sdk: openai.OpenAI
) -> None:
    sim.control(fault="lost", after=40, times=2)
    events = list(sdk.responses.create(model=MODEL, input=PROMPT, stream=True))
    said = "".join(event.delta for event in events if isinstance(event, ResponseTextDeltaEvent))
    heard = ours(sim)
    assert events[-1].type == "response.completed" and said != ANSWER
    assert heard.text == ANSWER[:40]
    assert heard.error is not None and "a gap of 1" in str(heard.error)


def test_the_wrong_key_is_refused(sim: SimulatorHandle) -> None:
    with (
        openai.OpenAI(base_url=sim.base_url, api_key="wrong-one", max_retries=0) as sdk,
        pytest.raises(openai.AuthenticationError),
    ):
        asked(sdk, True)


def test_ours_asks_for_nothing_to_be_stored_and_hides_its_key(sim: SimulatorHandle) -> None:
    ours(sim)
    entry = sim.log()[-1]
    assert entry["options"]["store"] is False
    assert KEY not in json.dumps(sim.log())
