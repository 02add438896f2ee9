"""Signs of life, and what their absence means.

The engine has three parts that can stop without dying: the batcher's thread (native code that
never returns), the event loop (a chat template that never ends), and all of it at once (SIGSTOP,
native code that keeps the interpreter's lock). One more thread, the `Pulse`, watches the first
two and says every so often for how long they have been still; when it falls silent itself, that
is the third. So the parent needs one rule: a pulse that tells of too long a stillness, or none.

A batcher without work takes no steps and is well; one that takes none while a reply waits is not.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """What the batcher looks like from outside: decode calls so far, and whether anyone waits."""

    steps: int
    has_work: bool


class Stillness:
    """For how long nothing has moved that should have. Told the time; keeps none."""

    def __init__(self, now: float) -> None:
        self._steps = -1
        self._moved_at = now

    def note(self, sight: Sight, now: float) -> float:
        if not sight.has_work or sight.steps != self._steps:
            self._moved_at = now
        self._steps = sight.steps
        return now - self._moved_at


class Pulse:
    """Says every `every_s` for how long the batcher and the loop have been still, in seconds."""

    def __init__(
        self,
        every_s: float,
        *,
        look: Callable[[], Sight],
        nudge: Callable[[Callable[[], None]], object],
        tell: Callable[[float, float], None],
    ) -> None:
        """`nudge` has the event loop call what it is given; `tell` hears of batcher and loop, and
        raises `OSError` when nobody listens any more."""
        self._every_s = every_s
        self._look, self._nudge, self._tell = look, nudge, tell
        self._loop_at = time.monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="pulse", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()

    def _beat(self) -> None:
        steps = Stillness(time.monotonic())
        while not self._over.wait(self._every_s):
            now = time.monotonic()
            try:
                self._nudge(self._loop_is_well)
                self._tell(steps.note(self._look(), now), max(0.0, now - self._loop_at))
            except (OSError, RuntimeError):  # nobody listens; the loop is closed
                return

    def _loop_is_well(self) -> None:
        self._loop_at = time.monotonic()
