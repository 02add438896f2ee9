"""Connections to one host that wait for a call. The one that waited least is used first, so those
that are not needed grow old; and one may be opened before anyone has a call for it.

A connection that waited may be dead already: llama.cpp's server closes it a millisecond after each
stream though it promised to keep it. A call whose waiting connection is lost before a byte of
answer came is sent again, until it gets a new one; nobody hears of it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from adapters.http_answer import Head
from adapters.http_connection import Connection
from adapters.http_faults import Disconnected

KEEP_ALIVE_S = 50.0  # common load balancers close what idles for 60 s: be first


class Pool:
    """As many connections as there are calls: none waits for another's end."""

    def __init__(
        self, dial: Callable[[], Awaitable[Connection]], keep_alive_s: float = KEEP_ALIVE_S
    ) -> None:
        self._dial = dial
        self._keep_alive_s = keep_alive_s
        self._loop = asyncio.get_running_loop()
        self._all: set[Connection] = set()
        self._waiting: deque[tuple[float, Connection]] = deque()  # and since when
        self._sweeping: asyncio.TimerHandle | None = None
        self._last_is_lost = asyncio.Event()

    async def ask(self, head: bytes, body: bytes) -> tuple[Head, Connection]:
        """The head of the answer, and where its body comes from: give that back."""
        while (connection := self._take()) is not None:
            try:
                return await connection.ask(head, body), connection
            except Disconnected:
                if connection.is_heard:
                    raise
        connection = await self._open()
        return await connection.ask(head, body), connection

    async def open_ahead(self) -> None:
        """One connection more for the next call."""
        self._keep(await self._open())

    def give_back(self, connection: Connection) -> None:
        """Its answer is of no use any more."""
        if connection.is_reusable:
            self._keep(connection)
        else:
            connection.close()

    async def close(self) -> None:
        if self._sweeping is not None:
            self._sweeping.cancel()
        for connection in tuple(self._all):
            connection.close()
        while self._all:
            self._last_is_lost.clear()
            await self._last_is_lost.wait()

    async def _open(self) -> Connection:
        connection = await self._dial()
        if connection.is_open:  # or it was lost already, and nobody hears of it again
            self._all.add(connection)
            connection.hear_lost = self._forget
        return connection

    def _forget(self, connection: Connection) -> None:
        self._all.discard(connection)
        if not self._all:
            self._last_is_lost.set()

    def _take(self) -> Connection | None:
        while self._waiting:
            since, connection = self._waiting.pop()
            if connection.is_open and self._loop.time() - since < self._keep_alive_s:
                return connection
            connection.close()
        return None

    def _keep(self, connection: Connection) -> None:
        self._waiting.append((self._loop.time(), connection))
        if self._sweeping is None:
            self._sweeping = self._loop.call_later(self._keep_alive_s, self._sweep)

    def _sweep(self) -> None:
        """Closes those that waited too long; one timer for all, because calls are many."""
        now = self._loop.time()
        while self._waiting and now - self._waiting[0][0] >= self._keep_alive_s:
            self._waiting.popleft()[1].close()
        self._sweeping = None
        if self._waiting:
            due = self._waiting[0][0] + self._keep_alive_s
            self._sweeping = self._loop.call_at(due, self._sweep)
