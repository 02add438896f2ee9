"""fal's pictures and films: pictures asked for at once or through its queue, films through that.

The result names its files by URL; pictures that a caller wants to have at hand come within it
(`sync_mode`), and are then kept nowhere.

https://docs.fal.ai/model-apis/model-endpoints/queue
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from adapters.dialect import (
    Ask,
    Broken,
    Finished,
    HostedModel,
    HttpCall,
    Step,
    Submit,
    cannot,
)
from adapters.failures import broken_off
from adapters.made_files import files_made, film_input, joined
from adapters.media_json import read_object
from adapters.picture_size import sides
from adapters.polling import Backoff, member
from adapters.polling import read_object as read_told
from edge.core.errors import TierError, TierGarbled
from edge.core.media import Draw, Film, Made, MediaRequest
from edge.core.types import Json

# A result's one file has a member of its own, several of them a list.
_NAMES = {"image": ("images", "image"), "video": ("video", "videos"), "embedding": ()}
_URLS = ("status_url", "response_url", "cancel_url")


class Direct:
    """See `adapters.media.MediaDialect`."""

    def encode(self, request: MediaRequest, model: HostedModel, /) -> HttpCall:
        return HttpCall(f"/{quote(model.id)}", _input(request, model))

    def decode(self, request: MediaRequest, tier: str, body: bytes, /) -> Made:
        return _read(request, tier, body, None)


class Queue:
    """See `adapters.media.LastingJobDialect`."""

    def begin(self, request: MediaRequest, model: HostedModel, /) -> QueuedJob:
        submission = HttpCall(f"/{quote(model.id)}", _input(request, model))
        return QueuedJob(request, model.name, Submit(submission))

    def resume(self, request: MediaRequest, model: HostedModel, handle: Json, /) -> QueuedJob:
        urls = _urls_in(model.name, handle)
        status = HttpCall("", None, "GET", url=urls["status_url"])
        return QueuedJob(request, model.name, Ask(status, may_repeat=True), urls)


DIRECT = Direct()
QUEUE = Queue()


class QueuedJob:
    """Submitted, asked after, fetched. See `adapters.media.LastingJob`."""

    progress: float | None = None  # it tells a place in the queue, not how far it is

    def __init__(
        self, request: MediaRequest, tier: str, step: Step, urls: dict[str, str] | None = None
    ) -> None:
        self.step = step
        self.made: Made | None = None
        self._request = request
        self._tier = tier
        self._urls = urls
        self._backoff = Backoff()
        self._is_over = False
        self._compute_s: Json = None

    @property
    def handle(self) -> Json:
        return self._urls

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> None:
        try:
            if self._is_over:
                self.made = _read(self._request, self._tier, body, self._compute_s)
                self.step = Finished()
                return
            told = read_told(self._tier, body)
            if self._urls is None:
                self._urls = _urls_in(self._tier, told)
            self._look_at(told, self._urls)
        except TierError as error:
            self.step = Broken(error)

    def cancel(self) -> HttpCall | None:
        if self._is_over or self._urls is None:
            return None
        return HttpCall("", None, "PUT", url=self._urls["cancel_url"])

    def _look_at(self, told: dict[str, Any], urls: dict[str, str]) -> None:
        if told.get("status") != "COMPLETED":
            http = HttpCall("", None, "GET", url=urls["status_url"])
            self.step = Ask(http, self._backoff.next_s(), may_repeat=True)
            return
        self._is_over = True
        self._compute_s = member(told.get("metrics"), "inference_time")
        # It is fetched though it failed: its status says best how.
        self.step = Ask(HttpCall("", None, "GET", url=urls["response_url"]))


def _input(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    match request.ask:
        case Draw() as draw:
            return joined(request, model, _draw_input(draw, model))
        case Film() as film:
            image = {} if film.image_url is None else {"image_url": film.image_url}
            return joined(request, model, {**film_input(film, model), **image})
    raise cannot(model, "makes pictures and films only")


def _draw_input(draw: Draw, model: HostedModel) -> dict[str, Json]:
    given: dict[str, Json] = {"num_images": draw.count}
    if draw.size is not None:
        width, height = sides(draw.size, model)
        given["image_size"] = {"width": width, "height": height}
    if draw.form == "b64_json":
        given["sync_mode"] = True
    return given


def _read(request: MediaRequest, tier: str, body: bytes, compute_s: Json) -> Made:
    result = read_object(tier, body)
    files = next((result[name] for name in _NAMES[request.ask.kind] if name in result), None)
    if files is None and "detail" in result:
        raise broken_off(tier, result)
    spent = member(result.get("timings"), "inference") if compute_s is None else compute_s
    return files_made(request.ask, tier, files, spent)


def _urls_in(tier: str, told: Json) -> dict[str, str]:
    urls = {name: member(told, name) for name in _URLS}
    if not all(isinstance(url, str) for url in urls.values()):
        raise TierGarbled(f"{tier}: a submission without its addresses")
    return urls
