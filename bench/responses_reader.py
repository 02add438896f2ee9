"""Reads a reply in OpenAI's Responses as a strict client would: over the WebSocket, over HTTP, or
whole.

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
    ear = ResponsesEar()
    async with session.ws_connect(f"{base_url}/responses") as socket:
        await socket.send_str(orjson.dumps({"type": "response.create", **frame}).decode())
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                break
            told.ended_s = time.monotonic() - start
            if ear.hear(told, orjson.loads(message.data), told.ended_s):
                return
    told.error = "the connection was closed before the response had ended"


class ResponsesEar:
    def __init__(self) -> None:
        self._number = 0

    def hear(self, told: Told, event: dict[str, Any], at_s: float) -> bool:
        """Whether it was the last event, or one is missing."""
        if event["type"] != "error" and event["sequence_number"] != self._number:
            told.error = f"event {self._number} is missing"
            return True
        self._number += 1
        match event["type"]:
            case "response.output_text.delta":
                trace = event.get("prelude") or {}
                speaker = (trace.get("tier", ""), trace.get("leg", 0), trace.get("model", ""))
                told.words.append(Words(at_s, event["delta"], *speaker))
                return False
            case "response.completed" | "response.incomplete" | "response.failed":
                _take_end(told, event["response"])
                if not told.error and _text(event["response"]) != told.text:
                    told.error = "the finished response says something else than its deltas did"
            case "error":
                told.error = f"status {event['status']}: {event['error']['message']}"
            case _:
                return False
        told.report = (event.get("response") or {}).get("prelude") or {}
        return True

    def hear_whole(self, told: Told, answer: dict[str, Any], at_s: float) -> None:
        told.words = [Words(at_s, _text(answer))]
        _take_end(told, answer)


def _take_end(told: Told, response: dict[str, Any]) -> None:
    match response["status"]:
        case "completed":
            told.finish_reason = "stop"
        case "incomplete":
            reason = response["incomplete_details"]["reason"]
            told.finish_reason = "length" if reason == "max_output_tokens" else reason
        case _:
            told.error = response["error"]["message"]


def _text(response: dict[str, Any]) -> str:
    parts = (part for item in response["output"] for part in item["content"])
    return "".join(part["text"] for part in parts)
