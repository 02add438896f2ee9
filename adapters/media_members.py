"""What a caller adds to a request for pictures, vectors or films, for the platform's own ears."""

from __future__ import annotations

from adapters.dialect import HostedModel, cannot
from edge.core.media import MediaRequest
from edge.core.types import Json

# Notes about the caller, which a platform without a place for them does not need: what it makes is
# the same.
_NOTES = frozenset({"user", "safety_identifier", "metadata"})


def own_members(request: MediaRequest, model: HostedModel) -> dict[str, Json]:
    """The caller's `provider_options` for this platform. Raises `TierRejected` for a member of
    OpenAI's that is left over: it would be dropped."""
    for member in request.passthrough:
        if member not in _NOTES:
            raise cannot(model, f"takes no {member}", member)
    endpoint = model.endpoint
    return {
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
