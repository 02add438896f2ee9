"""Clients that send what is no request, do not end one, or do not hear what they asked for."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from edge.core.settings import ReplySettings, ServerSettings
from edge.core.types import Text
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import run
from tests.edge.doors.test_hall import answer, line, until_cut

Serve = Callable[..., AbstractAsyncContextManager[Any]]
SAY = [{"role": "user", "content": "Why?"}]
MOST = 10_000_000  # or the flood would be cut off where it is long enough
STREAMS: dict[str, tuple[str, dict[str, Any]]] = {
    "chat": ("/v1/chat/completions", {"messages": SAY}),
    "several": ("/v1/chat/completions", {"messages": SAY, "n": 2}),
    "completions": ("/v1/completions", {"prompt": "def f(", "max_tokens": MOST}),
    "responses": ("/v1/responses", {"input": "Why?", "store": False}),
    "responses, stored": ("/v1/responses", {"input": "Why?"}),
    "messages": ("/v1/messages", {"messages": SAY, "max_tokens": MOST}),
}
DOORS = ("/v1/chat/completions", "/v1/messages", "/v1/videos", "/v1/embeddings")
SMALL = 1 << 16


class Nothing:
    """Opens the doors of what is made; nothing gets that far."""

    films = maker = filmer = open = None


def big() -> ScriptedTier:
    return ScriptedTier("mine/big", (says("Because."),))


def flood() -> ScriptedTier:
    return ScriptedTier("mine/big", ([Text("x" * 65536)] * 300 + [Wait()],))


def running(served: Any) -> float:
    lines = served.front.metrics.text().decode().splitlines()
    (gauge,) = (line for line in lines if line.startswith("prelude_running_requests "))
    return float(gauge.partition(" ")[2])


async def until_nothing_runs(served: Any) -> None:
    while running(served) or served.front.hall.lines:  # noqa: ASYNC110  a gauge has no event
        await asyncio.sleep(0.005)


async def ask(served: Any, path: str, **members: Any) -> tuple[int, Any, Any]:
    async with served.http.post(served.url + path, **members) as response:
        return response.status, json.loads(await response.read()), response.headers


@pytest.mark.parametrize("way", STREAMS)
@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "k"}], ids=["alone", "joined"])
def test_who_does_not_read_leaves_nothing_behind(
    serve: Serve, way: str, headers: dict[str, str]
) -> None:
    path, members = STREAMS[way]

    async def scenario() -> None:
        tier = flood()
        server = ServerSettings(write_timeout_ms=100)
        replies = ReplySettings(grace_s=0)
        async with serve(tier, completes=True, server=server, replies=replies) as s:
            body = {"model": "auto", "stream": True, **members}
            async with s.http.post(s.url + path, json=body, headers=headers):
                await tier.until(closed=members.get("n", 1))
                await until_nothing_runs(s)

    run(scenario())


@pytest.mark.parametrize("path", DOORS)
def test_a_body_that_does_not_end_is_refused_in_time(serve: Serve, path: str) -> None:
    async def scenario() -> None:
        server = ServerSettings(request_timeout_ms=50)
        async with serve(big(), server=server, maker=Nothing()) as s, line(s) as (reader, writer):
            head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
            writer.write(head.encode() + b"1\r\n{\r\n")
            head_told, body = await answer(reader)
            assert b" 408 " in head_told
            assert "server.request_timeout_ms, 0.05 s" in json.loads(body)["error"]["message"]

    run(scenario())


def test_a_form_that_does_not_end_is_refused_in_time(serve: Serve) -> None:
    async def scenario() -> None:
        server = ServerSettings(request_timeout_ms=50)
        async with serve(big(), server=server, maker=Nothing()) as s, line(s) as (reader, writer):
            head = "POST /v1/videos HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
            writer.write(head.encode() + b"Content-Type: multipart/form-data; boundary=x\r\n\r\n")
            writer.write(b"5\r\n--x\r\n\r\n")
            told, _ = await answer(reader)
            assert b" 408 " in told

    run(scenario())


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (b"Transfer-Encoding: chunked", b"zz\r\n{}\r\n"),
        (b"Transfer-Encoding: chunked\r\nContent-Length: 2", b"{}"),
        (b"Content-Encoding: gzip\r\nContent-Length: 2", b"{}"),
        (b"Content-Encoding: deflate\r\nContent-Length: 4", b"\xff\xff\xff\xff"),
        (b"Content-Length: -1", b"{}"),
        (b"Content-Length: 2\r\nContent-Length: 3", b"{}"),
        (b"X: " + b"x" * 100_000, b""),
        (b"\r\n".join(b"X%d: x" % number for number in range(5000)), b""),
        (b"X\0: x", b""),
        (b"X: a\0b", b""),
    ],
)
def test_what_is_no_http_is_refused(
    serve: Serve, headers: bytes, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with serve(big()) as s, line(s) as (reader, writer):
            head = b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            writer.write(head + b"Authorization: Bearer key-of-mine\r\n" + headers + b"\r\n\r\n")
            writer.write(body)
            told = await until_cut(reader) if not body else (await answer(reader))[0]
            assert not told or b" 400 " in told.split(b"\r\n")[0], told
            assert b"key-of-mine" not in told
        assert "key-of-mine" not in caplog.text

    run(scenario())


@pytest.mark.parametrize("path", DOORS)
def test_a_small_body_that_becomes_a_large_one_is_too_large(serve: Serve, path: str) -> None:
    async def scenario() -> None:
        server = ServerSettings(max_body_bytes=SMALL)
        async with serve(big(), server=server, maker=Nothing()) as s:
            bomb = gzip.compress(b" " * (SMALL * 100))
            headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
            status, told, _ = await ask(s, path, data=bomb, headers=headers)
        assert (status, str(SMALL) in told["error"]["message"]) == (413, True)

    run(scenario())


@pytest.mark.parametrize("path", [*DOORS, "/v1/responses", "/v1/feedback"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_other_methods_are_refused_with_those_that_are_allowed(
    serve: Serve, path: str, method: str
) -> None:
    async def scenario() -> None:
        async with (
            serve(big(), maker=Nothing()) as s,
            s.http.request(method, s.url + path) as response,
        ):
            body = await response.read()
        if path == "/v1/responses" and method in ("GET", "HEAD"):
            assert response.status == 426  # it is a WebSocket's
            return
        assert response.status == 405
        assert "POST" in response.headers["Allow"].split(",")
        if method != "HEAD":
            message = json.loads(body)["error"]["message"]
            assert method in message and "POST" in message

    run(scenario())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"--x",
        b"--x\r\n\r\n",
        b"--x--\r\n",
        b"--y\r\nContent-Disposition: form-data; name=prompt\r\n\r\nhi\r\n--y--\r\n",
        b"--x\r\nContent-Disposition: form-data\r\n\r\nhi\r\n--x--\r\n",
        b"--x\r\nContent-Disposition: \xff\0;;=\r\n\r\nhi\r\n--x--\r\n",
        (
            b"--x\r\nContent-Disposition: form-data; name=prompt\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\n!\r\n--x--\r\n"
        ),
        (
            b"--x\r\nContent-Disposition: form-data; name=prompt\r\n"
            b"Content-Transfer-Encoding: rot13\r\n\r\nhi\r\n--x--\r\n"
        ),
        (
            b"--x\r\nContent-Disposition: form-data; name=prompt\r\n"
            b"Content-Type: text/plain; charset=no\r\n\r\nhi\r\n--x--\r\n"
        ),
        b"--x\r\nContent-Disposition: form-data; name=prompt\r\n\r\n\xff\xfe\r\n--x--\r\n",
        b"--x\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n--z--\r\n\r\n--x--\r\n",
        b"--x\r\n" + b"X: x\r\n" * 50_000 + b"\r\nhi\r\n--x--\r\n",
        b"--x\r\nContent-Disposition: form-data; name=prompt; filename=a\r\n\r\nhi\r\n--x--\r\n",
    ],
)
@pytest.mark.parametrize("boundary", ["; boundary=x", "; boundary=", ""])
def test_a_form_that_is_none_is_refused(serve: Serve, raw: bytes, boundary: str) -> None:
    async def scenario() -> None:
        async with serve(big(), maker=Nothing()) as s:
            headers = {"Content-Type": f"multipart/form-data{boundary}"}
            status, told, _ = await ask(s, "/v1/videos", data=raw, headers=headers)
        assert status == 400, told
        assert {*told["error"]} == {"message", "type", "param", "code"}

    run(scenario())
