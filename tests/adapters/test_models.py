from datetime import datetime
from pathlib import Path

import pytest

from adapters import models
from adapters.models import describe, model_table
from adapters.providers import PROVIDERS
from edge.core.overlay import Overlay, Probed
from edge.core.prices import Prices
from edge.core.settings import ModelSettings, ProviderSettings, Settings


def settings(kind: str = "openai", **model: object) -> Settings:
    return Settings(
        providers={"mine": ProviderSettings(kind, "http://127.0.0.1:1/v1")},
        models={"mine/big": ModelSettings(**model)},  # type: ignore[arg-type]  # as each test says
    )


def test_a_listed_model_has_its_list_price() -> None:
    model = describe("openai/gpt-5.4-mini", Settings())
    assert (model.name, model.id) == ("openai/gpt-5.4-mini", "gpt-5.4-mini")
    assert model.prices == Prices(0.75, 4.5, 0.075)
    assert model.context == 400_000
    assert not model.prefill


def test_a_provider_of_another_name_has_the_prices_of_its_kind() -> None:
    assert describe("mine/gpt-4o", settings()).prices == Prices(2.5, 10, 1.25)
    assert describe("mine/big", settings(id="gpt-4o")).prices == Prices(2.5, 10, 1.25)


def test_what_nobody_says_is_unknown() -> None:
    model = describe("openai/gpt-9", Settings())
    assert (model.prices, model.context, model.prefill) == (None, None, False)


def test_the_platform_s_own_name_may_hold_slashes() -> None:
    assert describe("mine/org/big", settings()).id == "org/big"


def test_settings_say_what_the_table_does_not() -> None:
    model = describe("mine/big", settings("vllm", prefill=True, price_in=1, price_out=2, context=8))
    assert (model.prices, model.context, model.prefill) == (Prices(1, 2), 8, True)


def test_settings_override_the_table_and_its_discount() -> None:
    model = describe("mine/big", settings(id="gpt-4o", price_in=9))
    assert model.prices == Prices(9, 10)
    assert describe("mine/big", settings(id="gpt-4o", price_in=0)).prices == Prices(0, 10)


def test_time_may_be_all_that_is_paid_for() -> None:
    model = describe("mine/big", settings("runpod", price_compute_s=0.0004))
    assert model.prices == Prices(0, 0, compute_s=0.0004)
    both = describe("mine/big", settings(price_compute_s=0.0004, price_out=2))
    assert both.prices == Prices(0, 2, compute_s=0.0004)


def test_half_a_price_is_no_price() -> None:
    assert describe("mine/big", settings(price_in=1)).prices is None


def test_what_was_found_out_is_better_than_the_table_and_yields_to_the_settings() -> None:
    found = Overlay({"mine/big": Probed(prefill=True, base_url="http://127.0.0.1:1/v1")})
    assert describe("mine/big", settings("llamacpp"), found).prefill
    assert not describe("mine/big", settings("llamacpp", prefill=False), found).prefill
    assert not describe("mine/big", settings("openai"), found).prefill
    refuted = Overlay({"mine/big": Probed(prefill=False, base_url="http://127.0.0.1:1/v1")})
    assert describe("mine/big", settings("llamacpp", prefill=True), refuted).prefill


def test_what_was_found_out_goes_by_the_platforms_own_id_and_address() -> None:
    found = Overlay({"mine/Big-70B": Probed(prefill=True, base_url="http://127.0.0.1:1/v1")})
    assert describe("mine/big", settings("llamacpp", id="Big-70B"), found).prefill
    elsewhere = Overlay({"mine/big": Probed(prefill=True, base_url="http://127.0.0.1:2/v1")})
    assert not describe("mine/big", settings("llamacpp"), elsewhere).prefill


def test_a_host_without_a_way_to_continue_has_no_prefill_whatever_the_model() -> None:
    assert not describe("mine/big", settings("openai", prefill=True)).prefill
    assert describe("mine/big", settings("llamacpp", prefill=True)).prefill
    assert not describe("mine/big", settings("llamacpp")).prefill


@pytest.mark.parametrize("name", ["big", "/big", "mine/", "nobody/big"])
def test_a_model_of_no_provider_is_refused_by_name(name: str) -> None:
    with pytest.raises(ValueError, match=name.strip("/").partition("/")[0]):
        describe(name, settings())


def test_every_listed_model_is_of_a_row_and_every_default_is_listed() -> None:
    rows = {row.name for row in PROVIDERS}
    assert {name.partition("/")[0] for name in model_table()} <= rows
    defaults = {
        f"{row.models_of or row.name}/{row.chat_model}" for row in PROVIDERS if row.chat_model
    }
    assert defaults <= model_table().keys()


def test_no_price_in_the_table_is_upside_down() -> None:
    for name, row in model_table().items():
        if row.price_image or row.price_video_s:
            continue  # paid for by the piece
        assert row.price_in and row.price_out, name
        assert 0 < row.price_in <= row.price_out, name
        assert row.price_cached is None or 0 < row.price_cached < row.price_in, name


def test_a_model_on_bedrock_says_what_it_keeps_of_a_prompt() -> None:
    provider = ProviderSettings("bedrock", region="us-east-1")
    known = describe("bedrock/amazon.nova-pro-v1:0", Settings(providers={"bedrock": provider}))
    assert (known.cache_from, known.prefill) == (1000, False)
    unknown = describe("bedrock/meta.x-v1:0", Settings(providers={"bedrock": provider}))
    assert (unknown.cache_from, unknown.prices) == (None, None)


def test_the_source_of_prices_that_is_told_is_the_one_that_the_table_names() -> None:
    head = Path(models.__file__).with_name("models.toml").read_text().partition("\n[")[0]
    package, _, date = models.PRICES_FROM.partition(", ")
    day = datetime.fromisoformat(date)
    assert package in head
    assert f"{day.day} {day:%B %Y}" in head
