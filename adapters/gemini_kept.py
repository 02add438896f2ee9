"""Gemini's cached content: the beginning of a request, kept under a name.

What is kept is what stands before the conversation: the system's instruction, the tools and how
they are chosen. A call that names it says none of these itself, or is refused.

https://ai.google.dev/api/caching
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from adapters.dialect import Beginning, HostedModel, HttpCall
from adapters.lenient_json import dumps, loads
from adapters.members import name_in, object_in
from edge.core.accounting import estimate_tokens
from edge.core.types import Json

_MEMBERS = ("systemInstruction", "tools", "toolConfig")


def beginning_of(http: HttpCall, model: HostedModel) -> Beginning | None:
    """None: there is none, or the caller has one of their own."""
    body: Mapping[str, Json] = http.body
    kept = {name: body[name] for name in _MEMBERS if name in body}
    if "cachedContent" in body or "continuationToken" in body or "systemInstruction" not in kept:
        return None
    written = dumps(kept)
    key = hashlib.sha256(written).hexdigest()
    return Beginning(key, estimate_tokens(written.decode()), kept)


def make(beginning: Beginning, kept_s: float, model: HostedModel) -> HttpCall:
    body = {"model": f"models/{model.id}", "ttl": f"{kept_s:g}s", **beginning.members}
    return HttpCall("/cachedContents", body)


def name_of(body: bytes) -> str | None:
    """What the platform calls it, by its answer to `make`."""
    try:
        return name_in(object_in(loads(body)).get("name"))
    except ValueError:
        return None


def behind(http: HttpCall, beginning: Beginning, name: str) -> HttpCall:
    """The call without what is kept."""
    rest = {key: value for key, value in http.body.items() if key not in beginning.members}
    return HttpCall(http.path, {**rest, "cachedContent": name}, headers=http.headers)
