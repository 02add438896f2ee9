"""Plan what is made in one piece: request + what is known of the models → a chain of targets.

The kind of thing decides whose chain it is: the route of that name, never the task that a prompt
looks like. There is no draft and no local model behind the chain. Vectors come from one space
whatever happens (see `vectors.py`): a fallback that mixed them would spoil an index in silence.

Raises `BadRequest` for what the caller can fix, `TierRateLimited` where the configured limits
leave nobody.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from edge.core.accounting import surely_exceeds
from edge.core.candidates import find_fitting, fits_nobody, no_room, put_in_order
from edge.core.errors import BadRequest
from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.media import Embed, Kind, MediaRequest, estimate_usage, outputs_of
from edge.core.types import LOCAL, PLANNED
from edge.core.vectors import mixes

_PLURAL: dict[Kind, str] = {"image": "images", "embedding": "embeddings", "video": "videos"}


@dataclass(frozen=True, slots=True)
class MediaTarget:
    """One rung of the chain. `whole_s`: how long it may take; `may_retry`: its retry budget allows
    another call."""

    tier: str
    whole_s: float
    may_retry: bool = True


@dataclass(frozen=True, slots=True)
class MediaPlan:
    """The chain is tried in order. `patience_s` bounds the wait for a last target that asks for a
    pause; `total_deadline` is an instant, and bounds it all. `jitter` is drawn from 0 to 1."""

    kind: Kind
    chain: tuple[MediaTarget, ...]
    patience_s: float
    total_deadline: float | None = None
    reasons: tuple[str, ...] = ()
    jitter: float = 0.0

    def describe(self) -> str:
        """One line for the `x-prelude-plan` header."""
        return f"{self.kind}; targets={','.join(target.tier for target in self.chain)}"


def make_media_plan(
    request: MediaRequest, knowledge: Knowledge, now: float, jitter: float = 0.0
) -> MediaPlan:
    """The plan for a request that arrived at `now`."""
    kind, options, deep = request.ask.kind, request.options, knowledge.tiers.deep
    names, param = _names(request, knowledge)
    _check_that_all_make_it(names, param, request, knowledge)
    fitting = find_fitting(names, param, options.data, knowledge)
    if not fitting.models:
        raise fits_nobody(options.data, fitting.unfit)
    _check_length(request, list(fitting.models.values()))
    total_ms = min(filter(None, (deep.total_ms, options.max_latency_ms)), default=0)
    room = put_in_order(
        fitting.models,
        knowledge,
        now,
        tokens=estimate_usage(request.ask).input,
        latency_ms=options.max_latency_ms,
        within_s=min(deep.deadline_ms, total_ms or math.inf) / 1000,
        outputs=outputs_of(request.ask),
    )
    if not room.names:
        raise no_room(room)
    usual_ms = {"embedding": deep.whole_ms, "image": deep.image_ms, "video": deep.video_ms}[kind]
    chain = tuple(
        MediaTarget(
            name,
            (fitting.models[name].whole_ms or usual_ms) / 1000,
            knowledge.health.may_retry(name, now, request.client_retries),
        )
        for name in room.names
    )
    return MediaPlan(
        kind,
        chain,
        patience_s=deep.deadline_ms / 1000,
        total_deadline=now + total_ms / 1000 if total_ms else None,
        reasons=(*fitting.unfit, *room.reasons),
        jitter=jitter,
    )


def _names(request: MediaRequest, knowledge: Knowledge) -> tuple[tuple[str, ...], str]:
    """Who is to be asked, best first, and the parameter that says so. A chain of one embedding
    model answers to the model's own name, too, whoever of the chain has it."""
    kind, given = request.ask.kind, request.options.targets
    names, param = given or (request.model,), "model" if given is None else "prelude.targets"
    if LOCAL in names:
        message = f"The local model makes no {_PLURAL[kind]}."
        raise BadRequest(message, status=404, param=param, code="model_not_found")
    if given is not None:
        return names, param
    route = knowledge.routes.get(kind)
    targets = route.targets if route is not None else ()
    if request.model in PLANNED:
        if not targets:
            raise _not_configured(kind, param)
        return targets, param
    if kind == "embedding" and targets:
        first = knowledge.find(targets[0])
        if first is not None and first.space == request.model:
            return targets, param
    return names, param


def _not_configured(kind: Kind, param: str) -> BadRequest:
    message = f"No {kind} model is configured: [routes.{kind}] of the settings names those to ask."
    return BadRequest(message, status=404, param=param, code="model_not_found")


def _check_that_all_make_it(
    names: tuple[str, ...], param: str, request: MediaRequest, knowledge: Knowledge
) -> None:
    ask = request.ask
    models = [knowledge.model(name, param) for name in names]
    for model in models:
        if ask.kind not in model.makes:
            message = f"The platform of `{model.name}` is not called for {_PLURAL[ask.kind]}."
            raise BadRequest(message, param=param, code="unsupported_value")
    if not isinstance(ask, Embed):
        return
    if reason := mixes({model.name: model.space or model.name for model in models}):
        message = f"Targets that mix vectors: {reason}."
        raise BadRequest(message, param=param, code="vectors_not_comparable")
    if ask.tokens and not any(model.takes_tokens for model in models):
        message = f"`{models[0].name}` takes no arrays of tokens: send the texts themselves."
        raise BadRequest(message, param="input", code="unsupported_value")


def _check_length(request: MediaRequest, models: list[ModelFacts]) -> None:
    """Refuses a text that is surely too long for every one of them."""
    ask = request.ask
    if not isinstance(ask, Embed):
        return
    chars, tokens = max(map(len, ask.texts), default=0), max(map(len, ask.tokens), default=0)
    contexts = [model.context for model in models if model.context is not None]
    most = max(contexts, default=0)
    if len(contexts) == len(models) and (tokens > most or surely_exceeds(chars, most)):
        long = f"{tokens} tokens" if tokens else f"{chars} characters"
        message = f"This model reads {most} tokens at most, and the longest text has {long}."
        raise BadRequest(message, param="input", code="context_length_exceeded")
