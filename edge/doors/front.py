"""What every door stands on: the present service, and a watch over each reply."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import WSCloseCode, web

from edge.core.events import End
from edge.core.settings import ServerSettings
from edge.ledger import Ledger
from edge.log import log_request
from edge.metrics import Metrics
from edge.service import Service
from edge.settled import Settled

_log = logging.getLogger("prelude")


class Front:
    """Shared by the doors of one process. A reload replaces `service`, `server` and `ledger`;
    replies under way keep the service they began with."""

    def __init__(
        self,
        service: Service,
        server: ServerSettings,
        metrics: Metrics,
        ledger: Ledger | None = None,
    ) -> None:
        self.service = service
        self.server = server
        self.metrics = metrics
        self.ledger = ledger
        self._ends: dict[str, End] = {}
        self._sockets: set[web.WebSocketResponse] = set()

    @property
    def write_timeout_s(self) -> float:
        return self.server.write_timeout_ms / 1000

    def note_end(self, reply: Settled, end: End) -> None:
        self._ends[reply.id] = end

    @contextmanager
    def watch(self, reply: Settled, door: str) -> Iterator[None]:
        """Counts, logs and books the reply, on every way out."""
        self.metrics.begin()
        try:
            yield
        finally:
            end = self._ends.pop(reply.id, None)
            outcome = "client_gone" if end is None else end.reason.value
            self.metrics.count(reply, door, outcome)
            log_request(_log, reply, door, outcome, None if end is None else end.error)
            if self.ledger is not None:
                self.ledger.record(reply, door, outcome)

    @contextmanager
    def hold(self, socket: web.WebSocketResponse) -> Iterator[None]:
        """A WebSocket is open."""
        self._sockets.add(socket)
        try:
            yield
        finally:
            self._sockets.discard(socket)

    async def close_sockets(self) -> None:
        """We are going: clients reconnect on this code by themselves."""
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.SERVICE_RESTART, message=b"restarting")
