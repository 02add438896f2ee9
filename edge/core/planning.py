"""Make the plan: request + verdict + settings + what is known of the models → `Plan`.

Whoever calls it brings the facts, the targets' health among them. Raises `BadRequest` for what
the caller can fix: an unknown model, a target that is not configured, a prompt that fits nobody,
data that may go to nobody; `TierRateLimited` where the configured limits leave nobody.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from edge.core.accounting import estimate_prompt, surely_exceeds
from edge.core.calls import LOCAL_REPLY_TOKENS
from edge.core.candidates import find_fitting, fits_nobody, no_room, put_in_order
from edge.core.choice import Choice, choose
from edge.core.drafting import NoDraft, escalate_after_s, plan_opening
from edge.core.errors import BadRequest
from edge.core.events import Role
from edge.core.headroom import Headroom
from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.plan import Clocks, Draft, Plan, Strategy, Target
from edge.core.ranking import BATCH
from edge.core.settings import DeepSettings, RouteSettings
from edge.core.types import LOCAL, PLANNED, Request
from edge.core.verdict import Verdict

# The local model shares two slow cores with others: silence there is work, not a fault.
LOCAL_CLOCKS = Clocks(first_text_s=60.0, stall_s=30.0, thinking_s=30.0)
# An answer is cut when it has so many characters for each of its max_tokens, and some.
_CHARS_PER_TOKEN, _CHARS_BESIDE = 8, 400


def make_plan(
    request: Request, verdict: Verdict, knowledge: Knowledge, now: float, jitter: float = 0.0
) -> Plan:
    """The plan for a request that arrived at `now`; `jitter` is drawn from 0 to 1."""
    route_name, route = knowledge.route(verdict, request.caller)
    reasons = [f"task {verdict.task} ({verdict.decided_by})"]
    if knowledge.is_flagged(route_name):
        reasons.append(f"route {route_name}: its flag is on for this caller")
    names, param = names_of(request, route)
    deep, latency = knowledge.tiers.deep, request.options.max_latency_ms
    total_ms = min(filter(None, (deep.total_ms, latency)), default=0)
    fitting = find_fitting(names, param, request.options.data, knowledge)
    readers = _who_reads_it(fitting.models, request, reasons)
    plain = not request.is_structured
    local = local_rung(request, knowledge, reasons)
    has_local = plain and local is not None
    choice = choose(
        readers,
        request,
        verdict,
        route,
        knowledge,
        now,
        has_local=has_local,
        is_local_first=names[0] == LOCAL,
    )
    hosted, room = hosted_rungs(choice, request, knowledge, now, total_ms)
    reasons += (*fitting.unfit, *choice.reasons, *room.reasons)
    if not hosted:
        check_stand_in(request, fitting.unfit, room, can_stand_in=has_local)
    # Twice: when the engine dies while it writes, its successor is there within seconds.
    chain = (*hosted, local, local) if local else tuple(hosted)
    if not chain:
        raise nobody(request, knowledge)
    leads = has_local and choice.leads
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
        reasons.append(_why_local(request, hosted, names))
        if local is not None and hosted:
            chain = (watched(local, request, knowledge.tiers.deep), *chain)
    return Plan(
        strategy=strategy,
        chain=chain,
        fast_deadline=now + knowledge.tiers.fast.deadline_ms / 1000,
        deep_s=deep.deadline_ms / 1000,
        total_deadline=now + total_ms / 1000 if total_ms else None,
        pace_tokens_per_s=deep.pace_tokens_per_s if request.stream and plain else 0.0,
        draft=draft,
        escalate_after_s=0.0 if strategy is Strategy.LOCAL else escalate_after_s(request, route),
        prefix=request.prefix,
        prompt=request.last_user_text,
        stop=request.sampling.stop,
        most_chars=most_chars(request),
        recoverable=plain,
        route=route_name,
        reasons=tuple(reasons),
        jitter=jitter,
    )


def most_chars(request: Request) -> int | None:
    limit = request.sampling.max_tokens
    return None if limit is None else limit * _CHARS_PER_TOKEN + _CHARS_BESIDE


def names_of(request: Request, route: RouteSettings) -> tuple[tuple[str, ...], str]:
    """Who is to answer, best first and never nobody, and the parameter that says so."""
    if request.model == LOCAL:
        return (LOCAL,), "model"
    if request.options.targets is not None:
        return request.options.targets, "prelude.targets"
    if request.model in PLANNED:
        return route.targets or (LOCAL,), "model"
    return (request.model,), "model"


def _who_reads_it(
    models: Mapping[str, ModelFacts], request: Request, reasons: list[str]
) -> Mapping[str, ModelFacts]:
    """Those that are not known to read no images, where there are some. Raises `BadRequest` where
    that leaves nobody: the local model reads none either."""
    if not request.has_images:
        return models
    blind = [name for name, model in models.items() if model.reads_no_images]
    reasons += [f"{name}: reads no images" for name in blind]
    if blind and len(blind) == len(models):
        message = f"There are images among the messages, and {', '.join(blind)} reads none."
        raise BadRequest(message, param="messages", code="images_not_read")
    return {name: model for name, model in models.items() if name not in blind}


def check_stand_in(
    request: Request, unfit: tuple[str, ...], room: Headroom, *, can_stand_in: bool
) -> None:
    """Raises where nobody hosted may be called, and the local model cannot answer instead, or is
    not to, because the caller named another that their data may not go to."""
    is_by_name = request.model not in PLANNED or request.options.targets is not None
    if room.wait_s is not None:
        if not can_stand_in:
            raise no_room(room)
    elif unfit and (is_by_name or not can_stand_in):
        raise fits_nobody(request.options.data, unfit)


def hosted_rungs(
    choice: Choice, request: Request, knowledge: Knowledge, now: float, total_ms: float
) -> tuple[list[Target], Headroom]:
    """The hosted rungs, in order. A hedge needs a next one to start."""
    deep, health, models = knowledge.tiers.deep, knowledge.health, choice.models
    prompt_tokens = estimate_prompt(request.messages)
    room = put_in_order(
        models,
        knowledge,
        now,
        tokens=prompt_tokens,
        latency_ms=request.options.max_latency_ms,
        within_s=min(deep.deadline_ms, total_ms or math.inf) / 1000,
    )
    hedge_share = deep.hedge_percent / 100
    may_hedge = {name: _may_hedge(choice.cents[name], request) for name in room.names}
    targets = [
        replace(
            _rung(models[name], knowledge, len(models)),
            expected_cents=choice.cents[name],
            may_retry=health.may_retry(name, now, request.client_retries),
            hedge_after_s=None
            if name == room.names[-1] or not may_hedge[name]
            else health.hedge_after_s(name, now, hedge_share, prompt_tokens),
        )
        for name in room.names
    ]
    return targets, room


def _may_hedge(cents: float | None, request: Request) -> bool:
    """A hedge pays for about the same once more: not for who waits for the price."""
    most = request.options.max_cost_cents
    is_affordable = most is None or (cents is not None and 2 * cents <= most)
    return is_affordable and request.options.priority != BATCH


def _rung(model: ModelFacts, knowledge: Knowledge, among: int) -> Target:
    """A model of this box that is alone is waited for as the local model is."""
    alone = model.is_local and among == 1
    clocks = LOCAL_CLOCKS if alone else _clocks(knowledge.tiers.deep, model)
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


def local_rung(request: Request, knowledge: Knowledge, reasons: list[str]) -> Target | None:
    if knowledge.local is None:
        return None
    if request.has_images:
        reasons.append("images: the local model reads none")
        return None
    if _surely_exceeds(request, knowledge.local.context):
        reasons.append("too long for the local model")
        return None
    return Target(LOCAL, Role.LOCAL, prefill=True, clocks=LOCAL_CLOCKS)


def watched(local: Target, request: Request, deep: DeepSettings) -> Target:
    """The local model with others behind it: it is waited for no longer than any of them."""
    limit = request.sampling.max_tokens
    is_capped = limit is None or limit > LOCAL_REPLY_TOKENS
    return replace(local, clocks=_clocks(deep), is_capped=is_capped)


def _why_local(request: Request, hosted: list[Target], names: tuple[str, ...]) -> str:
    if request.model == LOCAL:
        return "the caller chose it"
    if not hosted:
        return "no hosted target"
    return "the local model leads" + (" the route" if names[0] == LOCAL else "")


def _surely_exceeds(request: Request, context: int) -> bool:
    return surely_exceeds(sum(len(m.text) for m in request.messages), context)


def nobody(request: Request, knowledge: Knowledge) -> BadRequest:
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
