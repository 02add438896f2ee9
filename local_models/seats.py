"""The sequences of the context: who sits where, and what a new prompt finds there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from local_models.llama import Context
from local_models.prefix_cache import PrefixCache


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
        if seat.known < len(head) < len(prompt) and list(prompt[: len(head)]) == list(head):
            self._context.restore(seat.sequence, self._head.state)
            self._cache.restart(seat.sequence, head)
            return seat.sequence, len(head)
        if seat.source != seat.sequence:
            self._context.copy(seat.source, seat.sequence)
        self._context.cut(seat.sequence, seat.known)
        return seat.sequence, seat.known

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
