"""Reads a streamed completion, of a chat or a text, and notes when each word was there."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson

from edge.core.sentences import first_sentence_end


@dataclass(frozen=True, slots=True)
class Words:
    """`at_s` counts from the sending of the request. The last three are of the `prelude` trace."""

    at_s: float
    text: str
    tier: str = ""
    leg: int = 0
    model: str = ""


@dataclass(slots=True)
class Told:
    """One whole reply. `error` is empty when it came to its proper end."""

    words: list[Words] = field(default_factory=list)
    ended_s: float = 0.0
    finish_reason: str = ""
    error: str = ""
    report: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(words.text for words in self.words)

    def of_tier(self, tier: str) -> list[Words]:
        return [words for words in self.words if words.tier == tier]

    def first_text_s(self) -> float | None:
        return self.words[0].at_s if self.words else None

    def first_sentence_s(self, words: Sequence[Words] | None = None) -> float | None:
        """When the last character of the first complete sentence of (some of) the words was there.

        In hindsight: the reader of an opening has a sentence, even if nothing follows for a while.
        """
        heard = self.words if words is None else words
        end = first_sentence_end("".join(each.text for each in heard), final=True)
        length = 0
        for each in heard:
            length += len(each.text)
            if end is not None and length >= end:
                return each.at_s
        return None


async def listen(session: aiohttp.ClientSession, base_url: str, body: dict[str, Any]) -> Told:
    """A reply that fails, or breaks off, is told as well: see `Told.error`."""
    told = Told()
    try:
        await hear(told, session, f"{base_url}/chat/completions", body)
    except aiohttp.ClientError as error:
        told.error = f"the connection was lost ({type(error).__name__})"
    return told


async def hear(told: Told, session: aiohttp.ClientSession, url: str, body: dict[str, Any]) -> None:
    """`told` has all that came, should the reader lose patience first."""
    start = time.monotonic()
    async with session.post(url, json={**body, "stream": True}) as reply:
        if reply.status != 200:
            told.error = f"status {reply.status}: {(await reply.text())[:200]}"
            return
        done = False
        async for line in reply.content:
            data = line.removeprefix(b"data: ").strip()
            if line.startswith(b"data: ") and not (done := data == b"[DONE]"):
                _take(told, orjson.loads(data), time.monotonic() - start)
        told.ended_s = time.monotonic() - start
        if not told.error and not (done and told.finish_reason):
            told.error = "ended without a finish"


def _take(told: Told, event: dict[str, Any], at_s: float) -> None:
    trace = event.get("prelude") or {}
    if "error" in event:
        told.error = str(event["error"].get("message"))
    for choice in event.get("choices") or ():
        told.finish_reason = choice["finish_reason"] or told.finish_reason
        if text := choice["delta"].get("content") if "delta" in choice else choice["text"]:
            told.words.append(
                Words(
                    at_s, text, trace.get("tier", ""), trace.get("leg", 0), trace.get("model", "")
                )
            )
    if "models" in trace:
        told.report = trace
