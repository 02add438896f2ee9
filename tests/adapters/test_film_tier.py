"""Films step by step, against a server on loopback that does what a queue does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from adapters.client import HostedClient
from adapters.film_tier import FilmTier
from adapters.models import describe
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.film import Look
from edge.core.media import Film, MediaRequest
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Json

KEY = "zx-81c4f2a9d07b"
REQUEST = MediaRequest("r", "auto", Film("a cat", 8))
VIDEO = {"video": {"url": "https://v3.fal.media/a.mp4"}}


@dataclass
class Queue:
    """`status` and `result` are what it answers: a status of HTTP and a body."""

    status: tuple[int, Json] = (200, {"status": "COMPLETED"})
    result: tuple[int, Json] = (200, VIDEO)
    begun: tuple[int, Json] | None = None
    asked: list[str] = field(default_factory=list)
    hold_back: asyncio.Event | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""

    async def answer(self, http: web.Request) -> web.Response:
        self.asked.append(f"{http.method} {http.path}")
        self.changed.set()
        if http.method == "POST":
            if self.hold_back is not None:
                await self.hold_back.wait()
            names = {"status_url": "status", "response_url": "result", "cancel_url": "cancel"}
            urls = {name: f"{self.url}/{path}" for name, path in names.items()}
            return _told(self.begun or (200, {"status": "IN_QUEUE", **urls}))
        return _told(self.status if http.path == "/status" else self.result)


def _told(answer: tuple[int, Json]) -> web.Response:
    return web.json_response(answer[1], status=answer[0])


def with_tier(
    queue: Queue, act: Callable[[FilmTier], Awaitable[None]], kind: str = "fal_queue"
) -> None:
    async def run() -> None:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", queue.answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            queue.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            settings = Settings(providers={"mine": ProviderSettings(kind, queue.url)})
            async with asyncio.timeout(20), aclosing(HostedClient()) as client:
                await act(FilmTier(describe("mine/a/b", settings), Secret(KEY), client))
        finally:
            await runner.cleanup()

    asyncio.run(run())


def look(queue: Queue) -> Look:
    looks: list[Look] = []

    async def act(tier: FilmTier) -> None:
        looks.append(await tier.look(REQUEST, await tier.begin(REQUEST)))

    with_tier(queue, act)
    return looks[0]


def test_a_film_is_begun_and_looked_at_until_it_is_there() -> None:
    queue = Queue(status=(202, {"status": "IN_PROGRESS"}))
    assert look(queue) == Look()
    assert queue.asked == ["POST /a/b", "GET /status"]  # begun, and not cancelled
    queue = Queue()
    made = look(queue).made
    assert made is not None and made.files[0].url == "https://v3.fal.media/a.mp4"
    assert made.usage.video_s == 8.0
    assert queue.asked == ["POST /a/b", "GET /status", "GET /result"]


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_platform_that_cannot_be_asked_now_has_made_nothing_yet(status: int) -> None:
    assert look(Queue(status=(status, {"detail": "no"}))) == Look()


@pytest.mark.parametrize(
    "queue",
    [
        Queue(status=(404, {"detail": "no such"})),
        Queue(result=(500, {"detail": "It failed."})),
        Queue(result=(422, {"detail": "It was not allowed."})),
        Queue(result=(200, {"video": None})),
        Queue(status=(200, [])),
    ],
)
def test_what_says_that_there_is_no_film_is_its_end(queue: Queue) -> None:
    with pytest.raises(TierError):
        look(queue)


@pytest.mark.parametrize(
    ("begun", "kind"),
    [((503, {"detail": "busy"}), TierUnavailable), ((200, {"status": "IN_QUEUE"}), TierGarbled)],
)
def test_a_job_that_was_not_begun_is_an_error(
    begun: tuple[int, Json], kind: type[TierError]
) -> None:
    with pytest.raises(kind):
        look(Queue(begun=begun))


def test_a_key_that_is_quoted_is_not_told() -> None:
    with pytest.raises(TierError) as refused:
        look(Queue(begun=(400, {"detail": f"{KEY} is no key"})))
    assert KEY not in str(refused.value)


def test_a_film_is_cancelled_by_its_handle() -> None:
    queue = Queue()

    async def act(tier: FilmTier) -> None:
        await tier.cancel(REQUEST, await tier.begin(REQUEST))

    with_tier(queue, act)
    assert queue.asked == ["POST /a/b", "PUT /cancel"]


def test_a_film_that_nobody_waits_for_while_it_is_begun_is_cancelled() -> None:
    queue = Queue()

    async def act(tier: FilmTier) -> None:
        queue.hold_back = asyncio.Event()
        begin = asyncio.ensure_future(tier.begin(REQUEST))
        await queue.changed.wait()
        begin.cancel()
        await asyncio.gather(begin, return_exceptions=True)
        queue.hold_back.set()  # closing the client waits for the errand

    with_tier(queue, act)
    assert queue.asked == ["POST /a/b", "PUT /cancel"]


def test_who_makes_no_films_is_refused() -> None:
    async def act(tier: FilmTier) -> None:
        await tier.begin(REQUEST)

    with pytest.raises(TierRejected):
        with_tier(Queue(), act, kind="openai")
