"""What simulated platforms make in one piece at a door of its own, and how such a door is written:
it reads what is asked, and makes the whole answer of it. How the platform declines and where its
key is, the platform says that the door belongs to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.asked import Asked, Refused
from bench.voice import NamesErrorsInHead, Occasion, Platform, Voice
from bench.voices.openai_media import MadeVoice, picture_of, vector_of

DIMENSIONS = 8  # of a vector for which nobody asks for a number of them
PNG = picture_of("a picture")
_CHARACTERS_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class Door:
    """A `Platform`, as the simulator has them."""

    at: Platform
    paths: tuple[str, ...]
    take: Callable[[bytes, Mapping[str, str]], Asked]
    make: Callable[[Asked], Mapping[str, Any]]

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        return self.take(body, named)

    def voice(self, occasion: Occasion) -> Voice:
        return MadeVoice(occasion, lambda occasion: self.make(occasion.asked))

    def refusal(self, refused: Refused) -> bytes:
        return self.at.refusal(refused)

    def refusal_headers(self, refused: Refused) -> Mapping[str, str]:
        return self.at.refusal_headers(refused) if isinstance(self.at, NamesErrorsInHead) else {}

    def key(self, headers: Mapping[str, str]) -> str:
        return self.at.key(headers)


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


def asked_for(model: str, texts: Any, dimensions: Any, options: Mapping[str, Any]) -> Asked:
    """`texts` to be embedded, or one to be drawn. Raises `Refused`."""
    if not isinstance(texts, list) or not texts or not all(isinstance(each, str) for each in texts):
        raise Refused(400, "texts are required")
    if dimensions is not None and (not isinstance(dimensions, int) or dimensions < 1):
        raise Refused(400, "dimensions must be greater than 0")
    return Asked(
        model=model,
        roles=("user",),
        prompt=texts[-1],
        prefix="",
        anchor="",
        prompt_tokens=sum(tokens_in(text) for text in texts),
        stream=False,
        include_usage=True,
        max_tokens=1,  # what is made takes as long as the first token of a reply
        stop=(),
        tool=None,
        schema=None,
        options={**options, "texts": texts, "length": dimensions or DIMENSIONS},
    )


def tokens_in(text: str) -> int:
    return max(1, -(-len(text) // _CHARACTERS_PER_TOKEN))


def vectors_for(asked: Asked) -> list[list[float]]:
    length = asked.options["length"]
    return [list(vector_of(text, length)) for text in asked.options["texts"]]
