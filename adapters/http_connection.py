"""One connection to a host, over which it is asked one thing after the other.

Nothing here hoards: a reader who is behind stops the reading from the socket, and a large body
leaves in slices, as the host takes them. Whoever waits, waits on `_change` alone, which every event
wakes; whoever is cancelled while asking has closed it, because half a request is of no use.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast

from adapters.http_answer import AnswerReader, Head
from adapters.http_faults import Disconnected

_MOST_UNREAD = 64 << 10  # as it came, before the host has to wait
_UPLOAD_SLICE = 64 << 10
_ONE_WRITE = 1 << 20  # what of a larger one the socket does not take would be copied


def _nobody(_: Connection) -> None:
    pass


class Connection(asyncio.Protocol):
    def __init__(self) -> None:
        self.hear_lost: Callable[[Connection], None] = _nobody
        self._loop = asyncio.get_running_loop()
        self._answer = AnswerReader()
        self._waiter: asyncio.Future[None] | None = None
        self._is_sent = True  # all of the request
        self._is_full = False  # the socket takes no more
        self._is_paused = False  # we take no more
        self._unread = 0

    # -- for whoever asks --------------------------------------------------------

    @property
    def is_open(self) -> bool:
        return not self._answer.is_broken and not self.transport.is_closing()

    @property
    def is_reusable(self) -> bool:
        """The answer came to its end, read or not, and the host waits for the next call."""
        return (
            (self._answer.is_whole and self._answer.is_kept)
            and (self.is_open and not self._is_paused)
            and (self._is_sent and self.transport.get_write_buffer_size() == 0)
        )

    @property
    def is_heard(self) -> bool:
        """Whether a byte came since it was asked."""
        return self._answer.has_begun

    async def ask(self, head: bytes, body: bytes = b"") -> Head:
        """The head of the answer. Raises an `HttpFault`."""
        answer = self._answer
        answer.expect()
        self._unread = 0
        try:
            await self._send(head, body)
            while answer.head is None:
                if answer.is_broken:
                    raise answer.fault or Disconnected()
                await self._change()
        except BaseException:
            self.close()
            raise
        return answer.head

    async def read(self) -> bytes:
        """What came of the body since then, in one piece; nothing at its end. Raises `CutOff`."""
        answer = self._answer
        while not answer.pieces:
            if answer.is_whole:
                return b""
            if answer.fault is not None:
                raise answer.fault
            await self._change()
        data = b"".join(answer.pieces)
        answer.pieces.clear()
        self._unread = 0
        if self._is_paused:
            self._is_paused = False
            if self.is_open:
                self.transport.resume_reading()
        return data

    def close(self) -> None:
        """At once: this is how a host learns that nobody reads on."""
        self.transport.abort()

    async def _send(self, head: bytes, body: bytes) -> None:
        self._is_sent = False
        if len(body) <= _ONE_WRITE:
            self.transport.write(head + body)
        else:
            self.transport.write(head)
            for start in range(0, len(body), _UPLOAD_SLICE):
                while self._is_full and not self._is_in_vain():
                    await self._change()
                if self._is_in_vain():
                    return
                self.transport.write(body[start : start + _UPLOAD_SLICE])
        self._is_sent = True

    def _is_in_vain(self) -> bool:
        """To send on: RFC 9112, 9.5."""
        head = self._answer.head
        return self._answer.is_broken or (head is not None and head.status >= 300)

    async def _change(self) -> None:
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    # -- what the loop calls -----------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's own class is not one

    def data_received(self, data: bytes) -> None:
        answer = self._answer
        answer.feed(data)
        if answer.pieces:
            self._unread += len(data)
            if self._unread > _MOST_UNREAD and not self._is_paused:
                self._is_paused = True
                self.transport.pause_reading()
        if answer.is_broken:
            self.close()
        self._wake()

    def pause_writing(self) -> None:
        self._is_full = True

    def resume_writing(self) -> None:
        self._is_full = False
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        self._answer.lose(exc)
        self._wake()
        self.hear_lost(self)
