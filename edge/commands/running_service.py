"""A service that runs with these settings, and what it says of itself: the doctor's own engines are
new ones, and know nothing of what became of the service's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp

from edge.core.settings import ServerSettings

_ANSWER_S = 3.0
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


async def ask_running_service(server: ServerSettings) -> Mapping[str, Any] | None:
    """What its `/readyz` tells; None where nobody answers, or somebody else."""
    host = _ANYWHERE.get(server.host, server.host)
    host = f"[{host}]" if ":" in host else host
    scheme = "https" if server.tls_cert else "http"
    url = f"{scheme}://{host}:{server.port}/readyz"
    timeout = aiohttp.ClientTimeout(total=_ANSWER_S)
    try:
        # Nothing is told to it: whether its certificate is for this name matters to nobody.
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(url, ssl=False) as response,
        ):
            told = await response.json()
    except (TimeoutError, aiohttp.ClientError, ValueError):
        return None
    return told if isinstance(told, dict) and {"status", "local"} <= told.keys() else None


def describe(told: Mapping[str, Any] | None) -> Sequence[str]:
    if told is None:
        return ["none answers where these settings have it listen"]
    others = told.get("local_models") or {}
    states = {"local": told["local"], **{name: other["state"] for name, other in others.items()}}
    troubles = {
        "local": told.get("local_trouble"),
        **{name: other.get("trouble") for name, other in others.items()},
    }
    return [
        f"{told['status']}; " + ", ".join(f"{name} {state}" for name, state in states.items()),
        *(f"{name}: {trouble}" for name, trouble in troubles.items() if trouble),
    ]
