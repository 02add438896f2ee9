"""A local engine in virtual time: so many replies at once, the others wait their turn.

Its first token takes what it takes on the row of the traces' README for a 27B model on one RTX
5090: 101, 318 and 592 ms (P50, P95, largest), the waiting for a slot not included. That source has
no decode speed. Such a card reads 1,792 GB/s and 4-bit weights of 27B are some 16 GB, so 110
tokens/s is the most there can be; engines reach about half of it, and 50 is what is taken here.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bench.distribution import Quantiles
from bench.replay_clock import Clock

FIRST_TOKEN_S = Quantiles(((0.5, 0.101), (0.95, 0.318), (1 - 1 / 900, 0.592)))
DECODE_PER_S = 50.0
SLOTS = 4
CONTEXT = 8192  # tokens per slot: four of them fit beside the weights


@dataclass(eq=False, slots=True)
class Turn:
    """One reply of the engine. `begin(now)` is called when it is given its slot."""

    begin: Callable[[float], None]
    began_at: float | None = None
    is_over: bool = False


class LocalEngine:
    """`busy_s` adds up how long slots were taken."""

    def __init__(self, clock: Clock, slots: int = SLOTS) -> None:
        self._clock = clock
        self._slots = slots
        self._free = slots
        self._waiting: deque[Turn] = deque()
        self.busy_s = 0.0

    def ask(self, now: float, begin: Callable[[float], None]) -> Turn:
        turn = Turn(begin)
        self._waiting.append(turn)
        self._give_slots(now)
        return turn

    def end(self, turn: Turn, now: float) -> None:
        """It has said all it had to say, or is no longer needed; twice is once."""
        if turn.is_over:
            return
        turn.is_over = True
        if turn.began_at is None:
            self._waiting.remove(turn)
            return
        self.busy_s += now - turn.began_at
        self._free += 1
        self._give_slots(now)

    def utilisation(self, during_s: float) -> float:
        """The share of its slots' time that was taken."""
        return self.busy_s / (self._slots * during_s)

    def _give_slots(self, now: float) -> None:
        while self._free and self._waiting:
            turn = self._waiting.popleft()
            self._free -= 1
            turn.began_at = now
            self._clock.call_at(now, turn.begin)


def first_token_s(rng: random.Random) -> float:
    return FIRST_TOKEN_S.draw(rng)
