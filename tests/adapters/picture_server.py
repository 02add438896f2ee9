"""A server with a picture, and with a model that is shown pictures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
from aiohttp import web

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@asynccontextmanager
async def serving(asked: list[str]) -> AsyncIterator[str]:
    """`asked` gets the path of each picture that was fetched, and what the model was given."""

    async def picture(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        return web.Response(body=PNG, content_type="image/png")

    async def reply(request: web.Request) -> web.StreamResponse:
        asked.append(await request.text())
        choice = {"message": {"content": "A cat."}, "finish_reason": "stop"}
        return web.Response(body=orjson.dumps({"choices": [choice]}))

    app = web.Application()
    app.add_routes([web.get("/a.png", picture), web.post("/v1/chat/completions", reply)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
