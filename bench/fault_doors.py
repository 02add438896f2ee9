"""The doors through which the fault matrix asks, and how each one's reply is read."""

from __future__ import annotations

import json
import time
from enum import StrEnum
from typing import Any

import aiohttp

from bench.reader import Told, Words, hear
from bench.responses_reader import hear_responses


class Door(StrEnum):
    CHAT = "chat"  # server-sent events
    WHOLE = "chat, not streamed"
    RESPONSES = "responses"  # the WebSocket


async def knock(
    told: Told,
    session: aiohttp.ClientSession,
    base_url: str,
    door: Door,
    question: str,
    most_tokens: int,
    options: dict[str, Any],
) -> None:
    """Ask one question. `told` has all that came, should the reader lose patience first."""
    request: dict[str, Any] = {"model": "auto", "prelude": options}
    chat = {
        **request,
        "messages": [{"role": "user", "content": question}],
        "max_tokens": most_tokens,
    }
    match door:
        case Door.CHAT:
            await hear(told, session, f"{base_url}/chat/completions", chat)
        case Door.WHOLE:
            await _ask_whole(told, session, f"{base_url}/chat/completions", chat)
        case Door.RESPONSES:
            frame = {**request, "input": question, "max_output_tokens": most_tokens}
            await hear_responses(told, session, base_url, frame)


async def _ask_whole(
    told: Told, session: aiohttp.ClientSession, url: str, body: dict[str, Any]
) -> None:
    start = time.monotonic()
    async with session.post(url, json=body) as reply:
        answer = json.loads(await reply.text())
    told.ended_s = time.monotonic() - start
    if "choices" in answer:
        choice = answer["choices"][0]
        told.words = [Words(told.ended_s, choice["message"]["content"] or "")]
        told.finish_reason = choice["finish_reason"]
    if reply.status != 200:
        told.error = f"status {reply.status}: {answer['error']['message']}"
