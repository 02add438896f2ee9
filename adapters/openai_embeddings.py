"""OpenAI's embeddings: a vector for each text, in base64 or in digits.

Base64 is asked for where the host has it: it is a third of the bytes and a tenth of the work, and
it is little-endian floats of 32 bits. A host that was asked for it and sends digits is understood
all the same.

https://platform.openai.com/docs/api-reference/embeddings
"""

from __future__ import annotations

import sys
from array import array
from binascii import a2b_base64
from dataclasses import dataclass, replace

from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.media_json import members_of, read_object
from adapters.polling import member
from adapters.vectors import made
from edge.core.errors import TierGarbled
from edge.core.media import Embed, Made, MediaRequest
from edge.core.types import Json

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
        vectors = _in_order(tier, answer.get("data"), ask.count)
        read = made(request, tier, vectors, member(answer.get("usage"), "prompt_tokens"))
        extra = {name: value for name, value in answer.items() if name not in _CORE}
        return replace(read, extra=extra)


def _in_order(tier: str, data: Json, count: int) -> list[Json]:
    """In the order of the texts, whatever order they came in."""
    items = data if isinstance(data, list) else []
    found = {
        index if isinstance(index := member(item, "index"), int) else place: item
        for place, item in enumerate(items)
    }
    if len(items) != count or sorted(found) != list(range(count)):
        raise TierGarbled(f"{tier}: {len(items)} vectors for {count} texts, not one for each")
    return [_unpacked(member(found[index], "embedding")) for index in range(count)]


def _unpacked(value: Json) -> Json:
    """Base64 of such numbers as an array of them; else as it came, for whoever checks it."""
    if not isinstance(value, str):
        return value
    try:
        numbers = array("f", a2b_base64(value, strict_mode=True))
    except ValueError:
        return None
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


OPENAI = OpenAIEmbeddings()
MISTRAL = OpenAIEmbeddings(dimensions="output_dimension")
TOGETHER = OpenAIEmbeddings(has_base64=False, dimensions=None)  # its client knows neither
LLAMACPP = OpenAIEmbeddings(dimensions=None)
