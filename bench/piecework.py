"""What a simulated platform makes in one piece: vectors and pictures. None of it shows anything:
a vector is drawn by its text alone, so that the same text always gets the same, and every picture
is the same dot.

A *piecework* is a door of a platform: it reads what is asked and writes the whole answer. The
simulator around it knows the key, keeps the log, takes its time and refuses on demand.
"""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bench.asked import Asked, Refused
from bench.voice import Platform

DIMENSIONS = 8  # of a vector for which nobody asks for a number of them
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_CHARACTERS_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class Order:
    """`texts` to be embedded, or one to be drawn `count` times; `tokens` in all of them."""

    asked: Asked
    texts: tuple[str, ...]
    dimensions: int = DIMENSIONS
    count: int = 1

    @property
    def tokens(self) -> int:
        return self.asked.prompt_tokens


class Piecework(Protocol):
    """`platform` says how it declines, and where its key is."""

    @property
    def platform(self) -> Platform: ...

    @property
    def paths(self) -> tuple[str, ...]: ...

    def read(self, body: bytes, named: Mapping[str, str], /) -> Order:
        """Raises `Refused`."""

    def make(self, order: Order, /) -> Mapping[str, Any]: ...


def read_members(body: bytes, known: Iterable[str]) -> dict[str, Any]:
    """Raises `Refused`: also for what is not `known`."""
    try:
        members = json.loads(body)
    except ValueError as error:
        raise Refused(400, "The request body is not valid JSON.") from error
    if not isinstance(members, dict):
        raise Refused(400, "The request body must be an object.")
    for name in members.keys() - set(known):
        raise Refused(400, f"Unknown name {name}", param=name)
    return members


def order_of(
    model: str, texts: Any, dimensions: Any, options: Mapping[str, Any], count: int = 1
) -> Order:
    """Raises `Refused`."""
    if not isinstance(texts, list) or not texts or not all(isinstance(each, str) for each in texts):
        raise Refused(400, "texts are required")
    if dimensions is not None and (not isinstance(dimensions, int) or dimensions < 1):
        raise Refused(400, "dimensions must be greater than 0")
    asked = Asked(
        model=model,
        roles=("user",) * len(texts),
        prompt=texts[-1],
        prefix="",
        anchor="",
        prompt_tokens=sum(tokens_in(text) for text in texts),
        stream=False,
        include_usage=True,
        max_tokens=None,
        stop=(),
        tool=None,
        schema=None,
        options=options,
    )
    return Order(asked, tuple(texts), dimensions or DIMENSIONS, count)


def tokens_in(text: str) -> int:
    return max(1, -(-len(text) // _CHARACTERS_PER_TOKEN))


def vector_of(text: str, dimensions: int) -> list[float]:
    drawn = random.Random(text)
    return [round(drawn.uniform(-1, 1), 6) for _ in range(dimensions)]


def vectors_of(order: Order) -> list[list[float]]:
    return [vector_of(text, order.dimensions) for text in order.texts]
