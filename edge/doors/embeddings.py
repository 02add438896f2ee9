"""`POST /v1/embeddings`: OpenAI's dialect, through the chain of the route `embedding`."""

from __future__ import annotations

from array import array
from base64 import b64encode
from collections.abc import Sequence
from sys import byteorder

import orjson
from aiohttp import web

from edge.core.errors import BadRequest
from edge.core.media import Embed, Made, MediaRequest
from edge.core.types import Json
from edge.doors.fields import Fields
from edge.doors.front import Front
from edge.doors.making import answer, model_said, read_media_options
from edge.doors.options import read_provider_options
from edge.make import Making

# Read here; every other member is the platform's, and passed on untouched.
_OURS = frozenset(
    "model input encoding_format dimensions input_type prelude provider_options".split()
)
_MOST_TEXTS = 2048  # as OpenAI has it
_MOST_DIMENSIONS = 65_536
_MOST_CHARS = 1_000_000  # of one text: no model reads a tenth of it
_LARGEST_TOKEN = 2**31 - 1
_FORMATS = ("float", "base64")
_INPUTS = "a string, an array of strings, or arrays of tokens"


def routes(front: Front) -> list[web.RouteDef]:
    async def embed(http: web.Request) -> web.StreamResponse:
        in_base64 = False

        def read(body: Fields, request_id: str, client_retries: int) -> MediaRequest:
            nonlocal in_base64
            in_base64 = _read_format(body) == "base64"
            return read_embed_request(body, request_id, client_retries)

        def write(making: Making, made: Made) -> Json:
            return embeddings_body(making, made, in_base64=in_base64)

        return await answer(front, http, "embeddings", read, write)

    return [web.post("/v1/embeddings", embed)]


def read_embed_request(body: Fields, request_id: str, client_retries: int = 0) -> MediaRequest:
    """Raises `BadRequest` naming the member at fault."""
    model = body.text("model")
    if not model:
        raise body.wrong("model", "the name of a model, such as auto")
    dimensions = body.integer("dimensions", 1, _MOST_DIMENSIONS)
    purpose = body.text("input_type")
    texts, tokens = _read_input(body)
    return MediaRequest(
        id=request_id,
        model=model,
        ask=Embed(texts, dimensions, purpose, tokens),
        options=read_media_options(body),
        provider_options=read_provider_options(body),
        passthrough={k: v for k, v in body.data.items() if k not in _OURS and v is not None},
        client_retries=client_retries,
    )


def embeddings_body(making: Making, made: Made, *, in_base64: bool) -> Json:
    write = _in_base64 if in_base64 else _in_digits
    data = [
        {"object": "embedding", "index": index, "embedding": write(vector)}
        for index, vector in enumerate(made.vectors)
    ]
    tokens = made.usage.input
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    return {"object": "list", "data": data, "model": model_said(making), "usage": usage}


def _in_digits(vector: Sequence[float]) -> orjson.Fragment:
    """Written one by one: all at once would hold up every other thread."""
    return orjson.Fragment(orjson.dumps(list(vector)))


def _in_base64(vector: Sequence[float]) -> str:
    """Little-endian floats of 32 bits, as OpenAI writes them."""
    numbers = array("f", vector)
    if byteorder == "big":
        numbers.byteswap()
    return b64encode(numbers).decode()


def _read_format(body: Fields) -> str:
    given = body.text("encoding_format") or "float"
    if given not in _FORMATS:
        raise body.wrong("encoding_format", " or ".join(_FORMATS))
    return given


def _read_input(body: Fields) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """The texts, or the tokens of each."""
    given = body.data.get("input")
    items = [given] if isinstance(given, str) else given
    if not isinstance(items, list) or not items:
        raise body.wrong("input", f"{_INPUTS}, with at least one")
    if all(type(item) is int for item in items):
        items = [items]
    if len(items) > _MOST_TEXTS:
        message = f"`input` may hold {_MOST_TEXTS} texts; got {len(items)}."
        raise BadRequest(message, param="input")
    if all(isinstance(item, str) for item in items):
        return tuple(map(_checked_text, items)), ()
    if all(isinstance(item, list) for item in items):
        return (), tuple(map(_checked_tokens, items))
    raise body.wrong("input", _INPUTS)


def _checked_text(text: str) -> str:
    if not text:
        raise BadRequest("`input` must not hold an empty string.", param="input")
    if len(text) > _MOST_CHARS:
        message = f"A text of `input` may have {_MOST_CHARS} characters; got {len(text)}."
        raise BadRequest(message, param="input", code="context_length_exceeded")
    return text


def _checked_tokens(tokens: list[Json]) -> tuple[int, ...]:
    if not tokens or not all(type(t) is int and 0 <= t <= _LARGEST_TOKEN for t in tokens):
        message = "An array of tokens in `input` must hold at least one, all of them integers."
        raise BadRequest(message, param="input")
    return tuple(tokens)
