"""Reads a reply in the UI message stream of Vercel's AI SDK as its client would.

What a step has shown is forgotten when it is reset; a text speaks between its start and its end; a
reply is whole only with a `finish` and `[DONE]`.
https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
"""

from __future__ import annotations

import time
from typing import Any

import aiohttp
import orjson

from bench.reader import Told, Words


async def hear_ui(
    told: Told, session: aiohttp.ClientSession, base_url: str, body: dict[str, Any]
) -> None:
    """`told` has all that came, should the reader lose patience first."""
    start = time.monotonic()
    open_texts: set[str] = set()
    async with session.post(f"{base_url}/ui/messages", json=body) as reply:
        if reply.status != 200:
            told.error = f"status {reply.status}: {(await reply.text())[:200]}"
            return
        done = False
        async for line in reply.content:
            data = line.removeprefix(b"data: ").strip()
            if line.startswith(b"data: ") and not (done := data == b"[DONE]"):
                _take(told, orjson.loads(data), open_texts, time.monotonic() - start)
        told.ended_s = time.monotonic() - start
    if not told.error and not (done and told.finish_reason):
        told.error = "ended without a finish"


def _take(told: Told, part: dict[str, Any], open_texts: set[str], at_s: float) -> None:
    match part["type"]:
        case "text-start":
            open_texts.add(part["id"])
        case "text-delta" if part["id"] in open_texts:
            trace = part.get("providerMetadata", {}).get("prelude", {})
            speaker = (trace.get("tier", ""), trace.get("leg", 0), trace.get("model", ""))
            told.words.append(Words(at_s, part["delta"], *speaker))
        case "text-delta" | "text-end" if part["id"] not in open_texts:
            told.error = f"`{part['type']}` of a text that is not open"
        case "text-end":
            open_texts.remove(part["id"])
        case "reset-step":
            told.words.clear()
            open_texts.clear()
        case "error":
            told.error = part["errorText"]
        case "finish":
            told.finish_reason = part["finishReason"]
            told.report = part.get("messageMetadata", {}).get("prelude", {})
        case _:
            pass
