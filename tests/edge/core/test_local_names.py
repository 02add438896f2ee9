"""`local:NAME`: who is meant, what is refused, and how planning treats them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edge.core.errors import BadRequest
from edge.core.events import Role
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.local_names import engine_settings, is_local, local_names
from edge.core.local_rules import find_local_clashes
from edge.core.plan import Plan, Strategy
from edge.core.planning import make_plan
from edge.core.settings import (
    DataSettings,
    LocalModelSettings,
    LocalSettings,
    RouteSettings,
    TierSettings,
)
from edge.core.types import Message, Options, Request, TextPart
from edge.core.verdict import Task, Verdict

BIG = LocalModelSettings(model="/big.gguf", loras={"medical": "/m.gguf"})
LOCAL = LocalSettings(loras={"legal": "/l.gguf"}, models={"big": BIG})
VERDICT = Verdict(Task.OPEN_QA, 0.5, 0.5, "the test", language="en")
QUESTION = (Message("user", (TextPart("What is a heat pump?"),)),)
MODELS = {
    "local:big": ModelFacts(
        "local:big", prefill=True, context=2048, is_local=True, opening="frame"
    ),
    "a/hosted": ModelFacts("a/hosted"),
}


def plan(request: Request, route: RouteSettings) -> Plan:
    knowledge = Knowledge(
        {"default": route},
        TierSettings(),
        MODELS.get,
        LocalFacts(context=4096, opening="frame"),
        data={"here": DataSettings(regions=("nowhere",))},
    )
    return make_plan(request, VERDICT, knowledge, now=100.0)


def test_models_and_adapters_share_their_names() -> None:
    names = local_names(LOCAL)
    assert list(names) == ["local", "local:big", "local:legal", "local:medical"]
    assert (names["local:legal"].engine, names["local:legal"].adapter) == ("local", "legal")
    assert (names["local:medical"].engine, names["local:medical"].adapter) == (
        "local:big",
        "medical",
    )
    assert names["local:big"].settings is BIG
    assert all(map(is_local, names))
    assert not any(map(is_local, ("localhost/model", "mine/local", "auto")))


def test_each_model_has_an_engine_and_no_adapter_has() -> None:
    assert list(engine_settings(LOCAL)) == ["local", "local:big"]
    assert list(engine_settings(replace(LOCAL, model="none"))) == ["local:big"]


@pytest.mark.parametrize(
    ("local", "key", "words"),
    [
        (LocalSettings(models={"a b": BIG}), ("local", "models", "a b"), "letters, digits"),
        (LocalSettings(loras={"a" * 33: "/l"}), ("local", "loras", "a" * 33), "up to 32"),
        (LocalSettings(loras={"big": "/l"}, models={"big": BIG}), ("local", "loras", "big"), "two"),
        (
            LocalSettings(loras={"medical": "/l"}, models={"big": BIG}),
            ("local", "loras", "medical"),
            "two",
        ),
        (
            LocalSettings(models={"big": LocalModelSettings(model="none")}),
            ("local", "models", "big", "model"),
            "never none",
        ),
        (LocalSettings(model="none", loras={"l": "/l"}), ("local", "loras"), "no local model"),
        (
            LocalSettings(kv_type="q8_0", flash_attention="off"),
            ("local", "flash_attention"),
            "needs flash attention",
        ),
    ],
)
def test_names_that_would_not_do_are_refused(
    local: LocalSettings, key: tuple[str, ...], words: str
) -> None:
    (clash,) = find_local_clashes(local)
    assert clash.keys[0] == key
    assert words in clash.reason


def test_names_that_do_are_not_refused() -> None:
    assert not list(find_local_clashes(LOCAL))


def test_a_caller_may_choose_one_which_is_then_waited_for_as_the_local_model_is() -> None:
    made = plan(Request("r", "local:big", QUESTION), RouteSettings(targets=("a/hosted",)))
    assert [rung.tier for rung in made.chain] == ["local:big", "local", "local"]
    assert made.chain[0].clocks == made.chain[1].clocks
    assert made.chain[0].clocks.first_text_s >= 30
    assert made.draft is None


def test_one_that_there_is_not_is_refused() -> None:
    with pytest.raises(BadRequest, match="does not exist"):
        plan(Request("r", "local:other", QUESTION), RouteSettings())


def test_a_route_may_name_one_among_its_targets_which_is_then_no_longer_waited_for() -> None:
    made = plan(Request("r", "auto", QUESTION), RouteSettings(targets=("local:big", "a/hosted")))
    assert [rung.tier for rung in made.chain][:2] == ["local:big", "a/hosted"]
    assert made.chain[0].role is Role.TARGET
    assert made.chain[0].clocks == made.chain[1].clocks
    assert made.draft is not None
    assert made.draft.tier == "local"


def test_a_route_may_have_it_draft_under_forms() -> None:
    made = plan(
        Request("r", "auto", QUESTION), RouteSettings(draft="local:big", targets=("a/hosted",))
    )
    assert made.draft is not None
    assert (made.draft.tier, made.draft.level) == ("local:big", "frame")
    assert made.draft.choices
    assert made.strategy is Strategy.PREAMBLE


def test_data_that_may_go_nowhere_may_stay_here() -> None:
    request = Request("r", "auto", QUESTION, options=Options(data="here"))
    made = plan(request, RouteSettings(draft="local:big", targets=("a/hosted", "local:big")))
    assert made.chain[0].tier == "local:big"
    assert made.draft is not None
    assert made.draft.tier == "local:big"
