"""Videos in OpenAI's dialect: `POST /v1/videos` begins one through the chain of the route `video`
and answers at once; `GET /v1/videos/{id}` asks after it, `.../content` has the file, and `DELETE`
stops and forgets it.

A film belongs to the API key that asked for it: to any other there is none of that id.

https://platform.openai.com/docs/api-reference/videos
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import web
from aiohttp.http import HttpProcessingError

from edge.core.errors import BadRequest, EdgeError
from edge.core.events import End
from edge.core.media import Film, MediaRequest
from edge.core.types import FinishReason, Json
from edge.doors.body import bounded, read_body
from edge.doors.fields import Fields
from edge.doors.front import Front
from edge.doors.guard import client_retries, given_key, request_id
from edge.doors.openai_errors import to_wire
from edge.doors.options import read_options, read_provider_options
from edge.filming import Filming, OpenedFile, owner_of
from edge.make import begin
from edge.video_file import Video

_MOST_CHARS = 32_000
_LONGEST_S = 120
_SIZE = re.compile(r"[1-9][0-9]{0,4}x[1-9][0-9]{0,4}\Z")
# What aiohttp raises for a part's head, its transfer encoding, its charset, its text.
_NO_FORM = (HttpProcessingError, RuntimeError, LookupError, ValueError)
_OURS = frozenset("model prompt seconds size input_reference prelude provider_options".split())


def routes(front: Front, filming: Filming) -> list[web.RouteDef]:
    async def create(http: web.Request) -> web.StreamResponse:
        arrived_at, service = time.monotonic(), front.service
        request = await read_film_request(http)
        making = begin(service, request, arrived_at)
        with front.watch(making, "videos"):
            try:
                video = await filming.submit(service, making, _owner(http))
            except EdgeError as error:
                front.note_end(making, End(FinishReason.ERROR, error))
                response = to_wire(error).response()
            else:
                front.note_end(making, End(FinishReason.STOP))
                response = _json(video_body(video))
        response.headers["x-prelude-plan"] = making.plan_line
        return response

    async def retrieve(http: web.Request) -> web.StreamResponse:
        video = await filming.look(front.service, http.match_info["id"], _owner(http))
        return _json(video_body(video))

    async def delete(http: web.Request) -> web.StreamResponse:
        id_ = http.match_info["id"]
        await filming.drop(front.service, id_, _owner(http))
        return _json({"id": id_, "object": "video.deleted", "deleted": True})

    async def content(http: web.Request) -> web.StreamResponse:
        if http.query.get("variant", "video") != "video":
            raise BadRequest("Only the variant `video` is kept.", param="variant")
        video = await filming.look(front.service, http.match_info["id"], _owner(http))
        if video.status != "completed":
            message = f"The video is not there: it is {video.status}."
            raise BadRequest(message, status=409, code="video_not_ready")
        async with filming.open(front.service, video) as opened:
            return await _pass_on(http, opened)

    return [
        web.post("/v1/videos", create),
        web.get("/v1/videos/{id}", retrieve),
        web.delete("/v1/videos/{id}", delete),
        web.get("/v1/videos/{id}/content", content),
    ]


async def read_film_request(http: web.Request) -> MediaRequest:
    """Raises `BadRequest`. OpenAI's client sends a form; JSON will do as well."""
    is_form = http.content_type == "multipart/form-data"
    body = await _read_form(http) if is_form else await read_body(http)
    prompt = body.text("prompt")
    if not prompt or len(prompt) > _MOST_CHARS:
        raise body.wrong("prompt", f"a text of 1 to {_MOST_CHARS} characters")
    for key in body.data:
        if key not in _OURS:
            raise BadRequest(f"`{key}` is not known here.", param=key, code="unknown_parameter")
    size = body.text("size")
    if size is not None and not _SIZE.match(size):
        raise body.wrong("size", "WIDTHxHEIGHT in pixels")
    return MediaRequest(
        id=request_id(http),
        model=body.text("model") or "auto",
        ask=Film(prompt, _seconds(body), size, _reference(body)),
        options=read_options(body),
        provider_options=read_provider_options(body),
        client_retries=client_retries(http),
    )


def video_body(video: Video) -> Json:
    """What the caller wrote was not kept."""
    progress = 100 if video.status == "completed" else round(100 * (video.progress or 0.0))
    body: dict[str, Json] = {
        "id": video.id,
        "object": "video",
        "status": video.status,
        "progress": progress,
        "model": video.model,
        "seconds": "" if video.seconds is None else str(video.seconds),
        "size": video.size or "",
        "created_at": int(video.created_at),
        "completed_at": int(video.ended_at) if video.ended_at and not video.error else None,
        "expires_at": int(video.expires_at),
        "error": None,
        "prelude": {"models": [video.tier]},
    }
    if video.error is not None:
        body["error"] = {"code": "video_failed", "message": video.error}
    return body


def _owner(http: web.Request) -> str:
    return owner_of(given_key(http))


def _seconds(body: Fields) -> int | None:
    """OpenAI's are a text."""
    given = body.data.get("seconds")
    if isinstance(given, str) and given.isascii() and given.isdigit() and len(given) < 5:
        given = int(given)
    return Fields({"seconds": given}).integer("seconds", 1, _LONGEST_S)


def _reference(body: Fields) -> str | None:
    reference = body.object("input_reference")
    if reference is None:
        return None
    url = reference.text("image_url")
    if url is None or not url.startswith(("https://", "data:image/")):
        raise reference.wrong("image_url", "an https or data URL of an image")
    return url


async def _read_form(http: web.Request) -> Fields:
    try:
        async with bounded(http):
            form = await http.post()
    except _NO_FORM as error:
        raise BadRequest("The body is not a form.") from error
    return Fields(dict(_members(form)))


def _members(form: Mapping[str, Any]) -> list[tuple[str, Json]]:
    members: list[tuple[str, Json]] = []
    for name, value in form.items():
        if name == "input_reference" and isinstance(value, web.FileField):
            data = base64.b64encode(value.file.read()).decode()
            members.append((name, {"image_url": f"data:{value.content_type};base64,{data}"}))
        elif name == "input_reference[image_url]":
            members.append(("input_reference", {"image_url": value}))
        elif name in ("prelude", "provider_options") and isinstance(value, str):
            members.append((name, _object(name, value)))
        else:
            members.append((name, value))
    return members


def _object(name: str, text: str) -> Json:
    try:
        return orjson.loads(text)
    except ValueError as error:
        raise BadRequest(f"`{name}` must be JSON.", param=name) from error


async def _pass_on(http: web.Request, opened: OpenedFile) -> web.StreamResponse:
    response = web.StreamResponse(headers={"content-type": opened.media_type})
    response.content_length = opened.length
    await response.prepare(http)
    try:
        async for data in opened.chunks:
            await response.write(data)
        await response.write_eof()
    except EdgeError as error:  # the head is gone: the client sees that it is cut off
        response.force_close()
        if http.transport is not None:
            http.transport.abort()
        raise ConnectionResetError from error
    return response


def _json(body: Json) -> web.Response:
    return web.Response(body=orjson.dumps(body), content_type="application/json")
