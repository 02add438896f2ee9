"""The sequences of the context: who sits where, and what a new prompt finds there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from local_models.llama import Context, Feed, Output
from local_models.neighbours import fillers, swaps
from local_models.prefix_cache import PrefixCache

_MOST_MOVED = 64 << 20  # bytes: some 15 ms, about as much as a gap costs in one step


@dataclass(frozen=True, slots=True)
class Head:
    """The tokens that plain conversations begin with, and a sequence's state after them. It is
    the model's own, so that everyone may have it."""

    tokens: Sequence[int]
    state: bytes


class Seats:
    def __init__(self, context: Context, cache: PrefixCache, head: Head) -> None:
        self._context = context
        self._cache = cache
        self._head = head
        self._sources: set[int] = set()  # of copies that the next step makes

    @property
    def free(self) -> int:
        return self._cache.free

    @property
    def kept(self) -> int:
        """Tokens that are remembered for later."""
        return self._cache.kept

    def take(
        self, prompt: Sequence[int], scope: str | None, *, is_plain: bool = True
    ) -> tuple[int, int]:
        """A sequence for the prompt, and how much of it the sequence has read already. One must
        be free. Not `is_plain`: an adapter reads it, to which the head means something else."""
        seat = self._cache.take(prompt, scope)
        head = self._head.tokens if is_plain else ()
        if seat.known < len(head) and self._may_restore(seat.sequence, prompt):
            self._context.restore(seat.sequence, self._head.state)
            self._cache.restart(seat.sequence, head)
            return seat.sequence, len(head)
        if seat.source != seat.sequence:
            self._context.copy(seat.source, seat.sequence)
            self._sources.add(seat.source)
        self._context.cut(seat.sequence, seat.known)
        return seat.sequence, seat.known

    def gather(self) -> dict[int, int]:
        """Make neighbours of those that are taken: where the ones are now that had to move."""
        if self._sources:
            return {}  # what is still to be copied cannot be moved
        pairs = swaps(self._cache.taken, self._cache.sizes)
        for one, other in pairs.copy():
            if self._context.size(one) + self._context.size(other) > _MOST_MOVED:
                pairs.remove((one, other))
                continue
            self._context.swap(one, other)
            self._cache.swap(one, other)
        return dict(pairs)

    def decode(self, feeds: Sequence[Feed]) -> list[Output]:
        """One step for these, and for nobody else, whoever may be computed beside them; see
        `Context.decode`."""
        beside = self._fillers(feeds)
        try:
            outputs = self._context.decode([*feeds, *beside])
        finally:
            self._sources.clear()
        for feed in beside:
            self._context.cut(feed.sequence, feed.position)
        return outputs[: len(feeds)]

    def _fillers(self, feeds: Sequence[Feed]) -> list[Feed]:
        """Their logits are asked for as well: that is the largest multiplication of all."""
        if any(len(feed.tokens) > 1 for feed in feeds):
            return []
        fed = {feed.sequence for feed in feeds}
        sizes, most = self._cache.sizes, self._cache.context
        free = [other for other, size in enumerate(sizes) if other not in fed and size < most]
        return [
            Feed(other, sizes[other], (0,), wants_logits=True)
            for other in fillers(fed, self._context.block, free)
        ]

    def _may_restore(self, sequence: int, prompt: Sequence[int]) -> bool:
        """A state is written at once, a copy made with the next step only: what that is to read
        must still be there."""
        head = self._head.tokens
        begins_so = len(head) < len(prompt) and list(prompt[: len(head)]) == list(head)
        return begins_so and sequence not in self._sources

    def position(self, sequence: int) -> int:
        return self._cache.position(sequence)

    def note_read(self, sequence: int, tokens: Sequence[int]) -> None:
        self._cache.add(sequence, tokens)

    def take_back(self, sequence: int, tokens: int) -> None:
        """Forget so many of those it read last."""
        size = self._cache.position(sequence) - tokens
        self._cache.cut(sequence, size)
        self._context.cut(sequence, size)

    def leave(self, sequence: int) -> None:
        if not self._cache.leave(sequence):
            self._context.forget(sequence)
