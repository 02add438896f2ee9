"""Have another worker of the box answer a request, as if its client had come there.

The request goes on as it came, and what is answered goes back as it is said. Nothing is added: the
other worker keeps the line alive in silence, and its request's id is the one that the client is
told. A client that leaves is gone there at once, and a stream that is cut there is cut here.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Mapping, Set
from pathlib import Path

import aiohttp
from aiohttp import web
from multidict import CIMultiDict
from yarl import URL

from edge.core.errors import Overloaded
from edge.doors.body import read_bytes
from edge.doors.guard import adopt_request_id
from edge.doors.stream import EventStream, Patience

_POLL_S = 0.1  # of a door that nobody answers at
_RETRY_S = 1.0
_EVENTS = "text/event-stream"
# What is said of one line only, and not of what goes over it.
_OF_THE_LINE = frozenset(
    "connection keep-alive proxy-connection transfer-encoding content-length te trailer upgrade "
    "expect date server".split()
)
_READ_HERE = {"content-encoding"}  # the body is unpacked already
_OURS_ALONE = ("User-Agent", "Accept", "Accept-Encoding", "Content-Type")


class Away(Exception):
    """Nobody answers at that door: its worker has ended, or has not begun. `was_asked`: it ended
    before its answer did, of which nothing was told."""

    def __init__(self, *, was_asked: bool) -> None:
        super().__init__()
        self.was_asked = was_asked


def is_forwarded(http: web.Request) -> bool:
    """It came by our own door, from another worker."""
    return http.transport is not None and isinstance(http.transport.get_extra_info("sockname"), str)


async def forward(http: web.Request, door: Path, patience: Patience) -> web.StreamResponse:
    """Raises `Away`."""
    body = await read_bytes(http)
    connector = aiohttp.UnixConnector(str(door))
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=aiohttp.ClientTimeout(total=None),
        auto_decompress=False,
        skip_auto_headers=_OURS_ALONE,
        cookie_jar=aiohttp.DummyCookieJar(),
    ) as session:
        try:
            answer = await session.request(
                http.method,
                URL(f"http://worker{http.rel_url.raw_path_qs}", encoded=True),
                data=body,
                headers=_kept(http.headers, _OF_THE_LINE | _READ_HERE),
                allow_redirects=False,
            )
        except aiohttp.ClientConnectorError as error:
            raise Away(was_asked=False) from error
        except aiohttp.ClientError as error:
            raise Away(was_asked=True) from error
        async with answer:
            adopt_request_id(http, answer.headers)
            if answer.content_type == _EVENTS:
                return await _stream(http, answer, patience)
            return await _in_one_piece(answer)


async def forward_within(
    http: web.Request, door: Path, patience: Patience, within_s: float
) -> web.StreamResponse:
    """As `forward`, for what may be asked twice: whoever is away has so long to come back, and who
    ended over it is asked once more. Raises `Overloaded`."""
    give_up_at = time.monotonic() + within_s
    was_asked = False
    while True:
        try:
            return await forward(http, door, patience)
        except Away as away:
            if time.monotonic() >= give_up_at or (was_asked and away.was_asked):
                message = "The worker that would answer this has ended."
                raise Overloaded(message, retry_after_s=_RETRY_S) from away
            was_asked = was_asked or away.was_asked
        await asyncio.sleep(_POLL_S)  # another process: there is no event to wait for


async def _stream(
    http: web.Request, answer: aiohttp.ClientResponse, patience: Patience
) -> web.StreamResponse:
    headers = _kept(answer.headers, _OF_THE_LINE)
    stream = EventStream(http, lambda: headers, b"", patience)
    with contextlib.suppress(ConnectionError):  # the client has gone, or does not read
        while said := await _read_on(http, answer):
            await stream.write(said)
    return await stream.end(is_good=True)


async def _read_on(http: web.Request, answer: aiohttp.ClientResponse) -> bytes:
    """Empty at its own end. One that broke off is never a clean end here."""
    try:
        return await answer.content.readany()
    except aiohttp.ClientError as error:
        if http.transport is not None:
            http.transport.abort()
        raise ConnectionResetError from error


async def _in_one_piece(answer: aiohttp.ClientResponse) -> web.Response:
    try:
        body = await answer.read()
    except aiohttp.ClientError as error:
        raise Away(was_asked=True) from error
    headers = _kept(answer.headers, _OF_THE_LINE)
    return web.Response(status=answer.status, body=body, headers=headers)


def _kept(headers: Mapping[str, str], without: Set[str]) -> CIMultiDict[str]:
    return CIMultiDict(
        (name, value) for name, value in headers.items() if name.lower() not in without
    )
