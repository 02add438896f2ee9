"""One request from verdict to settlement, whatever door it came through."""

from __future__ import annotations

import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from edge.core.accounting import Account, LegReport, estimate_prompt
from edge.core.calls import draft_messages, make_call
from edge.core.errors import EdgeError, TierRateLimited
from edge.core.events import Role, StartLeg
from edge.core.knowledge import Knowledge
from edge.core.plan import Plan, Strategy
from edge.core.planning import make_plan
from edge.core.prices import Prices
from edge.core.stitch import Stitcher
from edge.core.types import LOCAL, Message, Piece, Request, Tier
from edge.core.verdict import Task, Verdict
from edge.drive import Send, drive


@dataclass(frozen=True, slots=True)
class Reply:
    """A request with its plan, and the account that fills while it runs."""

    request: Request
    verdict: Verdict
    plan: Plan
    account: Account

    @property
    def has_opening(self) -> bool:
        """Whether the reader was shown a draft's words."""
        drafts = (leg.leg for leg in self.account.legs if leg.role is Role.DRAFT)
        return any(leg in self.account.shown_chars for leg in drafts)


@dataclass(frozen=True, slots=True)
class Service:
    """What a request needs to be answered. Replaced as a whole when settings are reloaded:
    a running reply keeps the service that it began with.

    `tier` and `prices` look up a name that planning has accepted. `exchange` shares what was
    learned of the targets with the other workers of the box. `warm_local` has the local model read
    messages for a scope's next request. `draw` gives a number from 0 to 1.
    """

    knowledge: Knowledge
    judge: Callable[[Request], Verdict]
    tier: Callable[[str], Tier]
    prices: Callable[[str], Prices | None]
    model_names: tuple[str, ...]  # that a caller may ask for by name
    notice: str  # one line on who answers here, for people
    exchange: Callable[[], None] = lambda: None
    warm_local: Callable[[tuple[Message, ...], str], Awaitable[None]] | None = None
    draw: Callable[[], float] = random.random

    def begin(self, request: Request, arrived_at: float) -> Reply:
        """Raises `BadRequest` for what no plan can be made for, `TierRateLimited` where the
        settings' own limits leave nobody."""
        verdict = self.judge(request)
        if request.options.task is not None:
            task = Task(request.options.task)
            verdict = replace(verdict, task=task, confidence=1.0, decided_by="the caller")
        self.exchange()
        plan = make_plan(request, verdict, self.knowledge, arrived_at, self.draw())
        self.exchange()  # it may have claimed a probe
        names = {target.tier for target in plan.chain}
        if plan.draft is not None:
            names.add(plan.draft.tier)
        prices = {name: self.prices(name) for name in names}
        account = Account(arrived_at, estimate_prompt(request.messages), prices)
        account.tell = partial(self._judge_leg, arrived_at)
        if plan.draft is not None and plan.draft.choices:
            account.draft_tokens = estimate_prompt(draft_messages(request, plan.draft))
        return Reply(request, verdict, plan, account)

    async def warm(self, request: Request) -> None:
        """Have the local model read what it would have to read for this request. Nobody waits for
        it, so nothing is said when it cannot be done."""
        if self.warm_local is None or request.scope is None:
            return
        with suppress(EdgeError):
            plan = self.begin(request, time.monotonic()).plan
            if plan.draft is not None and plan.draft.tier == LOCAL:
                await self.warm_local(draft_messages(request, plan.draft), request.scope)
            elif plan.chain[0].tier == LOCAL:
                await self.warm_local(request.messages, request.scope)

    async def run(self, reply: Reply, send: Send) -> None:
        """Answer; `send` gets every `Emit` and, last, the `End`."""

        def open_leg(start: StartLeg) -> AsyncGenerator[Piece, None]:
            self._take_room(reply.account, start)
            call = make_call(reply.request, reply.plan, start)
            return self.tier(start.tier).stream(call)

        account = reply.account
        try:
            await drive(Stitcher(reply.plan), open_leg, send, account, time.monotonic)
        finally:
            retries = reply.request.client_retries
            health = self.knowledge.health
            health.hear(account.legs, account.arrived_at, retries, are_judged=True)
            if reply.plan.strategy is Strategy.PARALLEL and reply.has_opening:
                health.hear_opening(reply.plan.route, account.is_corrected, time.monotonic())

    def _take_room(self, account: Account, start: StartLeg) -> None:
        """Every call passes here, hedges and retries included: raises `TierRateLimited` for one
        that the settings' limits do not allow now."""
        tokens, limits = account.prompt_tokens_of(start), self.knowledge.limits
        wait_s = limits.take(start.tier, tokens, time.monotonic())
        if wait_s > 0:
            message = f"{start.tier}: its configured limit is reached for {wait_s:.1f} s"
            raise TierRateLimited(message, retry_after_s=wait_s, is_ours=True)

    def _judge_leg(self, arrived_at: float, leg: LegReport) -> None:
        self.knowledge.health.judge(leg, arrived_at)
        if not (isinstance(leg.cause, TierRateLimited) and leg.cause.is_ours):
            more = leg.usage.input + leg.usage.output - leg.prompt_tokens
            self.knowledge.limits.settle(leg.tier, more, time.monotonic())
        self.exchange()
