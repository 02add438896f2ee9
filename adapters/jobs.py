"""Platforms that are asked for a job: it is begun, asked after, fetched, and cancelled.

The dialect's `Job` says each next step and reads what came of it; here it is a tier. Progress of a
job that is no text (its place in a queue, its logs) is no piece: the clocks of the reply run on.
They bound the polling too, which in itself only backs off.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing

from adapters.caller import Caller, HearQuota, drain, hear_no_quota
from adapters.client import HostedClient
from adapters.dialect import Ask, Broken, Finished, HostedModel, Job, JobDialect, Read, Submit
from adapters.job_calls import JobCalls
from edge.core.errors import TierError
from edge.core.platforms import Secret
from edge.core.types import Call, Piece

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
        calls = JobCalls(job, self.name, self._caller, self._client)
        try:
            while True:
                match job.step:
                    case Submit(http):
                        answer = await calls.submit(http)
                        for piece in job.heard(answer.status, answer.headers, answer.body):
                            yield piece
                    case Ask() as ask:
                        answer = await calls.ask(ask)
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
            calls.leave()

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
