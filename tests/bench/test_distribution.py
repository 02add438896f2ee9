"""Quantiles: what is fitted is what is drawn."""

from __future__ import annotations

import math
import random

import pytest

from bench.distribution import Quantiles, fit, percentile
from bench.fitted import LENGTH_TOKENS, PROFILES

FITTED = {
    **{f"{name} first text": profile.ttft_ms for name, profile in PROFILES.items()},
    **{f"{name} pace": profile.tokens_per_s for name, profile in PROFILES.items()},
    "length": LENGTH_TOKENS,
}


@pytest.mark.parametrize("name", FITTED)
def test_draws_have_the_fitted_percentiles(name: str) -> None:
    quantiles, rng = FITTED[name], random.Random(7)
    drawn = sorted(quantiles.draw(rng) for _ in range(20_000))
    for share, value in quantiles.knots:
        if 0.05 <= share <= 0.95:
            assert percentile(drawn, share) == pytest.approx(value, rel=0.08)


@pytest.mark.parametrize("name", FITTED)
def test_fitted_values_ascend(name: str) -> None:
    knots = FITTED[name].knots
    assert list(knots) == sorted(knots)
    assert [value for _, value in knots] == sorted(value for _, value in knots)


def test_two_knots_are_a_lognormal() -> None:
    two = Quantiles(((0.16, 1.0), (0.84, math.e**2)))
    assert two.at(0.5) == pytest.approx(math.e)


def test_nothing_is_drawn_that_was_never_seen() -> None:
    two = Quantiles(((0.1, 3.0), (0.9, 5.0)))
    assert (two.at(0.0), two.at(0.05), two.at(0.95), two.at(1.0)) == (3.0, 3.0, 5.0, 5.0)


def test_a_fit_reads_the_percentiles_of_the_values() -> None:
    assert fit([4.0, 1.0, 2.0, 3.0, 5.0], (0.0, 0.5, 0.625)).knots == (
        (0.0, 1.0),
        (0.5, 3.0),
        (0.625, 3.5),
    )


def test_the_cited_figures_of_2026_are_in_the_profile() -> None:
    ttft_ms = PROFILES["hosted-2026"].ttft_ms
    assert ttft_ms.at(0.5) == pytest.approx(685)
    assert ttft_ms.at(0.95) == pytest.approx(1485)
    assert ttft_ms.at(1.0) == 4800
