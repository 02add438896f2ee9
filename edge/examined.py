"""Hosted models under examination, called as the service would call them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adapters.caller import hear_no_quota
from adapters.models import describe
from adapters.providers import find_endpoint
from edge.core.errors import BadRequest
from edge.core.prices import Prices
from edge.core.types import Tier
from edge.settings_file import Loaded

if TYPE_CHECKING:
    pass
from edge.app import hosted_tier
from edge.core.hosted_names import full_name, made_by, named_models, provider_of
from edge.parts import Parts


@dataclass(frozen=True, slots=True)
class Subject:
    """A hosted model under examination. `tier` None: its host has no way to continue a text."""

    name: str
    key: str  # of the overlay
    base_url: str
    tier: Tier | None
    prices: Prices | None


@dataclass(frozen=True, slots=True)
class Verified:
    """A hosted model as the service would call it. `prefill`: it is given the text to continue;
    `streams`: its reply comes as it is made."""

    name: str
    tier: Tier
    prices: Prices | None
    prefill: bool
    streams: bool


def find_probed(name: str, loaded: Loaded, parts: Parts) -> Subject:
    """The model to be asked whether it continues a text. Raises `BadRequest` where nobody allowed
    its platform to be called."""
    settings = loaded.settings
    full = full_name(name, named_models(settings), settings)
    if full is None:
        raise BadRequest(f"{name}: no model of a platform that the settings name and enable")
    model = describe(full, settings)
    endpoint, tier = model.endpoint, None
    if endpoint.row.prefill is not None:
        asked = replace(model, prefill=True)
        tier = hosted_tier(asked, loaded, parts, hear_no_quota)
    key = f"{endpoint.name}/{model.id}"
    return Subject(full, key, endpoint.base_url, tier, model.prices)


def find_verified(provider: str, model: str | None, loaded: Loaded, parts: Parts) -> Verified:
    """A platform's model: this one, else the first that the settings name, else its row's own.
    Raises `BadRequest` where there is none, or nobody allowed the platform to be called."""
    settings = loaded.settings
    if provider not in settings.providers or not settings.providers[provider].enabled:
        raise BadRequest(f"{provider}: no platform that the settings name and enable")
    makers = made_by(settings)
    named = (
        name
        for name in named_models(settings)
        if provider_of(name) == provider and name not in makers
    )
    usual = find_endpoint(provider, settings).row.chat_model
    name = f"{provider}/{model}" if model else next(named, usual and f"{provider}/{usual}")
    if name is None:
        raise BadRequest(f"{provider}: the settings name no model of it: --model MODEL")
    described = describe(name, settings, loaded.overlay)
    tier = hosted_tier(described, loaded, parts, hear_no_quota)
    streams = described.endpoint.row.streams
    return Verified(name, tier, described.prices, described.prefill, streams)
