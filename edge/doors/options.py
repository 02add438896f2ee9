"""The caller's `prelude` and `provider_options` objects: the same in every dialect."""

from __future__ import annotations

from collections.abc import Mapping

from edge.core.errors import BadRequest
from edge.core.ranking import PRIORITIES
from edge.core.types import Json, Options
from edge.core.verdict import Task
from edge.doors.fields import Fields

_KNOWN = frozenset(Options.__dataclass_fields__)
STRATEGIES = ("auto", "preamble", "continue", "parallel", "target")


def read_options(fields: Fields, also: frozenset[str] = frozenset()) -> Options:
    """`also` names keys that the door itself reads from the same object."""
    given = fields.object("prelude")
    if given is None:
        return Options()
    for key in given.data:
        if key not in _KNOWN and key not in also:
            known = ", ".join(sorted(_KNOWN | also))
            message = f"`{given.at(key)}` is not an option; known: {known}."
            raise BadRequest(message, param=given.at(key))
    strategy = given.text("strategy")
    if strategy is not None and strategy not in STRATEGIES:
        raise given.wrong("strategy", "one of " + ", ".join(STRATEGIES))
    task = given.text("task")
    if task is not None and task not in tuple(Task):
        raise given.wrong("task", "one of " + ", ".join(Task))
    priority = given.text("priority")
    if priority is not None and priority not in PRIORITIES:
        raise given.wrong("priority", "one of " + ", ".join(PRIORITIES))
    targets = given.texts("targets", most=16)
    if targets == ():
        raise given.wrong("targets", "an array with at least one provider/model")
    latency = given.number("max_latency_ms", 1, 3_600_000)
    escalate = given.number("escalate_after_ms", 0, 600_000)
    if latency is not None and escalate is not None and escalate >= latency:
        raise given.wrong("escalate_after_ms", f"less than max_latency_ms, {latency:g}")
    return Options(
        max_latency_ms=latency,
        max_cost_cents=given.number("max_cost_cents", 0, 1_000_000),
        quality=given.number("quality", 0, 1),
        priority=priority,
        targets=targets,
        draft=given.text("draft"),
        strategy=strategy,
        escalate_after_ms=escalate,
        task=task,
        data=given.text("data"),
        trace=given.flag("trace") or False,
    )


def read_provider_options(fields: Fields) -> Mapping[str, Mapping[str, Json]]:
    given = fields.object("provider_options")
    if given is None:
        return {}
    for name in given.data:
        given.object(name)
    return given.data
