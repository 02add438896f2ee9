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
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        script = self.scripts[min(len(self.calls), len(self.scripts) - 1)]
        self.calls.append(call)
        self._changed.set()
        try:
            for step in script:
                match step:
                    case Wait(seconds=seconds):
                        await _wait(seconds)
                    case Exception():
                        raise step
                    case _:
                        yield step
        finally:
            self.closed += 1
            self._changed.set()

    async def until(self, *, calls: int = 0, closed: int = 0) -> None:
        """Wait for so many calls and so many closed generators."""
        while len(self.calls) < calls or self.closed < closed:
            self._changed.clear()
            await self._changed.wait()


async def _wait(seconds: float | None) -> None:
    if seconds is None:
        await asyncio.Event().wait()
    else:
        await asyncio.sleep(seconds)
