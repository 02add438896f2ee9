"""A hosted model that makes films, as a `Filmer`: each step of its jobs is a call of its own, so
that a film outlives whoever asked for it, and us."""

from __future__ import annotations

import logging

from adapters.caller import Caller, HearQuota, hear_no_quota
from adapters.client import HostedClient
from adapters.dialect import Ask, Broken, HostedModel, Submit, cannot
from adapters.job_calls import JobCalls
from adapters.media import LastingJob, LastingJobDialect
from edge.core.errors import TierError, TierGarbled, TierRateLimited, TierUnavailable
from edge.core.film import Look
from edge.core.media import MediaRequest
from edge.core.platforms import Secret
from edge.core.types import Json

_log = logging.getLogger(__name__)
_MOST_BYTES = 160 << 20  # a film in base64
_MOST_STEPS = 4  # of one look: asked after, and fetched


class FilmTier:
    def __init__(
        self,
        model: HostedModel,
        key: Secret | None,
        client: HostedClient,
        hear_quota: HearQuota = hear_no_quota,
    ) -> None:
        self._model = model
        self._client = client
        self._caller = Caller(model.name, model.endpoint, key, client, hear_quota)

    async def begin(self, request: MediaRequest) -> Json:
        job = self._dialect().begin(request, self._model)
        calls = JobCalls(job, self._model.name, self._caller, self._client)
        is_begun = False
        try:
            if isinstance(job.step, Submit):
                answer = await calls.submit(job.step.http)
                job.heard(answer.status, answer.headers, answer.body)
            if isinstance(job.step, Broken):
                raise job.step.error
            if job.handle is None:
                raise TierGarbled(f"{self._model.name}: a job that was not begun")
            is_begun = True
            return job.handle
        except TierError as error:
            self._caller.hide_key(error)
            raise
        finally:
            if not is_begun:
                calls.leave()

    async def look(self, request: MediaRequest, handle: Json) -> Look:
        try:
            job = self._dialect().resume(request, self._model, handle)
            for _ in range(_MOST_STEPS):
                if not isinstance(job.step, Ask):
                    break
                try:
                    answer = await self._caller.ask(job.step.http, _MOST_BYTES)
                except (TierRateLimited, TierUnavailable) as error:
                    if _is_told(error, job.step):
                        raise
                    self._caller.hide_key(error)
                    _log.warning("a film was not asked after", extra={"reason": str(error)})
                    return Look()
                job.heard(answer.status, answer.headers, answer.body)
                if _is_to_wait(job):
                    return Look(progress=job.progress)
            if isinstance(job.step, Broken):
                raise job.step.error
            if job.made is None:
                raise TierGarbled(f"{self._model.name}: the job ended without a film")
            return Look(job.made, 1.0)
        except TierError as error:
            self._caller.hide_key(error)
            raise

    async def cancel(self, request: MediaRequest, handle: Json) -> None:
        try:
            http = self._dialect().resume(request, self._model, handle).cancel()
            if http is not None:
                await self._caller.ask(http)
        except TierError as error:
            self._caller.hide_key(error)
            raise

    def _dialect(self) -> LastingJobDialect:
        dialect = self._model.endpoint.row.media.get("video")
        if not isinstance(dialect, LastingJobDialect):
            raise cannot(self._model, "makes no films here")
        return dialect


def _is_to_wait(job: LastingJob) -> bool:
    return isinstance(job.step, Ask) and job.step.within_s > 0


def _is_told(error: TierRateLimited | TierUnavailable, ask: Ask) -> bool:
    """Whether this is about the film. A refusal of our key is not, nor one that passes where the
    question may be repeated; where it may not, what is fetched is the end, and this is it."""
    if error.status is None or error.status in (401, 403, 429):
        return False
    return error.status == 404 or not ask.may_repeat
