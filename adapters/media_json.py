"""What media dialects of JSON have in common: the caller's other members, and the answer's body."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from adapters.dialect import HostedModel, cannot
from adapters.failures import broken_off
from adapters.lenient_json import loads_whole
from edge.core.errors import TierGarbled
from edge.core.media import MediaRequest
from edge.core.types import Json

# Notes about the caller, which a platform without a place for them does not need: what it makes is
# the same.
_NOTES = frozenset({"user", "safety_identifier", "metadata"})


def members_of(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    """What the door passed through, and the caller's `provider_options` for this platform. What
    the dialect itself says goes over them."""
    endpoint = model.endpoint
    return {
        **request.passthrough,
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }


def own_members(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    """The caller's `provider_options` for a platform that does not follow OpenAI. Raises
    `TierRejected` for what the door passed through in OpenAI's names: it would be dropped."""
    for member in request.passthrough:
        if member not in _NOTES:
            raise cannot(model, f"takes no {member}", member)
    return members_of(replace(request, passthrough={}), model)


def read_object(tier: str, body: bytes) -> dict[str, Any]:
    """Raises `TierGarbled` for what is no JSON object, and for an error that came as a success
    whatever its words stand for."""
    try:
        value = loads_whole(body)
    except ValueError as error:
        raise TierGarbled(f"{tier}: {len(body)} bytes that are no JSON") from error
    if not isinstance(value, dict):
        raise TierGarbled(f"{tier}: JSON that is no object")
    if value.get("error"):
        raise broken_off(tier, value)
    return value
