"""The doors through which the fault matrix asks, and how each one's reply is read.

A new one is a line of `_WAYS`, and a name.
"""

from __future__ import annotations

import json
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import aiohttp

from bench.messages_reader import MessagesEar
from bench.named_events import Ear, hear_named, hear_whole
from bench.reader import Told, Words, hear
from bench.responses_reader import ResponsesEar, hear_responses
from bench.ui_reader import hear_ui

_SUFFIX = "\n\n# And that is all.\n"  # what follows the gap: nothing that an answer says


class Door(StrEnum):
    CHAT = "chat"  # server-sent events, here and where nothing else is said
    WHOLE = "chat, not streamed"
    SOCKET = "responses"  # the WebSocket
    RESPONSES = "responses over HTTP"
    RESPONSES_WHOLE = "responses, not streamed"
    MESSAGES = "messages"
    MESSAGES_WHOLE = "messages, not streamed"
    UI = "UI message stream"
    TEXT = "completions"
    GAP = "completions, with a suffix"
    TEXT_WHOLE = "completions, not streamed"

    @property
    def has_openings(self) -> bool:
        """What is not streamed gets none, and neither does a text that is gone on with."""
        return _WAYS[self].has_openings

    @property
    def takes_texts(self) -> bool:
        """Not conversations: not every host is asked so, and there is no strategy."""
        return _WAYS[self].takes_texts


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
    way = _WAYS[door]
    body = {"model": "auto", "prelude": options, **way.ask(question, most_tokens)}
    if way.takes_texts:
        body["prelude"] = {name: value for name, value in options.items() if name != "strategy"}
    await way.read(told, session, base_url, body)


_Read = Callable[[Told, aiohttp.ClientSession, str, dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Way:
    """`ask` makes the members of the body that are the dialect's own."""

    ask: Callable[[str, int], dict[str, Any]]
    read: _Read
    has_openings: bool = False
    takes_texts: bool = False


def _chat(question: str, most_tokens: int) -> dict[str, Any]:
    messages = [{"role": "user", "content": question}]
    return {"messages": messages, "max_tokens": most_tokens}


def _responses(question: str, most_tokens: int) -> dict[str, Any]:
    return {"input": question, "max_output_tokens": most_tokens}


def _ui(question: str, most_tokens: int) -> dict[str, Any]:
    said = {"id": "u", "role": "user", "parts": [{"type": "text", "text": question}]}
    return {"messages": [said], "max_tokens": most_tokens}


def _text(question: str, most_tokens: int) -> dict[str, Any]:
    return {"prompt": f"# {question}\n", "max_tokens": most_tokens}


def _gap(question: str, most_tokens: int) -> dict[str, Any]:
    return {**_text(question, most_tokens), "suffix": _SUFFIX}


def _hear_chunks(path: str) -> _Read:
    async def read(
        told: Told, session: aiohttp.ClientSession, base_url: str, body: dict[str, Any]
    ) -> None:
        await hear(told, session, base_url + path, body)

    return read


def _hear_with(ear: Callable[[], Ear], path: str, *, streamed: bool) -> _Read:
    listen = hear_named if streamed else hear_whole

    async def read(
        told: Told, session: aiohttp.ClientSession, base_url: str, body: dict[str, Any]
    ) -> None:
        await listen(told, session, base_url + path, body, ear())

    return read


def _hear_choice(path: str) -> _Read:
    async def read(
        told: Told, session: aiohttp.ClientSession, base_url: str, body: dict[str, Any]
    ) -> None:
        start = time.monotonic()
        async with session.post(base_url + path, json=body) as reply:
            answer = json.loads(await reply.text())
        told.ended_s = time.monotonic() - start
        if "choices" in answer:
            choice = answer["choices"][0]
            said = choice["message"]["content"] if "message" in choice else choice["text"]
            told.words = [Words(told.ended_s, said or "")]
            told.finish_reason = choice["finish_reason"]
        if reply.status != 200:
            told.error = f"status {reply.status}: {answer['error']['message']}"

    return read


_CHAT, _MESSAGES, _RESPONSES, _TEXTS = (
    "/chat/completions",
    "/messages",
    "/responses",
    "/completions",
)
_RESPONSES_STREAM = _hear_with(ResponsesEar, _RESPONSES, streamed=True)
_MESSAGES_STREAM = _hear_with(MessagesEar, _MESSAGES, streamed=True)
_WAYS: Mapping[Door, _Way] = {
    Door.CHAT: _Way(_chat, _hear_chunks(_CHAT), has_openings=True),
    Door.WHOLE: _Way(_chat, _hear_choice(_CHAT)),
    Door.SOCKET: _Way(_responses, hear_responses, has_openings=True),
    Door.RESPONSES: _Way(_responses, _RESPONSES_STREAM, has_openings=True),
    Door.RESPONSES_WHOLE: _Way(_responses, _hear_with(ResponsesEar, _RESPONSES, streamed=False)),
    Door.MESSAGES: _Way(_chat, _MESSAGES_STREAM, has_openings=True),
    Door.MESSAGES_WHOLE: _Way(_chat, _hear_with(MessagesEar, _MESSAGES, streamed=False)),
    Door.UI: _Way(_ui, hear_ui, has_openings=True),
    Door.TEXT: _Way(_text, _hear_chunks(_TEXTS), takes_texts=True),
    Door.GAP: _Way(_gap, _hear_chunks(_TEXTS), takes_texts=True),
    Door.TEXT_WHOLE: _Way(_text, _hear_choice(_TEXTS), takes_texts=True),
}
