"""What is known of a platform beside how it is called: `platforms.toml`, under the settings.

The table speaks of a platform at its own address. Settings that send the calls elsewhere, to a
proxy or to somebody's own deployment, must say themselves where data goes then.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from adapters.dialect import Endpoint, Provider
from edge.core.data_rules import NOTHING_KNOWN, DataFacts
from edge.core.settings import ProviderSettings


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """A row of `platforms.toml`; None is unknown. `depends`: on what those members of `data` do
    that are no fact of the platform, in words for people."""

    caching: str | None = None
    limits: str | None = None
    quota_of: str = "model"
    usage: str = "reported"
    data: DataFacts = NOTHING_KNOWN
    depends: Mapping[str, str] = field(default_factory=dict)


@cache
def facts_table() -> Mapping[str, PlatformFacts]:
    """By row of the provider table."""
    tables = tomllib.loads(Path(__file__).with_name("platforms.toml").read_text("utf-8"))
    return {name: _read(table) for name, table in tables.items()}


def facts_of(endpoint: Endpoint) -> PlatformFacts:
    return facts_table().get(endpoint.row.name, PlatformFacts())


def data_facts(endpoint: Endpoint, given: ProviderSettings, model_id: str = "") -> DataFacts:
    """The settings' word, else the region that the address names, else the table's. A model that
    is worked on in regions of the platform's own choice is said by the settings alone."""
    row = endpoint.row
    is_own = is_own_address(row, given)
    known = facts_of(endpoint).data if is_own else NOTHING_KNOWN
    regions = known.regions
    if is_own and given.region is not None and "{region}" in (row.base_url or ""):
        regions = None if model_id.startswith(row.roaming) else (given.region,)
    return DataFacts(
        given.regions if given.regions is not None else regions,
        given.compliance if given.compliance is not None else known.compliance,
        given.retention if given.retention is not None else known.retention,
    )


def is_own_address(row: Provider, given: ProviderSettings) -> bool:
    return given.base_url is None or given.base_url == row.base_url


def _read(table: Mapping[str, Any]) -> PlatformFacts:
    said = {name: table[name] for name in DataFacts.__dataclass_fields__ if name in table}
    depends = {name: word for name, word in said.items() if str(word).startswith("as ")}
    data: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in said.items()
        if name not in depends
    }
    rest = {name: value for name, value in table.items() if name not in said}
    return PlatformFacts(**rest, data=DataFacts(**data), depends=depends)
