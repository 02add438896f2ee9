"""What the drafts that came teach about those to come: how long a first sentence is, and how much
later than expected one may stand."""

from __future__ import annotations

from local_models.admission import Margin
from local_models.counts import Counts
from local_models.run import Run

_FIRST_SENTENCE = 12  # tokens, until some were seen
_MEMORY = 0.9


class Promises:
    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._margin = Margin()
        self._sentence = float(_FIRST_SENTENCE)

    @property
    def margin(self) -> float:
        return self._margin.factor

    @property
    def sentence(self) -> int:
        """Tokens."""
        return max(1, round(self._sentence))

    def note(self, run: Run, now: float) -> None:
        """A draft's first sentence stands."""
        deadline = run.job.urgency.deadline
        if deadline is not None:
            is_met = now <= deadline
            self._counts.deadlines_met += is_met
            self._counts.deadlines_missed += not is_met
        if run.text:  # labels are scored without a word
            self._sentence += (1 - _MEMORY) * (run.said - self._sentence)
        if run.expected is not None:
            unread = len(run.job.prompt) - run.cached
            expected_s = run.expected.expected_s(unread, run.said, run.cached)
            self._margin.note(expected_s, now - run.arrived_at)
