"""What our own adapter reads, to be compared with what a platform's client does."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from adapters.client import HostedClient
from adapters.jobs import JobTier
from adapters.models import describe
from edge.core.errors import TierError
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Usage,
)


@dataclass(frozen=True)
class Heard:
    text: str
    stop: FinishReason | None
    usage: Usage | None
    error: TierError | None


def hear(
    kind: str, base_url: str, model: str, key: str, prompt: str, *, stream: bool = True, **more: Any
) -> Heard:
    """`more` is of the sampling."""
    messages = (Message("user", (TextPart(prompt),)),)
    sampling = Sampling(**more)
    call = Call(
        Request("r", "auto", messages, sampling=sampling), messages, sampling, stream=stream
    )
    settings = Settings(providers={kind: ProviderSettings(kind, base_url)})
    pieces, error = asyncio.run(_stream(f"{kind}/{model}", settings, key, call))
    usages = [piece for piece in pieces if isinstance(piece, Usage)]
    stops = [piece.reason for piece in pieces if isinstance(piece, Stop)]
    text = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    return Heard(text, stops[0] if stops else None, usages[-1] if usages else None, error)


async def _stream(
    name: str, settings: Settings, key: str, call: Call
) -> tuple[list[Piece], TierError | None]:
    pieces: list[Piece] = []
    async with aclosing(HostedClient()) as client:
        tier = JobTier(describe(name, settings), Secret(key), client)
        try:
            async with aclosing(tier.stream(call)) as stream:
                async for piece in stream:
                    pieces.append(piece)  # noqa: PERF401  they count, whatever comes after them
        except TierError as error:
            return pieces, error
    return pieces, None
