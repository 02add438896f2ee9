"""Calls over HTTP: the one file that knows httpx, for what URLs, proxies and trust are. What goes
to and fro is aiohttp's: httpx's requests and answers around each took a sixth of a call's time.

A pooled connection may be dead already: llama.cpp's server closes it a millisecond after each
stream though it promised to keep it. A call whose used connection is lost before a byte of
answer came is sent again, until it gets a new one; nobody hears of it.

No clock runs here but one that no deadline of a reply could replace: for a connection.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from yarl import URL

from adapters.media_fetch import MediaFetcher
from adapters.pool import Attempt, Pool, attempt, open_session
from adapters.unpack import unpack
from edge.core.settings_rules import is_loopback

TRANSPORT_ERRORS = (httpx.HTTPError, aiohttp.ClientError, OSError)

# TCP and TLS over 300 ms and one lost packet, which Linux sends again after a second. The core's
# clocks run meanwhile; this one matters where theirs are long: for a reply in one piece.
CONNECT_S = 2.5
_TIMEOUT = aiohttp.ClientTimeout(sock_connect=CONNECT_S)
_UPLOAD_SLICE = 64 << 10
_READ_AT_MOST = 16 << 10
_ONE_WRITE = 1 << 20  # aiohttp warns of larger bodies given whole: they hold up the loop

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Address:
    """Where connections go to. `ca_file` has the authorities that are trusted there; None: those
    that the machine trusts."""

    scheme: str
    host: str
    port: int | None
    ca_file: str | None

    @classmethod
    def of(cls, url: str, ca_file: str | None) -> Self:
        parts = urlsplit(url)
        return cls(parts.scheme, parts.hostname or "", parts.port, ca_file)


class Response:
    """The head of an answer, of which the body is still to be read. Whoever has it closes it."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.status = response.status
        self.headers: Mapping[str, str] = response.headers  # whatever the case of their names
        self._response = response

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300

    def body(self) -> AsyncIterator[bytes]:
        """As it comes, and not compressed. Unpacked by us: aiohttp would make at one go whatever a
        platform makes of a few bytes."""
        raw = aiter(self._response.content.iter_chunked(_READ_AT_MOST))
        encoding = self.headers.get("content-encoding", "identity")
        return raw if encoding in ("", "identity") else unpack(raw, encoding)

    async def close(self) -> None:
        with suppress(*TRANSPORT_ERRORS):  # it is of no use any more, and it is closed
            self._response.release()
            await self._response.wait_for_close()


@dataclass(frozen=True, slots=True)
class _Way:
    """How an address is reached."""

    proxy: str | None
    ca_file: str | None


class _Line:
    """The connections that go one way."""

    def __init__(self, proxy: httpx.Proxy | None, trust: ssl.SSLContext) -> None:
        self._proxy = proxy
        self._proxy_url = None if proxy is None else str(proxy.url)
        self._pool = Pool(trust)
        self._session = open_session(self._pool)

    async def send(
        self, method: str, url: URL, headers: Mapping[str, str], body: bytes
    ) -> aiohttp.ClientResponse:
        """No redirect is followed."""
        return await self._session.request(
            method,
            url,
            headers=headers,
            data=(body if len(body) <= _ONE_WRITE else _slices(body)) or None,
            allow_redirects=False,
            auto_decompress=False,
            timeout=_TIMEOUT,
            proxy=self._proxy_url,
            proxy_headers=self._proxy.headers if self._proxy else None,
        )

    def headers_for(self, url: str) -> Mapping[str, str]:
        """What the proxy is shown with each call; where it only makes a tunnel, it was shown it
        then, and nobody behind it is."""
        return self._proxy.headers if self._proxy and url.startswith("http:") else {}

    async def open_ahead(self, url: str) -> None:
        if self._proxy is None:
            await self._pool.open_ahead(url, None, None, CONNECT_S)
        else:
            proxy = self._proxy
            await self._pool.open_ahead(url, str(proxy.url), proxy.headers, CONNECT_S)

    async def close(self) -> None:
        await self._session.close()


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
        self._trust: dict[str | None, ssl.SSLContext] = {None: httpx.create_ssl_context()}
        self._lines: dict[_Way, _Line] = {}
        self._proxies: dict[tuple[str, str], str | None] = {}  # by scheme and host
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
        """The head of the answer."""
        target = _parsed(url)
        self.hear_use(Address.of(url, ca_file))
        line = self._line(url, ca_file)
        headers = {**headers, **line.headers_for(url)}
        if body:
            headers["content-length"] = str(len(body))
        while True:
            trying = Attempt()
            attempt.set(trying)
            try:
                return Response(await line.send(method, target, headers, body))
            except aiohttp.ClientHttpProxyError as error:  # of the way, and no answer's fault
                raise httpx.ProxyError(str(error)) from error
            except aiohttp.ClientConnectionError:
                if not trying.on_used_connection:
                    raise

    async def open_ahead(self, url: str, ca_file: str | None = None) -> None:
        """One connection more for the next call to the URL's host; nothing is sent on it."""
        await self._line(url, ca_file).open_ahead(str(_parsed(url)))

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
            await line.close()
        await self.media.aclose()

    def _proxy_for(self, url: str) -> str | None:
        """Looked up once for each host: the environment does not change under us, and to read all
        of it takes 0.1 ms."""
        parts = urlsplit(url)
        host = (parts.scheme, parts.netloc)
        if host not in self._proxies:
            self._proxies[host] = _proxy_for(url)
        return self._proxies[host]

    def _line(self, url: str, ca_file: str | None) -> _Line:
        way = _Way(self._proxy_for(url), ca_file)
        if way not in self._lines:
            if ca_file not in self._trust:
                self._trust[ca_file] = ssl.create_default_context(cafile=ca_file)
            self._lines[way] = _Line(_proxy(way.proxy), self._trust[ca_file])
        return self._lines[way]


@lru_cache(maxsize=256)  # the same few again and again; two parsers take 60 µs
def _parsed(url: str) -> URL:
    """To be sent as it is written: aiohttp decodes what it thinks needs no escape, `%3A` say, and
    asks for another path than the one that was signed."""
    try:
        parsed = httpx.URL(url)
        if parsed.host and URL(str(parsed)).host:  # each is strict in its own way
            return URL(str(parsed), encoded=True)
    except (httpx.InvalidURL, ValueError):
        pass
    raise httpx.UnsupportedProtocol("its address is no URL that can be called")


def _proxy_for(url: str) -> str | None:
    """The proxy that the environment names (HTTPS_PROXY, NO_PROXY), as every tool on the
    machine reads it; loopback needs none."""
    proxies = getproxies()
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not proxies or is_loopback(host) or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    return proxies.get(parts.scheme) or proxies.get("all")


def _proxy(url: str | None) -> httpx.Proxy | None:
    if url is None:
        return None
    try:
        whole = httpx.URL(url if "://" in url else f"http://{url}")
    except (ValueError, httpx.InvalidURL):
        whole = httpx.URL()
    if whole.scheme not in ("http", "https"):
        # It is not repeated: it might hold a password.
        raise httpx.ProxyError("the proxy that the environment names is no http:// or https:// URL")
    headers = {}
    if whole.userinfo:
        credentials = b64encode(f"{whole.username}:{whole.password}".encode()).decode()
        headers["proxy-authorization"] = f"Basic {credentials}"
    return httpx.Proxy(whole.copy_with(username=None, password=None), headers=headers)


async def _slices(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), _UPLOAD_SLICE):
        yield body[start : start + _UPLOAD_SLICE]
