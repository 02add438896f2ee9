"""A local model whose file says how to embed, as a maker of vectors under its `local:NAME`."""

from __future__ import annotations

from edge.core.errors import TierRejected
from edge.core.media import Embed, Made, MediaRequest
from local_models.client import LocalTier


class EmbeddingMaker:
    """A `Maker`. The engine itself refuses where its model gives no vectors."""

    def __init__(self, tier: LocalTier) -> None:
        self._tier = tier

    @property
    def name(self) -> str:
        return self._tier.name

    async def make(self, request: MediaRequest) -> Made:
        ask = request.ask
        if not isinstance(ask, Embed) or ask.tokens:
            raise TierRejected(f"{self.name}: takes texts, to make vectors of", own_limit=True)
        made = await self._tier.embed(ask.texts)
        width = len(made.vectors[0])
        if ask.dimensions not in (None, width):
            message = f"{self.name}: its vectors have {width} dimensions, no other number"
            raise TierRejected(
                message, own_limit=True, param="dimensions", code="unsupported_value"
            )
        return made
