"""Several choices of one chat completion, over a real socket and by OpenAI's own SDK."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path
from typing import Any

import pytest

from edge.core.errors import TierGarbled, TierUnavailable
from edge.core.settings import DeepSettings, LedgerSettings
from edge.core.types import FinishReason, Stop, Text, Usage
from edge.ledger import open_ledger
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors import asking
from tests.edge.doors.asking import run, sdk

Serve = Callable[..., AbstractAsyncContextManager[Any]]
QUESTION: Any = [{"role": "user", "content": "Name a colour."}]


def tier(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts)


def told(word: str) -> tuple[Any, ...]:
    return (Text(word), Usage(10, 2, cached=4), Stop(FinishReason.STOP))


async def events(served: Any, **members: Any) -> list[Any]:
    return await asking.events(
        served, "/v1/chat/completions", {"model": "auto", "messages": QUESTION, **members}
    )


def test_the_sdk_gets_as_many_choices_as_it_asked_for(serve: Serve) -> None:
    async def scenario() -> None:
        big = tier(told("red"), told("green"), told("blue"))
        async with serve(big) as s, sdk(s) as client:
            reply = await client.chat.completions.create(
                model="auto", messages=QUESTION, n=3, seed=8
            )
        assert [choice.index for choice in reply.choices] == [0, 1, 2]
        assert {choice.message.content for choice in reply.choices} == {"red", "green", "blue"}
        assert {choice.finish_reason for choice in reply.choices} == {"stop"}
        assert reply.usage is not None
        assert (reply.usage.prompt_tokens, reply.usage.completion_tokens) == (10, 6)
        assert len({call.request.id for call in big.calls}) == 3
        assert len({call.sampling.seed for call in big.calls}) == 3
        prelude: Any = (reply.model_extra or {})["prelude"]
        assert prelude["models"] == ["mine/big"]
        assert prelude["cost_cents"] > 0
        assert reply._request_id == reply.id.removeprefix("chatcmpl-")

    run(scenario())


@pytest.mark.parametrize("usage", [True, False])
def test_streamed_choices_come_mixed_and_end_once_each(serve: Serve, usage: bool) -> None:
    async def scenario() -> None:
        slow = (Text("gr"), Wait(0.05), *told("een"))
        options = {"stream_options": {"include_usage": True}} if usage else {}
        async with serve(tier(slow, told("red"))) as s:
            chunks = await events(s, n=2, **options)
        assert chunks[-1] == "[DONE]"
        assert chunks.count("[DONE]") == 1
        choices = [choice for chunk in chunks[:-1] for choice in chunk["choices"]]
        said = ["", ""]
        for choice in choices:
            said[choice["index"]] += choice["delta"].get("content", "")
        assert sorted(said) == ["green", "red"]
        finished = [choice["index"] for choice in choices if choice["finish_reason"]]
        assert sorted(finished) == [0, 1]
        assert sum("role" in choice["delta"] for choice in choices) == 2
        assert len({(chunk["id"], chunk["created"]) for chunk in chunks[:-1]}) == 1
        reports = [chunk["prelude"] for chunk in chunks[:-1] if "prelude" in chunk]
        assert len(reports) == 1
        assert reports == [chunks[-2]["prelude"]]
        counted = [chunk for chunk in chunks[:-1] if chunk.get("usage")]
        assert len(counted) == usage
        if usage:
            assert counted[0]["usage"]["prompt_tokens"] == 10
            assert counted[0]["usage"]["completion_tokens"] == 4

    run(scenario())


def test_the_sdk_reads_streamed_choices(serve: Serve) -> None:
    async def scenario() -> None:
        said = ["", ""]
        async with serve(tier(told("red"), told("green"))) as s, sdk(s) as client:
            async for chunk in await client.chat.completions.create(
                model="auto", messages=QUESTION, n=2, stream=True
            ):
                for choice in chunk.choices:
                    said[choice.index] += choice.delta.content or ""
        assert sorted(said) == ["green", "red"]

    run(scenario())


def test_a_stream_brings_the_other_choices_to_their_ends_before_it_tells_of_one_that_failed(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        broken = (Text("gr"), TierGarbled("mine/big: cut"))
        slow = (Text("r"), Wait(0.1), *told("ed"))
        # A choice that breaks is asked for once more, in one piece: that fails too.
        async with serve(tier(broken, slow, (TierUnavailable("mine/big: 503"),))) as s:
            chunks = await events(s, n=2, stream_options={"include_usage": True})
        finished = [
            choice["index"]
            for chunk in chunks
            for choice in chunk.get("choices", [])
            if choice["finish_reason"]
        ]
        assert finished == [1]
        assert "mine/big" in chunks[-1]["error"]["message"]
        assert "[DONE]" not in chunks
        assert chunks[-1]["prelude"]["models"] == ["mine/big"]

    run(scenario())


@pytest.mark.parametrize("stream", [True, False])
def test_when_no_choice_says_a_word_the_status_is_honest(serve: Serve, stream: bool) -> None:
    async def scenario() -> None:
        async with serve(tier((TierUnavailable("mine/big: 503"),))) as s:
            url = f"{s.url}/v1/chat/completions"
            body = {"model": "auto", "messages": QUESTION, "n": 2, "stream": stream}
            async with s.http.post(url, json=body) as response:
                assert response.status == 502
                assert (await response.json())["error"]["code"] == "no_target_left"
                assert response.headers["x-prelude-plan"] == "target; targets=mine/big"

    run(scenario())


def test_a_body_with_a_choice_that_failed_is_refused_and_the_others_are_cancelled(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        big = tier((TierUnavailable("mine/big: 503"),), (Wait(),))
        patient = DeepSettings(deadline_ms=10**6, first_text_ms=10**6)
        async with serve(big, deep=patient) as s:
            url = f"{s.url}/v1/chat/completions"
            body = {"model": "auto", "messages": QUESTION, "n": 2}
            async with s.http.post(url, json=body) as response:
                assert response.status == 502
            await big.until(closed=2)

    run(scenario())


def test_every_choice_is_in_the_ledger(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = open_ledger(LedgerSettings(path=str(path)), lambda count: None)
    assert ledger is not None

    async def scenario() -> None:
        broken = (TierUnavailable("mine/big: 503"),)
        async with serve(tier(told("red"), broken)) as s:
            s.front.ledger = ledger
            await events(s, n=2)

    run(scenario())
    ledger.close()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT request, door, reply_outcome FROM legs").fetchall()
    first, second = sorted(rows)
    assert second[0] == f"{first[0]}-1"
    assert {door for _, door, _ in rows} == {"chat"}
    assert sorted(outcome for _, _, outcome in rows) == ["error", "stop"]


@pytest.mark.parametrize("stream", [True, False])
def test_a_client_that_leaves_closes_every_choice(serve: Serve, stream: bool) -> None:
    async def scenario() -> None:
        big = tier((*([Text("r")] if stream else []), Wait()))
        async with serve(big) as s:
            url = f"{s.url}/v1/chat/completions"
            body = {"model": "auto", "messages": QUESTION, "n": 3, "stream": stream}
            request = asyncio.ensure_future(s.http.post(url, json=body))
            await big.until(calls=3)
            if stream:
                response = await request
                await response.content.readany()
                response.close()
            else:
                request.cancel()
            await big.until(closed=3)

    run(scenario())


def test_a_lone_choice_may_be_padded_against_who_counts_bytes(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(tier(says("red", " or", " a rather dark green"))) as s:
            chunks = await events(s, stream_options={"include_obfuscation": True})
        sizes = [len(json.dumps(chunk, separators=(",", ":"))) for chunk in chunks[:-1]]
        assert len(sizes) == 4
        assert len({size % 64 for size in sizes}) == 1

    run(scenario())
