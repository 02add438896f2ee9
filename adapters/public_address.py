"""Which addresses may be fetched from on another's word: those that anyone on the Internet reaches.

Callers name pictures by their URLs, and platforms name what they made. Whoever fetches from a named
address lends its own place in the network to whoever named it: the metadata service of the cloud,
an admin page on loopback and the printer next door answer us, and would not answer them. So an
address counts as public only if it is in a part of the Internet that is handed out to its users,
and what is no plain address is none:

- IPv4 as four decimal numbers; `2130706433`, `0x7f.1` and `127.1` are loopback to a resolver;
- IPv6 of global unicast (2000::/3), and no address that carries another in it: mapped, 6to4, NAT64
  and Teredo lead wherever the inner one does.

A name says nothing by itself: all that it resolves to must be public, and the connection must go to
one of these very addresses. A second look-up may give others: `PublicResolver` is for that.
"""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult

STANDARD_PORTS = frozenset({80, 443})
LONGEST_URL = 8192

_PORTS = {"http": 80, "https": 443}
_GLOBAL_UNICAST = ip_network("2000::/3")
# Parts of what `is_global` says yes to, in some version of Python or in all.
_NOT_HANDED_OUT = tuple(
    ip_network(block)
    for block in (
        "192.0.0.0/24",  # protocol assignments, RFC 6890
        "192.88.99.0/24",  # relays of 6to4, RFC 7526
        "2001::/23",  # protocol assignments, Teredo among them, RFC 2928
        "2002::/16",  # 6to4: the IPv4 address is in it, RFC 3056
        "3fff::/20",  # documentation, RFC 9637
    )
)
_HOST_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)\Z", re.IGNORECASE)


class NotPublic(ValueError):
    """What is named is not for us to fetch from; the message does not repeat it."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be fetched from. `ports` None: any. `loopback` opens this machine to whoever may
    name a URL: for a simulator under test, and for nothing else."""

    ports: Collection[int] | None = STANDARD_PORTS
    loopback: bool = False

    def check_url(self, url: str) -> None:
        """All that the URL itself tells. Raises `NotPublic`."""
        host, port = _host_and_port(url)
        if self.ports is not None and port not in self.ports:
            raise NotPublic(f"port {port} is not one that is fetched from")
        if (address := _literal(host)) is not None:
            self.check(address)

    def check(self, address: IPv4Address | IPv6Address) -> None:
        """Raises `NotPublic`."""
        if not (is_public(address) or (self.loopback and address.is_loopback)):
            raise NotPublic("the address is not a public one")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and (
        address not in _GLOBAL_UNICAST or address.scope_id is not None
    ):
        return False
    is_assigned = address.is_global and not address.is_multicast and not address.is_reserved
    return is_assigned and not any(address in block for block in _NOT_HANDED_OUT)


class PublicResolver(AbstractResolver):
    """Resolves names for aiohttp, which connects to what this returns and asks nobody else.

    One address that is not public spoils its name: who mixes them is trying.
    """

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Raises `NotPublic` (and `OSError` where there is no such name)."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM)
        results = []
        for kind, _, protocol, _, address in found:
            text = str(address[0])
            self._guard.check(ip_address(text))
            results.append(
                ResolveResult(
                    hostname=host,
                    host=text,
                    port=port,
                    family=kind,
                    proto=protocol,
                    flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
                )
            )
        return results

    async def close(self) -> None:
        pass


def _host_and_port(url: str) -> tuple[str, int]:
    """Parsers disagree on what is odd (`\\`, spaces, `%`, letters beyond ASCII in the host): the
    one that checks and the one that connects must read the same, so what is odd is no URL."""
    if len(url) > LONGEST_URL:
        raise NotPublic(f"a URL of more than {LONGEST_URL} characters")
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise NotPublic("not a URL of plain characters")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise NotPublic("not a URL") from error
    if parts.scheme not in _PORTS or not host:
        raise NotPublic("not an http:// or https:// URL with a host")
    if "[" in parts.netloc and ":" not in host:  # RFC 3986's addresses of the future
        raise NotPublic("the host is neither a name nor a plain address")
    if "@" in parts.netloc:
        raise NotPublic("a URL with credentials in it")
    return host, _PORTS[parts.scheme] if port is None else port


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    """The address that the host is; None: it is a name. Raises `NotPublic` for what is neither."""
    try:
        return ip_address(host)
    except ValueError:
        pass
    # https://url.spec.whatwg.org/#ends-in-a-number-checker: a resolver would read it as one.
    if not _HOST_NAME.match(host) or _NUMBER.match(host.rstrip(".").rpartition(".")[2]):
        raise NotPublic("the host is neither a name nor a plain address")
    return None
