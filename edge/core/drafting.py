"""Whether a reply gets an opening, who says it, and how it is handed over to the target.

A draft is made where it may be (the route, the request, what its level may say of this prompt),
where it is worth it (it must speak `min_gain_ms` before the target, as both have lately), and
where it was not contradicted too often.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from edge.core.accounting import estimate_prompt
from edge.core.calls import draft_messages
from edge.core.data_rules import unfit_because
from edge.core.forecast import NO_FORECAST, Forecast
from edge.core.headroom import waits
from edge.core.health import Health
from edge.core.knowledge import Knowledge
from edge.core.local_names import is_local
from edge.core.openings import frames, opening_level
from edge.core.openings.corrections import correction_in
from edge.core.plan import Draft, Strategy, Target
from edge.core.settings import RouteSettings
from edge.core.types import LOCAL, PLANNED, Request
from edge.core.verdict import Verdict

# A reply this short has no room for an opening.
_MIN_TOKENS_FOR_OPENING = 48
# `continue` keeps the target waiting for the draft, no longer than this share of its own time.
_MOST_DELAY = 0.25


@dataclass(frozen=True, slots=True)
class NoDraft:
    """`because` is for people: it ends up among the plan's reasons."""

    because: str


def plan_opening(
    request: Request, verdict: Verdict, knowledge: Knowledge, target: Target, now: float
) -> tuple[Draft, Strategy] | NoDraft:
    """The draft for a reply that `target` answers, and how it is handed over. Raises `BadRequest`
    for a draft that is not configured."""
    route_name, route = knowledge.route(verdict, request.caller)
    draft = _draft(request, verdict, route, knowledge)
    if isinstance(draft, NoDraft):
        return draft
    if reason := _not_worth_it(draft, target, request, knowledge, now):
        return NoDraft(reason)
    strategy = _strategy(request, route, draft, target, knowledge.health, now)
    if strategy is Strategy.PARALLEL and not knowledge.health.agrees(route_name, now):
        return NoDraft("targets contradicted too many openings of this route")
    answers_s = knowledge.health.usual_first_text_s(target.tier, now)
    if answers_s is not None:
        fast_s = knowledge.tiers.fast.deadline_ms / 1000
        starts_s = max(escalate_after_s(request, route), fast_s * (strategy is Strategy.CONTINUE))
        draft = replace(draft, give_up_at=now + starts_s + answers_s)
    return draft, strategy


def escalate_after_s(request: Request, route: RouteSettings) -> float:
    asked = request.options.escalate_after_ms
    return (route.escalate_after_ms if asked is None else asked) / 1000


def _draft(
    request: Request, verdict: Verdict, route: RouteSettings, knowledge: Knowledge
) -> Draft | NoDraft:
    named = request.options.draft or route.draft
    refusal = no_draft_because(request, route, named, knowledge)
    if refusal:
        return NoDraft(refusal)
    tier, earned, context = LOCAL, "model", None
    if named != LOCAL:
        model = knowledge.model(named, "prelude.draft")
        label = request.options.data
        rule = knowledge.rule(label)
        if not model.is_local and (because := unfit_because(rule, model.data)):
            return NoDraft(f"{model.name}: not for data `{label}`: {because}")
        tier, earned, context = model.name, model.opening, model.context
    elif knowledge.local is not None:
        earned, context = knowledge.local.opening, knowledge.local.context
    fits = not is_local(tier) or context is None or _fits(request, context)
    level, lowered = opening_level(verdict, request, route.opening or earned, fits)
    choices = _choices(request, verdict) if level == "frame" else ()
    if level == "frame" and not choices:
        lowered = "no form fits the prompt"
    if lowered or level == "none":
        return NoDraft(lowered or "openings are off here")
    fast = knowledge.tiers.fast
    correction = "" if level == "frame" else correction_in(verdict.language)
    sentences = fast.draft_sentences
    return Draft(tier, level, choices, fast.gate, sentences, correction, request.takes_back)


def no_draft_because(
    request: Request, route: RouteSettings, named: str, knowledge: Knowledge
) -> str | None:
    """Whatever the prompt is about. `named` is who would make it."""
    if named == "none":
        return "the caller or the route says so"
    if named == LOCAL and knowledge.local is None:
        return "there is no local model"
    if not request.stream:
        return "the reply is not streamed"
    if request.model not in PLANNED and request.options.draft is None:
        return "the caller chose the model"
    if request.options.strategy == Strategy.TARGET:
        return "the caller chose strategy target"
    if request.options.max_cost_cents is not None and not is_local(named):
        return "the caller pays for one model, and the draft is hosted"
    if request.prefix:
        return "the caller began the reply"
    if request.is_structured or request.has_images:
        return "a structured reply, or images"
    if request.tools and not route.draft_with_tools:
        return "the request has tools"
    limit = request.sampling.max_tokens
    if limit is not None and limit < _MIN_TOKENS_FOR_OPENING:
        return f"max_tokens is {limit}, below {_MIN_TOKENS_FOR_OPENING}"
    return None


def _not_worth_it(
    draft: Draft, target: Target, request: Request, knowledge: Knowledge, now: float
) -> str | None:
    """Why the reader would gain nothing by this draft: it may not be called now, or what it has to
    read takes it, as its latest calls tell, too much of the time that the target needs anyway."""
    health = knowledge.health
    tokens = estimate_prompt(draft_messages(request, draft))
    if draft.tier != LOCAL:
        model = knowledge.model(draft.tier, "prelude.draft")
        wait = waits(model, health, knowledge.limits, tokens, now)
        if wait.longest_s > 0:
            return f"{draft.tier}: {wait}"
        if not health.may_call(draft.tier, now):
            return f"{draft.tier} is marked down"
    opens_s = health.first_text_s(draft.tier, tokens, now)
    answers_s = health.usual_first_text_s(target.tier, now)
    forecast = _foresee(draft, knowledge, tokens)
    if forecast == NO_FORECAST:
        return f"{_spoken(draft.tier)} is silent"
    if forecast is not None:
        opens_s = forecast.expected_s
        if answers_s is not None and forecast.surely_s > answers_s:
            return _no_promise(draft, forecast, tokens, target, answers_s)
    least_s = knowledge.tiers.fast.min_gain_ms / 1000
    if opens_s is None or answers_s is None or answers_s - opens_s >= least_s:
        return None
    return (
        f"it would speak after {opens_s:.2f} s (a prompt of about {tokens} tokens), "
        f"{target.tier} after {answers_s:.2f} s: less than {least_s:g} s sooner"
    )


def _foresee(draft: Draft, knowledge: Knowledge, tokens: int) -> Forecast | None:
    if draft.tier != LOCAL:
        return knowledge.model(draft.tier, "prelude.draft").foresee(tokens)
    return knowledge.local.foresee(tokens) if knowledge.local is not None else None


def _no_promise(
    draft: Draft, forecast: Forecast, tokens: int, target: Target, answers_s: float
) -> str:
    return (
        f"it may speak as late as after {forecast.surely_s:.2f} s (a prompt of about {tokens} "
        f"tokens, and what {_spoken(draft.tier)} has to do), {target.tier} after {answers_s:.2f} s"
    )


def _spoken(tier: str) -> str:
    return "the local model" if tier == LOCAL else tier


def _choices(request: Request, verdict: Verdict) -> tuple[str, ...]:
    stop = request.sampling.stop
    return tuple(
        choice
        for choice in frames(request.last_user_text, verdict)
        if not any(word in choice for word in stop)
    )


def _strategy(
    request: Request,
    route: RouteSettings,
    draft: Draft,
    target: Target,
    health: Health,
    now: float,
) -> Strategy:
    asked = request.options.strategy or route.strategy
    if asked == "auto":
        return _best_strategy(draft, target, health, now)
    if asked == Strategy.CONTINUE and not target.prefill:
        return Strategy.PREAMBLE if draft.level == "frame" else Strategy.PARALLEL
    return Strategy(asked)


def _best_strategy(draft: Draft, target: Target, health: Health, now: float) -> Strategy:
    """A frame stands by itself. Words of the draft's own are best continued, by a model that can
    and where waiting for them costs little of the time that the target takes anyway."""
    if draft.level == "frame":
        return Strategy.PREAMBLE
    delay = health.usual_first_text_s(draft.tier, now)
    wait = health.usual_first_text_s(target.tier, now)
    is_felt = delay is not None and wait is not None and delay > _MOST_DELAY * wait
    return Strategy.CONTINUE if target.prefill and not is_felt else Strategy.PARALLEL


def _fits(request: Request, context: int) -> bool:
    return estimate_prompt(request.messages) < context
