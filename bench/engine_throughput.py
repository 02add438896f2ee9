"""Streams at once: how many tokens a second in all, and how smoothly for each.

The servers take turns within each repeat, in an order drawn anew, so that whatever else the machine
does falls on all of them; ratios are taken within a repeat, and their median counts.
"""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.engine_listener import Ask, Heard, Listener, listen
from bench.engine_servers import LLAMACPP, Servers
from bench.engine_texts import Texts
from bench.report import Bars, Limit, Report, Table, median

# llama.cpp's server's tokens/s, as a part of ours, by streams: we are to reach 0.95 and 1.15 of it.
AT_MOST = {1: 1 / 0.95, 8: 1 / 1.15}

_PROMPT_TOKENS = 20
_MS = 1000


@dataclass(frozen=True, slots=True)
class Round:
    """Streams that began together; `took_s` until the last one ended."""

    heard: tuple[Heard, ...]
    took_s: float

    @property
    def per_s(self) -> float:
        return sum(each.tokens for each in self.heard) / self.took_s

    @property
    def broken(self) -> int:
        return sum(bool(each.failed) for each in self.heard)


Rounds = dict[tuple[str, int], list[Round]]


async def measure(
    servers: Servers, texts: Texts, *, streams: Sequence[int], tokens: int, repeats: int
) -> Report:
    order = random.Random(2)
    rounds: Rounds = {}
    for _ in range(repeats):
        for count in streams:
            for server in order.sample(servers.all, len(servers.all)):
                took = await round_of(server, texts, count, tokens)
                rounds.setdefault((server.name, count), []).append(took)
    names = [server.name for server in servers.all]
    return Report(
        load=f"{', '.join(map(str, streams))} streams at once of {tokens} tokens each, to distinct "
        f"prompts of {_PROMPT_TOKENS}, {repeats} times, the servers in turn",
        tables=(_table(rounds, names, streams, servers.missing),),
        limits=tuple(
            Limit(
                f"{_streams(count)}: tokens/s of {LLAMACPP} over ours, median of the repeats",
                median(ratios(rounds, LLAMACPP, servers.ours.name, count)),
                most,
            )
            for count, most in AT_MOST.items()
            if count in streams
        ),
        notes=tuple(
            f"{name} broke off: {why}"
            for name in names
            for why in {
                heard.failed
                for count in streams
                for each in rounds[name, count]
                for heard in each.heard
                if heard.failed
            }
        ),
        plots=(
            Bars(
                "How many tokens a second do local servers write, for so many streams at once?",
                "tokens/s in all",
                tuple(map(_streams, streams)),
                {
                    name: [median([r.per_s for r in rounds[name, count]]) for count in streams]
                    for name in names
                },
            ),
        ),
    )


async def round_of(
    server: Listener, texts: Texts, count: int, tokens: int, adapters: Sequence[str] = ("",)
) -> Round:
    asks = [
        Ask(texts.prompt(_PROMPT_TOKENS), tokens, adapter=adapters[n % len(adapters)])
        for n in range(count)
    ]
    began = time.monotonic()
    heard = await asyncio.gather(*(listen(server, ask) for ask in asks))
    return Round(tuple(heard), time.monotonic() - began)


def ratios(rounds: Rounds, over: str, under: str, count: int) -> list[float]:
    """Of tokens/s, repeat by repeat."""
    pairs = zip(rounds[over, count], rounds[under, count], strict=True)
    return [one.per_s / other.per_s if other.per_s else math.inf for one, other in pairs]


def _table(
    rounds: Rounds, names: Sequence[str], streams: Sequence[int], missing: dict[str, str]
) -> Table:
    rows = [
        (
            name,
            count,
            round(median([each.per_s for each in rounds[name, count]]), 1),
            round(median(_firsts_ms(rounds[name, count])), 1),
            round(median(_gaps_ms(rounds[name, count])), 1),
            sum(each.broken for each in rounds[name, count]),
        )
        for count in streams
        for name in names
    ]
    absent = [(name, "not installed", *["-"] * 4) for name in missing]
    columns = ("", "streams", "tokens/s", "first text P50 ms", "gap P50 ms", "broken off")
    return Table("streams at once, medians", columns, (*rows, *absent))


def _streams(count: int) -> str:
    return "1 stream" if count == 1 else f"{count} streams"


def _firsts_ms(rounds: Sequence[Round]) -> list[float]:
    firsts = (heard.first_text_s for each in rounds for heard in each.heard)
    return [first * _MS for first in firsts if first is not None]


def _gaps_ms(rounds: Sequence[Round]) -> list[float]:
    return [gap * _MS for each in rounds for heard in each.heard for gap in heard.gaps_s]
