"""Hosted models as tiers: the one file with sockets and keys. (Those that are asked for a job
instead of a reply are in `adapters/jobs.py`, and call through the `Caller` here.)

A call's life: the dialect encodes it, we add the host and the key, the platform's bytes go
through the dialect's decoder, and its pieces to whoever reads the leg. No clock runs here but
three that no deadline of a reply could replace: for a connection, for the body of an error,
for the few bytes after the end.

Abandoning a generator is not cancelling: the response is closed in `finally`, shielded, and
a response closed before its end closes the socket, which is how a platform learns that
nobody listens. After `[DONE]` the rest of the body is awaited for a moment, because only a
response that was read to its end gives its connection back for the next call.

A pooled connection may be dead already: llama.cpp's server closes it a millisecond after each
stream though it promised to keep it. A call whose used connection is lost before a byte of
answer came is sent again, until it gets a new one; nobody hears of it.

Errors from httpx and aiohttp end here. Before the head of a 2xx answer, a lost connection
means that nobody is there (`TierUnavailable`); after it, that the reply was cut off
(`TierGarbled`). Whatever a platform says of our key is taken out before it is raised.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport
from yarl import URL

from adapters.answer import MAX_BODY_BYTES
from adapters.auth import checked
from adapters.dialect import Endpoint, HostedModel, HttpCall, JobDialect, may_follow
from adapters.failures import refusal
from adapters.inline_images import is_shown_bytes, with_images_inline
from adapters.lenient_json import dumps
from adapters.media_fetch import MediaFetcher
from adapters.quotas import read_quota
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.platforms import Secret
from edge.core.quota import Quota
from edge.core.settings_rules import is_loopback
from edge.core.types import Call, Piece

# TCP and TLS over 300 ms and one lost packet, which Linux sends again after a second. The core's
# clocks run meanwhile; this one matters where theirs are long: for a reply in one piece.
_CONNECT_S = 2.5
_KEEP_ALIVE_S = 50.0  # common load balancers close what idles for 60 s: be first
_ERROR_BODY_S = 2.0
_ERROR_BODY_BYTES = 64 << 10
_DRAIN_S = 0.5
_UPLOAD_SLICE = 64 << 10
_ONE_WRITE = 1 << 20  # aiohttp warns of larger bodies given whole: they hold up the loop

# What httpx raises, and what the transport under it lets through.
_TRANSPORT_ERRORS = (httpx.HTTPError, httpx.StreamError, aiohttp.ClientError, OSError)

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class HostedClient:
    """The connections to all platforms, shared by all tiers; close it when they are gone.

    `media` fetches what callers and platforms name by its URL."""

    def __init__(self, media: MediaFetcher | None = None) -> None:
        self.media = media or MediaFetcher()
        self._ssl = httpx.create_ssl_context()
        self._clients: dict[str | None, httpx.AsyncClient] = {}  # by proxy
        self._errands: set[asyncio.Task[Any]] = set()

    async def send(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes = b""
    ) -> httpx.Response:
        """The head of the answer; its body is for the caller to read, and to close."""
        client = self._client_for(httpx.URL(url))
        if body:
            headers = {**headers, "content-length": str(len(body))}
        while True:
            content = body if len(body) <= _ONE_WRITE else _slices(body)
            request = client.build_request(method, url, headers=headers, content=content or None)
            attempt = _Attempt(str(request.url))
            _attempt.set(attempt)
            try:
                return await client.send(request, stream=True)
            except httpx.TransportError as error:
                lost = isinstance(error.__cause__, aiohttp.ClientConnectionError)
                if not (lost and attempt.on_used_connection):
                    raise

    def keep(self, errand: Coroutine[Any, Any, _T]) -> asyncio.Task[_T]:
        """Do this to its end, whatever becomes of the reply that it is for. What is sent off
        limits its own time."""
        task = asyncio.get_running_loop().create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)
        return task

    async def aclose(self) -> None:
        await asyncio.gather(*self._errands, return_exceptions=True)
        for client in self._clients.values():
            await client.aclose()
        await self.media.aclose()

    def _client_for(self, url: httpx.URL) -> httpx.AsyncClient:
        proxy = _proxy_for(url)
        if proxy not in self._clients:
            self._clients[proxy] = self._make_client(proxy)
        return self._clients[proxy]

    def _make_client(self, proxy: str | None) -> httpx.AsyncClient:
        def open_session() -> aiohttp.ClientSession:
            # limit 0 is none: a call must not wait for another's end (None would be 100).
            connector = aiohttp.TCPConnector(
                limit=0, ssl=self._ssl, keepalive_timeout=_KEEP_ALIVE_S
            )
            return aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                trace_configs=[_watch_for_reuse()],
                middlewares=[_ask_for_it_as_written],
            )

        return httpx.AsyncClient(
            transport=AiohttpTransport(
                verify=self._ssl,
                proxy=httpx.Proxy(proxy) if proxy else None,
                client=open_session,
            ),
            timeout=httpx.Timeout(None, connect=_CONNECT_S),
            # A load balancer's cookie would send every call to the same replica.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
        )


@dataclass(slots=True)
class _Attempt:
    url: str
    on_used_connection: bool = False


# The attempt that this task is making: aiohttp's tracing and middlewares know it by no other name.
_attempt: ContextVar[_Attempt] = ContextVar("attempt")


def _watch_for_reuse() -> aiohttp.TraceConfig:
    async def note(*_: object) -> None:
        _attempt.get().on_used_connection = True

    trace = aiohttp.TraceConfig()
    trace.on_connection_reuseconn.append(note)
    return trace


async def _ask_for_it_as_written(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """aiohttp decodes what it thinks needs no escape, and sends `:` for `%3A`: another path than
    the one that was signed."""
    request.url = URL(_attempt.get().url, encoded=True)
    return await handler(request)


@dataclass(frozen=True, slots=True)
class Answered:
    """The whole answer to a call."""

    status: int
    headers: Mapping[str, str]
    body: bytes


HearQuota = Callable[[Quota], None]


def hear_no_quota(quota: Quota) -> None:
    pass


class Caller:
    """One endpoint as one tier calls it: adds the host and the key, and translates what goes
    wrong. `hear_quota` is told, of every answer, what the platform says is left."""

    def __init__(
        self,
        tier: str,
        endpoint: Endpoint,
        key: Secret | None,
        client: HostedClient,
        hear_quota: HearQuota = hear_no_quota,
    ) -> None:
        self._hear_quota = hear_quota
        self._tier = tier
        self._endpoint = endpoint
        self._client = client
        self._signer = endpoint.row.auth(endpoint, key)
        self._headers = _own_headers(endpoint)
        self._secrets = _secrets(endpoint)

    async def send(self, http: HttpCall) -> httpx.Response:
        """Whoever takes the answer closes it."""
        url = self._endpoint.base_url + http.path if http.url is None else self._trusted(http.url)
        body = b"" if http.body is None else dumps(http.body)
        own = {"content-type": "application/json", **http.headers} if body else http.headers
        signed = await self._signer.sign(http.method, url, body)
        headers = {**own, **signed, **self._headers}
        try:
            response = await self._client.send(http.method, url, headers, body)
        except aiohttp.ClientResponseError as error:
            not_http = error.message  # the error itself shows the request's headers, so the key
        except _TRANSPORT_ERRORS as error:
            raise TierUnavailable(f"{self._tier}: no answer: {_why(error)}") from error
        else:
            self._note_quota(response)
            return response
        why = self._without_secrets(not_http)
        raise TierGarbled(f"{self._tier}: the answer is not HTTP: {why}")

    def _note_quota(self, response: httpx.Response) -> None:
        # As a dict: looking up 36 names in httpx's own headers takes 50 µs, this 32.
        headers = dict(response.headers)
        quota = read_quota(headers, wall=time.time(), now=time.monotonic())
        if quota is not None:
            self._hear_quota(quota)

    async def ask(self, http: HttpCall, most_bytes: int = MAX_BODY_BYTES) -> Answered:
        """The whole answer. Raises for what is no success; a redirect is one where `http` says
        that it may be."""
        body = bytearray()
        async with self._answer(http) as response:
            async for data in response.aiter_bytes():
                body += data
                if len(body) > most_bytes:
                    raise TierGarbled(f"{self._tier}: more than {most_bytes} bytes")
        return Answered(response.status_code, response.headers, bytes(body))

    async def read(self, http: HttpCall) -> AsyncGenerator[bytes, None]:
        """The answer as it comes."""
        async with self._answer(http) as response:
            async for data in response.aiter_bytes():
                yield data

    @asynccontextmanager
    async def _answer(self, http: HttpCall) -> AsyncIterator[httpx.Response]:
        response = await self.send(http)
        try:
            if not (response.is_success or (http.may_redirect and response.status_code == 303)):
                raise await self.refusal(response)
            yield response
        except _TRANSPORT_ERRORS as error:
            raise TierGarbled(
                f"{self._tier}: cut off in mid-answer ({type(error).__name__})"
            ) from error
        finally:
            await asyncio.shield(_close(response))

    async def refusal(self, response: httpx.Response) -> TierError:
        body = bytearray()
        with suppress(TimeoutError, *_TRANSPORT_ERRORS):
            async with asyncio.timeout(_ERROR_BODY_S):
                async for data in response.aiter_bytes():
                    body += data
                    if len(body) >= _ERROR_BODY_BYTES:
                        break
        return refusal(
            self._tier,
            response.status_code,
            response.headers,
            bytes(body[:_ERROR_BODY_BYTES]),
            now=time.time(),  # `Retry-After` may be a date
        )

    def _trusted(self, url: str) -> str:
        """The URL, handed out by the platform: a wrong one would take our key elsewhere."""
        if not may_follow(self._endpoint, url):
            raise TierGarbled(f"{self._tier}: hands out an address that is not its own")
        return url

    def hide_key(self, error: TierError) -> None:
        """Platforms quote the key that they refuse."""
        error.args = (self._without_secrets(str(error)),)
        if isinstance(error, TierRejected):
            error.param = error.param and self._without_secrets(error.param)
            error.code = error.code and self._without_secrets(error.code)

    def _without_secrets(self, text: str) -> str:
        for secret in (*self._signer.secrets, *self._secrets):  # a signer's may be new each hour
            text = text.replace(secret.reveal(), "[key]")
        return text


class HostedTier:
    """One hosted model as a `Tier`."""

    def __init__(
        self,
        model: HostedModel,
        key: Secret | None,
        client: HostedClient,
        hear_quota: HearQuota = hear_no_quota,
    ) -> None:
        dialect = model.endpoint.row.dialect
        assert not isinstance(dialect, JobDialect)  # those are `JobTier`'s
        self._model = model
        self._dialect = dialect
        self._client = client
        self._caller = Caller(model.name, model.endpoint, key, client, hear_quota)

    @property
    def name(self) -> str:
        return self._model.name

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        if is_shown_bytes(self._model.endpoint):
            call = await with_images_inline(call, self.name, self._client.media)
        decoder = self._dialect.Decoder(self.name)
        response = await self._caller.send(self._dialect.encode(call, self._model))
        try:
            if not response.is_success:
                raise await self._caller.refusal(response)
            body = response.aiter_bytes()
            try:
                async for data in body:
                    for piece in decoder.feed(data):
                        yield piece
                    if decoder.done or decoder.failure:
                        break
                if decoder.done:
                    await drain(body)
            except _TRANSPORT_ERRORS as error:
                if not decoder.complete:
                    raise TierGarbled(
                        f"{self.name}: cut off in mid-stream ({type(error).__name__})"
                    ) from error
            for piece in decoder.close():
                yield piece
        except TierError as error:
            self._caller.hide_key(error)
            raise
        finally:
            if decoder.skipped:
                _log.warning(
                    "malformed events skipped",
                    extra={"tier": self.name, "skipped": decoder.skipped},
                )
            await asyncio.shield(_close(response))


class Reached(StrEnum):
    OK = "ok"
    KEY_REFUSED = "key refused"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a platform can be called; `reason` when it cannot, in words without the key."""

    state: Reached
    reason: str = ""


async def reach(
    endpoint: Endpoint, key: Secret | None, client: HostedClient, *, timeout_s: float = 5.0
) -> Reach:
    """Ask for the list of models, which costs nothing and needs the key."""
    if endpoint.row.models_path is None:
        return Reach(Reached.UNKNOWN, "nothing there can be asked for free")
    url = endpoint.base_url + endpoint.row.models_path
    try:
        async with asyncio.timeout(timeout_s):
            signed = await endpoint.row.auth(endpoint, key).sign("GET", url, b"")
            headers = {**signed, **_own_headers(endpoint)}
            response = await client.send("GET", url, headers)
            await _close(response)
    except TierUnavailable as error:
        return Reach(Reached.KEY_REFUSED, str(error))
    except TimeoutError:
        return Reach(Reached.UNREACHABLE, f"no answer within {timeout_s:g} s")
    except _TRANSPORT_ERRORS as error:
        return Reach(Reached.UNREACHABLE, _why(error))
    status = response.status_code
    if response.is_success:
        return Reach(Reached.OK)
    if status in (401, 403):
        return Reach(Reached.KEY_REFUSED, f"answered {status}")
    return Reach(Reached.UNREACHABLE, f"answered {status} where its list of models should be")


# -- keys --------------------------------------------------------------------


def _own_headers(endpoint: Endpoint) -> Mapping[str, str]:
    """Ours, over them the row's, and over all what the settings say. Compressed events would come
    late."""
    given = {name.lower(): value for name, value in endpoint.headers.items()}
    headers = {
        "accept-encoding": "identity",
        "user-agent": "prelude",
        **endpoint.row.headers,
        **given,
    }
    return checked(endpoint.name, headers)


def _secrets(endpoint: Endpoint) -> tuple[Secret, ...]:
    """What the settings' headers may hold of the kind."""
    values = {word for value in endpoint.headers.values() for word in value.split()}
    return tuple(Secret(value) for value in values if len(value) >= 8)


# -- bytes -------------------------------------------------------------------


async def _close(response: httpx.Response) -> None:
    with suppress(*_TRANSPORT_ERRORS):  # it is of no use any more, and it is closed
        await response.aclose()


async def drain(body: AsyncIterator[bytes]) -> None:
    """Only a response that was read to its end gives its connection back."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_DRAIN_S):
            async for _ in body:
                pass


async def _slices(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), _UPLOAD_SLICE):
        yield body[start : start + _UPLOAD_SLICE]


def _proxy_for(url: httpx.URL) -> str | None:
    """The proxy that the environment names (HTTPS_PROXY, NO_PROXY), as every tool on the
    machine reads it; loopback needs none."""
    proxies = getproxies()
    if not proxies or is_loopback(url.host) or proxy_bypass(url.host):
        return None
    return proxies.get(url.scheme) or proxies.get("all")


def _why(error: BaseException) -> str:
    return str(error) or type(error).__name__
