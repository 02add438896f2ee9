from __future__ import annotations

import tomllib
from dataclasses import fields
from typing import Any, get_type_hints

import pytest

from edge.core.settings import Settings
from edge.settings_reader import NOT_BUILT, read_section


def misfits_of(toml: str) -> list[tuple[str, str]]:
    _, misfits = read_section(Settings, tomllib.loads(toml))
    return [(".".join(str(part) for part in misfit.key), misfit.reason) for misfit in misfits]


def test_what_is_written_replaces_its_default_and_nothing_else() -> None:
    settings, misfits = read_section(
        Settings,
        tomllib.loads(
            """
            [server]
            port = 9000
            api_keys = ["a", "b"]
            [tiers.fast]
            gate = "line"
            [providers.mine]
            kind = "openai"
            headers = { x-team = "red" }
            enabled = false
            [models."mine/big"]
            price_in = 1
            prefill = true
            [routes.code]
            targets = ["mine/big"]
            """
        ),
    )
    assert misfits == []
    assert settings.server.port == 9000
    assert settings.server.host == Settings().server.host
    assert settings.server.api_keys == ("a", "b")
    assert settings.tiers.fast.gate == "line"
    assert settings.tiers.deep == Settings().tiers.deep
    assert settings.providers["mine"].headers == {"x-team": "red"}
    assert not settings.providers["mine"].enabled
    price = settings.models["mine/big"].price_in
    assert price == 1.0
    assert type(price) is float
    assert settings.routes["code"].targets == ("mine/big",)


@pytest.mark.parametrize(
    ("toml", "key", "reason"),
    [
        ('server.port = "80"', "server.port", "expected a whole number, got a text"),
        ("server.port = true", "server.port", "expected a whole number, got true or false"),
        ("server.port = 80.0", "server.port", "expected a whole number, got a number"),
        ("server.port = 2026-01-01", "server.port", "expected a whole number, got a date or time"),
        ("server.host = 1", "server.host", "expected a text, got a whole number"),
        ("server.host = []", "server.host", "expected a text, got a list"),
        ("server.host = {}", "server.host", "expected a text, got a table"),
        ("server = 1", "server", "expected a table, got a whole number"),
        ("[[server]]", "server", "expected a table, got a list"),
        ("routes = []", "routes", "expected a table, got a list"),
        ("routes.default = 1", "routes.default", "expected a table, got a whole number"),
        ('server.api_keys = "a"', "server.api_keys", "expected a list, got a text"),
        ("server.api_keys = ['a', 5]", "server.api_keys.1", "expected a text, got a whole number"),
        (
            "providers.a.enabled = 1",
            "providers.a.enabled",
            "expected true or false, got a whole number",
        ),
        ("providers.a.headers = []", "providers.a.headers", "expected a table, got a list"),
        (
            "providers.a.headers.b = 1",
            "providers.a.headers.b",
            "expected a text, got a whole number",
        ),
        ("models.a.price_in = '1'", "models.a.price_in", "expected a number, got a text"),
        ("models.a.price_in = true", "models.a.price_in", "expected a number, got true or false"),
        ("models.a.price_in = nan", "models.a.price_in", "not a finite number"),
        ("models.a.price_in = inf", "models.a.price_in", "not a finite number"),
        ("models.a.price_in = -0.5", "models.a.price_in", "-0.5 is less than 0"),
        ("server.port = 65536", "server.port", "65536 is more than 65535"),
        ("local.slots = 0", "local.slots", "0 is less than 1"),
        ("local.context = 3000000000", "local.context", "3000000000 is more than 2147483647"),
        ("local.opening = 'all'", "local.opening", '"all" is not one of none, frame, model, full'),
        ("local.model = ''", "local.model", "must not be empty"),
        ('local.model = "a\\u0000"', "local.model", "must not hold control characters"),
        ("server.prot = 1", "server.prot", 'unknown key; did you mean "port"?'),
        ("[sever]", "sever", 'unknown section; did you mean "server"?'),
        ("tiers.quick.gate = 'line'", "tiers.quick", "unknown section; known here: fast, deep"),
        (
            "providers.a.api_key = 'k'",
            "providers.a.api_key",
            'unknown key; did you mean "api_key_env"?',
        ),
    ],
)
def test_what_does_not_fit_is_refused(toml: str, key: str, reason: str) -> None:
    assert misfits_of(toml) == [(key, reason)]


@pytest.mark.parametrize("key", sorted(NOT_BUILT))
def test_what_the_contract_promises_for_later_is_refused_by_name(key: tuple[str, ...]) -> None:
    path = tuple("any" if part == "*" else part for part in key)
    name, _, value = path[-1].partition("=")
    toml = ".".join((*path[:-1], name)) + f' = "{value or "x"}"'
    ((refused, reason),) = misfits_of(toml)
    assert refused == ".".join((*path[:-1], name))
    assert reason.endswith("not built yet")


def test_what_is_not_built_is_no_field_either() -> None:
    """Whoever builds one of these takes it out of the table."""
    for path in NOT_BUILT:
        schema: Any = Settings
        for part in path[:-1]:
            kind = get_type_hints(schema)[part] if part != "*" else schema
            schema = kind.__args__[-1] if hasattr(kind, "__args__") else kind
        assert path[-1] not in {field.name for field in fields(schema)}


def test_limits_are_within() -> None:
    assert misfits_of("server.port = 65535\nlocal.slots = 1\nlocal.context = 2147483647") == []


def test_every_misfit_is_found_and_the_rest_is_read() -> None:
    settings, misfits = read_section(
        Settings,
        tomllib.loads(
            "server.port = 'x'\nlocal.slots = 8\nlocal.context = 1\n"
            "routes.code.targets = ['a/b', 3]\nroutes.math = 4"
        ),
    )
    assert [misfit.key for misfit in misfits] == [
        ("server", "port"),
        ("local", "context"),
        ("routes", "code", "targets", 1),
        ("routes", "math"),
    ]
    assert settings.local.slots == 8
    assert settings.routes["code"].targets == ("a/b",)
    assert "math" not in settings.routes


def test_a_misplaced_key_is_not_repeated() -> None:
    secret = "sk-live-0123456789"
    for toml in (f"server.port = '{secret}'", f"local.slots = ['{secret}']"):
        assert all(secret not in reason for _, reason in misfits_of(toml))
