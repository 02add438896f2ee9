from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager

import pytest
from aiohttp import web

from adapters.media_fetch import Fetched, MediaFetcher, NotFetched
from adapters.public_address import Guard

OPEN = Guard(ports=None, loopback=True)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/{path:.*}", handler)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def picture(request: web.Request) -> web.StreamResponse:
    return web.Response(body=PNG, content_type="image/png")


def fetch(
    handler: Handler,
    path: str = "/a.png",
    guard: Guard = OPEN,
    most_bytes: int = 1000,
    within_s: float = 10.0,
) -> Fetched:
    async def run() -> Fetched:
        async with serving(handler) as base, aclosing(MediaFetcher(guard)) as fetcher:
            return await fetcher.fetch(base + path, most_bytes=most_bytes, within_s=within_s)

    return asyncio.run(run())


def test_a_picture_is_fetched_from_its_url_as_it_is_written() -> None:
    asked: list[str] = []

    async def handler(request: web.Request) -> web.StreamResponse:
        asked.append(request.raw_path)
        return await picture(request)

    fetched = fetch(handler, "/a%2Fb%3Ac.png?sig=%2B%3D%7E")
    assert (fetched.data, fetched.media_type) == (PNG, "image/png")
    assert fetched.data_url.startswith("data:image/png;base64,iVBORw0KGgo")
    assert asked == ["/a%2Fb%3Ac.png?sig=%2B%3D%7E"]


def test_nothing_of_ours_is_sent_along() -> None:
    heads: list[set[str]] = []

    async def handler(request: web.Request) -> web.StreamResponse:
        heads.append({name.lower() for name in request.headers})
        return await picture(request)

    fetch(handler)
    assert heads == [{"host", "user-agent", "accept-encoding", "accept", "connection"}]


def test_this_machine_is_not_fetched_from() -> None:
    for guard in (Guard(), Guard(ports=None)):
        with pytest.raises(NotFetched):
            fetch(picture, guard=guard)


def test_a_name_for_this_machine_is_not_connected_to() -> None:
    asked: list[str] = []

    async def handler(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        return await picture(request)

    async def run() -> None:
        async with serving(handler) as base, aclosing(MediaFetcher(Guard(ports=None))) as fetcher:
            with pytest.raises(NotFetched, match="not a public one"):
                await fetcher.fetch(base.replace("127.0.0.1", "localhost"))

    asyncio.run(run())
    assert asked == []


def test_a_redirect_is_not_followed() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        if request.path == "/a.png":
            raise web.HTTPFound("/b.png")
        return await picture(request)

    with pytest.raises(NotFetched, match="302"):
        fetch(handler)


@pytest.mark.parametrize("kind", ["text/html", "application/json", "video/mp4", "image/", "imagex"])
def test_what_is_no_picture_is_not_read(kind: str) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        return web.Response(body=b"secret", headers={"content-type": kind})

    with pytest.raises(NotFetched):
        fetch(handler)


def test_a_picture_that_announces_to_be_too_large_is_not_read() -> None:
    with pytest.raises(NotFetched, match="more than 50 bytes"):
        fetch(picture, most_bytes=50)


def test_a_picture_without_end_is_left() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"content-type": "image/png"})
        await response.prepare(request)
        while True:
            await response.write(PNG)

    with pytest.raises(NotFetched, match="more than 1000 bytes"):
        fetch(handler)


def test_a_compressed_picture_is_not_unpacked() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.Response(body=PNG, content_type="image/png")
        response.headers["content-encoding"] = "gzip"
        return response

    with pytest.raises(NotFetched, match="compressed"):
        fetch(handler)


def test_a_server_that_never_ends_is_not_waited_for() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"content-type": "image/png"})
        await response.prepare(request)
        await asyncio.Event().wait()
        return response

    with pytest.raises(NotFetched, match=r"within 0\.2 s"):
        fetch(handler, within_s=0.2)


def test_a_picture_that_is_cut_off_is_none() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"content-type": "image/png"})
        response.content_length = 200
        await response.prepare(request)
        await response.write(PNG)
        assert request.transport is not None
        request.transport.close()
        return response

    with pytest.raises(NotFetched, match="could not be fetched"):
        fetch(handler)
