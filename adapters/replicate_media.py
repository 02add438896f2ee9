"""Replicate's pictures and films: predictions, whose output is one file's URL or a list of them.

https://replicate.com/docs/reference/http
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from adapters.dialect import Ask, Broken, Finished, HostedModel, HttpCall, Step, Submit, cannot
from adapters.made_files import files_made, film_input, joined
from adapters.picture_size import shape
from adapters.polling import Backoff, member, read_object
from adapters.replicate import OVER, WAIT_S, failure, where
from edge.core.errors import TierError, TierGarbled
from edge.core.media import Draw, Film, Made, MediaRequest
from edge.core.types import Json


def begin(request: MediaRequest, model: HostedModel, /) -> Prediction:
    path, named = where(model.id)
    body = {**named, "input": _input(request, model)}
    # A film is not there in a moment, and its prediction's id is what the caller waits for.
    wait = {} if isinstance(request.ask, Film) else {"prefer": f"wait={WAIT_S}"}
    return Prediction(request, model.name, Submit(HttpCall(path, body, headers=wait)))


def resume(request: MediaRequest, model: HostedModel, handle: Json, /) -> Prediction:
    if not isinstance(handle, str):
        raise TierGarbled(f"{model.name}: no prediction's id")
    return Prediction(request, model.name, Ask(_asked_for(handle), may_repeat=True), handle)


class Prediction:
    """See `adapters.media.LastingJob`. `handle` is its id, fit for a path."""

    progress: float | None = None  # its logs may say

    def __init__(
        self, request: MediaRequest, tier: str, step: Step, handle: str | None = None
    ) -> None:
        self.step = step
        self.made: Made | None = None
        self.handle = handle
        self._request = request
        self._tier = tier
        self._is_over = False
        self._backoff = Backoff()

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> None:
        try:
            self._read(read_object(self._tier, body))
        except TierError as error:
            self.step = Broken(error)

    def cancel(self) -> HttpCall | None:
        if self.handle is None or self._is_over:
            return None
        return HttpCall(f"/predictions/{self.handle}/cancel", None)

    def _read(self, prediction: dict[str, Any]) -> None:
        id_, status = prediction.get("id"), prediction.get("status")
        if not isinstance(id_, str) or not isinstance(status, str):
            raise TierGarbled(f"{self._tier}: a prediction without id or status")
        self.handle = quote(id_, safe="")
        self._is_over = status in OVER
        if not self._is_over:
            self.step = Ask(_asked_for(self.handle), self._backoff.next_s(), may_repeat=True)
            return
        if status != "succeeded":
            raise failure(self._tier, status, prediction.get("error"))
        spent = member(prediction.get("metrics"), "predict_time")
        self.made = files_made(self._request.ask, self._tier, prediction.get("output"), spent)
        self.step = Finished()


def _asked_for(id_: str) -> HttpCall:
    return HttpCall(f"/predictions/{id_}", None, "GET")


def _input(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    match request.ask:
        case Draw(count=count, size=size):
            many = {} if count == 1 else {"num_outputs": count}
            shaped = {} if size is None else {"aspect_ratio": shape(size, model)}
            return joined(request, model, {**many, **shaped})
        case Film() as film:
            image = {} if film.image_url is None else {"image": film.image_url}
            return joined(request, model, {**film_input(film, model), **image})
    raise cannot(model, "makes pictures and films only")
