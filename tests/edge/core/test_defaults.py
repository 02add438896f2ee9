from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from edge.core.defaults import complete, default_settings
from edge.core.settings import ModelSettings, ProviderSettings, RouteSettings, Settings


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
ANTHROPIC = Row("anthropic", "ANTHROPIC_API_KEY", "https://api.anthropic.com", "claude")
AZURE = Row("azure", "AZURE_OPENAI_API_KEY", None, None)
OLLAMA = Row("ollama", None, "http://127.0.0.1:11434/v1", None)
TABLE = (AZURE, OLLAMA, OPENAI, ANTHROPIC)


def test_the_first_platform_with_a_key_is_the_only_target() -> None:
    environ = {"ANTHROPIC_API_KEY": "a", "OPENAI_API_KEY": "b"}
    settings, notices = default_settings(TABLE, environ)
    assert settings.routes["default"].targets == ("openai/gpt-5-mini",)
    assert settings.routes["default"].draft == "local"
    assert list(settings.providers) == ["openai"]
    assert settings.local.model == "builtin"
    assert notices == (
        "no settings file: openai/gpt-5-mini is the target, because OPENAI_API_KEY is set",
        "ANTHROPIC_API_KEY is set, and not used: the settings do not name anthropic",
    )


def test_a_key_that_several_rows_share_is_named_once() -> None:
    responses = OPENAI._replace(name="openai_responses")
    environ = {"ANTHROPIC_API_KEY": "a", "OPENAI_API_KEY": "b"}
    _, notices = default_settings((ANTHROPIC, OPENAI, responses), environ)
    assert notices[1:] == ("OPENAI_API_KEY is set, and not used: the settings do not name openai",)


def test_without_a_key_the_local_model_answers_alone() -> None:
    settings, notices = default_settings(TABLE, {"OPENAI_API_KEY": " "})
    assert settings.routes == {"default": RouteSettings()}
    assert settings.providers == {}
    assert notices == ("no settings file and no key of a platform: the local model answers alone",)


def test_a_platform_without_a_default_model_is_never_chosen() -> None:
    settings, notices = default_settings(TABLE, {"AZURE_OPENAI_API_KEY": "a"})
    assert settings.routes["default"].targets == ()
    assert "AZURE_OPENAI_API_KEY is set, and not used" in notices[1]


def test_a_provider_that_only_a_model_mentions_gets_its_section() -> None:
    settings = Settings(
        models={"anthropic/x": ModelSettings()},
        routes={"code": RouteSettings(targets=("openai/a",), draft="ollama/b")},
    )
    assert complete(settings, TABLE).providers == {
        "anthropic": ProviderSettings("anthropic", api_key_env="ANTHROPIC_API_KEY"),
        "ollama": ProviderSettings("ollama"),
        "openai": ProviderSettings("openai", api_key_env="OPENAI_API_KEY"),
    }


def test_there_is_always_a_default_route() -> None:
    completed = complete(Settings(routes={"code": RouteSettings(draft="none")}), TABLE)
    assert completed.routes == {"default": RouteSettings(), "code": RouteSettings(draft="none")}


def test_a_provider_named_like_a_row_is_of_its_kind() -> None:
    settings = Settings(providers={"openai": ProviderSettings(), "mine": ProviderSettings()})
    completed = complete(settings, TABLE)
    assert completed.providers["openai"].kind == "openai"
    assert completed.providers["mine"].kind == ""


def test_what_nobody_can_call_gets_no_section() -> None:
    settings = Settings(routes={"default": RouteSettings(targets=("azure/x", "nobody/x", "odd"))})
    assert complete(settings, TABLE).providers == {}
