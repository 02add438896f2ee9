"""The encoder as a maker of vectors: the model `local` behind `POST /v1/embeddings`.

Everything it computes, its loading too, happens in one thread of its own, in steps of some 30 ms.
Requests take turns, so that one text is not stuck behind two thousand; a request that nobody waits
for any more ends with its step. What waits is bounded: who comes on top is told to come again.

It is loaded when first asked, once a worker: 100 MiB for whoever embeds, nothing for all others.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from classifier.encoder_files import DIMENSIONS, WeightsError
from edge.core.errors import TierRateLimited, TierRejected, TierUnavailable
from edge.core.media import Embed, Made, MediaRequest
from edge.core.types import Json, Usage

if TYPE_CHECKING:  # with tokenizers, which nobody shall wait for at start-up
    from classifier.encoder import Encoder
    from classifier.word_pieces import Tokens

_READ_AT_ONCE = 32  # texts
_RETRY_S = 1.0

_T = TypeVar("_T")


class EncoderTier:
    """A `Maker`."""

    def __init__(self, name: str, open_encoder: Callable[[], Encoder], queue: int) -> None:
        """`queue`: texts that may wait; a request that is alone may bring any number."""
        self._name = name
        self._open = open_encoder
        self._queue = queue
        self._encoder: Encoder | None = None
        self._waiting = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="encoder")

    @property
    def name(self) -> str:
        return self._name

    async def make(self, request: MediaRequest) -> Made:
        ask = request.ask
        if not isinstance(ask, Embed) or ask.tokens:
            raise TierRejected(f"{self._name}: takes texts, to make vectors of", own_limit=True)
        if ask.dimensions not in (None, DIMENSIONS):
            message = f"{self._name}: its vectors have {DIMENSIONS} dimensions, no other number"
            raise TierRejected(
                message, own_limit=True, param="dimensions", code="unsupported_value"
            )
        with self._place(ask.count):
            try:
                return await self._embed(ask.texts)
            except WeightsError as error:
                raise TierUnavailable(f"{self._name}: {error}", lasting=True) from error

    def close(self) -> None:
        """The step that runs ends by itself."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    @contextmanager
    def _place(self, count: int) -> Iterator[None]:
        if self._waiting and self._waiting + count > self._queue:
            message = (
                f"{self._name}: {self._waiting} texts are waiting, and {count} more would be over "
                f"the limit of {self._queue} (encoder.queue)"
            )
            raise TierRateLimited(message, retry_after_s=_RETRY_S, is_ours=True)
        self._waiting += count
        try:
            yield
        finally:
            self._waiting -= count

    async def _embed(self, texts: Sequence[str]) -> Made:
        encoder = await self._do(self._opened)
        read: list[Tokens] = []
        for at in range(0, len(texts), _READ_AT_ONCE):
            read += await self._do(partial(_read, encoder, texts[at : at + _READ_AT_ONCE]))
        vectors: list[Sequence[float]] = [()] * len(texts)
        for group in encoder.groups(read):
            rows = await self._do(partial(_run, encoder, [read[place] for place in group]))
            for place, row in zip(group, rows, strict=True):
                vectors[place] = row
        cut: list[Json] = [place for place, text in enumerate(read) if text.is_cut]
        usage = Usage(sum(len(text.ids) for text in read), 0)
        return Made(usage, tuple(vectors), extra={"truncated": cut} if cut else {})

    async def _do(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _opened(self) -> Encoder:
        """In the thread, which is alone: it is opened once."""
        if self._encoder is None:
            self._encoder = self._open()
        return self._encoder


def _read(encoder: Encoder, texts: Sequence[str]) -> list[Tokens]:
    return [encoder.read(text) for text in texts]


def _run(encoder: Encoder, texts: Sequence[Tokens]) -> list[array[float]]:
    return [array("f", row.tobytes()) for row in encoder.run(texts)]
