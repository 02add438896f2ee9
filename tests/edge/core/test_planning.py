from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.accounting import LegReport
from edge.core.errors import BadRequest, TierRateLimited, TierUnavailable
from edge.core.events import Role
from edge.core.forecast import NO_FORECAST, Forecast
from edge.core.health import Health
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.limits import Limits, Rate
from edge.core.plan import Clocks, Plan, Strategy
from edge.core.planning import make_plan
from edge.core.quota import Count, Counted, Quota
from edge.core.settings import DeepSettings, RouteSettings, TierSettings
from edge.core.types import ImagePart, Message, Options, Request, Sampling, TextPart, Usage
from edge.core.verdict import Task, Verdict

MODELS = {
    "a/big": ModelFacts("a/big", prefill=True),
    "b/equal": ModelFacts("b/equal", first_text_ms=500),
}
ROUTE = RouteSettings(targets=("a/big", "b/equal"))
KNOWLEDGE = Knowledge(
    {"default": ROUTE}, TierSettings(), MODELS.get, LocalFacts(context=4096, opening="frame")
)
VERDICT = Verdict(Task.OPEN_QA, 0.5, 0.5, "the test", language="en")
QUESTION = (Message("user", (TextPart("What is a heat pump?"),)),)
REQUEST = Request("r", "auto", QUESTION)


def plan(
    request: Request = REQUEST, knowledge: Knowledge = KNOWLEDGE, verdict: Verdict = VERDICT
) -> Plan:
    return make_plan(request, verdict, knowledge, now=100.0)


def tiers(plan: Plan) -> list[str]:
    """Who is asked, in order; the local model, always last, is asked twice."""
    names = [rung.tier for rung in plan.chain]
    return names[:-1] if names[-2:] == ["local", "local"] else names


def test_usual_plan_is_a_framed_preamble_and_ends_with_the_local_model() -> None:
    made = plan()
    assert made.strategy is Strategy.PREAMBLE
    assert made.draft is not None and made.draft.level == "frame" and made.draft.choices
    assert tiers(made) == ["a/big", "b/equal", "local"]
    assert made.chain[-1].role is Role.LOCAL
    assert made.fast_deadline == 100.2
    assert made.describe() == "preamble; draft=local:frame; targets=a/big,b/equal,local"


def test_model_openings_are_continued_where_the_first_target_can() -> None:
    route = replace(ROUTE, opening="model")
    assert plan(knowledge=replace(KNOWLEDGE, routes={"default": route})).strategy is (
        Strategy.CONTINUE
    )


def test_model_openings_are_answered_in_parallel_by_a_target_that_cannot_continue() -> None:
    route = replace(ROUTE, opening="model", targets=("b/equal",))
    for asked in ("auto", "continue"):
        other = replace(route, strategy=asked)
        assert plan(knowledge=replace(KNOWLEDGE, routes={"default": other})).strategy is (
            Strategy.PARALLEL
        )


def test_frames_are_never_continued_by_a_target_that_cannot() -> None:
    route = replace(ROUTE, targets=("b/equal",), strategy="continue")
    assert plan(knowledge=replace(KNOWLEDGE, routes={"default": route})).strategy is (
        Strategy.PREAMBLE
    )


@pytest.mark.parametrize(
    ("draft_s", "expected"), [(0.2, Strategy.CONTINUE), (0.3, Strategy.PARALLEL)]
)
def test_target_is_not_kept_waiting_for_a_slow_draft(draft_s: float, expected: Strategy) -> None:
    health = Health()
    for tier, first_s in (("local", draft_s), ("a/big", 1.0)):
        for _ in range(20):
            health.hear([leg(tier, first_s)], 90.0)
    routes = {"default": replace(ROUTE, opening="model")}
    assert plan(knowledge=replace(KNOWLEDGE, routes=routes, health=health)).strategy is expected


def test_route_whose_openings_are_contradicted_has_none_for_a_while() -> None:
    health = Health()
    routes = {"default": replace(ROUTE, opening="model", strategy="parallel")}
    knowledge = replace(KNOWLEDGE, routes=routes, health=health)
    assert plan(knowledge=knowledge).strategy is Strategy.PARALLEL
    for _ in range(2):
        health.hear_opening("default", is_corrected=True, at=99.0)
    made = plan(knowledge=knowledge)
    assert (made.strategy, made.draft) == (Strategy.TARGET, None)
    assert "no draft: targets contradicted too many openings of this route" in made.reasons
    later = make_plan(REQUEST, VERDICT, knowledge, now=100.0 + 3600)
    assert later.strategy is Strategy.PARALLEL


def test_correction_is_in_the_readers_language_and_only_for_words_that_assert() -> None:
    def correction(language: str, level: str) -> str:
        routes = {"default": replace(ROUTE, opening=level)}
        verdict = replace(VERDICT, language=language)
        made = plan(knowledge=replace(KNOWLEDGE, routes=routes), verdict=verdict)
        assert made.draft is not None
        return made.draft.correction

    assert correction("de", "full") == "Berichtigung: "
    assert correction("xx", "full") == "Correction: "
    assert correction("en", "frame") == ""


def test_local_model_leads_where_a_route_names_it_first() -> None:
    routes = {"default": replace(ROUTE, targets=("local", "a/big"), escalate_after_ms=500)}
    made = plan(knowledge=replace(KNOWLEDGE, routes=routes))
    assert (made.strategy, made.draft) == (Strategy.LOCAL, None)
    assert tiers(made) == ["local", "a/big", "local"]
    lead, last = made.chain[0], made.chain[-1]
    assert lead.clocks.first_text_s < last.clocks.first_text_s
    assert lead.is_capped and made.escalate_after_s == 0.0
    assert "the local model leads the route" in made.reasons


def test_lead_that_is_given_the_callers_own_end_is_not_capped() -> None:
    routes = {"default": replace(ROUTE, targets=("local", "a/big"))}
    request = replace(REQUEST, sampling=Sampling(max_tokens=100))
    assert not plan(request, replace(KNOWLEDGE, routes=routes)).chain[0].is_capped


def test_local_model_does_not_lead_what_it_cannot_read_or_write() -> None:
    routes = {"default": replace(ROUTE, targets=("local", "a/big"))}
    knowledge = replace(KNOWLEDGE, routes=routes)
    structured = replace(REQUEST, response_format={"type": "json_object"})
    assert tiers(plan(structured, knowledge)) == ["a/big"]
    without = replace(knowledge, local=None)
    assert tiers(plan(knowledge=without)) == ["a/big"]


def test_every_clock_is_the_tiers_unless_the_model_has_its_own() -> None:
    own = ModelFacts(
        "a/own",
        first_text_ms=1,
        stall_ms=2,
        thinking_ms=3,
        whole_ms=4,
        min_chars_per_s=0,
    )
    models = {"a/own": own, "a/plain": ModelFacts("a/plain")}
    deep = DeepSettings(
        first_text_ms=10, stall_ms=20, thinking_ms=30, whole_ms=40, min_chars_per_s=50
    )
    knowledge = replace(
        KNOWLEDGE,
        find=models.get,
        tiers=TierSettings(deep=deep),
        routes={"default": RouteSettings(targets=("a/own", "a/plain"))},
    )
    clocks = [rung.clocks for rung in plan(knowledge=knowledge).chain[:2]]
    assert clocks == [
        Clocks(0.001, 0.002, 0.003, 0.004, 0.0),
        Clocks(0.01, 0.02, 0.03, 0.04, 50.0),
    ]


def test_route_follows_the_task() -> None:
    routes = {"default": ROUTE, "code": RouteSettings(targets=("b/equal",))}
    verdict = replace(VERDICT, task=Task.CODE)
    made = plan(knowledge=replace(KNOWLEDGE, routes=routes), verdict=verdict)
    assert tiers(made) == ["b/equal", "local"]
    assert made.draft is None


def test_without_targets_the_local_model_answers_alone() -> None:
    made = plan(knowledge=replace(KNOWLEDGE, routes={}))
    assert (made.strategy, tiers(made), made.draft) == (Strategy.LOCAL, ["local"], None)


def test_caller_may_name_a_model() -> None:
    made = plan(replace(REQUEST, model="b/equal"))
    assert (made.strategy, tiers(made)) == (Strategy.TARGET, ["b/equal", "local"])
    assert tiers(plan(replace(REQUEST, model="local"))) == ["local"]


def test_caller_may_name_targets_and_strategy_and_leave_out_the_draft() -> None:
    options = Options(targets=("b/equal",), draft="none")
    made = plan(replace(REQUEST, options=options))
    assert (made.strategy, tiers(made)) == (Strategy.TARGET, ["b/equal", "local"])
    made = plan(replace(REQUEST, options=Options(strategy="continue")))
    assert made.strategy is Strategy.CONTINUE


@pytest.mark.parametrize(
    ("request_", "param"),
    [
        (replace(REQUEST, model="nobody/x"), "model"),
        (replace(REQUEST, options=Options(targets=("nobody/x",))), "prelude.targets"),
        (replace(REQUEST, options=Options(draft="nobody/x")), "prelude.draft"),
    ],
)
def test_unknown_model_is_the_callers_to_mend(request_: Request, param: str) -> None:
    with pytest.raises(BadRequest) as refused:
        plan(request_)
    assert (refused.value.status, refused.value.param) == (404, param)


def test_structured_reply_is_hosted_whole_and_never_continued() -> None:
    made = plan(replace(REQUEST, response_format={"type": "json_object"}))
    assert (made.draft, made.recoverable, tiers(made)) == (None, False, ["a/big", "b/equal"])


def test_images_go_to_who_may_read_them_and_to_nobody_who_is_known_not_to() -> None:
    seen = replace(
        REQUEST, messages=(Message("user", (ImagePart("https://a.test/a.png"), TextPart("What?"))),)
    )
    blind = replace(MODELS["a/big"], modalities=("text",))
    models = {**MODELS, "a/big": blind}
    made = plan(seen, replace(KNOWLEDGE, find=models.get))
    assert tiers(made) == ["b/equal"]
    assert "a/big: reads no images" in made.reasons
    assert "a/big" in tiers(plan(REQUEST, replace(KNOWLEDGE, find=models.get)))
    with pytest.raises(BadRequest, match="a/big reads none") as refused:
        plan(replace(seen, model="a/big"), replace(KNOWLEDGE, find=models.get))
    assert refused.value.code == "images_not_read"


def test_structured_reply_is_the_local_models_where_it_is_named_or_alone() -> None:
    structured = replace(REQUEST, response_format={"type": "json_object"})
    alone = replace(KNOWLEDGE, routes={"default": RouteSettings()})
    for made in (plan(replace(structured, model="local")), plan(structured, alone)):
        assert (made.strategy, made.recoverable, set(tiers(made))) == ("local", False, {"local"})


def test_images_are_not_for_the_local_model() -> None:
    image = Message("user", (ImagePart("https://x.test/a.png"), TextPart("What is this?")))
    made = plan(replace(REQUEST, messages=(image,)))
    assert (made.draft, tiers(made)) == (None, ["a/big", "b/equal"])
    with pytest.raises(BadRequest, match="reads no images"):
        plan(replace(REQUEST, messages=(image,), model="local"))


def test_prompt_that_is_too_long_for_the_local_model_has_no_draft() -> None:
    long = replace(REQUEST, messages=(Message("user", (TextPart("What is it? " * 3000),)),))
    assert plan(long).draft is None
    longer = replace(REQUEST, messages=(Message("user", (TextPart("What is it? " * 9000),)),))
    assert tiers(plan(longer)) == ["a/big", "b/equal"]
    with pytest.raises(BadRequest, match=r"4096 tokens.* 27004"):
        plan(replace(longer, model="local"))


def test_choices_never_hold_a_stop_string() -> None:
    made = plan(replace(REQUEST, sampling=Sampling(stop=("heat",))))
    assert made.draft is None or not any("heat" in choice for choice in made.draft.choices)


def test_clocks_come_from_the_model_else_from_the_tier() -> None:
    made = plan()
    assert [rung.clocks.first_text_s for rung in made.chain[:2]] == [3.0, 0.5]


def test_callers_latency_bounds_the_whole_reply() -> None:
    assert plan().total_deadline is None
    made = plan(replace(REQUEST, options=Options(max_latency_ms=2000)))
    assert made.total_deadline == 102.0
    strict = replace(KNOWLEDGE, tiers=TierSettings(deep=DeepSettings(total_ms=1000)))
    made = plan(replace(REQUEST, options=Options(max_latency_ms=2000)), strict)
    assert made.total_deadline == 101.0


def leg(tier: str, first_text_s: float = 0.5, cause: Exception | None = None) -> LegReport:
    outcome = "failed" if cause else "stop"
    first = None if cause else first_text_s
    return LegReport(0, tier, Role.TARGET, 0.0, first, 1.0, outcome, None, Usage(9, 9), None, cause)


def heard(*legs: LegReport) -> Knowledge:
    """Each of its own reply, all settled just before the request arrives."""
    health = Health()
    for report in legs:
        health.hear([report], arrived_at=99.0)
    return replace(KNOWLEDGE, health=health)


DOWN = TierUnavailable("a/big: 401", status=401, lasting=True)


def test_target_that_is_marked_down_is_left_out() -> None:
    made = plan(knowledge=heard(leg("a/big", cause=DOWN)))
    assert tiers(made) == ["b/equal", "local"]
    assert "a/big is marked down" in made.reasons


def test_target_that_is_marked_down_is_tried_when_there_is_no_other() -> None:
    made = plan(replace(REQUEST, model="a/big"), heard(leg("a/big", cause=DOWN)))
    assert tiers(made) == ["a/big", "local"]


def test_target_with_another_hosted_one_behind_it_is_hedged_at_its_p95() -> None:
    knowledge = heard(*[leg("a/big", 0.75), leg("b/equal", 0.5)] * 20)
    assert [rung.hedge_after_s for rung in plan(knowledge=knowledge).chain] == [0.75] + [None] * 3
    never = TierSettings(deep=DeepSettings(hedge_percent=0))
    made = plan(knowledge=replace(knowledge, tiers=never))
    assert made.chain[0].hedge_after_s is None


def test_callers_latency_prefers_who_usually_keeps_to_it() -> None:
    knowledge = heard(*[leg("a/big", 0.75), leg("b/equal", 0.5)] * 20)
    hurried = [Options(max_latency_ms=limit) for limit in (400, 600, 800)]
    plans = [plan(replace(REQUEST, options=options), knowledge) for options in hurried]
    first = [made.chain[0].tier for made in plans]
    assert first == ["a/big", "b/equal", "a/big"]


def test_callers_own_retry_leaves_less_to_us() -> None:
    knowledge = heard()
    for _ in range(3):
        assert plan(knowledge=knowledge).chain[0].may_retry
        knowledge.health.hear([leg("a/big")], 99.0, client_retries=1)
    assert not plan(knowledge=knowledge).chain[0].may_retry


def test_request_that_is_a_retry_itself_takes_its_part_of_the_budget() -> None:
    knowledge = heard()
    for _ in range(2):
        knowledge.health.hear([leg("a/big")], 99.0, client_retries=1)
    assert plan(knowledge=knowledge).chain[0].may_retry
    assert not plan(replace(REQUEST, client_retries=1), knowledge).chain[0].may_retry


def test_no_draft_where_it_would_save_the_reader_too_little() -> None:
    quick, slow = [leg("local", 0.125)] * 20, [leg("local", 0.375)] * 20
    target = [leg("a/big", 0.75)] * 20
    assert plan(knowledge=heard(*quick, *target)).draft is not None
    made = plan(knowledge=heard(*slow, *target))
    assert made.draft is None
    assert (
        "no draft: it would speak after 0.38 s (a prompt of about 9 tokens), "
        "a/big after 0.75 s: less than 0.4 s sooner"
    ) in made.reasons
    assert plan(knowledge=heard(*slow)).draft is not None


def foreseeing(knowledge: Knowledge, forecast: Forecast | None) -> Knowledge:
    assert knowledge.local is not None
    return replace(knowledge, local=replace(knowledge.local, foresee=lambda tokens: forecast))


def test_local_draft_is_judged_by_what_the_model_has_to_do_now() -> None:
    knowledge = heard(*[leg("local", 0.125)] * 20, *[leg("a/big", 0.75)] * 20)
    assert plan(knowledge=foreseeing(knowledge, None)).draft is not None
    assert plan(knowledge=foreseeing(knowledge, Forecast(0.2, 0.5))).draft is not None
    busy = plan(knowledge=foreseeing(knowledge, Forecast(0.5, 0.6)))
    assert busy.draft is None
    assert "no draft: it would speak after 0.50 s" in " ".join(busy.reasons)


def test_no_draft_where_the_local_model_cannot_promise_to_be_first() -> None:
    knowledge = heard(*[leg("a/big", 0.75)] * 20)
    made = plan(knowledge=foreseeing(knowledge, Forecast(0.2, 0.9)))
    assert made.draft is None
    assert (
        "no draft: it may speak as late as after 0.90 s (a prompt of about 9 tokens, and what the "
        "local model has to do), a/big after 0.75 s"
    ) in made.reasons


def test_no_draft_from_a_local_model_that_does_not_tell_any_more() -> None:
    made = plan(knowledge=foreseeing(KNOWLEDGE, NO_FORECAST))
    assert made.draft is None
    assert "no draft: the local model is silent" in made.reasons


def test_draft_of_another_model_of_this_box_is_judged_by_what_that_one_has_to_do() -> None:
    def find(name: str) -> ModelFacts | None:
        if name != "local:small":
            return KNOWLEDGE.find(name)
        return ModelFacts(name, prefill=True, is_local=True, foresee=lambda tokens: forecast)

    asked = replace(REQUEST, options=Options(draft="local:small"))
    knowledge = replace(heard(*[leg("a/big", 0.75)] * 20), find=find)
    forecast = Forecast(0.2, 0.5)
    assert plan(asked, knowledge).draft is not None
    forecast = Forecast(0.2, 0.9)
    made = plan(asked, knowledge)
    assert made.draft is None
    assert "what local:small has to do" in " ".join(made.reasons)
    forecast = NO_FORECAST
    assert "no draft: local:small is silent" in plan(asked, knowledge).reasons


def test_draft_is_given_up_when_its_target_is_expected_to_speak() -> None:
    first = plan()
    assert first.draft is not None and first.draft.give_up_at is None  # nobody knows when
    knowledge = heard(*[leg("a/big", 0.75)] * 20)
    made = plan(knowledge=knowledge)
    assert made.draft is not None and made.draft.give_up_at == pytest.approx(100.75)
    late = replace(ROUTE, escalate_after_ms=500)
    made = plan(knowledge=replace(knowledge, routes={"default": late}))
    assert made.draft is not None and made.draft.give_up_at == pytest.approx(101.25)


def test_a_caller_may_have_its_target_wait_longer_or_not_at_all() -> None:
    late = replace(ROUTE, escalate_after_ms=500)
    knowledge = replace(heard(*[leg("a/big", 0.75)] * 20), routes={"default": late})
    waits = {
        asked: plan(replace(REQUEST, options=Options(escalate_after_ms=asked)), knowledge)
        for asked in (None, 0, 800)
    }
    assert [made.escalate_after_s for made in waits.values()] == [0.5, 0, 0.8]
    assert waits[800].draft is not None
    assert waits[800].draft.give_up_at == pytest.approx(101.55)


def test_target_that_waits_for_its_draft_speaks_later() -> None:
    knowledge = heard(*[leg("a/big", 0.75)] * 20)
    route = replace(ROUTE, opening="model", strategy="continue")
    made = plan(knowledge=replace(knowledge, routes={"default": route}))
    assert made.strategy is Strategy.CONTINUE
    assert made.draft is not None and made.draft.give_up_at == pytest.approx(100.95)


def conversation(tokens: int) -> Request:
    """With a short question at its end."""
    told = Message("user", (TextPart("x" * 4 * tokens),))
    return replace(REQUEST, messages=(told, *QUESTION))


def test_draft_that_reads_everything_is_not_started_where_that_takes_too_long() -> None:
    """500 tokens a second, as a small model reads on two cores."""
    short = replace(leg("local", 0.125), prompt_tokens=25)
    long = replace(leg("local", 1.125), prompt_tokens=525)
    knowledge = heard(*[short] * 20, *[long] * 5, *[leg("a/big", 0.75)] * 20)
    own_words = replace(knowledge, routes={"default": replace(ROUTE, opening="model")})
    assert plan(conversation(50), own_words).draft is not None
    made = plan(conversation(300), own_words)
    assert made.draft is None
    (reason,) = (reason for reason in made.reasons if reason.startswith("no draft"))
    assert reason.startswith("no draft: it would speak after 0.7") and "a/big after 0.75" in reason
    framed = plan(conversation(300), knowledge).draft
    assert framed is not None and framed.level == "frame"


@given(st.integers(0, 400), st.integers(1, 30), st.floats(0.0, 0.01))
def test_prompt_no_longer_than_usual_keeps_every_draft_that_it_had(
    tokens: int, long_ones: int, per_token_s: float
) -> None:
    """Whatever was measured of longer ones; here, half of all prompts have 400 tokens or more."""
    usual = replace(leg("local", 0.25), prompt_tokens=410)
    long = replace(leg("local", 0.25 + per_token_s * 3600), prompt_tokens=4010)
    legs = [usual] * 40 + [long] * long_ones
    knowledge = heard(*legs, *[leg("a/big", 0.75)] * 20)
    own_words = replace(knowledge, routes={"default": replace(ROUTE, opening="model")})
    assert plan(conversation(tokens), own_words).draft is not None


def test_hosted_draft_that_is_marked_down_is_not_waited_for() -> None:
    route = replace(ROUTE, draft="b/equal", targets=("a/big",))
    knowledge = replace(heard(leg("b/equal", cause=DOWN)), routes={"default": route})
    made = plan(knowledge=knowledge)
    assert made.draft is None
    assert "no draft: b/equal is marked down" in made.reasons


def limited(**rates: float) -> Knowledge:
    """The provider's limit, in requests per minute, has just been reached."""
    limits = Limits()
    limits.configure({name: Rate(requests=rate) for name, rate in rates.items()})
    for name, rate in rates.items():
        for _ in range(max(1, int(rate / 6))):
            limits.take(f"{name}/big", 1, now=100.0)
    return replace(KNOWLEDGE, limits=limits, health=Health())


def test_target_at_its_configured_limit_goes_behind_the_others() -> None:
    made = plan(knowledge=limited(a=60))
    assert tiers(made) == ["b/equal", "a/big", "local"]
    assert "a/big: its configured limit is reached for 1.0 s" in made.reasons


def test_target_whose_limit_lasts_beyond_the_deadline_is_left_out() -> None:
    made = plan(knowledge=limited(a=1))
    assert tiers(made) == ["b/equal", "local"]
    short = replace(REQUEST, options=Options(max_latency_ms=800))
    assert tiers(plan(short, limited(a=60))) == ["b/equal", "local"]


def test_target_whose_quota_is_used_up_goes_behind_the_others() -> None:
    health = Health()
    health.hear_quota("a", Quota((Count(Counted.REQUESTS, 0, 107.0),)), now=99.0)
    models = {name: replace(facts, quota_of=name[0]) for name, facts in MODELS.items()}
    made = plan(knowledge=replace(KNOWLEDGE, find=models.get, health=health))
    assert tiers(made) == ["b/equal", "a/big", "local"]
    assert "a/big: its quota is used up for 7.0 s" in made.reasons


def test_where_the_limits_leave_nobody_the_local_model_answers_prose() -> None:
    made = plan(knowledge=limited(a=1, b=1))
    assert tiers(made) == ["local"]
    assert made.strategy is Strategy.LOCAL


def test_where_the_limits_leave_nobody_at_all_the_caller_is_told_when_to_come_back() -> None:
    alone = replace(limited(a=1, b=2), local=None)
    with pytest.raises(TierRateLimited) as raised:
        plan(knowledge=alone)
    assert raised.value.is_ours
    assert raised.value.retry_after_s == pytest.approx(30.0)
    assert "a/big: its configured limit is reached for 60.0 s" in str(raised.value)


def test_structured_reply_beyond_the_limits_is_not_left_to_the_local_model() -> None:
    structured = replace(REQUEST, response_format={"type": "json_object"})
    with pytest.raises(TierRateLimited):
        plan(structured, limited(a=1, b=1))


def test_hosted_draft_at_its_limit_makes_way() -> None:
    route = replace(ROUTE, draft="b/equal", targets=("a/big",))
    made = plan(knowledge=replace(limited(b=60), routes={"default": route}))
    assert made.draft is None
    assert "no draft: b/equal: its configured limit is reached for 1.0 s" in made.reasons


def test_slowest_visible_text_is_the_settings_to_say() -> None:
    tiers = TierSettings(deep=DeepSettings(min_chars_per_s=9))
    rungs = plan(knowledge=replace(KNOWLEDGE, tiers=tiers)).chain
    assert [rung.clocks.min_chars_per_s for rung in rungs] == [9, 9, 0, 0]


def test_only_streamed_prose_has_a_pace() -> None:
    slow = replace(KNOWLEDGE, tiers=TierSettings(deep=DeepSettings(pace_tokens_per_s=20)))
    assert plan().pace_tokens_per_s == 0
    assert plan(knowledge=slow).pace_tokens_per_s == 20
    assert plan(replace(REQUEST, stream=False), slow).pace_tokens_per_s == 0
    structured = replace(REQUEST, response_format={"type": "json_object"})
    assert plan(structured, slow).pace_tokens_per_s == 0


def test_reasons_are_for_people() -> None:
    made = plan(replace(REQUEST, stream=False))
    assert made.reasons == ("task open_qa (the test)", "no draft: the reply is not streamed")


def test_answer_has_room_for_its_max_tokens_in_any_language() -> None:
    assert plan().most_chars is None
    assert plan(replace(REQUEST, sampling=Sampling(max_tokens=100))).most_chars == 1200


def test_a_target_that_starts_cold_waits_behind_others_where_time_is_short() -> None:
    models = {**MODELS, "a/big": ModelFacts("a/big", prefill=True, cold_starts=True)}
    knowledge = replace(KNOWLEDGE, find=models.get)
    hurried = replace(REQUEST, options=Options(max_latency_ms=4000))
    assert tiers(plan(hurried, knowledge)) == ["b/equal", "a/big", "local"]
    assert tiers(plan(REQUEST, knowledge)) == ["a/big", "b/equal", "local"]


def test_reply_that_the_caller_began_has_no_opening_of_ours() -> None:
    made = plan(replace(REQUEST, prefix="A heat pump is"))
    assert (made.draft, made.prefix) == (None, "A heat pump is")
    assert "no draft: the caller began the reply" in made.reasons
