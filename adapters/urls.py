"""What URLs, the environment's proxies and the machine's trust are: the one file that knows httpx,
so that all three are what its users know them as."""

from __future__ import annotations

import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from yarl import URL

from adapters.http_faults import BadAddress
from edge.core.settings_rules import is_loopback

_PORTS = {"http": 80, "https": 443}


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


@dataclass(frozen=True, slots=True)
class Target:
    """A URL as a request needs it. `path` has the query too, and both as they are written."""

    scheme: str
    host: str  # in ASCII, and of an IPv6 address without its brackets
    port: int
    netloc: str  # for the Host header
    path: str

    @property
    def is_tls(self) -> bool:
        return self.scheme == "https"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.path}"

    @property
    def authority(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Proxy:
    host: str
    port: int
    is_tls: bool
    headers: dict[str, str] = field(repr=False)  # its credentials


@lru_cache(maxsize=256)  # the same few again and again; two parsers take 60 µs
def parse(url: str) -> Target:
    """Raises `BadAddress`."""
    try:
        parsed = httpx.URL(url)
        if parsed.scheme in _PORTS and parsed.host and URL(str(parsed)).host:
            # Each is strict in its own way, and httpx alone leaves the path as it is.
            return Target(
                parsed.scheme,
                parsed.raw_host.decode(),
                parsed.port or _PORTS[parsed.scheme],
                parsed.netloc.decode(),
                parsed.raw_path.decode(),
            )
    except (httpx.InvalidURL, ValueError):
        pass
    raise BadAddress("its address is no URL that can be called")


def machine_trust() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def proxy_for(url: str) -> Proxy | None:
    """The proxy that the environment names (HTTPS_PROXY, NO_PROXY), as every tool on the
    machine reads it; loopback needs none."""
    proxies = getproxies()
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not proxies or is_loopback(host) or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    named = proxies.get(parts.scheme) or proxies.get("all")
    return _proxy(named) if named else None


def _proxy(url: str) -> Proxy:
    try:
        whole = httpx.URL(url if "://" in url else f"http://{url}")
    except (ValueError, httpx.InvalidURL):
        whole = httpx.URL()
    if whole.scheme not in _PORTS:
        # It is not repeated: it might hold a password.
        raise BadAddress("the proxy that the environment names is no http:// or https:// URL")
    headers = {}
    if whole.userinfo:
        credentials = b64encode(f"{whole.username}:{whole.password}".encode()).decode()
        headers["proxy-authorization"] = f"Basic {credentials}"
    port = whole.port or _PORTS[whole.scheme]
    return Proxy(whole.raw_host.decode(), port, whole.scheme == "https", headers)
