"""Reads a reply in Anthropic's Messages as a strict client would, streamed or whole.

A block is opened before it speaks, closed before the next one is opened, and all are closed at the
end: a reply that fails at that is told as an error.
https://docs.anthropic.com/en/docs/build-with-claude/streaming
"""

from __future__ import annotations

from typing import Any

from bench.reader import Told, Words

_FINISHES = {"end_turn": "stop", "max_tokens": "length"}


class MessagesEar:
    def __init__(self) -> None:
        self._has_begun = False
        self._blocks = 0
        self._is_open = False

    def hear(self, told: Told, event: dict[str, Any], at_s: float) -> bool:
        """Whether it was the last event, or one out of order."""
        if not self._is_in_order(event):
            told.error = f"`{event['type']}` is out of order"
            return True
        match event["type"]:
            case "message_start":
                self._has_begun = True
            case "content_block_start":
                self._is_open = True
                self._blocks += 1
            case "content_block_stop":
                self._is_open = False
            case "content_block_delta" if event["delta"]["type"] == "text_delta":
                trace = event.get("prelude") or {}
                speaker = (trace.get("tier", ""), trace.get("leg", 0), trace.get("model", ""))
                told.words.append(Words(at_s, event["delta"]["text"], *speaker))
            case "message_delta":
                _take_end(told, event["delta"]["stop_reason"])
            case "message_stop":
                told.report = event.get("prelude") or {}
                return True
            case "error":
                told.error = event["error"]["message"]
                return True
        return False

    def hear_whole(self, told: Told, answer: dict[str, Any], at_s: float) -> None:
        texts = (block["text"] for block in answer["content"] if block["type"] == "text")
        told.words = [Words(at_s, "".join(texts))]
        _take_end(told, answer["stop_reason"])

    def _is_in_order(self, event: dict[str, Any]) -> bool:
        match event["type"]:
            case "ping" | "error":
                return True
            case "message_start":
                return not self._has_begun
            case "content_block_start":
                return self._has_begun and not self._is_open and event["index"] == self._blocks
            case "content_block_delta" | "content_block_stop":
                return self._is_open and event["index"] == self._blocks - 1
            case _:
                return self._has_begun and not self._is_open


def _take_end(told: Told, reason: str) -> None:
    told.finish_reason = _FINISHES.get(reason, reason)
