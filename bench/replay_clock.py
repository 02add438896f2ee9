"""Virtual time: what is to happen, in the order of its instants. Nobody sleeps.

Of what falls on one instant, timers come last, as in `edge/drive.py`: what has arrived is handled
before anybody is called late. Else the order is that in which it was asked for, so that a world
runs the same way every time.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from itertools import count

Do = Callable[[float], None]


class Clock:
    def __init__(self) -> None:
        self._due: list[tuple[float, bool, int, Do]] = []
        self._asked = count()

    def call_at(self, at: float, do: Do, *, is_timer: bool = False) -> None:
        heapq.heappush(self._due, (at, is_timer, next(self._asked), do))

    def run(self) -> None:
        """Until nothing is left to happen."""
        while self._due:
            at, _, _, do = heapq.heappop(self._due)
            do(at)
