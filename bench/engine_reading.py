"""Prompts being read: what a long one costs the replies that are being written, and what one costs
that was nearly all read before.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Sequence
from itertools import pairwise

from bench.engine_listener import Ask, Heard, Listener, listen
from bench.engine_servers import LLAMACPP, Servers
from bench.engine_texts import Texts
from bench.report import SUMMARY, Limit, Report, Table, median, summary
from local_models.chunks import CHUNK_S, TILE_S
from local_models.step_cost import TILE

MOST_OF_COLD = 0.05

_REPLIES = 4
_REPLY_PROMPT, _REPLY_TOKENS = 20, 600
_SETTLED_S = 1.5  # the replies' own prompts are read by then
_NEXT_S = 0.3  # what follows the long prompt closes the last gap
_LONG_PROMPT = 1500
_KNOWN, _MORE = 800, 5
_MS = 1000


async def measure_arrival(
    servers: Servers, texts: Texts, *, repeats: int, prompt_tokens: int = _LONG_PROMPT
) -> Report:
    """A long prompt comes while replies are being written."""
    usual: dict[str, list[float]] = {}
    during: dict[str, list[float]] = {}
    added: dict[str, list[float]] = {}
    reading_s: list[float] = []
    for _ in range(repeats):
        alone = await listen(servers.ours, _first_text(texts.prompt(prompt_tokens)))
        reading_s.append((alone.first_text_s or math.nan) / prompt_tokens)
        for server in (servers.ours, servers.llamacpp):
            before, meanwhile = await _gaps_around_arrival(server, texts, prompt_tokens)
            rest = median(before)
            usual.setdefault(server.name, []).extend(before)
            during.setdefault(server.name, []).extend(meanwhile)
            added.setdefault(server.name, []).extend(gap - rest for gap in meanwhile)
    ours = servers.ours.name
    tile_ms = TILE * median(reading_s) * _MS
    note = (
        f"a chunk takes {CHUNK_S * _MS:.0f} ms, or, where attention takes {TILE} tokens together, "
        f"at most {TILE_S * _MS:.0f}; at the mean pace at which the same prompt is read alone, "
        f"{TILE} tokens take {tile_ms:.0f} ms, the last ones more than the first"
    )
    return Report(
        load=f"{_REPLIES} replies being written, then a prompt of {prompt_tokens} tokens, "
        f"{repeats} times",
        tables=(
            Table(
                "ms between two texts of a running reply",
                ("", *SUMMARY),
                tuple(
                    (f"{name}, {when}", *summary([gap * _MS for gap in gaps[name]]))
                    for name in (ours, LLAMACPP)
                    for when, gaps in (("before", usual), ("while it is read", during))
                ),
            ),
        ),
        limits=(
            Limit(
                "gap that a long prompt adds to running replies, P95",
                _p95(added[ours]) * _MS,
                TILE_S * _MS,
                " ms",
            ),
        ),
        notes=(note,),
    )


async def measure_growth(
    servers: Servers, texts: Texts, *, repeats: int, known: int = _KNOWN
) -> Report:
    """A copilot's text, asked about again after every few words, against one never seen."""
    both = (servers.ours, servers.llamacpp)
    grown: dict[str, list[Heard]] = {server.name: [] for server in both}
    cold: dict[str, list[Heard]] = {server.name: [] for server in both}
    for server in both:
        words = texts.words(known)
        await listen(server, _first_text(" ".join(words)))
        for _ in range(repeats):
            words += texts.words(_MORE)
            grown[server.name].append(await listen(server, _first_text(" ".join(words))))
            cold[server.name].append(await listen(server, _first_text(texts.prompt(known))))
    ours = servers.ours.name
    return Report(
        load=f"a prompt of {known} tokens that grows by {_MORE}, {repeats} times, and as often "
        "one that was never seen",
        tables=(
            Table(
                "ms to the first text",
                ("", *SUMMARY),
                tuple(
                    (f"{name}, {how}", *summary(_firsts_ms(heard[name])))
                    for name in (ours, LLAMACPP)
                    for how, heard in (("a grown prompt", grown), ("a new one", cold))
                ),
            ),
        ),
        limits=(
            Limit(
                "first text to a grown prompt, of that to a new one, P50",
                median(_firsts_ms(grown[ours])) / median(_firsts_ms(cold[ours])),
                MOST_OF_COLD,
            ),
        ),
    )


async def _gaps_around_arrival(
    server: Listener, texts: Texts, prompt_tokens: int
) -> tuple[list[float], list[float]]:
    """Seconds between texts before a long prompt came, and while it was read."""
    replies = [
        Heard(Ask(texts.prompt(_REPLY_PROMPT), _REPLY_TOKENS), time.monotonic())
        for _ in range(_REPLIES)
    ]
    async with asyncio.TaskGroup() as group:
        running = [group.create_task(server.listen(heard)) for heard in replies]
        await asyncio.sleep(_SETTLED_S)
        settled_at = time.monotonic()
        await asyncio.sleep(_SETTLED_S)
        long = await listen(server, _first_text(texts.prompt(prompt_tokens)))
        await asyncio.sleep(_NEXT_S)
        for task in running:
            task.cancel()
    read_at = long.text_at[0] if long.text_at else time.monotonic()
    return (
        gaps_within(replies, settled_at, long.asked_at),
        gaps_within(replies, long.asked_at, read_at),
    )


def _first_text(prompt: str) -> Ask:
    """More than one token: the first may be half a character."""
    return Ask(prompt, 8, leave_after=1)


def gaps_within(replies: Sequence[Heard], begin: float, end: float) -> list[float]:
    """Those that were open at some time of it."""
    return [
        later - earlier
        for heard in replies
        for earlier, later in pairwise(heard.text_at)
        if earlier < end and later > begin
    ]


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * len(values))] if values else float("nan")


def _firsts_ms(told: Sequence[Heard]) -> list[float]:
    return [heard.first_text_s * _MS for heard in told if heard.first_text_s is not None]
