"""Reads a reply over the Responses WebSocket as a strict client of OpenAI's would.

The events must be numbered without a gap, and what `response.completed` says was said must be what
its deltas said: a reply that fails at that is told as an error.
https://platform.openai.com/docs/api-reference/responses-streaming
"""

from __future__ import annotations

import time
from typing import Any

import aiohttp
import orjson

from bench.reader import Told, Words


async def hear_responses(
    told: Told, session: aiohttp.ClientSession, base_url: str, frame: dict[str, Any]
) -> None:
    """One `response.create` on a connection of its own. `told` has all that came so far."""
    start = time.monotonic()
    async with session.ws_connect(f"{base_url}/responses") as socket:
        await socket.send_str(orjson.dumps({"type": "response.create", **frame}).decode())
        number = 0
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                break
            event = orjson.loads(message.data)
            told.ended_s = time.monotonic() - start
            if event["type"] != "error" and event["sequence_number"] != number:
                told.error = f"event {number} is missing"
                return
            number += 1
            if _take(told, event):
                return
    told.error = "the connection was closed before the response had ended"


def _take(told: Told, event: dict[str, Any]) -> bool:
    """Whether it was the last one."""
    match event["type"]:
        case "response.output_text.delta":
            trace = event.get("prelude") or {}
            speaker = (trace.get("tier", ""), trace.get("leg", 0), trace.get("model", ""))
            told.words.append(Words(told.ended_s, event["delta"], *speaker))
            return False
        case "response.completed":
            told.finish_reason = "stop"
            _compare(told, event["response"])
        case "response.incomplete":
            reason = event["response"]["incomplete_details"]["reason"]
            told.finish_reason = "length" if reason == "max_output_tokens" else reason
            _compare(told, event["response"])
        case "response.failed":
            told.error = event["response"]["error"]["message"]
        case "error":
            told.error = f"status {event['status']}: {event['error']['message']}"
        case _:
            return False
    told.report = (event.get("response") or {}).get("prelude") or {}
    return True


def _compare(told: Told, response: dict[str, Any]) -> None:
    parts = (part for item in response["output"] for part in item["content"])
    if "".join(part["text"] for part in parts) != told.text:
        told.error = "the finished response says something else than its deltas did"
