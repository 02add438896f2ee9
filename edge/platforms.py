"""The provider table, for whoever reads settings without the rest of the service."""

from __future__ import annotations

from adapters.providers import PROVIDERS
from edge.core.platforms import Platform


def platforms() -> tuple[Platform, ...]:
    return PROVIDERS
