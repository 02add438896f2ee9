"""The arms of `bench benefit`: who opens the reply, and how an opening comes about in each.

Every arm goes the service's own way: the rules' verdict, the plan, the call, the engine, the
stitcher with its gate. Only what nobody would ship, the small model left to itself, is given a
plan by hand: it opens every prompt, and nothing that it says is held back.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import dataclass, replace
from enum import StrEnum

from bench.benefit_sets import GENERAL, Asked
from bench.shipped_verdict import judge
from edge.core.accounting import estimate_prompt
from edge.core.calls import make_call
from edge.core.events import Action, CancelLeg, Emit, Finished, Heard, Role, StartLeg
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.openings import opening_level
from edge.core.openings.level import NEVER_OPENED
from edge.core.plan import Draft, Plan, Strategy
from edge.core.planning import make_plan
from edge.core.settings import LocalSettings, RouteSettings, TierSettings
from edge.core.stitch import Stitcher
from edge.core.types import LOCAL, PLANNED, Message, Request, Sampling, Text, TextPart, Tier
from edge.core.verdict import Verdict

PLACEBO = "One moment while I think about this question."
_TARGET = "bench/target"


class Arm(StrEnum):
    NONE = "none"
    PLACEBO = "placebo"  # a fixed phrase wherever the policy of `frame` allows an opening
    FRAME = "frame"  # the built-in configuration
    MODEL = "model"  # the built-in model's own prose, under the rules for it
    BARE = "model without rules"  # the same prose on every prompt, nothing held back


@dataclass(frozen=True, slots=True)
class Opened:
    """`opening` is empty where nothing was shown; `ms` runs from the request's arrival.

    `may_open`: the task is one for openings, and neither intent nor form speaks against one.
    """

    asked: Asked
    opening: str
    ms: float
    may_open: bool


class Opener:
    """Opens prompts in each of the arms, one at a time."""

    def __init__(self, tier: Tier, context: int) -> None:
        self._tier = tier
        self._context = context

    async def open(self, arm: Arm, asked: Asked) -> Opened:
        arrived_at = time.monotonic()
        request = _request(asked.prompt)
        verdict = judge(request)
        opening = await self._opening(arm, request, verdict)
        ms = (time.monotonic() - arrived_at) * 1000
        return Opened(asked, opening, ms, may_open(asked, verdict))

    async def _opening(self, arm: Arm, request: Request, verdict: Verdict) -> str:
        match arm:
            case Arm.NONE:
                return ""
            case Arm.PLACEBO:
                fits = estimate_prompt(request.messages) < self._context
                level, _ = opening_level(verdict, request, "frame", fits)
                return "" if level == "none" else PLACEBO
            case Arm.FRAME:
                return await self._draw(request, self._plan(request, verdict, None))
            case Arm.MODEL:
                return await self._draw(request, self._plan(request, verdict, "model"))
            case Arm.BARE:
                plan = self._plan(request, verdict, "none")
                draft = Draft(LOCAL, "full")
                return await self._draw(
                    request, replace(plan, draft=draft, strategy=Strategy.PREAMBLE)
                )

    def _plan(self, request: Request, verdict: Verdict, opening: str | None) -> Plan:
        """`opening` is the route's; without one, the level of the built-in settings holds."""
        knowledge = Knowledge(
            routes={"default": RouteSettings(targets=(_TARGET,), opening=opening)},
            tiers=TierSettings(),
            find=lambda name: ModelFacts(name) if name == _TARGET else None,
            local=LocalFacts(self._context, LocalSettings().opening),
        )
        return make_plan(request, verdict, knowledge, now=0.0)

    async def _draw(self, request: Request, plan: Plan) -> str:
        """What the reader would be shown; the target, which is slower, is not heard."""
        stitcher = Stitcher(plan)
        start = next(
            (a for a in stitcher.start(0.0) if isinstance(a, StartLeg) and a.role is Role.DRAFT),
            None,
        )
        if start is None:
            return ""
        async with aclosing(self._tier.stream(make_call(request, plan, start))) as pieces:
            async for piece in pieces:
                actions = stitcher.receive(Heard(start.leg, 0.0, piece))
                if (opening := _shown(actions, start.leg)) is not None:
                    return opening
        return _shown(stitcher.receive(Finished(start.leg, 0.0)), start.leg) or ""


def _shown(actions: Iterable[Action], leg: int) -> str | None:
    """The opening, "" if it was held back for good, None if it does not stand yet."""
    held_back = False
    for action in actions:
        match action:
            case Emit(leg=number, piece=Text(text=text)) if number == leg:
                return text
            case CancelLeg(leg=number) if number == leg:
                held_back = True
            case _:
                pass
    return "" if held_back else None


def may_open(asked: Asked, verdict: Verdict) -> bool:
    if asked.set != GENERAL or asked.task in NEVER_OPENED:
        return False
    return not (verdict.unsafe or verdict.asks_format)


def verdict_on(prompt: str) -> Verdict:
    return judge(_request(prompt))


def _request(prompt: str) -> Request:
    sampling = Sampling(temperature=0.0)  # the same opening in every run
    messages = (Message("user", (TextPart(prompt),)),)
    return Request(id="bench", model=PLANNED[0], messages=messages, sampling=sampling)
