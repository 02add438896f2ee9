"""Whether a platform can be called at all, found out without being billed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import StrEnum

from adapters.caller import own_headers
from adapters.client import TRANSPORT_ERRORS, HostedClient
from adapters.dialect import Endpoint
from adapters.no_answer import why_no_answer
from edge.core.errors import TierUnavailable
from edge.core.platforms import Secret


class Reached(StrEnum):
    OK = "ok"
    KEY_REFUSED = "key refused"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a platform can be called; `reason` when it cannot, in words without the key."""

    state: Reached
    reason: str = ""


async def reach(
    endpoint: Endpoint, key: Secret | None, client: HostedClient, *, timeout_s: float = 5.0
) -> Reach:
    """Ask for the list of models, which costs nothing and needs the key; where nothing does, only
    whether the host takes connections."""
    try:
        async with asyncio.timeout(timeout_s):
            if endpoint.row.models_path is None:
                await client.open_ahead(endpoint.base_url, endpoint.ca_file)
                return Reach(
                    Reached.UNKNOWN, "it takes connections; nothing there can be asked free"
                )
            url = endpoint.base_url + endpoint.row.models_path
            status = await _ask(url, endpoint, key, client)
    except TierUnavailable as error:
        return Reach(Reached.KEY_REFUSED, str(error))
    except TimeoutError:
        return Reach(Reached.UNREACHABLE, f"no answer within {timeout_s:g} s")
    except TRANSPORT_ERRORS as error:
        return Reach(Reached.UNREACHABLE, why_no_answer(error))
    if 200 <= status < 300:
        return Reach(Reached.OK)
    if status in (401, 403):
        return Reach(Reached.KEY_REFUSED, f"answered {status}")
    return Reach(Reached.UNREACHABLE, f"answered {status} where its list of models should be")


async def _ask(url: str, endpoint: Endpoint, key: Secret | None, client: HostedClient) -> int:
    signed = await endpoint.row.auth(endpoint, key).sign("GET", url, b"")
    headers = {**signed, **own_headers(endpoint)}
    response = await client.send("GET", url, headers, ca_file=endpoint.ca_file)
    response.close()
    return response.status
