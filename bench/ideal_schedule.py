"""What the best order of work could do for the same drafts on the same machine.

Whoever knew all arrivals beforehand could still not work faster. With equal work and deadlines
equally far, no order has more in time than to do one draft after the other as they came, and not to
begin those that would be late (any other one can be turned into this by exchanging two drafts).
The work of a draft is taken to be the least that was seen for one, in batches of drafts alone: so
the row is a bound, which grants that batches wait for nobody and long replies get nothing at all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def ideal_sentences(
    periods: Sequence[float], *, work_s: float, least_s: float, deadline_s: float
) -> list[float]:
    """From each one's arrival to its end, `inf` where it is not begun. `periods`: from each arrival
    to the next one; `least_s`: what one takes with nobody else there."""
    took: list[float] = []
    ahead_s = 0.0  # work that is there when the next one comes
    for period in periods:
        done_s = ahead_s + work_s
        is_begun = done_s <= deadline_s
        took.append(max(least_s, done_s) if is_begun else math.inf)
        ahead_s = max(0.0, (done_s if is_begun else ahead_s) - period)
    return took
