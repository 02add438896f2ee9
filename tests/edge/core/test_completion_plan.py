"""Who is asked to go on with a text, and who is refused, by name."""

from __future__ import annotations

from typing import Any

import pytest

from edge.core.completion_plan import make_completion_plan
from edge.core.errors import BadRequest
from edge.core.events import Role
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.plan import Plan, Strategy
from edge.core.settings import RouteSettings, TierSettings
from edge.core.types import Completion, Message, Options, Request, Sampling, TextPart

NOW = 100.0
MODELS = {
    "a/code": ModelFacts("a/code", completes=True, fills_in=True),
    "b/code": ModelFacts("b/code", completes=True, fills_in=True),
    "c/plain": ModelFacts("c/plain", completes=True, fills_in=False),
    "d/chat": ModelFacts("d/chat"),
    "local:coder": ModelFacts("local:coder", completes=True, fills_in=True, is_local=True),
}
LOCAL_FILLS = LocalFacts(4096, "frame", fills_in=True)
LOCAL_DOES_NOT = LocalFacts(4096, "frame", fills_in=False)


def know(*targets: str, local: LocalFacts | None = LOCAL_FILLS) -> Knowledge:
    routes = {"default": RouteSettings(targets=("d/chat",))}
    if targets:
        routes["completion"] = RouteSettings(targets=targets)
    return Knowledge(routes, TierSettings(), MODELS.get, local)


def request(suffix: str | None, model: str, **more: Any) -> Request:
    asked = Completion("def add(a, b):", suffix)
    return Request("r", model, (Message("user", (TextPart("def"),)),), completion=asked, **more)


def plan(
    knowledge: Knowledge, *, suffix: str | None = "\n", model: str = "auto", **more: Any
) -> Plan:
    return make_completion_plan(request(suffix, model, **more), knowledge, NOW)


def names(made: Plan) -> list[str]:
    return [rung.tier for rung in made.chain]


def refused(knowledge: Knowledge, **asked: Any) -> BadRequest:
    with pytest.raises(BadRequest) as caught:
        plan(knowledge, **asked)
    return caught.value


def test_the_route_of_completions_is_taken_whatever_the_text_looks_like() -> None:
    made = plan(know("a/code", "b/code"))
    assert names(made) == ["a/code", "b/code", "local", "local"]
    assert (made.route, made.strategy, made.draft) == ("completion", Strategy.TARGET, None)
    assert made.verbatim
    assert made.recoverable
    assert all(rung.prefill for rung in made.chain)


def test_without_a_route_the_local_model_answers_and_not_who_talks() -> None:
    made = plan(know())
    assert names(made) == ["local", "local"]
    assert made.strategy is Strategy.LOCAL


def test_a_local_model_that_leads_is_left_when_it_is_lost() -> None:
    made = plan(know("local", "a/code"))
    assert names(made) == ["local", "a/code", "local", "local"]
    assert [rung.role for rung in made.chain[:2]] == [Role.LOCAL, Role.TARGET]
    assert made.strategy is Strategy.LOCAL


@pytest.mark.parametrize("model", ["auto", "local"])
def test_a_local_model_that_fills_no_gaps_is_refused_by_name(model: str) -> None:
    error = refused(know(local=LOCAL_DOES_NOT), model=model)
    assert "local has no tokens to fill in the middle of a text" in str(error)
    assert "[routes.completion]" in str(error)
    assert (error.status, error.param, error.code) == (400, "model", "unsupported_value")


def test_it_still_goes_on_with_a_text_that_has_no_suffix() -> None:
    assert names(plan(know(local=LOCAL_DOES_NOT), suffix=None)) == ["local", "local"]


def test_a_local_model_of_which_nobody_knows_is_asked_and_says_itself() -> None:
    assert names(plan(know(local=LocalFacts(4096, "frame")))) == ["local", "local"]


def test_a_local_model_that_fills_no_gaps_does_not_stand_behind_those_who_do() -> None:
    assert names(plan(know("a/code", local=LOCAL_DOES_NOT))) == ["a/code"]


@pytest.mark.parametrize(
    ("model", "suffix", "why"),
    [
        ("d/chat", "\n", "d/chat is called for replies only"),
        ("d/chat", None, "d/chat is called for replies only"),
        ("c/plain", "\n", "c/plain cannot fill in the middle"),
    ],
)
def test_a_model_that_cannot_is_refused_by_name_though_the_local_one_could(
    model: str, suffix: str | None, why: str
) -> None:
    assert why in str(refused(know(), model=model, suffix=suffix))
    error = refused(know(), options=Options(targets=(model,)), suffix=suffix)
    assert error.param == "prelude.targets"


def test_of_a_chain_those_who_cannot_are_left_out_and_why_is_told() -> None:
    made = plan(know("c/plain", "a/code"))
    assert names(made) == ["a/code", "local", "local"]
    assert "c/plain cannot fill in the middle of a text" in made.reasons
    assert names(plan(know("c/plain", "a/code"), suffix=None))[:2] == ["c/plain", "a/code"]


def test_another_model_of_this_box_is_asked_by_its_name() -> None:
    assert names(plan(know(local=LOCAL_DOES_NOT), model="local:coder")) == ["local:coder"]


def test_where_there_is_nobody_it_is_said() -> None:
    error = refused(know(local=None))
    assert (error.status, error.param) == (400, "model")
    assert "there is no local model" in str(error)


def test_log_probabilities_are_of_one_model_so_such_a_completion_is_not_continued() -> None:
    assert not plan(know("a/code"), sampling=Sampling(logprobs=True)).recoverable


def test_who_costs_too_much_is_not_asked() -> None:
    made = plan(know("local", "a/code"), options=Options(max_cost_cents=0.1))
    assert names(made) == ["local", "local"]
