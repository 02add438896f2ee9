"""What is known of a hosted model: the settings say it, else what was found out by asking the
model (`prelude probe`), else the model table, else nobody knows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from adapters.dialect import HostedModel, Provider
from adapters.providers import PROVIDERS, find_endpoint
from edge.core.overlay import NO_OVERLAY, Overlay
from edge.core.platforms import split_model
from edge.core.prices import Prices
from edge.core.settings import ModelSettings, Settings

PRICES_FROM = "litellm 1.109.1, 2026-11-12"  # as the head of `models.toml` says


@dataclass(frozen=True, slots=True)
class ModelRow:
    """An entry of `models.toml`; None is unknown."""

    price_in: float | None = None
    price_out: float | None = None
    price_cached: float | None = None
    price_cache_write: float | None = None
    price_image: float | None = None  # US$ for each one made
    price_compute_s: float = 0.0  # US$ for each second of a machine
    price_video_s: float | None = None  # US$ for each second of video made
    context: int | None = None
    max_output: int | None = None
    prefill: bool | None = None
    cache_from: int | None = None
    fixed_sampling: bool = False
    thinking_level: bool = True
    refuses: tuple[str, ...] = ()
    modalities: tuple[str, ...] | None = None


def describe(
    name: str,
    settings: Settings,
    overlay: Overlay = NO_OVERLAY,
    table: Iterable[Provider] = PROVIDERS,
) -> HostedModel:
    """`provider/model` as the settings and the tables have it.

    A model that neither knows is one all the same: the platform may have it. Raises
    `ValueError` for a provider that there is not.
    """
    parts = split_model(name)
    if parts is None:
        raise ValueError(f'"{name}" is not of the form provider/model')
    provider, model = parts
    endpoint = find_endpoint(provider, settings, table)
    given = settings.models.get(name, ModelSettings())
    model_id = given.id or model
    listed_under = endpoint.row.models_of or endpoint.row.name
    row = model_table().get(f"{listed_under}/{model_id}", ModelRow())
    probed = overlay.prefill(provider, model_id, endpoint.base_url)
    known = (given.prefill, probed, row.prefill)
    can_prefill = next((says for says in known if says is not None), False)
    return HostedModel(
        name,
        model_id,
        endpoint,
        prefill=can_prefill and endpoint.row.prefill is not None,
        prices=_prices(given, row),
        context=given.context or row.context,
        max_output=row.max_output,
        cache_from=row.cache_from,
        fixed_sampling=row.fixed_sampling,
        thinking_level=row.thinking_level,
        refuses=frozenset(row.refuses),
        keep_prompts_s=given.keep_prompts_s,
        modalities=row.modalities if given.modalities is None else given.modalities,
    )


def prefill_known_from(
    model: HostedModel, settings: Settings, overlay: Overlay = NO_OVERLAY
) -> str | None:
    """Who says whether this model, as it was described, continues a text; None: nobody does. A
    host that has no way to continue one settles it."""
    given = settings.models.get(model.name, ModelSettings())
    endpoint = model.endpoint
    if endpoint.row.prefill is None:
        return "platform"
    if given.prefill is not None:
        return "settings"
    if overlay.prefill(endpoint.name, model.id, endpoint.base_url) is not None:
        return "overlay"
    row = model_table().get(f"{endpoint.row.name}/{model.id}", ModelRow())
    return None if row.prefill is None else "table"


@cache
def model_table() -> Mapping[str, ModelRow]:
    """`models.toml`, by `row/id`."""
    tables = tomllib.loads(Path(__file__).with_name("models.toml").read_text("utf-8"))
    return {
        f"{provider}/{model_id}": ModelRow(**_with_tuples(entry))
        for provider, models in tables.items()
        for model_id, entry in models.items()
    }


def _with_tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in entry.items()}


def _prices(given: ModelSettings, row: ModelRow) -> Prices | None:
    image = row.price_image if given.price_image is None else given.price_image
    video_s = row.price_video_s if given.price_video_s is None else given.price_video_s
    by_output = given.price_compute_s, given.price_image, given.price_video_s
    if any(price is not None for price in by_output):
        # Tokens cost something only if they say so as well.
        own = given.price_in or 0.0, given.price_out or 0.0
        compute_s = given.price_compute_s or 0.0
        return Prices(*own, image=image, compute_s=compute_s, video_s=video_s)
    price_in = row.price_in if given.price_in is None else given.price_in
    price_out = row.price_out if given.price_out is None else given.price_out
    if price_in is None or price_out is None:
        return None
    if given.price_in is not None:  # the table's discounts belong to the table's price
        return Prices(price_in, price_out)
    return Prices(
        price_in,
        price_out,
        row.price_cached,
        row.price_cache_write,
        row.price_image,
        row.price_compute_s,
        row.price_video_s,
    )
