"""How much longer a long prompt takes to its first text than the usual one, from the latest calls.

A model reads its prompt before it says a word, so the time to its first text grows with the
prompt's length, in a line: a fixed part, and a part for every token. The usual time (a live
median, see `durations`) holds for the usual length only. Here the slope of that line is learned:
prompts are grouped by doublings of their length, each group has a median time of its own, and the
slope is the median of the slopes between groups (Theil 1950, Sen 1968). One slow call in a group,
or one odd group, moves nothing; and the long ones are remembered however many short ones come.

A draft that lost its race before it spoke was cut short. `Durations` counts such waits as at
least so long, or the long prompts, which lose most, would look quick.

Lengths are estimated, and always in the same way: whatever a model's own tokens are, what was
learned in these is asked in these. No prompt is taken for longer than twice the longest that was
measured: beyond that it is tried, and so measured.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from statistics import fmean, median

from edge.core.durations import Durations

_LEAST_IN_GROUP = 5
_LEAST_RATIO = 2.0  # between two lengths that a slope is drawn through
_LEAST_DISTANCE = 64.0  # tokens; of shorter ones the differences in time are noise
_MOST_BEYOND = 2.0


@dataclass(slots=True)
class _Group:
    """Prompts of about one length."""

    lengths: deque[int] = field(default_factory=lambda: deque(maxlen=64))
    times: Durations = field(default_factory=lambda: Durations(least=_LEAST_IN_GROUP))


@dataclass(slots=True)
class PrefillSpeed:
    """Samples come roughly in the order of their instants."""

    _groups: dict[int, _Group] = field(default_factory=dict)  # by the bits of the length
    _lengths: Durations = field(default_factory=Durations)  # in tokens; as the times are weighed

    def add(self, tokens: int, seconds: float, at: float, *, is_whole: bool = True) -> None:
        """The first text for a prompt of so many tokens; `is_whole` false: it was cut short."""
        group = self._groups.setdefault(tokens.bit_length(), _Group())
        group.lengths.append(tokens)
        group.times.add(seconds, at, is_whole=is_whole)
        self._lengths.add(tokens, at)

    def extra_s(self, tokens: int, now: float) -> float | None:
        """How much later than usual it speaks after so long a prompt: negative for a shorter one
        than usual. None while nobody knows."""
        usual = self._lengths.quantile(0.5, now)
        points = list(self._points(now))
        slopes = [
            (later - sooner) / (longer - shorter)
            for (shorter, sooner), (longer, later) in combinations(points, 2)
            if longer >= max(_LEAST_RATIO * shorter, shorter + _LEAST_DISTANCE)
        ]
        if usual is None or not slopes:
            return None
        longest = max(length for length, _ in points)
        per_token_s = max(0.0, median(slopes))
        return (min(tokens, _MOST_BEYOND * longest) - usual) * per_token_s

    def _points(self, now: float) -> Iterator[tuple[float, float]]:
        """Each group's length and time, shortest first."""
        for bits in sorted(self._groups):
            group = self._groups[bits]
            seconds = group.times.quantile(0.5, now)
            if seconds is not None:
                yield fmean(group.lengths), seconds
