"""How a call proves that it may be made: what is added to its headers.

An `Auth` is a column of the provider table. For one endpoint and its key it makes a `Signer`,
which sees each call before it is sent. Most add the same header to all; a signer that must ask
for a token, or reckon a signature over the call, is a file of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from edge.core.platforms import Secret


class Signer(Protocol):
    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What no message may show."""

    async def sign(self, method: str, url: str, body: bytes) -> Mapping[str, str]:
        """Headers for this very call. Raises `TierUnavailable` when there is no way in."""


class Account(Protocol):
    """What a signer may know of its endpoint."""

    @property
    def name(self) -> str: ...

    @property
    def region(self) -> str | None: ...

    @property
    def key_file(self) -> str | None: ...


Auth = Callable[[Account, Secret | None], Signer]


@dataclass(frozen=True, slots=True)
class FixedHeaders:
    """The same for every call."""

    headers: Mapping[str, str] = field(repr=False)
    secrets: tuple[Secret, ...] = ()

    async def sign(self, method: str, url: str, body: bytes) -> Mapping[str, str]:
        return self.headers


def bearer(account: Account, key: Secret | None) -> Signer:
    return _fixed(account, "authorization", "Bearer ", key)


def in_header(name: str, scheme: str = "") -> Auth:
    """The key in a header of this name, behind a word for its kind where the platform wants one."""

    def auth(account: Account, key: Secret | None) -> Signer:
        return _fixed(account, name, scheme, key)

    return auth


def checked(owner: str, headers: Mapping[str, str]) -> Mapping[str, str]:
    """The headers. Raises `ValueError` for one that HTTP cannot carry, without its value."""
    for name, value in headers.items():
        if not value.isascii() or not value.isprintable():
            raise ValueError(f"{owner}: no HTTP header {name} can hold what it is given")
    return headers


def _fixed(account: Account, name: str, scheme: str, key: Secret | None) -> Signer:
    if key is None:
        return FixedHeaders({})
    return FixedHeaders(checked(account.name, {name: f"{scheme}{key.reveal()}"}), (key,))
