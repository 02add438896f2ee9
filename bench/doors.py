"""What does the way through Prelude cost, next to a bare pass-through and to other gateways?

Everybody calls the same canned host (`canned_host.py`), which costs next to nothing and runs in a
process of its own, from this one. Prelude is one worker, with keys, verdicts, health and a ledger.

1. Throughput: 16 callers, each asking again as soon as it was answered, for JSON and for streams of
   36 chunks; through Prelude by a route that depends on the verdict, and by a model's name, which
   needs none. No question comes twice. Rounds go from way to way, so that whatever else the
   machine does falls on all alike. The CPU time of a call is the sturdier figure where the machine
   is shared.
2. One stream at a time, by the model's name: what is added to the first text, and to each gap.
3. Thousands of open streams at reading pace: no chunk lost, none late, and how much memory.

Other gateways are measured where they are installed, by the same callers on the same host:

    nginx         apt-get install nginx-light
    litellm       pip install 'litellm[proxy]'
    portkey       npm install @portkey-ai/gateway@1.15
    tensorzero    pip install tensorzero

Not beside Prelude, whose libraries they would change: in an environment of their own, of which the
folder with the commands (`bin`, `node_modules/.bin`) is given as `--peers-path`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import uvloop

from bench.canned_host import canned_host
from bench.door_load import ask_on_and_on
from bench.door_peers import PEERS, Missing, open_peer
from bench.door_report import Flood, Spent, report
from bench.door_streams import hear_at_once, hear_in_turn
from bench.door_ways import (
    BURST,
    PASS_THROUGH,
    PRELUDE,
    STRAIGHT,
    Way,
    straight,
    through_pass_through,
    through_prelude,
)
from bench.process_figures import cpu_s, resident_mib
from bench.report import Report

CALLERS = 16
_ALONE = "10/6"  # the pace of the streams that come one at a time


@dataclass(frozen=True, slots=True)
class Size:
    rounds: int
    for_s: float  # each way, in each round
    alone: int  # streams one after the other, each way
    open_for_s: float  # that all the open ones go on


QUICK = Size(rounds=3, for_s=1.5, alone=150, open_for_s=5.0)
WHOLE = Size(rounds=8, for_s=3.0, alone=1000, open_for_s=20.0)


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many open streams, of so many chunks a second each."""

    streams: int
    per_s: int
    opened_per_s: int

    def __str__(self) -> str:
        return f"{self.streams:,} streams at {self.per_s} chunks/s"

    def pace(self, open_for_s: float) -> str:
        lasts_s = self.streams / self.opened_per_s + open_for_s
        return f"{1000 // self.per_s}/{round(lasts_s * self.per_s)}"


CROWDS = (Crowd(2000, 5, 250), Crowd(500, 20, 250))


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--peers",
        default=",".join(PEERS),
        metavar="NAMES",
        help=f"other gateways to measure beside, where installed, or `none` [{','.join(PEERS)}]",
    )
    parser.add_argument(
        "--peers-path",
        default="",
        metavar="FOLDERS",
        help="where their commands are, before PATH; several with a colon between them",
    )


def run(options: argparse.Namespace) -> Report:
    peers = [name for name in options.peers.split(",") if name not in ("", "none")]
    return measure(QUICK if options.quick else WHOLE, peers, options.peers_path)


def measure(
    size: Size, peers: Sequence[str] = (), path: str = "", crowds: Sequence[Crowd] = CROWDS
) -> Report:
    paces = {crowd: crowd.pace(size.open_for_s) for crowd in crowds}
    missing: dict[str, str] = {}
    with ExitStack() as stack:
        host = stack.enter_context(canned_host())
        ours = stack.enter_context(through_prelude(host, BURST, _ALONE, *paces.values()))
        bare = stack.enter_context(through_pass_through(host, BURST, _ALONE))
        ways = [ours[PRELUDE], ours[BURST], bare[BURST]]
        for name in peers:
            try:
                ways.append(stack.enter_context(open_peer(name, straight(host, BURST).url, path)))
            except Missing as reason:
                missing[name] = str(reason)
        spent = _throughput(ways, size)
        doors = {
            STRAIGHT: straight(host, _ALONE),
            PRELUDE: ours[_ALONE].door,
            PASS_THROUGH: bare[_ALONE].door,
        }
        alone = uvloop.run(hear_in_turn(list(doors.values()), size.alone))
        floods = [_flood(crowd, size.open_for_s, ours[pace]) for crowd, pace in paces.items()]
    load = (
        f"closed loop of {CALLERS} callers, {size.rounds} rounds of {size.for_s:g} s for each way "
        f"and kind; {size.alone} streams of 6 chunks, one after the other, each way in turn; open "
        f"streams: {', '.join(map(str, crowds))}, all open for {size.open_for_s:g} s"
    )
    return report(load, spent, dict(zip(doors, alone, strict=True)), floods, missing)


def _throughput(ways: Sequence[Way], size: Size) -> list[Spent]:
    spent = [Spent(way.name, kind) for kind in ("json", "stream") for way in ways]
    for number in range(-1, size.rounds):  # the first one pays for connections and caches
        for kind in ("json", "stream"):
            for way in ways:
                before = cpu_s(way.pid)
                answered = uvloop.run(
                    ask_on_and_on(way.door, CALLERS, size.for_s, stream=kind == "stream")
                )
                took_s = cpu_s(way.pid) - before
                if number >= 0:
                    one = next(each for each in spent if (each.way, each.kind) == (way.name, kind))
                    one.hear(answered, took_s)
    return spent


def _flood(crowd: Crowd, open_for_s: float, way: Way) -> Flood:
    before, at_rest = cpu_s(way.pid), resident_mib(way.pid)
    all_open: list[tuple[float, float]] = []
    heard = uvloop.run(
        hear_at_once(
            way.door,
            crowd.streams,
            crowd.opened_per_s,
            lambda: all_open.append((time.monotonic(), resident_mib(way.pid))),
        )
    )
    ((all_open_at, all_open_mib),) = all_open
    return Flood(
        name=str(crowd),
        chunks=int(crowd.pace(open_for_s).partition("/")[2]),
        heard=heard,
        cpu_s=cpu_s(way.pid) - before,
        all_open_at=all_open_at,
        at_rest_mib=at_rest,
        all_open_mib=all_open_mib,
        most_mib=resident_mib(way.pid, most=True),
    )
