"""What an engine's deaths add up to: how soon it is started again, and when that is no answer.

One death is answered at once, a few with growing pauses. So many in a short time are a pattern:
then comes a last word, which says what happened, how often and what to try, and from there on the
engine is tried rarely, because every try takes memory and cores from the rest of the box. A long
life ends the pattern.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

LONG_LIFE_S = 30.0  # after so long a death is news, not a pattern
_FIRST_PAUSE_S = 0.2
_LONGEST_PAUSE_S = 5.0
_RARE_PAUSE_S = 60.0
_WINDOW_S = 300.0


@dataclass(slots=True)
class Deaths:
    """`many`: so many within five minutes are a pattern."""

    many: int = 5
    _at: deque[float] = field(default_factory=deque)
    _pause_s: float = 0.0

    def note(self, *, at: float, lived_s: float) -> float:
        """Seconds to wait before the next start."""
        if lived_s > LONG_LIFE_S:
            self._at.clear()
            self._pause_s = 0.0
        while self._at and self._at[0] < at - _WINDOW_S:
            self._at.popleft()
        self._at.append(at)
        self._pause_s = min(2 * self._pause_s, _LONGEST_PAUSE_S) or _FIRST_PAUSE_S
        return _RARE_PAUSE_S if self.is_pattern else self._pause_s

    @property
    def is_pattern(self) -> bool:
        return len(self._at) >= self.many

    def last_word(self, why: str) -> str:
        """`why`: how the last of them came about."""
        within_s = self._at[-1] - self._at[0]
        return (
            f"the engine died {len(self._at)} times in {within_s:.0f} s, last so: {why}. "
            f"It is tried again every {_RARE_PAUSE_S:.0f} s only. {_advice(why)}"
        )


def _advice(why: str) -> str:
    """What helped others. It only words a message: nothing is decided by the text."""
    if any(words in why for words in ("want of memory", "out of memory", "no memory")):
        return 'Try fewer slots, a smaller context, kv_type = "q8_0", or a smaller model.'
    if "CUDA" in why or "GPU" in why:
        return "Look at the GPU (nvidia-smi), or try gpu_layers = 0 to do without it."
    return "Try another model file, gpu_layers = 0, or fewer slots; `prelude doctor` tells more."
