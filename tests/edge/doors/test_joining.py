"""`Idempotency-Key`: sent twice, answered once, told to both."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from edge.core.errors import TierGarbled, TierUnavailable
from edge.core.settings import ReplySettings, ServerSettings
from edge.core.types import Text
from edge.scripted import ScriptedTier, says
from tests.edge.doors.asking import ANOTHERS, CHAT, MINE, PATIENT, QUESTION, STREAM, run
from tests.edge.paced import PacedTier

Serve = Callable[..., AbstractAsyncContextManager[Any]]


def big(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts or (says("Heat pumps move warmth."),))


def post(served: Any, body: Any, key: str = "once", **headers: str) -> Any:
    headers = {"Idempotency-Key": key, **headers}
    return served.http.post(f"{served.url}/v1/chat/completions", json=body, headers=headers)


async def said(served: Any, body: Any, key: str = "once", **headers: str) -> tuple[int, bytes]:
    async with post(served, body, key, **headers) as response:
        return response.status, await response.read()


@pytest.mark.parametrize("body", [CHAT, STREAM])
def test_the_second_joins_the_first_from_its_beginning(serve: Serve, body: Any) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier, deep=PATIENT) as s:
            first = asyncio.ensure_future(said(s, body))
            tier.say("Heat")
            await tier.called.wait()
            second = asyncio.ensure_future(said(s, body))
            tier.say(" pumps.")
            tier.stop()
            assert await first == await second
            assert await said(s, body) == await first  # it has ended, and is kept for a while
            status, words = await first
            assert status == 200
            assert b"pumps." in words
            assert len(tier.calls) == 1

    run(scenario())


def test_a_first_line_that_is_cut_leaves_the_reply_to_the_second(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier, deep=PATIENT) as s:
            first = asyncio.ensure_future(said(s, STREAM))
            await tier.called.wait()
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
            tier.say("Heat pumps.")
            tier.stop()
            status, words = await said(s, STREAM)
            assert status == 200
            assert words.endswith(b"data: [DONE]\n\n")
            assert len(tier.calls) == 1

    run(scenario())


def test_what_nobody_waits_for_any_more_is_given_up(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier, deep=PATIENT, replies=ReplySettings(grace_s=0)) as s:
            first = asyncio.ensure_future(said(s, STREAM))
            await tier.called.wait()
            first.cancel()
            await tier.closed.wait()

    run(scenario())


def test_a_key_that_stood_for_another_body_is_refused(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            await said(s, CHAT)
            async with post(s, STREAM) as response:
                error = (await response.json())["error"]
            assert (response.status, error["code"]) == (422, "idempotency_key_reused")

    run(scenario())


def test_a_key_has_a_limit(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            assert (await said(s, CHAT, "k" * 255))[0] == 200
            status, words = await said(s, CHAT, "k" * 256)
            assert status == 400
            assert b"255" in words

    run(scenario())


def test_a_key_is_its_owners(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with serve(tier, server=ServerSettings(api_keys=(MINE, ANOTHERS))) as s:
            for owner in (MINE, ANOTHERS):
                assert (await said(s, CHAT, Authorization=f"Bearer {owner}"))[0] == 200
            assert len(tier.calls) == 2

    run(scenario())


def test_a_failure_is_not_kept(serve: Serve) -> None:
    async def scenario() -> None:
        down = (TierUnavailable("mine/big: down"),)
        async with serve(big(down, down, says("Heat."))) as s:
            statuses = [(await said(s, CHAT))[0] for _ in range(3)]
            assert 502 in statuses
            assert statuses[-1] == 200
            assert (await said(s, {}))[0] == 422
            assert (await said(s, {}, "another"))[0] == 400

    run(scenario())


def test_a_stream_that_broke_off_is_not_told_again(serve: Serve) -> None:
    async def scenario() -> None:
        broken = (Text("Heat"), TierGarbled("mine/big: cut"))
        async with serve(big(broken, broken, broken, says("Heat pumps."))) as s:
            status, words = await said(s, STREAM)
            assert (status, b"[DONE]" in words) == (200, False)
            while not (await said(s, STREAM))[1].endswith(b"data: [DONE]\n\n"):
                pass

    run(scenario())


def test_what_has_ended_makes_room_and_leaves_nothing(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with serve(tier, replies=ReplySettings(most=2)) as s:
            for key in ("a", "b", "c"):
                await said(s, STREAM, key)
            assert s.front.tellings.count == 2
            await said(s, STREAM, "c")
            assert len(tier.calls) == 3
            await said(s, STREAM, "a")
            assert len(tier.calls) == 4
            await s.front.tellings.close()
            assert (s.front.tellings.count, s.front.tellings.size) == (0, 0)

    run(scenario())


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("responses", {"input": "How does a heat pump work?"}),
        ("messages", {"messages": QUESTION, "max_tokens": 100}),
    ],
)
@pytest.mark.parametrize("stream", [True, False])
def test_other_doors_join_as_well(
    serve: Serve, path: str, body: dict[str, Any], stream: bool
) -> None:
    async def scenario() -> None:
        tier = big()
        async with serve(tier) as s:
            asked, url = {"model": "auto", "stream": stream, **body}, f"{s.url}/v1/{path}"
            heard = []
            for _ in range(2):
                headers = {"Idempotency-Key": "once"}
                async with s.http.post(url, json=asked, headers=headers) as response:
                    heard.append(await response.read())
                    assert response.status == 200, heard
            assert heard[0] == heard[1]
            assert b"Heat pumps move warmth." in heard[0]
            assert len(tier.calls) == 1

    run(scenario())
