"""What a gateway in Python costs at the least: aiohttp in front, httpx over aiohttp behind.

It reads nothing of what it passes on, and knows no keys, models, health or bills. A process of its
own until its standard input is closed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import AbstractContextManager

import aiohttp
import httpx
import uvloop
from aiohttp import web
from httpx_aiohttp import AiohttpTransport

from bench.own_process import own_process


def pass_through(upstream: str) -> AbstractContextManager[tuple[str, int]]:
    """Its URL and process id; `upstream` is where it passes everything to."""
    return own_process("bench.pass_through", upstream)


async def _serve(upstream: str) -> None:
    def open_session() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    client = httpx.AsyncClient(transport=AiohttpTransport(client=open_session), timeout=None)

    async def relay(http: web.Request) -> web.StreamResponse:
        headers = {"content-type": "application/json", "accept-encoding": "identity"}
        request = client.build_request(
            "POST", upstream + http.path, headers=headers, content=await http.read()
        )
        answer = await client.send(request, stream=True)
        try:
            kind = answer.headers["content-type"]
            if not kind.startswith("text/event-stream"):
                return web.Response(body=await answer.aread(), headers={"content-type": kind})
            response = web.StreamResponse(headers={"content-type": kind})
            await response.prepare(http)
            async for data in answer.aiter_raw():
                await response.write(data)
            await response.write_eof()
            return response
        finally:
            await answer.aclose()

    app = web.Application()
    app.add_routes([web.post("/{path:.*}", relay)])
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=4096).start()
    print(json.dumps("http://{}:{}".format(*runner.addresses[0][:2])), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()
    await client.aclose()


if __name__ == "__main__":
    uvloop.run(_serve(sys.argv[1]))
