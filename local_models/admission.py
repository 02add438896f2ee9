"""When a newcomer's first sentence would stand, by what steps cost and who is here already.

The engine tells its `Load`; whoever has the latest one can tell for itself, without asking. What
comes before a newcomer with a deadline is what other drafts have still to read and to say, one
after the other; the replies that were promised a step every `PAUSE_S` take their part of the
time all along. That is the expected time (`expected_s`). A promise is another matter: the
`margin` is the factor by which only one in a hundred was later than expected.

The margin is learned from what became of the drafts that came. Each that was later than
expected times margin raises it by 99 parts, each that was not lowers it by one (quantile
tracking, as in adaptive conformal inference, Gibbs and Candès 2021): in the long run one in a
hundred is later, however the times are distributed, and also when that changes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from local_models.chunks import alone_s
from local_models.schedule import PAUSE_S
from local_models.step_cost import StepCost

_LATE_SHARE = 0.01
_STEP = 0.1  # of the margin's logarithm, for one that was late
_FIRST_MARGIN = 2.0
_MARGINS = (1.0, 20.0)


@dataclass(frozen=True, slots=True)
class Load:
    """What the engine has to do, and how fast it does it."""

    cost: StepCost
    margin: float
    sentence: int  # tokens that a first sentence usually takes
    urgent_s: float = 0.0  # for those with a deadline, until their sentences stand
    common_s: float = 0.0  # for those without one, in each step that they have a part in
    is_full: bool = False  # every sequence is taken

    def expected_s(self, tokens: int, said: int | None = None, known: int = 0) -> float:
        """From now to the end of a sentence of `said` tokens (None: a usual one) after a prompt of
        so many that are not known yet, behind as many that are."""
        said = self.sentence if said is None else said
        busy_s = self.urgent_s + alone_s(self.cost, tokens, said, known)
        # The step that runs now is half over, as a rule.
        begun_s = (self.cost.fixed_s + self.common_s) / 2 if self.common_s else 0.0
        return begun_s + busy_s / (1 - self._promised())

    def surely_s(self, tokens: int, said: int | None = None) -> float:
        """It is later in one case of a hundred; or nobody can tell."""
        return math.inf if self.is_full else self.margin * self.expected_s(tokens, said)

    def _promised(self) -> float:
        """The part of the time that goes to those without a deadline."""
        return self.common_s / (PAUSE_S + self.common_s)


class Margin:
    def __init__(self) -> None:
        self._log = math.log(_FIRST_MARGIN)

    @property
    def factor(self) -> float:
        return math.exp(self._log)

    def note(self, expected_s: float, took_s: float) -> None:
        """A draft of this expectation stood after so long."""
        is_late = took_s > expected_s * self.factor
        self._log += _STEP * (is_late - _LATE_SHARE)
        least, most = _MARGINS
        self._log = min(math.log(most), max(math.log(least), self._log))
