"""A client of the Responses WebSocket, frame by frame."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import aiohttp
import orjson

Serve = Callable[..., AbstractAsyncContextManager[Any]]
TERMINAL = ("response.completed", "response.incomplete", "response.failed", "error")


class Socket:
    def __init__(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        self.ws = ws

    async def create(self, text: Any = "How does a heat pump work?", **members: Any) -> None:
        frame = {"type": "response.create", "model": "auto", "input": text, **members}
        await self.ws.send_str(orjson.dumps(frame).decode())

    async def send(self, **frame: Any) -> None:
        await self.ws.send_str(orjson.dumps(frame).decode())

    async def event(self) -> Any:
        return orjson.loads(await self.ws.receive_str())

    async def until(self, *kinds: str) -> list[Any]:
        """The events up to one of these kinds."""
        events = [await self.event()]
        while events[-1]["type"] not in kinds:
            events.append(await self.event())
        return events

    async def reply(self) -> list[Any]:
        return await self.until(*TERMINAL)


@contextlib.asynccontextmanager
async def opened(s: Any, **how: Any) -> AsyncIterator[Socket]:
    async with s.http.ws_connect(f"{s.url}/v1/responses", **how) as ws:
        yield Socket(ws)


@contextlib.asynccontextmanager
async def connected(serve: Serve, *tiers: Any, **how: Any) -> AsyncIterator[Socket]:
    async with (
        asyncio.timeout(20),
        serve(*tiers, **how) as s,
        opened(s) as socket,
    ):
        yield socket


def kinds(events: list[Any]) -> list[str]:
    return [event["type"].removeprefix("response.") for event in events]


def text_of(events: list[Any]) -> str:
    return "".join(e["delta"] for e in events if e["type"] == "response.output_text.delta")
