"""What Prelude does where nobody said what to do.

Without a settings file the local model opens, and the default chat model of one platform
answers: the first one, in table order, whose usual key variable is set. Other keys are named
and left alone, because no one's text goes to a company that they did not choose. A settings
file decides alone: what it does not name is not called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from edge.core.platforms import Platform, key_variable, split_model
from edge.core.settings import ProviderSettings, RouteSettings, Settings


def default_settings(
    platforms: Iterable[Platform], environ: Mapping[str, str]
) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and what an operator should be told about them."""
    rows = tuple(platforms)
    first = next((row for row in rows if row.chat_model and _has_key(row, environ)), None)
    if first is None:
        settings = Settings(routes={"default": RouteSettings()})
        notice = "no settings file and no key of a platform: the local model answers alone"
    else:
        target = f"{first.name}/{first.chat_model}"
        settings = Settings(
            providers={first.name: ProviderSettings(kind=first.name, api_key_env=first.key_env)},
            routes={"default": RouteSettings(targets=(target,))},
        )
        notice = f"no settings file: {target} is the target, because {first.key_env} is set"
    return settings, (notice, *unused_keys(settings, rows, environ))


def complete(settings: Settings, platforms: Iterable[Platform]) -> Settings:
    """Write out what a file leaves to be understood.

    A provider that only a model's name mentions gets its section, every section its kind and
    key variable, and the routes a default.
    """
    rows = {row.name: row for row in platforms}
    routes = {"default": RouteSettings(), **settings.routes}
    providers = dict(settings.providers)
    for model in (*settings.models, *_models_of(routes.values())):
        parts = split_model(model)
        if parts is not None and parts[0] in rows and rows[parts[0]].base_url is not None:
            providers.setdefault(parts[0], ProviderSettings())
    for name, provider in providers.items():
        kind = provider.kind or (name if name in rows else "")
        key_env = key_variable(provider, rows.get(kind))
        providers[name] = replace(provider, kind=kind, api_key_env=key_env)
    return replace(settings, providers=providers, routes=routes)


def unused_keys(
    settings: Settings, platforms: Iterable[Platform], environ: Mapping[str, str]
) -> Iterator[str]:
    """Keys that lie there, and that no settings allow us to use."""
    used = {provider.api_key_env for provider in settings.providers.values()}
    for row in platforms:
        if row.key_env not in used and _has_key(row, environ):
            used.add(row.key_env)  # several rows may share one
            yield f"{row.key_env} is set, and not used: the settings do not name {row.name}"


def _has_key(row: Platform, environ: Mapping[str, str]) -> bool:
    return row.key_env is not None and bool(environ.get(row.key_env, "").strip())


def _models_of(routes: Iterable[RouteSettings]) -> Iterator[str]:
    for route in routes:
        yield route.draft
        yield from route.targets
