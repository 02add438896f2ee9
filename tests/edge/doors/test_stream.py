from __future__ import annotations

import asyncio

import aiohttp
from aiohttp import web

from edge.doors.stream import EventStream, Patience


def test_silence_opens_the_stream_and_is_filled_with_comments() -> None:
    """A proxy that hears nothing hangs up; a comment is no event for any client."""
    spoken = asyncio.Event()

    async def slow(http: web.Request) -> web.StreamResponse:
        headers = {"x-from": "the test"}
        stream = EventStream(
            http, lambda: headers, b": keepalive\n\n", Patience(5.0, silence_s=0.01)
        )
        async with asyncio.TaskGroup() as group:
            silence = group.create_task(stream.keep_alive())
            await spoken.wait()
            await stream.write(b"data: words\n\n")
            silence.cancel()
        assert stream.response is not None
        return stream.response

    async def scenario() -> None:
        app = web.Application()
        app.add_routes([web.get("/", slow)])
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            async with (
                asyncio.timeout(10),
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{runner.addresses[0][1]}/") as response,
            ):
                assert response.headers["x-from"] == "the test"
                for _ in range(2):
                    assert await response.content.readuntil(b"\n\n") == b": keepalive\n\n"
                spoken.set()
                said = await response.content.read()
                assert said.replace(b": keepalive\n\n", b"") == b"data: words\n\n"
        finally:
            await runner.cleanup()

    asyncio.run(scenario())
