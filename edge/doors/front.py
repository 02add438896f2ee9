"""What every door stands on: the present service, and a watch over each reply."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aiohttp import WSCloseCode, web

from edge.core.events import End
from edge.core.settings import ReplySettings, ServerSettings
from edge.core.stopped import Stopped
from edge.doors.hall import Hall
from edge.doors.stream import Patience
from edge.homes import Homes
from edge.ledger import Ledger
from edge.log import log_request
from edge.metrics import Metrics
from edge.service import Service
from edge.settled import Settled
from edge.stored import Stored
from edge.tellings import Tellings

_LAST_WORDS_S = 2.0
_log = logging.getLogger("prelude")


class Front:
    """Shared by the doors of one process. A reload replaces `service`, `server`, `ledger` and
    `replies`; replies under way keep the service they began with. `homes` are known once this
    worker has opened its own door. `reply_file` None: stored replies are kept in memory."""

    def __init__(
        self,
        service: Service,
        server: ServerSettings,
        metrics: Metrics,
        ledger: Ledger | None = None,
        replies: ReplySettings | None = None,
        reply_file: Path | None = None,
    ) -> None:
        self.service = service
        self.server = server
        self.metrics = metrics
        self.ledger = ledger
        self.replies = replies or ReplySettings()
        self.tellings = Tellings(lambda: self.replies)
        self.stored = Stored(lambda: self.replies, reply_file)
        self.homes = Homes()
        self.hall = Hall(lambda: self.server)
        self._ends: dict[str, End] = {}
        self._sockets: set[web.WebSocketResponse] = set()

    @property
    def write_timeout_s(self) -> float:
        return self.server.write_timeout_ms / 1000

    @property
    def patience(self) -> Patience:
        return Patience(self.write_timeout_s, self.server.keep_alive_ms / 1000)

    def note_end(self, reply: Settled, end: End) -> None:
        self._ends[reply.id] = end

    @contextmanager
    def watch(
        self, reply: Settled, door: str, stopped: Callable[[], Stopped | None] = lambda: None
    ) -> Iterator[None]:
        """Counts, logs and books the reply, on every way out. One that came to no end has lost its
        client, unless `stopped` knows better."""
        self.metrics.begin()
        try:
            yield
        finally:
            end = self._ends.pop(reply.id, None)
            outcome = (stopped() or Stopped.CLIENT_GONE) if end is None else end.reason
            self.metrics.count(reply, door, outcome.value)
            log_request(_log, reply, door, outcome.value, None if end is None else end.error)
            if self.ledger is not None:
                self.ledger.record(reply, door, outcome.value)

    @contextmanager
    def hold(self, socket: web.WebSocketResponse) -> Iterator[None]:
        """A WebSocket is open."""
        self._sockets.add(socket)
        try:
            yield
        finally:
            self._sockets.discard(socket)

    async def keep_replies(self, app: web.Application) -> AsyncIterator[None]:
        """As long as the application runs. Those that nobody listens to then have a moment."""
        sweep = asyncio.create_task(self.stored.sweep())
        yield
        sweep.cancel()
        await asyncio.gather(sweep, return_exceptions=True)
        await self.tellings.close(_LAST_WORDS_S)
        await self.stored.close()

    async def close_sockets(self) -> None:
        """We are going: clients reconnect on this code by themselves."""
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.SERVICE_RESTART, message=b"restarting")
