"""OpenAI's embeddings and pictures as a simulated platform, and two hosts that follow it.

A vector is drawn from its text alone, so the same text always has the same one; a picture is a few
real pixels of one colour. Neither shows anything of how good a model is. What goes wrong with a
reply goes wrong with these too: they are its whole body.

https://platform.openai.com/docs/api-reference/embeddings, .../images
"""

from __future__ import annotations

import base64
import json
import random
import struct
import zlib
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import hypot
from typing import Any

import orjson

from bench.asked import Asked, Refused
from bench.chat_manner import nested_error
from bench.voice import TROUBLES, Events, Occasion, Trouble, Voice

_CHARACTERS_PER_TOKEN = 4
_DIMENSIONS = 256
_MOST_TEXTS = 2048
_MOST_PICTURES = 10
_SIDE = 8  # pixels
_TOKENS_A_PICTURE = 272

Members = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Embeddings:
    """`dimensions` is the host's name for how long a vector is to be; None: it does not say."""

    paths: tuple[str, ...] = ("/v1/embeddings",)
    dimensions: str | None = "dimensions"
    has_base64: bool = True
    takes_tokens: bool = True

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        members = _read_object(body)
        known = {"model", "input", "user", "metadata", "input_type"}
        known |= {"encoding_format"} if self.has_base64 else set()
        known |= {self.dimensions} if self.dimensions else set()
        _refuse_unknown(members, known)
        given = members.get("input")
        texts = _texts(given, self.takes_tokens)
        length = members.get(self.dimensions or "")
        if length is not None and (type(length) is not int or not 0 < length <= 4096):
            raise Refused(400, "Invalid dimensions.", param="dimensions")
        if members.get("encoding_format", "float") not in ("float", "base64"):
            raise Refused(400, "Invalid encoding_format.", param="encoding_format")
        tokens = sum(_tokens_in(text) for text in texts)
        return _asked(members, str(texts[-1]), tokens)

    def voice(self, occasion: Occasion) -> Voice:
        return MadeVoice(occasion, self._made)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps(nested_error(refused))

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")

    def _made(self, occasion: Occasion) -> Members:
        asked = occasion.asked
        options = asked.options
        write = _packed if options.get("encoding_format") == "base64" else list
        length = options.get(self.dimensions or "") or _DIMENSIONS
        data = [
            {"object": "embedding", "index": index, "embedding": write(vector_of(text, length))}
            for index, text in enumerate(_texts(options["input"], self.takes_tokens))
        ]
        data.reverse()  # what a caller relies on is the index
        usage = {"prompt_tokens": asked.prompt_tokens, "total_tokens": asked.prompt_tokens}
        return {"object": "list", "data": data, "model": asked.model, "usage": usage}


@dataclass(frozen=True, slots=True)
class Images:
    """`forms` are the host's words for a picture that has an address and for one that is given,
    the usual one first; empty: they are given. `sides`: a size is its width and its height."""

    paths: tuple[str, ...] = ("/v1/images/generations",)
    forms: tuple[str, ...] = ()
    sides: bool = False
    counts_tokens: bool = True

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        members = _read_object(body)
        known = {"model", "prompt", "n", "quality", "style", "background", "output_format"}
        known |= {"output_compression", "moderation", "user", "metadata"}
        known |= {"width", "height"} if self.sides else {"size"}
        known |= {"response_format"} if self.forms else set()
        _refuse_unknown(members, known)
        prompt, count = members.get("prompt"), members.get("n", 1)
        if not isinstance(prompt, str) or not prompt:
            raise Refused(400, "A prompt is required.", param="prompt")
        if type(count) is not int or not 1 <= count <= _MOST_PICTURES:
            raise Refused(400, "n must be from 1 to 10.", param="n")
        if members.get("response_format", "") not in ("", *self.forms):
            raise Refused(400, "Invalid response_format.", param="response_format")
        return _asked(members, prompt, _tokens_in(prompt))

    def voice(self, occasion: Occasion) -> Voice:
        return MadeVoice(occasion, self._made)

    def refusal(self, refused: Refused) -> bytes:
        return orjson.dumps(nested_error(refused))

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")

    def _made(self, occasion: Occasion) -> Members:
        asked = occasion.asked
        count = asked.options.get("n", 1)
        form = asked.options.get("response_format") or next(iter(self.forms), "b64_json")
        made: dict[str, Any] = {
            "created": occasion.created,
            "data": [self._picture(asked, n, form) for n in range(count)],
        }
        if self.counts_tokens:
            output = _TOKENS_A_PICTURE * count
            made |= {"output_format": "png", "quality": "low", "size": "1024x1024"}
            made["usage"] = {
                "input_tokens": asked.prompt_tokens,
                "output_tokens": output,
                "total_tokens": asked.prompt_tokens + output,
                "input_tokens_details": {"text_tokens": asked.prompt_tokens, "image_tokens": 0},
            }
        return made

    def _picture(self, asked: Asked, n: int, form: str) -> Members:
        if form == "url":
            return {"index": n, "url": f"https://pictures.simulator.invalid/{n}.png"}
        data = base64.b64encode(picture_of(f"{asked.prompt}{n}")).decode()
        return {"index": n, "b64_json": data}


class MadeVoice:
    """Says all of it at once: there is no stream of these."""

    content_type = "application/json"

    def __init__(self, occasion: Occasion, made: Callable[[Occasion], Members]) -> None:
        self._occasion = occasion
        self._made = made

    def begin(self) -> Events:
        return ()

    def say(self, text: str) -> Events:
        yield orjson.dumps({"data": text})

    def finish(self, reason: str) -> Events:
        return ()

    def usage(self, output_tokens: int) -> Events:
        return ()

    def done(self) -> Events:
        return ()

    def error(self, trouble: Trouble) -> Events:
        yield orjson.dumps(nested_error(TROUBLES[trouble]))

    def give_up(self) -> Events:
        return self.error("server")

    def empty(self) -> Events:
        return self.say("")

    def nothing(self) -> bytes:
        return b"\n"

    def whole(self, text: str, reason: str | None, output_tokens: int | None) -> bytes:
        made = dict(self._made(self._occasion))
        if output_tokens is None:
            made.pop("usage", None)
        return orjson.dumps(made)


def vector_of(text: object, length: int) -> array[float]:
    """Of length 1, as real ones are."""
    drawn = random.Random(str(text))
    numbers = [drawn.gauss(0.0, 1.0) for _ in range(length)]
    whole = hypot(*numbers)
    return array("f", (number / whole for number in numbers))


def picture_of(text: str) -> bytes:
    """A PNG of one colour: https://www.w3.org/TR/png/"""
    colour = random.Random(text).randbytes(3)
    rows = (b"\0" + colour * _SIDE) * _SIDE
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + crc


def _packed(vector: array[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def _texts(given: Any, takes_tokens: bool) -> list[Any]:
    """The texts, or the tokens of each. Raises `Refused`."""
    items = [given] if isinstance(given, str) else given
    if isinstance(items, list) and items and all(type(item) is int for item in items):
        items = [items]
    kinds = (str, list) if takes_tokens else (str,)
    if not isinstance(items, list) or not all(isinstance(i, kinds) and i for i in items):
        raise Refused(400, "'$.input' is invalid.", param="input")
    if not 0 < len(items) <= _MOST_TEXTS:
        raise Refused(400, "'$.input' is too long, or empty.", param="input")
    return items


def _tokens_in(text: Any) -> int:
    return len(text) if isinstance(text, list) else max(1, -(-len(text) // _CHARACTERS_PER_TOKEN))


def _read_object(body: bytes) -> dict[str, Any]:
    try:
        members = json.loads(body)
    except ValueError as error:
        raise Refused(400, "The body is no JSON.") from error
    if not isinstance(members, dict) or not isinstance(members.get("model"), str):
        raise Refused(400, "you must provide a model parameter")
    return members


def _refuse_unknown(members: Members, known: set[str]) -> None:
    for name in members:
        if name not in known:
            raise Refused(
                400, f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter"
            )


def _asked(members: Members, prompt: str, tokens: int) -> Asked:
    """One token of a reply: what is made takes as long as the first one."""
    return Asked(
        model=members["model"],
        roles=("user",),
        prompt=prompt,
        prefix="",
        anchor="",
        prompt_tokens=tokens,
        stream=False,
        include_usage=True,
        max_tokens=1,
        stop=(),
        tool=None,
        schema=None,
        options={name: value for name, value in members.items() if name != "model"},
    )


OPENAI_MEDIA = (
    Embeddings(),
    Embeddings(("/mistral/v1/embeddings",), "output_dimension", takes_tokens=False),
    Embeddings(("/together/v1/embeddings",), None, has_base64=False, takes_tokens=False),
    Images(),
    Images(("/by_form/v1/images/generations",), ("url", "b64_json"), counts_tokens=False),
    Images(
        ("/together/v1/images/generations",), ("url", "base64"), sides=True, counts_tokens=False
    ),
)
