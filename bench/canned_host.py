"""A host whose replies were written before anybody asked: it costs as little as a host can.

The simulator (`simulate.py`) has knobs and faults, and takes half a millisecond of CPU for a reply:
in front of it a fast gateway would look like a slow one. This one reads just enough of HTTP/1.1 to
know where a request ends, and is a process of its own until its standard input is closed.

    POST /{period_ms}/{chunks}/v1/chat/completions

A stream has so many chunks, so far apart; with period 0 they leave in one write. The text of each
is the instant that it left, by the clock that all processes of a machine share: `@12345.678901`.
So a reader knows of every chunk how long it took, and none can be lost unnoticed.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import uvloop

from bench.own_process import own_process
from edge.accepting import accepting

_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length:"
_ENVELOPE = {"id": "chatcmpl-canned", "created": 0, "model": "sim", "system_fingerprint": "canned"}
_USAGE = {"prompt_tokens": 12, "completion_tokens": 36, "total_tokens": 48}
_STAMP = b"@00000000.000000"
_STREAM_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


@contextmanager
def canned_host() -> Iterator[str]:
    """Its URL."""
    with own_process("bench.canned_host") as (url, _):
        yield url


def stamp(now: float) -> bytes:
    return b"@%015.6f" % now


# -- what it says --------------------------------------------------------------


def _framed(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _event(choices: list[object], **more: object) -> bytes:
    chunk = {**_ENVELOPE, "object": "chat.completion.chunk", "choices": choices, **more}
    return _framed(b"data: " + json.dumps(chunk, separators=(",", ":")).encode() + b"\n\n")


def _said(delta: dict[str, str], finish: str | None = None) -> bytes:
    return _event([{"index": 0, "delta": delta, "finish_reason": finish}])


def _whole() -> bytes:
    message = {"role": "assistant", "content": "".join(f" w{n}" for n in range(36)).strip()}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    body = json.dumps(
        {**_ENVELOPE, "object": "chat.completion", "choices": [choice], "usage": _USAGE}
    ).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    return head % len(body) + body


_WHOLE = _whole()
_ROLE = _said({"role": "assistant", "content": ""})
_BEFORE, _AFTER = _said({"content": _STAMP.decode()}).split(_STAMP)
_END = _said({}, "stop") + _event([], usage=_USAGE) + _framed(b"data: [DONE]\n\n") + b"0\r\n\r\n"


def _chunks(count: int) -> bytes:
    return (_BEFORE + stamp(time.monotonic()) + _AFTER) * count


# -- the server ----------------------------------------------------------------


class _Connection(asyncio.Protocol):
    """One caller, whose requests come one after the other."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._read = b""
        self._due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class is not one

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if self._due is not None:
            self._due.cancel()

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, end, rest = self._read.partition(_HEAD_END)
        if not end:
            return
        _, found, behind = head.lower().partition(_LENGTH)
        length = int(behind.partition(b"\r\n")[0]) if found else 0
        if len(rest) >= length:
            self._read = b""
            self._answer(head.split(b" ", 2)[1], rest)

    def _answer(self, path: bytes, body: bytes) -> None:
        assert self._transport is not None
        if b'"stream":true' not in body.replace(b" ", b""):
            self._transport.write(_WHOLE)
            return
        _, period_ms, chunks, *_ = path.split(b"/")
        if period_ms == b"0":
            self._transport.write(_STREAM_HEAD + _ROLE + _chunks(int(chunks)) + _END)
            return
        self._transport.write(_STREAM_HEAD + _ROLE)
        self._say(self._loop.time(), int(period_ms) / 1000, int(chunks))

    def _say(self, due: float, period_s: float, left: int) -> None:
        if self._transport is None:
            return
        if left == 0:
            self._transport.write(_END)
            return
        self._transport.write(_chunks(1))
        due += period_s
        self._due = self._loop.call_at(due, self._say, due, period_s, left - 1)


async def _serve() -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
    async with accepting(_Connection, listener, backlog=4096):
        host, port = listener.getsockname()
        print(json.dumps(f"http://{host}:{port}"), flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    uvloop.run(_serve())
