"""Write server-sent events: opened by the first words, alive in silence, bounded in time."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping

from aiohttp import web

SILENCE_S = 15.0


class ClientStalled(ConnectionError):
    """The client is connected and does not read."""


class EventStream:
    """The response is opened by the first write, so a failure before it is still an honest
    status. `keep_alive` runs beside it and ends with it."""

    def __init__(
        self,
        http: web.Request,
        headers: Callable[[], Mapping[str, str]],
        keep_alive: bytes,
        write_timeout_s: float,
        silence_s: float = SILENCE_S,
    ) -> None:
        self._http = http
        self._headers = headers
        self._keep_alive = keep_alive
        self._write_timeout_s = write_timeout_s
        self._silence_s = silence_s
        self._written_at = time.monotonic()
        self._lock = asyncio.Lock()
        self.response: web.StreamResponse | None = None

    @property
    def is_open(self) -> bool:
        return self.response is not None

    async def write(self, data: bytes) -> None:
        """Raises `ClientStalled` when the client has not read for too long, and the
        connection's own error when it has gone. Nothing opens nothing."""
        if not data:
            return
        async with self._lock:
            try:
                async with asyncio.timeout(self._write_timeout_s):
                    response = self.response or await self._open()
                    await response.write(data)
            except TimeoutError as error:
                if self._http.transport is not None:
                    self._http.transport.abort()
                raise ClientStalled(f"nothing read for {self._write_timeout_s:g} s") from error
            self._written_at = time.monotonic()

    async def keep_alive(self) -> None:
        """A comment after so long a silence, again and again, so that proxies keep the line. The
        first one also ends the hold-back of the headers."""
        while True:
            due = self._written_at + self._silence_s
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if time.monotonic() >= self._written_at + self._silence_s:
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
        await response.prepare(self._http)
        self.response = response
        return response
