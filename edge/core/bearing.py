"""What a verdict is needed for: the tasks between which the plan for a request makes no difference
are one kind. Where all are one, no verdict is made: to judge a prompt costs more than all else that
is done for a short reply. Where a few are apart, because they have routes of their own, whoever
judges need be sure of no more than that.

This errs on the side of judging. What remains without a verdict is the price that a plan expects,
which is then of a reply of the usual length for no task in particular.
"""

from __future__ import annotations

from edge.core.choice import compares
from edge.core.drafting import escalate_after_s, no_draft_because
from edge.core.knowledge import Knowledge
from edge.core.settings import RouteSettings
from edge.core.types import PLANNED, Request
from edge.core.verdict import ANY, EACH, Kinds, Task, Verdict

UNNEEDED = Verdict(
    Task.OTHER, difficulty=0.5, confidence=0.0, decided_by="nobody: nothing depends on it"
)
_BY_NAME = {task.value: task for task in Task}


def kinds_of_task(request: Request, knowledge: Knowledge) -> Kinds:
    """By the route that a task chooses. Each is apart where the dial or a rank looks at it, or a
    draft may be made, which it may forbid."""
    if knowledge.flags or request.options.max_cost_cents is not None:
        return EACH
    routes = _possible_routes(knowledge)
    if any(_may_draft(request, route, knowledge) for route, _ in routes):
        return EACH
    if request.model not in PLANNED or request.options.targets is not None:
        waits = {escalate_after_s(request, route) for route, _ in routes}
        return EACH if len(waits) > 1 else ANY
    if any(compares(request, route) for route, _ in routes):
        return EACH
    return tuple(frozenset(tasks) for _, tasks in routes)


def _possible_routes(knowledge: Knowledge) -> list[tuple[RouteSettings, list[Task]]]:
    """Without flags, with the tasks that choose each: the one that catches the rest, and those of
    a task's own that are other than that."""
    own = [(_BY_NAME[name], route) for name, route in knowledge.routes.items() if name in _BY_NAME]
    rest = set(Task).difference(task for task, _ in own)
    routes = [(knowledge.routes.get("default") or RouteSettings(), [*rest])]
    for task, route in own:
        alike = next((tasks for known, tasks in routes if known == route), None)
        if alike is None:
            routes.append((route, [task]))
        else:
            alike.append(task)
    return [(route, tasks) for route, tasks in routes if tasks]


def _may_draft(request: Request, route: RouteSettings, knowledge: Knowledge) -> bool:
    named = request.options.draft or route.draft
    return no_draft_because(request, route, named, knowledge) is None
