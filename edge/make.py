"""What is made in one piece, from plan to settlement: one target at a time, as `Course` says.

Cancelling it, which is what a door does when its client leaves, cancels the call that runs, and
that closes the upstream connection. Every leg is in the account, on every way out.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from edge.core.accounting import Account
from edge.core.errors import DeadlineExceeded, TierError, TierUnavailable
from edge.core.events import CancelLeg, Failed, Role, StartLeg
from edge.core.media import Draw, Embed, Made, MediaRequest, estimate_usage, outputs_of
from edge.core.media_course import Course, Try
from edge.core.media_plan import MediaPlan, make_media_plan
from edge.core.types import Message, TextPart
from edge.service import Service

_log = logging.getLogger("prelude")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Making:
    """A request with its plan, and the account that fills while it runs. (An
    `edge.settled.Settled`.)"""

    request: MediaRequest
    plan: MediaPlan
    account: Account

    @property
    def id(self) -> str:
        return self.request.id

    @property
    def model(self) -> str:
        return self.request.model

    @property
    def task(self) -> str:
        return self.plan.kind

    @property
    def strategy(self) -> str:
        return self.plan.kind

    @property
    def plan_line(self) -> str:
        return self.plan.describe()

    @property
    def label(self) -> str | None:
        return self.request.options.data

    @property
    def opening(self) -> None:
        return None

    def written(self) -> tuple[Message, ...]:
        ask = self.request.ask
        texts = ask.texts if isinstance(ask, Embed) else (ask.prompt,)
        return tuple(Message("user", (TextPart(text),)) for text in texts)

    def facts(self) -> None:
        return None


def begin(service: Service, request: MediaRequest, arrived_at: float) -> Making:
    """Raises `BadRequest` for what no plan can be made for, `TierRateLimited` where the settings'
    own limits leave nobody."""
    service.exchange()
    plan = make_media_plan(request, service.knowledge, arrived_at, service.draw())
    service.exchange()  # it may have claimed a probe
    prices = {target.tier: service.prices(target.tier) for target in plan.chain}
    images = request.ask.count if isinstance(request.ask, Draw) else 0
    tokens = estimate_usage(request.ask).input
    account = Account(arrived_at, tokens, prices, images=images)
    account.tell = partial(service.judge_leg, arrived_at)
    return Making(request, plan, account)


async def make(service: Service, making: Making) -> Made:
    """Raises the error that tells the caller most, once nobody is left to be asked."""

    async def ask(tier: str) -> Made:
        return await service.maker(tier, making.plan.kind).make(making.request)

    account = making.account
    try:
        step, made = await ask_each(service, making, ask)
        account.deliver(step.leg, made.usage, time.monotonic())
        return made
    finally:
        account.settle(time.monotonic())
        health, retries = service.knowledge.health, making.request.client_retries
        health.hear(account.legs, account.arrived_at, retries, are_judged=True)


async def ask_each(
    service: Service, making: Making, ask: Callable[[str], Awaitable[_T]]
) -> tuple[Try, _T]:
    """Who answered, and what; its leg is still open. Raises as `make` does."""
    course = Course(making.plan)
    step = course.start(time.monotonic())
    while isinstance(step, Try):
        try:
            return step, await _try(service, making, step, ask)
        except (TierError, DeadlineExceeded) as error:
            step = course.fail(error, time.monotonic())
    raise step.error


async def _try(
    service: Service, making: Making, step: Try, ask: Callable[[str], Awaitable[_T]]
) -> _T:
    account = making.account
    await asyncio.sleep(step.at - time.monotonic())
    account.start(StartLeg(step.leg, step.tier, Role.TARGET, is_whole=True), time.monotonic())
    try:
        service.take_room(step.tier, account.prompt_tokens, outputs_of(making.request.ask))
        async with asyncio.timeout(step.until - time.monotonic()):
            return await ask(step.tier)
    except TimeoutError as error:
        if isinstance(step.late, DeadlineExceeded):  # that is no fault of the target's
            account.cancel(CancelLeg(step.leg), time.monotonic())
        else:
            account.hear(Failed(step.leg, time.monotonic(), step.late))
        raise step.late from error
    except TierError as error:
        account.hear(Failed(step.leg, time.monotonic(), error))
        raise
    except Exception as error:  # a bug in an adapter costs its leg, not the request
        _log.exception("leg %d: a bug in the adapter of %s", step.leg, step.tier)
        broken = TierUnavailable(f"{step.tier}: {type(error).__name__} in its adapter")
        account.hear(Failed(step.leg, time.monotonic(), broken))
        raise broken from error
