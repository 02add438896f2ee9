"""The simulator as Bedrock: what it takes, what it refuses, and how its faults sound.

That AWS's own client reads it is tested in tests/sdks/test_bedrock.py.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import pytest

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from bench.answers import answer_to
from bench.asked import Refused
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.bedrock import BedrockConverse
from edge.core.errors import TierError
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, Stop, Text, TextPart

MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
LATE_MODEL = "us.anthropic.claude-opus-5-5-v1:0"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
POINT = {"cachePoint": {"type": "default"}}
TOOL = {"toolSpec": {"name": "f", "inputSchema": {"json": {"type": "object"}}}}
USE = {"toolUse": {"toolUseId": "a", "name": "f", "input": {}}}


def turns(*contents: Any) -> list[dict[str, Any]]:
    """Texts, or lists of blocks, of the user and the assistant by turns."""
    roles = ("user", "assistant")
    blocks = [[{"text": content}] if isinstance(content, str) else content for content in contents]
    return [{"role": roles[n % 2], "content": content} for n, content in enumerate(blocks)]


def asked(**members: Any) -> dict[str, Any]:
    return {"messages": turns(PROMPT), **members}


def read(body: object, model: str = MODEL, operation: str = "converse-stream") -> Any:
    named = {"model": model, "operation": operation}
    return BedrockConverse().read(json.dumps(body).encode(), named)


# -- what it takes ---------------------------------------------------------------


def test_a_question_is_understood() -> None:
    config = {"maxTokens": 99, "stopSequences": ["END"]}
    understood = read(asked(system=[{"text": "Be brief."}], inferenceConfig=config))
    assert (understood.model, understood.prompt, understood.prefix) == (MODEL, PROMPT, "")
    assert (understood.stream, understood.max_tokens, understood.stop) == (True, 99, ("END",))
    assert understood.prompt_tokens == 7 + 3
    assert not read(asked(), operation="converse").stream


def test_a_trailing_turn_is_a_prefix_and_quoted_words_an_anchor() -> None:
    assert read(asked(messages=turns(PROMPT, "The sea"))).prefix == "The sea"
    anchored = read(asked(messages=turns(PROMPT, "The sea has", 'Go on from "sea has".')))
    assert (anchored.prompt, anchored.prefix, anchored.anchor) == (PROMPT, "The sea has", "sea has")


def test_a_point_keeps_what_is_before_it_for_the_next_call() -> None:
    platform = BedrockConverse()
    body = json.dumps(asked(system=[{"text": "word " * 2000}, POINT])).encode()
    named = {"model": MODEL, "operation": "converse"}
    first, second = platform.read(body, named), platform.read(body, named)
    assert (first.cached, first.cache_write) == (0, 2500)
    assert (second.cached, second.cache_write) == (2500, 0)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([], "an object"),
        ({}, "messages"),
        (asked(seed=1), "seed"),
        (asked(messages=turns("")), "blank"),
        (asked(messages=turns([])), "not be empty"),
        (asked(messages=[{"role": "system", "content": [{"text": "Hi"}]}]), "user or assistant"),
        (asked(messages=turns("Hi", "Well", "So")[::2]), "alternate"),
        (asked(messages=turns([{"text": "Hi", "image": {}}])), "one block"),
        (asked(messages=turns([USE])), "one block"),
        (asked(messages=turns([{"image": {"format": "tiff"}}])), "image.format"),
        (asked(messages=turns([{"image": {"format": "png"}}])), "image.source"),
        (asked(inferenceConfig={"temperature": 1.5}), "temperature"),
        (asked(inferenceConfig={"maxTokens": 0}), "maxTokens"),
        (asked(toolConfig={"tools": []}), "toolConfig.tools"),
        (asked(toolConfig={"tools": [{"toolSpec": {"name": "a b"}}]}), "a name"),
        (asked(toolConfig={"tools": [TOOL], "toolChoice": {"tool": {"name": "g"}}}), "g is not"),
        (asked(messages=turns("Hi", [USE], "Well?")), "toolConfig"),
        (asked(messages=turns("Hi", [USE], "Well?"), toolConfig={"tools": [TOOL]}), "toolResult"),
        (asked(messages=turns("Hi", "Well ")), "trailing whitespace"),
        (asked(system=[{"text": "a"}, POINT] * 5), "at most 4"),
    ],
)
def test_what_the_platform_refuses_is_refused(body: object, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        read(body)
    assert refused.value.status == 400


def test_a_late_model_continues_nothing() -> None:
    with pytest.raises(Refused, match="prefill"):
        read(asked(messages=turns("Hi", "Well")), LATE_MODEL)


def test_a_refusal_says_in_its_head_what_it_is() -> None:
    platform, refused = BedrockConverse(), Refused(429, "Too many requests.")
    assert json.loads(platform.refusal(refused)) == {"message": "Too many requests."}
    kind = platform.refusal_headers(refused)["x-amzn-errortype"]
    assert kind.startswith("ThrottlingException:")


# -- how its faults sound ----------------------------------------------------------


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as handle:
        yield handle


async def _hear(sim: SimulatorHandle, stream: bool) -> tuple[str, bool, TierError | None]:
    """What our adapter reads: the words, whether it is told of an end, and what went wrong."""
    provider = ProviderSettings("bedrock", sim.url, region="us-east-1")
    described = describe(f"bedrock/{MODEL}", Settings(providers={"bedrock": provider}))
    request = Request("r", "auto", (Message("user", (TextPart(PROMPT),)),))
    call = Call(request, request.messages, Sampling(), stream=stream)
    said, stopped = "", False
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(described, Secret("ABSK-of-nobody"), client)
        try:
            async with aclosing(tier.stream(call)) as pieces:
                async for piece in pieces:
                    said += piece.text if isinstance(piece, Text) else ""
                    stopped = stopped or isinstance(piece, Stop)
        except TierError as error:
            return said, stopped, error
    return said, stopped, None


@pytest.mark.parametrize(
    "fault",
    [
        "none",
        "cr_lf",
        "cr",
        "bom",
        "many_lines",
        "no_space",
        "comments",
        "named",
        "bytes",
        "empty_choices",
        "early_usage",
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
def test_what_only_looks_odd_costs_no_word(sim: SimulatorHandle, fault: str) -> None:
    sim.control(fault=fault)
    assert asyncio.run(_hear(sim, stream=True)) == (ANSWER, True, None)


@pytest.mark.parametrize("fault", ["pings", "empty_deltas", "keepalive"])
def test_what_keeps_a_connection_alive_says_nothing(sim: SimulatorHandle, fault: str) -> None:
    sim.control(fault=fault, ms=10)
    assert asyncio.run(_hear(sim, stream=True)) == (ANSWER, True, None)


@pytest.mark.parametrize(
    "fault",
    [
        "cut",
        "reset",
        "end_early",
        "half_event",
        "garble",
        "bad_line",  # there are no lines: behind it nothing can be trusted
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
    sim: SimulatorHandle, fault: str, after: int
) -> None:
    sim.control(fault=fault, after=after)
    said, stopped, error = asyncio.run(_hear(sim, stream=True))
    assert (said, stopped) == (ANSWER[:after], False)
    assert error is not None


@pytest.mark.parametrize("fault", ["blank", "only_done", "page", "error_body", "no_finish"])
def test_what_is_no_reply_is_an_error(sim: SimulatorHandle, fault: str) -> None:
    sim.control(fault=fault)
    _, stopped, error = asyncio.run(_hear(sim, stream=True))
    assert error is not None and not stopped


@pytest.mark.parametrize("fault", ["cut", "end_early", "error"])
def test_a_whole_body_that_breaks_off_is_an_error(sim: SimulatorHandle, fault: str) -> None:
    sim.control(fault=fault, after=40)
    said, stopped, error = asyncio.run(_hear(sim, stream=False))
    assert (said, stopped) == ("", False)
    assert error is not None
