"""A server with one reply, made before anybody asks: it sends as fast as it can.

It runs as a process of its own until its standard input is closed, so that what a client costs is
the client's alone. `/N` sends N events a write.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import uvloop
from aiohttp import web

from bench.adapter_streams import DIALECTS

EVENTS = len(DIALECTS["OpenAI chat"].reads(20_000, 1)[1])


@contextmanager
def prepared_stream() -> Iterator[str]:
    """Its URL."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.prepared_stream"],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:  # closes its input, which ends it, and waits
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())


@cache
def _writes(size: int) -> list[bytes]:
    return DIALECTS["OpenAI chat"].reads(20_000, size)[1]


async def _reply(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    for data in _writes(int(request.match_info["size"])):
        await response.write(data)
    return response


async def _serve() -> None:
    app = web.Application()
    app.add_routes([web.post("/{size:[0-9]+}/chat/completions", _reply)])
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(json.dumps("http://{}:{}".format(*runner.addresses[0][:2])), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    uvloop.run(_serve())
