"""Whom a request goes to first, of the targets that may be given it: by the order of its route, by
what each is worth for it (`ranking`), or by how hard it is (`dial`).

The user's own order stands. A route's targets are listed best first, and a list that somebody wrote
down is not silently overturned: ranking acts where the route says `order = "ranked"`, the dial
where the route or the request gives a `quality`. A model or targets that the caller named are taken
as named, whatever the route says. What the caller will pay at most (`max_cost_cents`) holds always:
who is likely to cost more, or nobody knows what, is left out.

With a quality below 1 the local model answers small talk alone, and whatever it was said to be good
at (its `strengths`, from 0.5) where the prompt is easy. It is watched, and left when it is lost.

Prices are of this request: its prompt, less what the target's platform has of the conversation
already, and a reply of the usual length. So a switch to a cheaper model is made only where it saves
more than the lost cache costs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edge.core.accounting import estimate_prompt
from edge.core.dial import SURE, turn
from edge.core.errors import BadRequest
from edge.core.history import Beginning, beginnings
from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.prices import cost_cents
from edge.core.ranking import BEST, NORMAL, PRIORITIES, Candidate, rank
from edge.core.settings import RouteSettings
from edge.core.strengths import NEUTRAL, strength_of
from edge.core.types import PLANNED, Request, Usage
from edge.core.verdict import Task, Verdict

_SMALL_TALK_CHARS = 120
# A question that a small model answers wrongly: for a fact, a number, or a reason.
_ASKS_A_FACT = re.compile(
    r"\d|\b(?:who|when|where|which|why|how (?:many|much|long|far|old|big|tall)|what (?:is|are|was)"
    r"|wer|wann|wo|warum|wieso|wie ?viele?|welche[rs]?|qui|quand|où|pourquoi|combien|quel(?:le)?s?"
    r"|quién|cuándo|dónde|cuánt[oa]s?|cuál|chi|quando|dove|perché|quant[oaie])\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """`models` are those that may be called, best first, with what each is likely to cost. `leads`:
    the local model answers until it is lost."""

    models: Mapping[str, ModelFacts]
    cents: Mapping[str, float | None]
    leads: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Order:
    candidates: Sequence[Candidate]
    reason: str | None = None
    leads: bool = False


def choose(
    models: Mapping[str, ModelFacts],
    request: Request,
    verdict: Verdict,
    route: RouteSettings,
    knowledge: Knowledge,
    now: float,
    *,
    has_local: bool,
    is_local_first: bool,
) -> Choice:
    """`models` are those that may be given it, in the order of their route; `has_local`: the local
    model could answer in their place; `is_local_first`: it is to, by its place in that order.
    Raises `BadRequest` where the caller's own limits leave nobody."""
    known = beginnings(request) if compares(request, route) else ()
    is_timed = compares(request, route) or request.options.max_latency_ms is not None
    candidates = [
        _weigh(each, request, verdict, known, knowledge, now, is_timed=is_timed)
        for each in models.values()
    ]
    affordable, reasons = _affordable(candidates, request.options.max_cost_cents)
    may_lead = has_local and (is_local_first or _may_lead(request, verdict, knowledge))
    leads = has_local and is_local_first
    if candidates and not affordable:
        if not may_lead:
            raise _fits_nobody("max_cost_cents", reasons)
        return Choice({}, {}, leads=True, reasons=reasons)
    _check_latency(affordable, request, has_local=has_local)
    order = _put_in_order(affordable, request, verdict, route, knowledge, leads, may_lead)
    return Choice(
        {each.name: models[each.name] for each in order.candidates},
        {each.name: each.cents for each in order.candidates},
        order.leads,
        (*reasons, *filter(None, [order.reason])),
    )


def is_small_talk(request: Request, verdict: Verdict) -> bool:
    """Short, about nothing, and no question of fact: what a model of any size can say."""
    text = request.last_user_text
    return (
        verdict.task is Task.CHAT
        and verdict.confidence >= SURE
        and len(text) <= _SMALL_TALK_CHARS
        and not (verdict.unsafe or verdict.asks_format or request.tools)
        and not _ASKS_A_FACT.search(text)
    )


def compares(request: Request, route: RouteSettings) -> bool:
    """Whether prices decide anything here: to find out what is cached takes milliseconds where a
    prompt is very long."""
    asked = (route.quality, request.options.quality, request.options.max_cost_cents)
    return route.order == "ranked" or any(each is not None for each in asked)


def _put_in_order(
    candidates: Sequence[Candidate],
    request: Request,
    verdict: Verdict,
    route: RouteSettings,
    knowledge: Knowledge,
    leads: bool,
    may_lead: bool,
) -> _Order:
    """`leads`: the local model is named first; `may_lead`: it is good enough for this."""
    is_named = request.model not in PLANNED or request.options.targets is not None
    asked = request.options.quality
    quality = route.quality if asked is None else asked
    is_ranked = route.order == "ranked"
    if is_named or not candidates or (quality is None and not is_ranked):
        return _Order(candidates, leads=leads)
    if quality is None:
        priority = request.options.priority or NORMAL
        ranked = rank(candidates, PRIORITIES[priority])
        reason = f"ranked ({priority}): {', then '.join(map(str, ranked))}"
        return _Order(ranked, reason, leads)
    strong = rank(candidates, BEST) if is_ranked else candidates
    if quality < 1 and may_lead and is_small_talk(request, verdict):
        return _Order(strong, f"quality {quality:g}: small talk, so the local model", leads=True)
    setting = turn(quality, verdict, knowledge.curve)
    if not setting.is_easy:
        return _Order(strong, f"{setting.because}, so {strong[0].name}")
    if may_lead:
        return _Order(strong, f"{setting.because}, so the local model", leads=True)
    return _cheapest_first(strong, setting.because)


def _cheapest_first(strong: Sequence[Candidate], because: str) -> _Order:
    best = strong[0]
    priced = [(each.cents, each) for each in strong if each.cents is not None]
    if not priced or best.cents is None:
        return _Order(strong, f"{because}, but prices are not known, so {best.name}")
    cents, cheapest = min(priced, key=lambda pair: pair[0])
    if cents >= best.cents:
        return _Order(strong, f"{because}, but nobody is cheaper than {best}")
    rest = [each for each in strong if each is not cheapest]
    return _Order([cheapest, *rest], f"{because}, so {cheapest} before {best}")


def _weigh(
    model: ModelFacts,
    request: Request,
    verdict: Verdict,
    known: Sequence[Beginning],
    knowledge: Knowledge,
    now: float,
    *,
    is_timed: bool,
) -> Candidate:
    """`is_timed`: somebody will ask how soon it speaks, which takes a while to tell."""
    tokens = estimate_prompt(request.messages)
    health = knowledge.health
    cached = min(tokens, knowledge.history.cached_tokens(known, model.name, now))
    reply = knowledge.history.usual_reply_tokens(verdict.task, now)
    if request.sampling.max_tokens is not None:
        reply = min(reply, request.sampling.max_tokens)
    usage = Usage(tokens, round(reply), cached=cached, reported=False)
    return Candidate(
        model.name,
        strength_of(model.strengths, request, verdict),
        cost_cents(usage, model.prices),
        health.first_text_s(model.name, tokens, now) if is_timed else None,
        health.calls_left(model.quota_of or model.name, tokens, now),
    )


def _affordable(
    candidates: Sequence[Candidate], most_cents: float | None
) -> tuple[list[Candidate], tuple[str, ...]]:
    if most_cents is None:
        return list(candidates), ()
    kept, dear = list[Candidate](), list[str]()
    for each in candidates:
        if each.cents is None:
            dear.append(f"{each.name}: its price is not known")
        elif each.cents > most_cents:
            dear.append(f"{each.name}: about {each.cents:.3g} cents, above {most_cents:g}")
        else:
            kept.append(each)
    return kept, tuple(dear)


def _check_latency(candidates: Sequence[Candidate], request: Request, *, has_local: bool) -> None:
    """The local model may still be in time; of hosted ones that are usually late, nobody is."""
    most_ms = request.options.max_latency_ms
    if most_ms is None or has_local or not candidates:
        return
    late = [
        f"{each.name}: usually silent for {each.first_s * 1000:.0f} ms"
        for each in candidates
        if each.first_s is not None and each.first_s * 1000 > most_ms
    ]
    if len(late) == len(candidates):
        raise _fits_nobody("max_latency_ms", late)


def _fits_nobody(option: str, because: Sequence[str]) -> BadRequest:
    message = f"No model keeps to `prelude.{option}`: {'; '.join(because)}."
    return BadRequest(message, param=f"prelude.{option}", code=f"{option}_fits_nobody")


def _may_lead(request: Request, verdict: Verdict, knowledge: Knowledge) -> bool:
    """Whether the local model may answer this alone: small talk, or what it was said to be good
    at."""
    if knowledge.local is None:
        return False
    strength = knowledge.local.strengths.get(verdict.task, 0.0)
    return strength >= NEUTRAL or is_small_talk(request, verdict)
