"""The provider table, for whoever reads settings without the rest of the service."""

from __future__ import annotations

from adapters.catalogue import ModelEntry, PlatformEntry, list_models, list_platforms
from adapters.providers import PROVIDERS
from edge.core.platforms import Platform

__all__ = ["ModelEntry", "PlatformEntry", "list_models", "list_platforms", "platforms"]


def platforms() -> tuple[Platform, ...]:
    return PROVIDERS
