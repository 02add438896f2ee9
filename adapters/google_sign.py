"""Tokens for Google Cloud: who we are is told by google-auth, to Google and to us.

Where the credentials come from, in this order: an API key, where the settings name one (Vertex's
"express mode"); the file that `key_file` names (a service account's key, a workload's identity
federation, a person's login); the machine's application-default credentials. The first call
fetches a token, which is good for an hour and shared by all calls of the tier.

    INVALID ─fetch─► FRESH ─4 minutes before its end─► STALE ─fetch─► FRESH
                                                         └─the end─► INVALID

google-auth blocks: it reads files, runs commands and asks servers. So it lives in a thread of its
own, one to a signer, which is also why there is one refresh at a time. Who finds the token STALE
has it renewed and goes on with it; only who finds none that is good waits. A caller who leaves
meanwhile does not stop the refresh that others wait for.

What an error tells is the platform, and one word of Google's. Nothing else of what google-auth says
is shown or kept as the cause: it may quote what was sent.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from functools import partial
from importlib import import_module
from typing import Protocol

from adapters.auth import Account, Signer, in_header
from edge.core.errors import TierUnavailable
from edge.core.platforms import Secret

SCOPE = "https://www.googleapis.com/auth/cloud-platform"
_REQUEST_S = 10.0  # google-auth's own patience is two minutes
_CODE = re.compile(r"[a-z_]{1,40}\Z")  # OAuth's: invalid_grant ...
_KINDS = {  # of credential files, and what reads them
    "service_account": ("google.oauth2.service_account", "from_service_account_info"),
    "external_account": ("google.auth.identity_pool", "from_info"),
    "authorized_user": ("google.oauth2.credentials", "from_authorized_user_info"),
}
_express = in_header("x-goog-api-key")


class _Credentials(Protocol):
    """google-auth's, as far as we use it; it keeps the clock."""

    token: str | None

    @property
    def token_state(self) -> Enum: ...

    def refresh(self, request: object) -> None: ...
    def apply(self, headers: dict[str, str]) -> None: ...


def google_token(account: Account, key: Secret | None) -> Signer:
    if key is not None:
        return _express(account, key)
    return GoogleSigner(account.name, account.key_file)


class GoogleSigner:
    def __init__(self, owner: str, key_file: str | None) -> None:
        self._owner = owner
        self._key_file = key_file
        self._credentials: _Credentials | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="google-token")
        self._refreshing: Future[_Credentials] | None = None

    @property
    def secrets(self) -> tuple[Secret, ...]:
        token = self._credentials.token if self._credentials else None
        return (Secret(token),) if token else ()

    async def sign(self, method: str, url: str, body: bytes) -> Mapping[str, str]:
        credentials = self._credentials
        if credentials is None or credentials.token_state.name == "INVALID":
            credentials = await asyncio.wrap_future(self._refresh_once())
        elif credentials.token_state.name == "STALE":
            self._refresh_once()
        headers: dict[str, str] = {}
        credentials.apply(headers)
        return headers

    def _refresh_once(self) -> Future[_Credentials]:
        if self._refreshing is None or self._refreshing.done():
            self._refreshing = Future()
            self._refreshing.set_running_or_notify_cancel()  # so no caller who leaves cancels it
            self._thread.submit(self._refresh, self._refreshing)
        return self._refreshing

    # -- in the thread

    def _refresh(self, refreshed: Future[_Credentials]) -> None:
        try:
            self._credentials = self._fetch()
        except BaseException as error:  # it is for those who wait
            refreshed.set_exception(error)
        else:
            refreshed.set_result(self._credentials)

    def _fetch(self) -> _Credentials:
        # A third of a second that serving without these platforms must not pay for.
        from google.auth import exceptions
        from google.auth.transport.requests import Request

        try:
            credentials = self._credentials or _load(self._key_file)
            credentials.refresh(partial(Request(), timeout=_REQUEST_S))
        except exceptions.GoogleAuthError as error:
            why, lasting = _reason(error)
        except (OSError, ValueError) as error:  # of the file: google-auth lets them through
            where = self._key_file or "application-default credentials"
            why, lasting = f"{where}: {type(error).__name__}", True
        else:
            return credentials
        raise TierUnavailable(f"{self._owner}: no token from Google: {why}", lasting=lasting)


def _load(key_file: str | None) -> _Credentials:
    """Google has one function for files of every kind, and warns of it: some kinds run commands."""
    import google.auth

    loaded: _Credentials
    if key_file is None:
        loaded, _ = google.auth.default(scopes=[SCOPE])
        return loaded
    with open(key_file, encoding="utf-8") as file:
        info = json.load(file)
    kind = info.get("type") if isinstance(info, dict) else None
    if kind not in _KINDS:
        raise ValueError("no kind of credentials that we read")
    module, function = _KINDS[kind]
    loaded = getattr(import_module(module).Credentials, function)(info, scopes=[SCOPE])
    return loaded


def _reason(error: Exception) -> tuple[str, bool]:
    """In our words or one of theirs, and whether it will last."""
    from google.auth import exceptions

    if isinstance(error, exceptions.DefaultCredentialsError):
        return "there are no credentials that it takes (key_file, or application-default)", True
    if isinstance(error, exceptions.TransportError):
        return "its token endpoint cannot be reached", False
    told = next((arg for arg in error.args if isinstance(arg, Mapping)), {})
    code = told.get("error")
    known = isinstance(code, str) and _CODE.match(code)
    return (str(code) if known else type(error).__name__), not getattr(error, "retryable", False)
