"""One endpoint as one tier calls it: the host and the key are added, and what goes wrong is
translated.

Abandoning a generator is not cancelling: the response is closed in `finally`, and a response
closed before its end closes the socket, which is how a platform learns that nobody listens. After
`[DONE]` the rest of the body is awaited for a moment, because only a response that was read to its
end gives its connection back for the next call.

Errors of HTTP end here. Before the head of a 2xx answer, a lost connection means that nobody is
there (`TierUnavailable`); after it, that the reply was cut off (`TierGarbled`). Whatever a platform
says of our key is taken out before it is raised.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from adapters.answer import MAX_BODY_BYTES
from adapters.auth import checked
from adapters.client import TRANSPORT_ERRORS, HostedClient, Response
from adapters.dialect import Endpoint, HttpCall, may_follow
from adapters.failures import refusal
from adapters.http_faults import NotHttp
from adapters.lenient_json import dumps
from adapters.no_answer import lasts, why_no_answer
from adapters.quotas import read_quota
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.platforms import Secret
from edge.core.quota import Quota

_ERROR_BODY_S = 2.0
_ERROR_BODY_BYTES = 64 << 10
_DRAIN_S = 0.5


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
    """`hear_quota` is told, of every answer, what the platform says is left."""

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
        self._headers = own_headers(endpoint)
        self._secrets = _secrets(endpoint)

    async def send(self, http: HttpCall) -> Response:
        """Whoever takes the answer closes it."""
        url = self._endpoint.base_url + http.path if http.url is None else self._trusted(http.url)
        body = b"" if http.body is None else dumps(http.body)
        own = {"content-type": "application/json", **http.headers} if body else http.headers
        signed = await self._sign(http.method, url, body)
        headers = {**own, **signed, **self._headers}
        ca_file = self._endpoint.ca_file
        try:
            response = await self._client.send(http.method, url, headers, body, ca_file=ca_file)
        except NotHttp as error:
            raise TierGarbled(f"{self._tier}: the answer is not HTTP: {error}") from error
        except TRANSPORT_ERRORS as error:
            raise TierUnavailable(
                f"{self._tier}: no answer: {why_no_answer(error)}", lasting=lasts(error)
            ) from error
        self._note_quota(response)
        return response

    async def _sign(self, method: str, url: str, body: bytes) -> Mapping[str, str]:
        try:
            return await self._signer.sign(method, url, body)
        except TierUnavailable as error:  # a signer knows the platform, and no model
            why = str(error).removeprefix(f"{self._endpoint.name}: ")
            message = f"{self._tier}: {why}"
            raise TierUnavailable(message, status=error.status, lasting=error.lasting) from error

    def _note_quota(self, response: Response) -> None:
        quota = read_quota(response.headers, wall=time.time(), now=time.monotonic())
        if quota is not None:
            self._hear_quota(quota)

    async def ask(self, http: HttpCall, most_bytes: int = MAX_BODY_BYTES) -> Answered:
        """The whole answer. Raises for what is no success; a redirect is one where `http` says
        that it may be."""
        body = bytearray()
        async with self._answer(http) as response:
            async for data in response.body():
                body += data
                if len(body) > most_bytes:
                    raise TierGarbled(f"{self._tier}: an answer of more than {most_bytes} bytes")
        return Answered(response.status, response.headers, bytes(body))

    async def read(self, http: HttpCall) -> AsyncGenerator[bytes, None]:
        """The answer as it comes."""
        async with self._answer(http) as response:
            async for data in response.body():
                yield data

    @asynccontextmanager
    async def _answer(self, http: HttpCall) -> AsyncIterator[Response]:
        response = await self.send(http)
        try:
            if not (response.is_success or (http.may_redirect and response.status == 303)):
                raise await self.refusal(response)
            yield response
        except TRANSPORT_ERRORS as error:
            raise TierGarbled(
                f"{self._tier}: cut off in mid-answer ({type(error).__name__})"
            ) from error
        finally:
            response.close()

    async def refusal(self, response: Response) -> TierError:
        body = bytearray()
        with suppress(TimeoutError, *TRANSPORT_ERRORS):
            async with asyncio.timeout(_ERROR_BODY_S):
                async for data in response.body():
                    body += data
                    if len(body) >= _ERROR_BODY_BYTES:
                        break
        return refusal(
            self._tier,
            response.status,
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


def own_headers(endpoint: Endpoint) -> Mapping[str, str]:
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


async def drain(body: AsyncIterator[bytes]) -> None:
    """Only a response that was read to its end gives its connection back."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_DRAIN_S):
            async for _ in body:
                pass
