"""Veo at Vertex AI: a long-running operation that is asked after by its name.

The film comes within the answer, in base64, so it is asked for again whenever somebody wants it.
Nothing is known there by which an operation could be cancelled.

https://docs.cloud.google.com/vertex-ai/generative-ai/docs/model-reference/veo-video-generation
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from adapters.dialect import Ask, Broken, Finished, HostedModel, HttpCall, Step, Submit, cannot
from adapters.failures import broken_off
from adapters.media_json import own_members
from adapters.members import object_in, objects_in, text_in
from adapters.picture_size import shape
from adapters.polling import Backoff, read_object
from edge.core.errors import TierError, TierGarbled, TierRejected
from edge.core.media import Film, Made, MediaRequest, Picture
from edge.core.types import Json, Usage

SHAPES = ("16:9", "9:16")
_DATA_URL = re.compile(r"data:(image/[\w.+-]+);base64,", re.ASCII | re.IGNORECASE)


def begin(request: MediaRequest, model: HostedModel, /) -> Operation:
    """`provider_options` are of `parameters`."""
    film = request.ask
    assert isinstance(film, Film)
    own = own_members(request, model)
    if "storageUri" in own:
        raise cannot(model, "cannot be fetched from a bucket here", "provider_options")
    given: dict[str, Json] = {
        "durationSeconds": film.seconds,
        "aspectRatio": None if film.size is None else shape(film.size, model, SHAPES),
    }
    parameters = {name: value for name, value in given.items() if value is not None}
    instance = {"prompt": film.prompt, **_image(film, model)}
    body = {"instances": [instance], "parameters": {**own, **parameters, "sampleCount": 1}}
    return Operation(request, model, Submit(HttpCall(f"{_path(model)}:predictLongRunning", body)))


def resume(request: MediaRequest, model: HostedModel, handle: Json, /) -> Operation:
    if not isinstance(handle, str):
        raise TierGarbled(f"{model.name}: no operation's name")
    step = Ask(_asked_for(model, handle), may_repeat=True)
    return Operation(request, model, step, handle)


class Operation:
    """See `adapters.media.LastingJob`. `handle` is its name."""

    progress: float | None = None

    def __init__(
        self, request: MediaRequest, model: HostedModel, step: Step, handle: str | None = None
    ) -> None:
        self.step = step
        self.made: Made | None = None
        self.handle = handle
        self._request = request
        self._model = model
        self._backoff = Backoff()

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> None:
        try:
            self._read(read_object(self._model.name, body))
        except TierError as error:
            self.step = Broken(error)

    def cancel(self) -> HttpCall | None:
        return None

    def _read(self, told: dict[str, Any]) -> None:
        name = text_in(told.get("name")) or self.handle
        if not name:
            raise TierGarbled(f"{self._model.name}: an operation without a name")
        self.handle = name
        if told.get("error"):
            raise broken_off(self._model.name, told)
        if told.get("done") is not True:
            http = _asked_for(self._model, name)
            self.step = Ask(http, self._backoff.next_s(), may_repeat=True)
            return
        self.made = self._film(object_in(told.get("response")))
        self.step = Finished()

    def _film(self, response: dict[str, Any]) -> Made:
        film = self._request.ask
        assert isinstance(film, Film)
        for video in objects_in(response.get("videos")):
            if data := text_in(video.get("bytesBase64Encoded")):
                kind = text_in(video.get("mimeType")) or "video/mp4"
                seconds = float(film.seconds or 0)
                return Made(Usage(0, 0, video_s=seconds), files=(Picture(None, data, kind),))
        reasons = response.get("raiMediaFilteredReasons")
        if reasons:
            raise TierRejected(f"{self._model.name}: no film: {reasons!s:.80}", own_limit=True)
        raise TierGarbled(f"{self._model.name}: an answer without a film")


def _asked_for(model: HostedModel, name: str) -> HttpCall:
    return HttpCall(f"{_path(model)}:fetchPredictOperation", {"operationName": name})


def _path(model: HostedModel) -> str:
    return f"/models/{quote(model.id, safe='')}"


def _image(film: Film, model: HostedModel) -> dict[str, Json]:
    if film.image_url is None:
        return {}
    inline = _DATA_URL.match(film.image_url)
    if inline is None:
        raise cannot(model, "takes a first picture as a base64 data URL only", "input_reference")
    data = film.image_url[inline.end() :]
    return {"image": {"bytesBase64Encoded": data, "mimeType": inline[1].lower()}}
