"""Random load for an hour: does the engine's memory stay flat, and is every slot free at the end?

Callers ask for replies of random lengths to prompts of random lengths, drafts and long ones, and
two in five leave in the midst of it: before the first word, or behind any. The resident memory is
read once a second; after the warm-up (a fifth of the time) it may not grow. By then every part of
the context was used, and sequences have changed places: the first time takes a buffer that the
allocator then keeps, some 34 MiB, which is no leak, but would look like one in a minute's run.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import uvloop

from bench.engine_listener import Ask, Heard, OurListener
from bench.engine_servers import our_engine
from bench.engine_texts import Texts
from bench.report import Curves, Limit, Report, Table, median
from edge.core.settings import LocalSettings
from local_models.info import EngineInfo

MOST_DRIFT = 2.0  # %

_MINUTES = 60.0
_CALLERS, _SLOTS, _CONTEXT = 12, 8, 2048
_PROMPTS = (5, 20, 100, 400, 1200)
_TOKENS = (1, 8, 32, 128)
_LEAVING = 0.4
_AT_ONCE = 0.2  # of those who leave: before the first word
_AT_ONCE_S = 0.3
_WARM = 0.2
_SETTLES_S = 10.0


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--minutes", type=float, help="how long (60; with --quick 1)")


def run(options: argparse.Namespace) -> Report:
    minutes = options.minutes or (1.0 if options.quick else _MINUTES)
    return uvloop.run(soak(60 * minutes))


async def soak(seconds: float) -> Report:
    texts = Texts()
    outcomes: Counter[str] = Counter()
    memory: list[float] = []
    settings = LocalSettings(slots=_SLOTS, context=_CONTEXT)
    async with our_engine(settings) as (engine, socket):
        listener = OurListener(socket, texts.end_tokens)
        until = time.monotonic() + seconds
        async with asyncio.TaskGroup() as group:
            for caller in range(_CALLERS):
                group.create_task(_call(listener, texts, random.Random(caller), until, outcomes))
            group.create_task(_watch(engine.pid, until, memory))
        left = await _settled(listener)
    warm = memory[int(_WARM * len(memory)) :]
    fifth = max(1, len(warm) // 5)
    before, after = median(warm[:fifth]), median(warm[-fifth:])
    return Report(
        load=f"{_CALLERS} callers on {_SLOTS} slots of {_CONTEXT} tokens for {seconds / 60:.1f} "
        f"minutes: prompts of {_PROMPTS[0]} to {_PROMPTS[-1]} tokens, replies of {_TOKENS[0]} to "
        f"{_TOKENS[-1]}; two in five leave in the midst",
        tables=(
            Table("replies", ("how they ended", "n"), tuple(sorted(outcomes.items()))),
            Table(
                "resident memory of the engine, MiB",
                ("", "MiB"),
                (
                    ("highest while it warmed up", round(max(memory[: -len(warm)] or memory), 1)),
                    ("after the warm-up", round(before, 1)),
                    ("at the end", round(after, 1)),
                ),
            ),
        ),
        limits=(
            Limit("memory grew by", 100 * (after / before - 1), MOST_DRIFT, " %"),
            Limit("slots taken at the end", left.busy, 0),
            Limit("jobs waiting at the end", left.waiting, 0),
            Limit("replies that failed", outcomes["failed"], 0),
        ),
        plots=(
            Curves(
                "How large is the engine under random load?",
                "resident memory after the warm-up, MiB",
                {"engine": warm},
                of="seconds",
            ),
        ),
    )


async def _call(
    listener: OurListener,
    texts: Texts,
    rng: random.Random,
    until: float,
    outcomes: Counter[str],
) -> None:
    while time.monotonic() < until:
        tokens = rng.choice(_TOKENS)
        leaves = rng.random() < _LEAVING
        ask = Ask(
            texts.prompt(rng.choice(_PROMPTS)),
            tokens,
            is_draft=rng.random() < 0.5,
            leave_after=rng.randint(1, tokens) if leaves else None,
        )
        heard = Heard(ask, time.monotonic())
        left_s = until - heard.asked_at
        if leaves and rng.random() < _AT_ONCE:
            left_s = min(left_s, _AT_ONCE_S * rng.random())
        with suppress(TimeoutError):
            async with asyncio.timeout(left_s):
                await listener.listen(heard)
        outcomes[_outcome(heard)] += 1


def _outcome(heard: Heard) -> str:
    if heard.failed:
        return "failed"
    if heard.tokens:
        return "whole"
    return "left" if heard.text_at else "left before the first word"


async def _watch(pid: int | None, until: float, memory: list[float]) -> None:
    while time.monotonic() < until:
        memory.append(_resident_mib(pid))
        await asyncio.sleep(1)


def _resident_mib(pid: int | None) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError(f"process {pid} does not say how large it is")


async def _settled(listener: OurListener) -> EngineInfo:
    """Once nothing is under way, or not even after a while."""
    give_up_at = time.monotonic() + _SETTLES_S
    while True:
        info = await listener.tier.info()
        if not (info.busy or info.waiting) or time.monotonic() > give_up_at:
            return info
        await asyncio.sleep(0.1)  # another process: there is no event to wait for
