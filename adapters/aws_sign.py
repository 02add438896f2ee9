"""How a call to AWS pays its way in: a Bedrock API key as bearer, or a signature (SigV4).

A signature is reckoned over the method, the path, the host and the bytes of one call, with keys
that nobody typed in: botocore's chain finds them in the environment, a profile, a container's or
a machine's role, and many of them last an hour. What may wait for a network happens on a thread:

    nothing known, or expired ──► a fetch is awaited, for a few seconds
    expires soon              ──► a fetch is begun, and the keys at hand sign meanwhile
    good                      ──► signed at once

One fetch runs at a time, whoever waits for it or stops waiting. Its thread is a daemon: a program
that is to name the keys may hang, and must not keep the service from stopping.

The path is signed as it is sent, escaped once more: so the transport must not touch it.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from adapters.auth import Account, Auth, Signer, bearer
from edge.core.errors import TierUnavailable
from edge.core.platforms import Secret

FETCH_S = 5.0  # a machine's role answers in milliseconds; one assumed elsewhere in a second
_SOON_S = 300  # AWS hands out new keys some minutes before the old ones expire
_REGION = re.compile(r"[a-z]{2,}(-[a-z]+)+-\d+")

# What botocore lets through of an answer that is not as it should be; of keys that come expired,
# a RuntimeError.
_MALFORMED = (ValueError, KeyError, RuntimeError)

_T = TypeVar("_T")


def sigv4(service: str, *, fetch_s: float = FETCH_S) -> Auth:
    """`service` is AWS's name for it in signatures; `fetch_s` bounds the wait for keys."""

    def auth(account: Account, key: Secret | None) -> Signer:
        region = account.region
        if region is not None and not _REGION.fullmatch(region):
            return NoWayIn(f'{account.name}: region "{region}" is not one, such as us-east-1')
        if key is not None:
            return bearer(account, key)
        if region is None:
            return NoWayIn(f"{account.name}: calls are signed for a region, so region is needed")
        return SigV4(account, service, region, fetch_s)

    return auth


@dataclass(frozen=True, slots=True)
class NoWayIn:
    """A `Signer` for settings that lack what a call needs: whoever calls is told."""

    why: str
    secrets: tuple[Secret, ...] = ()

    async def sign(self, method: str, url: str, body: bytes) -> Mapping[str, str]:
        raise TierUnavailable(self.why, lasting=True)


@dataclass(slots=True)
class _Found:
    """What the chain came up with; `credentials` are botocore's, which know when they expire."""

    credentials: Any
    keys: Any = field(repr=False)

    def expires_within(self, seconds: float) -> bool:
        refresh_needed = getattr(self.credentials, "refresh_needed", None)
        return refresh_needed is not None and bool(refresh_needed(seconds))


class SigV4:
    """A `Signer` whose keys are found and renewed by botocore."""

    def __init__(self, account: Account, service: str, region: str, fetch_s: float) -> None:
        self._name = account.name
        self._key_file = account.key_file
        self._service = service
        self._region = region
        self._fetch_s = fetch_s
        self._found: _Found | None = None
        self._fetching: asyncio.Future[_Found] | None = None

    @property
    def secrets(self) -> tuple[Secret, ...]:
        if self._found is None:
            return ()
        access_key, secret_key, token, *_ = self._found.keys
        return tuple(Secret(value) for value in (access_key, secret_key, token) if value)

    async def sign(self, method: str, url: str, body: bytes) -> Mapping[str, str]:
        keys = await self._keys()
        # Imported by the fetch already: 80 ms that only those pay who sign.
        from botocore.auth import SigV4Auth
        from botocore.awsrequest import AWSRequest

        # What is in here is signed, so it is sent as it is here.
        given = {"content-type": "application/json"} if body else {}
        request = AWSRequest(method, url, headers=given, data=body)
        SigV4Auth(keys, self._service, self._region).add_auth(request)
        return {name.lower(): value for name, value in request.headers.items()}

    async def _keys(self) -> Any:
        found = self._found
        if found is None or found.expires_within(_SOON_S):
            fetching = self._fetch()
            if found is None or found.expires_within(0):
                found = await self._wait(fetching)
        return found.keys

    def _fetch(self) -> asyncio.Future[_Found]:
        """The fetch that runs, or a new one."""
        if self._fetching is None:
            known = None if self._found is None else self._found.credentials
            self._fetching = _on_a_thread(lambda: _find(self._name, self._key_file, known))
            self._fetching.add_done_callback(self._take)
        return self._fetching

    def _take(self, fetching: asyncio.Future[_Found]) -> None:
        self._fetching = None
        if not fetching.cancelled() and fetching.exception() is None:
            self._found = fetching.result()

    async def _wait(self, fetching: asyncio.Future[_Found]) -> _Found:
        try:
            async with asyncio.timeout(self._fetch_s):
                return await asyncio.shield(fetching)  # others wait for it too
        except TimeoutError as error:
            raise TierUnavailable(
                f"{self._name}: no AWS credentials within {self._fetch_s:g} s"
            ) from error


def _find(name: str, key_file: str | None, known: Any) -> _Found:
    """May take long, and wait for a network."""
    import botocore.auth
    from botocore.exceptions import BotoCoreError, ClientError

    # At DEBUG it logs what it signs, which has the session's token in it.
    logging.getLogger(botocore.auth.__name__).setLevel(logging.INFO)
    try:
        credentials = _ask_the_chain(key_file) if known is None else known
        keys = None if credentials is None else credentials.get_frozen_credentials()
    except (BotoCoreError, ClientError, OSError, *_MALFORMED) as error:
        # By name only: what a source says may hold what it was asked for.
        why = type(error).__name__
        raise TierUnavailable(f"{name}: no AWS credentials ({why})") from error
    if keys is None:
        why = "no key, and no AWS credentials in any usual place"
        raise TierUnavailable(f"{name}: {why}", lasting=True)
    return _Found(credentials, keys)


def _ask_the_chain(key_file: str | None) -> Any:
    from botocore.session import Session

    session = Session()
    if key_file is not None:  # a profile that was named comes before the environment's keys
        session = Session(profile=session.get_config_variable("profile") or "default")
        session.set_config_variable("credentials_file", key_file)
    return session.get_credentials()


def _on_a_thread(work: Callable[[], _T]) -> asyncio.Future[_T]:
    outcome: concurrent.futures.Future[_T] = concurrent.futures.Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except Exception as error:  # whoever waits for the outcome gets it
            outcome.set_exception(error)

    threading.Thread(target=run, name="aws credentials", daemon=True).start()
    return asyncio.wrap_future(outcome)
