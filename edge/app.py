"""What Prelude is made of: the only file that knows every concrete class.

settings + keys ──► Service (knowledge, tiers) ──► Front ──► doors ──► aiohttp application
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from aiohttp import web

from adapters.caller import HearQuota, hear_no_quota
from adapters.client import HostedClient
from adapters.dialect import HostedModel, JobDialect
from adapters.film_tier import FilmTier
from adapters.hosted import HostedTier
from adapters.jobs import JobTier
from adapters.media_fetch import MediaFetcher, NotFetched, Opened
from adapters.media_tier import MediaTier
from adapters.models import describe
from adapters.platform_facts import data_facts, facts_of
from adapters.providers import find_endpoint
from adapters.warm import Warmer
from classifier.rules import judge
from edge.core.errors import BadRequest, TierError, TierUnavailable
from edge.core.film import Filmer
from edge.core.health import Health
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.limits import Limits, Rate
from edge.core.local_names import LocalName, engine_settings, is_local, local_names
from edge.core.media import KINDS, Kind, Maker
from edge.core.platforms import split_model
from edge.core.prices import Prices
from edge.core.quota import Quota
from edge.core.settings import ModelSettings, Settings
from edge.core.types import LOCAL, PLANNED, Message, Tier
from edge.core.vectors import space_of
from edge.doors import chat, embeddings, images, page, responses_socket, status, videos
from edge.doors.front import Front
from edge.doors.guard import guard, on_prepare
from edge.filming import Filming, open_filming
from edge.ledger import open_ledger
from edge.local_status import Locals, LocalStatus
from edge.metrics import Metrics
from edge.neighbours import Neighbours, open_neighbours
from edge.service import Service
from edge.settings_file import Loaded
from local_models.client import LocalTier
from local_models.engines import socket_of
from local_models.info import EngineInfo
from local_models.load_watch import LoadWatches
from local_models.trouble import read_trouble

_LARGEST_VIDEO = 1 << 30
_LOOK_S = 1.0  # an engine that hangs is not up
_FREE = Prices(0.0, 0.0)  # the box is paid for


@dataclass(frozen=True, slots=True)
class Parts:
    """What outlives a reload: the connections, what was learned of the targets, and the counts."""

    client: HostedClient
    warmer: Warmer
    engines: str | None  # the folder of the engines' sockets; None: there are no local models
    contexts: dict[str, int]  # of the local models, as their engines said
    watches: LoadWatches  # of the engines' load
    neighbours: Neighbours | None  # None: no other worker serves this box
    health: Health
    metrics: Metrics
    limits: Limits = field(default_factory=Limits)


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


@contextlib.asynccontextmanager
async def open_parts(
    settings: Settings, engines: str | None, own_socket: Path | None = None
) -> AsyncIterator[Parts]:
    """`engines`: the folder of the engines' sockets; None: there are no local models. `own_socket`:
    where the other workers of the box reach this one; None: there are none."""
    health, metrics = Health(), Metrics()
    async with contextlib.AsyncExitStack() as stack:
        client = await stack.enter_async_context(contextlib.aclosing(HostedClient()))
        warmer = await stack.enter_async_context(Warmer(client, metrics.count_opened_ahead))
        neighbours = None
        if own_socket is not None:
            neighbours = stack.enter_context(
                open_neighbours(own_socket, health, metrics.count_datagram)
            )
        folder = engines or ""  # without one nobody is watched
        watches = LoadWatches(lambda name: LocalTier(name, socket_of(folder, name)))
        await stack.enter_async_context(watches)
        parts = Parts(client, warmer, engines, {}, watches, neighbours, health, metrics)
        await learn_locals(settings, parts)
        yield parts


async def learn_locals(settings: Settings, parts: Parts) -> None:
    """What there is to do for the engines of these settings, and how much they read: a model may
    have been trained with less than the settings give it."""
    names = tuple(engine_settings(settings.local)) if parts.engines else ()
    parts.watches.keep(names)
    for name in names:
        parts.contexts.pop(name, None)
        with contextlib.suppress(TierError):  # it may be restarting; its own limits still hold
            parts.contexts[name] = (await _local_tier(name, name, parts).info()).context


def build_service(loaded: Loaded, parts: Parts) -> Service:
    settings = loaded.settings
    named = named_models(settings)
    locals_ = local_names(settings.local) if parts.engines else {}
    parts.limits.configure(_rates(settings))
    describe_model = cache(partial(describe, settings=settings, overlay=loaded.overlay))

    @cache
    def tier(name: str) -> Tier:
        if here := locals_.get(name):
            return _local_tier(name, here.engine, parts, here.adapter)
        model = describe_model(name)
        return _hosted_tier(model, loaded, parts, quota_hearer(model))

    @cache
    def maker(name: str, kind: Kind) -> Maker:
        model = describe_model(name)
        key = loaded.keys.get(model.endpoint.name)
        return MediaTier(model, kind, key, parts.client, quota_hearer(model))

    @cache
    def filmer(name: str) -> Filmer:
        model = describe_model(name)
        key = loaded.keys.get(model.endpoint.name)
        return FilmTier(model, key, parts.client, quota_hearer(model))

    def quota_hearer(model: HostedModel) -> HearQuota:
        scope = quota_scope(model)

        def hear(quota: Quota) -> None:
            parts.health.hear_quota(scope, quota, time.monotonic())

        return hear

    async def warm_local(name: str, messages: tuple[Message, ...], scope: str) -> None:
        if here := locals_.get(name):
            await _local_tier(name, here.engine, parts, here.adapter).warm(messages, scope)

    def prices(name: str) -> Prices | None:
        return _FREE if is_local(name) else describe_model(name).prices

    def find(name: str) -> ModelFacts | None:
        if is_local(name):
            here = locals_.get(name)
            return _local_facts(name, here, parts) if here else None
        full = _full_name(name, named, settings)
        return None if full is None else _facts(describe_model(full), settings)

    local = None
    if LOCAL in locals_:
        foresee = partial(parts.watches.foresee, LOCAL)
        context = _context(locals_[LOCAL], parts)
        local = LocalFacts(context, settings.local.opening, foresee)
    return Service(
        knowledge=Knowledge(
            settings.routes,
            settings.tiers,
            find,
            local,
            parts.health,
            parts.limits,
            settings.data,
        ),
        judge=judge,
        tier=tier,
        prices=prices,
        model_names=(PLANNED[0], *locals_, *named),
        notice=_notice(loaded, local),
        exchange=parts.neighbours.exchange if parts.neighbours else lambda: None,
        maker=maker,
        filmer=filmer,
        warm_local=warm_local,
    )


def keep_warm(settings: Settings, parts: Parts) -> None:
    """Connections to whoever the routes name, and to nobody else whose key is there."""
    names = (*models_to_probe(settings), *_hosted(settings, _made_by(settings)))
    providers = dict.fromkeys(map(_provider, names))
    parts.warmer.keep(find_endpoint(name, settings) for name in providers if name)


def models_to_probe(settings: Settings) -> tuple[str, ...]:
    """Every hosted model of the routes that are chatted through."""
    routes = [route for name, route in settings.routes.items() if name not in KINDS]
    return _hosted(settings, (name for route in routes for name in (*route.targets, route.draft)))


def find_probed(name: str, loaded: Loaded, parts: Parts) -> Subject:
    """The model to be asked whether it continues a text. Raises `BadRequest` where nobody allowed
    its platform to be called."""
    settings = loaded.settings
    full = _full_name(name, named_models(settings), settings)
    if full is None:
        raise BadRequest(f"{name}: no model of a platform that the settings name and enable")
    model = describe(full, settings)
    endpoint, tier = model.endpoint, None
    if endpoint.row.prefill is not None:
        asked = replace(model, prefill=True)
        tier = _hosted_tier(asked, loaded, parts, hear_no_quota)
    key = f"{endpoint.name}/{model.id}"
    return Subject(full, key, endpoint.base_url, tier, model.prices)


def find_verified(provider: str, model: str | None, loaded: Loaded, parts: Parts) -> Verified:
    """A platform's model: this one, else the first that the settings name, else its row's own.
    Raises `BadRequest` where there is none, or nobody allowed the platform to be called."""
    settings = loaded.settings
    if provider not in settings.providers or not settings.providers[provider].enabled:
        raise BadRequest(f"{provider}: no platform that the settings name and enable")
    makers = _made_by(settings)
    named = (
        name
        for name in named_models(settings)
        if _provider(name) == provider and name not in makers
    )
    usual = find_endpoint(provider, settings).row.chat_model
    name = f"{provider}/{model}" if model else next(named, usual and f"{provider}/{usual}")
    if name is None:
        raise BadRequest(f"{provider}: the settings name no model of it: --model MODEL")
    described = describe(name, settings, loaded.overlay)
    tier = _hosted_tier(described, loaded, parts, hear_no_quota)
    streams = described.endpoint.row.streams
    return Verified(name, tier, described.prices, described.prefill, streams)


def build_app(
    front: Front,
    look: Callable[[], Awaitable[Locals]],
    filming: Filming | None = None,
) -> web.Application:
    """The doors, behind the guard. `look` asks after the local models; without `filming` there is
    no door for films."""

    async def news() -> str:
        down = [
            f"The {name} model is down: {status.trouble}"
            for name, status in (await look()).items()
            if status.trouble
        ]
        return " ".join((front.service.notice, *down))

    app = web.Application(
        middlewares=[guard(lambda: front.server)],
        client_max_size=front.server.max_body_bytes,
    )
    app.on_response_prepare.append(on_prepare(lambda: front.server))
    app.add_routes(chat.routes(front))
    app.add_routes(embeddings.routes(front))
    app.add_routes(images.routes(front))
    if filming is not None:
        app.add_routes(videos.routes(front, filming))
    app.add_routes(responses_socket.routes(front))
    app.add_routes(status.routes(front, look))
    app.add_routes(page.routes(news))
    return app


def start_filming(
    front: Front, loaded: Loaded, parts: Parts
) -> AbstractAsyncContextManager[Filming]:
    """Films are known where other things are kept, in the state folder."""
    beside = loaded.overlay_file
    path = None if beside is None else beside.with_name("videos.sqlite")
    return open_filming(front, path, partial(_open_video, parts.client.media))


@contextlib.asynccontextmanager
async def _open_video(media: MediaFetcher, url: str) -> AsyncIterator[Opened]:
    try:
        async with media.open(url, "video", most_bytes=_LARGEST_VIDEO) as opened:
            yield opened
    except NotFetched as error:
        raise TierUnavailable(str(error)) from error


async def look_at_locals(parts: Parts) -> Locals:
    """Asks every engine, all at once."""
    names = parts.watches.names
    found = await asyncio.gather(*(_look_at_local(name, parts) for name in names))
    return dict(zip(names, found, strict=True))


async def _look_at_local(name: str, parts: Parts) -> LocalStatus:
    assert parts.engines is not None  # else nobody is watched
    try:
        async with asyncio.timeout(_LOOK_S):
            info = await _local_tier(name, name, parts).info()
    except (TierError, TimeoutError):
        return LocalStatus(is_up=False, trouble=read_trouble(socket_of(parts.engines, name)))
    return LocalStatus(True, info.slots, info.busy, info.waiting, _figures(info))


def _figures(info: EngineInfo) -> dict[str, float]:
    """What the engine counts, and how fast it is now."""
    speeds = {"prefill_per_s": info.prefill_now_per_s, "decode_per_s": info.decode_now_per_s}
    return {**asdict(info.counts), "kept_tokens": info.kept, "chunk": info.chunk, **speeds}


def build_front(loaded: Loaded, parts: Parts) -> Front:
    """Whoever takes it closes its ledger, once nobody replies any more."""
    settings, metrics = loaded.settings, parts.metrics
    service = build_service(loaded, parts)
    ledger = open_ledger(settings.ledger, metrics.drop_ledger_rows)
    return Front(service, settings.server, metrics, ledger)


def named_models(settings: Settings) -> tuple[str, ...]:
    """Every hosted model that the settings name, in their order."""
    others = _hosted(settings, (*_made_by(settings), *settings.models))
    return tuple(dict.fromkeys((*models_to_probe(settings), *others)))


def _made_by(settings: Settings) -> tuple[str, ...]:
    """Those whose part is not to talk."""
    routes = [route for name, route in settings.routes.items() if name in KINDS]
    return tuple(name for route in routes for name in route.targets)


def _hosted(settings: Settings, names: Iterable[str]) -> tuple[str, ...]:
    enabled = {name for name, provider in settings.providers.items() if provider.enabled}
    return tuple(dict.fromkeys(name for name in names if _provider(name) in enabled))


def _provider(name: str) -> str | None:
    parts = split_model(name)
    return parts[0] if parts else None


def _full_name(name: str, named: Iterable[str], settings: Settings) -> str | None:
    """`provider/model` for what a caller wrote; a bare model name where only one provider's
    fits, so that a client which changes nothing but its base URL is understood."""
    provider = settings.providers.get(_provider(name) or "")
    if provider is not None:
        return name if provider.enabled else None
    fits = [full for full in named if name in (full.partition("/")[2], _id(full, settings))]
    return fits[0] if len(fits) == 1 else None


def _id(name: str, settings: Settings) -> str | None:
    model = settings.models.get(name)
    return model.id if model else None


def _hosted_tier(model: HostedModel, loaded: Loaded, parts: Parts, hear_quota: HearQuota) -> Tier:
    """Asked for a reply, or for a job: as its platform's dialect is."""
    endpoint = model.endpoint
    make = JobTier if isinstance(endpoint.row.dialect, JobDialect) else HostedTier
    return make(model, loaded.keys.get(endpoint.name), parts.client, hear_quota)


def _facts(model: HostedModel, settings: Settings) -> ModelFacts:
    given = settings.models.get(model.name, ModelSettings())
    return ModelFacts(
        model.name,
        prefill=model.prefill,
        context=model.context,
        prices=model.prices,
        first_text_ms=given.first_text_ms,
        stall_ms=given.stall_ms,
        thinking_ms=given.thinking_ms,
        whole_ms=given.whole_ms,
        min_chars_per_s=given.min_chars_per_s,
        cold_starts=model.endpoint.row.cold_starts,
        quota_of=quota_scope(model),
        modalities=model.modalities,
        data=data_facts(model.endpoint, settings.providers[model.endpoint.name], model.id),
        makes=frozenset(model.endpoint.row.media),
        space=space_of(model.id, given.vectors),
        takes_tokens=model.endpoint.row.takes_tokens,
    )


def quota_scope(model: HostedModel) -> str:
    """The name that its quota is kept under: its own, or its platform's."""
    is_shared = facts_of(model.endpoint).quota_of == "key"
    return model.endpoint.name if is_shared else model.name


def _rates(settings: Settings) -> dict[str, Rate]:
    """This worker's part of every platform's limits."""
    workers = settings.server.workers
    return {
        name: Rate(provider.rpm, provider.tpm, provider.opm).part(workers)
        for name, provider in settings.providers.items()
    }


def _local_tier(name: str, engine: str, parts: Parts, adapter: str | None = None) -> LocalTier:
    assert parts.engines is not None  # planning names a local model only if there is one
    return LocalTier(name, socket_of(parts.engines, engine), adapter=adapter)


def _context(here: LocalName, parts: Parts) -> int:
    return parts.contexts.get(here.engine, here.settings.context)


def _local_facts(name: str, here: LocalName, parts: Parts) -> ModelFacts:
    return ModelFacts(
        name,
        prefill=True,
        context=_context(here, parts),
        prices=_FREE,
        is_local=True,
        opening=here.settings.opening,
        foresee=partial(parts.watches.foresee, here.engine),
    )


def _notice(loaded: Loaded, local: LocalFacts | None) -> str:
    targets = loaded.settings.routes["default"].targets
    if local and len(targets) > 1 and targets[0] == LOCAL:
        return f"The local model answers; when it is lost, {targets[1]} does."
    if targets:
        opens = "The local model opens, " if local else ""
        return f"{opens}{targets[0]} answers."
    if local:
        return "No hosted model is configured: the local model answers alone."
    return "Neither a local nor a hosted model is configured: nobody can answer."
