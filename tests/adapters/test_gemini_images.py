from __future__ import annotations

from typing import Any

import orjson
import pytest

from adapters import gemini_images
from adapters.models import describe
from edge.core.errors import TierError, TierGarbled, TierRejected
from edge.core.media import Draw, Made, MediaRequest, Picture
from edge.core.settings import Settings
from edge.core.types import Usage

MODEL = describe("gemini/gemini-3.1-flash-image", Settings())


def request(ask: Draw | None = None, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", ask or Draw("a cat"), **members)


def decode(**answer: Any) -> Made:
    return gemini_images.decode(request(), "a/b", orjson.dumps(answer))


def candidate(*parts: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"candidates": [{"content": {"parts": parts}, **members}]}


def test_a_picture_is_asked_for_as_a_reply() -> None:
    options = {"gemini": {"generationConfig": {"seed": 1}, "safetySettings": []}}
    asked = request(Draw("a cat", size="1536x1024"), provider_options=options)
    http = gemini_images.encode(asked, MODEL)
    assert http.path == "/models/gemini-3.1-flash-image:generateContent"
    assert http.body == {
        "contents": [{"role": "user", "parts": [{"text": "a cat"}]}],
        "generationConfig": {
            "responseModalities": ["IMAGE"],
            "imageConfig": {"aspectRatio": "3:2"},
            "seed": 1,
        },
        "safetySettings": [],
    }


@pytest.mark.parametrize(
    ("ask", "param"),
    [
        (Draw("a", count=2), "n"),
        (Draw("a", options={"style": "vivid"}), "style"),
        (Draw("a", size="1792x1024"), "size"),
    ],
)
def test_what_it_cannot_be_told_is_refused(ask: Draw, param: str) -> None:
    with pytest.raises(TierRejected) as refused:
        gemini_images.encode(request(ask), MODEL)
    assert refused.value.own_limit and refused.value.param == param


def test_pictures_are_found_among_words_and_tokens_are_counted() -> None:
    inline = {"inlineData": {"mimeType": "image/png", "data": "AAAA"}}
    counts = {"promptTokenCount": 3, "candidatesTokenCount": 1290, "thoughtsTokenCount": 10}
    made = decode(**candidate({"text": "Here."}, inline), usageMetadata=counts)
    assert made.files == (Picture(data="AAAA", media_type="image/png"),)
    assert made.usage == Usage(3, 1300, reasoning=10, images=1)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({"promptFeedback": {"blockReason": "SAFETY"}}, TierRejected),
        (candidate(finishReason="IMAGE_SAFETY"), TierRejected),
        (candidate({"text": "No."}, finishReason="STOP"), TierGarbled),
        ({}, TierGarbled),
        ({"candidates": "x"}, TierGarbled),
    ],
)
def test_an_answer_without_a_picture_says_why(
    answer: dict[str, Any], kind: type[TierError]
) -> None:
    with pytest.raises(kind):
        decode(**answer)
