"""Plan how a text is gone on with: request + what is known of the models → `Plan`.

What is asked for decides whose chain it is, the route `completion`, and not what the text looks
like: it is not judged, and there is no draft. The local model answers for a route that nobody has
configured, and stands last behind one that somebody has, where it is able to: a model fills a gap
only if it was trained with the tokens for it.

Raises `BadRequest` for what the caller can fix, naming who cannot do what was asked; see
`planning.py` for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from edge.core.candidates import find_fitting
from edge.core.choice import choose
from edge.core.errors import BadRequest
from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.plan import Plan, Strategy
from edge.core.planning import (
    check_stand_in,
    hosted_rungs,
    local_rung,
    most_chars,
    names_of,
    nobody,
    watched,
)
from edge.core.route_names import COMPLETION
from edge.core.settings import RouteSettings
from edge.core.types import LOCAL, Request
from edge.core.verdict import Task, Verdict

# Nobody looked at it: it says only that code is what is mostly completed.
UNJUDGED = Verdict(Task.CODE, difficulty=0.5, confidence=0.0, decided_by="nobody: a completion")


def make_completion_plan(
    request: Request, knowledge: Knowledge, now: float, jitter: float = 0.0
) -> Plan:
    """The plan for a request with a `completion` that arrived at `now`."""
    route = knowledge.routes.get(COMPLETION) or RouteSettings()
    names, param = names_of(request, route)
    deep, latency = knowledge.tiers.deep, request.options.max_latency_ms
    total_ms = min(filter(None, (deep.total_ms, latency)), default=0)
    fitting = find_fitting(names, param, request.options.data, knowledge)
    reasons: list[str] = []
    local = local_rung(request, knowledge, reasons)
    unable = _unable(fitting.models, request)
    local_fault = _fault_of_local(request, knowledge)
    if local_fault is not None:
        local = None
        if LOCAL in names:
            unable = {LOCAL: local_fault, **unable}
    able = {name: model for name, model in fitting.models.items() if name not in unable}
    if unable and not able and (local is None or LOCAL not in names):
        raise _cannot(unable, param)
    choice = choose(
        able,
        request,
        UNJUDGED,
        route,
        knowledge,
        now,
        has_local=local is not None,
        is_local_first=names[0] == LOCAL,
    )
    hosted, room = hosted_rungs(choice, request, knowledge, now, total_ms)
    reasons += (*fitting.unfit, *unable.values(), *choice.reasons, *room.reasons)
    if not hosted:
        check_stand_in(request, fitting.unfit, room, can_stand_in=local is not None)
        if local is None:
            raise nobody(request, knowledge)
    chain = [replace(rung, prefill=True) for rung in hosted]
    if local is not None:
        leads = [watched(local, request, deep)] if choice.leads and hosted else []
        chain = [*leads, *chain, local, local]  # twice: an engine that dies is back in seconds
    return Plan(
        strategy=Strategy.TARGET if hosted and not choice.leads else Strategy.LOCAL,
        chain=tuple(chain),
        fast_deadline=now + knowledge.tiers.fast.deadline_ms / 1000,
        deep_s=deep.deadline_ms / 1000,
        total_deadline=now + total_ms / 1000 if total_ms else None,
        prompt=request.last_user_text,
        stop=request.sampling.stop,
        most_chars=most_chars(request),
        recoverable=not request.is_structured,
        route=COMPLETION,
        reasons=tuple(reasons),
        jitter=jitter,
        verbatim=True,
    )


def _unable(models: Mapping[str, ModelFacts], request: Request) -> dict[str, str]:
    """By name, those that are known not to do it, and why."""
    assert request.completion is not None
    fills = request.completion.suffix is not None
    faults = {}
    for name, model in models.items():
        if not model.completes:
            faults[name] = f"{name} is called for replies only, not to go on with a text"
        elif fills and model.fills_in is False:
            faults[name] = f"{name} cannot fill in the middle of a text"
    return faults


def _fault_of_local(request: Request, knowledge: Knowledge) -> str | None:
    assert request.completion is not None
    local = knowledge.local
    if local is None:
        return "there is no local model"
    if request.completion.suffix is not None and local.fills_in is False:
        return f"{LOCAL} has no tokens to fill in the middle of a text"
    return None


def _cannot(unable: Mapping[str, str], param: str) -> BadRequest:
    message = (
        f"Nobody who was named can do this: {'; '.join(unable.values())}. [routes.{COMPLETION}] of "
        "the settings names the models that complete texts."
    )
    return BadRequest(message, param=param, code="unsupported_value")
