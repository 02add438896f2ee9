"""How tests ask a door that is served: with a time limit, raw or by OpenAI's own client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable
from typing import Any

import openai

from edge.core.settings import DeepSettings

QUESTION = [{"role": "user", "content": "How does a heat pump work?"}]
CHAT = {"model": "auto", "messages": QUESTION}
STREAM = {**CHAT, "stream": True}
MINE, ANOTHERS = "key-of-mine-0123456789", "key-of-another-0123456"
PATIENT = DeepSettings(first_text_ms=15_000, stall_ms=60_000, min_chars_per_s=0)
_PATIENCE_S = 30.0  # on a busy machine


def run(scenario: Awaitable[None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(_PATIENCE_S):
            await scenario

    asyncio.run(bounded())


def sdk(served: Any) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(base_url=f"{served.url}/v1", api_key="unused", max_retries=0)


async def events(served: Any, path: str, body: dict[str, Any]) -> list[Any]:
    """The data of every event of a stream; `[DONE]` as that string."""
    async with served.http.post(served.url + path, json={**body, "stream": True}) as response:
        assert response.status == 200, await response.text()
        assert response.content_type == "text/event-stream"
        raw = (await response.read()).decode()
    assert "event:" not in raw
    datas = [line.removeprefix("data: ") for line in raw.split("\n\n") if line]
    return [data if data == "[DONE]" else json.loads(data) for data in datas]
