"""Who is fed how much in the next step: earliest deadline first, and nobody starves.

A job *reads* while it has more than one token pending (its prompt), and *writes* when it has one
(what it said last). A step that feeds all of them is a *common* one. What is urgent goes first:

- A draft has a deadline for its first sentence. If that cannot be met any more, the instant after
  which nobody needs it (`give_up_at`) takes its place. Of the drafts, those are *urgent* that can
  all be in time one after the other, earliest deadline first; where not all can, the longest are
  left out, which makes the late ones as few as can be (Moore 1968). While there are none, those
  are urgent that are late and could be done within one pause of the others: first come.
- While there are urgent ones the others pause, but never for longer than `PAUSE_S`: then they have
  their part in a step beside the urgent ones. Only a draft that is not urgent has none, unless it
  is old: what it is given would be lost on it, and make others late. Where the others cost next to
  nothing (on a GPU) they do not pause at all.
- Of the urgent ones, one is done after the other: the first reader takes the whole chunk, and the
  next one what is left. Behind a writer it waits: what the writer's step then takes longer would
  be gained by nobody. But what is read in no more than the fixed part of a step, which the two
  then share (on a GPU some hundred tokens), is read beside it, as far as that has time: its slack,
  spread over the steps that it still has to make.
- In a common step every writer is fed, and the readers share the chunk (`share`); where there are
  urgent ones, they have half of it. A warm-up reads when nobody else does, or when it is old.
- How large a chunk is depends on how far its reader has come (`local_models/chunks.py`). Where only
  a whole tile is read fast, readers who all want as much have one each in turn.

So a reply being written pauses for no longer than one chunk when a long prompt comes without a
deadline, and for no longer than `PAUSE_S` and a chunk whatever comes.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from local_models.chunks import (
    LEAST_CHUNK,
    TILE_ALONE_S,
    TILE_S,
    alone_s,
    chunk_tokens,
    tokens_within,
)
from local_models.step_cost import TILE, StepCost

# In a simulation (four replies, 1.9 drafts a second that take 0.32 s each) 94.0 % of the drafts
# stand within three times that; if replies never had a part 94.9 %, in the best order 96 %.
PAUSE_S = 0.5
_FREE = 0.1  # of a step: who costs less than that does not pause
# By rank: who has waited so long has its share beside urgent ones. A late draft that had one at
# once would make others late.
_OLD_S = (2.0, 0.0, 10.0)
_PATIENCE_S = (0.0, 2.0, 30.0)  # by rank: for whom it is time to have a sequence


class Rank(IntEnum):
    DRAFT = 0  # until its first sentence stands
    REPLY = 1
    WARM = 2  # reads only, for a later one


@dataclass(frozen=True, slots=True)
class Turn:
    """A job as the scheduler sees it. Instants are on the monotonic clock."""

    rank: Rank
    pending: int  # tokens to be fed before it can say anything
    arrived_at: float
    fed_at: float  # in the last step that it had a part in, or when it got its sequence
    deadline: float = math.inf
    give_up_at: float = math.inf
    to_say: int = 0  # tokens until its first sentence stands, as far as can be told
    depth: int = 0  # tokens that its sequence has read

    @property
    def reads(self) -> bool:
        return self.pending > 1


def seat_order(turn: Turn) -> float:
    """Who comes first when a sequence becomes free: the smallest. Who has waited long passes
    those that came later, whatever their rank."""
    if turn.rank is Rank.DRAFT:
        return turn.deadline
    return turn.arrived_at + _PATIENCE_S[turn.rank]


def is_hopeless(turn: Turn, now: float, cost: StepCost) -> bool:
    """Whether it would come too late even if there were nobody else."""
    return now + _needs_s(turn, cost) > turn.give_up_at


def plan_step(turns: Sequence[Turn], now: float, cost: StepCost) -> list[int]:
    """How many of its pending tokens each is fed; 0: it pauses."""
    urgent = _urgent(turns, now, cost)
    if not urgent:
        return _common_step(turns, [0] * len(turns), range(len(turns)), now, cost)
    rest = [
        index
        for index, turn in enumerate(turns)
        if index not in urgent and not _is_idle_work(turn, now)
    ]
    parts = _urgent_step(turns, urgent, now, cost, is_shared=False)
    if not _are_due([turns[index] for index in rest], _step_s(turns, parts, cost), now, cost):
        return parts
    if any(turns[index].reads for index in rest):
        parts = _urgent_step(turns, urgent, now, cost, is_shared=True)
    return _common_step(turns, parts, rest, now, cost)


def _needs_s(turn: Turn, cost: StepCost) -> float:
    return alone_s(cost, turn.pending, turn.to_say, turn.depth)


def _urgent(turns: Sequence[Turn], now: float, cost: StepCost) -> list[int]:
    """Earliest deadline first; of the late ones, who came first."""
    drafts: list[tuple[float, float, int]] = []
    late: list[tuple[float, int]] = []
    for index, turn in enumerate(turns):
        if turn.rank is Rank.DRAFT:
            needs_s = _needs_s(turn, cost)
            until = turn.deadline if now + needs_s <= turn.deadline else turn.give_up_at
            if math.isfinite(until):
                drafts.append((until, needs_s, index))
            elif needs_s <= PAUSE_S:
                late.append((turn.arrived_at, index))
    if not drafts:
        return [index for _, index in sorted(late)]
    chosen: list[tuple[float, float, int]] = []  # a heap: the longest is its first
    busy_until = now
    for until, needs_s, index in sorted(drafts):
        heapq.heappush(chosen, (-needs_s, until, index))
        busy_until += needs_s
        if busy_until > until:
            busy_until += heapq.heappop(chosen)[0]
    return [index for _, _, index in sorted(chosen, key=lambda entry: entry[1:])]


def _are_due(rest: Sequence[Turn], step_s: float, now: float, cost: StepCost) -> bool:
    """Whether they have a part in the next step beside the urgent ones, who need `step_s`."""
    if not rest:
        return False
    if not any(turn.reads for turn in rest):
        writing_s = sum(cost.write_s(turn.depth) for turn in rest)
        if writing_s <= _FREE * step_s:
            return True
    return now + step_s - min(turn.fed_at for turn in rest) > PAUSE_S


def _step_s(turns: Sequence[Turn], parts: Sequence[int], cost: StepCost) -> float:
    return cost.fixed_s + sum(
        cost.read_s(part, turn.depth) if turn.reads else cost.write_s(turn.depth)
        for turn, part in zip(turns, parts, strict=True)
        if part
    )


def _is_idle_work(turn: Turn, now: float) -> bool:
    return now - turn.arrived_at < _OLD_S[turn.rank]


def _urgent_step(
    turns: Sequence[Turn], urgent: Sequence[int], now: float, cost: StepCost, *, is_shared: bool
) -> list[int]:
    """`is_shared`: with others who read, for whom half of the chunk is left."""
    parts = [0] * len(turns)
    writing_s = sum(cost.write_s(turns[index].depth) for index in urgent if not turns[index].reads)
    step_s = cost.fixed_s + writing_s
    spare_s = math.inf  # for this step, of the writers that come before the first reader
    left: int | None = None
    for index in urgent:
        turn = turns[index]
        if not turn.reads:
            parts[index] = 1
            steps = turn.to_say + 1
            until = turn.deadline if now + steps * step_s <= turn.deadline else turn.give_up_at
            if left is None:
                spare_s = min(spare_s, (until - now) / steps)
            continue
        if left is not None:
            left = _rest(left, turn, cost)
        elif not math.isinf(spare_s):
            left = _beside(spare_s - step_s, turn, cost)
        elif is_shared:
            left = chunk_tokens(cost, turn.depth, 0) // 2
        else:
            left = chunk_tokens(cost, turn.depth, TILE_ALONE_S)
        parts[index] = min(turn.pending, left)
        left -= parts[index]
    return parts


def _beside(spare_s: float, turn: Turn, cost: StepCost) -> int:
    """How many tokens are read in a step that those wait for who are to be done first."""
    shared_s = min(spare_s, cost.fixed_s)
    tokens = min(chunk_tokens(cost, turn.depth, 0), tokens_within(shared_s, cost, turn.depth))
    return tokens if tokens >= LEAST_CHUNK else 0


def _rest(left: int, turn: Turn, cost: StepCost) -> int:
    """How much of what others left of a chunk another one can read: no whole tile, as a rule."""
    return left if left >= TILE else min(left, chunk_tokens(cost, turn.depth, 0))


def _common_step(
    turns: Sequence[Turn], parts: list[int], served: Sequence[int], now: float, cost: StepCost
) -> list[int]:
    """`parts`, with those of the `served`: a token for every writer, and a chunk shared."""
    used = sum(part for part, turn in zip(parts, turns, strict=True) if turn.reads)
    readers = [index for index in served if turns[index].reads]
    for index in served:
        parts[index] = min(turns[index].pending, 1)
    if not readers:
        return parts
    idle = [index for index in readers if _is_idle_work(turns[index], now)]
    others = [index for index in readers if index not in idle] or idle[:1]
    is_beside = len(readers) < len(served) or used > 0
    left = _share_chunk(turns, parts, others, cost, used, TILE_S if is_beside else TILE_ALONE_S)
    for index in idle:
        if index not in others:
            parts[index] = max(0, min(turns[index].pending, _rest(left, turns[index], cost)))
            left -= parts[index]
    return parts


def _share_chunk(
    turns: Sequence[Turn],
    parts: list[int],
    readers: Sequence[int],
    cost: StepCost,
    used: int,
    tile_s: float,
) -> int:
    """What is left of the chunk when these have their parts. `used`: what it had lost before."""
    deepest = max(turns[index].depth for index in readers)
    whole, loose = (chunk_tokens(cost, deepest, most_s) for most_s in (tile_s, 0.0))
    if used or (len(readers) > 1 and any(turns[index].pending < TILE for index in readers)):
        chunk = max(0, loose - used)
    elif whole > loose:
        # A tile in halves takes twice as long: who has waited longest has it.
        whose = min(readers, key=lambda index: turns[index].fed_at)
        for index in readers:
            parts[index] = 0
        readers, chunk = [whose], whole
    else:
        chunk = whole
    wishes = [turns[index].pending for index in readers]
    for index, part in zip(readers, share(chunk, wishes), strict=True):
        parts[index] = part
        chunk -= part
    return chunk


def share(budget: int, wishes: Sequence[int]) -> list[int]:
    """Half of the budget in equal parts, so that nobody starves; the rest to small wishes first.

    Equal parts alone would make all who came together wait for the last of them. Each gets at
    least one, whatever the budget.
    """
    equal = max(1, budget // (2 * max(1, len(wishes))))
    parts = [min(wish, equal) for wish in wishes]
    left = budget - sum(parts)
    for index in sorted(range(len(wishes)), key=wishes.__getitem__):
        more = max(0, min(wishes[index] - parts[index], left))
        parts[index] += more
        left -= more
    return parts
