"""Which words come from whom, and when? One line for each run of words of one tier.

A picture for people: for both strategies, with the simulator as the target or, with
`--upstream xllamacpp`, with a real llama.cpp server that holds the built-in weights.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import groupby

import aiohttp

from bench.reader import Told, Words, listen
from bench.report import Cell, Limit, Report, Table
from bench.upstream import llamacpp_target, simulated_target

_STRATEGIES = ("preamble", "continue")
_PROMPT = "Why does the sea have tides?"
_TTFT_MS = 700
_MAX_TOKENS = 160
_SHOWN = 100  # characters of a run


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--upstream",
        choices=("simulator", "xllamacpp"),
        default="simulator",
        help="who plays the hosted model [simulator]",
    )
    parser.add_argument("--prompt", default=_PROMPT, help=f"what is asked [{_PROMPT}]")
    parser.add_argument(
        "--model-id",
        default=f"sim?ttft_ms={_TTFT_MS}",
        help=f"knobs of the simulator, see `prelude simulate --help` [sim?ttft_ms={_TTFT_MS}]",
    )


def run(options: argparse.Namespace) -> Report:
    with _target(options) as (served_url, _):
        told = asyncio.run(_ask_both(served_url, options.prompt))
    is_fake = options.upstream == "simulator"
    return Report(
        load=f"one request after the other: {options.prompt!r}; the target is {options.upstream}",
        tables=tuple(_table(strategy, reply) for strategy, reply in told.items()),
        limits=(
            Limit("replies that failed", sum(bool(reply.error) for reply in told.values()), 0),
        ),
        notes=(
            *(f"{strategy}: {reply.error}" for strategy, reply in told.items() if reply.error),
            *(("a simulator is a fake for timing and faults: its words are no model's",) * is_fake),
        ),
    )


def _target(options: argparse.Namespace) -> AbstractContextManager[tuple[str, str]]:
    if options.upstream == "xllamacpp":
        return llamacpp_target()
    return simulated_target(model_id=options.model_id)


async def _ask_both(served_url: str, prompt: str) -> dict[str, Told]:
    told = {}
    async with aiohttp.ClientSession() as session:
        for strategy in _STRATEGIES:
            body = {
                "model": "auto",
                "messages": [{"role": "user", "content": prompt}],
                "max_tokens": _MAX_TOKENS,
                "temperature": 0,
                "prelude": {"trace": True, "strategy": strategy},
            }
            told[strategy] = await listen(session, served_url, body)
    return told


def _table(strategy: str, reply: Told) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for run_of_words in runs(reply.words):
        first, last = run_of_words[0], run_of_words[-1]
        text = "".join(words.text for words in run_of_words)
        seam = "|" if rows else ""
        rows.append(
            (
                seam + first.tier,
                first.model,
                first.leg,
                round(first.at_s * 1000),
                round(last.at_s * 1000),
                _shortened(text),
            )
        )
    columns = ("tier", "model", "leg", "from ms", "to ms", "words")
    return Table(f"{strategy} (| marks a seam)", columns, tuple(rows))


def runs(words: list[Words]) -> Iterator[list[Words]]:
    """Neighbouring words of the same leg, together."""
    for _, group in groupby(words, key=lambda each: each.leg):
        yield list(group)


def _shortened(text: str) -> str:
    shown = repr(text)
    half = _SHOWN // 2
    return shown if len(shown) <= _SHOWN else f"{shown[:half]} ... {shown[-half:]}"
