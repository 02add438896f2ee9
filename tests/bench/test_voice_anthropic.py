"""The simulator as Anthropic: what it takes, what it refuses, and how its faults sound.

That its official client reads it is tested in tests/sdks/test_anthropic.py.
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
from adapters.sse import SseParser
from bench.answers import answer_to
from bench.asked import Refused
from bench.fault_acts import (
    Rewrite,
    byte_by_byte,
    comments_between,
    cr_lf,
    cr_only,
    many_data_lines,
    no_space,
)
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.anthropic import AnthropicMessages
from bench.voices.prompt_cache import PromptCache, Segment
from edge.core.errors import TierError
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, Stop, Text, TextPart

MODEL = "claude-haiku-4-5"
LATE_MODEL = "claude-sonnet-5-5"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
MARK = {"cache_control": {"type": "ephemeral"}}


def asked(**members: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": PROMPT}]
    return {"model": MODEL, "max_tokens": 99, "messages": messages, **members}


def read(body: object, **named: str) -> Any:
    return AnthropicMessages().read(json.dumps(body).encode(), named)


def turns(*contents: Any) -> list[dict[str, Any]]:
    roles = ("user", "assistant")
    return [{"role": roles[n % 2], "content": content} for n, content in enumerate(contents)]


# -- what it takes -----------------------------------------------------------


def test_a_question_is_understood() -> None:
    understood = read(asked(stream=True, system="Be brief.", stop_sequences=["END"]))
    assert (understood.prompt, understood.prefix, understood.stream) == (PROMPT, "", True)
    assert (understood.max_tokens, understood.stop) == (99, ("END",))
    assert understood.prompt_tokens == 7 + 3
    assert "messages" not in understood.options


def test_a_trailing_turn_is_a_prefix_and_quoted_words_an_anchor() -> None:
    assert read(asked(messages=turns(PROMPT, "The sea"))).prefix == "The sea"
    anchored = read(asked(messages=turns(PROMPT, "The sea has", 'Go on from "sea has".')))
    assert (anchored.prompt, anchored.prefix, anchored.anchor) == (
        PROMPT,
        "The sea has",
        "sea has",
    )


def test_what_is_to_be_counted_is_not_streamed_and_needs_no_limit() -> None:
    body = asked(stream=True)
    del body["max_tokens"]
    assert not read(body, action="count_tokens").stream


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([], "an object"),
        ({"model": MODEL}, "messages: Field required"),
        ({"model": MODEL, "messages": turns("Hi")}, "max_tokens: Field required"),
        (asked(max_tokens=0), "max_tokens"),
        (asked(seed=1), "seed: Extra inputs"),
        (asked(messages=[]), "at least one message"),
        (asked(messages=[{"role": "system", "content": "Hi"}]), "'user' or 'assistant'"),
        (asked(messages=turns("")), "non-empty content"),
        (asked(messages=turns([{"type": "text", "text": " "}])), "non-whitespace text"),
        (asked(messages=turns([{"type": "image_url"}])), "unexpected block"),
        (asked(temperature=1.5), "temperature"),
        (asked(temperature=0.5, model=LATE_MODEL), "temperature"),
        (asked(stop_sequences=["\n"]), "stop_sequences"),
        (asked(thinking={"type": "enabled", "budget_tokens": 2000}), "budget_tokens"),
        (asked(tools=[{"name": "f", "parameters": {}}]), "input_schema"),
        (asked(tool_choice={"type": "auto"}), "tool_choice"),
        (
            asked(
                tools=[{"name": "f", "input_schema": {"type": "object"}}],
                tool_choice={"type": "tool", "name": "g"},
            ),
            "not found",
        ),
        (
            asked(messages=turns("Hi", [{"type": "tool_use", "id": "a"}], "Well?")),
            "without tool_result",
        ),
        (asked(messages=turns("Hi", "Well ")), "trailing whitespace"),
        (asked(messages=turns("Hi", "Well"), model=LATE_MODEL), "does not support"),
        (asked(system=[{"type": "text", "text": "a", **MARK}] * 5), "maximum of 4"),
    ],
)
def test_what_the_platform_refuses_is_refused(body: object, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        read(body)
    assert refused.value.status == 400


def test_a_refusal_has_the_platforms_shape() -> None:
    refusal = json.loads(AnthropicMessages().refusal(Refused(529, "Overloaded.")))
    assert refusal["type"] == "error"
    assert refusal["error"] == {"type": "overloaded_error", "message": "Overloaded."}
    assert refusal["request_id"]


# -- its cache ---------------------------------------------------------------


def segment(name: bytes, tokens: int, marked: bool = False) -> Segment:
    return Segment(name, tokens, marked)


def test_what_was_marked_once_is_read_the_next_time() -> None:
    cache = PromptCache()
    assert cache.look_up([segment(b"a", 2000, True), segment(b"b", 9)]) == (0, 2000)
    assert cache.look_up([segment(b"a", 2000, True), segment(b"c", 9)]) == (2000, 0)


def test_a_longer_beginning_reads_the_old_part_and_writes_the_new() -> None:
    cache = PromptCache()
    cache.look_up([segment(b"a", 2000, True)])
    longer = [segment(b"a", 2000), segment(b"b", 50, True), segment(b"c", 9)]
    assert cache.look_up(longer) == (2000, 50)
    assert cache.look_up(longer) == (2050, 0)


def test_nothing_behind_the_last_mark_is_read() -> None:
    cache = PromptCache()
    cache.look_up([segment(b"a", 2000, True), segment(b"b", 50, True)])
    assert cache.look_up([segment(b"a", 2000, True), segment(b"b", 50)]) == (2000, 0)


def test_what_is_short_or_other_or_not_marked_is_not_kept() -> None:
    cache = PromptCache()
    assert cache.look_up([segment(b"a", 1000, True)]) == (0, 0)
    assert cache.look_up([segment(b"a", 2000)]) == (0, 0)
    assert cache.look_up([segment(b"a", 2000, True)]) == (0, 2000)
    assert cache.look_up([segment(b"b", 2000, True)]) == (0, 2000)


# -- how its faults sound ----------------------------------------------------


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as handle:
        yield handle


async def _hear(sim: SimulatorHandle, stream: bool) -> tuple[str, bool, TierError | None]:
    """What our adapter reads: the words, whether it is told of an end, and what went wrong."""
    settings = Settings(providers={"anthropic": ProviderSettings("anthropic", sim.base_url)})
    request = Request("r", "auto", (Message("user", (TextPart(PROMPT),)),))
    call = Call(request, request.messages, Sampling(), stream=stream)
    said, stopped = "", False
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(describe(f"anthropic/{MODEL}", settings), None, client)
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


@pytest.mark.parametrize(
    "rewrite", [many_data_lines, no_space, cr_lf, cr_only, comments_between, byte_by_byte]
)
def test_an_event_keeps_its_name_however_it_is_written(rewrite: Rewrite) -> None:
    event = b'event: ping\ndata: {"type":"ping","note":"data: 1"}\n\n'
    (read_back,) = SseParser("sim").feed(b"".join(rewrite(event, 1)))
    assert read_back.name == "ping"
    assert json.loads(read_back.data) == {"type": "ping", "note": "data: 1"}


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
