"""The replay in virtual time: the same requests, latencies and faults for everyone who asks.

Each column is a world of its own, with a clock and a local engine of its own; what the hosts do is
drawn from the seed (see `replay_host.py`), so no column can change what another one meets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from bench.replay_baselines import ask_again, ask_directly
from bench.replay_clock import Clock
from bench.replay_disco import Disco, waits
from bench.replay_engine import LocalEngine
from bench.replay_host import Host
from bench.replay_prelude import Prelude, Replied
from bench.replay_reader import Figures
from bench.replay_traffic import Asked, traffic

DIRECT, AGAIN, DISCO, PRELUDE = "target directly", "plain retry", "DiSCo-style", "Prelude"
T = TypeVar("T")
WAYS = (DIRECT, AGAIN, DISCO, PRELUDE)


@dataclass(frozen=True, slots=True)
class Replay:
    """One seed's. `told` has the figures of every request, in order, by column."""

    asked: Sequence[Asked]
    told: Mapping[str, Sequence[Figures]]
    busy: Mapping[str, float]  # the local engine's utilisation, by column
    replies: Sequence[Replied]  # Prelude's, in full


class _World(Protocol):
    def arrive(self, asked: Asked, now: float) -> None: ...


def replay(
    count: int,
    seed: int,
    coverage: float,
    data: Path | None = None,
    say: Callable[[str], None] = lambda way: None,
) -> Replay:
    """`say` hears which column is next."""
    asked = traffic(count, seed, coverage, data)
    first, second = Host("a/first", seed), Host("b/second", seed, has_faults=False)
    told: dict[str, Sequence[Figures]] = {}
    say(DIRECT)
    told[DIRECT] = [ask_directly(each, first) for each in asked]
    say(AGAIN)
    told[AGAIN] = [ask_again(each, first) for each in asked]

    say(DISCO)
    by_disco: dict[int, Figures] = {}
    clock = Clock()
    device = LocalEngine(clock)
    waiting = waits([each.prompt_tokens for each in asked])
    disco = Disco(clock, device, first, seed, waiting, lambda n, told: by_disco.update({n: told}))
    _run(clock, disco, asked)
    told[DISCO] = _in_order(by_disco, count)

    say(PRELUDE)
    replies: dict[int, Replied] = {}
    clock = Clock()
    engine = LocalEngine(clock)
    ours = Prelude(
        clock, engine, (first, second), seed, lambda each: replies.update({each.asked.n: each})
    )
    _run(clock, ours, asked)
    in_order = _in_order(replies, count)
    told[PRELUDE] = [each.figures for each in in_order]
    during_s = asked[-1].at_s
    busy = {DISCO: device.utilisation(during_s), PRELUDE: engine.utilisation(during_s)}
    return Replay(asked, told, busy, in_order)


def _run(clock: Clock, world: _World, asked: Sequence[Asked]) -> None:
    for each in asked:
        clock.call_at(each.at_s, _Arrival(world, each))
    clock.run()


@dataclass(frozen=True, slots=True)
class _Arrival:
    world: _World
    asked: Asked

    def __call__(self, now: float) -> None:
        self.world.arrive(self.asked, now)


def _in_order(by_number: Mapping[int, T], count: int) -> list[T]:
    return [by_number[n] for n in range(count)]
