"""Does the local model's first text wait for a slow verdict?

The real engine and its built-in model, which speaks first: its own words, whatever they are, so
that it has the whole conversation to read, and shown as they come. The target says nothing. Each
round asks three ways by turns, of a caller of its own, so that nothing was read before: the judge
is instant; it takes the whole budget and the model reads beside it, as the service has it; it takes
as long and the model waits for it.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

from bench.questions import SHORT_QUESTIONS
from bench.report import SUMMARY, Curves, Limit, Report, Table, median, summary
from classifier.rules import judge as judge_by_rules
from edge.core.events import Emit, End
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.prices import Prices
from edge.core.settings import (
    ClassifierSettings,
    FastSettings,
    LocalSettings,
    RouteSettings,
    TierSettings,
)
from edge.core.types import LOCAL, Message, Request, Text, TextPart, Tier
from edge.core.verdict import Kinds, Verdict
from edge.scripted import ScriptedTier, Wait
from edge.service import Service
from local_models.client import LocalTier
from local_models.process import EngineProcess

INSTANT, BESIDE, BEFORE = "instant verdict", "slow verdict, beside", "slow verdict, before"
MOST_LATER = 1.1  # than with an instant verdict: what a machine that others use makes of the same
_TARGET = "bench/target"
_SAID_BEFORE = " ".join(SHORT_QUESTIONS[:8])  # a conversation of some 80 tokens
_PAUSE_S = 0.3  # the engine has nothing left to do
_PATIENCE_S = 10.0


def run(options: argparse.Namespace) -> Report:
    budget_ms = ClassifierSettings().budget_ms
    ms = asyncio.run(_ask_all(20 if options.quick else 100, budget_ms / 1000))
    later = median(ms[BESIDE]) / median(ms[INSTANT])
    return Report(
        load=f"{len(ms[INSTANT])} rounds, one request at a time; a slow verdict takes {budget_ms} "
        "ms",
        tables=(
            Table(
                "first text of the draft, ms from the request's arrival",
                ("", *SUMMARY),
                tuple((way, *summary(values)) for way, values in ms.items()),
            ),
        ),
        limits=(Limit(f"first text, {BESIDE} / {INSTANT}", later, MOST_LATER),),
        plots=(Curves("Does the first text wait for the verdict?", "ms", ms),),
    )


async def _ask_all(rounds: int, slow_s: float) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        socket = str(Path(folder) / "engine.sock")
        engine = EngineProcess(LocalSettings(), socket)
        await engine.start()
        try:
            local = LocalTier(LOCAL, socket)
            services = {
                INSTANT: _service(local, 0.0, reads=True),
                BESIDE: _service(local, slow_s, reads=True),
                BEFORE: _service(local, slow_s, reads=False),
            }
            ms: dict[str, list[float]] = {way: [] for way in services}
            for number in range(rounds + 1):
                for way, service in services.items():
                    took_s = await _first_text_s(service, _request(way, number))
                    if number:  # the first pays for what all share
                        ms[way].append(took_s * 1000)
                    await asyncio.sleep(_PAUSE_S)
            return ms
        finally:
            await engine.stop()


def _service(local: LocalTier, judge_s: float, *, reads: bool) -> Service:
    silent = ScriptedTier(_TARGET, ((Wait(),),))

    async def judge(request: Request, kinds: Kinds) -> Verdict:
        await asyncio.sleep(judge_s)
        return judge_by_rules(request)

    async def warm(name: str, messages: tuple[Message, ...], scope: str) -> None:
        await local.warm(messages, scope)

    def tier(name: str) -> Tier:
        return local if name == LOCAL else silent

    return Service(
        Knowledge(
            {"default": RouteSettings(targets=(_TARGET,))},
            TierSettings(FastSettings(gate="token")),
            lambda name: ModelFacts(name),
            LocalFacts(LocalSettings().context, "full"),
        ),
        judge=judge,
        tier=tier,
        prices=lambda name: Prices(0.0, 0.0),
        model_names=(),
        notice="",
        warm_local=warm,
        guess=judge_by_rules if reads else lambda request: None,
    )


def _request(way: str, number: int) -> Request:
    """The same for every way, and from another caller each time."""
    messages = (
        Message("user", (TextPart(_SAID_BEFORE),)),
        Message("assistant", (TextPart("Which of these first?"),)),
        Message("user", (TextPart(SHORT_QUESTIONS[number % len(SHORT_QUESTIONS)]),)),
    )
    return Request(f"{way} {number}", "auto", messages, caller=f"{way} {number}")


async def _first_text_s(service: Service, request: Request) -> float:
    arrived_at = time.monotonic()
    spoken: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    async def send(action: Emit | End) -> None:
        if isinstance(action, Emit) and isinstance(action.piece, Text) and not spoken.done():
            spoken.set_result(time.monotonic())

    reply = await service.begin(request, arrived_at)
    async with asyncio.timeout(_PATIENCE_S), asyncio.TaskGroup() as group:
        running = group.create_task(service.run(reply, send))
        spoke_at = await spoken
        running.cancel()
    return spoke_at - arrived_at
