from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.bearing import kinds_of_task
from edge.core.errors import BadRequest
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.plan import Plan
from edge.core.planning import make_plan
from edge.core.prices import Prices
from edge.core.settings import FlagSettings, RouteSettings, TierSettings
from edge.core.types import Message, Options, Request, TextPart
from edge.core.verdict import ANY, EACH, Task, Verdict

MODELS = {
    "a/big": ModelFacts("a/big", prefill=True, prices=Prices(3.0, 15.0)),
    "b/small": ModelFacts("b/small", prices=Prices(0.1, 0.4)),
}
ROUTE = RouteSettings(targets=("a/big", "b/small"))
ALONE = Knowledge({"default": ROUTE}, TierSettings(), MODELS.get, None)
REQUEST = Request("r", "auto", (Message("user", (TextPart("How are you?"),)),), stream=True)
LOCAL = LocalFacts(context=4096, opening="frame")

_verdicts = st.builds(
    Verdict,
    task=st.sampled_from((Task.CHAT, Task.CHAT, Task.OPEN_QA, Task.CODE)),
    difficulty=st.sampled_from((0.1, 0.9)),
    confidence=st.sampled_from((0.2, 0.9)),
    decided_by=st.just("the test"),
    language=st.sampled_from(("en", "de", "und")),
    unsafe=st.booleans(),
    asks_format=st.booleans(),
    is_calibrated=st.booleans(),
)
_routes = st.builds(
    RouteSettings,
    targets=st.sampled_from((ROUTE.targets, ("b/small",), ("local", "a/big"), ())),
    draft=st.sampled_from(("local", "none", "b/small")),
    quality=st.sampled_from((None, 0.5)),
    order=st.sampled_from(("given", "ranked")),
    escalate_after_ms=st.sampled_from((0, 100)),
)
_requests = st.builds(
    replace,
    st.just(REQUEST),
    model=st.sampled_from(("auto", "auto", "a/big", "local")),
    stream=st.booleans(),
    options=st.builds(
        Options,
        targets=st.sampled_from((None, ("b/small",))),
        draft=st.sampled_from((None, "none", "local")),
        quality=st.sampled_from((None, 0.2)),
        max_cost_cents=st.sampled_from((None, 0.01)),
    ),
)


def planned(request: Request, verdict: Verdict, knowledge: Knowledge) -> Plan | str:
    """Without its reasons, which name the verdict, and the route, which its draft alone uses."""
    try:
        plan = make_plan(request, verdict, knowledge, 100.0)
    except BadRequest as error:
        return str(error)
    return replace(plan, reasons=(), route="default" if plan.draft is None else plan.route)


@given(
    request=_requests,
    verdict=_verdicts,
    other=_verdicts,
    default=_routes,
    own=st.none() | _routes,
    local=st.sampled_from((None, LOCAL)),
)
def test_verdicts_of_one_kind_make_the_same_plan(
    request: Request,
    verdict: Verdict,
    other: Verdict,
    default: RouteSettings,
    own: RouteSettings | None,
    local: LocalFacts | None,
) -> None:
    routes = {"default": default} | ({"chat": own} if own else {})
    knowledge = replace(ALONE, routes=routes, local=local)
    kinds = kinds_of_task(request, knowledge)
    assert sorted(task for kind in kinds for task in kind) == sorted(Task)
    if any({verdict.task, other.task} <= kind for kind in kinds if len(kind) > 1):
        assert planned(request, verdict, knowledge) == planned(request, other, knowledge)


def test_a_chain_of_targets_and_nobody_to_draft_needs_no_verdict() -> None:
    assert kinds_of_task(REQUEST, ALONE) == ANY
    assert kinds_of_task(replace(REQUEST, stream=False), replace(ALONE, local=LOCAL)) == ANY
    assert kinds_of_task(replace(REQUEST, model="a/big"), replace(ALONE, local=LOCAL)) == ANY


OWN_ROUTE = {"default": ROUTE, "code": replace(ROUTE, escalate_after_ms=100)}


@pytest.mark.parametrize(
    ("asked", "knowledge"),
    [
        (REQUEST, replace(ALONE, local=LOCAL)),
        (replace(REQUEST, model="a/big"), replace(ALONE, routes=OWN_ROUTE)),
        (REQUEST, replace(ALONE, routes={"default": replace(ROUTE, quality=0.5)})),
        (REQUEST, replace(ALONE, flags={"new": FlagSettings(route="code", share=0.5)})),
        (replace(REQUEST, model="a/big", options=Options(max_cost_cents=1.0)), ALONE),
    ],
    ids=["a draft", "how long it waits", "the dial", "a flag", "the price"],
)
def test_where_more_than_the_route_looks_at_a_task_each_is_apart(
    asked: Request, knowledge: Knowledge
) -> None:
    assert kinds_of_task(asked, knowledge) == EACH


def test_tasks_are_together_that_have_the_same_route() -> None:
    routes = {
        **OWN_ROUTE,
        "math": OWN_ROUTE["code"],
        "chat": ROUTE,
        "other": replace(ROUTE, targets=("b/small",)),
    }
    apart = {frozenset({Task.CODE, Task.MATH}), frozenset({Task.OTHER})}
    rest = frozenset(Task).difference(*apart)
    assert set(kinds_of_task(REQUEST, replace(ALONE, routes=routes))) == {rest, *apart}
