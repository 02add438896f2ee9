"""Make the plan: request + verdict + settings + what is known of the models → `Plan`.

Whoever calls it brings the facts, the targets' health among them. Raises `BadRequest` for what
the caller can fix: an unknown model, a target that is not configured, a prompt that fits nobody.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from edge.core.accounting import estimate_prompt
from edge.core.calls import LOCAL_REPLY_TOKENS, draft_messages
from edge.core.errors import BadRequest
from edge.core.events import Role
from edge.core.health import Health
from edge.core.openings import frames, opening_level
from edge.core.openings.corrections import correction_in
from edge.core.plan import Clocks, Draft, Plan, Strategy, Target
from edge.core.prices import Prices
from edge.core.settings import DeepSettings, RouteSettings, TierSettings
from edge.core.types import LOCAL, PLANNED, ImagePart, Request
from edge.core.verdict import Verdict

# The local model shares two slow cores with others: silence there is work, not a fault.
_LOCAL_CLOCKS = Clocks(first_text_s=60.0, stall_s=30.0, thinking_s=30.0)
# A reply this short has no room for an opening.
_MIN_TOKENS_FOR_OPENING = 48
# An answer is cut when it has so many characters for each of its max_tokens, and some.
_CHARS_PER_TOKEN, _CHARS_BESIDE = 8, 400
# `continue` keeps the target waiting for the draft, no longer than this share of its own time.
_MOST_DELAY = 0.25
# More characters than any tokenizer packs into one token of prose: surely too long.
_MOST_CHARS_PER_TOKEN = 12


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What is known of a hosted model; None means nobody knows. `cold_starts`: one that was not
    asked lately may have to be started first."""

    name: str
    prefill: bool = False
    context: int | None = None
    prices: Prices | None = None
    first_text_ms: int | None = None
    stall_ms: int | None = None
    cold_starts: bool = False


@dataclass(frozen=True, slots=True)
class LocalFacts:
    context: int
    opening: str  # the level its drafts have earned


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that planning looks at besides the request. `find` resolves a caller's model name
    to a hosted model, or None."""

    routes: Mapping[str, RouteSettings]
    tiers: TierSettings
    find: Callable[[str], ModelFacts | None]
    local: LocalFacts | None
    health: Health = field(default_factory=Health)


def make_plan(request: Request, verdict: Verdict, knowledge: Knowledge, now: float) -> Plan:
    """The plan for a request that arrived at `now`."""
    route_name, route = _route(verdict, knowledge)
    reasons = [f"task {verdict.task} ({verdict.decided_by})"]
    names, param = _names(request, route)
    hosted = _hosted(names, param, request, knowledge, now, reasons)
    local = _local_rung(request, knowledge, reasons)
    # Twice: when the engine dies while it writes, its successor is there within seconds.
    chain = (*hosted, local, local) if local else tuple(hosted)
    if not chain:
        raise _nobody(request, knowledge)
    plain = not _is_structured(request)
    leads = plain and local is not None and names[0] == LOCAL
    draft, strategy = None, Strategy.LOCAL
    if hosted and not leads:
        draft = _draft(request, verdict, route, knowledge, reasons)
        if draft is not None and (
            reason := _not_worth_it(draft, hosted[0], request, knowledge, now)
        ):
            draft = None
            reasons.append(f"no draft: {reason}")
        strategy = _strategy(request, route, draft, hosted[0], knowledge.health, now)
        if strategy is Strategy.PARALLEL and not knowledge.health.agrees(route_name, now):
            draft, strategy = None, Strategy.TARGET
            reasons.append("no draft: targets contradicted too many openings of this route")
    if not plain and hosted:
        chain = tuple(hosted)  # the local model would answer such a request in prose
        reasons.append("structured reply: hosted only")
    if strategy is Strategy.LOCAL:
        reasons.append(_why_local(request, hosted))
        if local is not None and hosted:
            chain = (_watched(local, request, knowledge.tiers.deep), *chain)
    deep, latency = knowledge.tiers.deep, request.options.max_latency_ms
    total_ms = min(filter(None, (deep.total_ms, latency)), default=0)
    return Plan(
        strategy=strategy,
        chain=chain,
        fast_deadline=now + knowledge.tiers.fast.deadline_ms / 1000,
        deep_s=deep.deadline_ms / 1000,
        total_deadline=now + total_ms / 1000 if total_ms else None,
        pace_tokens_per_s=deep.pace_tokens_per_s if request.stream and plain else 0.0,
        draft=draft,
        escalate_after_s=0.0 if strategy is Strategy.LOCAL else route.escalate_after_ms / 1000,
        prompt=request.last_user_text,
        stop=request.sampling.stop,
        most_chars=_most_chars(request),
        recoverable=plain,
        route=route_name,
        reasons=tuple(reasons),
    )


def _most_chars(request: Request) -> int | None:
    limit = request.sampling.max_tokens
    return None if limit is None else limit * _CHARS_PER_TOKEN + _CHARS_BESIDE


def _route(verdict: Verdict, knowledge: Knowledge) -> tuple[str, RouteSettings]:
    """The route of the task, or the one that catches the rest, with its name."""
    routes = knowledge.routes
    name = verdict.task if verdict.task in routes else "default"
    return name, routes.get(name) or RouteSettings()


def _names(request: Request, route: RouteSettings) -> tuple[tuple[str, ...], str]:
    """Who is to answer, best first and never nobody, and the parameter that says so."""
    if request.model == LOCAL:
        return (LOCAL,), "model"
    if request.options.targets is not None:
        return request.options.targets, "prelude.targets"
    if request.model in PLANNED:
        return route.targets or (LOCAL,), "model"
    return (request.model,), "model"


def _hosted(
    names: tuple[str, ...],
    param: str,
    request: Request,
    knowledge: Knowledge,
    now: float,
    reasons: list[str],
) -> list[Target]:
    """The hosted rungs, as their health has them. A hedge needs a next one to start."""
    models = [_find(name, param, knowledge) for name in names if name != LOCAL]
    rungs = {model.name: _rung(model, knowledge) for model in models}
    cold = frozenset(model.name for model in models if model.cold_starts)
    health, retries = knowledge.health, request.client_retries
    latency = request.options.max_latency_ms
    order = health.order(rungs, now, math.inf if latency is None else latency / 1000, cold)
    reasons += [f"{name} is marked down" for name in rungs if name not in order]
    hedge_share = knowledge.tiers.deep.hedge_percent / 100
    return [
        replace(
            rungs[name],
            may_retry=health.may_retry(name, now, retries),
            hedge_after_s=None
            if name == order[-1]
            else health.hedge_after_s(name, now, hedge_share),
        )
        for name in order
    ]


def _find(name: str, param: str, knowledge: Knowledge) -> ModelFacts:
    model = knowledge.find(name)
    if model is None:
        message = f"The model `{name}` does not exist here: GET /v1/models lists those that do."
        raise BadRequest(message, status=404, param=param, code="model_not_found")
    return model


def _rung(model: ModelFacts, knowledge: Knowledge) -> Target:
    clocks = _clocks(knowledge.tiers.deep, model.first_text_ms, model.stall_ms)
    return Target(model.name, Role.TARGET, model.prefill, clocks)


def _clocks(
    deep: DeepSettings, first_text_ms: int | None = None, stall_ms: int | None = None
) -> Clocks:
    return Clocks(
        first_text_s=(first_text_ms or deep.first_text_ms) / 1000,
        stall_s=(stall_ms or deep.stall_ms) / 1000,
        thinking_s=deep.thinking_ms / 1000,
        min_chars_per_s=deep.min_chars_per_s,
    )


def _local_rung(request: Request, knowledge: Knowledge, reasons: list[str]) -> Target | None:
    if knowledge.local is None:
        return None
    if _has_images(request):
        reasons.append("images: the local model reads none")
        return None
    if _surely_exceeds(request, knowledge.local.context):
        reasons.append("too long for the local model")
        return None
    return Target(LOCAL, Role.LOCAL, prefill=True, clocks=_LOCAL_CLOCKS)


def _watched(local: Target, request: Request, deep: DeepSettings) -> Target:
    """The local model with others behind it: it is waited for no longer than any of them."""
    limit = request.sampling.max_tokens
    is_capped = limit is None or limit > LOCAL_REPLY_TOKENS
    return replace(local, clocks=_clocks(deep), is_capped=is_capped)


def _why_local(request: Request, hosted: list[Target]) -> str:
    if request.model == LOCAL:
        return "the caller chose it"
    return "the local model leads the route" if hosted else "no hosted target"


def _draft(
    request: Request,
    verdict: Verdict,
    route: RouteSettings,
    knowledge: Knowledge,
    reasons: list[str],
) -> Draft | None:
    """The opening, if this request may have one; else the reason is noted."""
    named = request.options.draft or route.draft
    refusal = _no_draft_because(request, route, named, knowledge)
    if refusal:
        reasons.append(f"no draft: {refusal}")
        return None
    tier, earned = LOCAL, "model"
    if named != LOCAL:
        tier = _find(named, "prelude.draft", knowledge).name
    elif knowledge.local is not None:
        earned = knowledge.local.opening
    fits = tier != LOCAL or knowledge.local is None or _fits(request, knowledge.local.context)
    level, lowered = opening_level(verdict, request, route.opening or earned, fits)
    choices = _choices(request, verdict) if level == "frame" else ()
    if level == "frame" and not choices:
        lowered = "no form fits the prompt"
    if lowered or level == "none":
        reasons.append(f"no draft: {lowered or 'openings are off here'}")
        return None
    fast = knowledge.tiers.fast
    correction = "" if level == "frame" else correction_in(verdict.language)
    return Draft(tier, level, choices, fast.gate, fast.draft_sentences, correction)


def _no_draft_because(
    request: Request, route: RouteSettings, named: str, knowledge: Knowledge
) -> str | None:
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
    if _is_structured(request) or _has_images(request):
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
    """Why the reader would gain nothing by this draft: what it has to read takes it, as its
    latest calls tell, too much of the time that the target needs anyway."""
    health = knowledge.health
    if draft.tier != LOCAL and not health.may_call(draft.tier, now):
        return f"{draft.tier} is marked down"
    tokens = estimate_prompt(draft_messages(request, draft))
    opens_s = health.first_text_s(draft.tier, tokens, now)
    answers_s = health.usual_first_text_s(target.tier, now)
    least_s = knowledge.tiers.fast.min_gain_ms / 1000
    if opens_s is None or answers_s is None or answers_s - opens_s >= least_s:
        return None
    return (
        f"it would speak after {opens_s:.2f} s (a prompt of about {tokens} tokens), "
        f"{target.tier} after {answers_s:.2f} s: less than {least_s:g} s sooner"
    )


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
    draft: Draft | None,
    target: Target,
    health: Health,
    now: float,
) -> Strategy:
    if draft is None:
        return Strategy.TARGET
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


def _is_structured(request: Request) -> bool:
    """Replies that are read by programs: never opened, never continued."""
    format_type = (request.response_format or {}).get("type", "text")
    forced = request.tool_choice not in (None, "auto", "none")
    return format_type != "text" or forced or request.sampling.logprobs


def _has_images(request: Request) -> bool:
    return any(isinstance(part, ImagePart) for m in request.messages for part in m.parts)


def _fits(request: Request, context: int) -> bool:
    return estimate_prompt(request.messages) < context


def _surely_exceeds(request: Request, context: int) -> bool:
    return sum(len(m.text) for m in request.messages) > context * _MOST_CHARS_PER_TOKEN


def _nobody(request: Request, knowledge: Knowledge) -> BadRequest:
    if knowledge.local is None:
        return BadRequest(
            "No model is configured: there is neither a target nor a local model.",
            status=404,
            param="model",
            code="model_not_found",
        )
    if _has_images(request):
        return BadRequest(
            "The local model reads no images, and there is no other.", param="messages"
        )
    return BadRequest(
        f"This model's maximum context length is {knowledge.local.context} tokens, and the "
        f"messages have about {estimate_prompt(request.messages)}.",
        param="messages",
        code="context_length_exceeded",
    )
