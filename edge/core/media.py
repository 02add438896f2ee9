"""What is made in one piece: pictures, vectors, films; asked for and answered in no dialect.

A door parses its dialect into a `MediaRequest` once. Its `ask` says which kind of thing is wanted,
and the kind decides which route's chain it goes through. There is no draft, no seam and no stream:
a target makes all of it, or the next one is asked.
"""

from __future__ import annotations

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import ClassVar, Literal, Protocol

from edge.core.accounting import estimate_tokens
from edge.core.types import Json, Options, Usage

Kind = Literal["image", "embedding", "video"]  # a route of that name holds its chain
KINDS: tuple[Kind, ...] = ("image", "embedding", "video")
Form = Literal["url", "b64_json"]  # how a caller wants a picture


@dataclass(frozen=True, slots=True)
class Embed:
    """A vector for each text. `dimensions` None: as many as the model gives. `purpose`: what they
    are for, where a platform wants to know (`query`, `document`).

    `tokens` instead of `texts`: the caller has encoded them with the model's own vocabulary. Only
    platforms whose row says so (`Provider.takes_tokens`) are ever asked for those.
    """

    texts: tuple[str, ...]
    dimensions: int | None = None
    purpose: str | None = None
    tokens: tuple[tuple[int, ...], ...] = ()

    kind: ClassVar[Kind] = "embedding"

    @property
    def count(self) -> int:
        """Of the vectors."""
        return len(self.texts or self.tokens)


@dataclass(frozen=True, slots=True)
class Draw:
    """`count` pictures. `size` is `WIDTHxHEIGHT` or None; `options` are the dialect's other
    members (quality, background, style ...), for the platforms that have them. `form`: what the
    caller would like; a platform that has only the other gives that. None: either."""

    prompt: str
    count: int = 1
    size: str | None = None
    options: Mapping[str, Json] = field(default_factory=dict)
    form: Form | None = None

    kind: ClassVar[Kind] = "image"


@dataclass(frozen=True, slots=True)
class Film:
    """One video. `image_url`: its first picture, an https or data URL."""

    prompt: str
    seconds: int | None = None
    size: str | None = None
    image_url: str | None = None

    kind: ClassVar[Kind] = "video"


Ask = Embed | Draw | Film


@dataclass(frozen=True, slots=True)
class MediaRequest:
    """Made by a door, read by everyone, changed by no one."""

    id: str
    model: str
    ask: Ask
    options: Options = field(default_factory=Options)
    provider_options: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    passthrough: Mapping[str, Json] = field(default_factory=dict)  # user, ...
    client_retries: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A made file, picture or film: `url` where the platform keeps it, or `data`, in base64."""

    url: str | None = None
    data: str | None = None
    media_type: str | None = None
    revised_prompt: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """All that was asked for: `vectors` of an `Embed`, one for each text and in their order;
    `files` of the others. `extra` is what the platform returned beyond that. `usage` is
    `estimate_usage` where the platform does not tell."""

    usage: Usage
    vectors: tuple[Sequence[float], ...] = ()
    files: tuple[Picture, ...] = ()
    extra: Mapping[str, Json] = field(default_factory=dict)


def outputs_of(ask: Ask) -> int:
    """How many of what `opm` counts: four pictures are four, the vectors of a call are one."""
    return ask.count if isinstance(ask, Draw) else 1


def estimate_usage(ask: Ask) -> Usage:
    """What it comes to where a platform does not say: about so many tokens, and all the pictures
    that were asked for."""
    match ask:
        case Embed(texts=texts, tokens=tokens):
            read = sum(map(estimate_tokens, texts)) + sum(map(len, tokens))
            return Usage(ceil(read), 0, reported=False)
        case Draw(prompt=prompt, count=count):
            return Usage(ceil(estimate_tokens(prompt)), 0, reported=False, images=count)
        case Film(prompt=prompt):
            return Usage(ceil(estimate_tokens(prompt)), 0, reported=False)


class Maker(Protocol):
    """A model that makes one kind of thing.

    `make` raises `TierError`s only; cancelling it stops the work at once, upstream too. It keeps
    no deadline: whoever calls it does.
    """

    @property
    def name(self) -> str: ...

    def make(self, request: MediaRequest, /) -> Awaitable[Made]: ...
