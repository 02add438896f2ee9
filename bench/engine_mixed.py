"""Drafts among long replies: does a draft come in time while others are being answered?

Long local replies run all the time. Drafts with distinct prompts arrive at random (Poisson), at a
part of the rate at which the same mix, asked as fast as it answers, is saturated. A draft is in
time when its first sentence stands within a few times what it needs on an idle machine; one that is
refused or given up is not. How many could be at all, if replies got nothing and drafts came one
after the other in the best order, says `ideal_schedule.py`.
"""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from bench.engine_listener import Ask, Heard, Listener, listen
from bench.engine_servers import LLAMACPP, Servers
from bench.engine_texts import Texts
from bench.ideal_schedule import ideal_sentences
from bench.report import Cell, Curves, Limit, Report, Table, median
from bench.schedule import send_each

MOST_MISSED = 0.01
MOST_OF_LLAMACPP = 0.5  # our P99 of first text, of theirs
DEADLINE = 3.0  # times the P50 of the first sentence on an idle machine
LOAD = 0.7  # of the capacity

_LONG_REPLIES = 4
_LONG_PROMPT, _LONG_TOKENS = 20, 400
_DRAFT_PROMPT, _DRAFT_TOKENS = 100, 16  # so long a sentence at most: else its length would decide
_DRAFTERS = 4  # of the closed loop that saturates
_CROWD = 8  # of the one without long replies: all slots
_PATIENCE_S = 20.0
_MS = 1000


@dataclass(frozen=True, slots=True)
class Drafts:
    """Of one server, all repeats; seconds, `inf` for what never came."""

    firsts: tuple[float, ...]
    sentences: tuple[float, ...]

    def missed(self, deadline_s: float) -> float:
        """The share that was not in time."""
        return sum(took > deadline_s for took in self.sentences) / len(self.sentences)


async def measure(
    servers: Servers, texts: Texts, *, idle: int, saturating: int, drafts: int, repeats: int
) -> Report:
    """`idle`: drafts on a machine with nothing else to do; `saturating`: those by which the
    capacity is measured; `drafts` a repeat."""
    alone = [await listen(servers.ours, _draft(texts)) for _ in range(idle)]
    idle_s = median([heard.sentence_s for heard in alone if heard.sentence_s is not None])
    deadline_s = DEADLINE * idle_s
    async with long_replies(servers.ours, texts):
        capacity = await _capacity(servers.ours, texts, saturating, _DRAFTERS)
    work_s = min(idle_s, 1 / await _capacity(servers.ours, texts, saturating, _CROWD))
    rate = LOAD * capacity
    heard: dict[str, list[Heard]] = {}
    for repeat in range(repeats):
        for server in (servers.ours, servers.llamacpp):
            heard.setdefault(server.name, []).extend(
                await _under_load(server, texts, arrivals(drafts, rate, seed=repeat), deadline_s)
            )
    by_server = {name: _drafts(told) for name, told in heard.items()}
    ideal = [
        took
        for repeat in range(repeats)
        for took in ideal_sentences(
            arrivals(drafts, rate, seed=repeat),
            work_s=work_s, least_s=idle_s, deadline_s=deadline_s,
        )
    ]  # fmt: skip
    ours, theirs = by_server[servers.ours.name], by_server[LLAMACPP]
    note = (
        f"a draft alone: its sentence stands after {idle_s * _MS:.0f} ms (P50 of {idle}); "
        f"saturated by {_DRAFTERS} who ask again at once, the mix answers {capacity:.2f} a second; "
        f"in the best batches, without long replies, a draft takes {work_s * _MS:.0f} ms; "
        "a draft that is refused or given up is not in time"
    )
    return Report(
        load=f"{_LONG_REPLIES} long replies running, {drafts * repeats} drafts to distinct prompts "
        f"of {_DRAFT_PROMPT} tokens (Poisson, {rate:.2f}/s: {LOAD:g} of our capacity), sentences "
        f"of {_DRAFT_TOKENS} tokens at most, deadline {deadline_s * _MS:.0f} ms",
        tables=(
            Table(
                "drafts among long replies, ms",
                (
                    "", "n", "missed %", "first text P50", "P90", "P99",
                    "sentence P50", "P90 ", "P99 ",
                ),
                (
                    *(_row(name, told, deadline_s) for name, told in by_server.items()),
                    _ideal_row(ideal),
                ),
            ),
        ),
        limits=(
            Limit("drafts not in time", ours.missed(deadline_s), MOST_MISSED),
            Limit(
                f"drafts' first text, P99, of that of {LLAMACPP}",
                share_at(ours.firsts, 0.99) / share_at(theirs.firsts, 0.99),
                MOST_OF_LLAMACPP,
            ),
        ),
        notes=(note,),
        plots=(
            Curves(
                "How soon does a draft's first sentence stand while long replies are written?",
                "ms from the asking",
                {name: [s * _MS for s in told.sentences] for name, told in by_server.items()},
                of="drafts",
                limit=round(deadline_s * _MS),
                is_log=True,
            ),
        ),
    )  # fmt: skip


def arrivals(count: int, rate: float, seed: int) -> list[float]:
    """Seconds from each to the next."""
    rng = random.Random(seed)
    return [rng.expovariate(rate) for _ in range(count)]


def share_at(values: Sequence[float], share: float) -> float:
    """What so large a share of the values does not exceed; `inf`: more than the rest never came."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


@asynccontextmanager
async def long_replies(
    server: Listener, texts: Texts, count: int = _LONG_REPLIES
) -> AsyncIterator[None]:
    """So many are being written from here to the end of the block."""

    async def go_on() -> None:
        while True:
            await listen(server, Ask(texts.prompt(_LONG_PROMPT), _LONG_TOKENS))

    async with asyncio.TaskGroup() as group:
        running = [group.create_task(go_on()) for _ in range(count)]
        yield
        for task in running:
            task.cancel()


async def _capacity(server: Listener, texts: Texts, drafts: int, drafters: int) -> float:
    """Drafts a second, when as many are asked for as are answered, so many at a time."""
    answered = 0

    async def ask_again() -> None:
        nonlocal answered
        while answered < drafts:
            heard = await listen(server, _draft(texts))
            answered += heard.sentence_s is not None

    began = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for _ in range(drafters):
            group.create_task(ask_again())
    return answered / (time.monotonic() - began)


async def _under_load(
    server: Listener, texts: Texts, periods: Sequence[float], deadline_s: float
) -> list[Heard]:
    async with long_replies(server, texts):
        sends = [
            (period, partial(_ask_patiently, server, _draft(texts, deadline_s)))
            for period in periods
        ]
        return await send_each(sends)


async def _ask_patiently(server: Listener, ask: Ask) -> Heard:
    heard = Heard(ask, time.monotonic())
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE_S):
            await server.listen(heard)
    return heard


def _draft(texts: Texts, deadline_s: float | None = None) -> Ask:
    return Ask(texts.prompt(_DRAFT_PROMPT), _DRAFT_TOKENS, deadline_s, is_draft=True)


def _drafts(told: Sequence[Heard]) -> Drafts:
    return Drafts(
        tuple(math.inf if each.first_text_s is None else each.first_text_s for each in told),
        tuple(math.inf if each.sentence_s is None else each.sentence_s for each in told),
    )


def _row(name: str, told: Drafts, deadline_s: float) -> tuple[Cell, ...]:
    missed = round(100 * told.missed(deadline_s), 1)
    return (name, len(told.firsts), missed, *_shares(told.firsts), *_shares(told.sentences))


def _ideal_row(sentences: Sequence[float]) -> tuple[Cell, ...]:
    missed = round(100 * sum(map(math.isinf, sentences)) / len(sentences), 1)
    return ("the best order of work", len(sentences), missed, "-", "-", "-", *_shares(sentences))


def _shares(values: Sequence[float]) -> tuple[Cell, ...]:
    at = (share_at(values, share) * _MS for share in (0.5, 0.9, 0.99))
    return tuple(round(value, 1) if math.isfinite(value) else "never" for value in at)
