"""One WebSocket as frames in and events out, bounded in every way.

A frame is given out when the one before it is dealt with, errors included: who does not read what
we answer is not read either, and is dropped after `server.write_timeout_ms`. A frame that is larger
than `server.max_body_bytes`, a connection that is older than `server.socket_life_ms`, and one that
was idle for `server.socket_idle_ms` are closed with a reason that names the limit. Half-open ones
are found by pings.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable

from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from edge.core.errors import BadRequest, EdgeError
from edge.core.settings import ServerSettings
from edge.core.types import Json
from edge.doors.openai_errors import to_wire
from edge.doors.responses_voice import event_of, frames
from edge.doors.stream import ClientStalled
from edge.journal import split_frames

_PING_S = 20.0


class Socket(web.WebSocketResponse):
    """aiohttp closes on a frame that is too large without a word: this one says the limit."""

    def __init__(self, server: ServerSettings) -> None:
        super().__init__(heartbeat=_PING_S, compress=False, max_msg_size=server.max_body_bytes)
        limit = f"server.max_body_bytes is {server.max_body_bytes}"
        self._too_large = f"This frame is too large: {limit}.".encode()

    async def close(
        self, *, code: int = WSCloseCode.OK, message: bytes = b"", drain: bool = True
    ) -> bool:
        if code == WSCloseCode.MESSAGE_TOO_BIG:
            message = self._too_large
        return await super().close(code=code, message=message, drain=drain)


class Line:
    """`is_busy`: something is told, or waits to be: then it is not idle. `is_farewell`: it was
    closed by a client that wants nothing more; whose line was cut, or whom we send away, may come
    back."""

    def __init__(
        self,
        http: web.Request,
        socket: Socket,
        server: ServerSettings,
        is_busy: Callable[[], bool],
    ) -> None:
        self._http = http
        self._socket = socket
        self._is_busy = is_busy
        self._life_s = server.socket_life_ms / 1000
        self._idle_s = server.socket_idle_ms / 1000
        self._write_timeout_s = server.write_timeout_ms / 1000
        self._ends_at = time.monotonic() + self._life_s
        self._active_at = time.monotonic()
        self.is_farewell = False

    async def messages(self) -> AsyncIterator[WSMessage]:
        """Text and binary ones, until it is closed."""
        while True:
            now = time.monotonic()
            if self._is_busy():
                self._active_at = now
            wait_s = min(self._ends_at, self._active_at + self._idle_s) - now
            if wait_s <= 0:
                await self._send_away(is_old=now >= self._ends_at)
                return
            try:
                message = await self._socket.receive(timeout=wait_s)
            except TimeoutError:
                continue
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                # The socket's own close code says the same when it is we who close it.
                is_close = message.type is WSMsgType.CLOSE
                self.is_farewell = is_close and message.data == WSCloseCode.OK
                return
            self._active_at = time.monotonic()
            yield message

    def note_activity(self) -> None:
        self._active_at = time.monotonic()

    async def send(self, told: bytes) -> None:
        """Frames of a telling, a message each. Raises `ClientStalled`, and the connection's own
        error when it has gone."""
        try:
            async with asyncio.timeout(self._write_timeout_s):
                for one in split_frames(told):
                    await self._socket.send_str(event_of(one).decode())
        except TimeoutError as error:
            if self._http.transport is not None:
                self._http.transport.abort()  # a farewell would wait for a reader, too
            raise ClientStalled(f"nothing read for {self._write_timeout_s:g} s") from error

    async def refuse(self, error: EdgeError, lane: str | None) -> None:
        wire = to_wire(error)
        event: Json = {"type": "error", "status": wire.status, **wire.body()}
        if headers := wire.headers():
            event["error"]["headers"] = headers
        if lane is not None:
            event["stream_id"] = lane
        await self.send(frames([event]))

    async def _send_away(self, *, is_old: bool) -> None:
        """Clients reconnect on this code."""
        reason = f"Nothing was asked or told here for {self._idle_s:g} s (server.socket_idle_ms)."
        if is_old:
            reason = f"A connection lives at most {self._life_s:g} s: reconnect."
            code = "websocket_connection_limit_reached"
            await self.refuse(BadRequest(reason, code=code), None)
        await self._socket.close(code=WSCloseCode.GOING_AWAY, message=reason.encode())
