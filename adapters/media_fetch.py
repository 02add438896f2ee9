"""Fetches a picture or a film from where a caller or a platform says that it is.

See `public_address.py` for what may be fetched from. The connection goes to the very address that
was checked; no redirect is followed, no proxy asked (it would look the name up again), no cookie
kept, and nothing of ours is sent along. What comes is bounded in bytes and in seconds, and must be
of the kind that is wanted.
"""

from __future__ import annotations

import asyncio
import base64
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from yarl import URL

from adapters.public_address import Guard, NotPublic, PublicResolver

LARGEST_IMAGE = 20 << 20  # what the platforms that take the largest ones take
_WITHIN_S = 20.0
_HEAD_S = 10.0  # a film may come for minutes, but must begin
_CHUNK = 64 << 10
_MEDIA_TYPE = re.compile(r"(image|video)/[a-z0-9][a-z0-9.+-]*\Z", re.IGNORECASE)

PUBLIC = Guard()


class NotFetched(Exception):
    """Why not, in words for whoever named the URL, which is not repeated: it may hold a key."""


@dataclass(frozen=True, slots=True)
class Fetched:
    data: bytes
    media_type: str

    @property
    def data_url(self) -> str:
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode()}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose bytes are still to come; `length` where its server told."""

    media_type: str
    length: int | None
    chunks: AsyncIterator[bytes]


class MediaFetcher:
    """Close it when it is not needed any more. It may be made outside of a loop."""

    def __init__(self, guard: Guard = PUBLIC) -> None:
        self._guard = guard
        self._session: aiohttp.ClientSession | None = None

    async def fetch(
        self,
        url: str,
        kind: str = "image",
        *,
        most_bytes: int = LARGEST_IMAGE,
        within_s: float = _WITHIN_S,
    ) -> Fetched:
        """The whole file. `kind` is `image` or `video`. Raises `NotFetched`."""
        body = bytearray()
        try:
            async with asyncio.timeout(within_s):
                async with self.open(url, kind, most_bytes=most_bytes) as opened:
                    async for data in opened.chunks:
                        body += data
        except TimeoutError as error:
            raise NotFetched(f"the {kind} was not there within {within_s:g} s") from error
        return Fetched(bytes(body), opened.media_type)

    @asynccontextmanager
    async def open(self, url: str, kind: str, *, most_bytes: int) -> AsyncIterator[Opened]:
        """The file as it comes. Raises `NotFetched`, and so does reading its chunks."""
        try:
            self._guard.check_url(url)
            async with asyncio.timeout(_HEAD_S) as head, self._ask(url) as response:
                media_type = _checked(response, kind, most_bytes)
                head.reschedule(None)
                chunks = _bounded(response, kind, most_bytes)
                yield Opened(media_type, response.content_length, chunks)
        except NotPublic as error:
            raise NotFetched(f"the {kind}'s URL: {error}") from error
        except TimeoutError as error:
            raise NotFetched(f"the {kind}'s server did not answer in time") from error
        except (aiohttp.ClientError, OSError) as error:
            raise NotFetched(f"the {kind} could not be fetched ({type(error).__name__})") from error

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _ask(self, url: str) -> aiohttp.client._RequestContextManager:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                resolver=PublicResolver(self._guard),
                use_dns_cache=False,  # each connection is to an address that was just checked
                limit=0,
                force_close=True,
                ssl=ssl.create_default_context(),
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None),
                auto_decompress=False,  # a small file may unpack into a large one
                headers={"user-agent": "prelude", "accept-encoding": "identity"},
            )
        return self._session.get(URL(url, encoded=True), allow_redirects=False)


def _checked(response: aiohttp.ClientResponse, kind: str, most_bytes: int) -> str:
    """Its media type."""
    if response.status != 200:
        raise NotFetched(f"the {kind}'s server answered {response.status}")
    if response.headers.get("content-encoding", "identity") != "identity":
        raise NotFetched(f"the {kind} came compressed")
    if (response.content_length or 0) > most_bytes:
        raise NotFetched(f"the {kind} has more than {most_bytes} bytes")
    media_type = response.content_type.lower()
    if not _MEDIA_TYPE.match(media_type) or not media_type.startswith(f"{kind}/"):
        raise NotFetched(f"what is at the {kind}'s URL is no {kind}")
    return media_type


async def _bounded(
    response: aiohttp.ClientResponse, kind: str, most_bytes: int
) -> AsyncIterator[bytes]:
    read = 0
    async for data in response.content.iter_chunked(_CHUNK):
        read += len(data)
        if read > most_bytes:
            raise NotFetched(f"the {kind} has more than {most_bytes} bytes")
        yield data
