"""A job in the batcher: where it stands, how the scheduler sees it, what all of them come to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from local_models.admission import Load
from local_models.chunks import alone_s, chunk_tokens
from local_models.job import Job
from local_models.prefix_cache import LEAST_COPIED
from local_models.schedule import Rank, Turn, seat_order
from local_models.step_cost import StepCost

# A reader who was not fed for so long before the last step is not to be waited for.
_READS_S = 0.25


@dataclass(slots=True, eq=False)
class Run:
    """A job that came, and where it stands."""

    job: Job
    pending: Sequence[int]
    arrived_at: float
    fed_at: float
    rank: Rank  # of a draft whose first sentence stands, that of a reply
    expected: Load | None = None  # as it was when it came
    sequence: int = -1
    cached: int = 0  # tokens of the prompt that it found read
    depth: int = 0  # tokens that its sequence has read
    said: int = 0  # tokens it was fed since its prompt was read
    text: str = ""  # until its first sentence stands

    @property
    def reads(self) -> bool:
        return len(self.pending) > 1

    def turn(self, sentence: int) -> Turn:
        """`sentence`: tokens that a first one usually has."""
        urgency = self.job.urgency
        place = Turn(self.rank, len(self.pending), self.arrived_at, self.fed_at, depth=self.depth)
        if self.rank is not Rank.DRAFT:
            return place
        return replace(
            place,
            deadline=math.inf if urgency.deadline is None else urgency.deadline,
            give_up_at=math.inf if urgency.give_up_at is None else urgency.give_up_at,
            to_say=max(1, sentence - self.said),
        )

    def is_read_by(self, other: Run, position: int, stepped_at: float) -> bool:
        """Whether the other one, who has read as far as `position`, is about to read what we begin
        with, too, and comes first: whoever waits for it finds that read, and does not read it
        beside it, at half the speed of both."""
        ours, theirs = self.job, other.job
        if ours.scope is None or (ours.scope, ours.adapter) != (theirs.scope, theirs.adapter):
            return False
        is_fed = other.reads and stepped_at - other.fed_at <= _READS_S
        if not is_fed or self._precedence < other._precedence:
            return False
        shared = position + LEAST_COPIED
        return len(ours.prompt) > shared and ours.prompt[:shared] == theirs.prompt[:shared]

    @property
    def _precedence(self) -> tuple[Rank, float]:
        return self.rank, seat_order(self.turn(0))


def load_of(
    running: Sequence[Run],
    waiting: Sequence[Run],
    *,
    cost: StepCost,
    margin: float,
    sentence: int,
    is_full: bool,
) -> Load:
    urgent = [run.turn(sentence) for run in (*running, *waiting) if run.rank is Rank.DRAFT]
    others = [run for run in running if run.rank is not Rank.DRAFT]
    readers = [run.depth for run in others if run.reads and run.rank is Rank.REPLY]
    common_s = sum(cost.write_s(run.depth) for run in others if not run.reads)
    if readers:
        depth = max(readers)
        common_s += cost.read_s(chunk_tokens(cost, depth), depth)
    return Load(
        cost=cost,
        margin=margin,
        sentence=sentence,
        urgent_s=sum(alone_s(cost, turn.pending, turn.to_say, turn.depth) for turn in urgent),
        common_s=common_s,
        is_full=is_full,
    )
