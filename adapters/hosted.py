"""Hosted models as tiers. (Those that are asked for a job instead of a reply are in
`adapters/jobs.py`.)

A call's life: the dialect encodes it, the `Caller` adds the host and the key and sends it, the
platform's bytes go through the dialect's decoder, and its pieces to whoever reads the leg.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator

from adapters.caller import Caller, HearQuota, drain, hear_no_quota
from adapters.client import TRANSPORT_ERRORS, HostedClient
from adapters.dialect import HostedModel, JobDialect
from adapters.inline_images import is_shown_bytes, with_images_inline
from edge.core.errors import TierError, TierGarbled
from edge.core.platforms import Secret
from edge.core.types import Call, Piece

_log = logging.getLogger(__name__)


class HostedTier:
    """One hosted model as a `Tier`."""

    def __init__(
        self,
        model: HostedModel,
        key: Secret | None,
        client: HostedClient,
        hear_quota: HearQuota = hear_no_quota,
    ) -> None:
        dialect = model.endpoint.row.dialect
        assert not isinstance(dialect, JobDialect)  # those are `JobTier`'s
        self._model = model
        self._dialect = dialect
        self._client = client
        self._caller = Caller(model.name, model.endpoint, key, client, hear_quota)

    @property
    def name(self) -> str:
        return self._model.name

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        if is_shown_bytes(self._model.endpoint):
            call = await with_images_inline(call, self.name, self._client.media)
        decoder = self._dialect.Decoder(self.name)
        response = await self._caller.send(self._dialect.encode(call, self._model))
        try:
            if not response.is_success:
                raise await self._caller.refusal(response)
            body = response.body()
            try:
                async for data in body:
                    for piece in decoder.feed(data):
                        yield piece
                    if decoder.done or decoder.failure:
                        break
                if decoder.done:
                    await drain(body)
            except TRANSPORT_ERRORS as error:
                if not decoder.complete:
                    raise TierGarbled(
                        f"{self.name}: cut off in mid-stream ({type(error).__name__})"
                    ) from error
            for piece in decoder.close():
                yield piece
        except TierError as error:
            self._caller.hide_key(error)
            raise
        finally:
            if decoder.skipped:
                _log.warning(
                    "malformed events skipped",
                    extra={"tier": self.name, "skipped": decoder.skipped},
                )
            await asyncio.shield(response.close())
