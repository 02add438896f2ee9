"""OpenAI's embeddings: a vector for each text, in base64 or in digits.

Base64 is asked for where the host has it: it is a third of the bytes and a tenth of the work, and
it is little-endian floats of 32 bits. A host that was asked for it and sends digits is understood
all the same.

https://platform.openai.com/docs/api-reference/embeddings
"""

from __future__ import annotations

import sys
from array import array
from base64 import b64decode
from dataclasses import dataclass
from math import isfinite
from typing import Any

from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.media_json import members_of, read_object
from edge.core.errors import TierGarbled
from edge.core.media import Embed, Made, MediaRequest, estimate_usage
from edge.core.types import Json, Usage

_CORE = frozenset({"object", "data", "usage", "model"})


@dataclass(frozen=True, slots=True)
class OpenAIEmbeddings:
    """`has_base64`: the host knows `encoding_format`. `dimensions` is its name for how long the
    vectors are to be; None: it cannot be told."""

    has_base64: bool = True
    dimensions: str | None = "dimensions"

    def encode(self, request: MediaRequest, model: HostedModel, /) -> HttpCall:
        ask = request.ask
        assert isinstance(ask, Embed)
        body = members_of(request, model)
        body |= {"model": model.id, "input": ask.tokens or ask.texts}
        if self.has_base64:
            body["encoding_format"] = "base64"
        if ask.dimensions is not None:
            if self.dimensions is None:
                raise cannot(model, "cannot be told how long its vectors are to be", "dimensions")
            body[self.dimensions] = ask.dimensions
        return HttpCall("/embeddings", body, headers={"accept": "application/json"})

    def decode(self, request: MediaRequest, tier: str, body: bytes, /) -> Made:
        ask = request.ask
        assert isinstance(ask, Embed)
        answer = read_object(tier, body)
        vectors = _vectors(tier, answer.get("data"), ask.count)
        lengths = {len(vector) for vector in vectors}
        if len(lengths) != 1 or ask.dimensions not in (None, *lengths):
            told = " and ".join(map(str, sorted(lengths)))
            raise TierGarbled(f"{tier}: vectors of {told} numbers; asked for {ask.dimensions}")
        extra = {name: value for name, value in answer.items() if name not in _CORE}
        return Made(_usage(answer.get("usage"), ask), tuple(vectors), extra=extra)


def _vectors(tier: str, data: Json, count: int) -> list[tuple[float, ...]]:
    """In the order of the texts, whatever order they came in."""
    items = data if isinstance(data, list) else []
    found: dict[int, tuple[float, ...]] = {}
    for place, item in enumerate(items):
        entry = item if isinstance(item, dict) else {}
        index = entry.get("index", place)
        if not isinstance(index, int) or isinstance(index, bool) or index in found:
            raise TierGarbled(f"{tier}: two vectors for one text, or one for none")
        found[index] = _vector(tier, entry.get("embedding"))
    if sorted(found) != list(range(count)):
        raise TierGarbled(f"{tier}: {len(items)} vectors for {count} texts")
    return [found[index] for index in range(count)]


def _vector(tier: str, value: Json) -> tuple[float, ...]:
    numbers = _unpacked(value) if isinstance(value, str) else _checked(value)
    if not numbers or not all(map(isfinite, numbers)):
        raise TierGarbled(f"{tier}: a vector that is none")
    return numbers


def _unpacked(value: str) -> tuple[float, ...]:
    """Empty where it is no base64 of such numbers."""
    try:
        numbers = array("f", b64decode(value, validate=True))
    except ValueError:
        return ()
    if sys.byteorder == "big":
        numbers.byteswap()
    return tuple(numbers)


def _checked(value: Json) -> tuple[float, ...]:
    if not isinstance(value, list) or not all(type(number) in (int, float) for number in value):
        return ()
    return tuple(map(float, value))


def _usage(told: Any, ask: Embed) -> Usage:
    tokens = told.get("prompt_tokens") if isinstance(told, dict) else None
    if type(tokens) is not int or tokens < 0:
        return estimate_usage(ask)
    return Usage(tokens, 0)


OPENAI = OpenAIEmbeddings()
MISTRAL = OpenAIEmbeddings(dimensions="output_dimension")
TOGETHER = OpenAIEmbeddings(has_base64=False, dimensions=None)  # its client knows neither
LLAMACPP = OpenAIEmbeddings(dimensions=None)
