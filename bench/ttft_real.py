"""The replay on this machine: the real service, its built-in model, and a simulator as the target.

Prompts of up to 200 tokens, replies as long as in the traces, arrivals of the traces stretched
until the local tier is at most half busy: how long an opening takes here is measured first. The
latencies and faults of every call are drawn beforehand, as in the virtual run. The target directly,
plain retry and Prelude are asked in turn; the dispatcher after DiSCo afterwards, because it would
share the local model.

A reply that has not ended when nobody waits any longer counts as one that never does.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp

from bench.answers import answer_to, answers, lengthened
from bench.questions import SHORT_QUESTIONS
from bench.reader import Told as Reply
from bench.replay import AGAIN, DIRECT, DISCO, PRELUDE
from bench.replay_bill import cost
from bench.replay_disco import waits
from bench.replay_reader import Author, Figures, Shown, figures
from bench.replay_summary import Told
from bench.replay_traffic import Asked, traffic
from bench.replay_words import counted_sentence_end
from bench.report import median
from bench.schedule import send_each
from bench.service_process import service
from bench.simulator_process import simulator
from bench.ttft_clients import CHARS_PER_TOKEN, SEED, Ask, Client

LONGEST_PROMPT = 200  # tokens
_AIMED_BUSY = 0.3  # other processes and bursts make it more
_MEASURED = 8  # openings, one after the other
_LEAST_PERIOD_S = 0.3
_REQUESTS, _REQUESTS_QUICK = 200, 16
_PATIENCE_S, _PATIENCE_QUICK_S = 90.0, 8.0
_LONGEST_REPLY, _LONGEST_REPLY_QUICK = 2_000, 150  # tokens

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


def run_real(quick: bool, data: Path | None, say: Callable[[str], None]) -> RealRun:
    count = _REQUESTS_QUICK if quick else _REQUESTS
    longest = _LONGEST_REPLY_QUICK if quick else _LONGEST_REPLY
    asks = _asks(count, longest, data)
    patience_s = _PATIENCE_QUICK_S if quick else _PATIENCE_S
    say("real: starting the service")
    with simulator() as sim, service(_SETTINGS.format(base_url=sim.base_url)) as ours:
        client_of = _Clients(ours.base_url, sim.base_url, asks, patience_s)
        period_s, opening_s = asyncio.run(_measure(client_of))
        measured = len(sim.log())
        say(f"real: {count} requests, one every {period_s:.2f} s: {DIRECT}, {AGAIN}, {PRELUDE}")
        ways = (DIRECT, AGAIN, PRELUDE)
        replies, local_s, during_s = asyncio.run(_ask_all(client_of, ways, period_s))
        say(f"real: the same for {DISCO}")
        theirs, device_s, _ = asyncio.run(_ask_all(client_of, (DISCO,), period_s))
        paid = _bills(sim.log()[measured:], asks)
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
            f"{LONGEST_PROMPT} tokens, replies of up to {longest}, given up after "
            f"{patience_s:g} s; an opening takes the local tier {1000 * opening_s:.0f} ms here"
        ),
        notes=(
            (
                f"real: {drafted} of {count} were given an opening (all questions are of a kind "
                f"that may have one); local tier busy {100 * busy:.0f} % of the time, for {DISCO} "
                f"{100 * _busy(device_s.get(DISCO, []), during_s):.0f} %"
            ),
            "real: the target is a simulator; its gaps are even, a stall makes up for lost time",
        ),
    )


@dataclass(frozen=True, slots=True)
class _Clients:
    served: str
    upstream: str
    asks: Sequence[Ask]
    patience_s: float

    def open(self, session: aiohttp.ClientSession) -> Client:
        learned = waits([ask.asked.prompt_tokens for ask in self.asks])
        return Client(session, self.served, self.upstream, self.patience_s, learned)


async def _measure(client_of: _Clients) -> tuple[float, float]:
    """(how far apart requests must be, how long an opening takes)."""
    async with aiohttp.ClientSession() as session:
        client = client_of.open(session)
        for ask in client_of.asks[:_MEASURED]:
            await client.prelude(replace(ask, asked=replace(ask.asked, reply_tokens=8)))
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
        by_way: Mapping[str, Callable[[Ask], Awaitable[Reply]]] = {
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
    ask_in_its_way: Callable[[Ask], Awaitable[Reply]]
    ask: Ask

    def __call__(self) -> Awaitable[Reply]:
        return self.ask_in_its_way(self.ask)


def _asks(count: int, longest: int, data: Path | None) -> list[Ask]:
    """Of the traffic, the conversations with a short prompt; their text is prose and a question."""

    def is_short(each: Asked) -> bool:
        return each.prompt_tokens <= LONGEST_PROMPT and each.reply_tokens <= longest

    rng = random.Random(SEED)
    come = traffic(40 * count, SEED, 1.0, data)
    short = [each for each in come if each.may_open and is_short(each)]
    prose = " ".join(answer.text for answer in answers() if answer.text.isascii())
    asks = []
    for n, each in enumerate(short[:count]):
        question = SHORT_QUESTIONS[n % len(SHORT_QUESTIONS)]
        size = max(0, int(CHARS_PER_TOKEN * each.prompt_tokens) - len(question))
        start = rng.randrange(len(prose) - size)
        before = {"role": "system", "content": prose[start : start + size]}
        messages = ([before] if size else []) + [{"role": "user", "content": question}]
        whole = lengthened(answer_to(question).text, each.reply_tokens).strip()
        asked = Asked(n, each.at_s, each.source, each.prompt_tokens, each.reply_tokens, True)
        asks.append(Ask(asked, question, whole, messages))
    return asks


def _figures(way: str, ask: Ask, reply: Reply, paid: Mapping[tuple[str, int], float]) -> Figures:
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


def _bills(log: Iterable[Mapping[str, Any]], asks: Sequence[Ask]) -> dict[tuple[str, int], float]:
    """What the calls of each way for each request cost, by the simulator's own log."""
    bills: dict[tuple[str, int], float] = {}
    for entry in log:
        metadata = entry["options"]["metadata"]
        way, n = metadata["way"], int(metadata["n"])
        written = round(entry["characters"] / CHARS_PER_TOKEN)
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
