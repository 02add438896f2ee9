"""Pictures of Gemini's models, which say them as they say words: a part of a reply, one in each.
At Vertex AI, `vertex_images.py` has Imagen beside them.

https://ai.google.dev/gemini-api/docs/image-generation
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.gemini_reply import usage_in
from adapters.media_json import own_members, read_object
from adapters.members import object_in, objects_in, text_in
from adapters.picture_size import shape
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Draw, Made, MediaRequest, Picture, estimate_usage
from edge.core.types import Json

SHAPES = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")


def encode(request: MediaRequest, model: HostedModel, /) -> HttpCall:
    ask = request.ask
    assert isinstance(ask, Draw)
    if ask.count > 1:
        raise cannot(model, "makes one picture at a time", "n")
    for option in ask.options:
        raise cannot(model, f"takes no {option}", option)
    own = own_members(request, model)
    config: dict[str, Json] = {"responseModalities": ["IMAGE"]}
    if ask.size is not None:
        config["imageConfig"] = {"aspectRatio": shape(ask.size, model, SHAPES)}
    body = {
        **own,
        "contents": [{"role": "user", "parts": [{"text": ask.prompt}]}],
        "generationConfig": {**config, **object_in(own.get("generationConfig"))},
    }
    return HttpCall(f"/models/{quote(model.id, safe='')}:generateContent", body)


def decode(request: MediaRequest, tier: str, body: bytes, /) -> Made:
    answer = read_object(tier, body)
    pictures = tuple(_pictures(answer))
    if not pictures:
        raise _nothing_drawn(tier, answer)
    told = usage_in(object_in(answer.get("usageMetadata")))
    usage = estimate_usage(request.ask) if told is None else replace(told, images=len(pictures))
    return Made(usage, files=pictures)


def _pictures(answer: dict[str, Any]) -> Iterator[Picture]:
    for candidate in objects_in(answer.get("candidates")):
        for part in objects_in(object_in(candidate.get("content")).get("parts")):
            inline = object_in(part.get("inlineData"))
            if data := text_in(inline.get("data")):
                yield Picture(data=data, media_type=text_in(inline.get("mimeType")) or None)


def _nothing_drawn(tier: str, answer: dict[str, Any]) -> TierGarbled | TierRejected:
    """Another platform may draw what this one holds back, if there is a word for why."""
    feedback = object_in(answer.get("promptFeedback"))
    reasons = [feedback.get("blockReason")]
    reasons += [each.get("finishReason") for each in objects_in(answer.get("candidates"))]
    said = [text_in(reason) for reason in reasons if text_in(reason) not in ("", "STOP")]
    if said:
        return TierRejected(f"{tier}: no picture: {said[0]:.40}", own_limit=True)
    return TierGarbled(f"{tier}: an answer without a picture")
