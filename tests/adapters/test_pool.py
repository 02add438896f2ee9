"""Which connection a call gets, and which are closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from adapters.http_connection import Connection
from adapters.http_faults import CutOff, Disconnected
from adapters.pool import KEEP_ALIVE_S, Pool
from tests.adapters.scripted_host import (
    HEAD,
    WELL,
    Host,
    Play,
    answer_well,
    answering,
    hosting,
    leave,
    stay,
)


@asynccontextmanager
async def pooled(
    play: Play, keep_alive_s: float = KEEP_ALIVE_S
) -> AsyncGenerator[tuple[Host, Pool]]:
    async with hosting(play) as host:
        pool = Pool(host.connect, keep_alive_s)
        yield host, pool
        await pool.close()


async def begin(pool: Pool) -> Connection:
    head, connection = await pool.ask(HEAD, b"")
    assert head.status == 200
    return connection


async def end(pool: Pool, connection: Connection) -> None:
    assert await connection.read() == b"well"
    assert await connection.read() == b""
    pool.give_back(connection)


async def call(pool: Pool) -> None:
    await end(pool, await begin(pool))


def test_calls_one_after_the_other_share_a_connection() -> None:
    async def run() -> None:
        async with pooled(answer_well) as (host, pool):
            for _ in range(5):
                await call(pool)
            assert host.connections == 1

    asyncio.run(run())


def test_no_call_waits_for_another() -> None:
    async def run() -> None:
        async with pooled(answer_well) as (host, pool):
            running = [await begin(pool) for _ in range(20)]
            assert host.connections == 20
            for connection in running:
                await end(pool, connection)

    asyncio.run(run())


def test_the_one_that_was_used_last_is_used_next() -> None:
    async def run() -> None:
        async with pooled(answer_well) as (_, pool):
            first, second = await begin(pool), await begin(pool)
            await end(pool, second)
            await end(pool, first)
            assert await begin(pool) is first
            assert await begin(pool) is second

    asyncio.run(run())


def test_one_whose_answer_was_whole_and_of_no_interest_serves_the_next_call() -> None:
    async def run() -> None:
        async with pooled(answer_well) as (host, pool):
            pool.give_back(await begin(pool))
            await call(pool)
            assert host.connections == 1

    asyncio.run(run())


def test_one_whose_call_is_cancelled_is_closed() -> None:
    async def run() -> None:
        is_asked = asyncio.Event()

        async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            is_asked.set()
            await stay(reader, writer)

        async with pooled(answering(then=hold)) as (host, pool):
            asking = asyncio.ensure_future(pool.ask(HEAD, b""))
            await is_asked.wait()
            asking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asking
            await host.until_left()

    asyncio.run(run())


def test_one_whose_answer_did_not_come_to_its_end_is_closed() -> None:
    async def run() -> None:
        async with pooled(answering(WELL[:-1])) as (host, pool):
            pool.give_back(await begin(pool))
            await host.until_left()

    asyncio.run(run())


def test_those_that_wait_too_long_are_closed() -> None:
    async def run() -> None:
        async with pooled(answer_well, keep_alive_s=0.001) as (host, pool):
            running = [await begin(pool) for _ in range(3)]
            for connection in running:
                await end(pool, connection)
            await host.until_left()

    asyncio.run(run())


class DyingHost:
    """The first so many connections are lost at a request, with so much of its answer said."""

    def __init__(self, doomed: int, answers: int, last_words: bytes = b"") -> None:
        self.asked = 0
        self._doomed = doomed
        self._answers = answers  # that each gives before
        self._last_words = last_words

    async def play(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._doomed -= 1
        answers = 1000 if self._doomed < 0 else self._answers
        for _ in range(answers):
            await reader.readuntil(b"\r\n\r\n")
            self.asked += 1
            writer.write(WELL)
        await reader.readuntil(b"\r\n\r\n")
        self.asked += 1
        writer.write(self._last_words)
        await leave(reader, writer)


def test_a_call_on_a_used_connection_that_died_gets_a_new_one() -> None:
    async def run() -> None:
        dying = DyingHost(doomed=1, answers=1)
        async with pooled(dying.play) as (host, pool):
            await call(pool)
            await call(pool)
            assert (host.connections, dying.asked) == (2, 3)

    asyncio.run(run())


def test_a_call_goes_through_all_dead_ones_that_were_opened_ahead() -> None:
    async def run() -> None:
        dying = DyingHost(doomed=3, answers=0)
        async with pooled(dying.play) as (host, pool):
            for _ in range(3):
                await pool.open_ahead()
            await call(pool)
            assert (host.connections, dying.asked) == (4, 4)

    asyncio.run(run())


def test_a_call_that_was_heard_is_not_sent_again() -> None:
    async def run() -> None:
        dying = DyingHost(doomed=1, answers=1, last_words=b"HTTP/1.1 2")
        async with pooled(dying.play) as (_, pool):
            await call(pool)
            with pytest.raises(Disconnected):
                await call(pool)
            assert dying.asked == 2

    asyncio.run(run())


def test_a_new_connection_that_dies_is_told_of() -> None:
    async def run() -> None:
        dying = DyingHost(doomed=10, answers=0)
        async with pooled(dying.play) as (_, pool):
            with pytest.raises(Disconnected):
                await call(pool)
            assert dying.asked == 1

    asyncio.run(run())


def test_one_that_was_left_while_it_waited_is_not_used() -> None:
    async def run() -> None:
        async with pooled(answering(WELL, then=leave)) as (host, pool):
            await call(pool)
            await host.until_left()
            await call(pool)
            assert host.connections == 2

    asyncio.run(run())


def test_one_on_which_the_host_spoke_while_it_waited_is_not_used() -> None:
    """Load balancers tell that they are tired of waiting."""

    async def run() -> None:
        async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            if host.connections == 1:
                writer.write(b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n")
                await leave(reader, writer)
            else:
                await answer_well(reader, writer)

        async with pooled(play) as (host, pool):
            await pool.open_ahead()
            await host.until_left()
            await call(pool)
            assert host.connections == 2

    asyncio.run(run())


def test_a_pool_that_closes_ends_what_is_running() -> None:
    async def run() -> None:
        async with hosting(answering(WELL[:-1])) as host:
            pool = Pool(host.connect)
            connection = await begin(pool)
            assert await connection.read() == b"wel"
            reading = asyncio.ensure_future(connection.read())
            await asyncio.sleep(0)
            await pool.close()
            with pytest.raises(CutOff):
                await reading
            pool.give_back(connection)
            await host.until_left()

    asyncio.run(run())
