"""The doors that stream, each with a body that any of them would answer."""

from __future__ import annotations

from typing import Any, NamedTuple

QUESTION = "How does a heat pump work?"
TURNS = [{"role": "user", "content": QUESTION}]
UI_TURN = {"id": "u", "role": "user", "parts": [{"type": "text", "text": QUESTION}]}


class Door(NamedTuple):
    path: str
    body: dict[str, Any]
    silence: bytes = b": keepalive\n\n"  # an event that says nothing, in the door's dialect


DOORS = [
    Door("/v1/chat/completions", {"model": "auto", "messages": TURNS, "stream": True}),
    Door("/v1/chat/completions", {"model": "auto", "messages": TURNS, "stream": True, "n": 2}),
    Door("/v1/completions", {"model": "mine/big", "prompt": QUESTION, "stream": True}),
    Door("/v1/responses", {"model": "auto", "input": QUESTION, "stream": True, "store": False}),
    Door(
        "/v1/messages",
        {"model": "auto", "messages": TURNS, "stream": True, "max_tokens": 999},
        b'event: ping\ndata: {"type":"ping"}\n\n',
    ),
    Door("/v1/ui/messages", {"id": "chat", "messages": [UI_TURN]}),
]
