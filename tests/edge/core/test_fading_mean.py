from __future__ import annotations

import pytest

from edge.core.fading_mean import FadingMean


def test_there_is_no_mean_of_nothing() -> None:
    assert FadingMean().mean(0.0) is None


def test_samples_of_one_moment_count_alike() -> None:
    mean = FadingMean()
    mean.add(1.0, 0.0)
    mean.add(3.0, 0.0)
    assert mean.mean(0.0) == 2.0


def test_a_sample_counts_half_after_five_minutes() -> None:
    mean = FadingMean()
    for _ in range(4):
        mean.add(1.0, 0.0)
    mean.add(7.0, 300.0)
    assert mean.mean(300.0) == pytest.approx((4 * 0.5 * 1.0 + 7.0) / 3.0)


def test_what_has_faded_away_is_forgotten() -> None:
    mean = FadingMean()
    mean.add(1.0, 0.0)
    assert mean.mean(301.0) is None
