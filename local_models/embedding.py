"""Texts in, vectors out, between the steps of the replies that are being written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence

from edge.core.errors import EdgeError
from edge.core.types import Extra, FinishReason, Piece, Stop, Usage
from local_models.batch import Batcher
from local_models.llama_embedder import Embedder, Vectors
from local_models.preparing import PromptTooLongError
from local_models.sampling import UnfitOptionsError

VECTOR = "vector"  # the member of `Extra` that holds one; they come in the order of the texts
_DIGITS = 7  # more than a 32-bit float has


async def embed(
    texts: Sequence[str], embedder: Embedder, batcher: Batcher, name: str
) -> AsyncGenerator[Piece, None]:
    """A vector for each text, then usage and stop. Raises one of `UNFIT`."""
    if not embedder.is_able:
        raise UnfitOptionsError(f"{name} gives no embeddings: its file has no pooling type")
    tokens = await asyncio.to_thread(lambda: [embedder.tokens(text) for text in texts])
    longest = max(map(len, tokens))
    if longest > embedder.longest:
        raise PromptTooLongError(
            f"a text has {longest} tokens, and {name} embeds {embedder.longest} at most"
        )
    for group in embedder.groups(tokens):
        for vector in await _between_steps(embedder, group, batcher):
            yield Extra({VECTOR: [round(value, _DIGITS) for value in vector.tolist()]})
    yield Usage(input=sum(map(len, tokens)), output=0)
    yield Stop(FinishReason.STOP)


async def _between_steps(
    embedder: Embedder, group: Sequence[list[int]], batcher: Batcher
) -> Vectors:
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Vectors] = loop.create_future()

    def tell(vectors: Vectors | None, error: EdgeError | None) -> None:
        if done.done():
            return  # who asked has left
        if vectors is not None:
            done.set_result(vectors)
        elif error is not None:
            done.set_exception(error)

    def work() -> None:
        if done.done():
            return
        try:
            vectors, error = embedder.embed(group), None
        except EdgeError as failed:
            vectors, error = None, failed
        loop.call_soon_threadsafe(tell, vectors, error)

    batcher.between_steps(work)
    return await done
