"""The replay on this machine: the real service, its built-in model, and a simulator as the target.

Prompts of up to 200 tokens, replies as long as in the traces, arrivals of the traces stretched until
the local tier is at most half busy: how long an opening takes here is measured first. The latencies
and faults of every call are drawn beforehand (`replay_host.py`) and travel in the request's metadata,
so each way meets the same. The target directly, plain retry and Prelude are asked in turn; the
dispatcher after DiSCo afterwards, because it would share the local model.

A reply that has not ended when nobody waits any longer counts as one that never does.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bench.answers import answer_to, answers, lengthened
from bench.questions import SHORT_QUESTIONS
from bench.reader import Told as Reply
from bench.reader import Words, hear
from bench.replay import AGAIN, DIRECT, DISCO, PRELUDE
from bench.replay_baselines import BACKOFF_S, RETRIES, SILENCE_S
from bench.replay_bill import cost
from bench.replay_disco import Waits, is_buffered, waits
from bench.replay_host import Draw, Host
from bench.replay_reader import Author, Figures, Shown, figures
from bench.replay_summary import Told
from bench.replay_traffic import Asked, traffic
from bench.replay_words import counted_sentence_end
from bench.report import median
from bench.schedule import send_each
from bench.service_process import service
from bench.simulator_process import SimulatorHandle, simulator

LONGEST_PROMPT = 200  # tokens
_SEED = 1
_AIMED_BUSY = 0.4
_LEAST_PERIOD_S = 0.3
_REQUESTS, _REQUESTS_QUICK = 200, 25
_PATIENCE_S, _PATIENCE_QUICK_S = 90.0, 10.0
_CHARS_PER_TOKEN = 4.0

_SETTINGS = """\
[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[models."sim/a"]
[models."sim/b"]

[routes.default]
targets = ["sim/a", "sim/b"]
"""
_AUTHORS: Mapping[str, Author] = {"draft": "opening", "local": "local", "target": "target"}


@dataclass(frozen=True, slots=True)
class RealRun:
    """`busy`: the share of the time in which the local tier had work, for Prelude."""

    told: Told
    countable: Sequence[int]
    busy: float
    load: str
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Ask:
    """One request of the run, and what its calls meet."""

    asked: Asked
    question: str
    whole: str
    messages: Sequence[Mapping[str, str]]

    def metadata(self, way: str, first: int = 0) -> dict[str, str]:
        """The `first` call to the first host, and what continues it."""
        a, b = Host("a", _SEED), Host("b", _SEED, has_faults=False)
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
class _Client:
    """Asks in each of the four ways. `local_s`: when the local model worked, (from, to)."""

    session: aiohttp.ClientSession
    served: str
    upstream: str
    patience_s: float
    waits: Waits
    began_at: float = field(default_factory=time.monotonic)
    local_s: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    async def directly(self, ask: _Ask, attempt: int = 0, way: str = DIRECT) -> Reply:
        body = {"model": "a", "messages": ask.messages, "metadata": ask.metadata(way, attempt)}
        return await self._hear(self.upstream, body)

    async def again(self, ask: _Ask) -> Reply:
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

    async def prelude(self, ask: _Ask) -> Reply:
        sent_s = time.monotonic() - self.began_at
        body = {
            "model": "auto",
            "messages": ask.messages,
            "metadata": ask.metadata(PRELUDE),
            "prelude": {"trace": True},
        }
        told = await self._hear(self.served, body)
        for leg in told.report.get("legs", ()):
            if leg["model"] == "local":
                span = (sent_s + leg["started_ms"] / 1000, sent_s + leg["ended_ms"] / 1000)
                self.local_s.setdefault(PRELUDE, []).append(span)
        return told

    async def disco(self, ask: _Ask) -> Reply:
        """The race as in `replay_disco.py`, with the real local model."""
        begun = time.monotonic()
        server, device = Reply(), Reply()
        asking = asyncio.create_task(self._into(server, ask.metadata(DISCO), ask.messages))
        wait_s = self.waits.of(ask.asked.prompt_tokens)
        writing = asyncio.create_task(self._write_locally(device, ask, wait_s))
        try:
            while not (server.words or device.words or asking.done()):
                await asyncio.sleep(0.002)  # two streams of two servers: nothing common to wait on
            if not device.words and (server.words or not server.error):
                writing.cancel()
                await asking
                return server
            asking.cancel()
            await writing
        finally:
            for task in (asking, writing):
                task.cancel()
            await asyncio.gather(asking, writing, return_exceptions=True)
        moved_s = time.monotonic() - begun
        messages = [*ask.messages, {"role": "assistant", "content": device.text}]
        rest = Reply()
        await self._into(rest, ask.metadata(DISCO), messages)
        local = [Words(each.at_s, each.text, "local") for each in device.words]
        later = [Words(moved_s + each.at_s, each.text) for each in rest.words]
        return Reply([*local, *later], error=rest.error)

    async def _write_locally(self, device: Reply, ask: _Ask, wait_s: float) -> None:
        """Writes until enough is ahead of the reader."""
        await asyncio.sleep(wait_s)
        begun = time.monotonic()
        body = {"model": "local", "messages": ask.messages}
        hearing = asyncio.create_task(
            hear(device, self.session, f"{self.served}/chat/completions", body)
        )
        try:
            while not hearing.done():
                await asyncio.sleep(0.002)
                if device.words:
                    reading_s = time.monotonic() - begun - device.words[0].at_s
                    if is_buffered(len(device.text) / _CHARS_PER_TOKEN, reading_s):
                        break
        finally:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)
            ended_s = time.monotonic() - self.began_at
            span = (begun - self.began_at, ended_s)
            self.local_s.setdefault(DISCO, []).append(span)
        device.words = [
            Words(wait_s + each.at_s, each.text, each.tier) for each in device.words
        ]

    async def _until_silent(self, ask: _Ask, attempt: int) -> Reply:
        told = Reply()
        metadata = ask.metadata(AGAIN, attempt)
        hearing = asyncio.create_task(self._into(told, metadata, ask.messages))
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

    async def _into(
        self, told: Reply, metadata: Mapping[str, str], messages: Sequence[Mapping[str, str]]
    ) -> None:
        body = {"model": "a", "messages": messages, "metadata": metadata}
        await self._hear_into(told, self.upstream, body)

    async def _hear(self, base_url: str, body: dict[str, Any]) -> Reply:
        told = Reply()
        await self._hear_into(told, base_url, body)
        return told

    async def _hear_into(self, told: Reply, base_url: str, body: dict[str, Any]) -> None:
        try:
            async with asyncio.timeout(self.patience_s):
                await hear(told, self.session, f"{base_url}/chat/completions", body)
        except TimeoutError:
            told.error = "nobody waits any longer"
        except aiohttp.ClientError as error:
            told.error = f"the connection was lost ({type(error).__name__})"


def run_real(quick: bool, data: Path | None, say: Callable[[str], None]) -> RealRun:
    count = _REQUESTS_QUICK if quick else _REQUESTS
    asks = _asks(count, data)
    say("real: starting the service")
    with simulator() as sim, service(_SETTINGS.format(base_url=sim.base_url)) as ours:
        client_of = _Clients(ours.base_url, sim.base_url, asks, quick)
        period_s, opening_s = asyncio.run(_measure(client_of))
        say(f"real: {count} requests, one every {period_s:.2f} s: {DIRECT}, {AGAIN}, {PRELUDE}")
        ways = (DIRECT, AGAIN, PRELUDE)
        replies, local_s, during_s = asyncio.run(_ask_all(client_of, ways, period_s))
        say(f"real: the same for {DISCO}")
        theirs, device_s, _ = asyncio.run(_ask_all(client_of, (DISCO,), period_s))
        paid = _bills(sim, asks)
    replies |= theirs
    told = {
        way: [_figures(way, ask, reply, paid) for ask, reply in zip(asks, each, strict=True)]
        for way, each in replies.items()
    }
    drafted = sum(each.is_drafted for each in told[PRELUDE])
    busy = _busy(local_s[PRELUDE], during_s)
    return RealRun(
        told={way: told[way] for way in (DIRECT, AGAIN, DISCO, PRELUDE)},
        countable=[n for n, ask in enumerate(asks) if counted_sentence_end(ask.whole) is not None],
        busy=busy,
        load=(
            f"{count} requests, open loop, one every {period_s:.2f} s on average, prompts of up to "
            f"{LONGEST_PROMPT} tokens; an opening takes the local tier {1000 * opening_s:.0f} ms here"
        ),
        notes=(
            f"real: {drafted} of {count} were given an opening (all questions are of a kind that may "
            f"have one); local tier busy {100 * busy:.0f} % of the time, for {DISCO} "
            f"{100 * _busy(device_s.get(DISCO, []), during_s):.0f} %",
            "real: the target is a simulator, its gaps are even, and its stall makes up for lost time",
        ),
    )


@dataclass(frozen=True, slots=True)
class _Clients:
    served: str
    upstream: str
    asks: Sequence[_Ask]
    quick: bool

    def open(self, session: aiohttp.ClientSession) -> _Client:
        patience_s = _PATIENCE_QUICK_S if self.quick else _PATIENCE_S
        learned = waits([ask.asked.prompt_tokens for ask in self.asks])
        return _Client(session, self.served, self.upstream, patience_s, learned)


async def _measure(client_of: _Clients) -> tuple[float, float]:
    """(how far apart requests must be, how long an opening takes)."""
    async with aiohttp.ClientSession() as session:
        client = client_of.open(session)
        for ask in client_of.asks[:6]:
            await client.prelude(ask)
        spans = client.local_s.get(PRELUDE, [])[1:]  # the first pays for what all share
    opening_s = median([end - start for start, end in spans])
    return max(_LEAST_PERIOD_S, opening_s / _AIMED_BUSY), opening_s


async def _ask_all(
    client_of: _Clients, ways: Sequence[str], period_s: float
) -> tuple[dict[str, list[Reply]], dict[str, list[tuple[float, float]]], float]:
    """Replies by way; when the local model worked; how long it took to send them all."""
    asks = client_of.asks
    stretch = period_s * len(asks) / max(asks[-1].asked.at_s - asks[0].asked.at_s, 1e-6)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        client = client_of.open(session)
        by_way: Mapping[str, Callable[[_Ask], Awaitable[Reply]]] = {
            DIRECT: client.directly,
            AGAIN: client.again,
            PRELUDE: client.prelude,
            DISCO: client.disco,
        }
        sends: list[tuple[float, Callable[[], Awaitable[Reply]]]] = []
        for ask, following in zip(asks, [*asks[1:], asks[-1]], strict=True):
            gap_s = stretch * (following.asked.at_s - ask.asked.at_s)
            sends += [(gap_s / len(ways), _Send(by_way[way], ask)) for way in ways]
        replies = await send_each(sends)
    found = {way: replies[place :: len(ways)] for place, way in enumerate(ways)}
    return found, client.local_s, period_s * len(asks)


@dataclass(frozen=True, slots=True)
class _Send:
    ask_in_its_way: Callable[[_Ask], Awaitable[Reply]]
    ask: _Ask

    def __call__(self) -> Awaitable[Reply]:
        return self.ask_in_its_way(self.ask)


def _asks(count: int, data: Path | None) -> list[_Ask]:
    """Of the traffic, the conversations with a short prompt; their text is prose and a question."""
    rng = random.Random(_SEED)
    come = traffic(40 * count, _SEED, 1.0, data)
    short = [each for each in come if each.prompt_tokens <= LONGEST_PROMPT and each.may_open]
    prose = " ".join(answer.text for answer in answers() if answer.text.isascii())
    asks = []
    for n, each in enumerate(short[:count]):
        question = SHORT_QUESTIONS[n % len(SHORT_QUESTIONS)]
        size = max(0, int(_CHARS_PER_TOKEN * each.prompt_tokens) - len(question))
        start = rng.randrange(len(prose) - size)
        before = {"role": "system", "content": prose[start : start + size]}
        messages = ([before] if size else []) + [{"role": "user", "content": question}]
        whole = lengthened(answer_to(question).text, each.reply_tokens).strip()
        asked = Asked(n, each.at_s, each.source, each.prompt_tokens, each.reply_tokens, True)
        asks.append(_Ask(asked, question, whole, messages))
    return asks


def _figures(way: str, ask: _Ask, reply: Reply, paid: Mapping[tuple[str, int], float]) -> Figures:
    shown = [
        Shown(words.at_s, words.text, _AUTHORS.get(words.tier, "target")) for words in reply.words
    ]
    whole = ask.whole
    if way == DISCO and any(each.by == "local" for each in shown):
        whole = reply.text.strip()  # two authors: there is nothing to compare it with
    legs = reply.report.get("legs", ())
    return figures(
        shown,
        whole,
        cost=paid.get((way, ask.asked.n), 0.0),
        says_whole=not reply.error,
        is_drafted=any(leg["tier"] == "draft" for leg in legs),
    )


def _bills(sim: SimulatorHandle, asks: Sequence[_Ask]) -> dict[tuple[str, int], float]:
    """What the calls of each way for each request cost, by the simulator's own log."""
    bills: dict[tuple[str, int], float] = {}
    for entry in sim.log():
        metadata = entry["options"].get("metadata") or {}
        if "way" in metadata:
            way, n = metadata["way"], int(metadata["n"])
            written = round(entry["characters"] / _CHARS_PER_TOKEN)
            paid = cost(asks[n].asked.prompt_tokens, written, entry["prefix"])
            bills[way, n] = bills.get((way, n), 0.0) + paid
    return bills


def _busy(spans: Iterable[tuple[float, float]], during_s: float) -> float:
    """The share of the time in which at least one of them ran."""
    busy_s, until = 0.0, 0.0
    for start, end in sorted(spans):
        busy_s += max(0.0, end - max(start, until))
        until = max(until, end)
    return busy_s / during_s
