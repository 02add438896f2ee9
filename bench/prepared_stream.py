"""A server with one reply, made before anybody asks: it sends as fast as it can.

It runs as a process of its own until its standard input is closed, so that what a client costs is
the client's alone. `/N` sends N events a write; `/short` sends a reply of a few words.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import uvloop
from aiohttp import web

from bench.adapter_streams import DIALECTS
from bench.own_process import own_process

EVENTS = len(DIALECTS["OpenAI chat"].reads(20_000, 1)[1])


@contextmanager
def prepared_stream(certificate: Path | None = None) -> Iterator[str]:
    """Its URL; with a certificate (and its key, in one PEM file) it speaks TLS."""
    with own_process("bench.prepared_stream", str(certificate or "")) as (url, _):
        yield url


@cache
def _writes(path: str) -> list[bytes]:
    words, size = (8, 100) if path == "short" else (20_000, int(path))
    return DIALECTS["OpenAI chat"].reads(words, size)[1]


async def _reply(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    for data in _writes(request.match_info["path"]):
        await response.write(data)
    return response


async def _serve(certificate: str) -> None:
    app = web.Application()
    app.add_routes([web.post("/{path:short|[0-9]+}/chat/completions", _reply)])
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    tls, scheme = None, "http"
    if certificate:
        tls, scheme = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), "https"
        tls.load_cert_chain(certificate)
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    print(json.dumps("{}://{}:{}".format(scheme, *runner.addresses[0][:2])), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    uvloop.run(_serve(sys.argv[1]))
