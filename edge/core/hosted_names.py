"""The hosted models that the settings name, and which of them a caller may mean."""

from __future__ import annotations

from collections.abc import Iterable

from edge.core.platforms import split_model
from edge.core.route_names import UNTALKED
from edge.core.settings import Settings


def named_models(settings: Settings) -> tuple[str, ...]:
    """Every hosted model that the settings name, in their order."""
    others = enabled_of(settings, (*made_by(settings), *settings.models))
    return tuple(dict.fromkeys((*models_to_probe(settings), *others)))


def models_to_probe(settings: Settings) -> tuple[str, ...]:
    """Every hosted model of the routes that are chatted through."""
    routes = [route for name, route in settings.routes.items() if name not in UNTALKED]
    return enabled_of(
        settings, (name for route in routes for name in (*route.targets, route.draft))
    )


def made_by(settings: Settings) -> tuple[str, ...]:
    """Those whose part is not to talk."""
    routes = [route for name, route in settings.routes.items() if name in UNTALKED]
    return tuple(name for route in routes for name in route.targets)


def full_name(name: str, named: Iterable[str], settings: Settings) -> str | None:
    """`provider/model` for what a caller wrote; a bare model name where only one provider's
    fits, so that a client which changes nothing but its base URL is understood."""
    provider = settings.providers.get(provider_of(name) or "")
    if provider is not None:
        return name if provider.enabled else None
    fits = [full for full in named if name in (full.partition("/")[2], _id(full, settings))]
    return fits[0] if len(fits) == 1 else None


def provider_of(name: str) -> str | None:
    parts = split_model(name)
    return parts[0] if parts else None


def enabled_of(settings: Settings, names: Iterable[str]) -> tuple[str, ...]:
    enabled = {name for name, provider in settings.providers.items() if provider.enabled}
    return tuple(dict.fromkeys(name for name in names if provider_of(name) in enabled))


def _id(name: str, settings: Settings) -> str | None:
    model = settings.models.get(name)
    return model.id if model else None
