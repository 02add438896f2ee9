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

So a reply being written pauses for no longer than one chunk when a long prompt comes without a
deadline, and for no longer than `PAUSE_S` and a chunk whatever comes.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from local_models.step_cost import StepCost

# A step that reads this long is the longest wait of a newcomer, of a cancelled job and of
# every reply being written. Shorter ones gain nothing: below 16 tokens a step is all overhead.
CHUNK_S = 0.06
_LEAST_CHUNK = 16
MOST_CHUNK = 512
_CHUNK_GRAIN = 8
# Flash attention on a CPU takes 64 tokens of one sequence together, and fewer one by one: behind
# 700 others (one core, ms a token) 24 tokens take 4.3 each, 48 and 63 as long, 64 take 2.4. So a
# step that could read nearly as many reads them all.
_TILE = 64
_TILE_S = 2 * CHUNK_S
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


def chunk_tokens(cost: StepCost) -> int:
    """How many tokens of prompts a step may read, by what they cost now."""
    tokens = cost.tokens_in(CHUNK_S, 0) // _CHUNK_GRAIN * _CHUNK_GRAIN
    if tokens < _TILE and cost.step_s(_TILE, 0) <= _TILE_S:
        return _TILE
    return max(_LEAST_CHUNK, min(MOST_CHUNK, tokens))


def seat_order(turn: Turn) -> float:
    """Who comes first when a sequence becomes free: the smallest. Who has waited long passes
    those that came later, whatever their rank."""
    if turn.rank is Rank.DRAFT:
        return turn.deadline
    return turn.arrived_at + _PATIENCE_S[turn.rank]


def is_hopeless(turn: Turn, now: float, cost: StepCost, chunk: int) -> bool:
    """Whether it would come too late even if there were nobody else."""
    return now + cost.alone_s(turn.pending, turn.to_say, chunk) > turn.give_up_at


def plan_step(turns: Sequence[Turn], now: float, cost: StepCost, chunk: int) -> list[int]:
    """How many of its pending tokens each is fed; 0: it pauses."""
    urgent = _urgent(turns, now, cost, chunk)
    if not urgent:
        return _common_step(turns, [0] * len(turns), range(len(turns)), now, chunk)
    rest = [
        index
        for index, turn in enumerate(turns)
        if index not in urgent and not _is_idle_work(turn, now)
    ]
    if not _are_due([turns[i] for i in rest], [turns[i] for i in urgent], now, cost, chunk):
        return _urgent_step(turns, urgent, now, cost, chunk)
    is_read = any(turns[index].pending > 1 for index in rest)
    parts = _urgent_step(turns, urgent, now, cost, chunk // 2 if is_read else chunk)
    left = chunk - sum(parts[index] for index in urgent if turns[index].pending > 1)
    return _common_step(turns, parts, rest, now, left)


def _urgent(turns: Sequence[Turn], now: float, cost: StepCost, chunk: int) -> list[int]:
    """Earliest deadline first; of the late ones, who came first."""
    drafts: list[tuple[float, float, int]] = []
    late: list[tuple[float, int]] = []
    for index, turn in enumerate(turns):
        if turn.rank is Rank.DRAFT:
            needs_s = cost.alone_s(turn.pending, turn.to_say, chunk)
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


def _are_due(
    rest: Sequence[Turn], urgent: Sequence[Turn], now: float, cost: StepCost, chunk: int
) -> bool:
    if not rest:
        return False
    reads = any(turn.pending > 1 for turn in rest)
    step_s = cost.step_s(min(chunk, sum(turn.pending for turn in urgent)), len(urgent))
    if not reads and len(rest) * cost.reply_s <= _FREE * step_s:
        return True
    return now + step_s - min(turn.fed_at for turn in rest) > PAUSE_S


def _is_idle_work(turn: Turn, now: float) -> bool:
    return now - turn.arrived_at < _OLD_S[turn.rank]


def _urgent_step(
    turns: Sequence[Turn], urgent: Sequence[int], now: float, cost: StepCost, chunk: int
) -> list[int]:
    parts = [0] * len(turns)
    writers = sum(turns[index].pending <= 1 for index in urgent)
    step_s = cost.step_s(0, writers)
    spare_s = math.inf  # for this step, of the writers that come before the first reader
    left: int | None = None
    for index in urgent:
        turn = turns[index]
        if turn.pending <= 1:
            parts[index] = 1
            steps = turn.to_say + 1
            until = turn.deadline if now + steps * step_s <= turn.deadline else turn.give_up_at
            if left is None:
                spare_s = min(spare_s, (until - now) / steps)
            continue
        if left is None:
            left = chunk if math.isinf(spare_s) else _beside(spare_s, writers, cost, chunk)
        parts[index] = min(turn.pending, left)
        left -= parts[index]
    return parts


def _beside(spare_s: float, writers: int, cost: StepCost, chunk: int) -> int:
    """How many tokens are read in a step that those wait for who are to be done first."""
    tokens = min(chunk, cost.tokens_in(spare_s, writers), int(cost.fixed_s / cost.token_s))
    return tokens if tokens >= _LEAST_CHUNK else 0


def _common_step(
    turns: Sequence[Turn], parts: list[int], served: Sequence[int], now: float, chunk: int
) -> list[int]:
    """`parts`, with those of the `served`: a token for every writer, and a chunk shared."""
    for index in served:
        parts[index] = min(turns[index].pending, 1)
    readers = [index for index in served if turns[index].pending > 1]
    idle = [index for index in readers if _is_idle_work(turns[index], now)]
    others = [index for index in readers if index not in idle]
    left = chunk
    if others:
        shared = share(left, [turns[index].pending for index in others])
        for index, part in zip(others, shared, strict=True):
            parts[index] = part
            left -= part
    for index in idle:
        parts[index] = max(0, min(turns[index].pending, left))
        left -= parts[index]
    return parts


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
