"""aiohttp's pool of connections, as we use it.

A connection may be opened before anyone has a request for it. Whether a request goes out on a
connection that was used before is noted, because such a one may be dead.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass

import aiohttp
from aiohttp.connector import Connection
from yarl import URL

KEEP_ALIVE_S = 50.0  # common load balancers close what idles for 60 s: be first


class Pool(aiohttp.TCPConnector):
    def __init__(self, trust: ssl.SSLContext) -> None:
        # limit 0 is none: a call must not wait for another's end (None would be 100).
        super().__init__(limit=0, ssl=trust, keepalive_timeout=KEEP_ALIVE_S)

    async def open_ahead(
        self, url: str, proxy: str | None, proxy_headers: Mapping[str, str] | None, connect_s: float
    ) -> None:
        """One connection more, TLS and a proxy's tunnel included, for the next call to this host.
        Nothing is sent on it."""
        request = aiohttp.ClientRequest(
            "GET",  # what would be asked; the pool goes by host, TLS and proxy
            URL(url, encoded=True),
            loop=self._loop,
            proxy=URL(proxy) if proxy else None,
            proxy_headers=proxy_headers,
        )
        key = request.connection_key  # before aiohttp adds to the proxy's headers
        timeout = aiohttp.ClientTimeout(sock_connect=connect_s)
        protocol = await self._create_connection(request, [], timeout)
        Connection(self, key, protocol, self._loop).release()


@dataclass(slots=True)
class Attempt:
    on_used_connection: bool = False


# The attempt that this task is making: aiohttp's tracing knows it by no other name.
attempt: ContextVar[Attempt] = ContextVar("attempt")


def open_session(pool: Pool) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=pool,
        cookie_jar=aiohttp.DummyCookieJar(),
        trace_configs=[_watch_for_reuse()],
    )


def _watch_for_reuse() -> aiohttp.TraceConfig:
    async def note(*_: object) -> None:
        attempt.get().on_used_connection = True

    trace = aiohttp.TraceConfig()
    trace.on_connection_reuseconn.append(note)
    return trace
