"""The calls that one job makes: it is begun, asked after, and cancelled when it is left.

A job goes on whether or not anybody listens, and costs money meanwhile. So whenever it is left
before it is over, the platform is told to cancel it, and when it is left while it is being begun,
its answer is awaited first, which tells what to cancel. That is an errand of the client's: the
request does not wait for it, and closing the client does.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Mapping
from typing import Protocol

from adapters.answer import MAX_BODY_BYTES
from adapters.caller import Answered, Caller
from adapters.client import HostedClient
from adapters.dialect import Ask, HttpCall
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable

_CANCEL_S = 10.0  # longer than any platform is asked to hold back the answer to a `Submit`
_CANCEL_AGAIN_S = 0.2
_POLLS_IN_VAIN = 3  # in a row, refused with a status that may pass

_log = logging.getLogger(__name__)


class Begun(Protocol):
    """What is cancelled: an `adapters.dialect.Job`, or an `adapters.media.MediaJob`."""

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> object: ...

    def cancel(self) -> HttpCall | None: ...


class JobCalls:
    """Whoever makes calls here says `leave` at the end, whichever it is."""

    def __init__(
        self,
        job: Begun,
        tier: str,
        caller: Caller,
        client: HostedClient,
        most_bytes: int = MAX_BODY_BYTES,
    ) -> None:
        self._job = job
        self._tier = tier
        self._caller = caller
        self._client = client
        self._most_bytes = most_bytes
        self._begun: asyncio.Task[Answered] | None = None  # and its answer not heard yet

    async def submit(self, http: HttpCall) -> Answered:
        self._begun = self._client.keep(self._caller.ask(http, self._most_bytes))
        try:
            answer = await asyncio.shield(self._begun)
        except TierError:
            self._begun = None  # so much for that
            raise
        self._begun = None
        return answer

    async def ask(self, ask: Ask) -> Answered:
        in_vain = 0
        while True:
            await asyncio.sleep(random.uniform(0, ask.within_s))
            try:
                return await self._caller.ask(ask.http, self._most_bytes)
            except (TierRateLimited, TierUnavailable) as error:
                in_vain += 1
                lasts = isinstance(error, TierUnavailable) and error.lasting
                if not ask.may_repeat or error.status is None or lasts or in_vain > _POLLS_IN_VAIN:
                    raise

    def leave(self) -> None:
        if self._begun is not None or self._job.cancel() is not None:
            self._client.keep(self._abandon())

    async def _abandon(self) -> None:
        try:
            async with asyncio.timeout(_CANCEL_S):
                if self._begun is not None:
                    answer = await self._begun
                    self._job.heard(answer.status, answer.headers, answer.body)
                if (http := self._job.cancel()) is not None:
                    await self.ask(Ask(http, _CANCEL_AGAIN_S, may_repeat=True))
        except (TimeoutError, TierError) as error:
            if isinstance(error, TierRejected | TierUnavailable) and (error.status or 500) < 500:
                return  # it was refused, so it never began; or it is over, and needs no cancelling
            _log.warning(
                "a job may run on",
                extra={"tier": self._tier, "reason": type(error).__name__},
            )
