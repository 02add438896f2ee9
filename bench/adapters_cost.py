"""What do the adapters cost, and do they hold against bytes that nobody would send?

Decoding is measured without any I/O, as CPU time, and the best of several rounds counts, because
the rest is other work of the machine; the collector is off, because pieces that a driver has
handled are gone. The whole adapter, with its HTTP client, is held against aiohttp's bare client
(`adapter_http.py`), and every decoder against made-up bytes (`decoder_fuzz.py`).
"""

from __future__ import annotations

import argparse
import gc
import time

import uvloop

from bench.adapter_http import ARMS, chunks_a_second
from bench.adapter_streams import DIALECTS, Spoken
from bench.decoder_fuzz import Fuzzed, fuzz
from bench.report import Bars, Limit, Report, Table

_WORDS = 4_000
_READS = (1, 16)  # events a read: as a model speaks, and as a busy reader finds them
_LIMIT_US = 4.0
_LIMITED = ("OpenAI chat", "Anthropic")
_LEAST_SHARE = 0.5


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fuzz",
        type=int,
        default=0,
        metavar="SECONDS",
        help="feed made-up bytes to every decoder for so long, too",
    )


def run(options: argparse.Namespace) -> Report:
    rounds = 5 if options.quick else 30
    costs = {
        name: [_us_a_chunk(dialect, size, rounds) for size in _READS]
        for name, dialect in DIALECTS.items()
    }
    speeds = {
        size: uvloop.run(chunks_a_second(size, 4 if options.quick else 12)) for size in _READS
    }
    fuzzed = [fuzz(options.fuzz)] if options.fuzz else []
    return Report(
        load=f"replies of {_WORDS:,} words (fal, which repeats itself: {DIALECTS['fal'].most_words}"
        f"), one event a word; the best of {rounds} rounds",
        tables=(
            Table(
                "decoding, µs of CPU time a chunk",
                ("dialect", *(_of_reads(size) for size in _READS)),
                tuple(
                    (name, *(round(cost, 2) for cost in by_read)) for name, by_read in costs.items()
                ),
            ),
            Table(
                "with the HTTP client, chunks a second (OpenAI chat)",
                ("chunks a write", *ARMS, "share"),
                tuple(
                    (str(size), *(round(speed[arm]) for arm in ARMS), round(_share(speed), 2))
                    for size, speed in speeds.items()
                ),
            ),
            *(_fuzz_table(each) for each in fuzzed),
        ),
        limits=(
            *(
                Limit(f"decoding {name}, {_of_reads(size)}", cost, _LIMIT_US, " µs")
                for name in _LIMITED
                for size, cost in zip(_READS, costs[name], strict=True)
            ),
            Limit(
                "bare client / whole adapter, 1 chunk a write",
                1 / _share(speeds[1]),
                1 / _LEAST_SHARE,
            ),
            *(Limit("failures while fuzzing", each.failures, 0) for each in fuzzed),
        ),
        notes=(
            *(
                f"fuzzing with {each.method}; it found: {each.finding}"
                for each in fuzzed
                if each.finding
            ),
            "at 16 chunks a write the bare client hands on 16 at a time and looks at none of them",
        ),
        plots=(
            Bars(
                "What does it cost to decode a chunk? (the limit is for the first two)",
                "µs of CPU time",
                tuple(costs),
                {
                    _of_reads(size): [by_read[place] for by_read in costs.values()]
                    for place, size in enumerate(_READS)
                },
                limit=_LIMIT_US,
            ),
            Bars(
                "How fast does the whole adapter read, and how fast a bare HTTP client?",
                "chunks/s",
                tuple(f"{size} a write" for size in _READS),
                {arm: [speed[arm] for speed in speeds.values()] for arm in ARMS},
            ),
        ),
    )


def _of_reads(size: int) -> str:
    return "1 event a read" if size == 1 else f"{size} events a read"


def _share(speed: dict[str, float]) -> float:
    bare, whole = (speed[arm] for arm in ARMS)
    return whole / bare


def _fuzz_table(fuzzed: Fuzzed) -> Table:
    return Table(
        f"fuzzing with {fuzzed.method}",
        ("", "count"),
        (("seconds", fuzzed.seconds), ("streams", fuzzed.runs), ("failures", fuzzed.failures)),
    )


def _us_a_chunk(dialect: Spoken, events_a_read: int, rounds: int) -> float:
    events, reads = dialect.reads(_WORDS, events_a_read)
    return min(_seconds(dialect, reads) for _ in range(rounds)) / events * 1e6


def _seconds(dialect: Spoken, reads: list[bytes]) -> float:
    listener = dialect.listen()
    gc.disable()
    try:
        began = time.process_time()
        for data in reads:
            for _ in listener.feed(data):
                pass
        listener.close()
        return time.process_time() - began
    finally:
        gc.enable()
