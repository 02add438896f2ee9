"""What is asked, and when: three hours of real traffic, one upon the other.

From the traces (`--data DIR`): Azure's conversations and code completions of 2023 and Mooncake's
conversations, with their real arrivals and lengths. A seed takes another stretch of them. Without
the traces: the same three streams, each with the fitted lengths and with Poisson arrivals at its
own rate; a prompt's length and its reply's are then drawn independently, which they are not.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from bench.fitted import TRAFFIC, Traffic
from bench.replay_rows import CODE, FILES, Arrival, arrivals


@dataclass(frozen=True, slots=True)
class Asked:
    """`may_open`: a form would fit what is asked. Drawn without sight of any latency."""

    n: int
    at_s: float
    source: str
    prompt_tokens: int
    reply_tokens: int
    may_open: bool

    @property
    def is_code(self) -> bool:
        return self.source == CODE


def traffic(count: int, seed: int, coverage: float, data: Path | None) -> list[Asked]:
    """`count` requests in the order of their arrival; the first comes at 0."""
    rng = random.Random(f"{seed}:traffic")
    if data is None:
        come = _drawn(count, rng)
    else:
        every = _every(data)
        start = rng.randrange(max(1, len(every) - count))
        come = list(every[start : start + count])
    begin = come[0].at_s
    return [
        Asked(
            n,
            arrival.at_s - begin,
            arrival.source,
            arrival.prompt_tokens,
            arrival.reply_tokens,
            may_open=rng.random() < coverage and arrival.source != CODE,
        )
        for n, arrival in enumerate(come)
    ]


@cache
def _every(data: Path) -> tuple[Arrival, ...]:
    return tuple(_merged(arrivals(data, source) for source in FILES))


def _drawn(count: int, rng: random.Random) -> list[Arrival]:
    streams = (_poisson(source, fitted, rng) for source, fitted in TRAFFIC.items())
    return list(islice(_merged(streams), count))


def _poisson(source: str, fitted: Traffic, rng: random.Random) -> Iterator[Arrival]:
    at_s = 0.0
    while True:
        at_s += rng.expovariate(fitted.per_s)
        prompt, reply = fitted.prompt_tokens.draw(rng), fitted.reply_tokens.draw(rng)
        yield Arrival(at_s, source, round(prompt), round(reply))


def _merged(streams: Iterable[Iterator[Arrival]]) -> Iterator[Arrival]:
    return heapq.merge(*streams, key=lambda arrival: arrival.at_s)
