"""The sequences of the context: who sits where, and what a new prompt finds there.

What plain conversations begin with is read once with each adapter, and then found read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from local_models.llama import Lora
from local_models.llama_context import Context, Feed, Output, StepInterrupted
from local_models.neighbours import fillers, swaps
from local_models.prefix_cache import PrefixCache

_MOST_MOVED = 64 << 20  # bytes: some 15 ms, about as much as a gap costs in one step


@dataclass(frozen=True, slots=True)
class Head:
    """The tokens that plain conversations begin with, and a sequence's state after them, read
    without an adapter. It is the model's own, so that everyone may have it."""

    tokens: Sequence[int]
    state: bytes


class Seats:
    def __init__(self, context: Context, cache: PrefixCache, head: Head) -> None:
        self._context = context
        self._cache = cache
        self._head = head
        self._adapted: WeakKeyDictionary[Lora, bytes] = WeakKeyDictionary()  # the head's states
        self._sources: set[int] = set()  # of copies that the next step makes

    @property
    def free(self) -> int:
        return self._cache.free

    @property
    def kept(self) -> int:
        """Tokens that are remembered for later."""
        return self._cache.kept

    def take(
        self, prompt: Sequence[int], scope: str | None, adapter: Lora | None = None
    ) -> tuple[int, int]:
        """A sequence for the prompt, which `adapter` is to read, and how much of it the sequence
        has read already. One must be free."""
        seat = self._cache.take(prompt, scope)
        head = self._head.tokens
        if seat.known < len(head) and self._may_restore(seat.sequence, prompt):
            known = head if self._begin_with_head(seat.sequence, adapter) else ()
            self._cache.restart(seat.sequence, known)
            return seat.sequence, len(known)
        if seat.source != seat.sequence:
            self._context.copy(seat.source, seat.sequence)
            self._sources.add(seat.source)
        self._context.cut(seat.sequence, seat.known)
        return seat.sequence, seat.known

    def _begin_with_head(self, sequence: int, adapter: Lora | None) -> bool:
        """False: it was to be read, and that was interrupted."""
        state = self._head.state if adapter is None else self._adapted.get(adapter)
        if state is not None:
            self._context.restore(sequence, state)
            return True
        assert adapter is not None  # the model's own is known from the start
        self._context.forget(sequence)
        self._context.use(adapter)
        try:
            self._context.decode([Feed(sequence, 0, self._head.tokens, wants_logits=False)])
        except StepInterrupted:
            return False
        self._adapted[adapter] = self._context.save(sequence)
        return True

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
