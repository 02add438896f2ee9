"""Job tiers against a real server on loopback that runs jobs, and loses them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from adapters.client import HostedClient
from adapters.dialect import may_follow
from adapters.jobs import JobTier
from adapters.models import describe
from adapters.providers import find_endpoint
from edge.core.errors import TierError, TierGarbled, TierRateLimited, TierUnavailable
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Usage,
)

KEY = "zx-81c4f2a9d07b"
QUESTION = (Message("user", (TextPart("Hi?"),)),)
REPLY = [Text("Hi"), Stop(FinishReason.STOP)]
STREAM = b"event: output\nid: 1\ndata: Hi\n\nevent: done\nid: 2\ndata: {}\n\n"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Platform:
    """Answers as it is told, by method and path; `asked` has every call in order."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)  # and the key that came along
    url: str = ""
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        line = f"{request.method} {request.path}"
        self.asked.append((line, request.headers.get("Authorization")))
        self._changed.set()
        return await self.answers[line](request)

    @property
    def lines(self) -> list[str]:
        return [line for line, _ in self.asked]

    async def until_asked(self, line: str) -> None:
        while line not in self.lines:
            self._changed.clear()
            await self._changed.wait()


@asynccontextmanager
async def platform() -> AsyncIterator[Platform]:
    served = Platform()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", served.serve)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        served.url = "http://{}:{}".format(*runner.addresses[0][:2])
        yield served
    finally:
        await runner.cleanup()


def says(*bodies: object, status: int = 200, **headers: str) -> Answer:
    """The next of these at each call, the last one again and again."""
    left = list(bodies)

    async def answer(request: web.Request) -> web.StreamResponse:
        body = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(body, int):
            return web.json_response({"detail": f"no, {KEY}"}, status=body)
        return web.json_response(body, status=status, headers=headers)

    return answer


def streams(*data: bytes, then: asyncio.Event | None = None) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        for part in data:
            await response.write(part)
        if then is not None:
            await then.wait()
        return response

    return answer


def tier(kind: str, base_url: str, client: HostedClient, model: str = "a/b") -> JobTier:
    settings = Settings(providers={"mine": ProviderSettings(kind, base_url)})
    return JobTier(describe(f"mine/{model}", settings), Secret(KEY), client)


def call(stream: bool = True) -> Call:
    return Call(Request("r", "auto", QUESTION), QUESTION, Sampling(), stream=stream)


async def hear(
    kind: str, served: Platform, stream: bool = True
) -> tuple[list[Piece], TierError | None]:
    pieces: list[Piece] = []
    async with aclosing(HostedClient()) as client:
        try:
            async with aclosing(tier(kind, served.url, client).stream(call(stream))) as stream_:
                async for piece in stream_:
                    pieces.append(piece)  # noqa: PERF401  they count, whatever comes after them
        except TierError as error:
            return pieces, error
    return pieces, None


def prediction(served: Platform, status: str = "starting", **members: Any) -> dict[str, Any]:
    urls = {"stream": f"{served.url}/s"}
    return {"id": "p", "status": status, "urls": urls, **members}


CREATE, SHOW, CANCEL = (
    "POST /models/a/b/predictions",
    "GET /predictions/p",
    "POST /predictions/p/cancel",
)


# -- a job runs --------------------------------------------------------------


def test_a_job_is_begun_read_and_asked_what_it_took() -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served), status=201)
            served.answers["GET /s"] = streams(STREAM)
            metrics = {"predict_time": 2, "input_token_count": 1, "output_token_count": 1}
            served.answers[SHOW] = says(prediction(served, "succeeded", metrics=metrics))
            pieces, error = await hear("replicate", served)
            assert error is None
            assert [*pieces[:2], pieces[-1]] == [*REPLY, Usage(1, 1, compute_s=2.0)]
            assert served.lines == [CREATE, "GET /s", SHOW]
            assert {key for _, key in served.asked} == {f"Bearer {KEY}"}

    asyncio.run(scenario())


def test_a_whole_reply_is_not_lost_with_what_it_took() -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served))
            served.answers["GET /s"] = streams(STREAM)
            served.answers[SHOW] = says(404)
            assert await hear("replicate", served) == (REPLY, None)

    asyncio.run(scenario())


def test_a_poll_that_is_refused_for_a_moment_is_made_again() -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served, urls={}))
            busy = prediction(served, "processing", urls={})
            done = prediction(served, "succeeded", output="Hi")
            served.answers[SHOW] = says(503, 429, busy, done)
            pieces, error = await hear("replicate", served)
            assert (pieces[:2], error) == (REPLY, None)

    asyncio.run(scenario())


@pytest.mark.parametrize(("status", "polls"), [(404, 1), (429, 4)])
def test_a_poll_that_is_refused_for_good_ends_the_job(status: int, polls: int) -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served, urls={}))
            served.answers[SHOW] = says(status)
            served.answers[CANCEL] = says({})
            _, error = await hear("replicate", served)
            assert isinstance(error, TierRateLimited | TierUnavailable)
            assert KEY not in str(error) and "[key]" in str(error)
            assert served.lines == [CREATE, *[SHOW] * polls, CANCEL]

    asyncio.run(scenario())


@pytest.mark.parametrize("stream", [True, False])
def test_a_job_that_is_refused_is_not_cancelled(stream: bool) -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(401)
            _, error = await hear("replicate", served, stream)
            assert isinstance(error, TierUnavailable) and error.lasting
            assert served.lines == [CREATE]

    asyncio.run(scenario())


def test_a_job_that_could_not_be_begun_leaves_nothing_to_warn_of(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scenario() -> None:
        async with platform() as served:
            pass  # it is gone
        _, error = await hear("replicate", served)
        assert isinstance(error, TierUnavailable)

    asyncio.run(scenario())
    assert [record.message for record in caplog.records] == []


# -- nobody waits for it any more --------------------------------------------


def test_a_job_whose_reader_leaves_in_mid_reply_is_cancelled() -> None:
    async def scenario() -> None:
        async with platform() as served, aclosing(HostedClient()) as client:
            served.answers[CREATE] = says(prediction(served))
            served.answers["GET /s"] = streams(STREAM[:30], then=asyncio.Event())
            served.answers[CANCEL] = says({})
            async with aclosing(tier("replicate", served.url, client).stream(call())) as pieces:
                assert await anext(pieces) == REPLY[0]
            await served.until_asked(CANCEL)

    asyncio.run(scenario())


def test_a_job_that_is_left_while_it_is_begun_is_awaited_and_cancelled() -> None:
    async def scenario() -> None:
        async with platform() as served, aclosing(HostedClient()) as client:
            left = asyncio.Event()

            async def create(request: web.Request) -> web.StreamResponse:
                await left.wait()
                return web.json_response(prediction(served))

            served.answers[CREATE] = create
            served.answers[CANCEL] = says({})
            pieces = tier("replicate", served.url, client).stream(call())
            waiting = asyncio.ensure_future(anext(pieces))
            await served.until_asked(CREATE)
            waiting.cancel()
            await asyncio.wait([waiting])
            left.set()
            await served.until_asked(CANCEL)

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("statuses", "calls", "warned"), [((503, 429, {}), 3, []), ((400,), 1, []), ((500,), 4, ["a"])]
)
def test_cancelling_is_tried_again_and_told_of_when_it_fails(
    statuses: tuple[object, ...], calls: int, warned: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served))
            served.answers["GET /s"] = streams(STREAM[:30])
            served.answers[CANCEL] = says(*statuses)
            await hear("replicate", served)
            assert served.lines.count(CANCEL) == calls

    asyncio.run(scenario())
    assert [record.message[0] for record in caplog.records] == warned


def test_closing_the_client_waits_until_the_job_is_cancelled() -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served))
            served.answers["GET /s"] = streams(STREAM[:30], then=asyncio.Event())
            served.answers[CANCEL] = says({})
            async with aclosing(HostedClient()) as client:
                pieces = tier("replicate", served.url, client).stream(call())
                await anext(pieces)
                await pieces.aclose()
            assert served.lines[-1] == CANCEL

    asyncio.run(scenario())


def test_a_stream_that_is_cut_leaves_no_job_behind() -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served))
            served.answers["GET /s"] = streams(STREAM[:30])
            served.answers[CANCEL] = says({})
            pieces, error = await hear("replicate", served)
            assert pieces == REPLY[:1] and isinstance(error, TierGarbled)
            assert served.lines[-1] == CANCEL

    asyncio.run(scenario())


# -- where we are sent -------------------------------------------------------


@pytest.mark.parametrize("elsewhere", ["http://169.254.169.254/s", "https://evil.test/s"])
def test_no_call_goes_where_a_platform_should_not_send_us(elsewhere: str) -> None:
    async def scenario() -> None:
        async with platform() as served:
            served.answers[CREATE] = says(prediction(served, urls={"stream": elsewhere}))
            served.answers[CANCEL] = says({})
            _, error = await hear("replicate", served)
            assert isinstance(error, TierGarbled) and "not its own" in str(error)
            assert served.lines == [CREATE, CANCEL]

    asyncio.run(scenario())


def test_a_redirect_is_followed_on_its_own_host_only() -> None:
    async def scenario() -> None:
        async with platform() as served, platform() as other:
            served.answers["POST /"] = says({}, status=303, Location="/r")
            served.answers["GET /r"] = says("Hi")
            assert (await hear("web_endpoint", served))[0][:2] == REPLY
            served.answers["GET /r"] = says({}, status=303, Location=f"{other.url}/r")
            _, error = await hear("web_endpoint", served)
            assert isinstance(error, TierGarbled) and other.asked == []

    asyncio.run(scenario())


@pytest.mark.parametrize("kind", ["replicate", "fal"])
def test_other_jobs_follow_no_redirect(kind: str) -> None:
    async def scenario() -> None:
        async with platform() as served:
            redirect = says({}, status=303, Location="/r")
            served.answers = dict.fromkeys([CREATE, "POST /a/b/stream"], redirect)
            _, error = await hear(kind, served)
            assert isinstance(error, TierUnavailable) and len(served.asked) == 1

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("base_url", "url", "is_own"),
    [
        (None, "https://api.replicate.com/v1/x", True),
        (None, "https://stream.replicate.com/v1/x", True),
        (None, "http://stream.replicate.com/v1/x", False),
        (None, "http://api.replicate.com/v1/x", False),
        (None, "https://stream.replicate.com:8443/v1/x", False),
        (None, "https://ann@stream.replicate.com/v1/x", False),
        (None, "https://stream.replicate.com.evil.test/x", False),
        (None, "https://127.0.0.1/x", False),
        (None, "//stream.replicate.com/x", False),
        (None, "https://[x/", False),
        (None, "https://stream.replicate.com/\r\nx: y", False),
        ("http://127.0.0.1:9/v1", "http://127.0.0.1:9/x", True),
        ("http://127.0.0.1:9/v1", "http://127.0.0.1:8/x", False),
        ("http://127.0.0.1:9/v1", "http://localhost:9/x", False),
        ("http://10.0.0.1/v1", "http://10.0.0.1/x", False),
        ("https://proxy.test/v1", "https://stream.replicate.com/x", False),
    ],
)
def test_addresses_that_a_platform_hands_out(base_url: str | None, url: str, is_own: bool) -> None:
    mine = ProviderSettings("replicate", base_url)
    endpoint = find_endpoint("mine", Settings(providers={"mine": mine}))
    assert may_follow(endpoint, url) is is_own
