"""Exact bounds, against the closed forms and published values."""

from __future__ import annotations

import math

import pytest

from bench.binomial import lower_bound, upper_bound


@pytest.mark.parametrize("trials", [1, 10, 736, 5_000])
def test_no_hit_has_the_closed_form(trials: int) -> None:
    assert upper_bound(0, trials) == pytest.approx(1 - 0.025 ** (1 / trials), rel=1e-9)
    assert lower_bound(0, trials) == 0


def test_736_trials_without_a_hit_prove_half_a_percent() -> None:
    assert upper_bound(0, 735) > 0.005 >= upper_bound(0, 736)


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (1, 29, 0.0009, 0.1776)],
)
def test_the_published_intervals_are_met(hits: int, trials: int, low: float, high: float) -> None:
    """Newcombe 1998, table I, method 5."""
    assert lower_bound(hits, trials) == pytest.approx(low, abs=5e-5)
    assert upper_bound(hits, trials) == pytest.approx(high, abs=5e-5)


def test_many_trials_do_not_leave_a_floats_range() -> None:
    assert upper_bound(3_000, 100_000) == pytest.approx(0.0311, abs=2e-4)


def test_all_hits_bound_nothing_from_above() -> None:
    assert upper_bound(7, 7) == 1
    assert lower_bound(7, 7) == pytest.approx(0.025 ** (1 / 7))


def test_no_trials_bound_nothing() -> None:
    assert math.isnan(upper_bound(0, 0))
    assert math.isnan(lower_bound(0, 0))
