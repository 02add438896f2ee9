"""Hosted models as tiers. (Those that are asked for a job instead of a reply are in
`adapters/jobs.py`.)

A call's life: the dialect encodes it, the `Caller` adds the host and the key and sends it, the
platform's bytes go through the dialect's decoder, and its pieces to whoever reads the leg. Where a
platform gives a reply in several answers, each is asked for behind the last one's checkpoint.
"""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from adapters.caller import Caller, HearQuota, drain, hear_no_quota
from adapters.client import TRANSPORT_ERRORS, HostedClient, Response
from adapters.dialect import Beginning, Dialect, Hops, HostedModel, HttpCall, JobDialect, RunsOn
from adapters.inline_images import is_shown_bytes, with_images_inline
from adapters.joined import joined
from adapters.prompt_keeper import PromptKeeper
from adapters.unread import UnreadReplies
from edge.core.errors import TierError, TierGarbled
from edge.core.platforms import Secret
from edge.core.types import Call, Piece, Usage

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
        self._unread = UnreadReplies(model.name, self._caller, client)
        self._prompts: PromptKeeper | None = None
        if model.keep_prompts_s and model.endpoint.row.keeps is not None:
            keeps = model.endpoint.row.keeps
            self._prompts = PromptKeeper(keeps, model, self._keep_there)

    @property
    def name(self) -> str:
        return self._model.name

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        if is_shown_bytes(self._model.endpoint):
            call = await with_images_inline(call, self.name, self._client.media)
        dialect = self._dialect_of(call)
        decoder = dialect.Decoder(self.name)
        hops = decoder if isinstance(decoder, Hops) else None  # once: each takes 4 µs
        runs_on = decoder if isinstance(decoder, RunsOn) else None
        if call.resume is not None and runs_on is not None:
            runs_on.resume(call.resume)
            self._unread.take_up(call.resume)
        is_broken = False
        try:
            goes_on = True
            while goes_on:
                # No generator of its own for this: it would cost a quarter of a µs a piece.
                async with self._answer(dialect, call) as body:
                    try:
                        async for data in body:
                            for piece in joined(decoder.feed(data)):
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
                checkpoint = None if hops is None else hops.next_hop()
                goes_on = checkpoint is not None
                if goes_on:
                    call = replace(call, resume=checkpoint)
        except TierError as error:
            is_broken = True
            self._caller.hide_key(error)
            if runs_on is not None and runs_on.cancel() is not None:
                yield Usage(0, 0)  # whoever takes it up is told of the whole
            raise
        finally:
            if decoder.skipped:
                _log.warning(
                    "malformed events skipped",
                    extra={"tier": self.name, "skipped": decoder.skipped},
                )
            if runs_on is not None and (http := runs_on.cancel()) is not None:
                self._unread.abandon(http, runs_on.checkpoint if is_broken else None)

    def _dialect_of(self, call: Call) -> Dialect:
        if call.request.completion is None:
            return self._dialect
        completions = self._model.endpoint.row.completions
        assert completions is not None  # planning names nobody else
        return completions

    @asynccontextmanager
    async def _answer(self, dialect: Dialect, call: Call) -> AsyncIterator[AsyncIterator[bytes]]:
        """The body of one of the platform's answers; mostly it is the whole reply."""
        response = await self._send(dialect.encode(call, self._model))
        try:
            if not response.is_success:
                raise await self._caller.refusal(response)
            yield response.body()
        finally:
            response.close()

    async def _send(self, http: HttpCall) -> Response:
        """Without the beginning that the platform keeps, if it keeps it still."""
        shorter = self._prompts.use(http, time.monotonic()) if self._prompts else None
        if self._prompts is None or shorter is None:
            return await self._caller.send(http)
        response = await self._caller.send(shorter.http)
        if response.status not in (403, 404):
            return response
        self._prompts.forget(shorter)
        response.close()
        return await self._caller.send(http)

    def _keep_there(self, beginning: Beginning) -> None:
        assert self._prompts is not None  # it asks for this
        self._client.keep(self._prompts.make(beginning, self._ask_for_body, time.monotonic))

    async def _ask_for_body(self, http: HttpCall) -> bytes:
        return (await self._caller.ask(http)).body
