"""Readers who note when each chunk of a stream came.

A chunk's text is the instant that it left its host (`canned_host.py`): so the reader knows of each
one how long it took, and by how much longer its gap was than when it was sent. Of a stream that
does not come to its end they tell what came in its stead.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from bench.door_load import LAST_CHUNK, NUMBERS, STAMP, Door, numbered, requests, split_address

_REST = 1024  # bytes: a stamp, an end or an error that is cut by a read is shorter
_DONE = b"data: [DONE]"
_MESSAGE = re.compile(rb'"message": ?"((?:[^"\\]|\\.)*)')


@dataclass(frozen=True, slots=True)
class Heard:
    """One stream: each chunk's instants at its host and at the reader. `fault` is what came instead
    of its end."""

    asked_at: float
    chunks: Sequence[tuple[float, float]]
    fault: str = ""

    @property
    def is_whole(self) -> bool:
        return not self.fault

    @property
    def first_s(self) -> float:
        """From the request to the first text."""
        return self.chunks[0][1] - self.asked_at

    @property
    def ways_s(self) -> list[float]:
        return [heard - sent for sent, heard in self.chunks]

    def added_s(self, since: float = 0.0) -> list[float]:
        """By how much longer each gap was for the reader than at the host; 0 where it was shorter,
        because the chunk before it had been late. Of the chunks that left the host since then."""
        ways = [heard - sent for sent, heard in self.chunks if sent >= since]
        return [max(0.0, after - before) for before, after in pairwise(ways)]

    @property
    def off_s(self) -> list[float]:
        """By how much each gap was another one for the reader than at the host."""
        return [abs(after - before) for before, after in pairwise(self.ways_s)]


class _Reader(asyncio.Protocol):
    """One connection and one stream after the other. Keeps no more of it than its instants."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._chunks: list[tuple[float, float]] = []
        self._rest = b""
        self._ended: asyncio.Future[str] | None = None  # with the fault

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class is not one

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._end(f"the connection was lost ({'closed' if exc is None else exc})")

    async def hear(self, request: bytes) -> Heard:
        asked_at = time.monotonic()
        if self._transport is None:
            return Heard(asked_at, (), "the connection was lost before it was asked")
        self._chunks, self._rest, self._ended = [], b"", self._loop.create_future()
        self._transport.write(request)
        fault = await self._ended
        return Heard(asked_at, self._chunks, fault)

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        data = self._rest + data
        read = 0
        for found in STAMP.finditer(data):
            self._chunks.append((float(found[1]), now))
            read = found.end()
        self._rest = data[max(read, len(data) - _REST) :]
        if data.startswith(b"HTTP/1.1 ") and not data.startswith(b"HTTP/1.1 200"):
            self._end(f"status {data[9:12].decode()}: {_message_in(data)}")
        elif data.endswith(LAST_CHUNK):
            self._end("" if _DONE in data else f"it broke off: {_message_in(data)}")

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def _end(self, fault: str) -> None:
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(fault)


def _message_in(data: bytes) -> str:
    found = _MESSAGE.search(data)
    return found[1].decode() if found else "no word why"


async def _connect(door: Door) -> _Reader:
    host, port = split_address(door)
    _, reader = await asyncio.get_running_loop().create_connection(_Reader, host, port)
    return reader


async def hear_in_turn(doors: Sequence[Door], rounds: int) -> list[list[Heard]]:
    """One stream at a time, from each door in turn; a list for each of them."""
    readers = [await _connect(door) for door in doors]
    asked = [requests(door, stream=True) for door in doors]
    heard: list[list[Heard]] = [[] for _ in doors]
    for number in range(-2, rounds):  # the first ones pay for connections and caches
        for place, reader in enumerate(readers):
            one = await reader.hear(
                numbered(asked[place][number % len(asked[place])], next(NUMBERS))
            )
            if number >= 0:
                heard[place].append(one)
    for reader in readers:
        reader.close()
    return heard


async def hear_at_once(
    door: Door, streams: int, open_per_s: float, all_open: Callable[[], None]
) -> list[Heard]:
    """So many open streams, begun one after the other; `all_open` is called once the last is."""
    asked = requests(door, stream=True)
    async with asyncio.TaskGroup() as group:
        tasks = []
        began = time.monotonic()
        for number in range(streams):
            await asyncio.sleep(began + number / open_per_s - time.monotonic())
            tasks.append(
                group.create_task(
                    _hear_one(door, numbered(asked[number % len(asked)], next(NUMBERS)))
                )
            )
        all_open()
    return [task.result() for task in tasks]


async def _hear_one(door: Door, request: bytes) -> Heard:
    asked_at = time.monotonic()
    try:
        reader = await _connect(door)
    except OSError as error:
        return Heard(asked_at, (), f"no connection ({error})")
    try:
        return await reader.hear(request)
    finally:
        reader.close()
