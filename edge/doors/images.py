"""`POST /v1/images/generations`: OpenAI's dialect, through the chain of the route `image`."""

from __future__ import annotations

import re
import time

from aiohttp import web

from edge.core.errors import BadRequest
from edge.core.media import Draw, Form, Made, MediaRequest, Picture
from edge.core.types import Json
from edge.doors.fields import Fields
from edge.doors.front import Front
from edge.doors.making import answer, read_media_options
from edge.doors.options import read_provider_options
from edge.make import Making

_MOST_CHARS = 32_000  # of a prompt, as OpenAI has it
_MOST_PICTURES = 10
_SIZE = re.compile(r"[1-9][0-9]{0,4}x[1-9][0-9]{0,4}\Z")
_FORMS: tuple[Form, ...] = ("url", "b64_json")
# Words that the platforms that have such a member know; what they are is for them to say.
_WORDS = ("quality", "style", "background", "moderation", "output_format")
_OURS = frozenset(
    "model prompt n size response_format output_compression stream partial_images prelude "
    "provider_options".split()
) | frozenset(_WORDS)


def routes(front: Front) -> list[web.RouteDef]:
    async def draw(http: web.Request) -> web.StreamResponse:
        return await answer(front, http, "images", read_draw_request, images_body)

    return [web.post("/v1/images/generations", draw)]


def read_draw_request(body: Fields, request_id: str, client_retries: int = 0) -> MediaRequest:
    """Raises `BadRequest` naming the member at fault. Without a model the choice is ours."""
    if body.flag("stream") or body.integer("partial_images", 0, 3):
        key = "stream" if body.data.get("stream") else "partial_images"
        message = f"`{key}` is not supported: pictures come when they are done."
        raise BadRequest(message, param=key, code="unsupported_parameter")
    return MediaRequest(
        id=request_id,
        model=body.text("model") or "auto",
        ask=_read_ask(body),
        options=read_media_options(body),
        provider_options=read_provider_options(body),
        passthrough={k: v for k, v in body.data.items() if k not in _OURS and v is not None},
        client_retries=client_retries,
    )


def images_body(making: Making, made: Made) -> Json:
    ask = making.request.ask
    assert isinstance(ask, Draw)
    body: Json = {
        "created": int(time.time()),
        "data": [_picture(picture, ask.form) for picture in made.files],
    }
    usage = made.usage
    if usage.reported and usage.output:
        body["usage"] = {
            "input_tokens": usage.input,
            "output_tokens": usage.output,
            "total_tokens": usage.input + usage.output,
            "input_tokens_details": {"text_tokens": usage.input, "image_tokens": 0},
        }
    return body


def _picture(picture: Picture, form: Form | None) -> Json:
    """What was made, in the form that was asked for where there is a way to it."""
    entry: Json = {}
    if picture.data is not None and (form != "url" or picture.url is None):
        if form == "url":
            entry["url"] = f"data:{picture.media_type or 'image/png'};base64,{picture.data}"
        else:
            entry["b64_json"] = picture.data
    elif picture.url is not None:
        entry["url"] = picture.url
    if picture.revised_prompt is not None:
        entry["revised_prompt"] = picture.revised_prompt
    return entry


def _read_ask(body: Fields) -> Draw:
    prompt = body.text("prompt")
    if not prompt:
        raise body.wrong("prompt", "a text that is not empty")
    if len(prompt) > _MOST_CHARS:
        message = f"`prompt` may have {_MOST_CHARS} characters; got {len(prompt)}."
        raise BadRequest(message, param="prompt", code="string_above_max_length")
    size = body.text("size")
    if size is not None and size != "auto" and not _SIZE.match(size):
        raise body.wrong("size", "WIDTHxHEIGHT in pixels, or auto")
    form = body.text("response_format")
    if form is not None and form not in _FORMS:
        raise body.wrong("response_format", " or ".join(_FORMS))
    options: dict[str, Json] = {key: word for key in _WORDS if (word := body.text(key))}
    if (compression := body.integer("output_compression", 0, 100)) is not None:
        options["output_compression"] = compression
    return Draw(
        prompt,
        count=body.integer("n", 1, _MOST_PICTURES) or 1,
        size=None if size == "auto" else size,
        options=options,
        form=next((known for known in _FORMS if known == form), None),
    )
