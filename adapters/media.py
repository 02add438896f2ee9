"""What a dialect of pictures, vectors or films must be.

Like the dialects of `adapters/dialect.py` it is a module of pure functions: `encode` makes of a
request the HTTP call that says it, `decode` makes of the answer's body what was asked for. A
platform that is asked for a job has `begin` instead, whose job says each next step. A row of the
provider table holds one for each kind of thing that the platform makes (`Provider.media`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from adapters.dialect import HostedModel, HttpCall, Step
from edge.core.media import Made, MediaRequest
from edge.core.types import Json


@runtime_checkable
class MediaDialect(Protocol):
    """Raises `TierRejected` (`dialect.cannot`) for what the platform has no way to do, and
    `TierGarbled` for an answer that does not hold what was asked for."""

    def encode(self, request: MediaRequest, model: HostedModel, /) -> HttpCall: ...

    def decode(self, request: MediaRequest, tier: str, body: bytes, /) -> Made: ...


@runtime_checkable
class MediaJobDialect(Protocol):
    def begin(self, request: MediaRequest, model: HostedModel, /) -> MediaJob: ...


class MediaJob(Protocol):
    """One thing in the making: see `adapters.dialect.Job`, whose steps these are (but `Read`)."""

    made: Made | None  # once `step` is `Finished`

    @property
    def step(self) -> Step: ...

    @property
    def progress(self) -> float | None:
        """From 0 to 1, where the platform tells."""

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> None:
        """The answer to a `Submit` or an `Ask`."""

    def cancel(self) -> HttpCall | None:
        """How the platform is told that nobody waits any more. None: nothing runs there."""


@runtime_checkable
class LastingJobDialect(Protocol):
    """A `MediaJobDialect` whose jobs may outlive us: films take minutes."""

    def begin(self, request: MediaRequest, model: HostedModel, /) -> LastingJob: ...

    def resume(self, request: MediaRequest, model: HostedModel, handle: Json, /) -> LastingJob:
        """The job that had this `handle`. Raises `TierGarbled` for what never was one."""


class LastingJob(MediaJob, Protocol):
    @property
    def handle(self) -> Json:
        """What to keep of it; None until it has begun."""
