"""Which sequence remembers which tokens, and which of them a new prompt can begin with.

A sequence that has ended keeps its tokens until another one needs it: a conversation goes on, a
text grows by a word, and only the new part has to be read. The longest common beginning is
taken, in one of two ways:

- *in place*, where most of what the sequence remembers is the new prompt's too, or nothing else
  is free: it is cut back, which costs nothing;
- as a *copy* into another sequence, where the first one is in use or remembers much more: a whole
  sequence is copied (6 ms for 4,096 tokens of the builtin model's, as long as 3 tokens of
  prompt take), whatever part of it is wanted.

Who may share is told by a *scope*: only sequences of the same scope are looked at, and those
without one remember nothing for anybody. Least recently used is overwritten first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

LEAST_COPIED = 16  # tokens; fewer are read again sooner than copied
_MOSTLY = 0.5

Tokens = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a prompt is to be read: in `sequence`, which has its first `known` tokens after those
    were taken from `source`, if that is another one."""

    sequence: int
    source: int
    known: int


@dataclass(slots=True)
class _Memory:
    tokens: Tokens
    size: int = 0
    scope: str | None = None
    is_taken: bool = False
    used: int = 0  # when it was last taken or left, counted in such events


@dataclass(slots=True)
class PrefixCache:
    sequences: int
    context: int  # the most tokens of one
    _memories: list[_Memory] = field(init=False)
    _events: int = 0

    def __post_init__(self) -> None:
        self._memories = [_Memory(np.zeros(self.context, np.int32)) for _ in range(self.sequences)]

    @property
    def free(self) -> int:
        return sum(not memory.is_taken for memory in self._memories)

    @property
    def kept(self) -> int:
        """Tokens that are remembered in sequences that nobody uses."""
        return sum(memory.size for memory in self._memories if not memory.is_taken)

    @property
    def taken(self) -> set[int]:
        return {number for number, memory in enumerate(self._memories) if memory.is_taken}

    @property
    def sizes(self) -> list[int]:
        """Of every sequence, how many tokens it has."""
        return [memory.size for memory in self._memories]

    def swap(self, one: int, other: int) -> None:
        """They have changed places."""
        memories = self._memories
        memories[one], memories[other] = memories[other], memories[one]

    def position(self, sequence: int) -> int:
        return self._memories[sequence].size

    def take(self, prompt: Sequence[int], scope: str | None) -> Seat:
        """A free sequence for this prompt; there must be one. At least the prompt's last token is
        left to be read: what comes after it is what we want to know."""
        best, known = self._longest(np.asarray(prompt[:-1], np.int32), scope)
        sequence = self._place(best, known)
        memory = self._memories[sequence]
        if sequence != best:
            if known < LEAST_COPIED:
                known = 0
            else:
                memory.tokens[:known] = self._memories[best].tokens[:known]
        memory.size, memory.scope, memory.is_taken = known, scope, True
        self._touch(memory)
        return Seat(sequence, best if known else sequence, known)

    def restart(self, sequence: int, tokens: Sequence[int]) -> None:
        """It begins with these instead, wherever they come from."""
        self._memories[sequence].size = 0
        self.add(sequence, tokens)

    def add(self, sequence: int, tokens: Sequence[int]) -> None:
        """They were read."""
        memory = self._memories[sequence]
        end = memory.size + len(tokens)
        memory.tokens[memory.size : end] = tokens
        memory.size = end

    def cut(self, sequence: int, size: int) -> None:
        """It has read no more than that, after all."""
        self._memories[sequence].size = size

    def leave(self, sequence: int) -> bool:
        """The sequence is free; whether it is worth remembering."""
        memory = self._memories[sequence]
        memory.is_taken = False
        if memory.scope is None:
            memory.size = 0
        self._touch(memory)
        return memory.size > 0

    def _longest(self, prompt: Tokens, scope: str | None) -> tuple[int, int]:
        """The sequence that has the most of the prompt's beginning, a free one if two have as
        much; and how much."""
        best, most = -1, 0
        if scope is None:
            return best, most
        for sequence, memory in enumerate(self._memories):
            if memory.scope != scope:
                continue
            size = _common(prompt, memory.tokens[: memory.size])
            is_better = best >= 0 and self._memories[best].is_taken and not memory.is_taken
            if size > most or (size == most > 0 and is_better):
                best, most = sequence, size
        return best, most

    def _place(self, best: int, known: int) -> int:
        free = [number for number, memory in enumerate(self._memories) if not memory.is_taken]
        if best in free and (len(free) == 1 or known >= _MOSTLY * self._memories[best].size):
            return best
        # Empty ones first.
        others = [number for number in free if number != best]
        return min(others, key=lambda number: (self._age(number), number))

    def _age(self, sequence: int) -> int:
        memory = self._memories[sequence]
        return memory.used if memory.size else -1

    def _touch(self, memory: _Memory) -> None:
        self._events += 1
        memory.used = self._events


def _common(one: Tokens, other: Tokens) -> int:
    size = min(len(one), len(other))
    differ = one[:size] != other[:size]
    first = int(differ.argmax()) if size else 0
    return first if size and differ[first] else size
