"""Hears a stream of named server-sent events as a strict client would: Anthropic's and Responses'.

Each event says its name twice, in its `event:` line and as `type`; nothing comes behind the last
one, and a stream that stops without it has broken off.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any, Protocol

import aiohttp
import orjson

from bench.reader import Told


class Ear(Protocol):
    """What a client of one dialect believes of one reply."""

    def hear(self, told: Told, event: dict[str, Any], at_s: float) -> bool:
        """Whether it was the last event."""

    def hear_whole(self, told: Told, answer: dict[str, Any], at_s: float) -> None: ...


async def hear_named(
    told: Told, session: aiohttp.ClientSession, url: str, body: dict[str, Any], ear: Ear
) -> None:
    """`told` has all that came, should the reader lose patience first."""
    start = time.monotonic()
    async with session.post(url, json={**body, "stream": True}) as reply:
        if reply.status != 200:
            told.error = f"status {reply.status}: {(await reply.text())[:200]}"
            return
        has_ended = False
        async for name, event in _events(reply.content):
            told.ended_s = time.monotonic() - start
            if has_ended:
                told.error = f"`{name}` came behind the end"
                return
            if name != event["type"]:
                told.error = f"an event is called `{name}`, and `{event['type']}` inside"
                return
            has_ended = ear.hear(told, event, told.ended_s)
        if not (has_ended or told.error):
            told.error = "the stream stopped before its last event"


async def hear_whole(
    told: Told, session: aiohttp.ClientSession, url: str, body: dict[str, Any], ear: Ear
) -> None:
    start = time.monotonic()
    async with session.post(url, json=body) as reply:
        answer = orjson.loads(await reply.read())
    told.ended_s = time.monotonic() - start
    if reply.status == 200:
        ear.hear_whole(told, answer, told.ended_s)
    else:
        told.error = f"status {reply.status}: {answer['error']['message']}"


async def _events(content: aiohttp.StreamReader) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    name = ""
    async for line in content:
        if line.startswith(b"event: "):
            name = line.removeprefix(b"event: ").strip().decode()
        elif line.startswith(b"data: "):
            yield name, orjson.loads(line.removeprefix(b"data: "))
            name = ""
