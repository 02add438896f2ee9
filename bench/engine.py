"""The local engine against llama.cpp's own server and llama-cpp-python's: faster, and in time?

All serve the same file with the same threads, slots and context, each in a process of its own, in
the same run and in turn (`engine_servers.py`). What is asked, and what must be reached, says each
part: streams at once (`engine_throughput.py`), drafts among long replies (`engine_mixed.py`), long
and growing prompts (`engine_reading.py`), adapters (`engine_adapters.py`) and what a step costs
beside the model (`engine_overhead.py`). An hour of it is `prelude bench soak`.
"""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

import uvloop

from bench.engine_adapters import measure as measure_adapters
from bench.engine_mixed import measure as measure_mixed
from bench.engine_overhead import measure as measure_overhead
from bench.engine_reading import measure_arrival, measure_growth
from bench.engine_servers import Servers, servers
from bench.engine_texts import Texts
from bench.engine_throughput import measure as measure_throughput
from bench.report import Report
from local_models.machine import physical_cores

_CONTEXT = 2048


@dataclass(frozen=True, slots=True)
class Size:
    """How much is asked."""

    streams: tuple[int, ...]
    tokens: int  # of each stream
    repeats: int
    idle: int  # drafts on an idle machine
    saturating: int  # drafts that measure the capacity
    drafts: int  # a repeat
    arrivals: int
    growths: int
    steps: int

    @property
    def slots(self) -> int:
        return max(8, *self.streams)


QUICK = Size((1, 8), 64, 3, idle=7, saturating=8, drafts=15, arrivals=1, growths=3, steps=200)
FULL = Size(
    (1, 2, 4, 8, 16), 64, 7, idle=25, saturating=60, drafts=150, arrivals=8, growths=20, steps=500
)

Part = Callable[[Servers, Texts, Size], Awaitable[Report]]

PARTS: Mapping[str, Part] = {
    "throughput": lambda asked, texts, size: measure_throughput(
        asked, texts, streams=size.streams, tokens=size.tokens, repeats=size.repeats
    ),
    "mixed": lambda asked, texts, size: measure_mixed(
        asked,
        texts,
        idle=size.idle,
        saturating=size.saturating,
        drafts=size.drafts,
        repeats=max(1, size.repeats // 3),
    ),
    "arrival": lambda asked, texts, size: measure_arrival(asked, texts, repeats=size.arrivals),
    "growth": lambda asked, texts, size: measure_growth(asked, texts, repeats=size.growths),
    "adapters": lambda asked, texts, size: measure_adapters(
        asked, texts, tokens=size.tokens, repeats=size.repeats
    ),
    "overhead": lambda asked, texts, size: measure_overhead(asked, texts, steps=size.steps),
}


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", choices=PARTS, action="append", help="this part; may be repeated")
    parser.add_argument(
        "--threads", type=int, default=physical_cores(), help="of each server (the machine's cores)"
    )


def run(options: argparse.Namespace) -> Report:
    parts = [PARTS[name] for name in options.only or PARTS]
    return uvloop.run(measure(parts, QUICK if options.quick else FULL, options.threads))


async def measure(parts: Sequence[Part], size: Size, threads: int) -> Report:
    texts = Texts()
    async with servers(
        texts.file, texts.end_tokens, slots=size.slots, context=_CONTEXT, threads=threads
    ) as asked:
        reports = [await part(asked, texts, size) for part in parts]
        info = asked.info
    served = (
        f"{info.model} on {info.device}, {info.threads} threads, {size.slots} slots of "
        f"{_CONTEXT} tokens"
    )
    return Report(
        load="; ".join([served, *(report.load for report in reports)]),
        tables=tuple(table for report in reports for table in report.tables),
        limits=tuple(limit for report in reports for limit in report.limits),
        notes=(
            *(note for report in reports for note in report.notes),
            *(f"{name} {why}" for name, why in asked.missing.items()),
            "our engine takes fewer threads while others want the cores; its rivals keep theirs",
        ),
        plots=tuple(plot for report in reports for plot in report.plots),
    )
