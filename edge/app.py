"""What Prelude is made of: the only file that knows every concrete class.

settings + keys ──► Service (knowledge, tiers) ──► Front ──► doors ──► aiohttp application
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from functools import cache, partial
from pathlib import Path

from aiohttp import web

from adapters.caller import HearQuota
from adapters.dialect import HostedModel, JobDialect
from adapters.film_tier import FilmTier
from adapters.hosted import HostedTier
from adapters.jobs import JobTier
from adapters.media_fetch import MediaFetcher, NotFetched, Opened
from adapters.media_tier import MediaTier
from adapters.models import describe
from adapters.platform_facts import data_facts, facts_of
from adapters.providers import find_endpoint
from adapters.strengths import known_strengths
from classifier.rules import judge as judge_by_rules
from edge.core.errors import TierUnavailable
from edge.core.film import Filmer
from edge.core.hosted_names import (
    enabled_of,
    full_name,
    made_by,
    models_to_probe,
    named_models,
    provider_of,
)
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.limits import Rate
from edge.core.local_names import (
    ENCODER,
    ENCODER_SPACE,
    LocalName,
    is_local,
    local_names,
)
from edge.core.media import Kind, Maker
from edge.core.prices import Prices
from edge.core.quota import Quota
from edge.core.settings import ModelSettings, Settings
from edge.core.types import LOCAL, PLANNED, Message, Tier
from edge.core.vectors import space_of
from edge.doors import (
    body,
    chat,
    completions,
    embeddings,
    feedback,
    images,
    messages_door,
    page,
    responses,
    responses_socket,
    status,
    ui,
    videos,
)
from edge.doors.front import Front
from edge.doors.guard import guard, on_prepare
from edge.filming import Filming, open_filming
from edge.ledger import open_ledger
from edge.local_status import Locals
from edge.parts import Parts, context_of, judge_of, local_tier, measured_of
from edge.service import Service
from edge.settings_file import Loaded
from local_models.embedding_maker import EmbeddingMaker

_LARGEST_VIDEO = 1 << 30
_FREE = Prices(0.0, 0.0)  # the box is paid for
_FORMS = {"response_format", "response_format.json_schema"}  # a schema is refused with either


def build_service(loaded: Loaded, parts: Parts) -> Service:
    settings = loaded.settings
    named = named_models(settings)
    locals_ = local_names(settings.local) if parts.engines else {}
    parts.limits.configure(_rates(settings))
    describe_model = cache(partial(describe, settings=settings, overlay=loaded.overlay))

    @cache
    def tier(name: str) -> Tier:
        if here := locals_.get(name):
            return local_tier(name, here.engine, parts, here.adapter)
        model = describe_model(name)
        return hosted_tier(model, loaded, parts, quota_hearer(model))

    @cache
    def maker(name: str, kind: Kind) -> Maker:
        if here := locals_.get(name):
            return EmbeddingMaker(local_tier(name, here.engine, parts))
        if parts.encoder is not None and name == parts.encoder.name:
            return parts.encoder
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
            await local_tier(name, here.engine, parts, here.adapter).warm(messages, scope)

    def prices(name: str) -> Prices | None:
        return _FREE if is_local(name) else describe_model(name).prices

    @cache
    def hosted_facts(full: str) -> ModelFacts:
        return _facts(describe_model(full), settings)

    def find(name: str) -> ModelFacts | None:
        if is_local(name):
            here = locals_.get(name)
            return _local_facts(name, here, parts) if here else None
        full = full_name(name, named, settings)
        return None if full is None else hosted_facts(full)

    encoder = _encoder_facts() if parts.encoder is not None else None
    local = None
    if LOCAL in locals_:
        foresee = partial(parts.watches.foresee, LOCAL)
        context = context_of(locals_[LOCAL], parts)
        local = LocalFacts(
            context,
            settings.local.opening,
            foresee,
            settings.local.strengths,
            parts.can(LOCAL, "infill"),
        )
    return Service(
        knowledge=Knowledge(
            settings.routes,
            settings.tiers,
            find,
            local,
            parts.health,
            parts.limits,
            settings.data,
            encoder,
            settings.flags,
            measured_of(settings.classifier).curve,
            parts.history,
        ),
        judge=judge_of(settings.classifier, parts).judge,
        tier=tier,
        prices=prices,
        model_names=(PLANNED[0], *locals_, *([encoder.name] if encoder else []), *named),
        notice=_notice(loaded, local),
        simulated=_simulated(settings, describe_model),
        exchange=parts.neighbours.exchange if parts.neighbours else lambda: None,
        maker=maker,
        filmer=filmer,
        warm_local=warm_local,
        guess=judge_by_rules,
        aliases=settings.server.model_aliases,
    )


def keep_warm(settings: Settings, parts: Parts) -> None:
    """Connections to whoever the routes name, and to nobody else whose key is there."""
    names = (*models_to_probe(settings), *enabled_of(settings, made_by(settings)))
    providers = dict.fromkeys(map(provider_of, names))
    parts.warmer.keep(find_endpoint(name, settings) for name in providers if name)


def build_app(
    front: Front,
    look: Callable[[], Awaitable[Locals]],
    filming: Filming | None = None,
) -> web.Application:
    """The doors, behind the guard. `look` asks after the local models; without `filming` there is
    no door for films."""

    async def news() -> page.News:
        down = [
            f"The {name} model is down: {status.trouble}"
            for name, status in (await look()).items()
            if status.trouble
        ]
        service = front.service
        return page.News(service.notice, " ".join(down), service.simulated)

    app = web.Application(
        middlewares=[front.hall.usher(), guard(lambda: front.server)],
        client_max_size=front.server.max_body_bytes,
    )
    app[body.TIMEOUT_S] = front.server.request_timeout_ms / 1000
    app.cleanup_ctx.append(front.keep_replies)
    app.on_response_prepare.append(on_prepare(lambda: front.server))
    app.add_routes(chat.routes(front))
    app.add_routes(completions.routes(front))
    app.add_routes(messages_door.routes(front))
    app.add_routes(ui.routes(front))
    app.add_routes(embeddings.routes(front))
    app.add_routes(feedback.routes(front))
    app.add_routes(images.routes(front))
    if filming is not None:
        app.add_routes(videos.routes(front, filming))
    app.add_routes(responses.routes(front))
    app.add_routes(responses_socket.routes(front))
    app.add_routes(status.routes(front, look))
    app.add_routes(page.routes(news))
    return app


def start_filming(
    front: Front, loaded: Loaded, parts: Parts
) -> AbstractAsyncContextManager[Filming]:
    """Films are known where other things are kept, in the state folder."""
    path = _state_path(loaded, "videos.sqlite")
    return open_filming(front, path, partial(_open_video, parts.client.media))


def _state_path(loaded: Loaded, name: str) -> Path | None:
    beside = loaded.overlay_file
    return None if beside is None else beside.with_name(name)


@contextlib.asynccontextmanager
async def _open_video(media: MediaFetcher, url: str) -> AsyncIterator[Opened]:
    try:
        async with media.open(url, "video", most_bytes=_LARGEST_VIDEO) as opened:
            yield opened
    except NotFetched as error:
        raise TierUnavailable(str(error)) from error


def build_front(loaded: Loaded, parts: Parts) -> Front:
    """Whoever takes it closes its ledger, once nobody replies any more."""
    settings, metrics = loaded.settings, parts.metrics
    service = build_service(loaded, parts)
    ledger = open_ledger(settings.ledger, metrics.drop_ledger_rows)
    replies = _state_path(loaded, "replies.sqlite")
    return Front(service, settings.server, metrics, ledger, settings.replies, replies)


def hosted_tier(model: HostedModel, loaded: Loaded, parts: Parts, hear_quota: HearQuota) -> Tier:
    """Asked for a reply, or for a job: as its platform's dialect is."""
    endpoint = model.endpoint
    make = JobTier if isinstance(endpoint.row.dialect, JobDialect) else HostedTier
    return make(model, loaded.keys.get(endpoint.name), parts.client, hear_quota)


def _facts(model: HostedModel, settings: Settings) -> ModelFacts:
    given = settings.models.get(model.name, ModelSettings())
    refused = model.refuses | model.endpoint.row.refuses
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
        completes=model.endpoint.row.completes,
        fills_in=model.endpoint.row.fills_in,
        takes_tools=False if "tools" in refused else None,
        takes_forms=False if refused & _FORMS else None,
        space=space_of(model.id, given.vectors),
        takes_tokens=model.endpoint.row.takes_tokens,
        strengths=known_strengths(model.id, given.strengths),
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


def _encoder_facts() -> ModelFacts:
    return ModelFacts(
        ENCODER,
        prices=_FREE,
        makes=frozenset({"embedding"}),
        space=ENCODER_SPACE,
        is_local=True,
    )


def _local_facts(name: str, here: LocalName, parts: Parts) -> ModelFacts:
    """Whether its file gives vectors, its engine knows, and says so when it is asked for some."""
    return ModelFacts(
        name,
        prefill=True,
        context=context_of(here, parts),
        prices=_FREE,
        makes=frozenset() if here.adapter else frozenset({"embedding"}),
        completes=True,
        takes_tools=parts.can(here.engine, "tools"),
        takes_forms=True,
        fills_in=parts.can(here.engine, "infill"),
        is_local=True,
        opening=here.settings.opening,
        foresee=partial(parts.watches.foresee, here.engine),
        strengths=here.settings.strengths,
    )


def _simulated(settings: Settings, describe_model: Callable[[str], HostedModel]) -> tuple[str, ...]:
    """What the default route's targets are called by the simulators that stand in for them."""
    fakes = {name for name, given in settings.providers.items() if given.simulated}
    targets = [name for name in settings.routes["default"].targets if provider_of(name) in fakes]
    return tuple(describe_model(name).id.partition("?")[0] for name in targets)


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
