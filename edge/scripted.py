"""A tier that says what its script says: for tests, demonstrations and measurements."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from edge.core.types import Call, FinishReason, Piece, Stop, Text


@dataclass(frozen=True, slots=True)
class Wait:
    """Silence; `seconds` None lasts until somebody cancels."""

    seconds: float | None = None


Step = Piece | Wait | Exception


def says(*texts: str, stop: FinishReason = FinishReason.STOP) -> tuple[Step, ...]:
    """A script that says these texts, one piece each, and stops."""
    return (*map(Text, texts), Stop(stop))


@dataclass(slots=True)
class ScriptedTier:
    """Plays the next of its scripts at each call, the last one again and again.

    `calls` has every call it was given; `closed` counts the generators that were closed,
    finished or not.
    """

    name: str
    scripts: Sequence[Sequence[Step]]
    calls: list[Call] = field(default_factory=list)
    closed: int = 0

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        script = self.scripts[min(len(self.calls), len(self.scripts) - 1)]
        self.calls.append(call)
        try:
            for step in script:
                match step:
                    case Wait(seconds=None):
                        await asyncio.Event().wait()
                    case Wait(seconds=seconds) if seconds is not None:
                        await asyncio.sleep(seconds)
                    case Exception():
                        raise step
                    case _:
                        yield step
        finally:
            self.closed += 1
