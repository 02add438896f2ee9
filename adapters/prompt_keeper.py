"""Beginnings of prompts at one model's platform: used where they are kept, and made where it pays.

What is worth it is `kept_prompts.py`'s affair, and how it is said the platform's own module's.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from adapters.dialect import Beginning, HostedModel, HttpCall, KeepsPrompts
from adapters.kept_prompts import KeptPrompts
from edge.core.errors import TierError

_MAKE_S = 30.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shorter:
    """A call without the beginning that is kept."""

    http: HttpCall
    beginning: Beginning


class PromptKeeper:
    """`begin` is told of what is to be made, and sees to it that `make` is, beside the reply."""

    def __init__(
        self, keeps: KeepsPrompts, model: HostedModel, begin: Callable[[Beginning], None]
    ) -> None:
        self._keeps = keeps
        self._model = model
        self._begin = begin
        self._kept = KeptPrompts(model.keep_prompts_s, model.cache_from)

    def use(self, http: HttpCall, now: float) -> Shorter | None:
        """None: nothing of this call is kept; for the next such one it may be."""
        beginning = self._keeps.beginning_of(http, self._model)
        if beginning is None:
            return None
        if (name := self._kept.find(beginning.key, now)) is not None:
            return Shorter(self._keeps.behind(http, beginning, name), beginning)
        if self._kept.should_make(beginning.key, beginning.tokens, now):
            self._begin(beginning)
        return None

    def forget(self, shorter: Shorter) -> None:
        self._kept.forget(shorter.beginning.key)

    async def make(
        self,
        beginning: Beginning,
        ask: Callable[[HttpCall], Awaitable[bytes]],
        clock: Callable[[], float],
    ) -> None:
        asked_at = clock()
        http = self._keeps.make(beginning, self._model.keep_prompts_s, self._model)
        name, why = None, "an answer without a name"
        try:
            async with asyncio.timeout(_MAKE_S):
                name = self._keeps.name_of(await ask(http))
        except (TimeoutError, TierError) as error:
            why = type(error).__name__
        told = {"tier": self._model.name, "tokens": round(beginning.tokens)}
        if name is not None:
            self._kept.made(beginning.key, name, asked_at)
            _log.info("the platform keeps the beginning of a prompt", extra=told)
        else:
            self._kept.failed(beginning.key, clock())
            _log.warning("the platform keeps no prompt", extra={**told, "reason": why})
