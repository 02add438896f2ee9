"""What the platforms' ways to make vectors have in common.

A text that is too long is refused where a platform would let us choose: a vector of its beginning
looks like any other, and nobody would learn of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite

from adapters.dialect import HostedModel, cannot
from adapters.members import number_in
from edge.core.errors import TierGarbled
from edge.core.media import Embed, Made, MediaRequest, estimate_usage
from edge.core.types import Json, Usage


def texts_of(request: MediaRequest, model: HostedModel, most: int | None = None) -> Embed:
    """What is to be embedded, all of it texts. Raises `TierRejected`."""
    ask = request.ask
    assert isinstance(ask, Embed)  # the kind chose the dialect
    if not ask.texts:
        raise cannot(model, "takes texts only, no tokens", "input")
    if most is not None and len(ask.texts) > most:
        raise cannot(model, f"takes {most} texts at once at most", "input")
    return ask


def purpose_of(
    ask: Embed, model: HostedModel, words: Mapping[str, str], default: str | None = None
) -> str | None:
    """What the platform calls what the vectors are for."""
    if ask.purpose is None:
        return default
    if ask.purpose not in words:
        raise cannot(model, f"makes vectors for {', '.join(words)} only", "input_type")
    return words[ask.purpose]


def made(request: MediaRequest, tier: str, vectors: Iterable[Json], tokens: Json) -> Made:
    """Raises `TierGarbled` unless there is a vector for each text, all of the length
    that was asked for, or of one."""
    ask = request.ask
    assert isinstance(ask, Embed)
    read = tuple(_vector(tier, vector) for vector in vectors)
    if len(read) != ask.count:
        raise TierGarbled(f"{tier}: {len(read)} vectors for {ask.count} texts")
    lengths = {len(vector) for vector in read}
    if len(lengths) != 1 or (ask.dimensions is not None and lengths != {ask.dimensions}):
        raise TierGarbled(f"{tier}: vectors of another length than was asked for")
    counted = number_in(tokens)
    usage = estimate_usage(ask) if counted is None else Usage(counted, 0)
    return Made(usage, vectors=read)


def _vector(tier: str, value: Json) -> Sequence[float]:
    if isinstance(value, array) and value and isfinite(sum(value)):  # 15 times faster than each
        return value
    if not isinstance(value, list) or not value:
        raise TierGarbled(f"{tier}: no vector where one should be")
    try:
        vector = tuple(map(float, value)) if set(map(type, value)) <= {float, int} else ()
    except OverflowError:
        vector = ()
    if not vector or not all(map(isfinite, vector)):
        raise TierGarbled(f"{tier}: a vector of something else than numbers")
    return vector
