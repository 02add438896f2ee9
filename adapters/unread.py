"""Replies that a platform makes to their end whether or not anybody reads them.

Whoever leaves one has to cancel it, or pays for all of it. But one whose stream broke may be taken
up again at once, by the next leg: so its cancelling waits for a moment.
"""

from __future__ import annotations

import asyncio
import logging

from adapters.caller import Caller
from adapters.client import HostedClient
from adapters.dialect import HttpCall
from edge.core.errors import TierError, TierRejected
from edge.core.types import Checkpoint

_TAKEN_UP_WITHIN_S = 1.0  # the core asks at once, if it does
_CANCEL_S = 10.0

_log = logging.getLogger(__name__)


class UnreadReplies:
    """Those of one tier."""

    def __init__(self, tier: str, caller: Caller, client: HostedClient) -> None:
        self._tier = tier
        self._caller = caller
        self._client = client
        self._cancelling: dict[Checkpoint, asyncio.Task[None]] = {}  # soon

    def take_up(self, checkpoint: Checkpoint) -> None:
        """Somebody reads on from there."""
        if (errand := self._cancelling.pop(checkpoint, None)) is not None:
            errand.cancel()

    def abandon(self, http: HttpCall, broke_at: Checkpoint | None) -> None:
        """Cancel it by `http`. `broke_at`: where its stream broke, and may be taken up."""
        wait_s = 0.0 if broke_at is None else _TAKEN_UP_WITHIN_S
        errand = self._client.keep(self._cancel(http, wait_s))
        if broke_at is not None:
            self._cancelling[broke_at] = errand
            errand.add_done_callback(lambda _: self._cancelling.pop(broke_at, None))

    async def _cancel(self, http: HttpCall, wait_s: float) -> None:
        await asyncio.sleep(wait_s)
        try:
            async with asyncio.timeout(_CANCEL_S):
                await self._caller.ask(http)
        except (TimeoutError, TierError) as error:
            if isinstance(error, TierRejected) and error.status is not None:
                return  # it is over
            _log.warning(
                "a reply may run on",
                extra={"tier": self._tier, "reason": type(error).__name__},
            )
