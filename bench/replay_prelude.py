"""Prelude in virtual time: its own core, driven by a clock that nobody waits for.

`make_plan`, `Stitcher`, `Health` and `Account` are the service's, with its default settings; this
file does for them what `edge/service.py` and `edge/drive.py` do, with legs that come from
`replay_host.py` and `replay_engine.py`. No host truly continues a prefix (in 2026 few do): they are
asked to in words, and repeat the anchor.

Whether a form fits a request is drawn (`Asked.may_open`), because the traces have no texts: one
for which it does is given a question for which the bank has forms, the others one without any.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from bench.questions import SHORT_QUESTIONS
from bench.replay_bill import PRICES, cost
from bench.replay_clock import Clock
from bench.replay_engine import CONTEXT, DECODE_PER_S, LocalEngine, Turn, first_token_s
from bench.replay_host import Chunk, Host, Speech
from bench.replay_reader import Author, Figures, Shown, figures
from bench.replay_traffic import Asked
from bench.replay_words import whole_reply
from bench.shipped_verdict import judge
from edge.core.accounting import Account, LegReport, estimate_prompt
from edge.core.errors import TierGarbled, TierUnavailable
from edge.core.events import (
    Action,
    CancelLeg,
    Continuation,
    Emit,
    End,
    Event,
    Failed,
    Finished,
    Heard,
    Role,
    StartLeg,
)
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.openings import frames
from edge.core.plan import Plan
from edge.core.planning import make_plan
from edge.core.seams import anchor_of
from edge.core.settings import RouteSettings, TierSettings
from edge.core.stitch import Stitcher
from edge.core.types import (
    LOCAL,
    FinishReason,
    Message,
    Piece,
    Request,
    Stop,
    Text,
    TextPart,
    Usage,
)
from edge.core.verdict import Task, Verdict

_NO_FORM = "So, and then?"
_CODE = "Write a Python function that sorts a list."
_RESCUE = " (The rest comes from the local model.)"
_ROUNDING_S = 1e-6  # of instants: the last chunk comes at the end, not behind it
_PADDING = "and " * 200_000  # a token each, as tokens are estimated


Ask = Callable[[Asked], tuple[Request, Verdict]]


@dataclass(frozen=True, slots=True)
class Replied:
    """A finished reply, for whoever wants to look closer."""

    asked: Asked
    plan: Plan
    figures: Figures
    legs: tuple[LegReport, ...]
    shown: tuple[Shown, ...]


class Prelude:
    """`hosts`: who stands behind the route's targets, in their order. `done` gets each reply.
    `knowledge` and `ask` are for worlds with models, routes and prompts of their own."""

    def __init__(
        self,
        clock: Clock,
        engine: LocalEngine,
        hosts: tuple[Host, ...],
        seed: int,
        done: Callable[[Replied], None],
        knowledge: Knowledge | None = None,
        ask: Ask | None = None,
    ) -> None:
        self.clock, self.engine, self.seed, self.done = clock, engine, seed, done
        self.hosts: Mapping[str, Host] = {host.name: host for host in hosts}
        self.knowledge = knowledge or Knowledge(
            routes={"default": RouteSettings(targets=tuple(self.hosts))},
            tiers=TierSettings(),
            find=lambda name: ModelFacts(name) if name in self.hosts else None,
            local=LocalFacts(context=CONTEXT, opening="frame"),
        )
        self.health = self.knowledge.health
        self._ask = ask or _usual_request

    def arrive(self, asked: Asked, now: float) -> None:
        request, verdict = self._ask(asked)
        plan = make_plan(request, verdict, self.knowledge, now)
        prices = dict.fromkeys(self.hosts, PRICES)
        account = Account(now, estimate_prompt(request.messages), prices)
        _Reply(self, asked, request, verdict.task, plan, account).start(now)


@dataclass(slots=True)
class _Leg:
    start: StartLeg
    began_at: float
    speech: Speech | None = None  # of a hosted one
    turn: Turn | None = None  # of a local one
    is_over: bool = False


@dataclass(slots=True)
class _Reply:
    world: Prelude
    asked: Asked
    request: Request
    task: Task
    plan: Plan
    account: Account
    whole: str = ""
    stitcher: Stitcher = field(init=False)
    legs: dict[int, _Leg] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    cost: float = 0.0
    woken_at: float | None = None  # the next timer that the clock knows of

    def __post_init__(self) -> None:
        self.whole = whole_reply(self.asked.n, self.asked.reply_tokens)
        self.stitcher = Stitcher(self.plan)

    def start(self, now: float) -> None:
        self._perform(self.stitcher.start(now), now)

    # The driver's part.

    def _hear(self, event: Event) -> None:
        self.account.hear(event)
        self._perform(self.stitcher.receive(event), event.at)

    def _wake(self, now: float) -> None:
        self.woken_at = None
        timer = self.stitcher.next_timer()
        actions = self.stitcher.handle_timer(now) if timer is not None and timer <= now else []
        self._perform(actions, now)

    def _perform(self, actions: list[Action], now: float) -> None:
        for action in actions:
            match action:
                case StartLeg():
                    self.account.start(action, now)
                    self._open(action, now)
                case CancelLeg(leg=number):
                    self.account.cancel(action, now)
                    self._close(self.legs[number], now)
                case Emit():
                    self.account.emit(action, now)
                    self._show(action, now)
                case End():
                    self.account.settle(now)
                    self._settle(action)
        timer = self.stitcher.next_timer()
        if timer is not None and (self.woken_at is None or timer < self.woken_at):
            self.woken_at = timer
            self.world.clock.call_at(timer, self._wake, is_timer=True)

    def _show(self, emit: Emit, now: float) -> None:
        if isinstance(emit.piece, Text):
            text = emit.piece.text
            self.shown.append(Shown(now - self.asked.at_s, text, _AUTHORS[emit.role]))

    def _settle(self, end: End) -> None:
        legs = self.account.legs
        knowledge = self.world.knowledge
        knowledge.health.hear(legs, self.account.arrived_at)
        settled_at = self.account.settled_at or self.account.arrived_at
        knowledge.history.hear(self.request, self.task, legs, settled_at)
        told = figures(
            self.shown,
            self.whole,
            cost=self.cost,
            says_whole=end.reason is FinishReason.STOP,
            is_drafted=self.plan.draft is not None,
        )
        self.world.done(Replied(self.asked, self.plan, told, tuple(legs), tuple(self.shown)))

    # The legs.

    def _open(self, start: StartLeg, now: float) -> None:
        leg = self.legs[start.leg] = _Leg(start, now)
        if start.tier == LOCAL:
            leg.turn = self.world.engine.ask(now, lambda at: self._begin_local(leg, at))
            return
        calls = sum(each.start.tier == start.tier for each in self.legs.values()) - 1
        host = self.world.hosts[start.tier]
        leg.speech = host.answer(self.asked.n, calls, _text_of(start, self.whole))
        self._go_on(leg, leg.speech, 0)

    def _close(self, leg: _Leg, now: float) -> None:
        """It is over, by its own end or by ours: what it has written is paid for."""
        if leg.is_over:
            return
        leg.is_over = True
        if leg.turn is not None:
            self.world.engine.end(leg.turn, now)
        if leg.speech is not None:
            written = leg.speech.tokens_by(now - leg.began_at + _ROUNDING_S)
            self.cost += cost(self.asked.prompt_tokens, written, leg.start.prefix)

    def _go_on(self, leg: _Leg, speech: Speech, place: int) -> None:
        """Wait for the chunk at `place`, or for the end behind the last one."""
        if leg.start.is_whole or place == len(speech.chunks):
            at_s, say = speech.end_s, lambda at: self._end_hosted(leg, speech, at)
        else:
            chunk = speech.chunks[place]
            at_s, say = chunk.at_s, lambda at: self._say(leg, speech, chunk, place, at)
        self.world.clock.call_at(leg.began_at + at_s, say)

    def _say(self, leg: _Leg, speech: Speech, chunk: Chunk, place: int, now: float) -> None:
        if not leg.is_over:
            self._go_on(leg, speech, place + 1)
            self._hear(Heard(leg.start.leg, now, Text(chunk.text)))

    def _end_hosted(self, leg: _Leg, speech: Speech, now: float) -> None:
        if leg.is_over:
            return
        name, number = leg.start.tier, leg.start.leg
        text = "".join(chunk.text for chunk in speech.chunks) if leg.start.is_whole else ""
        if speech.is_cut:
            has_begun = bool(speech.chunks) and not leg.start.is_whole
            error = TierGarbled if has_begun else TierUnavailable
            self._close(leg, now)
            self._hear(Failed(number, now, error(f"{name}: the connection was lost")))
            return
        written = speech.tokens_by(speech.end_s)
        usage = Usage(self.asked.prompt_tokens, written)
        self._finish(leg, now, Text(text), Stop(FinishReason.STOP), usage)

    def _begin_local(self, leg: _Leg, now: float) -> None:
        """An opening is settled by one or two questions to the model: a first token, and a step."""
        rng = random.Random(f"{self.world.seed}:opening:{self.asked.n}")
        said_at = now + first_token_s(rng) + 1 / DECODE_PER_S
        choices = self.plan.draft.choices if self.plan.draft is not None else ()
        text = rng.choice(choices) if leg.start.role is Role.DRAFT else _RESCUE
        stop = Stop(FinishReason.STOP)
        self.world.clock.call_at(said_at, lambda at: self._finish(leg, at, Text(text), stop))

    def _finish(self, leg: _Leg, now: float, *pieces: Piece) -> None:
        for piece in pieces:
            if not leg.is_over:
                self._hear(Heard(leg.start.leg, now, piece))
        if not leg.is_over:
            self._close(leg, now)
            self._hear(Finished(leg.start.leg, now))


_AUTHORS: Mapping[Role, Author] = {
    Role.DRAFT: "opening",
    Role.TARGET: "target",
    Role.LOCAL: "local",
}


def _text_of(start: StartLeg, whole: str) -> str:
    """What a host says to that call."""
    rest = whole.removeprefix(start.prefix)
    return anchor_of(start.prefix) + rest if start.continuation is Continuation.ANCHOR else rest


def _usual_request(asked: Asked) -> tuple[Request, Verdict]:
    question = _question(asked)
    return _request(asked, question), _verdict(question)


def _question(asked: Asked) -> str:
    if asked.is_code:
        return _CODE
    questions = _fitting_questions()
    return questions[asked.n % len(questions)] if asked.may_open else _NO_FORM


def _request(asked: Asked, question: str) -> Request:
    """As long as it was in the trace: what was said before the question is padding."""
    before = _PADDING[: 4 * max(0, asked.prompt_tokens - len(question) // 4)]
    messages = (Message("system", (TextPart(before),)), Message("user", (TextPart(question),)))
    return Request(id=str(asked.n), model="auto", messages=messages)


@cache
def _verdict(question: str) -> Verdict:
    return judge(Request("", "auto", (Message("user", (TextPart(question),)),)))


@cache
def _fitting_questions() -> tuple[str, ...]:
    return tuple(each for each in SHORT_QUESTIONS if frames(each, _verdict(each)))
