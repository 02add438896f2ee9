from __future__ import annotations

from adapters.platform_facts import data_facts, facts_of, facts_table
from adapters.providers import PROVIDERS, find_endpoint
from edge.core.data_rules import DataFacts, kept_days
from edge.core.settings import ProviderSettings, Settings

DEPENDS = ("as deployed", "as behind it")


def known(name: str = "openai", **given: object) -> DataFacts:
    provider = ProviderSettings(name, **given)  # type: ignore[arg-type]  # as a file would have it
    endpoint = find_endpoint(name, Settings(providers={name: provider}))
    return data_facts(endpoint, provider)


def test_the_settings_win_over_the_table() -> None:
    ships = known()
    assert (ships.regions, ships.retention) == (None, "30d")
    assert ships.compliance is not None and "soc2" in ships.compliance
    told = known(regions=("eu",), compliance=(), retention="none")
    assert told == DataFacts(("eu",), (), "none")


def test_the_table_says_nothing_of_another_address() -> None:
    assert known(base_url="http://127.0.0.1:1/v1") == DataFacts()


def test_the_region_that_an_address_names_is_where_data_goes() -> None:
    assert known("vertex", region="europe-west4", project="p").regions == ("europe-west4",)
    assert known("vertex", region="europe-west4", project="p", regions=("eu",)).regions == ("eu",)


def test_a_model_that_is_spread_over_regions_goes_nobody_knows_where() -> None:
    given = ProviderSettings("bedrock", region="eu-central-1")
    endpoint = find_endpoint("bedrock", Settings(providers={"bedrock": given}))
    assert data_facts(endpoint, given, "amazon.nova-pro-v1:0").regions == ("eu-central-1",)
    assert data_facts(endpoint, given, "eu.amazon.nova-pro-v1:0").regions is None
    told = ProviderSettings("bedrock", region="eu-central-1", regions=("eu",))
    assert data_facts(endpoint, told, "eu.amazon.nova-pro-v1:0").regions == ("eu",)


def test_platform_that_the_table_does_not_know_is_unknown() -> None:
    provider = ProviderSettings("openai_compatible", "http://127.0.0.1:1/v1")
    facts = facts_of(find_endpoint("mine", Settings(providers={"mine": provider})))
    assert (facts.limits, facts.quota_of) == ("as deployed", "model")
    assert data_facts(find_endpoint("mine", Settings(providers={"mine": provider})), provider) == (
        DataFacts()
    )


def test_a_server_on_this_machine_keeps_data_here_and_one_elsewhere_is_unknown() -> None:
    assert known("vllm") == DataFacts(("own",), (), "none")
    assert known("vllm", base_url="http://10.0.0.7:8000/v1") == DataFacts()
    assert known("ollama").regions is None  # it may ask a model of ollama.com


def test_what_takes_a_contract_is_never_said_to_be_so() -> None:
    said = {word for facts in facts_table().values() for word in facts.data.compliance or ()}
    assert said <= {"soc2", "iso27001", "iso42001", "baa-offered", "dpa-offered"}


def test_what_a_fact_depends_on_is_told_to_people_and_fits_no_label() -> None:
    for facts in facts_table().values():
        for name, word in facts.depends.items():
            assert word in (*DEPENDS, "as named", "as its model")
            assert getattr(facts.data, name) is None
    assert known("bedrock", region="us-east-1").retention is None  # some of its models keep prompts


def test_every_row_of_the_provider_table_says_what_is_known_of_it() -> None:
    assert set(facts_table()) == {row.name for row in PROVIDERS}


def test_every_entry_of_the_table_can_be_understood() -> None:
    for facts in facts_table().values():
        assert facts.caching in (None, "automatic", "marked", "none", *DEPENDS)
        assert facts.limits in (None, "headers", "429", "none", *DEPENDS)
        assert facts.quota_of in ("key", "model")
        assert facts.data.retention is None or kept_days(facts.data.retention) is not None
