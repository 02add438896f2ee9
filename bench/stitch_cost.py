"""What does the stitcher cost, and does it grow with the reply?

One reply of one target, word by word, without any I/O: each event is heard and the next timer asked
for, as the driver does. It is CPU time, and the best of several rounds, because the rest is other
work of the machine; the collector is off, because events that a driver has handled are gone.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Iterator

from bench.report import Bars, Limit, Report, Table
from edge.core.events import Heard, Role
from edge.core.plan import Clocks, Plan, Strategy, Target
from edge.core.stitch import Stitcher
from edge.core.types import Text

_SHORT, _LONG = 1_000, 100_000
_LIMIT_US = 2.0
_GROWTH = 1.5
_CLOCKS = Clocks(first_text_s=3.0, stall_s=3.0, thinking_s=60.0, min_chars_per_s=1.0)
_CHAIN = (
    Target("a/big", Role.TARGET, prefill=True, clocks=_CLOCKS),
    Target("local", Role.LOCAL, prefill=True, clocks=_CLOCKS),
)


def run(options: argparse.Namespace) -> Report:
    rounds = 3 if options.quick else 10
    short = min(_us_an_event(_SHORT) for _ in range(20 * rounds))
    long = min(_us_an_event(_LONG) for _ in range(rounds))
    return Report(
        load=f"one reply, one event a word; the best of {20 * rounds} and of {rounds} rounds",
        tables=(
            Table(
                "µs an event",
                ("events in the reply", "µs"),
                ((f"{_SHORT:,}", round(short, 2)), (f"{_LONG:,}", round(long, 2))),
            ),
        ),
        limits=(
            Limit("an event of a short reply", short, _LIMIT_US, " µs"),
            Limit("an event of a long reply", long, _LIMIT_US, " µs"),
            Limit("long / short", long / short, _GROWTH),
        ),
        plots=(
            Bars(
                "What does the stitcher cost, and does it grow with the reply?",
                "µs of CPU time an event",
                (f"{_SHORT:,} events in the reply", f"{_LONG:,} events in the reply"),
                {"stitcher": (short, long)},
                limit=_LIMIT_US,
            ),
        ),
    )


def _us_an_event(events: int) -> float:
    plan = Plan(Strategy.TARGET, _CHAIN, fast_deadline=0.2, deep_s=15.0)
    stitcher = Stitcher(plan)
    stitcher.start(0.0)
    spent = 0.0
    gc.disable()
    try:
        for batch in _batches(events):
            began = time.process_time()
            for event in batch:
                stitcher.receive(event)
                stitcher.next_timer()
            spent += time.process_time() - began
    finally:
        gc.enable()
    return spent / events * 1e6


def _batches(events: int) -> Iterator[list[Heard]]:
    for first in range(0, events, 500):
        yield [Heard(0, at / 1000, Text(" word")) for at in range(first, first + 500)]
