"""Pictures at Vertex AI: of Imagen, which is asked to `predict`, and of Gemini's models.

https://docs.cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api
"""

from __future__ import annotations

from urllib.parse import quote

from adapters import gemini_images
from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.media_json import own_members, read_object
from adapters.members import objects_in, text_in
from adapters.picture_size import shape
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Draw, Made, MediaRequest, Picture
from edge.core.types import Json, Usage

MOST = 4
SHAPES = ("1:1", "3:4", "4:3", "9:16", "16:9")


def encode(request: MediaRequest, model: HostedModel, /) -> HttpCall:
    """For Imagen, `provider_options` are of `parameters`."""
    if not model.id.startswith("imagen"):
        return gemini_images.encode(request, model)
    ask = request.ask
    assert isinstance(ask, Draw)
    if ask.count > MOST:
        raise cannot(model, f"makes {MOST} pictures at once at most", "n")
    for option in ask.options:
        raise cannot(model, f"takes no {option}", option)
    parameters: dict[str, Json] = {**own_members(request, model), "sampleCount": ask.count}
    if ask.size is not None:
        parameters["aspectRatio"] = shape(ask.size, model, SHAPES)
    body = {"instances": [{"prompt": ask.prompt}], "parameters": parameters}
    return HttpCall(f"/models/{quote(model.id, safe='')}:predict", body)


def decode(request: MediaRequest, tier: str, body: bytes, /) -> Made:
    """It is paid for by the picture, and counts no tokens."""
    answer = read_object(tier, body)
    if "candidates" in answer or "promptFeedback" in answer:
        return gemini_images.decode(request, tier, body)
    ask = request.ask
    assert isinstance(ask, Draw)
    predictions = list(objects_in(answer.get("predictions")))
    pictures = tuple(
        Picture(
            data=data,
            media_type=text_in(each.get("mimeType")) or None,
            revised_prompt=text_in(each.get("prompt")) or None,
        )
        for each in predictions
        if (data := text_in(each.get("bytesBase64Encoded")))
    )
    if len(pictures) == ask.count:
        return Made(Usage(0, 0, images=ask.count), files=pictures)
    held_back = [text_in(each.get("raiFilteredReason")) for each in predictions]
    if any(held_back) or not answer.get("predictions"):  # it says nothing where all are held back
        why = next(filter(None, held_back), "held back")
        raise TierRejected(f"{tier}: no picture: {why:.80}", own_limit=True)
    raise TierGarbled(f"{tier}: {len(pictures)} pictures, not {ask.count}")
