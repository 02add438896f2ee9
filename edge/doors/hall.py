"""Where callers stand before a door opens: so many lines at once, and none that asks for nothing.

    line opened ──► asks (a request's head comes) ──► is answered ──► idle ─┐
         │               │                                  ▲               │
         └─── too long ──┴──► cut                           └── asks again ◄┘

aiohttp gives the head of a request an hour: a thousand lines that say half a word each would stand
until then. A line that is idle behind an answer may stay, for that is what clients keep theirs for;
one that has begun to ask must come to the point. Whoever comes when the hall is full is told so.
"""

from __future__ import annotations

import asyncio
import contextlib
import resource
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import cast

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from edge.accepting import accepting
from edge.core.settings import ServerSettings
from edge.doors.openai_errors import WireError

_SWEEPS = 4  # in the time that a head may take
_LINGER_S = 2.0  # for one who was sent away to read it
_MOST_LINGERING = 64
_FULL = WireError(
    503,
    "As many connections are open as server.max_connections, or this machine, allows.",
    "service_unavailable_error",
    "too_many_connections",
    retry_after_s=1.0,
)


class Hall:
    """`settings` is asked at every line: a reload counts at once."""

    def __init__(self, settings: Callable[[], ServerSettings]) -> None:
        self._settings = settings
        self._lines: dict[asyncio.Transport, _Line] = {}
        self._leaving: dict[asyncio.Transport, float] = {}  # sent away, and when

    @property
    def lines(self) -> int:
        return len(self._lines)

    @contextlib.asynccontextmanager
    async def open(
        self, runner: web.AppRunner, listener: socket.socket, tls: ssl.SSLContext | None = None
    ) -> AsyncIterator[None]:
        """Lines are taken until the block ends; those that stand then are for the runner to end."""
        assert runner.server is not None  # it was set up
        make_line = partial(_Line, self, runner.server)
        handshake_s = self._head_s if tls else None
        sweep = asyncio.create_task(self._sweep())
        try:
            async with accepting(make_line, listener, tls=tls, tls_handshake_s=handshake_s):
                yield
        finally:
            sweep.cancel()
            await asyncio.gather(sweep, return_exceptions=True)

    def usher(self) -> Middleware:
        """Notes which lines are being answered: no clock runs for them here."""

        @web.middleware
        async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
            line = self._lines.get(request.transport) if request.transport else None
            if line is None:
                return await handler(request)
            line.is_answered, line.asks_since = True, None
            try:
                return await handler(request)
            finally:
                line.is_answered = False

        return note

    @property
    def _head_s(self) -> float:
        return self._settings().request_timeout_ms / 1000

    def _has_room(self) -> bool:
        """Each line may need a file of its own to whoever answers it."""
        files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        return len(self._lines) < min(self._settings().max_connections, files // 2)

    def enter(self, line: _Line, transport: asyncio.Transport, now: float) -> bool:
        """Whether there is room. Else it has been told, and will be cut."""
        if self._has_room():
            self._lines[transport] = line
            return True
        if len(self._leaving) >= _MOST_LINGERING:
            transport.abort()
            return False
        self._leaving[transport] = now
        transport.write(_in_http(_FULL))
        if transport.can_write_eof():
            transport.write_eof()  # cut now, what it is sending would cut off what it is told
        else:
            transport.close()
        return False

    def leave(self, transport: asyncio.Transport) -> None:
        self._lines.pop(transport, None)
        self._leaving.pop(transport, None)

    async def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(min(1.0, self._head_s / _SWEEPS))
            now, head_s = loop.time(), self._head_s
            late = [
                transport
                for transport, line in self._lines.items()
                if line.asks_since is not None and now - line.asks_since > head_s
            ]
            late += [t for t, since in self._leaving.items() if now - since > _LINGER_S]
            for transport in late:
                transport.abort()


class _Line(asyncio.Protocol):
    """One connection. All that it hears goes on to aiohttp's own protocol."""

    def __init__(self, hall: Hall, make_inner: Callable[[], asyncio.Protocol]) -> None:
        self._hall = hall
        self._make_inner = make_inner
        self._inner: asyncio.Protocol | None = None  # none for one who was sent away
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self.is_answered = False
        self.asks_since: float | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        line = cast(asyncio.Transport, transport)  # uvloop's transports are no subclasses of it
        self._transport = line
        now = self._loop.time()
        if self._hall.enter(self, line, now):
            self.asks_since = now
            self._inner = self._make_inner()
            self._inner.connection_made(line)

    def data_received(self, data: bytes) -> None:
        if self._inner is None:
            return
        if not self.is_answered and self.asks_since is None:
            self.asks_since = self._loop.time()
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return None if self._inner is None else self._inner.eof_received()

    def connection_lost(self, error: Exception | None) -> None:
        assert self._transport is not None
        self._hall.leave(self._transport)
        if self._inner is not None:
            self._inner.connection_lost(error)

    def pause_writing(self) -> None:
        if self._inner is not None:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        if self._inner is not None:
            self._inner.resume_writing()


def _in_http(wire: WireError) -> bytes:
    """As aiohttp would write it, were there a request."""
    body = wire.response().body
    assert isinstance(body, bytes)
    headers = {
        **wire.headers(),
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Connection": "close",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {wire.status} Service Unavailable\r\n{head}\r\n".encode() + body
