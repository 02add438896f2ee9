"""Ways to a host, over real sockets: its addresses, TLS, and proxies that play along or do not."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from pathlib import Path

import pytest

from adapters.dial import Dialler
from adapters.http_connection import Connection
from adapters.http_faults import Disconnected, NotHttp, NotReached
from adapters.names import AddressInfo, Names
from adapters.urls import Proxy, parse
from bench.authority import Authority
from tests.adapters.scripted_host import (
    HEAD,
    Run,
    answer_well,
    answering,
    hosting,
    leave,
    stay,
)

CREDENTIALS = {"proxy-authorization": "Basic hush"}


class Known(Names):
    """A name with these addresses."""

    def __init__(self, *addresses: tuple[str, int]) -> None:
        super().__init__()
        self._addresses = addresses

    async def look_up(self, host: str, port: int) -> list[AddressInfo]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address)
            for address in self._addresses
        ]


def dialler(
    url: str,
    names: Names | None = None,
    proxy: Proxy | None = None,
    trust: ssl.SSLContext | None = None,
    connect_s: float = 10.0,
) -> Dialler:
    trust = trust or ssl.create_default_context()
    return Dialler(names or Names(), parse(url), proxy, trust, connect_s)


def free_port() -> int:
    """Nobody listens there."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
    return port


async def check_it_answers(connection: Connection) -> None:
    assert (await connection.ask(HEAD)).status == 200
    assert await connection.read() == b"well"
    connection.close()


@pytest.mark.parametrize("dead", [1, 3])
def test_a_host_is_reached_at_whichever_of_its_addresses_answers(run: Run, dead: int) -> None:
    async def test() -> None:
        async with hosting(answer_well) as host:
            nobody = [("127.0.0.1", free_port()) for _ in range(dead)]
            names = Known(*nobody, ("127.0.0.1", host.port))
            await check_it_answers(await dialler("http://many.invalid/", names).dial())

    run(test())


def test_an_address_that_is_silent_does_not_keep_the_next_from_being_tried(run: Run) -> None:
    async def test() -> None:
        async with hosting(answer_well) as host:
            with contextlib.ExitStack() as sockets:
                silent = sockets.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
                for _ in range(4):  # which it does not take, so Linux answers nobody else
                    waiting = sockets.enter_context(socket.socket())
                    waiting.setblocking(False)
                    waiting.connect_ex(silent.getsockname())
                names = Known(silent.getsockname(), ("127.0.0.1", host.port))
                dialling = dialler("http://many.invalid/", names, connect_s=5.0)
                await check_it_answers(await dialling.dial())

    run(test())


def test_a_host_where_nobody_listens_is_named(run: Run) -> None:
    async def test() -> None:
        port = free_port()
        with pytest.raises(NotReached, match=f"^Cannot connect to host 127.0.0.1:{port} \\["):
            await dialler(f"http://127.0.0.1:{port}/").dial()

    run(test())


@pytest.mark.parametrize("name", ["nobody.invalid", "a..b", "x" * 70 + ".invalid"])
def test_a_name_that_nobody_has_is_told(run: Run, name: str) -> None:
    async def test() -> None:
        with pytest.raises(NotReached, match=f"^Cannot connect to host {name}:80 \\[."):
            await dialler(f"http://{name}/").dial()

    run(test())


def test_a_host_that_is_slow_with_its_tls_is_given_up_and_left(run: Run) -> None:
    async def test() -> None:
        async with hosting(stay) as host:
            with pytest.raises(NotReached, match=r"^Connection timeout to host 127\.0\.0\.1:"):
                await dialler(f"https://127.0.0.1:{host.port}/", connect_s=0.05).dial()
            await host.until_left()

    run(test())


# -- proxies -----------------------------------------------------------------


def proxy_at(port: int, *, is_tls: bool = False) -> Proxy:
    return Proxy("127.0.0.1", port, is_tls, CREDENTIALS)


@pytest.mark.parametrize(
    ("with_proxy", "said"),
    [(False, ()), (True, ()), (True, (b"HTTP/1.1 200 Connected\r\n\r\n",))],
    ids=["the host's TLS", "the proxy's answer", "TLS in the tunnel"],
)
def test_whoever_is_cancelled_while_waiting_for_it_leaves_nothing_open(
    run: Run, with_proxy: bool, said: tuple[bytes, ...]
) -> None:
    async def fall_silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for part in said:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(part)
        await reader.read(1)
        is_waited_for.set()
        await stay(reader, writer)

    is_waited_for = asyncio.Event()

    async def test() -> None:
        async with hosting(fall_silent) as host:
            proxy = proxy_at(host.port) if with_proxy else None
            url = f"https://127.0.0.1:{host.port}/"
            dialled = asyncio.ensure_future(dialler(url, proxy=proxy).dial())
            await is_waited_for.wait()
            dialled.cancel()
            with pytest.raises(asyncio.CancelledError):
                await dialled
            await host.until_left()
            assert asyncio.all_tasks() == {asyncio.current_task()}

    run(test())


@pytest.mark.parametrize("status", [b"407 Proxy Authentication Required", b"502 Bad", b"201 So"])
def test_a_proxy_that_makes_no_tunnel_is_told_and_left(run: Run, status: bytes) -> None:
    async def test() -> None:
        async with hosting(answering(b"HTTP/1.1 " + status + b"\r\n\r\n")) as host:
            with pytest.raises(NotReached) as refused:
                await dialler("https://far.invalid/", proxy=proxy_at(host.port)).dial()
            assert str(refused.value) == f"the proxy answered {int(status[:3])}"
            await host.until_left()

    run(test())


def test_a_proxy_where_nobody_listens_is_named(run: Run) -> None:
    async def test() -> None:
        port = free_port()
        with pytest.raises(NotReached, match=f"^the proxy: Cannot connect to host .*:{port} \\["):
            await dialler("https://far.invalid/", proxy=proxy_at(port)).dial()

    run(test())


@pytest.mark.parametrize(
    ("said", "fault"),
    [(b"", Disconnected), (b"HTTP/1.1 2", Disconnected), (b"SSH-2.0\r\n", NotHttp)],
)
def test_a_proxy_that_does_not_answer_is_told(run: Run, said: bytes, fault: type[OSError]) -> None:
    async def test() -> None:
        async with hosting(answering(said, then=leave)) as host:
            with pytest.raises(fault):
                await dialler("https://far.invalid/", proxy=proxy_at(host.port)).dial()

    run(test())


@pytest.mark.parametrize("is_tls", [True, False], ids=["over TLS", "in the open"])
def test_the_way_through_a_tunnel_is_the_host_s_own_tls(
    run: Run, is_tls: bool, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    heads: list[bytes] = []

    async def test() -> None:
        async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            heads.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            there, back = await asyncio.open_connection("127.0.0.1", far.port)
            await asyncio.gather(pour(reader, back), pour(there, writer))

        tls = authority.serve_as("far.invalid")
        proxy_tls = authority.serve_as("127.0.0.1") if is_tls else None
        trust = ssl.create_default_context(cafile=authority.file)
        async with hosting(answer_well, tls) as far, hosting(tunnel, proxy_tls) as near:
            proxy = proxy_at(near.port, is_tls=is_tls)
            connection = await dialler("https://far.invalid/", proxy=proxy, trust=trust).dial()
            await check_it_answers(connection)

    run(test())
    (head,) = heads
    assert head == (
        b"CONNECT far.invalid:443 HTTP/1.1\r\nhost: far.invalid:443\r\n"
        b"proxy-authorization: Basic hush\r\n\r\n"
    )


async def pour(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    while data := await source.read(65536):
        to.write(data)
    to.close()
