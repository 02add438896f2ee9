"""How much of a prompt one step reads, and so how long a prompt takes.

Everyone waits for a step that runs: a newcomer, a cancelled job, and every reply that is being
written. So it may take only so long, and reads the less the more its tokens attend to: the chunks
of a long prompt shrink as it is read. But where attention takes a whole tile of tokens together
(`local_models/step_cost.py`), fewer of them cost nearly as much as all: far behind the beginning
24 tokens take as long as 48 of a tile. So a step reads a tile where that is much faster, and takes
no longer than is bearable for those who wait; more is if no reply is written beside it.
"""

from __future__ import annotations

from local_models.step_cost import TILE, StepCost

# Shorter steps gain nothing: below 16 tokens that attend to few a step is all overhead.
CHUNK_S = 0.06
_LEAST_WORK = 16
LEAST_CHUNK = 8  # and a multiple of it
MOST_CHUNK = 512
# On two cores parts of 60 ms read 1,400 tokens behind the beginning at a quarter of the speed of
# whole tiles of 118 ms, which costs the replies beside them more time in all.
TILE_S = 2.5 * CHUNK_S
TILE_ALONE_S = 4 * CHUNK_S
_MUCH_FASTER = 1.25
_PARTS = 4


def chunk_tokens(cost: StepCost, depth: int = 0, tile_s: float = TILE_S) -> int:
    """How many tokens of a prompt a step may read behind `depth` others, by what they cost now.
    `tile_s`: what a step of a tile may take; 0: whatever is read is shared, and no tile."""
    time_s = max(CHUNK_S - cost.fixed_s, _LEAST_WORK * cost.token_s)
    loose = tokens_within(time_s, cost, depth) // LEAST_CHUNK * LEAST_CHUNK
    loose = max(LEAST_CHUNK, min(MOST_CHUNK, loose))
    if loose >= TILE or cost.fixed_s + cost.read_s(TILE, depth) > tile_s:
        return loose
    is_faster = _per_s(TILE, depth, cost) >= _MUCH_FASTER * _per_s(loose, depth, cost)
    return TILE if is_faster else loose


def tokens_within(seconds: float, cost: StepCost, depth: int) -> int:
    """How many can be read in so long behind `depth` others, one by one; perhaps none."""
    return max(0, int(seconds / cost.read_s(1, depth)))


def alone_s(cost: StepCost, tokens: int, said: int, depth: int = 0) -> float:
    """To read so many tokens behind `depth` others, and then say some, with nobody else there."""
    writing_s = said * (cost.fixed_s + cost.write_s(depth + tokens + said / 2))
    return _reading_s(cost, tokens, depth) + writing_s


def _reading_s(cost: StepCost, tokens: int, depth: int) -> float:
    """By what it costs in the middle of each of its parts: a few are near enough."""
    if tokens <= chunk_tokens(cost, depth, TILE_ALONE_S):
        return cost.fixed_s + cost.read_s(tokens, depth)
    part = tokens / _PARTS
    middles = (depth + round((place + 0.5) * part) for place in range(_PARTS))
    return sum(
        part / _per_s(chunk_tokens(cost, middle, TILE_ALONE_S), middle, cost) for middle in middles
    )


def _per_s(tokens: int, depth: int, cost: StepCost) -> float:
    return tokens / (cost.fixed_s + cost.read_s(tokens, depth))
