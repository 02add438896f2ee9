"""Make the plan: request + verdict + settings + what is known of the models → `Plan`.

Whoever calls it brings the facts, the targets' health among them. Raises `BadRequest` for what
the caller can fix: an unknown model, a target that is not configured, a prompt that fits nobody,
data that may go to nobody; `TierRateLimited` where the configured limits leave nobody.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from edge.core.accounting import estimate_prompt
from edge.core.calls import LOCAL_REPLY_TOKENS
from edge.core.data_rules import unfit_because
from edge.core.drafting import NoDraft, plan_opening
from edge.core.errors import BadRequest, TierRateLimited
from edge.core.events import Role
from edge.core.headroom import Headroom, Waits, find_headroom, waits
from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.plan import Clocks, Draft, Plan, Strategy, Target
from edge.core.settings import DeepSettings, RouteSettings
from edge.core.types import LOCAL, PLANNED, Request
from edge.core.verdict import Verdict

# The local model shares two slow cores with others: silence there is work, not a fault.
_LOCAL_CLOCKS = Clocks(first_text_s=60.0, stall_s=30.0, thinking_s=30.0)
# An answer is cut when it has so many characters for each of its max_tokens, and some.
_CHARS_PER_TOKEN, _CHARS_BESIDE = 8, 400
# More characters than any tokenizer packs into one token of prose: surely too long.
_MOST_CHARS_PER_TOKEN = 12


def make_plan(
    request: Request, verdict: Verdict, knowledge: Knowledge, now: float, jitter: float = 0.0
) -> Plan:
    """The plan for a request that arrived at `now`; `jitter` is drawn from 0 to 1."""
    route_name, route = knowledge.route(verdict)
    reasons = [f"task {verdict.task} ({verdict.decided_by})"]
    names, param = _names(request, route)
    deep, latency = knowledge.tiers.deep, request.options.max_latency_ms
    total_ms = min(filter(None, (deep.total_ms, latency)), default=0)
    fitting, unfit = _where_data_may_go(names, param, request, knowledge)
    reasons += unfit
    hosted, room = _hosted(fitting, request, knowledge, now, total_ms, reasons)
    local = _local_rung(request, knowledge, reasons)
    plain = not request.is_structured
    if not hosted:
        _check_stand_in(request, unfit, room, can_stand_in=plain and local is not None)
    # Twice: when the engine dies while it writes, its successor is there within seconds.
    chain = (*hosted, local, local) if local else tuple(hosted)
    if not chain:
        raise _nobody(request, knowledge)
    leads = plain and local is not None and names[0] == LOCAL
    draft: Draft | None = None
    strategy = Strategy.TARGET if hosted and not leads else Strategy.LOCAL
    if strategy is Strategy.TARGET:
        match plan_opening(request, verdict, knowledge, hosted[0], now):
            case NoDraft(because):
                reasons.append(f"no draft: {because}")
            case (draft, strategy):
                pass
    if not plain and hosted:
        chain = tuple(hosted)  # the local model is asked for forms only where it is all there is
        reasons.append("structured reply: hosted only")
    if strategy is Strategy.LOCAL:
        reasons.append(_why_local(request, hosted))
        if local is not None and hosted:
            chain = (_watched(local, request, knowledge.tiers.deep), *chain)
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
        jitter=jitter,
    )


def _most_chars(request: Request) -> int | None:
    limit = request.sampling.max_tokens
    return None if limit is None else limit * _CHARS_PER_TOKEN + _CHARS_BESIDE


def _names(request: Request, route: RouteSettings) -> tuple[tuple[str, ...], str]:
    """Who is to answer, best first and never nobody, and the parameter that says so."""
    if request.model == LOCAL:
        return (LOCAL,), "model"
    if request.options.targets is not None:
        return request.options.targets, "prelude.targets"
    if request.model in PLANNED:
        return route.targets or (LOCAL,), "model"
    return (request.model,), "model"


def _where_data_may_go(
    names: tuple[str, ...], param: str, request: Request, knowledge: Knowledge
) -> tuple[dict[str, ModelFacts], list[str]]:
    """The models that the request's data label lets it reach, and why not the others. Whatever is
    called for this request, first or last, is one of these, or its draft, or local."""
    label = request.options.data
    rule = knowledge.rule(label)
    found = [knowledge.model(name, param) for name in names if name != LOCAL]
    refused = {
        model.name: None if model.is_local else unfit_because(rule, model.data) for model in found
    }
    fitting = {model.name: model for model in found if refused[model.name] is None}
    unfit = [f"{name}: not for data `{label}`: {why}" for name, why in refused.items() if why]
    return fitting, unfit


def _check_stand_in(
    request: Request, unfit: list[str], room: Headroom, *, can_stand_in: bool
) -> None:
    """Raises where nobody hosted may be called, and the local model cannot answer instead, or is
    not to, because the caller named another that their data may not go to."""
    is_by_name = request.model not in PLANNED or request.options.targets is not None
    if room.wait_s is not None:
        if not can_stand_in:
            why = "; ".join(room.reasons)
            raise TierRateLimited(why, retry_after_s=room.wait_s, is_ours=True)
    elif unfit and (is_by_name or not can_stand_in):
        message = f"No model may be given data `{request.options.data}`: {'; '.join(unfit)}."
        raise BadRequest(message, param="prelude.data", code="data_label_fits_nobody")


def _hosted(
    models: Mapping[str, ModelFacts],
    request: Request,
    knowledge: Knowledge,
    now: float,
    total_ms: float,
    reasons: list[str],
) -> tuple[list[Target], Headroom]:
    """The hosted rungs, as their health and their limits have them. A hedge needs a next one to
    start."""
    rungs = {name: _rung(model, knowledge, len(models)) for name, model in models.items()}
    cold = frozenset(name for name, model in models.items() if model.cold_starts)
    health, retries = knowledge.health, request.client_retries
    latency = request.options.max_latency_ms
    order = health.order(rungs, now, math.inf if latency is None else latency / 1000, cold)
    reasons += [f"{name} is marked down" for name in rungs if name not in order]
    room = _headroom(order, models, request, knowledge, now, total_ms)
    order = room.names
    reasons += room.reasons
    hedge_share = knowledge.tiers.deep.hedge_percent / 100
    prompt_tokens = estimate_prompt(request.messages)
    targets = [
        replace(
            rungs[name],
            may_retry=health.may_retry(name, now, retries),
            hedge_after_s=None
            if name == order[-1]
            else health.hedge_after_s(name, now, hedge_share, prompt_tokens),
        )
        for name in order
    ]
    return targets, room


def _headroom(
    order: Sequence[str],
    models: Mapping[str, ModelFacts],
    request: Request,
    knowledge: Knowledge,
    now: float,
    total_ms: float,
) -> Headroom:
    tokens = estimate_prompt(request.messages)
    within_ms = min(knowledge.tiers.deep.deadline_ms, total_ms or math.inf)

    def waits_of(name: str) -> Waits:
        return waits(models[name], knowledge.health, knowledge.limits, tokens, now)

    return find_headroom(order, waits_of, within_ms / 1000)


def _rung(model: ModelFacts, knowledge: Knowledge, among: int) -> Target:
    """A model of this box that is alone is waited for as the local model is."""
    alone = model.is_local and among == 1
    clocks = _LOCAL_CLOCKS if alone else _clocks(knowledge.tiers.deep, model)
    return Target(model.name, Role.TARGET, model.prefill, clocks)


def _clocks(deep: DeepSettings, model: ModelFacts | None = None) -> Clocks:
    """As the tier has them, but for those that a model has of its own."""

    def own(name: str) -> int:
        given = getattr(model, name, None)
        ours: int = getattr(deep, name)
        return ours if given is None else given

    return Clocks(
        first_text_s=own("first_text_ms") / 1000,
        stall_s=own("stall_ms") / 1000,
        thinking_s=own("thinking_ms") / 1000,
        whole_s=own("whole_ms") / 1000,
        min_chars_per_s=own("min_chars_per_s"),
    )


def _local_rung(request: Request, knowledge: Knowledge, reasons: list[str]) -> Target | None:
    if knowledge.local is None:
        return None
    if request.has_images:
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
    if request.has_images:
        return BadRequest(
            "The local model reads no images, and there is no other.", param="messages"
        )
    return BadRequest(
        f"This model's maximum context length is {knowledge.local.context} tokens, and the "
        f"messages have about {estimate_prompt(request.messages)}.",
        param="messages",
        code="context_length_exceeded",
    )
