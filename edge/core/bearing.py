"""Whether a verdict can change the plan for a request. Where it cannot, none is made: to judge a
prompt costs more than all else that is done for a short reply.

This errs on the side of judging. What remains without one is the price that a plan expects, which
is then of a reply of the usual length for no task in particular.
"""

from __future__ import annotations

from edge.core.choice import compares
from edge.core.drafting import escalate_after_s, no_draft_because
from edge.core.knowledge import Knowledge
from edge.core.settings import RouteSettings
from edge.core.types import PLANNED, Request
from edge.core.verdict import Task, Verdict

UNNEEDED = Verdict(
    Task.OTHER, difficulty=0.5, confidence=0.0, decided_by="nobody: nothing depends on it"
)
_TASKS = frozenset(task.value for task in Task)


def has_bearing(request: Request, knowledge: Knowledge) -> bool:
    """Whether the task chooses the route, the dial or a rank looks at it, or a draft may be made,
    which it may forbid."""
    if knowledge.flags or request.options.max_cost_cents is not None:
        return True
    routes = _possible_routes(knowledge)
    if any(_may_draft(request, route, knowledge) for route in routes):
        return True
    route = routes[0]
    if request.model not in PLANNED or request.options.targets is not None:
        return len({escalate_after_s(request, each) for each in routes}) > 1
    return any(other != route for other in routes) or compares(request, route)


def _possible_routes(knowledge: Knowledge) -> list[RouteSettings]:
    """Without flags: one of a task's own, or the one that catches the rest."""
    own = [route for name, route in knowledge.routes.items() if name in _TASKS]
    return [knowledge.routes.get("default") or RouteSettings(), *own]


def _may_draft(request: Request, route: RouteSettings, knowledge: Knowledge) -> bool:
    named = request.options.draft or route.draft
    return no_draft_because(request, route, named, knowledge) is None
