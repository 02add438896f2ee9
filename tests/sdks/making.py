"""What our own adapter makes of a request for vectors or pictures, to be compared with what a
platform's client does."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

from adapters.hosted import Caller, HostedClient
from adapters.media import MediaDialect
from adapters.models import describe
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
    model = describe(name, settings)
    request = MediaRequest("r", name, ask)
    dialect = model.endpoint.row.media[ask.kind]
    assert isinstance(dialect, MediaDialect)
    async with aclosing(HostedClient()) as client:
        caller = Caller(name, model.endpoint, None if key is None else Secret(key), client)
        try:
            answer = await caller.ask(dialect.encode(request, model))
            return dialect.decode(request, name, answer.body)
        except TierError as error:
            return error
