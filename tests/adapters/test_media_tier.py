"""Makers against a real server on loopback: one call, a picture that is elsewhere, and a job."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from adapters import openai_chat, openai_images
from adapters.client import HostedClient
from adapters.dialect import Ask, Broken, Finished, HostedModel, HttpCall, Provider, Step, Submit
from adapters.media_fetch import MediaFetcher
from adapters.media_tier import MediaTier
from adapters.models import describe
from adapters.public_address import Guard
from edge.core.errors import TierError, TierGarbled, TierUnavailable
from edge.core.media import Draw, Film, Made, MediaRequest, Picture, estimate_usage
from edge.core.settings import ProviderSettings, Settings

DOT = b"\x89PNG\r\n\x1a\n and the rest"
FILM = MediaRequest("r", "auto", Film("a wave"))


@dataclass
class Platform:
    """A queue of one job, and a picture. `states` are what it answers when asked after the job."""

    states: list[str] = field(default_factory=lambda: ["running", "done"])
    asked: list[str] = field(default_factory=list)
    url: str = ""
    hold_back: asyncio.Event | None = None  # the answer to the first call
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, what: str) -> None:
        while what not in self.asked:
            self.changed.clear()
            await self.changed.wait()

    async def answer(self, http: web.Request) -> web.Response:
        self.asked.append(f"{http.method} {http.path}")
        self.changed.set()
        if http.path == "/dot.png":
            return web.Response(body=DOT, content_type="image/png")
        if http.path == "/images/generations":
            return web.json_response({"data": [{"url": f"{self.url}/dot.png"}]})
        if http.path == "/jobs" and self.hold_back is not None:
            await self.hold_back.wait()
        if http.method == "DELETE":
            return web.json_response({"state": "cancelled"})
        state = self.states.pop(0) if http.method == "GET" else "queued"
        if state.isdigit():
            return web.json_response({"error": {"message": "no"}}, status=int(state))
        return web.json_response({"id": "j1", "state": state})


class QueuedFilm:
    """A media job dialect as small as one can be."""

    def begin(self, request: MediaRequest, model: HostedModel, /) -> QueuedJob:
        return QueuedJob(request, model.name)


class QueuedJob:
    def __init__(self, request: MediaRequest, tier: str) -> None:
        self.step: Step = Submit(HttpCall("/jobs", {"prompt": "a wave"}))
        self.made: Made | None = None
        self.progress: float | None = None
        self._request = request
        self._tier = tier
        self._id: str | None = None

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> None:
        told: dict[str, Any] = json.loads(body)
        self._id = told["id"]
        if told["state"] == "done":
            self.made = Made(estimate_usage(self._request.ask), files=(Picture("https://x/f"),))
            self.step = Finished()
        elif told["state"] == "failed":
            self.step = Broken(TierUnavailable(f"{self._tier}: the job failed"))
        elif told["state"] == "odd":
            self.step = Finished()
        else:
            self.step = Ask(HttpCall(f"/jobs/{self._id}", None, "GET"), may_repeat=True)

    def cancel(self) -> HttpCall | None:
        if self._id is None or not isinstance(self.step, Ask):
            return None
        return HttpCall(f"/jobs/{self._id}", None, "DELETE")


ROW = Provider(
    "queue",
    openai_chat,
    None,
    media={"video": QueuedFilm(), "image": openai_images.BY_FORM},
)


@asynccontextmanager
async def serving(platform: Platform) -> AsyncIterator[Platform]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", platform.answer)
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        platform.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield platform
    finally:
        await runner.cleanup()


def maker(platform: Platform, request: MediaRequest, client: HostedClient) -> MediaTier:
    settings = Settings(providers={"queue": ProviderSettings("queue", platform.url)})
    model = describe("queue/m", settings, table=(ROW,))
    return MediaTier(model, request.ask.kind, None, client)


def run(
    platform: Platform, scenario: Callable[[HostedClient], Awaitable[None]], **client: Any
) -> None:
    async def bounded() -> None:
        async with (
            asyncio.timeout(20),
            serving(platform),
            aclosing(HostedClient(**client)) as made,
        ):
            await scenario(made)

    asyncio.run(bounded())


def test_a_job_is_begun_asked_after_and_fetched() -> None:
    platform = Platform(["running", "503", "running", "done"])

    async def scenario(client: HostedClient) -> None:
        made = await maker(platform, FILM, client).make(FILM)
        assert made.files == (Picture("https://x/f"),)

    run(platform, scenario)
    assert platform.asked == ["POST /jobs", *["GET /jobs/j1"] * 4]


def test_a_job_that_nobody_waits_for_is_cancelled() -> None:
    platform = Platform(["running"] * 10_000)

    async def scenario(client: HostedClient) -> None:
        making = asyncio.create_task(maker(platform, FILM, client).make(FILM))
        await platform.until("GET /jobs/j1")
        making.cancel()
        await platform.until("DELETE /jobs/j1")

    run(platform, scenario)


def test_a_job_left_while_it_is_begun_is_cancelled_once_its_name_is_known() -> None:
    platform = Platform()

    async def scenario(client: HostedClient) -> None:
        platform.hold_back = asyncio.Event()
        making = asyncio.create_task(maker(platform, FILM, client).make(FILM))
        await platform.until("POST /jobs")
        making.cancel()
        platform.hold_back.set()
        await platform.until("DELETE /jobs/j1")

    run(platform, scenario)
    assert platform.asked == ["POST /jobs", "DELETE /jobs/j1"]


@pytest.mark.parametrize(("state", "error"), [("failed", TierUnavailable), ("odd", TierGarbled)])
def test_a_job_that_fails_or_ends_with_nothing_is_an_error(
    state: str, error: type[TierError]
) -> None:
    platform = Platform([state])

    async def scenario(client: HostedClient) -> None:
        with pytest.raises(error):
            await maker(platform, FILM, client).make(FILM)

    run(platform, scenario)


def test_a_picture_that_is_elsewhere_is_fetched_where_its_bytes_are_wanted() -> None:
    platform, request = Platform(), MediaRequest("r", "auto", Draw("dot", form="b64_json"))

    async def scenario(client: HostedClient) -> None:
        picture = (await maker(platform, request, client).make(request)).files[0]
        assert base64.b64decode(picture.data or "") == DOT
        assert picture.media_type == "image/png"

    run(platform, scenario, media=MediaFetcher(Guard(ports=None, loopback=True)))


def test_a_picture_at_an_address_that_is_not_public_is_never_fetched() -> None:
    platform, request = Platform(), MediaRequest("r", "auto", Draw("dot", form="b64_json"))

    async def scenario(client: HostedClient) -> None:
        picture = (await maker(platform, request, client).make(request)).files[0]
        assert picture.data is None and picture.url == f"{platform.url}/dot.png"

    run(platform, scenario)
    assert "GET /dot.png" not in platform.asked


def test_nothing_is_fetched_for_whoever_wants_no_bytes() -> None:
    platform, request = Platform(), MediaRequest("r", "auto", Draw("dot"))

    async def scenario(client: HostedClient) -> None:
        assert (await maker(platform, request, client).make(request)).files[0].data is None

    run(platform, scenario, media=MediaFetcher(Guard(ports=None, loopback=True)))
    assert "GET /dot.png" not in platform.asked
