"""Films from submission to settlement, whoever of the box's workers hears of them.

    submit ──► the chain is asked until a platform takes the job ──► its handle is kept in the file
    look   ──► the platform is asked after it; whoever sees the end first books it
    drop   ──► the platform is told to stop, and what was spent until then is booked as unknown

Nobody may ever ask after a film again, so what nobody looked at for a minute is looked at here;
what takes too long (`tiers.deep.video_ms`, or the model's own `whole_ms`) is given up. The ledger
has one row for each film, once it has ended; targets that refused it before have theirs from the
submission.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import time
from base64 import b64decode
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol, TypeVar

from edge.core.accounting import Account
from edge.core.errors import (
    BadRequest,
    Overloaded,
    TierError,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.events import CancelLeg, Failed, Role, StartLeg
from edge.core.film import Look
from edge.core.media import Film, Made, MediaRequest, estimate_usage
from edge.core.media_plan import MediaPlan, MediaTarget
from edge.core.types import Json, Options
from edge.doors.front import Front
from edge.make import Making, ask_each
from edge.service import Service
from edge.state_file import OnThread
from edge.video_file import Status, Video, VideoFile

KEPT_S = 86_400.0  # what a platform made is there for an hour to a few days
_BEGIN_S = 30.0  # a queue answers at once
_LOOK_S = 15.0
_UNSEEN_S = 60.0
_CHUNK = 64 << 10
_log = logging.getLogger("prelude")
_T = TypeVar("_T")


class OpenedFile(Protocol):
    @property
    def media_type(self) -> str: ...

    @property
    def length(self) -> int | None: ...

    @property
    def chunks(self) -> AsyncIterator[bytes]: ...


class InAnswer:
    def __init__(self, media_type: str, data: bytes) -> None:
        self.media_type = media_type
        self.length = len(data)
        self._data = data

    @property
    async def chunks(self) -> AsyncIterator[bytes]:
        for start in range(0, self.length, _CHUNK):
            yield self._data[start : start + _CHUNK]


# Raises an `EdgeError` for a URL with no film that is to be had.
OpenFile = Callable[[str], AbstractAsyncContextManager[OpenedFile]]


class Filming:
    """One for each worker. `path` None: there is nowhere to keep films. The file is opened when the
    first one is asked for."""

    def __init__(self, front: Front, path: Path | None, open_file: OpenFile) -> None:
        self._open_url = open_file
        self._front = front
        self._path = path
        self._file = OnThread(self._open_file, "videos")

    async def submit(self, service: Service, making: Making, owner: str) -> Video:
        """Raises the error that tells the caller most, once nobody is left to be asked."""
        request, account = making.request, making.account
        assert isinstance(request.ask, Film)
        await self._call(lambda file: None)  # before it costs anything

        async def ask(tier: str) -> Json:
            try:
                async with asyncio.timeout(_BEGIN_S):
                    return await service.filmer(tier).begin(request)
            except TimeoutError as error:
                raise TierStalled(f"{tier}: no job within {_BEGIN_S:g} s") from error

        try:
            step, handle = await ask_each(service, making, ask)
        finally:
            retries, health = request.client_retries, service.knowledge.health
            health.hear(account.legs, account.arrived_at, retries, are_judged=True)
        now = time.time()
        video = Video(
            id=f"video_{request.id}",
            owner=owner,
            model=request.model,
            tier=step.tier,
            leg=step.leg,
            handle=handle,
            seconds=request.ask.seconds,
            size=request.ask.size,
            label=request.options.data,
            created_at=now,
            expires_at=now + KEPT_S,
            looked_at=now,
        )
        try:
            await self._call(lambda file: file.add(video))
        except BaseException:  # nobody could ask after it, or stop it
            await asyncio.shield(self._stop(service, video))
            raise
        return video

    async def look(self, service: Service, id_: str, owner: str) -> Video:
        """As it is now. Raises `BadRequest` where this owner has no such film."""
        video = await self._find(id_, owner)
        if video.status == "in_progress":
            await self._ask_after(service, video)
            video = await self._find(id_, owner)
        return video

    def open(self, service: Service, video: Video) -> AbstractAsyncContextManager[OpenedFile]:
        """The file of one that is completed. Raises `EdgeError`s, and so does reading it."""
        if video.url is not None:
            return self._open_url(video.url)
        return self._open_answer(service, video)

    @contextlib.asynccontextmanager
    async def _open_answer(self, service: Service, video: Video) -> AsyncIterator[OpenedFile]:
        """A film that has no address is within what its platform answers."""
        made = (await self._filmer_look(service, video)).made
        data = made.files[0].data if made is not None else None
        if made is None or data is None:
            raise TierUnavailable(f"{video.tier}: the film is not there any more")
        yield InAnswer(made.files[0].media_type or "video/mp4", b64decode(data))

    async def drop(self, service: Service, id_: str, owner: str) -> None:
        """Raises as `look` does."""
        video = await self._find(id_, owner)
        if video.status == "in_progress":
            await self._stop(service, video)
            await self._end(service, video, error="cancelled")
        await self._call(lambda file: file.remove(id_))

    async def watch(self) -> None:
        """For as long as we run: what nobody asks after, and what has expired."""
        while True:
            await asyncio.sleep(_UNSEEN_S)
            if self._path is None or not self._path.exists():
                continue
            with contextlib.suppress(Overloaded):  # it was logged
                await self.look_after_all()

    async def look_after_all(self, unseen_s: float = _UNSEEN_S) -> None:
        service, now = self._front.service, time.time()
        for video in await self._call(lambda file: file.unseen(now - unseen_s, now)):
            await self._ask_after(service, video)
        await self._call(lambda file: file.forget(now))

    async def close(self) -> None:
        await self._file.close(lambda file: file.close())

    # -- upstream ----------------------------------------------------------------

    async def _ask_after(self, service: Service, video: Video) -> None:
        look = Look()
        try:
            with contextlib.suppress(TimeoutError):  # that says nothing of the film
                async with asyncio.timeout(_LOOK_S):
                    look = await self._filmer_look(service, video)
        except TierError as error:
            await self._end(service, video, error=str(error), cause=error)
            return
        now, limit_s = time.time(), _limit_s(service, video)
        if look.made is not None:
            await self._end(service, video, made=look.made)
        elif now - video.created_at > limit_s:
            late = TierStalled(f"{video.tier}: no film in {limit_s:g} s")
            await self._stop(service, video)
            await self._end(service, video, error=str(late), cause=late)
        else:
            await self._call(lambda file: file.note_progress(video.id, look.progress, now))

    async def _filmer_look(self, service: Service, video: Video) -> Look:
        try:
            filmer = service.filmer(video.tier)
        except (LookupError, ValueError) as error:  # the settings name its platform no more
            raise TierRejected(f"{video.tier}: not in the settings any more") from error
        return await filmer.look(_request(video), video.handle)

    async def _stop(self, service: Service, video: Video) -> None:
        try:
            async with asyncio.timeout(_LOOK_S):
                await service.filmer(video.tier).cancel(_request(video), video.handle)
        except (TimeoutError, TierError, LookupError, ValueError) as error:
            _log.warning("a film may run on", extra={"tier": video.tier, "reason": str(error)})

    # -- its end -----------------------------------------------------------------

    async def _end(
        self,
        service: Service,
        video: Video,
        made: Made | None = None,
        error: str | None = None,
        cause: TierError | None = None,
    ) -> None:
        now = time.time()
        url = made.files[0].url if made is not None else None
        status: Status = "failed" if error else "completed"
        if not await self._call(lambda file: file.end(video.id, status, now, url, error)):
            return  # another worker saw it first, and booked it
        making = _booked(service, video, made, cause)
        outcome = "stop" if status == "completed" else "error" if cause else "cancelled"
        if self._front.ledger is not None:
            self._front.ledger.record(making, "videos", outcome)
        fields = {"id": video.id, "tier": video.tier, "outcome": outcome, "error": error}
        _log.info("film", extra={"fields": fields})

    # -- the file ----------------------------------------------------------------

    async def _find(self, id_: str, owner: str) -> Video:
        video = await self._call(lambda file: file.find(id_, owner))
        if video is None:
            raise BadRequest("There is no such video.", status=404, code="video_not_found")
        return video

    async def _call(self, act: Callable[[VideoFile], _T]) -> _T:
        """Raises `Overloaded` where the file cannot be used."""
        if self._path is None:
            raise Overloaded("there is no state folder to keep videos in", retry_after_s=60.0)
        return await self._file.call(act)

    def _open_file(self) -> VideoFile:
        assert self._path is not None  # as `_call` has seen
        return VideoFile(self._path)


@contextlib.asynccontextmanager
async def open_filming(
    front: Front, path: Path | None, open_file: OpenFile
) -> AsyncIterator[Filming]:
    filming = Filming(front, path, open_file)
    watch = asyncio.get_running_loop().create_task(filming.watch())
    try:
        yield filming
    finally:
        watch.cancel()
        await asyncio.gather(watch, return_exceptions=True)
        await filming.close()


def owner_of(key: str) -> str:
    """What stands for a key in the file."""
    return hashlib.sha256(key.encode()).hexdigest()


def _limit_s(service: Service, video: Video) -> float:
    model = service.knowledge.find(video.tier)
    own_ms = None if model is None else model.whole_ms
    return (own_ms or service.knowledge.tiers.deep.video_ms) / 1000


def _request(video: Video) -> MediaRequest:
    film = Film("", video.seconds, video.size)
    return MediaRequest(video.id, video.model, film, Options(data=video.label))


def _booked(service: Service, video: Video, made: Made | None, cause: TierError | None) -> Making:
    """The film as a request that ends now. What a film costs that was stopped, or whose length
    nobody knows, nobody knows."""
    now, request = time.monotonic(), _request(video)
    prices = None
    with contextlib.suppress(LookupError, ValueError):
        prices = service.prices(video.tier)
    is_known = video.seconds is not None or prices is None or prices.video_s is None
    priced = prices if made is not None and is_known else None
    plan = MediaPlan("video", (MediaTarget(video.tier, 0.0),), 0.0)
    began = now - max(0.0, time.time() - video.created_at)
    account = Account(began, estimate_usage(request.ask).input, {video.tier: priced})
    account.start(StartLeg(video.leg, video.tier, Role.TARGET, is_whole=True), began)
    if made is not None:
        account.deliver(video.leg, made.usage, now)
    elif cause is not None:
        account.hear(Failed(video.leg, now, cause))
    else:
        account.cancel(CancelLeg(video.leg), now)
    account.settle(now)
    return Making(request, plan, account)
