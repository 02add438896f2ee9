"""What can be called, and what is known of it, for people: rows for `prelude platforms` and
`prelude models`. Nothing is called, and no key is looked into. None is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from adapters.dialect import Provider
from adapters.models import PRICES_FROM, describe, model_table, prefill_known_from
from adapters.platform_facts import data_facts, facts_table, is_own_address
from adapters.providers import PROVIDERS, find_endpoint
from edge.core.data_rules import DataFacts
from edge.core.media import KINDS
from edge.core.overlay import Overlay
from edge.core.platforms import Keys, key_variable
from edge.core.prices import Prices
from edge.core.settings import ModelSettings, ProviderSettings, Settings

_MEDIA_WORDS = {"image": "images", "embedding": "embeddings", "video": "video"}


@dataclass(frozen=True, slots=True)
class PlatformEntry:
    """A platform of the settings, or a row of the table that they do not name. `auth` names the
    variable of the key, or its file, and never its value; `has_auth` None: none is needed, or it
    cannot be told from the environment. `depends`: on what those facts do that are none of the
    platform's. `called_live`: whether anyone is known to have called it
    with this code."""

    name: str
    kind: str
    in_settings: bool
    dialect: str
    auth: str | None
    has_auth: bool | None
    streaming: bool
    continuation: str
    usage: str
    caching: str | None
    limits: str | None
    rpm: int | None
    tpm: int | None
    opm: int | None
    media: tuple[str, ...]
    regions: tuple[str, ...] | None
    compliance: tuple[str, ...] | None
    retention: str | None
    depends: Mapping[str, str]
    called_live: bool = False


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """`prefill_from` and `prices_from`: settings, overlay or table; None where it is unknown."""

    name: str
    id: str
    context: int | None
    max_output: int | None
    prices: Prices | None
    prices_from: str | None
    prefill: bool | None
    prefill_from: str | None
    cache_from: int | None
    takes_sampling: bool
    takes_thinking_level: bool


def list_platforms(settings: Settings, keys: Keys, found: Iterable[str]) -> list[PlatformEntry]:
    """`found` are the variables that hold something."""
    rows = {row.name: row for row in PROVIDERS}
    variables = frozenset(found)
    entries = [
        _platform(name, given, rows[given.kind], settings, name in keys)
        for name, given in settings.providers.items()
    ]
    for row in PROVIDERS:
        if row.name not in settings.providers:
            given = ProviderSettings(row.name, api_key_env=row.key_env)
            entries.append(_platform(row.name, given, row, None, row.key_env in variables))
    return entries


def list_models(
    settings: Settings, overlay: Overlay, named: Iterable[str], provider: str | None
) -> list[ModelEntry]:
    """Those of the settings first, then of the table; of one provider, if one is named."""
    names = dict.fromkeys((*named, *_of_the_table(settings)))
    wanted = (name for name in names if provider in (None, name.partition("/")[0]))
    described = _with_addresses(settings)
    return [_model(name, described, overlay) for name in wanted]


def _with_addresses(settings: Settings) -> Settings:
    """Rows whose address is told by the settings alone get some address: nobody is called."""
    lacking = {
        row.name: ProviderSettings(row.name, "https://nowhere.invalid")
        for row in PROVIDERS
        if row.base_url is None or "{" in row.base_url
    }
    return replace(settings, providers={**lacking, **settings.providers})


def _platform(
    name: str, given: ProviderSettings, row: Provider, settings: Settings | None, has_key: bool
) -> PlatformEntry:
    facts = facts_table().get(row.name)
    data = DataFacts(given.regions, given.compliance, given.retention)
    if settings is None:
        data = facts.data if facts else data
    elif given.enabled:
        data = data_facts(find_endpoint(name, settings), given)
    has_facts = row.base_url is None or is_own_address(row, given)
    variable = key_variable(given, row)
    if row.machine_key and not has_key:
        variable = None
    auth = variable or given.key_file or ("the machine's own" if row.machine_key else None)
    continuation = "by prefill where the model can, else asked" if row.prefill else "asked"
    if row.resumes or (row.background and given.background):
        continuation = f"from its own checkpoint, else {continuation}"
    return PlatformEntry(
        name,
        row.name,
        settings is not None,
        getattr(row.dialect, "__name__", type(row.dialect).__module__).rpartition(".")[2],
        auth,
        has_key if variable else None,
        streaming=row.streams,
        continuation=continuation,
        usage=facts.usage if facts else "reported",
        caching=facts.caching if facts else None,
        limits=facts.limits if facts else None,
        rpm=given.rpm,
        tpm=given.tpm,
        opm=given.opm,
        media=tuple(_MEDIA_WORDS[kind] for kind in KINDS if kind in row.media),
        regions=data.regions,
        compliance=data.compliance,
        retention=data.retention,
        depends=facts.depends if facts and has_facts else {},
    )


def _of_the_table(settings: Settings) -> Iterator[str]:
    """The table's models under every name that the settings have their platform, or its own."""
    listed_under = {row.name: row.models_of or row.name for row in PROVIDERS}
    kinds = {given.kind for given in settings.providers.values()}
    names: dict[str, list[str]] = {}
    for name, given in settings.providers.items():
        names.setdefault(listed_under[given.kind], []).append(name)
    for full in model_table():
        row, _, model_id = full.partition("/")
        own = [] if row in kinds else [row]
        yield from (f"{name}/{model_id}" for name in [*names.get(row, ()), *own])


def _model(name: str, settings: Settings, overlay: Overlay) -> ModelEntry:
    model = describe(name, settings, overlay)
    known_from = prefill_known_from(model, settings, overlay)
    given = settings.models.get(name, ModelSettings())
    prices_from = None
    if model.prices is not None:
        own = (given.price_in, given.price_image, given.price_compute_s, given.price_video_s)
        prices_from = "settings" if any(price is not None for price in own) else PRICES_FROM
    return ModelEntry(
        name,
        model.id,
        model.context,
        model.max_output,
        model.prices,
        prices_from,
        model.prefill if known_from else None,
        known_from,
        model.cache_from,
        not model.fixed_sampling,
        model.thinking_level,
    )
