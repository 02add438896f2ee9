from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from edge.core.accounting import LegReport
from edge.core.data_rules import DataFacts
from edge.core.errors import BadRequest, TierRateLimited, TierUnavailable
from edge.core.events import Role
from edge.core.health import Health
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.limits import Limits, Rate
from edge.core.media import Ask, Draw, Embed, Film, MediaRequest
from edge.core.media_plan import MediaPlan, make_media_plan
from edge.core.settings import DataSettings, DeepSettings, RouteSettings, TierSettings
from edge.core.types import Options, Usage

NOW = 100.0
ALL = frozenset({"image", "embedding", "video"})
MODELS = {
    "a/e3": ModelFacts("a/e3", makes=ALL, space="e3", takes_tokens=True, context=100),
    "b/e3": ModelFacts("b/e3", makes=ALL, space="e3", context=100),
    "c/bge": ModelFacts("c/bge", makes=ALL, space="bge", whole_ms=1500),
    "d/chat": ModelFacts("d/chat"),
    "eu/e3": ModelFacts("eu/e3", makes=ALL, space="e3", data=DataFacts(regions=("eu",))),
}
ROUTES = {
    "default": RouteSettings(targets=("d/chat",)),
    "embedding": RouteSettings(targets=("a/e3", "b/e3")),
    "image": RouteSettings(targets=("c/bge", "a/e3")),
}


def know(**more: Any) -> Knowledge:
    given: dict[str, Any] = {
        "routes": ROUTES,
        "tiers": TierSettings(),
        "find": MODELS.get,
        "local": LocalFacts(4096, "frame"),
        **more,
    }
    return Knowledge(**given)


def plan(
    ask: Ask | None = None, model: str = "auto", knowledge: Knowledge | None = None, **options: Any
) -> MediaPlan:
    request = MediaRequest("r", model, ask or Embed(("tide",)), options=Options(**options))
    return make_media_plan(request, knowledge or know(), NOW)


def names(made: MediaPlan) -> list[str]:
    return [target.tier for target in made.chain]


def refused(ask: Ask | None = None, model: str = "auto", **options: Any) -> BadRequest:
    with pytest.raises(BadRequest) as caught:
        plan(ask, model, **options)
    return caught.value


def test_the_kind_of_thing_chooses_the_chain() -> None:
    made = plan()
    assert names(made) == ["a/e3", "b/e3"]
    assert made.describe() == "embedding; targets=a/e3,b/e3"
    assert names(plan(Draw("a tide"))) == ["c/bge", "a/e3"]


def test_each_kind_has_its_own_time_and_a_model_its_own() -> None:
    deep = DeepSettings(whole_ms=1000, image_ms=2000, video_ms=3000)
    knowledge = know(tiers=TierSettings(deep=deep))
    for ask, whole_s in ((Embed(("a",)), 1.0), (Draw("a"), 2.0), (Film("a"), 3.0)):
        assert plan(ask, "a/e3", knowledge).chain[0].whole_s == whole_s
        assert plan(ask, "c/bge", knowledge).chain[0].whole_s == 1.5
    assert plan(Draw("a")).chain[1].whole_s == 120.0


def test_a_model_is_asked_for_by_its_name_and_a_chain_by_its_models() -> None:
    assert names(plan(model="b/e3")) == ["b/e3"]
    assert names(plan(model="e3")) == ["a/e3", "b/e3"]
    assert names(plan(targets=("b/e3", "a/e3"))) == ["b/e3", "a/e3"]


@pytest.mark.parametrize(
    ("ask", "model", "message"),
    [
        (Film("a"), "auto", "No video model is configured"),
        (None, "nobody/x", "does not exist here"),
        (None, "local", "The local model makes no embeddings"),
    ],
)
def test_where_nobody_is_configured_the_model_is_not_found(
    ask: Ask | None, model: str, message: str
) -> None:
    error = refused(ask, model)
    assert (error.status, error.code, error.param) == (404, "model_not_found", "model")
    assert message in str(error)


def test_without_a_route_no_embedding_model_is_configured() -> None:
    with pytest.raises(BadRequest, match="No embedding model is configured") as caught:
        plan(knowledge=know(routes={"default": ROUTES["default"]}))
    assert caught.value.code == "model_not_found"


def test_targets_that_mix_vectors_are_refused() -> None:
    error = refused(targets=("a/e3", "c/bge"))
    assert (error.code, error.param) == ("vectors_not_comparable", "prelude.targets")
    assert "c/bge" in str(error)
    assert names(plan(Draw("a"), targets=("a/e3", "c/bge"))) == ["a/e3", "c/bge"]


def test_a_platform_that_makes_no_such_thing_is_refused_by_name() -> None:
    assert "`d/chat` is not called for images" in str(refused(Draw("a"), "d/chat"))
    assert refused(targets=("a/e3", "d/chat")).param == "prelude.targets"


def test_tokens_need_one_who_takes_them() -> None:
    tokens = Embed((), tokens=((1, 2),))
    assert names(plan(tokens)) == ["a/e3", "b/e3"]
    error = refused(tokens, "b/e3")
    assert error.param == "input" and "send the texts" in str(error)


def test_a_text_that_is_surely_too_long_for_everyone_is_refused() -> None:
    error = refused(Embed(("a", "a" * 1201)))
    assert error.code == "context_length_exceeded" and "1201 characters" in str(error)
    assert refused(Embed((), tokens=((1,) * 101,))).code == "context_length_exceeded"
    assert names(plan(Embed(("a" * 1200,))))
    assert names(plan(Embed(("a" * 9999,)), "c/bge"))  # nobody knows what it reads


def test_data_reaches_only_those_that_fit() -> None:
    knowledge = know(data={"private": DataSettings(regions=("eu",))})
    made = plan(knowledge=knowledge, data="private", targets=("a/e3", "eu/e3"))
    assert names(made) == ["eu/e3"]
    assert "a/e3: not for data `private`: its regions are unknown" in made.reasons
    with pytest.raises(BadRequest) as caught:
        plan(knowledge=knowledge, data="private")
    assert caught.value.code == "data_label_fits_nobody"


def test_one_that_is_marked_down_is_left_out() -> None:
    health = Health()
    broken = TierUnavailable("a/e3: gone", status=401, lasting=True)
    leg = LegReport(
        0, "a/e3", Role.TARGET, 0.0, None, 0.1, "failed", "gone", Usage(0, 0), None, cause=broken
    )
    health.judge(leg, NOW - 1)
    made = plan(knowledge=know(health=health))
    assert names(made) == ["b/e3"]
    assert "a/e3 is marked down" in made.reasons


def test_configured_limits_leave_out_who_has_no_room_and_then_refuse() -> None:
    limits = Limits()
    limits.configure({"a": Rate(requests=1), "b": Rate(requests=1)})
    limits.take("a/e3", 1, NOW)
    assert names(plan(knowledge=know(limits=limits))) == ["b/e3"]
    limits.take("b/e3", 1, NOW)
    with pytest.raises(TierRateLimited) as caught:
        plan(knowledge=know(limits=limits))
    assert caught.value.is_ours and caught.value.retry_after_s == pytest.approx(60.0)


def test_each_picture_of_a_call_is_an_output_and_all_its_vectors_are_one() -> None:
    limits = Limits()
    limits.configure({"c": Rate(outputs=60), "a": Rate(outputs=60)})  # ten at a time
    limits.take("c/bge", 1, NOW, outputs=8)
    limits.take("a/e3", 1, NOW, outputs=8)
    assert names(plan(Draw("tide", 4), knowledge=know(limits=limits)))[:1] == ["c/bge"]
    made = plan(Draw("tide", 4), knowledge=know(limits=limits))
    assert made.reasons == tuple(
        f"{name}: its configured limit is reached for 2.0 s" for name in ("c/bge", "a/e3")
    )
    assert plan(Embed(("tide",) * 4), knowledge=know(limits=limits)).reasons == ()


def test_the_callers_latency_bounds_it_all() -> None:
    assert plan().total_deadline is None
    assert plan(max_latency_ms=500).total_deadline == NOW + 0.5
    tiers = TierSettings(deep=replace(DeepSettings(), total_ms=300))
    assert plan(knowledge=know(tiers=tiers), max_latency_ms=500).total_deadline == NOW + 0.3
