"""One day, answered in several ways, and what the platforms ask for it.

Whoever plans here is the service's own core in virtual time (`replay_prelude.py`): its planning and
its dial, its drafts, hedges and restarts, with hosts that are late, stall and break off. The bill
is made from outside: every leg is paid for by what its platform read and wrote, abandoned ones too,
and a platform's prompt cache is simulated by what it has really read, whatever planning believes.

The reply's score is that of the model that finished it. A text of the right length is said whoever
answers, so both models write equally much.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from bench.bill_day import Turn, words_of
from bench.bill_scores import Scored
from bench.replay_clock import Clock
from bench.replay_engine import CONTEXT, LocalEngine
from bench.replay_host import Host
from bench.replay_prelude import Prelude, Replied
from bench.replay_traffic import Asked
from edge.core.accounting import LegReport
from edge.core.dial import NO_CURVE, QualityCurve
from edge.core.events import Role
from edge.core.history import CACHED_S, LEAST_CACHED_TOKENS
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.prices import Prices, cost_cents
from edge.core.settings import RouteSettings, TierSettings
from edge.core.types import Message, Request, TextPart, Usage
from edge.core.verdict import Task, Verdict

STRONG, WEAK = "a/strong", "b/weak"
_NOBODY_SAID = Verdict(Task.OTHER, 1.0, 0.0, "nobody")


@dataclass(frozen=True, slots=True)
class Way:
    """How a day is answered. `quality` None: the targets as they are given, for everyone.
    `difficulty`: what the judge says of a prompt."""

    name: str
    targets: tuple[str, ...] = (STRONG, WEAK)
    quality: float | None = None
    curve: QualityCurve = NO_CURVE
    difficulty: Callable[[Scored], float] | None = None


@dataclass(frozen=True, slots=True)
class Paid:
    """One turn's cents, in all and for what; `weak`: the cheaper model finished it."""

    score: float
    weak: bool
    cents: float
    abandoned_cents: float = 0.0  # retried, broken and overtaken legs
    hedged_cents: float = 0.0  # of these, those that another one overtook
    cached_cents: float = 0.0  # what the caches saved


def answer_directly(turns: Sequence[Turn], name: str, prices: Mapping[str, Prices]) -> list[Paid]:
    """One model for everyone, asked once, with nothing that ever goes wrong: the least that it can
    cost."""
    caches, paid = _Caches(), list[Paid]()
    for turn in turns:
        cached = caches.read(turn, name, turn.asked.at_s)
        usage = Usage(turn.asked.prompt_tokens, turn.asked.reply_tokens, cached=cached)
        cents = cost_cents(usage, prices[name]) or 0.0
        uncached = cost_cents(replace(usage, cached=0), prices[name]) or 0.0
        score = turn.scored.weak if name == WEAK else turn.scored.strong
        paid.append(Paid(score, name == WEAK, cents, cached_cents=uncached - cents))
    return paid


def answer(turns: Sequence[Turn], way: Way, prices: Mapping[str, Prices], seed: int) -> list[Paid]:
    """As the service would."""
    replies: dict[int, Replied] = {}
    clock = Clock()
    by_number = {turn.asked.n: turn for turn in turns}

    def ask(asked: Asked) -> tuple[Request, Verdict]:
        turn = by_number[asked.n]
        return _request(turn), _verdict(turn, way)

    world = Prelude(
        clock,
        LocalEngine(clock),
        tuple(Host(name, seed) for name in way.targets),
        seed,
        lambda reply: replies.update({reply.asked.n: reply}),
        _knowledge(way, prices),
        ask,
    )
    for turn in turns:
        clock.call_at(turn.asked.at_s, partial(world.arrive, turn.asked))
    clock.run()
    caches = _Caches()
    return [_pay(turn, replies[turn.asked.n], caches, prices) for turn in turns]


def _knowledge(way: Way, prices: Mapping[str, Prices]) -> Knowledge:
    route = RouteSettings(targets=way.targets, quality=way.quality)
    models = {name: ModelFacts(name, prices=prices[name]) for name in way.targets}
    local = LocalFacts(context=CONTEXT, opening="frame")
    return Knowledge({"default": route}, TierSettings(), models.get, local, curve=way.curve)


def _request(turn: Turn) -> Request:
    said = [*turn.said, turn.own_tokens]
    messages = tuple(
        Message("user", (TextPart(words_of(turn, place, tokens)),))
        for place, tokens in enumerate(said)
    )
    return Request(str(turn.asked.n), "auto", messages, caller="owner")


def _verdict(turn: Turn, way: Way) -> Verdict:
    if way.difficulty is None:
        return _NOBODY_SAID
    return Verdict(Task.OTHER, way.difficulty(turn.scored), 1.0, "the judge", is_calibrated=True)


def _pay(turn: Turn, reply: Replied, caches: _Caches, prices: Mapping[str, Prices]) -> Paid:
    cents = abandoned = hedged = saved = 0.0
    finisher: LegReport | None = None
    for leg in reply.legs:
        if leg.tier not in prices:
            continue  # the box is paid for
        cached = caches.read(turn, leg.tier, turn.asked.at_s + leg.started_s)
        usage = replace(leg.usage, cached=min(cached, leg.usage.input))
        price = cost_cents(usage, prices[leg.tier]) or 0.0
        saved += (cost_cents(leg.usage, prices[leg.tier]) or 0.0) - price
        cents += price
        if leg.role is Role.TARGET and leg.outcome not in ("cancelled", "failed"):
            finisher = leg
        else:
            abandoned += price
            hedged += price * (leg.outcome == "cancelled")
    weak = finisher is not None and finisher.tier == WEAK
    score = turn.scored.weak if weak else turn.scored.strong
    return Paid(0.0 if finisher is None else score, weak, cents, abandoned, hedged, saved)


@dataclass(slots=True)
class _Caches:
    """What platforms have read lately: by conversation and model, how much of it and when."""

    _read: dict[tuple[int, str], tuple[int, float]] = field(default_factory=dict)

    def read(self, turn: Turn, name: str, at: float) -> int:
        """How much of the turn's prompt it had; now it has all of it."""
        had, read_at = self._read.get((turn.conversation, name), (0, at))
        self._read[turn.conversation, name] = (turn.asked.prompt_tokens, at)
        is_kept = at - read_at <= CACHED_S and had >= LEAST_CACHED_TOKENS
        return min(had, turn.asked.prompt_tokens) if is_kept else 0
