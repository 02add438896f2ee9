"""The way to a host: its name, a socket, TLS, and the proxy between.

direct           ours ═══TLS═══════════════ host
a proxy, http    ours ─(TLS)─ proxy ─────── host     the proxy is asked, with a whole URL
a proxy, https   ours ─(TLS)─ proxy ──┐              the proxy is asked for a tunnel, shown its
                    └════════TLS══════╧════ host     credentials, and sees no more
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from aiohappyeyeballs import start_connection

from adapters.http_connection import Connection
from adapters.http_faults import NotReached
from adapters.names import Names
from adapters.request_head import request_head
from adapters.urls import Proxy, Target

# TCP and TLS over 300 ms and one lost packet, which Linux sends again after a second. The core's
# clocks run meanwhile; this one matters where theirs are long: for a reply in one piece.
CONNECT_S = 2.5
_NEXT_ADDRESS_S = 0.25  # RFC 8305: the next address is tried beside one that is slow


@dataclass(frozen=True, slots=True)
class Dialler:
    """`trust` is for whoever speaks TLS, a proxy too."""

    names: Names
    target: Target
    proxy: Proxy | None
    trust: ssl.SSLContext
    connect_s: float = CONNECT_S

    async def dial(self) -> Connection:
        """Raises `NotReached`, or what TLS does."""
        target, proxy = self.target, self.proxy
        if proxy is None:
            return await self._connect(target.host, target.port, target.is_tls)
        try:
            connection = await self._connect(proxy.host, proxy.port, proxy.is_tls)
        except NotReached as error:
            raise NotReached(f"the proxy: {error}") from error
        return await self._tunnel(connection, proxy) if target.is_tls else connection

    async def _connect(self, host: str, port: int, is_tls: bool) -> Connection:
        loop = asyncio.get_running_loop()
        with _told_of(host, port):
            addresses = await self.names.look_up(host, port)
            async with asyncio.timeout(self.connect_s):
                sock = await start_connection(addresses, happy_eyeballs_delay=_NEXT_ADDRESS_S)
                _, connection = await loop.create_connection(
                    Connection,
                    sock=sock,
                    ssl=self.trust if is_tls else None,
                    server_hostname=_certified(host) if is_tls else None,
                )
        return connection

    async def _tunnel(self, connection: Connection, proxy: Proxy) -> Connection:
        host, authority = self.target.host, self.target.authority
        head = request_head("CONNECT", authority, {"host": authority, **proxy.headers})
        try:
            answer = await connection.ask(head)
            if answer.status != 200:
                raise NotReached(f"the proxy answered {answer.status}")
            behind = Connection()
            with _told_of(host, self.target.port):
                async with asyncio.timeout(self.connect_s):
                    transport = await asyncio.get_running_loop().start_tls(
                        connection.transport, behind, self.trust, server_hostname=_certified(host)
                    )
        except BaseException:
            connection.close()
            raise
        assert transport is not None  # typeshed thinks of a socket that is closed already
        behind.connection_made(transport)
        return behind


@contextmanager
def _told_of(host: str, port: int) -> Iterator[None]:
    try:
        yield
    except ssl.SSLError:
        raise
    except TimeoutError as error:
        raise NotReached(f"Connection timeout to host {host}:{port}") from error
    except (OSError, UnicodeError) as error:  # the latter of what can be no name
        why = error.strerror if isinstance(error, OSError) else "it can be no name"
        raise NotReached(f"Cannot connect to host {host}:{port} [{why or error}]") from error


def _certified(host: str) -> str:
    """A certificate has no dot at the end of a name."""
    return host.rstrip(".")
