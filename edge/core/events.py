"""Everything the stitcher hears and says. Frozen data, no behaviour, no I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from edge.core.types import Checkpoint, FinishReason, Piece


class Continuation(StrEnum):
    """How a leg is told what the reader already has."""

    NONE = "none"  # it is not: it answers from the start
    PREFILL = "prefill"  # as the beginning of its own reply, which it truly continues
    ANCHOR = "anchor"  # in words: repeat the last ones, then go on


class Role(StrEnum):
    """Why a leg runs; on the wire, the `tier` of a traced chunk."""

    DRAFT = "draft"
    TARGET = "target"
    LOCAL = "local"  # the local model answering, by plan or as the last resort


# -- heard -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heard:
    """A leg said something. Empty text counts for nothing."""

    leg: int
    at: float
    piece: Piece


@dataclass(frozen=True, slots=True)
class Finished:
    """A leg's stream came to its proper end; its `Stop` was heard before."""

    leg: int
    at: float


@dataclass(frozen=True, slots=True)
class Failed:
    leg: int
    at: float
    error: Exception = field(compare=False)


Event = Heard | Finished | Failed


# -- said --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StartLeg:
    """`prefix` is what the reader has of the present block and the leg must continue.
    `is_whole`: ask for the rest in one piece, not as a stream. `resume`: ask the same once more,
    to go on from this checkpoint of its answer."""

    leg: int
    tier: str
    role: Role
    prefix: str = ""
    continuation: Continuation = Continuation.NONE
    is_whole: bool = False
    resume: Checkpoint | None = None


@dataclass(frozen=True, slots=True)
class CancelLeg:
    """`fault` says what was wrong with the leg; None: nothing, it is no longer needed."""

    leg: int
    fault: Exception | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Emit:
    """Send this to the reader. A higher `block` than before begins a paragraph of its own;
    `ends_block` tells at once that nothing will be added to this one; `corrects`, that this
    contradicts the opening: behind a word of correction, or in its place (`Draft.is_replaced`).
    Then all that was shown is to be taken back before it."""

    leg: int
    tier: str
    role: Role
    block: int
    piece: Piece
    ends_block: bool = False
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """The last action. `error` says why when the reason is `error` or `deadline`."""

    reason: FinishReason
    error: Exception | None = field(default=None, compare=False)

    @property
    def is_good(self) -> bool:
        """The reply is what was asked for, as far as its limits let it; not one that broke off."""
        return self.reason not in (FinishReason.DEADLINE, FinishReason.ERROR)


Action = StartLeg | CancelLeg | Emit | End
