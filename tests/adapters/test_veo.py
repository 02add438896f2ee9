from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import veo
from adapters.dialect import Ask, Broken, Finished, HttpCall, Step, Submit
from adapters.models import describe
from adapters.veo import Operation
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.media import Film, Made, MediaRequest, Picture
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Usage

SETTINGS = Settings(
    providers={"vertex": ProviderSettings("vertex", region="us-central1", project="p")}
)
MODEL = describe("vertex/veo-3.1-generate-001", SETTINGS)
PATH = "/models/veo-3.1-generate-001"
NAME = "projects/p/locations/us-central1/publishers/google/models/veo-3.1/operations/1"
FILM = {"bytesBase64Encoded": "AAAA", "mimeType": "video/mp4"}


def request(**members: Any) -> MediaRequest:
    options = members.pop("provider_options", {})
    given: dict[str, Any] = {"prompt": "a cat", "seconds": 8, **members}
    return MediaRequest("r", "auto", Film(**given), provider_options=options)


def hear(operation: Operation, **told: Any) -> Step:
    operation.heard(200, {}, orjson.dumps(told))
    return operation.step


def test_a_film_is_asked_for_with_its_length_shape_and_first_picture() -> None:
    asked = request(
        size="1280x720",
        image_url="data:image/png;base64,AAAA",
        provider_options={"vertex": {"generateAudio": False, "sampleCount": 4}},
    )
    image = {"bytesBase64Encoded": "AAAA", "mimeType": "image/png"}
    body = {
        "instances": [{"prompt": "a cat", "image": image}],
        "parameters": {
            "generateAudio": False,
            "sampleCount": 1,
            "durationSeconds": 8,
            "aspectRatio": "16:9",
        },
    }
    assert veo.begin(asked, MODEL).step == Submit(HttpCall(f"{PATH}:predictLongRunning", body))


@pytest.mark.parametrize(
    "members",
    [
        {"size": "1024x1024"},
        {"image_url": "https://a.example/cat.png"},
        {"provider_options": {"vertex": {"storageUri": "gs://a"}}},
    ],
)
def test_what_it_cannot_be_told_is_refused(members: dict[str, Any]) -> None:
    with pytest.raises(TierRejected):
        veo.begin(request(**members), MODEL)


def test_an_operation_is_asked_after_by_its_name_until_it_is_done() -> None:
    operation = veo.begin(request(), MODEL)
    step = hear(operation, name=NAME)
    http = HttpCall(f"{PATH}:fetchPredictOperation", {"operationName": NAME})
    assert isinstance(step, Ask) and step.http == http and step.within_s > 0
    assert (operation.handle, operation.cancel()) == (NAME, None)
    assert isinstance(hear(operation, name=NAME, done=False), Ask)
    assert hear(operation, name=NAME, done=True, response={"videos": [FILM]}) == Finished()
    film = Picture(None, "AAAA", "video/mp4")
    assert operation.made == Made(Usage(0, 0, video_s=8.0), files=(film,))


def test_an_operation_is_gone_on_with_by_its_handle() -> None:
    step = veo.resume(request(), MODEL, NAME).step
    assert isinstance(step, Ask) and step.http.body == {"operationName": NAME}
    with pytest.raises(TierGarbled):
        veo.resume(request(), MODEL, None)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({}, TierGarbled),
        ({"name": NAME, "done": True}, TierGarbled),
        ({"name": NAME, "done": True, "response": {"videos": [{"gcsUri": "gs://a"}]}}, TierGarbled),
        ({"name": NAME, "done": True, "error": {"code": 13, "message": "no"}}, TierUnavailable),
        (
            {"name": NAME, "done": True, "response": {"raiMediaFilteredReasons": ["a cat"]}},
            TierRejected,
        ),
    ],
)
def test_what_brings_no_film_is_its_end(told: dict[str, Any], kind: type[TierError]) -> None:
    step = hear(veo.begin(request(), MODEL), **told)
    assert isinstance(step, Broken) and isinstance(step.error, kind)
