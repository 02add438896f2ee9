"""Connections to platforms: whom they trust, which way they go, and how many there may be."""

from __future__ import annotations

import asyncio
import gzip
import shutil
import ssl
import subprocess
import zlib
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.client import TRANSPORT_ERRORS, HostedClient
from adapters.http_faults import CutOff
from adapters.no_answer import lasts, why_no_answer
from adapters.unpack import Unreadable
from bench.authority import Authority
from tests.adapters.scripted_host import WELL, Host, Play, hosting, serving

HOST = "model.invalid"  # nobody's name: who reaches it went through the proxy


class Lines(Host):
    """Each request is answered with `body`. One that `greets` speaks first, and no TLS."""

    def __init__(self, body: bytes, encoding: str, greets: bool) -> None:
        super().__init__(self._answer_all)
        self._greets = greets
        self.requests = 0
        self._answer = (
            f"HTTP/1.1 200 OK\r\ncontent-length: {len(body)}\r\ncontent-encoding: {encoding}"
            "\r\n\r\n"
        ).encode() + body

    async def _answer_all(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._greets:
            writer.write(b"220 ready\r\n")
        while await reader.readuntil(b"\r\n\r\n"):
            self.requests += 1
            writer.write(self._answer)

    async def until_connected(self, times: int) -> None:
        await self.until(lambda host: host.connections >= times)


def listening(
    tls: ssl.SSLContext | None = None,
    body: bytes = b"well",
    encoding: str = "identity",
    greets: bool = False,
) -> AbstractAsyncContextManager[Lines]:
    return serving(Lines(body, encoding, greets), tls)


class Proxy:
    """A small proxy: whatever it is asked to CONNECT to is `to_port` of this machine."""

    def __init__(self, to_port: int) -> None:
        self.asked: list[str] = []
        self.port = 0
        self._to_port = to_port

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.asked.append(head)
        if not head.startswith("CONNECT "):
            writer.write(b"HTTP/1.1 405 No\r\ncontent-length: 0\r\n\r\n")
            writer.close()
            return
        there, back = await asyncio.open_connection("127.0.0.1", self._to_port)
        writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        await asyncio.gather(_pour(reader, back), _pour(there, writer))


async def _pour(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    try:
        while data := await source.read(65536):
            to.write(data)
    except ConnectionError:
        pass
    finally:
        to.close()


@asynccontextmanager
async def proxying(to_port: int) -> AsyncGenerator[Proxy, None]:
    proxy = Proxy(to_port)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()


async def ask(client: HostedClient, url: str, ca_file: str | None = None) -> bytes:
    response = await client.send("GET", url, {}, ca_file=ca_file)
    try:
        return b"".join([data async for data in response.body()])
    finally:
        response.close()


@pytest.fixture(autouse=True)
def _a_machine_without_settings_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


# -- trust -------------------------------------------------------------------


@pytest.mark.parametrize("by", ["ca_file", "SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_an_own_authority_is_trusted_where_it_is_named(
    by: str, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if by == "SSL_CERT_FILE":
        monkeypatch.setenv(by, str(authority.file))
    elif by == "SSL_CERT_DIR":
        monkeypatch.setenv(by, str(_by_hash(authority.file, tmp_path / "authorities")))
    ca_file = str(authority.file) if by == "ca_file" else None

    async def run() -> None:
        async with (
            listening(authority.serve_as("localhost")) as lines,
            aclosing(HostedClient()) as client,
        ):
            assert await ask(client, f"https://localhost:{lines.port}/", ca_file) == b"well"

    asyncio.run(run())


def _by_hash(file: Path, folder: Path) -> Path:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make such a folder")
    command = [openssl, "x509", "-noout", "-hash", "-in", str(file)]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    folder.mkdir()
    shutil.copy(file, folder / f"{name}.0")
    return folder


@pytest.mark.parametrize(
    ("host", "days", "signed", "why"),
    [
        ("localhost", 1, False, "self-signed certificate"),
        ("elsewhere.invalid", 1, True, "Hostname mismatch"),
        ("localhost", -1, True, "certificate has expired"),
    ],
)
def test_a_certificate_that_is_not_valid_is_not_taken_and_the_reason_told(
    host: str, days: int, signed: bool, why: str, authority: Authority
) -> None:
    tls = authority.serve_as(host, lasts=timedelta(days=days), signed=signed)

    async def run() -> None:
        async with listening(tls) as lines, aclosing(HostedClient()) as client:
            with pytest.raises(TRANSPORT_ERRORS) as refused:
                await ask(client, f"https://localhost:{lines.port}/", str(authority.file))
            assert f"its certificate is not valid: {why}" in why_no_answer(refused.value)
            assert lasts(refused.value)
            assert lines.requests == 0

    asyncio.run(run())


def test_a_provider_s_own_authority_is_trusted_for_that_provider_only(
    authority: Authority,
) -> None:
    async def run() -> None:
        async with (
            listening(authority.serve_as("localhost")) as lines,
            aclosing(HostedClient()) as client,
        ):
            url = f"https://localhost:{lines.port}/"
            assert await ask(client, url, str(authority.file)) == b"well"
            with pytest.raises(TRANSPORT_ERRORS):
                await ask(client, url)

    asyncio.run(run())


def test_a_host_that_speaks_no_tls_is_told_as_such() -> None:
    async def run() -> None:
        async with listening(greets=True) as lines, aclosing(HostedClient()) as client:
            with pytest.raises(TRANSPORT_ERRORS) as refused:
                await ask(client, f"https://localhost:{lines.port}/")
            assert why_no_answer(refused.value).startswith("no TLS with it")
            assert not lasts(refused.value)

    asyncio.run(run())


@pytest.mark.parametrize(
    "url",
    [
        "http://xn--/",
        "http://256.1.1.1/",
        "http://host\\x/",
        "http:///v1",
        "http://a..b/",
        "http://h:99999/",
    ],
)
def test_an_address_that_cannot_be_called_is_an_error_like_any_other(url: str) -> None:
    async def run() -> None:
        async with aclosing(HostedClient()) as client:
            for attempt in (client.send("GET", url, {}), client.open_ahead(url)):
                with pytest.raises(TRANSPORT_ERRORS):
                    await attempt

    asyncio.run(run())


# -- proxies -----------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["http://", ""], ids=["a URL", "a bare host"])
def test_https_goes_through_the_proxy_s_tunnel_and_its_credentials_with_it(
    scheme: str, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with (
            listening(authority.serve_as(HOST)) as lines,
            proxying(lines.port) as proxy,
            aclosing(HostedClient()) as client,
        ):
            monkeypatch.setenv("HTTPS_PROXY", f"{scheme}me:secret@127.0.0.1:{proxy.port}")
            assert await ask(client, f"https://{HOST}/v1", str(authority.file)) == b"well"
            (head,) = proxy.asked
            assert head.startswith(f"CONNECT {HOST}:443 ")
            assert "proxy-authorization: Basic bWU6c2VjcmV0" in head

    asyncio.run(run())


def test_a_connection_that_was_opened_ahead_through_a_proxy_is_the_one_that_is_used(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with (
            listening(authority.serve_as(HOST)) as lines,
            proxying(lines.port) as proxy,
            aclosing(HostedClient()) as client,
        ):
            monkeypatch.setenv("HTTPS_PROXY", f"http://me:secret@127.0.0.1:{proxy.port}")
            await client.open_ahead(f"https://{HOST}/v1", str(authority.file))
            await lines.until_connected(1)
            assert (lines.connections, lines.requests) == (1, 0)
            assert await ask(client, f"https://{HOST}/v1", str(authority.file)) == b"well"
            assert (lines.connections, lines.requests) == (1, 1)

    asyncio.run(run())


def noting(heads: list[bytes]) -> Play:
    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            heads.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(WELL)

    return play


def test_a_proxy_is_asked_for_plain_http_and_shown_its_credentials_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def run() -> None:
        heads: list[bytes] = []
        async with hosting(noting(heads)) as proxy, aclosing(HostedClient()) as client:
            monkeypatch.setenv("HTTP_PROXY", f"http://me:secret@127.0.0.1:{proxy.port}")
            for _ in range(2):
                assert await ask(client, f"http://{HOST}/v1/%3A?q=1") == b"well"
            assert proxy.connections == 1
        for head in heads:
            assert head.startswith(b"GET http://%b/v1/%%3A?q=1 HTTP/1.1\r\n" % HOST.encode())
            assert b"\r\nhost: %b\r\n" % HOST.encode() in head
            assert b"\r\nproxy-authorization: Basic bWU6c2VjcmV0\r\n" in head

    asyncio.run(run())


def test_nobody_behind_a_tunnel_sees_what_the_proxy_was_shown(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        heads: list[bytes] = []
        async with (
            hosting(noting(heads), authority.serve_as(HOST)) as host,
            proxying(host.port) as proxy,
            aclosing(HostedClient()) as client,
        ):
            monkeypatch.setenv("HTTPS_PROXY", f"http://me:secret@127.0.0.1:{proxy.port}")
            assert await ask(client, f"https://{HOST}/v1", str(authority.file)) == b"well"
            assert len(proxy.asked) == 1
        (head,) = heads
        assert head == b"GET /v1 HTTP/1.1\r\nhost: %b\r\naccept: */*\r\n\r\n" % HOST.encode()

    asyncio.run(run())


@pytest.mark.parametrize("spared", [HOST, ".invalid", "*"])
def test_whom_no_proxy_names_is_called_directly(
    spared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with (
            listening() as lines,
            proxying(lines.port) as proxy,
            aclosing(HostedClient()) as client,
        ):
            monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
            monkeypatch.setenv("NO_PROXY", spared)
            with pytest.raises(TRANSPORT_ERRORS):
                await ask(client, f"https://{HOST}/v1")
            assert proxy.asked == []

    asyncio.run(run())


@pytest.mark.parametrize(
    "proxy", ["socks5://me:hush-4711@127.0.0.1:1", "ftp://me:hush-4711@127.0.0.1:1"]
)
def test_a_proxy_that_is_none_is_named_without_its_password(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        async with aclosing(HostedClient()) as client:
            with pytest.raises(TRANSPORT_ERRORS) as refused:
                await ask(client, f"https://{HOST}/v1")
        assert "the proxy that the environment names" in why_no_answer(refused.value)
        assert "4711" not in repr(refused.value)

    asyncio.run(run())


# -- ahead -------------------------------------------------------------------


@pytest.mark.parametrize("with_tls", [True, False])
def test_the_next_call_uses_what_was_opened_ahead(with_tls: bool, authority: Authority) -> None:
    async def run() -> None:
        tls = authority.serve_as("localhost") if with_tls else None
        url = "https://localhost" if with_tls else "http://localhost"
        async with listening(tls) as lines, aclosing(HostedClient()) as client:
            ca_file = str(authority.file)
            await client.open_ahead(f"{url}:{lines.port}/v1", ca_file)
            await lines.until_connected(1)
            assert (lines.connections, lines.requests) == (1, 0)
            assert await ask(client, f"{url}:{lines.port}/v1/some?q=1", ca_file) == b"well"
            assert (lines.connections, lines.requests) == (1, 1)

    asyncio.run(run())


def test_each_that_is_opened_ahead_is_one_more() -> None:
    """The pool has one already: it may be about to end, so it is not what was asked for."""

    async def run() -> None:
        async with listening() as lines, aclosing(HostedClient()) as client:
            for _ in range(3):
                await client.open_ahead(f"http://localhost:{lines.port}/")
            await lines.until_connected(3)

    asyncio.run(run())


# -- what is sent, and what is left ------------------------------------------


@pytest.mark.parametrize(
    ("method", "body", "length"),
    [("GET", b"", None), ("POST", b"", b"0"), ("DELETE", b"", b"0"), ("POST", b"{}", b"2")],
)
def test_a_host_is_told_how_long_the_body_is(
    method: str, body: bytes, length: bytes | None
) -> None:
    async def run() -> None:
        heads: list[bytes] = []
        async with hosting(noting(heads)) as host, aclosing(HostedClient()) as client:
            url = f"http://127.0.0.1:{host.port}/"
            (await client.send(method, url, {"accept": "x/y"}, body)).close()
        (head,) = heads
        told = dict(line.split(b": ") for line in head.split(b"\r\n")[1:] if line)
        assert told.pop(b"content-length", None) == length
        assert told == {b"host": b"127.0.0.1:%d" % host.port, b"accept": b"x/y"}

    asyncio.run(run())


def test_an_answer_that_was_closed_is_read_no_further() -> None:
    """Its connection may have another by now."""

    async def run() -> None:
        async with listening() as lines, aclosing(HostedClient()) as client:
            response = await client.send("GET", f"http://localhost:{lines.port}/", {})
            body = response.body()
            assert await anext(body) == b"well"
            response.close()
            response.close()
            with pytest.raises(CutOff):
                await anext(body)

    asyncio.run(run())


# -- many --------------------------------------------------------------------


def test_three_hundred_streams_are_open_while_the_next_call_answers() -> None:
    async def run() -> None:
        released = asyncio.Event()
        open_now = 0

        async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal open_now
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\none")
            open_now += 1
            if open_now <= 300:
                await released.wait()
            writer.write(b"two")
            writer.close()

        async def hear(url: str, first: asyncio.Queue[bytes]) -> bytes:
            response = await client.send("GET", url, {})
            body = response.body()
            said = await anext(body)
            first.put_nowait(said)
            async for data in body:
                said += data
            response.close()
            return said

        server = await asyncio.start_server(hold, "127.0.0.1", 0, backlog=400)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with aclosing(HostedClient()) as client, asyncio.TaskGroup() as group:
            first: asyncio.Queue[bytes] = asyncio.Queue()
            held = [group.create_task(hear(url, first)) for _ in range(300)]
            for _ in held:
                await first.get()
            assert await hear(url, first) == b"onetwo"
            assert not any(task.done() for task in held)
            released.set()
        assert {task.result() for task in held} == {b"onetwo"}
        server.close()

    asyncio.run(run())


# -- what comes compressed ---------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"well" * 100_000)),
        ("GZIP", gzip.compress(b"well" * 100_000)),
        ("deflate", zlib.compress(b"well" * 100_000)),
        ("", b"well" * 100_000),
    ],
)
def test_a_body_that_comes_compressed_is_read_all_the_same(encoding: str, packed: bytes) -> None:
    async def run() -> bytes:
        async with (
            listening(body=packed, encoding=encoding) as lines,
            aclosing(HostedClient()) as client,
        ):
            return await ask(client, f"http://localhost:{lines.port}/")

    assert asyncio.run(run()) == b"well" * 100_000


def test_a_small_body_that_holds_a_large_one_is_unpacked_a_little_at_a_time() -> None:
    async def run() -> int:
        packed = gzip.compress(bytes(64 << 20))
        async with (
            listening(body=packed, encoding="gzip") as lines,
            aclosing(HostedClient()) as client,
        ):
            response = await client.send("GET", f"http://localhost:{lines.port}/", {})
            sizes = [len(data) async for data in response.body()]
            response.close()
            assert sum(sizes) == 64 << 20
            return max(sizes)

    assert asyncio.run(run()) <= 64 << 10


@pytest.mark.parametrize(
    ("encoding", "body"), [("br", b"\x0b\x02"), ("gzip, gzip", b"x"), ("gzip", b"well")]
)
def test_what_is_packed_in_another_way_or_not_as_it_claims_is_not_read(
    encoding: str, body: bytes
) -> None:
    async def run() -> None:
        async with (
            listening(body=body, encoding=encoding) as lines,
            aclosing(HostedClient()) as client,
        ):
            with pytest.raises(Unreadable):
                await ask(client, f"http://localhost:{lines.port}/")

    asyncio.run(run())
