"""Who may be called: of the models that were named, those that the data may go to, in the order of
their health, as far as limits and quotas have room. The same whatever is asked for: a reply, a
picture, a vector.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from edge.core.data_rules import unfit_because
from edge.core.errors import BadRequest, TierRateLimited
from edge.core.headroom import Headroom, Waits, find_headroom, waits
from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.types import LOCAL


@dataclass(frozen=True, slots=True)
class Fitting:
    """The models that a request's data label lets it reach, best first, and why not the others."""

    models: Mapping[str, ModelFacts]
    unfit: tuple[str, ...]


def find_fitting(
    names: tuple[str, ...], param: str, label: str | None, knowledge: Knowledge
) -> Fitting:
    """Whatever is called for this request, first or last, is one of these, or its draft, or local.
    Raises `BadRequest`, which blames `param`, for a name that is not configured."""
    rule = knowledge.rule(label)
    found = [knowledge.model(name, param) for name in names if name != LOCAL]
    refused = {
        model.name: None if model.is_local else unfit_because(rule, model.data) for model in found
    }
    return Fitting(
        {model.name: model for model in found if refused[model.name] is None},
        tuple(f"{name}: not for data `{label}`: {why}" for name, why in refused.items() if why),
    )


def put_in_order(
    models: Mapping[str, ModelFacts],
    knowledge: Knowledge,
    now: float,
    *,
    tokens: int,
    latency_ms: float | None,
    within_s: float,
    outputs: int = 1,
) -> Headroom:
    """As their health and their limits have them. `tokens` are those of the prompt, `outputs` what
    is to be made of it; who has no room for them `within_s` is left out."""
    cold = frozenset(name for name, model in models.items() if model.cold_starts)
    latency_s = math.inf if latency_ms is None else latency_ms / 1000
    order = knowledge.health.order(models, now, latency_s, cold)
    down = tuple(f"{name} is marked down" for name in models if name not in order)

    def waits_of(name: str) -> Waits:
        health, limits = knowledge.health, knowledge.limits
        return waits(models[name], health, limits, tokens, now, outputs=outputs)

    room = find_headroom(order, waits_of, within_s)
    return replace(room, reasons=(*down, *room.reasons))


def no_room(room: Headroom) -> TierRateLimited:
    """The refusal where the settings' own limits leave nobody."""
    return TierRateLimited("; ".join(room.reasons), retry_after_s=room.wait_s, is_ours=True)


def fits_nobody(label: str | None, unfit: tuple[str, ...]) -> BadRequest:
    message = f"No model may be given data `{label}`: {'; '.join(unfit)}."
    return BadRequest(message, param="prelude.data", code="data_label_fits_nobody")
