"""Where a reply's words go: to the client that asked for it, or into the journal of a telling; and
how a client listens to one.

A handler that runs within a telling is given a request that says so: whatever it would write to the
client, it then says into the journal.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Protocol

from aiohttp import web

from edge.doors.stream import EventStream, Patience
from edge.telling import Answer, Broken, Telling

TELLING = web.RequestKey("telling", Telling)


class Outlet(Protocol):
    """Opened by the first write; `keep_alive` runs beside it, and may open it too. `end` hears
    whether the reply came to a good end, and so may be told again."""

    @property
    def is_open(self) -> bool: ...

    @property
    def is_silent(self) -> bool:
        """Nothing was written, and nothing is held."""

    def hold(self, data: bytes) -> None:
        """For the next `flush`."""

    async def flush(self) -> None: ...

    async def write(self, data: bytes) -> None: ...

    async def keep_alive(self) -> None: ...

    async def end(self, *, is_good: bool) -> web.StreamResponse: ...


class JournalStream:
    def __init__(
        self, telling: Telling, head: Mapping[str, str], keep_alive: bytes, silence_s: float
    ) -> None:
        self._silence_s = silence_s
        self._telling = telling
        self._head = head
        self._keep_alive = keep_alive

    @property
    def is_open(self) -> bool:
        return self._telling.head is not None

    @property
    def is_silent(self) -> bool:
        return not self.is_open

    def hold(self, data: bytes) -> None:
        """The journal waits for nobody."""
        if data:
            self._telling.begin(self._head, self._keep_alive)
            self._telling.say(data)

    async def flush(self) -> None:
        """Nothing is held."""

    async def write(self, data: bytes) -> None:
        self.hold(data)

    async def keep_alive(self) -> None:
        """The listeners keep their own lines. After so long a silence there is a stream, as for
        one who listens directly."""
        await asyncio.sleep(self._silence_s)
        self._telling.begin(self._head, self._keep_alive)

    async def end(self, *, is_good: bool) -> web.StreamResponse:
        self._telling.has_failed = not is_good
        return web.StreamResponse()  # nobody's: each listener has one of their own


def open_outlet(
    reader: web.Request | Telling, head: Mapping[str, str], keep_alive: bytes, patience: Patience
) -> Outlet:
    if isinstance(reader, Telling):
        return JournalStream(reader, head, keep_alive, patience.silence_s)
    if (telling := reader.get(TELLING)) is not None:
        return open_outlet(telling, head, keep_alive, patience)
    return EventStream(reader, lambda: head, keep_alive, patience)


async def listen(
    http: web.Request, telling: Telling, patience: Patience, place: int = 0
) -> web.StreamResponse:
    """Tell this client what the telling says, from a place on, to its end."""
    with telling.listening():
        await telling.begun()
        if telling.head is None:
            return _in_one_piece(telling)
        outlet = open_outlet(http, telling.head, telling.keep_alive, patience)
        await pass_on(http, outlet, telling.follow(place))
        return await outlet.end(is_good=telling.is_good)


async def pass_on(http: web.Request, outlet: Outlet, frames: AsyncIterator[bytes]) -> None:
    """Frames that break off are never a clean end: the client sees that its line was cut."""
    try:
        async with asyncio.TaskGroup() as group:
            keep_alive = group.create_task(outlet.keep_alive())
            async for data in frames:
                await outlet.write(data)
            keep_alive.cancel()
    except* Broken as broken:
        if http.transport is not None:
            http.transport.abort()
        raise ConnectionResetError from broken
    except* ConnectionError:
        pass  # the client has gone, or does not read


def answer_of(response: web.StreamResponse) -> Answer | None:
    """What a handler returned within a telling; None: it has said all into the journal."""
    if not isinstance(response, web.Response):
        return None
    body = response.body
    assert isinstance(body, bytes | bytearray | None)
    headers = {k: v for k, v in response.headers.items() if k.lower() not in _OF_THE_LINE}
    return Answer(response.status, bytes(body or b""), response.content_type, headers)


_OF_THE_LINE = ("content-type", "content-length")


def _in_one_piece(telling: Telling) -> web.Response:
    if telling.error is not None:
        raise telling.error
    answer = telling.answer
    assert answer is not None  # it is over, and said nothing
    return web.Response(
        status=answer.status,
        body=answer.body,
        content_type=answer.content_type,
        headers=answer.headers,
    )
