"""The caller's `prelude` and `provider_options` objects: the same in every dialect."""

from __future__ import annotations

from collections.abc import Mapping

from edge.core.errors import BadRequest
from edge.core.types import Json, Options
from edge.core.verdict import Task
from edge.doors.fields import Fields

_KNOWN = frozenset(Options.__dataclass_fields__)
_NOT_BUILT = {"max_cost_cents", "priority"}
STRATEGIES = ("auto", "preamble", "continue", "parallel", "target")


def read_options(fields: Fields, also: frozenset[str] = frozenset()) -> Options:
    """`also` names keys that the door itself reads from the same object."""
    given = fields.object("prelude")
    if given is None:
        return Options()
    for key in given.data:
        if key in _NOT_BUILT:
            raise BadRequest(f"`{given.at(key)}` is not built yet.", param=given.at(key))
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
    targets = given.texts("targets", most=16)
    if targets == ():
        raise given.wrong("targets", "an array with at least one provider/model")
    return Options(
        max_latency_ms=given.number("max_latency_ms", 1, 3_600_000),
        targets=targets,
        draft=given.text("draft"),
        strategy=strategy,
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
