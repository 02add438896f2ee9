"""One connection to a real host that says what the test lets it say, on either event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from adapters.http_connection import Connection
from adapters.http_faults import CutOff, Disconnected, NotHttp
from tests.adapters.scripted_host import HEAD, Run, answer_well, answering, hosting, leave, stay

CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
UNTIL_THE_END = b"HTTP/1.1 200 OK\r\n\r\n"
MUCH = 8 << 20
POST = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: %d\r\n\r\n" % MUCH


async def whole(connection: Connection) -> bytes:
    body = b""
    while data := await connection.read():
        body += data
    return body


def test_answers_come_one_after_the_other(run: Run) -> None:
    async def test() -> None:
        async with hosting(answer_well) as host:
            connection = await host.connect()
            for _ in range(3):
                assert (await connection.ask(HEAD)).status == 200
                assert await whole(connection) == b"well"
                assert connection.is_reusable
            connection.close()
            assert host.connections == 1

    run(test())


def test_what_came_at_once_is_read_at_once(run: Run) -> None:
    async def test() -> None:
        async with hosting(answering(CHUNKED + b"1\r\na\r\n1\r\nb\r\n1\r\nc\r\n0\r\n\r\n")) as host:
            connection = await host.connect()
            await connection.ask(HEAD)
            assert await connection.read() == b"abc"
            assert await connection.read() == b""
            connection.close()

    run(test())


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 20"])
def test_a_host_that_leaves_without_an_answer_is_told_from_one_that_began(
    run: Run, said: bytes
) -> None:
    async def test() -> None:
        async with hosting(answering(said, then=leave)) as host:
            connection = await host.connect()
            with pytest.raises(Disconnected):
                await connection.ask(HEAD)
            assert connection.is_heard == bool(said)

    run(test())


def test_a_host_that_speaks_something_else_is_left(run: Run) -> None:
    async def test() -> None:
        async with hosting(answering(b"220 ready\r\n")) as host:
            connection = await host.connect()
            with pytest.raises(NotHttp):
                await connection.ask(HEAD)
            await host.until_left()

    run(test())


def test_what_came_before_an_answer_was_cut_off_is_read(run: Run) -> None:
    async def test() -> None:
        async with hosting(answering(CHUNKED + b"4\r\nwell\r\n4", then=leave)) as host:
            connection = await host.connect()
            await connection.ask(HEAD)
            assert await connection.read() == b"well"
            with pytest.raises(CutOff):
                await connection.read()
            assert not connection.is_reusable

    run(test())


def test_a_body_may_end_with_its_connection(run: Run) -> None:
    async def test() -> None:
        async with hosting(answering(UNTIL_THE_END, b"we", b"ll", then=leave)) as host:
            connection = await host.connect()
            await connection.ask(HEAD)
            assert await whole(connection) == b"well"
            assert not connection.is_reusable

    run(test())


@pytest.mark.parametrize("more", [b"garbage", b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"])
def test_a_host_that_says_more_than_its_answer_is_left(run: Run, more: bytes) -> None:
    async def test() -> None:
        async with hosting(answering(CHUNKED + b"4\r\nwell\r\n0\r\n\r\n" + more)) as host:
            connection = await host.connect()
            await connection.ask(HEAD)
            assert await whole(connection) == b"well"
            assert not connection.is_reusable
            await host.until_left()

    run(test())


def test_a_host_that_speaks_unasked_is_left(run: Run) -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n")
        await stay(reader, writer)

    async def test() -> None:
        async with hosting(greet) as host:
            connection = await host.connect()
            await host.until_left()
            assert not connection.is_open

    run(test())


# -- bounds ------------------------------------------------------------------


def test_a_slow_reader_makes_the_host_wait_and_loses_nothing(run: Run) -> None:
    async def test() -> None:
        written = 0
        is_stuck = asyncio.Event()

        async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal written
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % (64 << 20))
            for _ in range(64):
                writer.write(bytes(1 << 20))
                written += 1
                try:
                    await asyncio.wait_for(asyncio.shield(writer.drain()), 0.2)
                except TimeoutError:
                    is_stuck.set()
                    await writer.drain()
            await stay(reader, writer)

        async with hosting(pour) as host:
            connection = await host.connect()
            await connection.ask(HEAD)
            await is_stuck.wait()
            assert written < 32
            largest = size = 0
            while data := await connection.read():
                size += len(data)
                largest = max(largest, len(data))
            assert size == 64 << 20
            assert largest <= 512 << 10
            assert connection.is_reusable
            connection.close()

    run(test())


def test_a_large_body_leaves_as_the_host_takes_it(run: Run) -> None:
    async def test() -> None:
        is_read = asyncio.Event()

        async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            await is_read.wait()
            body = await reader.readexactly(MUCH)
            assert body == bytes(range(256)) * (MUCH // 256)
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nwell")
            await stay(reader, writer)

        async with hosting(take) as host:
            connection = await host.connect()
            asked = asyncio.ensure_future(connection.ask(POST, bytes(range(256)) * (MUCH // 256)))
            await until(when_full, connection)
            assert connection.transport.get_write_buffer_size() <= 256 << 10
            is_read.set()
            assert (await asked).status == 200
            assert await whole(connection) == b"well"
            assert connection.is_reusable
            connection.close()

    run(test())


async def until(is_so: Callable[[Connection], bool], connection: Connection) -> None:
    while not is_so(connection):  # noqa: ASYNC110  what is asked has no event
        await asyncio.sleep(0)


def test_a_host_that_refuses_a_large_body_before_its_end_is_heard_and_left(run: Run) -> None:
    refusal = b"HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\nno"

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(refusal)
        await is_heard.wait()
        await stay(reader, writer)

    is_heard = asyncio.Event()

    async def test() -> None:
        async with hosting(refuse) as host:
            connection = await host.connect()
            assert (await connection.ask(POST, bytes(MUCH))).status == 413
            assert await whole(connection) == b"no"
            assert not connection.is_reusable
            connection.close()
            is_heard.set()

    run(test())


# -- whoever is cancelled ----------------------------------------------------


async def ask_and_read(connection: Connection, body: bytes) -> None:
    try:
        await connection.ask(POST if body else HEAD, body)
        await whole(connection)
    finally:
        connection.close()


def at_once(_: Connection) -> bool:
    return True


def when_heard(connection: Connection) -> bool:
    return connection.is_heard


def when_full(connection: Connection) -> bool:
    return connection.transport.get_write_buffer_size() > 0


@pytest.mark.parametrize(
    ("said", "body", "reached"),
    [
        (b"", b"", at_once),
        (b"HTTP/1.1 200 OK\r\ncontent-", b"", when_heard),
        (CHUNKED, b"", when_heard),
        (CHUNKED + b"4\r\nwell\r\n", b"", when_heard),
        (b"", bytes(MUCH), when_full),
    ],
    ids=["before the head", "in the head", "before the body", "in the body", "while it sends"],
)
def test_a_call_that_is_cancelled_leaves_nothing_open(
    run: Run, said: bytes, body: bytes, reached: Callable[[Connection], bool]
) -> None:
    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        if body:
            await is_cancelled.wait()  # and reads nothing until then
        await stay(reader, writer)

    is_cancelled = asyncio.Event()

    async def test() -> None:
        async with hosting(hold) as host:
            connection = await host.connect()
            call = asyncio.ensure_future(ask_and_read(connection, body))
            await asyncio.sleep(0)
            await until(reached, connection)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            is_cancelled.set()
            await host.until_left()
            assert asyncio.all_tasks() == {asyncio.current_task()}

    run(test())
