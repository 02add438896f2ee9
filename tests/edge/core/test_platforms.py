from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from edge.core.platforms import Secret, key_variable, split_model
from edge.core.settings import ProviderSettings


class Row(NamedTuple):
    name: str
    key_env: str | None
    base_url: str | None
    chat_model: str | None
    elsewhere: Mapping[str, str] = {}
    background: bool = False
    keeps_prompts: bool = False
    machine_key: bool = False
    media: tuple[str, ...] = ()
    completes: bool = False


OPENAI = Row("openai", "OPENAI_API_KEY", "https://api.openai.com/v1", "gpt-5-mini")
AZURE = Row("azure", "AZURE_OPENAI_API_KEY", None, None)


def test_a_secret_is_not_printed_by_accident() -> None:
    secret = Secret("sk-123")
    assert "sk-123" not in f"{secret} {secret!r} {[secret]} {{'a': secret}}"
    assert secret.reveal() == "sk-123"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("openai/gpt", ("openai", "gpt")),
        ("openrouter/meta/llama", ("openrouter", "meta/llama")),
        ("gpt", None),
        ("/gpt", None),
        ("openai/", None),
    ],
)
def test_a_models_name_splits_at_its_first_slash(name: str, parts: tuple[str, str] | None) -> None:
    assert split_model(name) == parts


def test_the_usual_key_goes_to_the_platforms_own_address_only() -> None:
    assert key_variable(ProviderSettings("openai"), OPENAI) == "OPENAI_API_KEY"
    same = ProviderSettings("openai", base_url="https://api.openai.com/v1")
    assert key_variable(same, OPENAI) == "OPENAI_API_KEY"
    elsewhere = ProviderSettings("openai", base_url="https://else.example/v1")
    assert key_variable(elsewhere, OPENAI) is None


def test_a_key_that_is_named_goes_where_it_is_told() -> None:
    elsewhere = ProviderSettings("openai", base_url="https://else.example", api_key_env="MINE")
    assert key_variable(elsewhere, OPENAI) == "MINE"


def test_a_platform_that_is_elsewhere_for_everyone_has_its_usual_key_there() -> None:
    mine = ProviderSettings("azure", base_url="https://me.example/openai")
    assert key_variable(mine, AZURE) == "AZURE_OPENAI_API_KEY"
