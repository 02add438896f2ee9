"""What is made in one piece: pictures, vectors, films; asked for and answered in no dialect.

A door parses its dialect into a `MediaRequest` once. Its `ask` says which kind of thing is wanted,
and the kind decides which route's chain it goes through. There is no draft, no seam and no stream:
a target makes all of it, or the next one is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, Protocol

from edge.core.types import Json, Options, Usage

Kind = Literal["image", "embedding", "video"]  # a route of that name holds its chain


@dataclass(frozen=True, slots=True)
class Embed:
    """A vector for each text. `dimensions` None: as many as the model gives. `purpose`: what they
    are for, where a platform wants to know (`query`, `document`)."""

    texts: tuple[str, ...]
    dimensions: int | None = None
    purpose: str | None = None

    kind: ClassVar[Kind] = "embedding"


@dataclass(frozen=True, slots=True)
class Draw:
    """`count` pictures. `size` is `WIDTHxHEIGHT` or None; `options` are the dialect's other
    members (quality, background, style ...), for the platforms that have them."""

    prompt: str
    count: int = 1
    size: str | None = None
    options: Mapping[str, Json] = field(default_factory=dict)

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
    `files` of the others. `extra` is what the platform returned beyond that."""

    usage: Usage
    vectors: tuple[tuple[float, ...], ...] = ()
    files: tuple[Picture, ...] = ()
    extra: Mapping[str, Json] = field(default_factory=dict)


class Maker(Protocol):
    """A model that makes one kind of thing.

    `make` raises `TierError`s only; cancelling it stops the work at once, upstream too. It keeps
    no deadline: whoever calls it does.
    """

    @property
    def name(self) -> str: ...

    async def make(self, request: MediaRequest) -> Made: ...
