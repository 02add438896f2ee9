"""How much sooner does the reader have a first sentence, and does the rest come later?

The same questions go to the simulator directly and through the service with that simulator as its
target, in turn, so that whatever else the machine does falls on all alike. Ratios are of medians.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import Any

import aiohttp

from bench.questions import SHORT_QUESTIONS
from bench.reader import Told, listen
from bench.report import SUMMARY, Cell, Curves, Limit, Report, Table, median, summary
from bench.schedule import send_each
from bench.upstream import simulated_target

TARGET_TTFT_MS = 700
FIRST_SENTENCE_RATIO = 0.5
NO_LATER_RATIO = 1.03

_TOKENS_PER_S = 80
_TOKENS = 120
_PERIOD_S = 1.0
_DIRECT, _PREAMBLE, _CONTINUE = "target alone", "preamble", "continue"
_WAYS = (_DIRECT, _PREAMBLE, _CONTINUE)


def run(options: argparse.Namespace) -> Report:
    flags = ("--ttft-ms", str(TARGET_TTFT_MS), "--tokens-per-s", str(_TOKENS_PER_S))
    with simulated_target(*flags, "--tokens", str(_TOKENS)) as (served_url, direct_url):
        told = asyncio.run(_ask_all(served_url, direct_url, rounds=20 if options.quick else 100))
    return _report(told)


async def _ask_all(served_url: str, direct_url: str, rounds: int) -> dict[str, list[Told]]:
    async with aiohttp.ClientSession() as session:
        for way in _WAYS:  # the first of each pays for connections and caches
            await _ask(session, served_url, direct_url, way, "Hello, who are you?")
        asked = [
            (way, SHORT_QUESTIONS[n % len(SHORT_QUESTIONS)]) for n in range(rounds) for way in _WAYS
        ]
        sends: list[tuple[float, Callable[[], Awaitable[Told]]]] = [
            (_PERIOD_S, partial(_ask, session, served_url, direct_url, way, question))
            for way, question in asked
        ]
        replies = await send_each(sends)
    told: dict[str, list[Told]] = {way: [] for way in _WAYS}
    for (way, _), reply in zip(asked, replies, strict=True):
        told[way].append(reply)
    return told


async def _ask(
    session: aiohttp.ClientSession, served_url: str, direct_url: str, way: str, question: str
) -> Told:
    body: dict[str, Any] = {"messages": [{"role": "user", "content": question}]}
    if way == _DIRECT:
        return await listen(session, direct_url, {**body, "model": "sim"})
    options = {"trace": True, "strategy": way}
    return await listen(session, served_url, {**body, "model": "auto", "prelude": options})


def _report(told: dict[str, list[Told]]) -> Report:
    whole = {way: [reply for reply in replies if not reply.error] for way, replies in told.items()}
    first = {way: _ms(map(Told.first_sentence_s, replies)) for way, replies in whole.items()}
    target = {way: _ms(_target_sentence_s(way, reply) for reply in whole[way]) for way in _WAYS}
    end = {way: _ms(reply.ended_s for reply in replies) for way, replies in whole.items()}
    rows: list[tuple[Cell, ...]] = []
    for name, figures in (
        ("first text", {way: _ms(map(Told.first_text_s, whole[way])) for way in _WAYS}),
        ("reader's first sentence", first),
        ("target's own first sentence", target),
        ("end of the reply", end),
    ):
        rows += [(f"{name}, {way}", *summary(figures[way])) for way in _WAYS]
    return Report(
        load=(
            f"open loop, one request every {_PERIOD_S:g} s, in turn: {', '.join(_WAYS)}; simulator "
            f"at {TARGET_TTFT_MS} ms to the first token, {_TOKENS_PER_S} tokens/s, {_TOKENS} tokens"
        ),
        tables=(Table("ms from the request", ("", *SUMMARY), tuple(rows)),),
        limits=(
            *(
                Limit(
                    f"reader's first sentence, {way} / {_DIRECT}",
                    median(first[way]) / median(first[_DIRECT]),
                    FIRST_SENTENCE_RATIO,
                )
                for way in (_PREAMBLE, _CONTINUE)
            ),
            Limit(
                f"target's own first sentence, {_PREAMBLE} / {_DIRECT}",
                median(target[_PREAMBLE]) / median(target[_DIRECT]),
                NO_LATER_RATIO,
            ),
            Limit(
                f"end of the reply, {_PREAMBLE} / {_DIRECT}",
                median(end[_PREAMBLE]) / median(end[_DIRECT]),
                NO_LATER_RATIO,
            ),
            Limit("replies that failed", sum(len(told[way]) - len(whole[way]) for way in _WAYS), 0),
        ),
        notes=(
            _opened(whole),
            "the target is a simulator: a fake for timing only, its words are no model's",
        ),
        plots=(
            Curves(
                "How soon does the reader have a first sentence?",
                "ms from the request to the first complete sentence",
                first,
                is_log=True,
            ),
            Curves(
                "Does the rest come later for it?",
                "ms from the request to the end of the reply",
                end,
            ),
        ),
    )


def _target_sentence_s(way: str, reply: Told) -> float | None:
    return reply.first_sentence_s(None if way == _DIRECT else reply.of_tier("target"))


def _opened(whole: dict[str, list[Told]]) -> str:
    counts = (
        f"{way}: {sum(bool(reply.of_tier('draft')) for reply in whole[way])} of {len(whole[way])}"
        for way in (_PREAMBLE, _CONTINUE)
    )
    return f"replies that began with an opening: {', '.join(counts)}"


def _ms(seconds: Iterable[float | None]) -> Sequence[float]:
    return [1000 * value for value in seconds if value is not None]
