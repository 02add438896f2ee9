"""What our own adapter makes of a request for vectors or pictures, to be compared with what a
platform's client does."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

from adapters.client import HostedClient
from adapters.media_fetch import MediaFetcher
from adapters.media_tier import MediaTier
from adapters.models import describe
from adapters.public_address import Guard
from edge.core.errors import TierError
from edge.core.media import Ask, Made, MediaRequest
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings


def make(
    kind: str, base_url: str, model: str, key: str | None, ask: Ask, **provider: Any
) -> Made | TierError:
    """`provider` is of its settings."""
    settings = Settings(providers={kind: ProviderSettings(kind, base_url, **provider)})
    return asyncio.run(_make(f"{kind}/{model}", settings, key, ask))


async def _make(name: str, settings: Settings, key: str | None, ask: Ask) -> Made | TierError:
    loopback = MediaFetcher(Guard(ports=None, loopback=True))  # the simulator's files are there
    async with aclosing(HostedClient(loopback)) as client:
        secret = None if key is None else Secret(key)
        maker = MediaTier(describe(name, settings), ask.kind, secret, client)
        try:
            return await maker.make(MediaRequest("r", name, ask))
        except TierError as error:
            return error
