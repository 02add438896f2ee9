"""What outlives a reload: the connections, the local models and the classifier of one worker."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.client import HostedClient
from adapters.warm import Warmer
from classifier.backend import Backend, Blocking, OnThread
from classifier.encoder_files import WeightsError, find_model
from classifier.encoder_tier import EncoderTier
from classifier.engine_model import EngineModel
from classifier.heads import BUILTIN as BUILTIN_FILE
from classifier.heads import NAME, HeadsModel
from classifier.judging import Judge
from classifier.quality import NOTHING, Measured, read_measured
from edge.core.classifier_names import BUILTIN, engine_of, is_folder, is_trained
from edge.core.errors import TierError
from edge.core.health import Health
from edge.core.history import History
from edge.core.limits import Limits
from edge.core.local_names import (
    ENCODER,
    NONE,
    LocalName,
    engine_settings,
)
from edge.core.settings import ClassifierSettings, Settings
from edge.metrics import Metrics
from edge.neighbours import Neighbours, open_neighbours
from local_models.client import LocalTier
from local_models.engines import socket_of
from local_models.load_watch import LoadWatches

if TYPE_CHECKING:
    from classifier.encoder import Encoder

_CLASSIFIER = "classifier"  # the scope in which an engine remembers the instruction


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
    encoder: EncoderTier | None = None
    history: History = field(default_factory=History)
    abilities: dict[str, tuple[str, ...]] = field(default_factory=dict)  # as their engines said
    judges: dict[ClassifierSettings, Judge] = field(default_factory=dict)  # the present one

    def can(self, engine: str, ability: str) -> bool | None:
        """Of a local model; None: its engine has not said."""
        known = self.abilities.get(engine)
        return None if known is None else ability in known


@contextlib.asynccontextmanager
async def open_parts(
    settings: Settings,
    engines: str | None,
    own_socket: Path | None = None,
    cache: Path | None = None,
) -> AsyncIterator[Parts]:
    """`engines`: the folder of the engines' sockets; None: there are no local models. `own_socket`:
    where the other workers of the box reach this one; None: there are none. `cache`: the folder for
    what is made once; None: it is made at every start."""
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
        encoder = _encoder_tier(settings, cache)
        if encoder is not None:
            stack.callback(encoder.close)
        parts = Parts(
            client, warmer, engines, {}, watches, neighbours, health, metrics, encoder=encoder
        )
        stack.callback(_close_judges, parts)
        await learn_locals(settings, parts)
        yield parts


async def learn_locals(settings: Settings, parts: Parts) -> None:
    """What there is to do for the engines of these settings, and how much they read: a model may
    have been trained with less than the settings give it."""
    names = tuple(engine_settings(settings.local)) if parts.engines else ()
    parts.watches.keep(names)
    for name in names:
        parts.contexts.pop(name, None)
        parts.abilities.pop(name, None)
        with contextlib.suppress(TierError):  # it may be restarting; its own limits still hold
            info = await local_tier(name, name, parts).info()
            parts.contexts[name] = info.context
            parts.abilities[name] = info.abilities


async def judge_ready(settings: Settings, parts: Parts) -> str:
    """Once verdicts are the model's: what judges, for people. Raises `EdgeError` where its model
    cannot be used: the rules then judge."""
    await judge_of(settings.classifier, parts).ready()
    model = settings.classifier.model
    return (
        "the rules"
        if model == "rules"
        else f"the {model} model, or the rules after {settings.classifier.budget_ms} ms"
    )


def _encoder_tier(settings: Settings, cache: Path | None) -> EncoderTier | None:
    """None: there is to be none, or its package is not installed (`prelude doctor` says so)."""
    if settings.encoder.model == NONE:
        return None
    try:
        folder = find_model()
    except WeightsError:
        return None

    def open_() -> Encoder:
        from classifier.encoder import open_encoder  # with tokenizers and ONNX Runtime

        return open_encoder(cache, threads=settings.encoder.threads, folder=folder)

    return EncoderTier(ENCODER, open_, settings.encoder.queue)


def judge_of(settings: ClassifierSettings, parts: Parts) -> Judge:
    """The one that is loaded, as long as its settings stay."""
    if settings not in parts.judges:
        _close_judges(parts)
        budget_s = settings.budget_ms / 1000
        backend = _backend(settings, parts)
        tasks = measured_of(settings).tasks
        parts.judges[settings] = Judge(
            backend, budget_s, parts.metrics.count_verdict, measured=tasks
        )
    return parts.judges[settings]


def measured_of(settings: ClassifierSettings) -> Measured:
    """What is known of the model's difficulty: a curve lies beside the model that it is of."""
    model = settings.model
    if model == BUILTIN:
        return read_measured(BUILTIN_FILE)
    if is_trained(model):
        return read_measured(Path(model))
    return read_measured(Path(model) / BUILTIN_FILE.name) if is_folder(model) else NOTHING


def _close_judges(parts: Parts) -> None:
    """Whoever still waits for one gets the rules' verdict."""
    while parts.judges:
        parts.judges.popitem()[1].close()


def _backend(settings: ClassifierSettings, parts: Parts) -> Backend | None:
    """None: the rules judge alone."""
    model, engine = settings.model, engine_of(settings.model)
    if model == BUILTIN:
        return OnThread(NAME, HeadsModel)
    if is_trained(model):
        return OnThread(Path(model).name, partial(HeadsModel, Path(model)))
    if is_folder(model):
        return OnThread(Path(model).name, partial(_load_folder, settings))
    if engine is None or parts.engines is None:
        return None
    tier = local_tier(engine, engine, parts)

    async def score(labels: tuple[str, ...], prompt: str) -> tuple[float, ...]:
        return await tier.score(labels, prefix=prompt, scope=_CLASSIFIER)

    return EngineModel(Path(model).name, score, settings.temperature)


def _load_folder(settings: ClassifierSettings) -> Blocking:
    from classifier.folder_model import load_folder  # ONNX Runtime: where it is used, as above

    return load_folder(Path(settings.model), settings.temperature)


def local_tier(name: str, engine: str, parts: Parts, adapter: str | None = None) -> LocalTier:
    assert parts.engines is not None  # planning names a local model only if there is one
    return LocalTier(name, socket_of(parts.engines, engine), adapter=adapter)


def context_of(here: LocalName, parts: Parts) -> int:
    return parts.contexts.get(here.engine, here.settings.context)
