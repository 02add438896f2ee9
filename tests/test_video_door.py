"""Films through the real service's doors, asked for by OpenAI's own client, with the simulator as
the platforms behind it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import openai
import pytest
from aiohttp import web
from openai.types import Video

from adapters.client import HostedClient
from adapters.media_fetch import MediaFetcher
from adapters.public_address import Guard
from adapters.warm import Warmer
from bench.files import MP4
from bench.simulator_process import SimulatorHandle, simulator
from edge.app import build_app, build_front, start_filming
from edge.core.health import Health
from edge.core.platforms import Secret
from edge.core.settings import (
    LedgerSettings,
    LocalSettings,
    ModelSettings,
    ProviderSettings,
    RouteSettings,
    ServerSettings,
    Settings,
)
from edge.filming import Filming
from edge.local_look import look_at_locals
from edge.metrics import Metrics
from edge.parts import Parts
from edge.settings_file import Loaded
from local_models.client import LocalTier
from local_models.load_watch import LoadWatches

# OpenAI gave up its own films; its client, and others' doors of that shape, are there.
pytestmark = pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")

KEY = "zx-81c4f2a9d07b"
MINE, ANOTHERS = "key-of-mine-0123456789", "key-of-another-0123456"
FAL, REPLICATE = "fal/minimax/video", "replicate/google/video"
VEO = "vertex/veo-3.1-generate-001"  # whose film comes within an answer
HANGS = "fal/minimax/video?fault=hang"
OPEN = Guard(ports=None, loopback=True)


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@dataclass
class Worker:
    url: str
    filming: Filming
    sdk: openai.AsyncOpenAI
    another: openai.AsyncOpenAI

    async def until_over(self, video: Video) -> Video:
        async with asyncio.timeout(20):
            while video.status in ("queued", "in_progress"):
                await asyncio.sleep(0)
                video = await self.sdk.videos.retrieve(video.id)
        return video


@dataclass
class Box:
    sim: SimulatorHandle
    folder: Path
    targets: tuple[str, ...] = (FAL,)
    guard: Guard = OPEN
    whole_ms: int | None = None
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def worker(self) -> Worker:
        return await self.stack.enter_async_context(self._worker())

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[Worker]:
        async with AsyncExitStack() as stack:
            client = HostedClient(MediaFetcher(self.guard))
            stack.push_async_callback(client.aclose)
            metrics = Metrics()
            warmer = await stack.enter_async_context(Warmer(client, metrics.count_opened_ahead))
            watches = LoadWatches(lambda name: LocalTier(name, "/nowhere"))
            parts = Parts(client, warmer, None, {}, watches, None, Health(), metrics)
            loaded = Loaded(
                self._settings(),
                {name: Secret(KEY) for name in ("fal", "replicate", "vertex")},
                (),
                None,
                overlay_file=self.folder / "models.toml",
            )
            front = build_front(loaded, parts)
            assert front.ledger is not None
            stack.callback(front.ledger.close)
            filming = await stack.enter_async_context(start_filming(front, loaded, parts))
            app = build_app(front, partial(look_at_locals, parts), filming)
            runner = web.AppRunner(app, handler_cancellation=True, access_log=None)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            sdks = [
                await stack.enter_async_context(
                    openai.AsyncOpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)
                )
                for key in (MINE, ANOTHERS)
            ]
            yield Worker(url, filming, *sdks)

    def _settings(self) -> Settings:
        return Settings(
            server=ServerSettings(api_keys=(MINE, ANOTHERS)),
            local=LocalSettings(model="none"),
            providers={
                "fal": ProviderSettings("fal_queue", f"{self.sim.url}/queue"),
                "replicate": ProviderSettings("replicate", f"{self.sim.url}/v1"),
                "vertex": ProviderSettings(
                    "vertex",
                    f"{self.sim.url}/v1/projects/p/locations/l/publishers/google",
                    headers={"authorization": f"Bearer {KEY}"},
                ),
            },
            models={
                name: ModelSettings(price_video_s=0.05, whole_ms=self.whole_ms)
                for name in (FAL, HANGS)
            },
            routes={
                "default": RouteSettings(targets=self.targets),
                "video": RouteSettings(targets=self.targets),
            },
            ledger=LedgerSettings(path=str(self.folder / "ledger.sqlite")),
        )


def run(box: Box, act: Callable[[Worker], Awaitable[None]]) -> list[tuple[Any, ...]]:
    """Returns what the ledger has then."""

    async def all_of_it() -> None:
        async with asyncio.timeout(40), box.stack:
            await act(await box.worker())

    asyncio.run(all_of_it())
    columns = "door, model, leg, reply_outcome, outcome, cost_cents"
    with sqlite3.connect(box.folder / "ledger.sqlite") as connection:
        has_legs = connection.execute("SELECT name FROM sqlite_master").fetchall()
        rows = connection.execute(f"SELECT {columns} FROM legs ORDER BY id") if has_legs else ()
        found = list(rows)
    connection.close()
    return found


async def create(worker: Worker, **members: Any) -> Video:
    given: Any = {"model": "auto", "prompt": "a cat runs", "seconds": "8", "size": "1280x720"}
    return await worker.sdk.videos.create(**{**given, **members})


async def post(worker: Worker, **members: Any) -> tuple[int, Any]:
    """Without the client, which sends forms, and takes no URL of a picture in them."""
    headers = {"authorization": f"Bearer {MINE}"}
    async with (
        aiohttp.ClientSession(headers=headers) as http,
        http.post(f"{worker.url}/v1/videos", json=members) as answer,
    ):
        return answer.status, await answer.json()


# -- as it should go ---------------------------------------------------------


@pytest.mark.parametrize("target", [FAL, REPLICATE, VEO])
def test_a_film_is_begun_asked_after_fetched_and_deleted(
    sim: SimulatorHandle, tmp_path: Path, target: str
) -> None:
    async def act(worker: Worker) -> None:
        video = await create(worker)
        assert (video.object, video.status, video.model) == ("video", "in_progress", "auto")
        assert (video.seconds, video.size) == ("8", "1280x720")
        done = await worker.until_over(video)
        assert (done.status, done.progress, done.error) == ("completed", 100, None)
        assert done.completed_at is not None and done.expires_at is not None
        content = await worker.sdk.videos.download_content(video.id)
        assert content.content == MP4
        assert content.response.headers["content-type"] == "video/mp4"
        assert (await worker.sdk.videos.delete(video.id)).deleted
        with pytest.raises(openai.NotFoundError):
            await worker.sdk.videos.retrieve(video.id)

    (row,) = run(Box(sim, tmp_path, (target,)), act)
    cost = pytest.approx(40.0) if target == FAL else None  # nobody knows the others' prices
    assert row == ("videos", target, 0, "stop", "stop", cost)


def test_a_first_picture_comes_as_a_file_or_by_its_url(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    before = len(sim.log())

    async def act(worker: Worker) -> None:
        await create(worker, input_reference=("a.png", b"\x89PNG", "image/png"))
        for url, expected in (("https://a.example/cat.png", 200), ("http://10.0.0.1/a.png", 400)):
            status, _ = await post(worker, prompt="a cat", input_reference={"image_url": url})
            assert status == expected

    run(Box(sim, tmp_path), act)
    urls = [entry["options"]["image_url"] for entry in sim.log()[before:]]
    assert urls == ["data:image/png;base64,iVBORw==", "https://a.example/cat.png"]


def test_json_will_do_as_well(sim: SimulatorHandle, tmp_path: Path) -> None:
    async def act(worker: Worker) -> None:
        _, told = await post(worker, prompt="a cat", seconds=4, prelude={"targets": [REPLICATE]})
        assert told["prelude"]["models"] == [REPLICATE]

    run(Box(sim, tmp_path), act)


def test_who_refuses_the_job_is_followed_by_the_next(sim: SimulatorHandle, tmp_path: Path) -> None:
    async def act(worker: Worker) -> None:
        await worker.until_over(await create(worker))

    refuses = "fal/minimax/video?fault=500"
    first, second = run(Box(sim, tmp_path, (refuses, FAL)), act)
    assert first == ("videos", refuses, 0, "stop", "failed", 0.0)
    assert second == ("videos", FAL, 1, "stop", "stop", pytest.approx(40.0))


# -- whose it is, and who knows it -------------------------------------------


def test_a_film_is_its_makers_alone(sim: SimulatorHandle, tmp_path: Path) -> None:
    async def act(worker: Worker) -> None:
        video = await create(worker)
        for ask in (
            worker.another.videos.retrieve,
            worker.another.videos.delete,
            worker.another.videos.download_content,
        ):
            with pytest.raises(openai.NotFoundError):
                await ask(video.id)
        assert (await worker.until_over(video)).status == "completed"

    run(Box(sim, tmp_path), act)


def test_every_worker_and_the_next_one_know_it_and_one_books_it(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    box = Box(sim, tmp_path)

    async def act(worker: Worker) -> None:
        video = await create(worker)
        others = [await box.worker() for _ in range(2)]
        looks = [other.until_over(video) for other in (worker, *others)]
        assert {done.status for done in await asyncio.gather(*looks)} == {"completed"}

    assert len(run(box, act)) == 1


def test_what_nobody_asks_after_is_booked_all_the_same(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    async def act(worker: Worker) -> None:
        await create(worker)
        await sim_is_idle(sim)
        await worker.filming.look_after_all(unseen_s=0.0)

    (row,) = run(Box(sim, tmp_path), act)
    assert row[3:] == ("stop", "stop", pytest.approx(40.0))


async def sim_is_idle(sim: SimulatorHandle) -> None:
    count = len(sim.log())
    await asyncio.to_thread(sim.log, ended=count)


def test_nothing_that_a_caller_wrote_is_in_the_file(sim: SimulatorHandle, tmp_path: Path) -> None:
    async def act(worker: Worker) -> None:
        await create(worker, prompt="Xylophones")

    run(Box(sim, tmp_path), act)
    for path in tmp_path.glob("videos.sqlite*"):
        kept = path.read_bytes()
        assert b"Xylophones" not in kept and MINE.encode() not in kept
        assert path.stat().st_mode & 0o077 == 0


# -- what goes wrong ---------------------------------------------------------


def test_a_film_that_runs_is_stopped_upstream_when_it_is_deleted(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    async def act(worker: Worker) -> None:
        count = len(sim.log())
        video = await create(worker)
        assert (await worker.sdk.videos.retrieve(video.id)).status == "in_progress"
        with pytest.raises(openai.ConflictError):
            await worker.sdk.videos.download_content(video.id)
        await worker.sdk.videos.delete(video.id)
        assert (await asyncio.to_thread(sim.log, ended=count + 1))[count]["ended"] == "cancelled"

    (row,) = run(Box(sim, tmp_path, (HANGS,)), act)
    assert row == ("videos", HANGS, 0, "cancelled", "cancelled", None)  # which is not nothing


def test_what_a_film_of_unknown_length_costs_is_unknown(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    async def act(worker: Worker) -> None:
        _, told = await post(worker, prompt="a cat")
        await worker.until_over(await worker.sdk.videos.retrieve(told["id"]))

    (row,) = run(Box(sim, tmp_path), act)
    assert row == ("videos", FAL, 0, "stop", "stop", None)


def test_a_film_that_fails_says_why(sim: SimulatorHandle, tmp_path: Path) -> None:
    drops = "fal/minimax/video?fault=drop"

    async def act(worker: Worker) -> None:
        done = await worker.until_over(await create(worker))
        assert done.status == "failed" and done.error is not None
        assert drops in done.error.message and KEY not in done.error.message

    (row,) = run(Box(sim, tmp_path, (drops,)), act)
    assert row[3:5] == ("error", "failed")


def test_a_film_that_takes_too_long_is_given_up_and_stopped(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    async def act(worker: Worker) -> None:
        count = len(sim.log())
        video = await create(worker)
        done = await worker.until_over(video)
        assert done.status == "failed" and done.error is not None
        assert done.error.message == f"{HANGS}: no film in 1 s"
        assert (await asyncio.to_thread(sim.log, ended=count + 1))[count]["ended"] == "cancelled"

    (row,) = run(Box(sim, tmp_path, (HANGS,), whole_ms=1000), act)
    assert row[3:] == ("error", "failed", None)


def test_nobody_left_to_be_asked_is_an_error(sim: SimulatorHandle, tmp_path: Path) -> None:
    async def act(worker: Worker) -> None:
        with pytest.raises(openai.APIStatusError):
            await create(worker)

    (row,) = run(Box(sim, tmp_path, ("fal/minimax/video?fault=500",)), act)
    assert row[3:5] == ("error", "failed")


def test_a_platform_cannot_have_us_pass_on_what_is_at_a_private_address(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    async def act(worker: Worker) -> None:
        done = await worker.until_over(await create(worker))
        with pytest.raises(openai.APIStatusError) as refused:
            await worker.sdk.videos.download_content(done.id)
        assert refused.value.status_code >= 500

    run(Box(sim, tmp_path, guard=Guard(ports=None)), act)


@pytest.mark.parametrize(
    "members",
    [{"prompt": ""}, {"seconds": "0"}, {"seconds": "x"}, {"size": "large"}, {"model": "fal/none"}],
)
def test_what_makes_no_film_is_refused(
    sim: SimulatorHandle, tmp_path: Path, members: dict[str, Any]
) -> None:
    async def act(worker: Worker) -> None:
        with pytest.raises(openai.APIStatusError) as refused:
            await create(worker, **members)
        assert 400 <= refused.value.status_code < 600

    run(Box(sim, tmp_path), act)
