"""Films in the making: begun at a platform, asked after, cancelled. They take minutes, so nobody
waits for one: its `handle` is kept, and whoever has it can ask."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Protocol

from edge.core.media import Made, MediaRequest
from edge.core.types import Json


@dataclass(frozen=True, slots=True)
class Look:
    """How far a film is: made, or not yet. `progress` is from 0 to 1, where the platform tells."""

    made: Made | None = None
    progress: float | None = None


class Filmer(Protocol):
    """A model that makes films. Each of these raises `TierError`s only; of `request` those that
    ask after a film need its kind and length, not its words. What `look` raises is the end of the
    film: a platform that cannot be asked now has made nothing yet. What is made can be looked at
    again."""

    def begin(self, request: MediaRequest, /) -> Awaitable[Json]:
        """The handle, which is JSON. Cancelling this cancels the film, upstream too."""

    def look(self, request: MediaRequest, handle: Json, /) -> Awaitable[Look]: ...

    def cancel(self, request: MediaRequest, handle: Json, /) -> Awaitable[None]: ...
