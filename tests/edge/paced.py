"""A tier that says a word when a test lets it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

from edge.core.types import Call, FinishReason, Piece, Stop, Text


class PacedTier:
    name = "mine/big"

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.called, self.closed = asyncio.Event(), asyncio.Event()
        self._pieces: asyncio.Queue[Piece] = asyncio.Queue()

    def say(self, *words: str) -> None:
        for word in words:
            self._pieces.put_nowait(Text(word))

    def stop(self) -> None:
        self._pieces.put_nowait(Stop(FinishReason.STOP))

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        self.calls.append(call)
        self.called.set()
        try:
            while not isinstance(piece := await self._pieces.get(), Stop):
                yield piece
            yield piece
        finally:
            self.closed.set()
