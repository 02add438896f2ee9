"""AWS's own client against the simulator, and our adapter beside it: they read the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import aclosing, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, EventStreamError

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from bench.answers import answer_to
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.bedrock import SIGNATURE
from bench.voices.bedrock_request import GUARDED
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    ImagePart,
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

KEY = "AKIAFAKEFORTESTS0001"  # names the key that signs, or is the key: the simulator's is this one
REGION = "us-east-1"
MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
ARN = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
LONG = "word " * 4000
SCHEMA = {
    "type": "object",
    "properties": {"place": {"type": "string"}, "days": {"type": "integer"}},
}
SDK_TOOLS: Any = {"tools": [{"toolSpec": {"name": "get_weather", "inputSchema": {"json": SCHEMA}}}]}
FORCED: Any = {**SDK_TOOLS, "toolChoice": {"tool": {"name": "get_weather"}}}
OUR_TOOL = Tool("get_weather", None, SCHEMA)
OUR_CHOICE = {"type": "function", "function": {"name": "get_weather"}}
THINK: Any = {"additionalModelRequestFields": {"thinking": {"type": "enabled"}}}
GUARD: Any = {"guardrailConfig": {"guardrailIdentifier": "g", "guardrailVersion": "1"}}
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module", autouse=True)
def _no_credentials_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    nowhere = tmp_path_factory.mktemp("aws") / "none"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_CONFIG_FILE", str(nowhere))
        environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(nowhere))
        environment.setenv("AWS_EC2_METADATA_DISABLED", "true")
        yield


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture(scope="module")
def sdk(sim: SimulatorHandle) -> Iterator[Any]:
    with closing(client_of(sim, KEY)) as client:
        yield client


def client_of(sim: SimulatorHandle, access_key: str) -> Any:
    return boto3.client(
        "bedrock-runtime",
        endpoint_url=sim.url,
        region_name=REGION,
        aws_access_key_id=access_key,
        aws_secret_access_key="of-nobody",
        config=Config(retries={"total_max_attempts": 1}),
    )


def asked(prompt: str = PROMPT, **more: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": [{"text": prompt}]}]
    return {"modelId": MODEL, "messages": messages, **more}


@dataclass(frozen=True)
class Heard:
    text: str
    thinking: str
    arguments: str
    stop: Any
    usage: Usage | None
    extra: dict[str, Any]
    error: Exception | None = None


def theirs(sdk: Any, *, stream: bool = True, **members: Any) -> Heard:
    """What AWS's client reads."""
    return _streamed(sdk, members) if stream else _whole(sdk.converse(**members))


def _whole(reply: dict[str, Any]) -> Heard:
    blocks = reply["output"]["message"]["content"]
    thoughts = [b["reasoningContent"]["reasoningText"] for b in blocks if "reasoningContent" in b]
    calls = [block["toolUse"]["input"] for block in blocks if "toolUse" in block]
    return Heard(
        "".join(block.get("text", "") for block in blocks),
        "".join(thought["text"] for thought in thoughts),
        "".join(map(json.dumps, calls)),
        reply["stopReason"],
        counts(reply["usage"]),
        {"signature": [thought["signature"] for thought in thoughts]},
    )


def _streamed(sdk: Any, members: dict[str, Any]) -> Heard:
    said: dict[str, str] = {"text": "", "thinking": "", "arguments": ""}
    stop, usage, signatures, error = None, None, [], None
    with closing(sdk.converse_stream(**members)["stream"]) as events:
        try:
            for event in events:
                match event:
                    case {"contentBlockDelta": {"delta": {"text": text}}}:
                        said["text"] += text
                    case {"contentBlockDelta": {"delta": {"toolUse": {"input": text}}}}:
                        said["arguments"] += text
                    case {"contentBlockDelta": {"delta": {"reasoningContent": {"text": text}}}}:
                        said["thinking"] += text
                    case {
                        "contentBlockDelta": {"delta": {"reasoningContent": {"signature": name}}}
                    }:
                        signatures.append(name)
                    case {"messageStop": end}:
                        stop = end["stopReason"]
                    case {"metadata": about}:
                        usage = counts(about["usage"])
        except EventStreamError as raised:
            error = raised
    return Heard(**said, stop=stop, usage=usage, extra={"signature": signatures}, error=error)


def counts(used: dict[str, int]) -> Usage:
    cached, stored = used["cacheReadInputTokens"], used["cacheWriteInputTokens"]
    written = used["outputTokens"]
    return Usage(used["inputTokens"] + cached + stored, written, cached, cache_write=stored)


def ours(sim: SimulatorHandle, prompt: str = PROMPT, model: str = MODEL, **more: Any) -> Heard:
    """What our adapter reads, asking the same. `prefix`, `stream` and `history` are of the call,
    `key` of the endpoint."""
    prefix, stream = more.pop("prefix", ""), more.pop("stream", True)
    key = more.pop("key", KEY)
    parts = (TextPart(prompt), *more.pop("images", ()))
    messages = (*more.pop("history", ()), Message("user", parts))
    sampling = more.pop("sampling", Sampling())
    request = Request("r", "auto", messages, sampling=sampling, **more)
    call = Call(request, messages, sampling, prefix=prefix, stream=stream)
    pieces, error = asyncio.run(_stream(sim, call, model, key))
    usages = [piece for piece in pieces if isinstance(piece, Usage)]
    stops = [piece.reason for piece in pieces if isinstance(piece, Stop)]
    extras = [piece.data for piece in pieces if isinstance(piece, Extra)]
    return Heard(
        "".join(piece.text for piece in pieces if isinstance(piece, Text)),
        "".join(piece.text for piece in pieces if isinstance(piece, Thinking)),
        "".join(piece.arguments for piece in pieces if isinstance(piece, ToolDelta)),
        stops[0] if stops else None,
        usages[-1] if usages else None,
        dict(extras[-1]) if extras else {},
        error,
    )


async def _stream(
    sim: SimulatorHandle, call: Call, model: str, key: str | None
) -> tuple[list[Piece], TierError | None]:
    provider = ProviderSettings("bedrock", sim.url, region=REGION)
    described = describe(f"bedrock/{model}", Settings(providers={"bedrock": provider}))
    pieces: list[Piece] = []
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(described, None if key is None else Secret(key), client)
        try:
            async with aclosing(tier.stream(call)) as stream:
                async for piece in stream:
                    pieces.append(piece)  # noqa: PERF401  they count, whatever comes after them
        except TierError as error:
            return pieces, error
    return pieces, None


# -- what both read ----------------------------------------------------------


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("model", [MODEL, ARN])
def test_a_reply(sim: SimulatorHandle, sdk: Any, model: str, stream: bool) -> None:
    reply = theirs(sdk, stream=stream, **{**asked(), "modelId": model})
    heard = ours(sim, model=model, stream=stream)
    assert reply.text == heard.text == ANSWER
    assert (reply.stop, heard.stop) == ("end_turn", FinishReason.STOP)
    assert reply.usage == heard.usage
    assert [entry["model"] for entry in sim.log()[-2:]] == [model, model]


@pytest.mark.parametrize("stream", [True, False])
def test_a_reply_that_reached_its_limit(sim: SimulatorHandle, sdk: Any, stream: bool) -> None:
    reply = theirs(sdk, stream=stream, **asked(inferenceConfig={"maxTokens": 7}))
    heard = ours(sim, stream=stream, sampling=Sampling(max_tokens=7))
    assert reply.text == heard.text and ANSWER.startswith(heard.text)
    assert (reply.stop, heard.stop) == ("max_tokens", FinishReason.LENGTH)
    assert reply.usage == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_a_forced_tool(sim: SimulatorHandle, sdk: Any, stream: bool) -> None:
    reply = theirs(sdk, stream=stream, **asked(toolConfig=FORCED))
    heard = ours(sim, stream=stream, tools=(OUR_TOOL,), tool_choice=OUR_CHOICE)
    assert json.loads(reply.arguments) == json.loads(heard.arguments)
    assert json.loads(heard.arguments) == {"place": PROMPT, "days": 1}
    assert (reply.stop, heard.stop) == ("tool_use", FinishReason.TOOL_CALLS)
    assert reply.usage == heard.usage


def test_a_tool_s_result_and_an_image(sim: SimulatorHandle, sdk: Any) -> None:
    used = {"toolUse": {"toolUseId": "t1", "name": "get_weather", "input": {"days": 1}}}
    result = {"toolResult": {"toolUseId": "t1", "content": [{"text": "Rain"}]}}
    image = {"image": {"format": "png", "source": {"bytes": PNG}}}
    turns = [
        {"role": "user", "content": [{"text": "Weather?"}]},
        {"role": "assistant", "content": [used]},
        {"role": "user", "content": [result, {"text": PROMPT}, image]},
    ]
    reply = theirs(sdk, **{**asked(toolConfig=SDK_TOOLS), "messages": turns})
    history = (
        Message("user", (TextPart("Weather?"),)),
        Message("assistant", tool_calls=(ToolCall("t1", "get_weather", '{"days": 1}'),)),
        Message("tool", (TextPart("Rain"),), tool_call_id="t1"),
    )
    images = (ImagePart("data:image/png;base64,iVBORw0KGgo="),)
    heard = ours(sim, history=history, images=images, tools=(OUR_TOOL,))
    assert reply.text == heard.text == ANSWER
    assert reply.usage == heard.usage


@pytest.mark.parametrize("stream", [True, False])
def test_thoughts_and_their_signature(sim: SimulatorHandle, sdk: Any, stream: bool) -> None:
    reply = theirs(sdk, stream=stream, **asked(**THINK))
    heard = ours(sim, stream=stream, provider_options={"bedrock": THINK})
    assert (reply.thinking, reply.text) == (heard.thinking, heard.text) == ("Let me think.", ANSWER)
    (returned,) = heard.extra["reasoningContent"]
    assert returned["reasoningText"] == {"text": heard.thinking, "signature": SIGNATURE}
    assert reply.extra["signature"] == [SIGNATURE]


def test_a_guardrail(sim: SimulatorHandle, sdk: Any) -> None:
    reply = theirs(sdk, **asked(GUARDED, **GUARD))
    heard = ours(sim, GUARDED, provider_options={"bedrock": GUARD})
    assert (reply.stop, heard.stop) == ("guardrail_intervened", FinishReason.CONTENT_FILTER)
    assert heard.extra["trace"]["guardrail"]["actionReason"]


def test_a_form(sim: SimulatorHandle, sdk: Any) -> None:
    structure = {"jsonSchema": {"schema": json.dumps(SCHEMA), "name": "a"}}
    output = {"textFormat": {"type": "json_schema", "structure": structure}}
    form = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}
    reply, heard = theirs(sdk, **asked(outputConfig=output)), ours(sim, response_format=form)
    assert reply.text == heard.text
    assert json.loads(heard.text) == {"place": PROMPT, "days": 1}


def test_a_text_that_is_continued(sim: SimulatorHandle, sdk: Any) -> None:
    prefix = ANSWER[:40].rstrip()
    members = asked()
    members["messages"].append({"role": "assistant", "content": [{"text": prefix}]})
    assert theirs(sdk, **members).text == ours(sim, prefix=prefix).text
    assert prefix + ours(sim, prefix=prefix).text == ANSWER


def test_a_prompt_that_is_kept_and_read_again(sim: SimulatorHandle, sdk: Any) -> None:
    """We mark the same beginning as a caller of the SDK would: who comes second reads it."""
    history = (Message("system", (TextPart(LONG),)),)
    first = ours(sim, history=history)
    assert first.usage is not None and first.usage.cache_write > 4000
    members = asked(system=[{"text": LONG}, {"cachePoint": {"type": "default"}}])
    reply = theirs(sdk, **members)
    assert reply.usage is not None and reply.usage.cached == first.usage.cache_write
    assert reply.usage == ours(sim, history=history).usage


def test_ours_signs_with_the_keys_of_the_environment(
    sim: SimulatorHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "of-nobody")
    assert ours(sim, key=None).text == ANSWER
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAANOTHERONE000002")
    error = ours(sim, key=None).error
    assert isinstance(error, TierUnavailable) and error.lasting
    assert "AKIAANOT" not in str(error)


# -- how both fail -----------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "code", "our"),
    [
        (400, "ValidationException", TierRejected),
        (403, "AccessDeniedException", TierUnavailable),
        (404, "ResourceNotFoundException", TierUnavailable),
        (408, "ModelTimeoutException", TierUnavailable),
        (429, "ThrottlingException", TierRateLimited),
        (500, "InternalServerException", TierUnavailable),
        (503, "ServiceUnavailableException", TierRateLimited),
    ],
)
def test_a_call_that_is_refused(
    sim: SimulatorHandle, sdk: Any, status: int, code: str, our: type[TierError]
) -> None:
    sim.control(fault=str(status), times=2, retry_after_s=3)
    with pytest.raises(ClientError) as refused:
        theirs(sdk, **asked())
    error = ours(sim).error
    assert refused.value.response["Error"]["Code"] == code
    assert isinstance(error, our)
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == error.status == status
    if isinstance(error, TierRejected):
        assert error.own_limit


@pytest.mark.parametrize(
    ("fault", "code", "our"),
    [
        ("error", "internalServerException", TierUnavailable),
        ("error_429", "throttlingException", TierRateLimited),
    ],
)
def test_a_stream_that_breaks_off_with_an_exception(
    sim: SimulatorHandle, sdk: Any, fault: str, code: str, our: type[TierError]
) -> None:
    sim.control(fault=fault, after=40, times=2)
    reply, heard = theirs(sdk, **asked()), ours(sim)
    assert isinstance(reply.error, EventStreamError)
    assert reply.error.response["Error"]["Code"] == code
    assert reply.text == heard.text == ANSWER[:40]
    assert isinstance(heard.error, our)
    assert reply.stop is heard.stop is None


def test_a_wrong_key_is_refused_and_not_shown(sim: SimulatorHandle, tmp_path: Path) -> None:
    with closing(client_of(sim, "AKIAWRONGKEY00000003")) as sdk, pytest.raises(ClientError) as no:
        theirs(sdk, **asked())
    assert no.value.response["Error"]["Code"] == "UnrecognizedClientException"
    error = ours(sim, key="ABSKwrongwrongwrong").error
    assert isinstance(error, TierUnavailable) and error.lasting
    assert "ABSK" not in str(error)
    assert KEY not in json.dumps(sim.log())
