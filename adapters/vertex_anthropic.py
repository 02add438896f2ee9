"""Claude at Vertex AI: Anthropic's body and answer, Google's address and token.

The model is in the path, and so is whether the reply is streamed; the version of the API, which
Anthropic has in a header, is in the body.

https://docs.claude.com/en/api/claude-on-vertex-ai
"""

from __future__ import annotations

from urllib.parse import quote

from adapters.anthropic import body_of, take_betas
from adapters.anthropic_reply import Decoder
from adapters.dialect import HostedModel, HttpCall
from edge.core.types import Call

__all__ = ["Decoder", "encode"]

# The one that has been there from the beginning, as in the table's row of Anthropic itself;
# `provider_options` may name a later one.
_VERSION = "vertex-2023-10-16"  # as everybody who documents it had it in November 2026


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    body = {"anthropic_version": _VERSION, **body_of(call, model), "stream": call.stream}
    verb = "streamRawPredict" if call.stream else "rawPredict"
    accept = "text/event-stream" if call.stream else "application/json"
    headers = {"accept": accept, **take_betas(body)}
    return HttpCall(f"/models/{quote(model.id, safe='@')}:{verb}", body, headers=headers)
