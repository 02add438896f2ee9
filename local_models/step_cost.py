"""What a step of the engine costs, learned from the steps themselves.

A step is one decode call. It takes a fixed time, some more for every token of a prompt that
it reads, and some for every reply that it writes a token of. All three are needed: on a CPU a
reply costs as much as the fixed part, on a GPU next to nothing.

    seconds = pace * (fixed + tokens * token + replies * reply)

The three are the ridge regression of the latest steps (each weighs half a percent less than the
one after it) towards what was measured at the start, so that what does not occur for a while
keeps its value. Errors count relative to the prediction, and none for more than a factor of
three: a step that lost its core for a moment says little. The pace follows the last few steps:
on a machine that others use too, everything gets slower at once, also what has not been seen
since.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

_MEMORY = 0.995
_PRIOR = 1.0  # step's worth of trust in what was measured at the start
_FAR_OFF = 3.0
_PACE_MEMORY = 0.9
_LEAST_SHARE = 0.02  # of what was measured at the start: nothing is free


@dataclass(frozen=True, slots=True)
class StepCost:
    """Seconds: of any step, for each token read, for each token written."""

    fixed_s: float
    token_s: float
    reply_s: float

    def step_s(self, tokens: int, replies: int) -> float:
        return self.fixed_s + tokens * self.token_s + replies * self.reply_s

    def tokens_in(self, seconds: float, replies: int) -> int:
        """How many can be read in a step of so long, beside so many replies; perhaps none."""
        left_s = seconds - self.step_s(0, replies)
        return max(0, int(left_s / self.token_s))

    def alone_s(self, tokens: int, said: int, chunk: int) -> float:
        """To read and then say so many tokens with nobody else there."""
        reading_s = tokens * self.token_s + math.ceil(tokens / chunk) * self.fixed_s
        return reading_s + said * self.step_s(0, 1)


class CostMeter:
    def __init__(self, start: StepCost) -> None:
        self._start = np.array([start.fixed_s, start.token_s, start.reply_s])
        # In units of the start's values, all three are near 1 and the ridge treats them alike.
        self._prior = np.eye(3) * _PRIOR
        self._products = self._prior
        self._sums = np.ones(3) * _PRIOR
        self._shape = np.ones(3)
        self._pace = 1.0

    @property
    def cost(self) -> StepCost:
        fixed, token, reply = (self._pace * self._shape * self._start).tolist()
        return StepCost(fixed, token, reply)

    def note(self, tokens: int, replies: int, seconds: float) -> None:
        """A step took so long."""
        parts = np.array([1.0, tokens, replies]) * self._start
        expected_s = float(parts @ self._shape)
        ratio = min(_FAR_OFF, max(1 / _FAR_OFF, seconds / expected_s))
        self._pace += (1 - _PACE_MEMORY) * (ratio - self._pace)
        parts /= expected_s
        # The prior does not fade: only what was added to it does.
        self._products = self._prior + _MEMORY * (self._products - self._prior)
        self._products += np.outer(parts, parts)
        self._sums = _PRIOR + _MEMORY * (self._sums - _PRIOR) + parts * ratio / self._pace
        shape = np.linalg.solve(self._products, self._sums)
        self._shape = np.maximum(shape, _LEAST_SHARE)
