from __future__ import annotations

from edge.core.blame import most_telling
from edge.core.errors import TierRejected, TierUnavailable

TOO_LONG = TierRejected("a: too long", own_limit=True, code="context_length_exceeded")
NO_SIZE = TierRejected("b: no such size", own_limit=True)
GONE = TierUnavailable("c: gone")


def test_what_is_no_models_own_limit_tells_most() -> None:
    assert most_telling([GONE, TOO_LONG]) is GONE
    assert most_telling([TOO_LONG]) is TOO_LONG


def test_own_limits_are_told_together_if_everyone_has_one() -> None:
    error = most_telling([TOO_LONG, NO_SIZE])
    assert isinstance(error, TierRejected) and error.own_limit
    assert str(error) == "a: too long; b: no such size"
    assert error.code is None
    same = most_telling([TOO_LONG, TOO_LONG])
    assert isinstance(same, TierRejected) and same.code == "context_length_exceeded"


def test_nobody_to_blame_is_nobody_there() -> None:
    assert isinstance(most_telling([]), TierUnavailable)
