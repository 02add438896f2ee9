"""The thresholds of the dial, as properties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.thresholds import SURELY, draw_thresholds, shares, shares_between

ROWS = st.lists(
    st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 1.0]), st.booleans(), st.booleans()),
    min_size=1,
    max_size=40,
).filter(lambda rows: any(strong for _, _, strong in rows))
QUALITIES = (0.5, 0.9, 0.95, 1.0)


def columns(rows: list[tuple[float, bool, bool]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    difficulty, weak, strong = np.array(rows, np.float64).T
    return difficulty, weak, strong


@given(ROWS)
def test_threshold_keeps_what_it_was_drawn_for_and_is_the_highest_that_does(
    rows: list[tuple[float, bool, bool]],
) -> None:
    drawn = draw_thresholds(*columns(rows), QUALITIES)
    for quality, threshold in drawn.items():
        kept, saved = shares(*columns(rows), threshold)
        assert kept >= quality - 1e-9
        for higher in {one for one, _, _ in rows} | {1.0}:
            less, more = shares(*columns(rows), higher)
            assert more <= saved or less < quality


@given(ROWS)
def test_more_quality_is_never_a_higher_threshold(rows: list[tuple[float, bool, bool]]) -> None:
    drawn = draw_thresholds(*columns(rows), QUALITIES)
    assert list(drawn.values()) == sorted(drawn.values(), reverse=True)


@given(ROWS)
def test_margin_saves_no_more(rows: list[tuple[float, bool, bool]]) -> None:
    plain = draw_thresholds(*columns(rows), QUALITIES)
    careful = draw_thresholds(*columns(rows), QUALITIES, SURELY)
    assert all(careful[quality] <= plain[quality] for quality in QUALITIES)


@given(ROWS)
def test_hardest_prompts_are_never_easy(rows: list[tuple[float, bool, bool]]) -> None:
    hardest = [(1.0, weak, strong) for _, weak, strong in rows]
    for threshold in draw_thresholds(*columns(hardest), QUALITIES).values():
        assert shares(*columns(hardest), threshold) == (1.0, 0.0)


def test_margin_keeps_the_promise_on_prompts_that_it_was_not_drawn_on() -> None:
    random = np.random.default_rng(5)
    kept = []
    for _ in range(100):
        difficulty = random.random(4000)
        strong = (random.random(4000) < 0.8).astype(float)
        weak = strong * (random.random(4000) > 0.4 * difficulty)
        here, there = slice(0, 2000), slice(2000, 4000)
        drawn = draw_thresholds(difficulty[here], weak[here], strong[here], (0.95,), SURELY)
        kept.append(shares(difficulty[there], weak[there], strong[there], drawn[0.95])[0])
    assert sum(share >= 0.95 for share in kept) >= 90


def test_interval_holds_the_share() -> None:
    random = np.random.default_rng(1)
    rows = [
        (float(hard), bool(weak < 0.6), bool(strong < 0.8))
        for hard, weak, strong in random.random((500, 3))
    ]
    kept, saved = shares(*columns(rows), 0.3)
    (low_kept, high_kept), (low_saved, high_saved) = shares_between(*columns(rows), 0.3, 300)
    assert low_kept < kept < high_kept
    assert low_saved < saved < high_saved
    assert high_saved - low_saved == pytest.approx(2 * 1.96 * (0.21 / 500) ** 0.5, rel=0.3)
