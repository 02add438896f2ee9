"""Calls over HTTP: what is asked of a platform, and its answer. Where a call goes is `urls.py`'s,
how it gets there `dial.py`'s and `pool.py`'s.

No clock runs here but one that no deadline of a reply could replace: for a connection.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from adapters.dial import Dialler
from adapters.http_answer import Head
from adapters.http_connection import Connection
from adapters.http_faults import CutOff
from adapters.media_fetch import MediaFetcher
from adapters.names import Names
from adapters.pool import Pool
from adapters.request_head import request_head
from adapters.unpack import unpack
from adapters.urls import Address, Target, machine_trust, parse, proxy_for

TRANSPORT_ERRORS = (OSError,)  # an `HttpFault`, and what TLS says

_T = TypeVar("_T")


class Response:
    """The head of an answer, of which the body is still to be read. Whoever has it closes it."""

    def __init__(self, head: Head, connection: Connection, pool: Pool) -> None:
        self.status = head.status
        self.headers: Mapping[str, str] = head.headers  # their names in small letters
        self._connection: Connection | None = connection
        self._pool = pool

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300

    def body(self) -> AsyncIterator[bytes]:
        """As it comes, and not compressed. Unpacked a little at a time."""
        encoding = self.headers.get("content-encoding", "identity")
        return self if encoding in ("", "identity") else unpack(self, encoding)

    def __aiter__(self) -> Self:  # no generator: one that is left takes a task to end it
        return self

    async def __anext__(self) -> bytes:
        if self._connection is None:  # which may have another answer by now
            raise CutOff("it was closed")
        if data := await self._connection.read():
            return data
        raise StopAsyncIteration

    def close(self) -> None:
        """Its connection serves the next call if the body has come to its end; else it is closed
        at once."""
        if self._connection is not None:
            self._pool.give_back(self._connection)
            self._connection = None


@dataclass(frozen=True, slots=True)
class _Line:
    """How an address is called."""

    pool: Pool
    proxy_headers: Mapping[str, str] | None  # of a proxy that is asked in place of the host

    def head(self, method: str, target: Target, headers: Mapping[str, str], body: bytes) -> bytes:
        whole = {"host": target.netloc, "accept": "*/*", **headers}
        if body or method != "GET":
            whole["content-length"] = str(len(body))
        if self.proxy_headers is None:
            return request_head(method, target.path, whole)
        return request_head(method, target.url, {**whole, **self.proxy_headers})


def _nobody(_: Address) -> None:
    pass


class HostedClient:
    """The connections to all platforms, shared by all tiers; close it when they are gone.

    `hear_use` is told of the address of every call; `media` fetches what callers and platforms
    name by its URL.
    """

    def __init__(self, media: MediaFetcher | None = None) -> None:
        self.media = media or MediaFetcher()
        self.hear_use: Callable[[Address], None] = _nobody
        self._trust: dict[str | None, ssl.SSLContext] = {None: machine_trust()}
        self._names = Names()
        self._lines: dict[Address, _Line] = {}
        self._errands: set[asyncio.Task[Any]] = set()

    async def send(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes = b"",
        *,
        ca_file: str | None = None,
    ) -> Response:
        """The head of the answer. No redirect is followed."""
        target = parse(url)
        address = Address.of(url, ca_file)
        self.hear_use(address)
        line = self._line(address, target)
        head, connection = await line.pool.ask(line.head(method, target, headers, body), body)
        return Response(head, connection, line.pool)

    async def open_ahead(self, url: str, ca_file: str | None = None) -> None:
        """One connection more for the next call to the URL's host; nothing is sent on it."""
        target = parse(url)
        await self._line(Address.of(url, ca_file), target).pool.open_ahead()

    def keep(self, errand: Coroutine[Any, Any, _T]) -> asyncio.Task[_T]:
        """Do this to its end, whatever becomes of the reply that it is for. What is sent off
        limits its own time."""
        task = asyncio.get_running_loop().create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)
        return task

    async def aclose(self) -> None:
        await asyncio.gather(*self._errands, return_exceptions=True)
        for line in self._lines.values():
            await line.pool.close()
        await self.media.aclose()

    def _line(self, address: Address, target: Target) -> _Line:
        """The proxy is looked up once for each: the environment does not change under us, and to
        read all of it takes 0.1 ms."""
        if address not in self._lines:
            proxy, trust = proxy_for(target.url), self._trusted(address.ca_file)
            pool = Pool(Dialler(self._names, target, proxy, trust).dial)
            asked = None if target.is_tls else proxy  # for TLS it only makes a tunnel
            self._lines[address] = _Line(pool, None if asked is None else asked.headers)
        return self._lines[address]

    def _trusted(self, ca_file: str | None) -> ssl.SSLContext:
        if ca_file not in self._trust:
            self._trust[ca_file] = ssl.create_default_context(cafile=ca_file)
        return self._trust[ca_file]
