"""Write server-sent events: opened by the first words, alive in silence, bounded in time."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import HttpVersion11, web

_SURELY_ROOM = 32 << 10  # bytes; from 64 KiB on, asyncio has a writer wait


class ClientStalled(ConnectionError):
    """The client is connected and does not read."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a client may read nothing before it is dropped, and how long a silence may last
    before it is told that the line is alive."""

    write_timeout_s: float
    silence_s: float


class EventStream:
    """The response is opened by the first write, so a failure before it is still an honest
    status. `keep_alive` runs beside it and ends with it.

    What comes together is written together: `hold` it, and `flush`."""

    def __init__(
        self,
        http: web.Request,
        headers: Callable[[], Mapping[str, str]],
        keep_alive: bytes,
        patience: Patience,
    ) -> None:
        self._http = http
        self._headers = headers
        self._keep_alive = keep_alive
        self._patience = patience
        self._written_at = time.monotonic()
        self._lock = asyncio.Lock()
        self._held: list[bytes] = []
        self.response: web.StreamResponse | None = None

    @property
    def is_open(self) -> bool:
        return self.response is not None

    @property
    def is_silent(self) -> bool:
        """Nothing was written, and nothing is to be."""
        return self.response is None and not any(self._held)

    def hold(self, data: bytes) -> None:
        self._held.append(data)

    async def flush(self) -> None:
        """As `write`, of all that is held."""
        data = b"".join(self._held)
        self._held.clear()
        await self.write(data)

    async def write(self, data: bytes) -> None:
        """Raises `ClientStalled` when the client has not read for too long, and the
        connection's own error when it has gone. Nothing opens nothing."""
        if not data:
            return
        async with self._lock:
            if self.response is not None and self._has_room(len(data)):
                await self.response.write(data)  # waits for nobody, so no clock: 1 µs, not 6
            else:
                await self._write_in_time(data)
            self._written_at = time.monotonic()

    def _has_room(self, size: int) -> bool:
        """Whether so much can be handed over without a wait for the client."""
        transport = self._http.transport
        if transport is None or self._http.protocol.writing_paused:
            return False
        return transport.get_write_buffer_size() + size < _SURELY_ROOM

    async def _write_in_time(self, data: bytes) -> None:
        try:
            async with asyncio.timeout(self._patience.write_timeout_s):
                response = self.response or await self._open()
                await response.write(data)
        except TimeoutError as error:
            if self._http.transport is not None:
                self._http.transport.abort()
            raise ClientStalled(f"nothing read for {self._patience.write_timeout_s:g} s") from error

    async def keep_alive(self) -> None:
        """A comment after so long a silence, again and again, so that proxies keep the line. The
        first one also ends the hold-back of the headers."""
        while True:
            due = self._written_at + self._patience.silence_s
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if time.monotonic() >= self._written_at + self._patience.silence_s:
                await self.write(self._keep_alive)

    async def end(self, *, is_good: bool) -> web.StreamResponse:
        """How good its end was, its last words have said."""
        response = self.response or await self._open()
        with contextlib.suppress(ConnectionError):
            await response.write_eof()
        return response

    async def _open(self) -> web.StreamResponse:
        response = web.StreamResponse(headers=self._headers())
        response.content_type = "text/event-stream"
        response.charset = "utf-8"
        response.headers["Cache-Control"] = "no-cache, no-transform"  # nor be compressed on its way
        response.headers["X-Accel-Buffering"] = "no"  # or nginx holds the words back
        if self._http.version < HttpVersion11:
            response.force_close()  # without chunks, only that tells the end
        await response.prepare(self._http)
        self.response = response
        return response
