"""One reply of a local server, timed: the same questions to our engine and to its rivals.

Our engine is asked through `LocalTier` over its Unix socket, as the service does; the others over
HTTP, by as little code as reads a stream, because all clients share the machine with the servers.
All sample alike: what is not said here is off, on both sides.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Protocol

import aiohttp
import orjson

from edge.core.errors import TierError
from edge.core.sentences import first_sentence_end
from edge.core.types import LOCAL, Call, Message, Request, Sampling, Text, TextPart, Urgency, Usage
from local_models.client import LocalTier

_TEMPERATURE, _TOP_P, _TOP_K = 0.2, 0.9, 128  # what our engine does with the built-in model
_SCOPE = "bench"  # what was read for one of its callers may serve another
_NEVER = -100.0  # a logit bias


@dataclass(frozen=True, slots=True)
class Ask:
    """`tokens`: how many it must say; no more, and no fewer, because its ends are forbidden.

    `deadline_s`: from the asking, when its first sentence must stand; only ours is told.
    The client leaves after its first sentence (`is_draft`), or after so many texts.
    """

    prompt: str
    tokens: int
    deadline_s: float | None = None
    is_draft: bool = False
    leave_after: int | None = None
    adapter: str = ""


@dataclass(slots=True)
class Heard:
    """Instants: of the asking, of each text that came, and when the first sentence stood: or all
    that was asked for, if that is less. `failed`: why it broke off."""

    ask: Ask
    asked_at: float
    text_at: list[float] = field(default_factory=list)
    sentence_at: float | None = None
    tokens: int = 0
    read: int = 0  # tokens of the prompt
    cached: int = 0  # of these, how many were not read anew
    failed: str = ""
    _words: str = ""

    @property
    def first_text_s(self) -> float | None:
        return self.text_at[0] - self.asked_at if self.text_at else None

    @property
    def gaps_s(self) -> list[float]:
        return [later - earlier for earlier, later in pairwise(self.text_at)]

    @property
    def sentence_s(self) -> float | None:
        return None if self.sentence_at is None else self.sentence_at - self.asked_at

    def hear(self, text: str) -> bool:
        """False: the client leaves."""
        now = time.monotonic()
        self.text_at.append(now)
        if self.ask.is_draft:
            self._words += text
            if first_sentence_end(self._words, final=False) is not None:
                self.sentence_at = now
                return False
        return len(self.text_at) != self.ask.leave_after

    def end(self, *, tokens: int, read: int, cached: int = 0) -> None:
        self.tokens, self.read, self.cached = tokens, read, cached
        if self.text_at:
            self.sentence_at = self.text_at[-1]


class Listener(Protocol):
    name: str

    async def listen(self, heard: Heard) -> None:
        """Fills `heard` as the reply comes, so that a reply that is cancelled was heard too."""

    async def close(self) -> None: ...


class OurListener:
    """`end_tokens`: what a reply may not say before it has said enough."""

    name = "prelude"

    def __init__(self, socket: str, end_tokens: tuple[int, ...]) -> None:
        self.tier = LocalTier(LOCAL, socket)
        self._socket = socket
        self._adapted: dict[str, LocalTier] = {}
        self._bias = {str(token): _NEVER for token in end_tokens}

    async def listen(self, heard: Heard) -> None:
        try:
            async with aclosing(
                self._tier(heard.ask.adapter).stream(self._call(heard.ask))
            ) as pieces:
                async for piece in pieces:
                    match piece:
                        case Text(text):
                            if not heard.hear(text):
                                return
                        case Usage(read, written):
                            heard.end(tokens=written or 0, read=read or 0, cached=piece.cached or 0)
        except TierError as error:
            heard.failed = str(error)

    async def close(self) -> None:
        """Holds nothing open between asks."""

    def _tier(self, adapter: str) -> LocalTier:
        if not adapter:
            return self.tier
        if adapter not in self._adapted:
            self._adapted[adapter] = LocalTier(LOCAL, self._socket, adapter=adapter)
        return self._adapted[adapter]

    def _call(self, ask: Ask) -> Call:
        sampling = Sampling(
            max_tokens=ask.tokens, temperature=_TEMPERATURE, top_p=_TOP_P, logit_bias=self._bias
        )
        messages = (Message("user", (TextPart(ask.prompt),)),)
        request = Request(id="bench", model=LOCAL, messages=messages, sampling=sampling)
        if ask.deadline_s is None:
            return Call(request, messages, sampling, scope=_SCOPE)
        deadline = time.monotonic() + ask.deadline_s
        return Call(request, messages, sampling, urgency=Urgency(deadline, deadline), scope=_SCOPE)


class HttpListener:
    """Any server with OpenAI's chat completions; `more`: what else it must be told in a body."""

    def __init__(
        self,
        name: str,
        base_url: str,
        end_tokens: tuple[int, ...],
        more: Mapping[str, Any] | None = None,
    ) -> None:
        self.name = name
        self._url = f"{base_url}/chat/completions"
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, force_close=True),
            timeout=aiohttp.ClientTimeout(None),
        )
        self._fixed = {
            "model": "any",
            "stream": True,
            "stream_options": {"include_usage": True},
            "temperature": _TEMPERATURE,
            "top_p": _TOP_P,
            "top_k": _TOP_K,
            "min_p": 0.0,
            "repeat_penalty": 1.0,
            "logit_bias": {str(token): _NEVER for token in end_tokens},
            **(more or {}),
        }

    async def listen(self, heard: Heard) -> None:
        body = {
            **self._fixed,
            "messages": [{"role": "user", "content": heard.ask.prompt}],
            "max_tokens": heard.ask.tokens,
        }
        try:
            async with aclosing(self._events(body)) as events:
                async for event in events:
                    if not _hear(event, heard):
                        return
        except aiohttp.ClientError as error:
            heard.failed = f"{type(error).__name__}: {error}"

    async def close(self) -> None:
        await self._session.close()

    async def _events(self, body: Mapping[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
        headers = {"Content-Type": "application/json"}
        async with self._session.post(
            self._url, data=orjson.dumps(body), headers=headers
        ) as response:
            response.raise_for_status()
            async for line in response.content:
                if line.startswith(b"data: {"):
                    yield orjson.loads(line[6:])


def _hear(event: Mapping[str, Any], heard: Heard) -> bool:
    """False: the client leaves."""
    if usage := event.get("usage"):
        heard.end(tokens=usage["completion_tokens"], read=usage["prompt_tokens"])
    if "error" in event:
        heard.failed = str(event["error"])
    texts = [choice["delta"].get("content") for choice in event.get("choices", ())]
    return all(heard.hear(text) for text in texts if text)


async def listen(listener: Listener, ask: Ask) -> Heard:
    heard = Heard(ask, time.monotonic())
    await listener.listen(heard)
    return heard
