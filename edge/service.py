"""One reply from verdict to settlement, whatever door it came through. (What is made in one piece
goes another way, through `edge/make.py`, and shares the models, limits and health.)"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from edge.core.accounting import Account, LegReport, estimate_prompt
from edge.core.aliases import alias_of
from edge.core.bearing import UNNEEDED, kinds_of_task
from edge.core.calls import draft_messages, make_call
from edge.core.completion_plan import UNJUDGED, make_completion_plan
from edge.core.errors import EdgeError, TierRateLimited
from edge.core.events import Role, StartLeg
from edge.core.film import Filmer
from edge.core.health import Health
from edge.core.knowledge import Knowledge
from edge.core.local_names import is_local
from edge.core.media import Kind, Maker
from edge.core.outcomes import has_escalated, question_of, was_cheap
from edge.core.plan import Plan, Strategy
from edge.core.planning import make_plan
from edge.core.prices import Prices
from edge.core.route_names import COMPLETION
from edge.core.stitch import Stitcher
from edge.core.types import LOCAL, PLANNED, Message, Piece, Request, Tier
from edge.core.verdict import Kinds, Task, Verdict
from edge.drive import Flush, Send, drive, nothing_held
from edge.settled import Facts

# The built-in judge takes 1 to 3 ms: for it nothing is read ahead, and nothing is wasted.
_QUICK_VERDICT_S = 0.005
_UNJUDGED_TASK = "unjudged"  # where nothing depends on it


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

    # As `edge.settled.Settled`.

    @property
    def id(self) -> str:
        return self.request.id

    @property
    def model(self) -> str:
        return self.request.model

    @property
    def task(self) -> str:
        """As somebody judged or told; what the verdict of nobody says is a place in the tables."""
        if self.request.completion is not None:
            return COMPLETION
        return _UNJUDGED_TASK if self.verdict == UNNEEDED else self.verdict.task.value

    @property
    def strategy(self) -> str:
        return self.plan.strategy.value

    @property
    def plan_line(self) -> str:
        return self.plan.describe()

    @property
    def label(self) -> str | None:
        return self.request.options.data

    @property
    def opening(self) -> tuple[str, str] | None:
        draft = self.plan.draft
        if draft is None or self.plan.strategy is Strategy.LOCAL:
            return None
        if self.account.is_corrected:
            return draft.level, "corrected"
        return draft.level, "shown" if self.has_opening else "dropped"

    def written(self) -> tuple[Message, ...]:
        return self.request.messages

    def facts(self) -> Facts | None:
        request, account = self.request, self.account
        if not request.caller or account.settled_at is None:
            return None
        return Facts(
            caller=request.caller,
            question=question_of(request.messages),
            told_task=request.options.task,
            took_s=account.settled_at - account.arrived_at,
            is_cheap=was_cheap(self.plan, account),
            has_escalated=has_escalated(self.plan, account),
        )


def _makes_nothing(name: str, kind: Kind) -> Maker:
    raise LookupError(f"{name} makes no {kind} here")


def _films_nothing(name: str) -> Filmer:
    raise LookupError(f"{name} makes no films here")


async def _warm_nobody(name: str, messages: tuple[Message, ...], scope: str) -> None:
    """There is no local model."""


def _guess_nothing(request: Request) -> None:
    """Nobody has an idea before the judge has spoken."""


@dataclass(frozen=True, slots=True)
class Service:
    """What a request needs to be answered. Replaced as a whole when settings are reloaded:
    a running reply keeps the service that it began with.

    `tier`, `maker`, `filmer` and `prices` look up a name that planning has accepted. `exchange`
    shares what was learned of the targets with the other workers of the box. `warm_local` has a
    local model read messages for its owner's next request. `guess` is what the verdict may be,
    without waiting for it. `draw` gives a number from 0 to 1.
    """

    knowledge: Knowledge
    judge: Callable[[Request, Kinds], Awaitable[Verdict]]
    tier: Callable[[str], Tier]
    prices: Callable[[str], Prices | None]
    model_names: tuple[str, ...]  # that a caller may ask for by name
    notice: str  # one line on who answers here, for people
    simulated: tuple[str, ...] = ()  # fakes among the default route's targets, by their own names
    exchange: Callable[[], None] = lambda: None
    warm_local: Callable[[str, tuple[Message, ...], str], Awaitable[None]] = _warm_nobody
    draw: Callable[[], float] = random.random
    maker: Callable[[str, Kind], Maker] = _makes_nothing
    filmer: Callable[[str], Filmer] = _films_nothing
    guess: Callable[[Request], Verdict | None] = _guess_nothing
    aliases: Mapping[str, str] = field(default_factory=dict)  # patterns of names, and who is meant

    def real_name(self, name: str) -> str:
        """Who is meant by a model name that a caller cannot change."""
        if name in PLANNED or name == LOCAL or self.knowledge.find(name) is not None:
            return name
        return alias_of(name, self.aliases)

    async def begin(
        self, request: Request, arrived_at: float, verdict: Verdict | None = None
    ) -> Reply:
        """Raises `BadRequest` for what no plan can be made for, `TierRateLimited` where the
        settings' own limits leave nobody. `verdict`: where the same was asked and judged before."""
        if (name := self.real_name(request.model)) != request.model:
            request = replace(request, model=name)
        verdict = verdict or await self._verdict_beside_reading(request)
        self.exchange()
        plan = self._plan(request, verdict, arrived_at)
        self.exchange()  # it may have claimed a probe
        names = {target.tier for target in plan.chain}
        if plan.draft is not None:
            names.add(plan.draft.tier)
        prices = {name: self.prices(name) for name in names}
        tokens = estimate_prompt(request.messages)
        account = Account(
            arrived_at, tokens, prices, reasons=plan.reasons, verdict=verdict, prefix=request.prefix
        )
        account.tell = partial(self.judge_leg, arrived_at)
        if plan.draft is not None and plan.draft.choices:
            account.draft_tokens = estimate_prompt(draft_messages(request, plan.draft))
        return Reply(request, verdict, plan, account)

    async def warm(self, request: Request) -> None:
        """Have a local model read what it would have to read for this request. Nobody waits for
        it, so nothing is said when it cannot be done."""
        if request.caller:
            await self._read_ahead(request, await self._verdict(request), is_as_it_is=False)

    async def _read_ahead(self, request: Request, verdict: Verdict, *, is_as_it_is: bool) -> None:
        """Planned as if nothing was known of anybody's health: a target that has cooled down is
        probed by a request, and this is none. `is_as_it_is`: it will not be another one that only
        begins so."""
        knowledge = replace(self.knowledge, health=Health())
        with suppress(EdgeError):
            plan = make_plan(request, verdict, knowledge, time.monotonic())
            draft, first = plan.draft, plan.chain[0].tier
            if is_as_it_is and draft is not None and len(draft.choices) == 1:
                return  # who has one thing to say reads nothing for it
            if draft is not None and is_local(draft.tier):
                await self.warm_local(draft.tier, draft_messages(request, draft), request.caller)
            elif is_local(first):
                await self.warm_local(first, request.messages, request.caller)

    async def _verdict_beside_reading(self, request: Request) -> Verdict:
        """The verdict. While a slow judge looks at the prompt, the local model reads what it would
        have to read if the guess is right; the engine keeps what it read, and the plan's own leg
        finds it there."""
        if self.knowledge.local is None or not request.caller:  # nobody reads, or could keep it
            return await self._verdict(request)
        async with asyncio.TaskGroup() as group:
            reading = group.create_task(self._read_beside(request))
            verdict = await self._verdict(request)
            reading.cancel()
        return verdict

    async def _read_beside(self, request: Request) -> None:
        await asyncio.sleep(_QUICK_VERDICT_S)
        if (guess := self.guess(request)) is not None:
            await self._read_ahead(request, _as_told(request, guess), is_as_it_is=True)

    async def run(self, reply: Reply, send: Send, flush: Flush = nothing_held) -> None:
        """Answer; `send` gets every `Emit` and, last, the `End`; what it holds back it lets go of
        in `flush`."""

        def open_leg(start: StartLeg) -> AsyncGenerator[Piece, None]:
            self.take_room(start.tier, reply.account.prompt_tokens_of(start))
            call = make_call(reply.request, reply.plan, start)
            return self.tier(start.tier).stream(call)

        account = reply.account
        try:
            await drive(Stitcher(reply.plan), open_leg, send, account, time.monotonic, flush)
        finally:
            retries = reply.request.client_retries
            health = self.knowledge.health
            health.hear(account.legs, account.arrived_at, retries, are_judged=True)
            history, task = self.knowledge.history, reply.verdict.task
            if reply.request.completion is None:
                history.hear(reply.request, task, account.legs, time.monotonic())
            if reply.plan.strategy is Strategy.PARALLEL and reply.has_opening:
                health.hear_opening(reply.plan.route, account.is_corrected, time.monotonic())

    def _plan(self, request: Request, verdict: Verdict, arrived_at: float) -> Plan:
        if request.completion is not None:
            return make_completion_plan(request, self.knowledge, arrived_at, self.draw())
        return make_plan(request, verdict, self.knowledge, arrived_at, self.draw())

    async def _verdict(self, request: Request) -> Verdict:
        """Nobody looks at the prompt where nothing depends on it."""
        if request.completion is not None:
            return UNJUDGED
        kinds = kinds_of_task(request, self.knowledge)
        verdict = UNNEEDED if len(kinds) == 1 else await self.judge(request, kinds)
        return _as_told(request, verdict)

    def take_room(self, tier: str, tokens: int, outputs: int = 1) -> None:
        """Every call passes here, hedges and retries included: raises `TierRateLimited` for one
        that the settings' limits do not allow now."""
        limits = self.knowledge.limits
        wait_s = limits.take(tier, tokens, time.monotonic(), outputs=outputs)
        if wait_s > 0:
            message = f"{tier}: its configured limit is reached for {wait_s:.1f} s"
            raise TierRateLimited(message, retry_after_s=wait_s, is_ours=True)

    def judge_leg(self, arrived_at: float, leg: LegReport) -> None:
        """What one settled leg says of its target, of the limits, and to the other workers."""
        self.knowledge.health.judge(leg, arrived_at)
        if not (isinstance(leg.cause, TierRateLimited) and leg.cause.is_ours):
            more = leg.usage.input + leg.usage.output - leg.prompt_tokens
            self.knowledge.limits.settle(leg.tier, more, time.monotonic())
        self.exchange()


def _as_told(request: Request, verdict: Verdict) -> Verdict:
    """A caller who names the task knows it."""
    if request.options.task is None:
        return verdict
    task = Task(request.options.task)
    return replace(verdict, task=task, confidence=1.0, decided_by="the caller")
