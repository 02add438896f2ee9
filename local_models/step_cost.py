"""What a step of the engine costs, learned from the steps themselves.

A step is one decode call. It takes a fixed time, some more for every token of a prompt that
it reads, some for every reply that it writes a token of, and some for every token that one of
these attends to, which is how far its sequence has come. All four are needed: on a CPU a reply
costs as much as the fixed part, on a GPU next to nothing; and behind 1,500 others a token takes
the builtin model on a CPU three and a half times as long as the first.

    seconds = pace * (fixed + tokens * token + replies * reply + attended * attention)

Flash attention on a CPU takes 64 tokens of one sequence together, and what is left over one by
one. One core, ms for each of so many tokens behind so many others:

    behind       16     32     63     64    128    256
         0     1.91   1.84   1.97   1.77   1.76   1.83
       512     3.59   3.68   3.73   2.38   2.42   2.46
     1,500     6.73   6.56   6.79   3.53   3.48   3.59

So tokens in whole tiles of 64 count for less of what they attend to (`attention`).

The four are the ridge regression of the latest steps (each weighs half a percent less than the
one after it) towards what was measured at the start, so that what does not occur for a while
keeps its value. Errors count relative to the prediction, and none for more than a factor of
three: a step that lost its core for a moment says little. The pace follows the last few steps:
on a machine that others use too, everything gets slower at once, also what has not been seen
since.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

import numpy as np

_MEMORY = 0.995
_PRIOR = 1.0  # step's worth of trust in what was measured at the start
_FAR_OFF = 3.0
_PACE_MEMORY = 0.9
_LEAST_SHARE = 0.02  # of what was measured at the start: nothing is free

TILE = 64  # tokens of one sequence that attention takes together
_TILED = 0.36  # of what the same takes one by one


def attention(tokens: int, depth: int) -> float:
    """To how many tokens these attend in all, behind `depth` others of their sequence, counted as
    if they were read one by one. What they are to each other is part of what a token costs."""
    alone = tokens % TILE
    return depth * (alone + _TILED * (tokens - alone))


@dataclass(frozen=True, slots=True)
class StepCost:
    """Seconds: of any step, for each token read, for each token written, and for each token that
    one of these attends to."""

    fixed_s: float
    token_s: float
    reply_s: float
    attended_s: float

    def step_s(self, tokens: int, replies: int, attended: float = 0.0) -> float:
        read_s = tokens * self.token_s + attended * self.attended_s
        return self.fixed_s + read_s + replies * self.reply_s

    def read_s(self, tokens: int, depth: int) -> float:
        """What these add to a step, behind `depth` others."""
        return tokens * self.token_s + attention(tokens, depth) * self.attended_s

    def write_s(self, depth: float) -> float:
        """What one more token of a reply adds to a step."""
        return self.reply_s + depth * self.attended_s


class CostMeter:
    def __init__(self, start: StepCost) -> None:
        self._start = np.array(astuple(start))
        # In units of the start's values, all four are near 1 and the ridge treats them alike.
        self._prior = np.eye(4) * _PRIOR
        self._products = self._prior
        self._sums = np.ones(4) * _PRIOR
        self._shape = np.ones(4)
        self._pace = 1.0

    @property
    def cost(self) -> StepCost:
        return StepCost(*(self._pace * self._shape * self._start).tolist())

    def note(self, tokens: int, replies: int, attended: float, seconds: float) -> None:
        """A step took so long."""
        parts = np.array([1.0, tokens, replies, attended]) * self._start
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
