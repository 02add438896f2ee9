"""Where a request's data may go, in every plan and in every leg that comes of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.data_rules import DataFacts, unfit_because
from edge.core.errors import BadRequest, TierError, TierRateLimited, TierStalled, TierUnavailable
from edge.core.events import End, Event, Failed, Heard, StartLeg
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.plan import Plan, Strategy
from edge.core.planning import make_plan
from edge.core.settings import DataSettings, RouteSettings, TierSettings
from edge.core.stitch import Stitcher
from edge.core.types import LOCAL, Message, Options, Request, Text, TextPart
from edge.core.verdict import Task, Verdict

VERDICT = Verdict(Task.OPEN_QA, 0.5, 0.5, "the test", language="en")
QUESTION = (Message("user", (TextPart("What is a heat pump?"),)),)
RULE = DataSettings(("eu",), ("soc2",), "none")
FITS = DataFacts(("eu",), ("soc2",), "none")
HOSTED = ("a/one", "b/two", "c/three", "d/four")


def knowledge(
    facts: Mapping[str, DataFacts], route: RouteSettings | None = None, has_local: bool = True
) -> Knowledge:
    models = {name: ModelFacts(name, prefill=True, data=data) for name, data in facts.items()}
    return Knowledge(
        {"default": route or RouteSettings(targets=tuple(facts))},
        TierSettings(),
        models.get,
        LocalFacts(4096, "model") if has_local else None,
        data={"regulated": RULE},
    )


def plan(known: Knowledge, model: str = "auto", data: str | None = "regulated") -> Plan:
    request = Request("r", model, QUESTION, options=Options(data=data))
    return make_plan(request, VERDICT, known, now=100.0)


def test_target_that_does_not_fit_is_not_in_the_plan_and_the_plan_says_why() -> None:
    known = knowledge({"a/one": DataFacts(("us",)), "b/two": FITS})
    made = plan(known)
    assert {rung.tier for rung in made.chain} == {"b/two", LOCAL}
    assert "a/one: not for data `regulated`: it works in us" in made.reasons
    assert {rung.tier for rung in plan(known, data=None).chain} == {"a/one", "b/two", LOCAL}


def test_hosted_draft_that_does_not_fit_opens_nothing() -> None:
    route = RouteSettings(draft="a/one", targets=("b/two",), opening="model")
    known = knowledge({"a/one": DataFacts(), "b/two": FITS}, route)
    assert plan(known).draft is None
    assert plan(known, data=None).draft is not None


def test_unknown_label_is_refused_by_name() -> None:
    with pytest.raises(BadRequest, match="no data label `secret`; known: regulated") as raised:
        plan(knowledge({"b/two": FITS}), data="secret")
    assert raised.value.param == "prelude.data"


def test_data_that_may_go_to_nobody_is_refused_with_its_label() -> None:
    with pytest.raises(BadRequest, match="data `regulated`: a/one: not for") as raised:
        plan(knowledge({"a/one": DataFacts()}, has_local=False))
    assert (raised.value.status, raised.value.param) == (400, "prelude.data")


def test_the_local_model_answers_where_nobody_else_may_unless_another_was_asked_for() -> None:
    known = knowledge({"a/one": DataFacts()})
    assert plan(known).strategy is Strategy.LOCAL
    with pytest.raises(BadRequest, match="regulated"):
        plan(known, model="a/one")


FACTS = st.sampled_from(
    [
        FITS,
        DataFacts(),
        DataFacts(("us",), ("soc2",), "none"),
        DataFacts(("eu",), (), "none"),
        DataFacts(("eu",), ("soc2",), "30d"),
        DataFacts(("eu", "us"), ("soc2", "hipaa"), "none"),
    ]
)
FAULTS: tuple[TierError, ...] = (
    TierStalled("slow"),
    TierUnavailable("503"),
    TierRateLimited("429", retry_after_s=0.5),
)


@given(
    facts=st.fixed_dictionaries(dict.fromkeys(HOSTED, FACTS)),
    draft=st.sampled_from([LOCAL, "none", *HOSTED]),
    asked=st.sampled_from(["auto", LOCAL, *HOSTED]),
    strategy=st.sampled_from(["auto", "preamble", "continue", "parallel"]),
    has_local=st.booleans(),
    script=st.lists(st.integers(0, 4), max_size=30),
)
def test_no_leg_of_any_plan_goes_where_its_data_may_not(
    facts: dict[str, DataFacts],
    draft: str,
    asked: str,
    strategy: str,
    has_local: bool,
    script: list[int],
) -> None:
    route = RouteSettings(draft=draft, targets=HOSTED, strategy=strategy, opening="model")
    try:
        made = plan(knowledge(facts, route, has_local), model=asked)
    except BadRequest:
        return
    allowed = {name for name, known in facts.items() if unfit_because(RULE, known) is None}
    assert set(_legs(made, script)) <= {*allowed, LOCAL}
    assert {rung.tier for rung in made.chain} <= {*allowed, LOCAL}


def _legs(plan: Plan, script: list[int]) -> list[str]:
    """Who is called, where each step of the script says how the latest leg goes on: it speaks, or
    fails in some way, or is silent until a clock rings."""
    stitcher, now = Stitcher(plan), 100.0
    actions = stitcher.start(now)
    legs: list[StartLeg] = []
    for step in [*script, *[1] * 40]:
        legs += [action for action in actions if isinstance(action, StartLeg)]
        if any(isinstance(action, End) for action in actions):
            break
        now += 0.01
        if step == 4 or not legs:
            now = max(now, stitcher.next_timer() or now)
            actions = stitcher.handle_timer(now)
            continue
        leg = legs[-1].leg
        event: Event = Failed(leg, now, FAULTS[step - 1])
        if step == 0:
            event = Heard(leg, now, Text("Heat pumps move heat. "))
        actions = stitcher.receive(event)
        timer = stitcher.next_timer()
        if not actions and timer is not None:
            now = max(now, timer)
            actions = stitcher.handle_timer(now)
    return [leg.tier for leg in legs]
