"""Requests with one word, at two workers of a box: one of them answers."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from edge.core.errors import TierUnavailable
from edge.core.settings import ReplySettings, ServerSettings
from edge.homes import Homes
from edge.scripted import ScriptedTier, says
from tests.edge.doors.asking import ANOTHERS, CHAT, MINE, PATIENT, STREAM, run
from tests.edge.paced import PacedTier

Serve = Callable[..., AbstractAsyncContextManager[Any]]


@contextlib.asynccontextmanager
async def two_workers(serve: Serve, folder: Path, tier: Any, **how: Any) -> AsyncIterator[Any]:
    """The first is no home of `word_of(other)`; both call the same tier."""
    how = {"deep": PATIENT, **how}
    async with (
        serve(tier, homes=Homes(folder, 0, 2), **how) as one,
        serve(tier, homes=Homes(folder, 1, 2), **how) as other,
    ):
        yield one, other


def word_of(worker: Any, owner: str = "owner", door: str = "chat") -> str:
    """A key whose home is there."""
    keys = (f"key-{number}" for number in range(1000))
    return next(key for key in keys if worker.front.homes.of(owner, door, key) is None)


def word_away_from(worker: Any) -> str:
    return next(k for k in map(str, range(99)) if worker.front.homes.of("owner", "chat", k))


def post(worker: Any, key: str, body: Any, path: str = "chat/completions", **headers: str) -> Any:
    headers = {"Idempotency-Key": key, **headers}
    return worker.http.post(f"{worker.url}/v1/{path}", json=body, headers=headers)


async def said(worker: Any, key: str, body: Any, **headers: str) -> tuple[int, bytes]:
    async with post(worker, key, body, **headers) as response:
        return response.status, await response.read()


@pytest.mark.parametrize("body", [CHAT, STREAM])
def test_both_workers_tell_the_one_reply_while_it_runs_and_after(
    serve: Serve, tmp_path: Path, body: Any
) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with two_workers(serve, tmp_path, tier) as (one, other):
            key = word_of(other)
            first = asyncio.ensure_future(said(one, key, body))
            tier.say("Heat")
            await tier.called.wait()
            second = asyncio.ensure_future(said(other, key, body))
            third = asyncio.ensure_future(said(one, key, body))
            tier.say(" pumps.")
            tier.stop()
            assert await first == await second == await third
            assert await said(one, key, body) == await first
            status, words = await first
            assert (status, b"pumps." in words) == (200, True)
            assert len(tier.calls) == 1

    run(scenario())


@pytest.mark.parametrize("body", [CHAT, STREAM])
def test_the_client_is_told_the_id_under_which_it_was_answered(
    serve: Serve, tmp_path: Path, body: Any
) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Heat."),))
        async with two_workers(serve, tmp_path, tier) as (one, other):
            async with post(one, word_of(other), body) as response:
                words = await response.text()
            id_ = response.headers["x-prelude-request-id"]
            assert f"chatcmpl-{id_}" in words
            assert response.headers["x-request-id"] == id_
            assert response.headers["x-prelude-plan"]

    run(scenario())


def test_a_key_with_another_body_is_refused_at_any_worker(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Heat."),))
        async with two_workers(serve, tmp_path, tier) as (one, other):
            key = word_of(other)
            await said(other, key, CHAT)
            status, words = await said(one, key, STREAM)
            assert (status, b"idempotency_key_reused" in words) == (422, True)

    run(scenario())


def test_a_key_is_its_owners_at_any_worker(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Heat."),))
        server = ServerSettings(api_keys=(MINE, ANOTHERS))
        async with two_workers(serve, tmp_path, tier, server=server) as (one, other):
            for worker in (one, other):
                for owner in (MINE, ANOTHERS):
                    bearer = {"Authorization": f"Bearer {owner}"}
                    assert (await said(worker, "same", CHAT, **bearer))[0] == 200
            assert len(tier.calls) == 2
            assert (await said(one, "same", CHAT))[0] == 401

    run(scenario())


def test_a_client_that_leaves_is_gone_at_the_other_worker(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        tier, replies = PacedTier(), ReplySettings(grace_s=0)
        async with two_workers(serve, tmp_path, tier, replies=replies) as (one, other):
            first = asyncio.ensure_future(said(one, word_of(other), STREAM))
            await tier.called.wait()
            first.cancel()
            await tier.closed.wait()

    run(scenario())


def test_a_stream_that_is_cut_at_the_other_worker_is_cut_here(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with two_workers(serve, tmp_path, tier) as (one, other):
            tier.say("Heat")
            async with post(one, word_of(other), STREAM) as response:
                await response.content.readuntil(b"Heat")
                await other.front.tellings.close()
                with pytest.raises(aiohttp.ClientPayloadError):
                    await response.read()

    run(scenario())


def test_a_home_that_is_away_is_waited_for(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Heat."),))
        async with serve(tier, homes=Homes(tmp_path, 0, 2)) as one:
            asked = asyncio.ensure_future(said(one, word_away_from(one), CHAT))
            for _ in range(3):  # it has knocked by then
                await said(one, word_of(one), CHAT)
            async with serve(tier, homes=Homes(tmp_path, 1, 2)):
                assert (await asked)[0] == 200

    run(scenario())


@contextlib.asynccontextmanager
async def beside_one_that_ends(serve: Serve, homes: Homes) -> AsyncIterator[tuple[Any, list[str]]]:
    """A worker, and what it asked of the other, who ends over each request."""
    asked: list[str] = []

    async def end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.close()

    async with (
        await asyncio.start_unix_server(end, homes.door(1)),
        serve(ScriptedTier("mine/big", ()), homes=homes) as one,
    ):
        yield one, asked


def test_a_home_that_ends_over_a_request_is_asked_once_more_only(
    serve: Serve, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with beside_one_that_ends(serve, Homes(tmp_path, 0, 2)) as (one, asked):
            async with post(one, word_away_from(one), CHAT) as response:
                assert (response.status, "Retry-After" in response.headers) == (503, True)
            assert len(asked) == 2

    run(scenario())


def test_workers_do_not_ask_each_other_in_circles(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        homes, path = Homes(tmp_path, 0, 2), "/v1/ui/messages/chat/stream"
        connector = aiohttp.UnixConnector(str(homes.door(0)))
        async with (
            beside_one_that_ends(serve, homes) as (one, asked),
            aiohttp.ClientSession(connector=connector) as worker,
        ):
            async with worker.get(f"{one.url}{path}") as response:
                assert (response.status, asked) == (204, [])
            async with one.http.get(f"{one.url}{path}") as response:
                assert response.status == 204
            assert asked[0].startswith(f"GET {path} ")

    run(scenario())


def test_a_home_that_stays_away_is_not_waited_for_for_ever(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Heat."),))
        async with serve(tier, homes=Homes(tmp_path, 0, 2, restart_s=0)) as one:
            answers = [await said(one, str(number), CHAT) for number in range(20)]
            assert {status for status, _ in answers} == {200, 503}
            assert len(tier.calls) == sum(status == 200 for status, _ in answers)

    run(scenario())


def test_a_refusal_has_the_words_of_its_dialect(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        down = (TierUnavailable("mine/big: down"),)
        tier = ScriptedTier("mine/big", (down, down))
        async with two_workers(serve, tmp_path, tier) as (one, other):
            key = word_of(other, door="messages")
            asked = {**CHAT, "max_tokens": 100}
            async with post(one, key, asked, "messages") as response:
                told = await response.json()
            assert (response.status, told["type"]) == (502, "error")
            assert told["request_id"] == response.headers["request-id"]

    run(scenario())
