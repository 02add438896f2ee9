from __future__ import annotations

from adapters.platform_facts import data_facts, facts_of, facts_table
from adapters.providers import find_endpoint
from edge.core.data_rules import DataFacts, kept_days
from edge.core.settings import ProviderSettings, Settings


def known(name: str = "openai", **given: object) -> DataFacts:
    provider = ProviderSettings(name, **given)  # type: ignore[arg-type]  # as a file would have it
    endpoint = find_endpoint(name, Settings(providers={name: provider}))
    return data_facts(endpoint, provider)


def test_the_settings_win_over_the_table() -> None:
    assert known() == DataFacts(retention="30d")
    told = known(regions=("eu",), compliance=(), retention="none")
    assert told == DataFacts(("eu",), (), "none")


def test_the_table_says_nothing_of_another_address() -> None:
    assert known(base_url="http://127.0.0.1:1/v1") == DataFacts()


def test_the_region_that_an_address_names_is_where_data_goes() -> None:
    assert known("vertex", region="europe-west4", project="p").regions == ("europe-west4",)
    assert known("vertex", region="europe-west4", project="p", regions=("eu",)).regions == ("eu",)


def test_platform_that_the_table_does_not_know_is_unknown() -> None:
    provider = ProviderSettings("openai_compatible", "http://127.0.0.1:1/v1")
    facts = facts_of(find_endpoint("mine", Settings(providers={"mine": provider})))
    assert (facts.caching, facts.limits, facts.quota_of) == (None, None, "model")


def test_every_entry_of_the_table_can_be_understood() -> None:
    for facts in facts_table().values():
        assert facts.caching in (None, "automatic", "marked")
        assert facts.limits in (None, "headers", "none")
        assert facts.quota_of in ("key", "model")
        assert facts.data.retention is None or kept_days(facts.data.retention) is not None
