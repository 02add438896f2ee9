"""Google's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import pytest
from google import genai
from google.genai import errors, types
from google.oauth2.credentials import Credentials

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from adapters.providers import find_endpoint
from adapters.reach import Reached, reach
from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.gemini import BLOCK, SIGNATURE
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Thinking,
    Tool,
    ToolCall,
    ToolDelta,
    Usage,
)

KEY = "zx-81c4f2a9d07b"
MODEL = "gemini-3.8-flash"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
SCHEMA = {
    "type": "object",
    "properties": {"place": {"type": "string"}, "days": {"type": "integer"}},
}
VERTEX_PATH = "/v1beta1/projects/p/locations/europe-west4/publishers/google"


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle) -> Iterator[genai.Client]:
    with genai.Client(api_key=KEY, http_options=types.HttpOptions(base_url=sim.url)) as client:
        yield client


@dataclass(frozen=True)
class Heard:
    text: str = ""
    thinking: str = ""
    call: tuple[str, Any] | None = None
    stop: str | None = None
    usage: Usage | None = None
    extra: dict[str, Any] | None = None
    error: TierError | None = None


def theirs(sdk: genai.Client, contents: Any = PROMPT, stream: bool = True, **config: Any) -> Heard:
    """What Google's client reads, put in our words."""
    asked: Any = {
        "model": MODEL,
        "contents": contents,
        "config": types.GenerateContentConfig(**config),
    }
    if stream:
        responses = list(sdk.models.generate_content_stream(**asked))
    else:
        responses = [sdk.models.generate_content(**asked)]
    parts = [part for response in responses for part in response.parts or ()]
    calls = [part.function_call for part in parts if part.function_call]
    reasons = [c.finish_reason for r in responses for c in r.candidates or () if c.finish_reason]
    return Heard(
        "".join(part.text or "" for part in parts if not part.thought),
        "".join(part.text or "" for part in parts if part.thought),
        (calls[0].name or "", calls[0].args) if calls else None,
        reasons[-1].value if reasons else None,
        counts(responses[-1]),
    )


def counts(response: types.GenerateContentResponse) -> Usage:
    told = response.usage_metadata
    assert told is not None and told.prompt_token_count is not None
    thought = told.thoughts_token_count or 0
    written = (told.candidates_token_count or 0) + thought
    return Usage(told.prompt_token_count, written, reasoning=thought)


def ours(sim: SimulatorHandle, prompt: str = PROMPT, stream: bool = True, **more: Any) -> Heard:
    """What our adapter reads, asking the same. `prefix`, `settings` and `history` are not the
    request's."""
    given = more.pop("settings", settings(sim))
    prefix, sampling = more.pop("prefix", ""), more.pop("sampling", Sampling())
    messages = (Message("user", (TextPart(prompt),)), *more.pop("history", ()))
    request = Request("r", "auto", messages, sampling=sampling, **more)
    call = Call(request, messages, sampling, prefix=prefix, stream=stream)
    pieces, error = asyncio.run(_stream(call, given))
    deltas = [piece for piece in pieces if isinstance(piece, ToolDelta)]
    usages = [piece for piece in pieces if isinstance(piece, Usage)]
    stops = [piece.reason for piece in pieces if isinstance(piece, Stop)]
    extras = [dict(piece.data) for piece in pieces if isinstance(piece, Extra)]
    return Heard(
        "".join(piece.text for piece in pieces if isinstance(piece, Text)),
        "".join(piece.text for piece in pieces if isinstance(piece, Thinking)),
        (deltas[0].name or "", json.loads(deltas[0].arguments)) if deltas else None,
        stops[0] if stops else None,
        usages[-1] if usages else None,
        extras[0] if extras else None,
        error,
    )


def settings(sim: SimulatorHandle) -> Settings:
    return Settings(providers={"google": ProviderSettings("gemini", sim.base_url)})


async def _stream(call: Call, given: Settings) -> tuple[list[Piece], TierError | None]:
    pieces: list[Piece] = []
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(describe(f"google/{MODEL}", given), Secret(KEY), client)
        try:
            async with aclosing(tier.stream(call)) as stream:
                async for piece in stream:
                    pieces.append(piece)  # noqa: PERF401  they count, whatever comes after them
        except TierError as error:
            return pieces, error
    return pieces, None


# -- what both read ----------------------------------------------------------


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply(sim: SimulatorHandle, sdk: genai.Client, stream: bool) -> None:
    told, heard = theirs(sdk, stream=stream), ours(sim, stream=stream)
    assert told.text == heard.text == ANSWER
    assert (told.stop, heard.stop) == ("STOP", FinishReason.STOP)
    assert told.usage == heard.usage
    assert heard.extra is not None and heard.extra["modelVersion"] == MODEL


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply_that_reached_its_limit(
    sim: SimulatorHandle, sdk: genai.Client, stream: bool
) -> None:
    told = theirs(sdk, stream=stream, max_output_tokens=7)
    heard = ours(sim, stream=stream, sampling=Sampling(max_tokens=7))
    assert told.text == heard.text and ANSWER.startswith(heard.text)
    assert (told.stop, heard.stop) == ("MAX_TOKENS", FinishReason.LENGTH)
    assert told.usage == heard.usage


SDK_TOOL = types.Tool(
    function_declarations=[
        types.FunctionDeclaration(name="get_weather", parameters_json_schema=SCHEMA)
    ]
)
SDK_CHOICE = types.ToolConfig(
    function_calling_config=types.FunctionCallingConfig(
        mode=types.FunctionCallingConfigMode.ANY, allowed_function_names=["get_weather"]
    )
)
OUR_TOOLS = (Tool("get_weather", None, SCHEMA),)
OUR_CHOICE = {"type": "function", "function": {"name": "get_weather"}}


@pytest.mark.parametrize("stream", [True, False])
def test_a_forced_function(sim: SimulatorHandle, sdk: genai.Client, stream: bool) -> None:
    told = theirs(sdk, stream=stream, tools=[SDK_TOOL], tool_config=SDK_CHOICE)
    heard = ours(sim, stream=stream, tools=OUR_TOOLS, tool_choice=OUR_CHOICE)
    assert told.call == heard.call == ("get_weather", {"place": PROMPT, "days": 1})
    assert (told.stop, heard.stop) == ("STOP", FinishReason.TOOL_CALLS)
    assert told.usage == heard.usage
    assert heard.extra is not None
    assert list(heard.extra["thoughtSignatures"].values()) == [SIGNATURE]


@pytest.mark.parametrize("signed", [True, False])
def test_a_function_s_result_is_told_with_its_signature_or_without(
    sim: SimulatorHandle, signed: bool
) -> None:
    """The simulator refuses a call that comes back unsigned, as newer models do."""
    called = Message("assistant", tool_calls=(ToolCall("c1", "get_weather", "{}"),))
    told = Message("tool", (TextPart("rain"),), tool_call_id="c1")
    options = {"gemini": {"thoughtSignatures": {"c1": SIGNATURE}}} if signed else {}
    heard = ours(sim, history=(called, told), tools=OUR_TOOLS, provider_options=options)
    assert (heard.text, heard.error) == (ANSWER, None)


def test_a_call_that_comes_back_unsigned_is_refused_to_googles_client(sdk: genai.Client) -> None:
    call = types.Part.from_function_call(name="f", args={})
    told = types.Part.from_function_response(name="f", response={})
    contents = [
        types.Content(role="user", parts=[types.Part(text=PROMPT)]),
        types.Content(role="model", parts=[call]),
        types.Content(role="user", parts=[told]),
    ]
    with pytest.raises(errors.ClientError, match="thought_signature"):
        theirs(sdk, contents)


@pytest.mark.parametrize("stream", [True, False])
def test_thoughts(sim: SimulatorHandle, sdk: genai.Client, stream: bool) -> None:
    told = theirs(sdk, stream=stream, thinking_config=types.ThinkingConfig(include_thoughts=True))
    options = {"gemini": {"generationConfig": {"thinkingConfig": {"includeThoughts": True}}}}
    heard = ours(sim, stream=stream, provider_options=options)
    assert told.thinking == heard.thinking != ""
    assert told.text == heard.text == ANSWER
    assert told.usage == heard.usage
    assert heard.usage is not None and heard.usage.reasoning > 0


def test_a_blocked_prompt(sim: SimulatorHandle, sdk: genai.Client) -> None:
    told, heard = theirs(sdk, f"{BLOCK} {PROMPT}"), ours(sim, f"{BLOCK} {PROMPT}")
    assert told.text == heard.text == ""
    assert (told.stop, heard.stop) == (None, FinishReason.CONTENT_FILTER)
    assert told.usage == heard.usage
    assert heard.extra is not None
    assert heard.extra["promptFeedback"]["blockReason"] == "SAFETY"


def test_a_form(sim: SimulatorHandle, sdk: genai.Client) -> None:
    told = theirs(sdk, response_mime_type="application/json", response_json_schema=SCHEMA)
    form = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}
    assert told.text == ours(sim, response_format=form).text
    assert json.loads(told.text) == {"place": PROMPT, "days": 1}


def test_tokens_are_counted(sim: SimulatorHandle, sdk: genai.Client) -> None:
    heard = ours(sim).usage
    assert heard is not None
    assert sdk.models.count_tokens(model=MODEL, contents=PROMPT).total_tokens == heard.input


def test_vertex_is_asked_at_its_own_address_with_a_token(sim: SimulatorHandle) -> None:
    with genai.Client(
        vertexai=True,
        project="p",
        location="europe-west4",
        credentials=Credentials(token=KEY),  # type: ignore[no-untyped-call]
        http_options=types.HttpOptions(base_url=sim.url),
    ) as sdk:
        told = theirs(sdk)
    provider = ProviderSettings(
        "vertex",
        f"{sim.url}/v1beta1/projects/{{project}}/locations/{{region}}/publishers/google",
        headers={"authorization": f"Bearer {KEY}"},
        region="europe-west4",
        project="p",
    )
    heard = ours(sim, settings=Settings(providers={"google": provider}))
    assert told.text == heard.text == ANSWER
    assert told.usage == heard.usage


# -- how both fail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "sdks", "our"),
    [
        (400, errors.ClientError, TierRejected),
        (401, errors.ClientError, TierUnavailable),
        (404, errors.ClientError, TierUnavailable),
        (413, errors.ClientError, TierRejected),
        (429, errors.ClientError, TierRateLimited),
        (500, errors.ServerError, TierUnavailable),
        (504, errors.ServerError, TierUnavailable),
    ],
)
def test_a_call_that_is_refused(
    sim: SimulatorHandle,
    sdk: genai.Client,
    status: int,
    sdks: type[errors.APIError],
    our: type[TierError],
) -> None:
    sim.control(fault=str(status), times=2, retry_after_s=3)
    with pytest.raises(sdks) as refused:
        theirs(sdk)
    error = ours(sim).error
    assert isinstance(error, our)
    assert refused.value.code == error.status == status
    if isinstance(error, TierRateLimited):
        assert error.retry_after_s == 3


@pytest.mark.parametrize(
    ("fault", "sdks", "our"),
    [
        ("error", errors.ServerError, TierUnavailable),
        ("error_429", errors.ClientError, TierRateLimited),
    ],
)
def test_a_stream_that_breaks_off_with_an_error(
    sim: SimulatorHandle,
    sdk: genai.Client,
    fault: str,
    sdks: type[errors.APIError],
    our: type[TierError],
) -> None:
    sim.control(fault=fault, after=40, times=2)
    said: list[str] = []
    stream = sdk.models.generate_content_stream(model=MODEL, contents=PROMPT)
    with pytest.raises(sdks):
        said.extend(response.text or "" for response in stream)
    heard = ours(sim)
    assert "".join(said) == heard.text == ANSWER[:40]
    assert isinstance(heard.error, our)
    assert heard.stop is None
    assert heard.usage is not None and heard.usage.output > 0  # for the bill


def test_a_stream_that_just_ends_is_told_by_us_alone(
    sim: SimulatorHandle, sdk: genai.Client
) -> None:
    sim.control(fault="end_early", after=40, times=2)
    assert theirs(sdk).text == ANSWER[:40]
    heard = ours(sim)
    assert (heard.text, heard.stop) == (ANSWER[:40], None)
    assert heard.error is not None


def test_the_wrong_key_is_refused_and_never_in_an_address(sim: SimulatorHandle) -> None:
    async def look(key: str) -> Reached:
        async with aclosing(HostedClient()) as client:
            endpoint = find_endpoint("google", settings(sim))
            return (await reach(endpoint, Secret(key), client)).state

    assert asyncio.run(look(KEY)) is Reached.OK
    assert asyncio.run(look("wrong-one")) is Reached.KEY_REFUSED
    ours(sim)
    assert KEY not in json.dumps(sim.log())


def test_what_it_lacks_is_not_asked_for(sim: SimulatorHandle) -> None:
    before = len(sim.log())
    error = ours(sim, sampling=Sampling(logprobs=True)).error
    assert isinstance(error, TierRejected) and error.own_limit
    assert len(sim.log()) == before
