"""What the batcher is given to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from edge.core.types import NO_HURRY, Piece, Urgency
from local_models.llama import Lora
from local_models.replies import Reply
from local_models.schedule import Rank
from local_models.wire import Refused


@dataclass(slots=True, eq=False)
class Job:
    """One caller's reply: what is read, who speaks, and who is told (see `Batcher.run`).

    `scope`: see `local_models/prefix_cache.py`. `adapter`: what the model speaks with.
    """

    prompt: Sequence[int]
    lead: Sequence[int]  # the reply's first tokens, where they are known beforehand
    reply: Reply
    receive: Callable[[tuple[Piece | Refused, ...]], None]
    rank: Rank = Rank.REPLY
    urgency: Urgency = NO_HURRY
    scope: str | None = None
    adapter: Lora | None = None


Said = list[tuple[Job, tuple[Piece | Refused, ...]]]
