"""Platforms that are asked for a job: it is begun, asked after, fetched, and cancelled.

The dialect's `Job` says each next step and reads what came of it; here are the waiting and the
calls. A job goes on whether or not anybody listens, and costs money meanwhile. So whenever a leg is
left before its job is over, the platform is told to cancel it, and when it is left while the
job is being begun, its answer is awaited first, which tells what to cancel. That is an errand of
the client's: the reply does not wait for it, and closing the client does.

Progress of a job that is no text (its place in a queue, its logs) is no piece: the clocks of the
reply run on. They bound the polling too, which here only backs off.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator
from contextlib import aclosing

from adapters.caller import Answered, Caller, HearQuota, drain, hear_no_quota
from adapters.client import HostedClient
from adapters.dialect import Ask, Broken, Finished, HostedModel, Job, JobDialect, Read, Submit
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.platforms import Secret
from edge.core.types import Call, Piece

_CANCEL_S = 10.0  # longer than any platform is asked to hold back the answer to a `Submit`
_CANCEL_AGAIN_S = 0.2
_POLLS_IN_VAIN = 3  # in a row, refused with a status that may pass

_log = logging.getLogger(__name__)


class JobTier:
    """One model as a `Tier` that is asked for jobs."""

    def __init__(
        self,
        model: HostedModel,
        key: Secret | None,
        client: HostedClient,
        hear_quota: HearQuota = hear_no_quota,
    ) -> None:
        dialect = model.endpoint.row.dialect
        assert isinstance(dialect, JobDialect)  # the others are `HostedTier`'s
        self._model = model
        self._dialect = dialect
        self._client = client
        self._caller = Caller(model.name, model.endpoint, key, client, hear_quota)

    @property
    def name(self) -> str:
        return self._model.name

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        job = self._dialect.submit(call, self._model)
        begun: asyncio.Task[Answered] | None = None  # and its answer not heard yet
        try:
            while True:
                match job.step:
                    case Submit(http):
                        begun = self._client.keep(self._caller.ask(http))
                        try:
                            answer = await asyncio.shield(begun)
                        except TierError:
                            begun = None  # so much for that
                            raise
                        begun = None
                        for piece in job.heard(answer.status, answer.headers, answer.body):
                            yield piece
                    case Ask() as ask:
                        answer = await self._ask(ask)
                        for piece in job.heard(answer.status, answer.headers, answer.body):
                            yield piece
                    case Read() as read:
                        async with aclosing(self._read(job, read)) as pieces:
                            async for piece in pieces:
                                yield piece
                    case Finished():
                        return
                    case Broken(error):
                        raise error
        except TierError as error:
            if not job.complete:
                self._caller.hide_key(error)
                raise
        finally:
            if job.skipped:
                _log.warning(
                    "malformed events skipped",
                    extra={"tier": self.name, "skipped": job.skipped},
                )
            if begun is not None or job.cancel() is not None:
                self._client.keep(self._abandon(job, begun))

    async def _ask(self, ask: Ask) -> Answered:
        in_vain = 0
        while True:
            await asyncio.sleep(random.uniform(0, ask.within_s))
            try:
                return await self._caller.ask(ask.http)
            except (TierRateLimited, TierUnavailable) as error:
                in_vain += 1
                lasts = isinstance(error, TierUnavailable) and error.lasting
                if not ask.may_repeat or error.status is None or lasts or in_vain > _POLLS_IN_VAIN:
                    raise

    async def _read(self, job: Job, read: Read) -> AsyncGenerator[Piece, None]:
        async with aclosing(self._caller.read(read.http)) as body:
            async for data in body:
                for piece in job.feed(data):
                    yield piece
                if job.step is not read:
                    await drain(body)
                    break
        for piece in job.ended():
            yield piece

    async def _abandon(self, job: Job, begun: asyncio.Task[Answered] | None) -> None:
        try:
            async with asyncio.timeout(_CANCEL_S):
                if begun is not None:
                    answer = await begun
                    job.heard(answer.status, answer.headers, answer.body)
                if (http := job.cancel()) is not None:
                    await self._ask(Ask(http, _CANCEL_AGAIN_S, may_repeat=True))
        except (TimeoutError, TierError) as error:
            if isinstance(error, TierRejected | TierUnavailable) and (error.status or 500) < 500:
                return  # it was refused, so it never began; or it is over, and needs no cancelling
            _log.warning(
                "a job may run on",
                extra={"tier": self.name, "reason": type(error).__name__},
            )
