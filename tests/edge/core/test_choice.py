from __future__ import annotations

from dataclasses import replace

import pytest

from edge.core.accounting import LegReport
from edge.core.dial import QualityCurve
from edge.core.errors import BadRequest
from edge.core.events import Role
from edge.core.health import Health
from edge.core.history import History
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.plan import Plan, Strategy
from edge.core.planning import make_plan
from edge.core.prices import Prices
from edge.core.settings import FlagSettings, RouteSettings, TierSettings
from edge.core.types import Message, Options, Request, Sampling, TextPart, Usage
from edge.core.verdict import Task, Verdict

NOW = 100.0
MODELS = {
    "a/big": ModelFacts("a/big", prices=Prices(2.0, 10.0, cached=0.2)),
    "b/cheap": ModelFacts("b/cheap", prices=Prices(0.4, 2.0), strengths={"code": 0.9}),
    "c/unpriced": ModelFacts("c/unpriced"),
    "local:mine": ModelFacts(
        "local:mine", prices=Prices(0, 0), is_local=True, strengths={"extraction": 0.8}
    ),
}
GIVEN = RouteSettings(targets=("a/big", "b/cheap"))
RANKED = replace(GIVEN, order="ranked")
DIALLED = replace(GIVEN, quality=0.95)
LOCAL = LocalFacts(context=4096, opening="frame")
KNOWLEDGE = Knowledge(
    {"default": GIVEN}, TierSettings(), MODELS.get, LOCAL, curve=QualityCurve({0.95: 0.3})
)
EASY = Verdict(Task.CODE, 0.1, 0.9, "the test", language="en", is_calibrated=True)
HARD = replace(EASY, difficulty=0.8)
HELLO = replace(EASY, task=Task.CHAT, is_calibrated=False)
REQUEST = Request("r", "auto", (Message("user", (TextPart("Reverse a list."),)),), caller="owner")


def plan(
    route: RouteSettings = GIVEN,
    verdict: Verdict = EASY,
    knowledge: Knowledge = KNOWLEDGE,
    request: Request = REQUEST,
    **options: float | str | tuple[str, ...],
) -> Plan:
    asked = replace(request, options=Options(**options))  # type: ignore[arg-type]  # for brevity
    return make_plan(asked, verdict, replace(knowledge, routes={"default": route}), now=NOW)


def targets(made: Plan) -> list[str]:
    return [rung.tier for rung in made.chain if rung.role is Role.TARGET]


def said(text: str) -> Request:
    return replace(REQUEST, messages=(Message("user", (TextPart(text),)),))


def test_order_that_the_user_wrote_down_stands() -> None:
    assert targets(plan()) == ["a/big", "b/cheap"]
    assert targets(plan(priority="batch")) == ["a/big", "b/cheap"]


def test_ranked_route_prefers_who_is_strong_and_cheap_and_says_why() -> None:
    made = plan(RANKED)
    assert targets(made) == ["b/cheap", "a/big"]
    (reason,) = [each for each in made.reasons if each.startswith("ranked")]
    assert "b/cheap (strength 0.9, 0.0503 cents)" in reason


@pytest.mark.parametrize(
    "named",
    [{"targets": ("a/big", "b/cheap")}, {"targets": ("a/big", "b/cheap"), "quality": 0.95}],
)
def test_targets_that_the_caller_names_are_taken_as_named(named: dict[str, object]) -> None:
    made = plan(replace(RANKED, quality=0.95), **named)  # type: ignore[arg-type]  # either kind
    assert targets(made) == ["a/big", "b/cheap"]


def test_local_model_of_ones_own_is_a_target_like_others() -> None:
    route = replace(RANKED, targets=("a/big", "local:mine"))
    assert targets(plan(route, replace(EASY, task=Task.EXTRACTION))) == ["local:mine", "a/big"]


@pytest.mark.parametrize("route", [DIALLED, replace(DIALLED, order="ranked")])
def test_easy_prompt_goes_to_the_cheaper_model_and_a_hard_one_to_the_strong(
    route: RouteSettings,
) -> None:
    models = {**MODELS, "a/big": replace(MODELS["a/big"], strengths={"code": 1.0})}
    knowledge = replace(KNOWLEDGE, find=models.get)
    assert targets(plan(route, EASY, knowledge)) == ["b/cheap", "a/big"]
    assert targets(plan(route, HARD, knowledge)) == ["a/big", "b/cheap"]


def test_callers_quality_wins_over_the_routes() -> None:
    assert targets(plan(DIALLED, quality=1.0)) == ["a/big", "b/cheap"]
    assert targets(plan(quality=0.95)) == ["b/cheap", "a/big"]


def test_nobody_saves_at_a_price_that_nobody_knows() -> None:
    route = replace(DIALLED, targets=("a/big", "c/unpriced"))
    assert targets(plan(route)) == ["a/big", "c/unpriced"]


def test_conversation_stays_where_its_cache_is_worth_more_than_a_cheaper_model_saves() -> None:
    history = History()
    knowledge = replace(KNOWLEDGE, history=history)
    long = replace(said("word " * 20_000), sampling=Sampling(max_tokens=10))
    assert targets(plan(DIALLED, EASY, knowledge, long)) == ["b/cheap", "a/big"]
    history.hear(long, Task.CODE, [leg("a/big", 0.5)], NOW)
    made = plan(DIALLED, EASY, knowledge, long)
    assert targets(made) == ["a/big", "b/cheap"]
    assert any("nobody is cheaper than a/big" in reason for reason in made.reasons)


def test_local_model_answers_small_talk_alone_where_quality_may_be_given_up() -> None:
    made = plan(DIALLED, HELLO, request=said("Hello, how are you?"))
    assert made.strategy is Strategy.LOCAL
    assert made.chain[0].role is Role.LOCAL
    assert targets(made) == ["a/big", "b/cheap"]  # when it is lost


@pytest.mark.parametrize(
    ("route", "verdict", "text"),
    [
        (GIVEN, HELLO, "Hello, how are you?"),
        (replace(GIVEN, quality=1.0), HELLO, "Hello, how are you?"),
        (DIALLED, HELLO, "Hello, who was Simon Bolivar?"),
        (DIALLED, HELLO, "Hello! " * 40),
        (DIALLED, replace(HELLO, confidence=0.5), "Hello, how are you?"),
        (DIALLED, replace(HELLO, task=Task.OPEN_QA), "Hello, how are you?"),
        (DIALLED, EASY, "Reverse a list."),
    ],
)
def test_local_model_answers_nothing_else_alone(
    route: RouteSettings, verdict: Verdict, text: str
) -> None:
    assert plan(route, verdict, request=said(text)).strategy is not Strategy.LOCAL


def test_local_model_answers_what_the_settings_say_it_is_good_at_where_it_is_easy() -> None:
    local = replace(LOCAL, strengths={"code": 0.6})
    knowledge = replace(KNOWLEDGE, local=local)
    assert plan(DIALLED, EASY, knowledge).strategy is Strategy.LOCAL
    assert plan(DIALLED, HARD, knowledge).strategy is not Strategy.LOCAL


def test_dial_stands_above_a_local_model_that_leads_its_route() -> None:
    route = replace(DIALLED, targets=("local", "a/big"))
    assert plan(route, EASY).strategy is Strategy.LOCAL
    assert plan(route, HARD).strategy is not Strategy.LOCAL
    assert plan(replace(route, quality=None), HARD).strategy is Strategy.LOCAL


def test_hosted_draft_is_not_paid_for_beside_a_target_of_capped_price() -> None:
    route = replace(GIVEN, draft="c/unpriced")
    talk = replace(EASY, task=Task.OPEN_QA)
    assert plan(route, talk).draft is not None
    made = plan(route, talk, max_cost_cents=1)
    assert made.draft is None
    assert "no draft: the caller pays for one model, and the draft is hosted" in made.reasons


def test_who_costs_more_than_the_caller_pays_is_left_out() -> None:
    route = replace(GIVEN, targets=("a/big", "b/cheap", "c/unpriced"))
    made = plan(route, max_cost_cents=0.1)
    assert targets(made) == ["b/cheap"]
    assert "a/big: about 0.252 cents, above 0.1" in made.reasons
    assert "c/unpriced: its price is not known" in made.reasons


def test_request_that_nobody_answers_for_so_little_is_refused() -> None:
    with pytest.raises(BadRequest, match="No model keeps to") as refused:
        plan(max_cost_cents=0.01)
    assert refused.value.param == "prelude.max_cost_cents"


def test_small_talk_that_nobody_hosted_answers_for_so_little_is_the_local_models() -> None:
    made = plan(GIVEN, HELLO, request=said("Hello!"), max_cost_cents=0)
    assert (made.strategy, targets(made)) == (Strategy.LOCAL, [])


def test_request_that_nobody_begins_in_time_is_refused() -> None:
    health = Health()
    for tier in ("a/big", "b/cheap"):
        for _ in range(20):
            health.hear([leg(tier, 2.0)], NOW - 10)
    knowledge = replace(KNOWLEDGE, health=health, local=None)
    assert targets(plan(knowledge=knowledge, max_latency_ms=5000)) == ["a/big", "b/cheap"]
    with pytest.raises(BadRequest, match=r"prelude.max_latency_ms.*usually silent for 2000 ms"):
        plan(knowledge=knowledge, max_latency_ms=500)


def test_batch_is_never_hedged_nor_is_what_may_not_cost_twice_as_much() -> None:
    health = Health()
    for _ in range(40):
        health.hear([leg("a/big", 1.0)], NOW - 10)
    knowledge = replace(KNOWLEDGE, health=health)
    for options, expected in (
        ({}, True),
        ({"priority": "batch"}, False),
        ({"max_cost_cents": 0.3}, False),
        ({"max_cost_cents": 0.6}, True),
    ):
        made = plan(knowledge=knowledge, **options)
        assert (made.chain[0].hedge_after_s is not None) is expected


def test_flag_turns_its_route_on_and_the_plan_says_so() -> None:
    routes = {"default": GIVEN, "trial": replace(GIVEN, targets=("b/cheap",))}
    for share, expected in ((1.0, ["b/cheap"]), (0.0, ["a/big", "b/cheap"])):
        flags = {"new": FlagSettings(share, "trial")}
        knowledge = replace(KNOWLEDGE, routes=routes, flags=flags)
        made = make_plan(REQUEST, EASY, knowledge, now=NOW)
        assert targets(made) == expected
        assert (made.route == "trial") is (
            "route trial: its flag is on for this caller" in made.reasons
        )


def test_route_of_a_task_that_a_flag_has_is_off_for_the_others() -> None:
    routes = {"default": GIVEN, "code": replace(GIVEN, targets=("b/cheap",))}
    knowledge = replace(KNOWLEDGE, routes=routes, flags={"new": FlagSettings(0.0, "code")})
    assert make_plan(REQUEST, EASY, knowledge, now=NOW).route == "default"


def leg(tier: str, first_s: float) -> LegReport:
    usage = Usage(1300, 40)
    return LegReport(
        0, tier, Role.TARGET, 0.0, first_s, first_s + 1, "stop", None, usage, cost_cents=None
    )
