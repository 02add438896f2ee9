"""The simulator as Google: what it takes, what it refuses, and how its faults sound.

That its official client reads it is tested in tests/sdks/test_google.py.
"""

from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import pytest

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from bench.answers import answer_to, pieces
from bench.asked import Refused
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.gemini import BLOCK, SIGNATURE, Gemini
from bench.voices.gemini_request import STREAM, WHOLE
from edge.core.errors import TierError
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, Stop, Text, TextPart

MODEL = "sim"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text


def turns(*texts: str) -> list[dict[str, Any]]:
    roles = ("user", "model")
    return [{"role": roles[n % 2], "parts": [{"text": text}]} for n, text in enumerate(texts)]


def asked(**members: Any) -> dict[str, Any]:
    return {"contents": turns(PROMPT), **members}


def read(body: object, verb: str = STREAM) -> Any:
    return Gemini().read(json.dumps(body).encode(), {"model": MODEL, "verb": verb})


# -- what it takes -----------------------------------------------------------


def test_a_question_is_understood() -> None:
    config = {"maxOutputTokens": 99, "stopSequences": ["END"]}
    system = {"parts": [{"text": "Be brief."}]}
    understood = read(asked(generationConfig=config, systemInstruction=system))
    assert (understood.prompt, understood.prefix, understood.stream) == (PROMPT, "", True)
    assert (understood.max_tokens, understood.stop) == (99, ("END",))
    assert understood.roles == ("system", "user")
    assert understood.prompt_tokens == -(-(len(PROMPT) + len("Be brief.")) // 4)
    assert "contents" not in understood.options
    assert not read(asked(), WHOLE).stream


def test_a_trailing_turn_is_a_prefix_and_quoted_words_an_anchor() -> None:
    assert read(asked(contents=turns(PROMPT, "The sea"))).prefix == "The sea"
    anchored = read(asked(contents=turns(PROMPT, "The sea has", 'Go on from "sea has".')))
    assert (anchored.prompt, anchored.prefix, anchored.anchor) == (
        PROMPT,
        "The sea has",
        "sea has",
    )


def test_a_schema_in_googles_own_form_is_one() -> None:
    config = {"responseMimeType": "application/json", "responseSchema": {"type": "OBJECT"}}
    assert read(asked(generationConfig=config)).schema == {"type": "object"}


CALL = {"functionCall": {"name": "f", "args": {}}}
ANSWERED = {"role": "user", "parts": [{"functionResponse": {"name": "f", "response": {}}}]}


def called(part: dict[str, Any], *answers: dict[str, Any]) -> dict[str, Any]:
    return asked(contents=[*turns("Hi"), {"role": "model", "parts": [part]}, *answers])


def test_a_signed_call_and_its_answer_are_taken() -> None:
    assert read(called({**CALL, "thoughtSignature": SIGNATURE}, ANSWERED)).prompt == "Hi"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([], "must be a message"),
        ({}, "contents is not specified"),
        (asked(max_tokens=1), 'Unknown name "max_tokens"'),
        (asked(generationConfig={"maxTokens": 1}), 'Unknown name "maxTokens" at'),
        (asked(generationConfig={"stopSequences": list("abcdef")}), "stop sequences"),
        (asked(contents=[{"role": "assistant", "parts": [{"text": "a"}]}]), "valid role"),
        (asked(contents=[{"role": "user", "parts": []}]), "must not be empty"),
        (asked(contents=turns("")), "required oneof"),
        (asked(contents=[{"parts": [{"type": "text"}]}]), "required oneof"),
        (called(CALL, ANSWERED), "thought_signature"),
        (called({**CALL, "thoughtSignature": SIGNATURE}, *turns("Well?")), "function response"),
        (asked(toolConfig={"functionCallingConfig": {"mode": "ANY"}}), "no function"),
    ],
)
def test_what_the_platform_refuses_is_refused(body: object, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        read(body)
    assert refused.value.status == 400


def test_a_refusal_has_the_platforms_shape_and_its_wait_in_the_details() -> None:
    refused = Refused(429, "Slow down.", headers={"Retry-After": "7"})
    error = json.loads(Gemini().refusal(refused))["error"]
    assert (error["code"], error["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert error["details"][0]["retryDelay"] == "7s"


# -- what it says ------------------------------------------------------------


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0")
    with simulator(*flags) as handle:
        yield handle


def events(sim: SimulatorHandle, **members: Any) -> list[dict[str, Any]]:
    url = f"{sim.url}/v1beta/models/{MODEL}:{STREAM}?alt=sse"
    request = urllib.request.Request(url, json.dumps(asked(**members)).encode())
    with urllib.request.urlopen(request) as reply:
        body: bytes = reply.read()
    *told, rest = body.split(b"\r\n\r\n")
    assert rest == b""
    assert all(event.startswith(b'data: {"') for event in told)
    return [json.loads(event.removeprefix(b"data: ")) for event in told]


def test_every_event_is_a_whole_response_with_the_running_usage(sim: SimulatorHandle) -> None:
    told = events(sim)
    counts = [event["usageMetadata"]["candidatesTokenCount"] for event in told]
    assert counts == sorted(counts)
    assert counts[-1] == len(pieces(ANSWER))
    reasons = [event["candidates"][0].get("finishReason") for event in told]
    assert [reason for reason in reasons if reason] == reasons[-1:] == ["STOP"]


def test_thoughts_are_said_on_demand_and_counted_apart(sim: SimulatorHandle) -> None:
    config = {"thinkingConfig": {"includeThoughts": True}}
    told = events(sim, generationConfig=config)
    assert told[0]["candidates"][0]["content"]["parts"][0]["thought"] is True
    usage = told[-1]["usageMetadata"]
    apart = ("promptTokenCount", "candidatesTokenCount", "thoughtsTokenCount")
    assert usage["totalTokenCount"] == sum(usage[name] for name in apart)
    assert usage["thoughtsTokenCount"] > 0


def test_a_blocked_prompt_has_a_reason_and_no_candidate(sim: SimulatorHandle) -> None:
    (told,) = events(sim, contents=turns(f"{BLOCK} {PROMPT}"))
    assert told["promptFeedback"]["blockReason"] == "SAFETY"
    assert "candidates" not in told


# -- how it goes wrong -------------------------------------------------------


async def _hear(sim: SimulatorHandle, stream: bool) -> tuple[str, bool, TierError | None]:
    """What our adapter reads: the words, whether they came to an end, and the fault."""
    request = Request("r", "auto", (Message("user", (TextPart(PROMPT),)),))
    call = Call(request, request.messages, Sampling(), stream=stream)
    settings = Settings(providers={"gemini": ProviderSettings("gemini", sim.base_url)})
    said, stopped = "", False
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(describe(f"gemini/{MODEL}", settings), None, client)
        try:
            async with aclosing(tier.stream(call)) as pieces_:
                async for piece in pieces_:
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
        "empty_choices",
        "early_usage",
        "no_space",
        "comments",
        "named",
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
