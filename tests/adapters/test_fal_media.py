from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters.dialect import Ask, Broken, Finished, HttpCall, Step, Submit
from adapters.fal_media import DIRECT, QUEUE, QueuedJob
from adapters.models import describe
from edge.core.errors import TierError, TierGarbled, TierRejected
from edge.core.media import Draw, Embed, Film, Made, MediaRequest, Picture
from edge.core.prices import cost_cents
from edge.core.settings import Settings
from edge.core.types import Usage

MODEL = describe("fal/fal-ai/flux/schnell", Settings())
QUEUED = describe("fal_queue/fal-ai/flux/schnell", Settings())
URLS = {
    name: f"https://queue.fal.run/fal-ai/flux/requests/1/{name}"
    for name in ("status_url", "response_url", "cancel_url")
}
DRAWN = {"url": "https://v3.fal.media/a.png", "content_type": "image/png", "width": 512}
PICTURE = Picture("https://v3.fal.media/a.png", media_type="image/png")
FILM = Film("a cat runs", 5, "1280x720", "https://a.example/cat.png")


def request(ask: Draw | Film | Embed | None = None, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", ask or Draw("a cat"), **members)


def decode(asked: MediaRequest, **answer: Any) -> Made:
    return DIRECT.decode(asked, "a/b", orjson.dumps(answer))


def hear(job: QueuedJob, **members: Any) -> Step:
    job.heard(200, {}, orjson.dumps(members))
    return job.step


# -- at once -----------------------------------------------------------------


def test_pictures_are_asked_for_by_the_usual_names() -> None:
    ask = Draw("a cat", 2, "1024x768", form="b64_json")
    http = DIRECT.encode(request(ask), MODEL)
    assert http.path == "/fal-ai/flux/schnell"
    assert http.body == {
        "prompt": "a cat",
        "num_images": 2,
        "image_size": {"width": 1024, "height": 768},
        "sync_mode": True,
    }


def test_who_knows_the_app_knows_better() -> None:
    options = {"fal": {"image_size": "square", "seed": 1, "prompt": "a dog"}}
    asked = request(Draw("a cat", size="512x512"), provider_options=options)
    assert DIRECT.encode(asked, MODEL).body == {
        "prompt": "a cat",
        "num_images": 1,
        "image_size": "square",
        "seed": 1,
    }


@pytest.mark.parametrize("ask", [Draw("a", options={"quality": "high"}), Embed(("a",))])
def test_what_has_no_place_is_refused(ask: Draw | Embed) -> None:
    with pytest.raises(TierRejected):
        DIRECT.encode(request(ask), MODEL)


def test_pictures_are_read_and_paid_for_each() -> None:
    made = decode(request(Draw("a", 2)), images=[DRAWN, DRAWN], timings={"inference": 0.5})
    assert made == Made(Usage(0, 0, images=2, compute_s=0.5), files=(PICTURE, PICTURE))
    assert cost_cents(made.usage, MODEL.prices) == pytest.approx(0.6)


def test_a_picture_within_the_answer_is_read() -> None:
    made = decode(request(), image={"url": "data:image/jpeg;base64,AAAA"})
    assert made.files == (Picture(data="AAAA", media_type="image/jpeg"),)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"images": []},
        {"images": [DRAWN, DRAWN]},
        {"images": [{"url": "file:///etc/passwd"}]},
        {"images": [{"url": 1}]},
        {"images": "x"},
    ],
)
def test_what_was_not_asked_for_is_garbled(answer: dict[str, Any]) -> None:
    with pytest.raises(TierGarbled):
        decode(request(), **answer)


def test_a_complaint_is_no_picture() -> None:
    with pytest.raises(TierError, match="nsfw"):
        decode(request(), detail=[{"loc": ["body"], "msg": "nsfw", "type": "content"}])


# -- by the queue ------------------------------------------------------------


def test_a_film_is_asked_for_by_the_usual_names() -> None:
    job = QUEUE.begin(request(FILM), QUEUED)
    body = {
        "prompt": "a cat runs",
        "duration": 5,
        "aspect_ratio": "16:9",
        "image_url": "https://a.example/cat.png",
    }
    assert job.step == Submit(HttpCall("/fal-ai/flux/schnell", body))
    assert (job.handle, job.cancel(), job.made) == (None, None, None)


def test_a_film_is_submitted_asked_after_and_fetched() -> None:
    job = QUEUE.begin(request(FILM), QUEUED)
    step = hear(job, status="IN_QUEUE", **URLS)
    assert isinstance(step, Ask) and step.may_repeat
    assert step.http == HttpCall("", None, "GET", url=URLS["status_url"])
    assert job.cancel() == HttpCall("", None, "PUT", url=URLS["cancel_url"])
    step = hear(job, status="COMPLETED", metrics={"inference_time": 9.5})
    assert step == Ask(HttpCall("", None, "GET", url=URLS["response_url"]))
    assert job.cancel() is None
    step = hear(job, video={"url": "https://v3.fal.media/a.mp4", "content_type": "video/mp4"})
    assert step == Finished()
    film = Picture("https://v3.fal.media/a.mp4", media_type="video/mp4")
    assert job.made == Made(Usage(0, 0, compute_s=9.5, video_s=5.0), files=(film,))


def test_a_job_is_gone_on_with_by_its_handle() -> None:
    begun = QUEUE.begin(request(FILM), QUEUED)
    hear(begun, status="IN_QUEUE", **URLS)
    job = QUEUE.resume(request(FILM), QUEUED, orjson.loads(orjson.dumps(begun.handle)))
    assert isinstance(job.step, Ask)
    assert (job.step.http, job.handle) == (
        HttpCall("", None, "GET", url=URLS["status_url"]),
        URLS,
    )
    assert job.cancel() == begun.cancel()


@pytest.mark.parametrize("handle", [None, "x", {}, {**URLS, "cancel_url": 1}])
def test_what_was_no_handle_is_none(handle: Any) -> None:
    with pytest.raises(TierGarbled):
        QUEUE.resume(request(FILM), QUEUED, handle)


def test_a_failed_job_is_fetched_for_its_status() -> None:
    job = QUEUE.begin(request(FILM), QUEUED)
    hear(job, status="IN_QUEUE", **URLS)
    assert isinstance(hear(job, status="COMPLETED", error="no"), Ask)


@pytest.mark.parametrize("told", [{}, {"status": "IN_QUEUE"}, {**URLS, "status_url": None}])
def test_a_submission_without_its_addresses_is_garbled(told: dict[str, Any]) -> None:
    step = hear(QUEUE.begin(request(FILM), QUEUED), **told)
    assert isinstance(step, Broken) and isinstance(step.error, TierGarbled)
