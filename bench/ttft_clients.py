"""The four clients of the real run, each asking in its way.

What a call meets travels in the metadata of its request, so the simulator gives each way the same:
for the first host (`a`), for the one behind it (`b`), and for a call that continues a text (`a+`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bench.reader import Told as Reply
from bench.reader import Words, hear
from bench.replay import AGAIN, DIRECT, DISCO, PRELUDE
from bench.replay_baselines import BACKOFF_S, RETRIES, SILENCE_S
from bench.replay_disco import Waits, is_buffered
from bench.replay_host import Draw, Host
from bench.replay_traffic import Asked

SEED = 1
CHARS_PER_TOKEN = 4.0
_LOOK_EVERY_S = 0.002

Messages = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Ask:
    """One request of the run, and what its calls meet."""

    asked: Asked
    question: str
    whole: str
    messages: Messages

    def metadata(self, way: str, first: int = 0) -> dict[str, str]:
        """The `first` call to the first host, and what continues it."""
        a, b = Host("a", SEED), Host("b", SEED, has_faults=False)
        n = self.asked.n
        return {
            "way": way,
            "n": str(n),
            "a": self._knobs(a.draw(n, first)),
            "a+": self._knobs(a.draw(n, first + 1)),
            "b": self._knobs(b.draw(n, 0)),
            "b+": self._knobs(b.draw(n, 1)),
        }

    def _knobs(self, met: Draw) -> str:
        knobs = (
            f"ttft_ms={1000 * met.first_s:.1f}&tokens_per_s={1 / met.gap_s:.2f}"
            f"&tokens={self.asked.reply_tokens}"
        )
        if met.fault is None:
            return knobs
        spoken_s = met.gap_s * self.asked.reply_tokens
        struck_s = met.fault.place * (met.first_s + spoken_s) - met.first_s
        after = round(max(0.0, struck_s / spoken_s) * len(self.whole))
        return f"{knobs}&fault={met.fault.kind}&after={after}&ms={1000 * met.fault.stall_s:.0f}"


@dataclass(slots=True)
class Client:
    """Asks in each of the four ways. `local_s`: when the local model worked, (from, to)."""

    session: aiohttp.ClientSession
    served: str
    upstream: str
    patience_s: float
    waits: Waits
    began_at: float = field(default_factory=time.monotonic)
    local_s: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    async def directly(self, ask: Ask) -> Reply:
        told = Reply()
        await self._ask_target(told, ask.metadata(DIRECT), ask.messages)
        return told

    async def again(self, ask: Ask) -> Reply:
        """What is told anew and is on the page already is left out."""
        told = Reply()
        from_s, has = 0.0, 0
        for attempt in range(1 + RETRIES):
            begun = time.monotonic()
            reply = await self._until_silent(ask, attempt)
            said = 0
            for words in reply.words:
                said += len(words.text)
                if said > has:
                    text = words.text[-(said - has) :]
                    told.words.append(Words(from_s + words.at_s, text))
                    has = said
            told.error = reply.error
            if not reply.error:
                told.words.append(Words(from_s + reply.ended_s, ""))
                break
            await asyncio.sleep(BACKOFF_S * 2**attempt)
            from_s += time.monotonic() - begun
        return told

    async def prelude(self, ask: Ask) -> Reply:
        sent_s = time.monotonic() - self.began_at
        body = {
            "model": "auto",
            "messages": ask.messages,
            "metadata": ask.metadata(PRELUDE),
            "prelude": {"trace": True},
        }
        told = Reply()
        await self._hear(told, self.served, body)
        for leg in told.report.get("legs", ()):
            if leg["model"] == "local":
                span = (sent_s + leg["started_ms"] / 1000, sent_s + leg["ended_ms"] / 1000)
                self.local_s.setdefault(PRELUDE, []).append(span)
        return told

    async def disco(self, ask: Ask) -> Reply:
        """The race as in `replay_disco.py`, with the real local model."""
        begun = time.monotonic()
        server, device = Reply(), Reply()
        asking = asyncio.create_task(self._ask_target(server, ask.metadata(DISCO), ask.messages))
        wait_s = self.waits.of(ask.asked.prompt_tokens)
        writing = asyncio.create_task(self._write_locally(device, ask, wait_s))
        try:
            while not (server.words or device.words or asking.done()):
                await asyncio.wait({asking}, timeout=_LOOK_EVERY_S)
            if not device.words and (server.words or not server.error):
                writing.cancel()
                await asking
                return server
            asking.cancel()
            await writing
            if not device.words:
                return server
        finally:
            for task in (asking, writing):
                task.cancel()
            await asyncio.gather(asking, writing, return_exceptions=True)
        moved_s = time.monotonic() - begun
        messages = [*ask.messages, {"role": "assistant", "content": device.text}]
        rest = Reply()
        await self._ask_target(rest, ask.metadata(DISCO), messages)
        local = [Words(each.at_s, each.text, "local") for each in device.words]
        later = [Words(moved_s + each.at_s, each.text) for each in rest.words]
        return Reply([*local, *later], error=rest.error)

    async def _write_locally(self, device: Reply, ask: Ask, wait_s: float) -> None:
        """Writes until enough is ahead of the reader."""
        await asyncio.sleep(wait_s)
        begun = time.monotonic()
        body = {"model": "local", "messages": ask.messages}
        hearing = asyncio.create_task(
            hear(device, self.session, f"{self.served}/chat/completions", body)
        )
        try:
            while not hearing.done():
                await asyncio.wait({hearing}, timeout=_LOOK_EVERY_S)
                if device.words:
                    reading_s = time.monotonic() - begun - device.words[0].at_s
                    if is_buffered(len(device.text) / CHARS_PER_TOKEN, reading_s):
                        break
        finally:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)
            ended_s = time.monotonic() - self.began_at
            span = (begun - self.began_at, ended_s)
            self.local_s.setdefault(DISCO, []).append(span)
        device.words = [Words(wait_s + each.at_s, each.text, each.tier) for each in device.words]

    async def _until_silent(self, ask: Ask, attempt: int) -> Reply:
        told = Reply()
        metadata = ask.metadata(AGAIN, attempt)
        hearing = asyncio.create_task(self._ask_target(told, metadata, ask.messages))
        heard, since = 0, time.monotonic()
        while not hearing.done():
            await asyncio.wait({hearing}, timeout=0.1)
            if len(told.words) > heard:
                heard, since = len(told.words), time.monotonic()
            elif time.monotonic() - since > SILENCE_S:
                hearing.cancel()
                await asyncio.gather(hearing, return_exceptions=True)
                told.error = "silent for too long"
        return told

    async def _ask_target(
        self, told: Reply, metadata: Mapping[str, str], messages: Messages
    ) -> None:
        body = {"model": "a", "messages": messages, "metadata": metadata}
        await self._hear(told, self.upstream, body)

    async def _hear(self, told: Reply, base_url: str, body: dict[str, Any]) -> None:
        try:
            async with asyncio.timeout(self.patience_s):
                await hear(told, self.session, f"{base_url}/chat/completions", body)
        except TimeoutError:
            told.error = "nobody waits any longer"
        except aiohttp.ClientError as error:
            told.error = f"the connection was lost ({type(error).__name__})"
