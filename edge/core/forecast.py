"""When a draft's first sentence would stand, by what the model that is to say it has to do now."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forecast:
    """Seconds from now. `surely_s`: it is later in one case of a hundred only."""

    expected_s: float
    surely_s: float


# Who ought to tell, and does not.
NO_FORECAST = Forecast(math.inf, math.inf)

Foresee = Callable[[int], Forecast | None]


def foresee_nothing(tokens: int) -> Forecast | None:
    """For a prompt of so many tokens; None where nobody tells."""
    return None
