"""How the engines of this box fare, asked one and all."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import TYPE_CHECKING

from edge.core.errors import TierError
from edge.local_status import Locals, LocalStatus
from local_models.engines import socket_of
from local_models.info import EngineInfo
from local_models.trouble import read_trouble

if TYPE_CHECKING:
    pass
from edge.parts import Parts, local_tier

_LOOK_S = 1.0  # an engine that hangs is not up


async def look_at_locals(parts: Parts) -> Locals:
    """Asks every engine, all at once."""
    names = parts.watches.names
    found = await asyncio.gather(*(_look_at_local(name, parts) for name in names))
    return dict(zip(names, found, strict=True))


async def _look_at_local(name: str, parts: Parts) -> LocalStatus:
    assert parts.engines is not None  # else nobody is watched
    try:
        async with asyncio.timeout(_LOOK_S):
            info = await local_tier(name, name, parts).info()
    except (TierError, TimeoutError):
        return LocalStatus(is_up=False, trouble=read_trouble(socket_of(parts.engines, name)))
    return LocalStatus(True, info.slots, info.busy, info.waiting, _figures(info))


def _figures(info: EngineInfo) -> dict[str, float]:
    """What the engine counts, and how fast it is now."""
    speeds = {"prefill_per_s": info.prefill_now_per_s, "decode_per_s": info.decode_now_per_s}
    return {**asdict(info.counts), "kept_tokens": info.kept, "chunk": info.chunk, **speeds}
