"""A hosted model that makes pictures, vectors or films, as a `Maker`: one call and its answer, or a
job that is begun, asked after, and cancelled when nobody waits any more.
"""

from __future__ import annotations

import asyncio
import logging
from base64 import b64encode
from dataclasses import replace

from adapters.caller import Caller, HearQuota, hear_no_quota
from adapters.client import HostedClient
from adapters.dialect import Ask, Broken, Finished, HostedModel, Submit, cannot
from adapters.job_calls import JobCalls
from adapters.media import MediaDialect, MediaJobDialect
from adapters.media_fetch import NotFetched
from edge.core.errors import TierError, TierGarbled
from edge.core.media import Draw, Embed, Kind, Made, MediaRequest, Picture
from edge.core.platforms import Secret

# Ten large pictures in base64, or 2,048 vectors of 3,072 numbers in digits.
_MOST_BYTES = 160 << 20

_log = logging.getLogger(__name__)


class MediaTier:
    """One model and one kind of thing."""

    def __init__(
        self,
        model: HostedModel,
        kind: Kind,
        key: Secret | None,
        client: HostedClient,
        hear_quota: HearQuota = hear_no_quota,
    ) -> None:
        self._model = model
        self._dialect = model.endpoint.row.media[kind]
        self._client = client
        self._caller = Caller(model.name, model.endpoint, key, client, hear_quota)

    @property
    def name(self) -> str:
        return self._model.name

    async def make(self, request: MediaRequest) -> Made:
        has_tokens = isinstance(request.ask, Embed) and request.ask.tokens
        if has_tokens and not self._model.endpoint.row.takes_tokens:
            raise cannot(self._model, "takes no arrays of tokens, but texts", "input")
        try:
            if isinstance(self._dialect, MediaJobDialect):
                made = await self._run_job(request, self._dialect)
            else:
                made = await self._call(request, self._dialect)
        except TierError as error:
            self._caller.hide_key(error)
            raise
        if isinstance(request.ask, Draw) and request.ask.form == "b64_json":
            return await self._with_data(made)
        return made

    async def _call(self, request: MediaRequest, dialect: MediaDialect) -> Made:
        answer = await self._caller.ask(dialect.encode(request, self._model), _MOST_BYTES)
        return dialect.decode(request, self.name, answer.body)

    async def _run_job(self, request: MediaRequest, dialect: MediaJobDialect) -> Made:
        job = dialect.begin(request, self._model)
        calls = JobCalls(job, self.name, self._caller, self._client, _MOST_BYTES)
        try:
            while True:
                match job.step:
                    case Submit(http):
                        answer = await calls.submit(http)
                    case Ask() as ask:
                        answer = await calls.ask(ask)
                    case Finished() if job.made is not None:
                        return job.made
                    case Broken(error):
                        raise error
                    case _:
                        raise TierGarbled(f"{self.name}: the job ended without what was asked for")
                job.heard(answer.status, answer.headers, answer.body)
        finally:
            calls.leave()

    async def _with_data(self, made: Made) -> Made:
        """What the platform only says the address of, fetched. What cannot be stays an address: it
        is made and paid for, and another target's would be paid for too."""

        async def give(picture: Picture) -> Picture:
            if picture.url is None or picture.data is not None:
                return picture
            try:
                fetched = await self._client.media.fetch(picture.url)
            except NotFetched as error:
                fields = {"tier": self.name, "reason": str(error)}
                _log.warning("a picture was not fetched", extra=fields)
                return picture
            data = b64encode(fetched.data).decode()
            return replace(picture, data=data, media_type=fetched.media_type)

        async with asyncio.TaskGroup() as group:
            gifts = [group.create_task(give(picture)) for picture in made.files]
        return replace(made, files=tuple(gift.result() for gift in gifts))
