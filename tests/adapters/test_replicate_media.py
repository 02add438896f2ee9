from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import replicate_media
from adapters.dialect import Ask, Broken, Finished, HttpCall, Step, Submit
from adapters.models import describe
from adapters.replicate_media import Prediction
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.media import Draw, Film, Made, MediaRequest, Picture
from edge.core.settings import Settings
from edge.core.types import Usage

MODEL = describe("replicate/black-forest-labs/flux-schnell", Settings())
PATH = "/models/black-forest-labs/flux-schnell/predictions"
URL = "https://replicate.delivery/a.webp"
FILM = Film("a cat runs", 5, "1280x720", "https://a.example/cat.png")


def request(ask: Draw | Film | None = None, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", ask or Draw("a cat"), **members)


def hear(job: Prediction, **members: Any) -> Step:
    job.heard(201, {}, orjson.dumps({"id": "a/1", "error": None, **members}))
    return job.step


def test_pictures_are_asked_for_and_waited_for_a_moment() -> None:
    job = replicate_media.begin(request(Draw("a cat", 2, "1024x1024")), MODEL)
    given = {"prompt": "a cat", "num_outputs": 2, "aspect_ratio": "1:1"}
    assert job.step == Submit(HttpCall(PATH, {"input": given}, headers={"prefer": "wait=5"}))


def test_a_film_is_not_waited_for() -> None:
    job = replicate_media.begin(request(FILM), MODEL)
    given = {"duration": 5, "aspect_ratio": "16:9", "image": FILM.image_url, "prompt": FILM.prompt}
    assert job.step == Submit(HttpCall(PATH, {"input": given}))


def test_a_prediction_that_is_there_is_read() -> None:
    job = replicate_media.begin(request(), MODEL)
    step = hear(job, status="succeeded", output=[URL], metrics={"predict_time": 0.5})
    assert step == Finished()
    assert job.made == Made(Usage(0, 0, images=1, compute_s=0.5), files=(Picture(URL),))


def test_one_that_runs_is_asked_after_and_can_be_cancelled() -> None:
    job = replicate_media.begin(request(FILM), MODEL)
    assert job.cancel() is None
    step = hear(job, status="processing")
    assert isinstance(step, Ask) and step.may_repeat
    assert step.http == HttpCall("/predictions/a%2F1", None, "GET")
    assert job.cancel() == HttpCall("/predictions/a%2F1/cancel", None)
    hear(job, status="succeeded", output=URL)
    assert job.cancel() is None
    assert job.made is not None and job.made.usage.video_s == 5.0


def test_a_prediction_is_gone_on_with_by_its_handle() -> None:
    begun = replicate_media.begin(request(FILM), MODEL)
    hear(begun, status="starting")
    job = replicate_media.resume(request(FILM), MODEL, begun.handle)
    assert isinstance(job.step, Ask) and job.step.http.path == "/predictions/a%2F1"
    assert job.cancel() == begun.cancel()
    with pytest.raises(TierGarbled):
        replicate_media.resume(request(FILM), MODEL, {"id": 1})


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"status": "failed", "error": "It broke."}, TierUnavailable),
        ({"status": "canceled"}, TierUnavailable),
        ({"status": "succeeded", "output": []}, TierGarbled),
        ({"status": "succeeded", "output": ["words"]}, TierGarbled),
        ({"status": None}, TierGarbled),
        ({"status": "starting", "id": 1}, TierGarbled),
    ],
)
def test_what_brings_no_picture_breaks_the_job(told: dict[str, Any], kind: type[TierError]) -> None:
    job = replicate_media.begin(request(), MODEL)
    step = hear(job, **told)
    assert isinstance(step, Broken) and isinstance(step.error, kind)


def test_what_has_no_place_is_refused() -> None:
    with pytest.raises(TierRejected):
        replicate_media.begin(request(Draw("a", options={"style": "vivid"})), MODEL)
