from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import vertex_images
from adapters.models import describe
from edge.core.errors import TierError, TierGarbled, TierRejected
from edge.core.media import Draw, Made, MediaRequest, Picture
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Usage

SETTINGS = Settings(
    providers={"vertex": ProviderSettings("vertex", region="europe-west4", project="p")}
)
IMAGEN = describe("vertex/imagen-4.0-generate-001", SETTINGS)
GEMINI = describe("vertex/gemini-3.1-flash-image", SETTINGS)
DRAWN = {"bytesBase64Encoded": "AAAA", "mimeType": "image/png", "prompt": "a black cat"}


def request(*args: Any, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Draw(*args or ("a cat",), **members))


def decode(asked: MediaRequest, **answer: Any) -> Made:
    return vertex_images.decode(asked, "a/b", orjson.dumps(answer))


def test_imagen_is_asked_to_predict() -> None:
    http = vertex_images.encode(request("a cat", 2, "1024x1024"), IMAGEN)
    assert http.path == "/models/imagen-4.0-generate-001:predict"
    assert http.body == {
        "instances": [{"prompt": "a cat"}],
        "parameters": {"sampleCount": 2, "aspectRatio": "1:1"},
    }


def test_geminis_models_are_asked_as_gemini_is() -> None:
    http = vertex_images.encode(request(), GEMINI)
    assert http.path == "/models/gemini-3.1-flash-image:generateContent"


@pytest.mark.parametrize("ask", [("a", 5), ("a", 1, "1536x1024"), ("a", 1, None, {"style": 1})])
def test_what_imagen_cannot_be_told_is_refused(ask: tuple[Any, ...]) -> None:
    with pytest.raises(TierRejected):
        vertex_images.encode(request(*ask), IMAGEN)


def test_predictions_are_pictures_paid_for_each() -> None:
    made = decode(request("a cat", 2), predictions=[DRAWN, DRAWN])
    picture = Picture(data="AAAA", media_type="image/png", revised_prompt="a black cat")
    assert made == Made(Usage(0, 0, images=2), files=(picture, picture))


def test_a_picture_of_gemini_is_read() -> None:
    part = {"inlineData": {"mimeType": "image/png", "data": "AAAA"}}
    made = decode(request(), candidates=[{"content": {"parts": [part]}}])
    assert made.files == (Picture(data="AAAA", media_type="image/png"),)


@pytest.mark.parametrize(
    ("predictions", "kind"),
    [
        ([DRAWN, {"raiFilteredReason": "It is not allowed."}], TierRejected),
        (None, TierRejected),
        ([DRAWN], TierGarbled),
        ([DRAWN, {}], TierGarbled),
    ],
)
def test_too_few_pictures_are_none(predictions: Any, kind: type[TierError]) -> None:
    with pytest.raises(kind):
        decode(request("a cat", 2), predictions=predictions)
