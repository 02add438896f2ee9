"""What our own adapter reads of one call, beside which others' clients are held."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from edge.core.errors import TierError
from edge.core.platforms import Secret
from edge.core.settings import Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    Piece,
    Stop,
    Text,
    Thinking,
    ToolDelta,
    Usage,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """`stop` and `usage` are the last ones of their kind; `error` is how it failed, if it did."""

    text: str
    thinking: str
    tools: tuple[ToolDelta, ...]
    stop: FinishReason | None
    usage: Usage | None
    extra: Mapping[str, Any]
    error: TierError | None

    @property
    def arguments(self) -> str:
        return "".join(tool.arguments for tool in self.tools)


def hear(model: str, settings: Settings, call: Call, key: str | None = None) -> Heard:
    """`model` is named as in the settings: `provider/model`."""
    pieces, error = asyncio.run(_stream(model, settings, call, key))
    stop, usage, extra = None, None, {}
    for piece in pieces:
        match piece:
            case Stop(reason):
                stop = reason
            case Usage():
                usage = piece
            case Extra(data):
                extra = dict(data)
    return Heard(
        "".join(piece.text for piece in pieces if isinstance(piece, Text)),
        "".join(piece.text for piece in pieces if isinstance(piece, Thinking)),
        tuple(piece for piece in pieces if isinstance(piece, ToolDelta)),
        stop,
        usage,
        extra,
        error,
    )


async def _stream(
    model: str, settings: Settings, call: Call, key: str | None
) -> tuple[list[Piece], TierError | None]:
    pieces: list[Piece] = []
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(describe(model, settings), Secret(key) if key else None, client)
        try:
            async with aclosing(tier.stream(call)) as stream:
                async for piece in stream:
                    pieces.append(piece)  # noqa: PERF401  they count, whatever comes after them
        except TierError as error:
            return pieces, error
    return pieces, None
