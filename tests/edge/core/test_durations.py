from __future__ import annotations

import math
import random

from hypothesis import given
from hypothesis import strategies as st

from edge.core.durations import LEAST_SAMPLES, Durations

SECONDS = st.floats(0, 60)
SHARES = st.floats(0.01, 1)


def heard(*seconds: float, at: float = 0.0) -> Durations:
    durations = Durations()
    for value in seconds:
        durations.add(value, at)
    return durations


@given(st.lists(SECONDS, min_size=LEAST_SAMPLES, max_size=200), SHARES)
def test_of_whole_samples_of_one_age_it_is_the_usual_quantile(
    seconds: list[float], share: float
) -> None:
    found = heard(*seconds).quantile(share, now=0.0)
    assert found is not None
    rank = share * len(seconds)
    below = sum(value < found for value in seconds)
    within = sum(value <= found for value in seconds)
    assert below <= math.ceil(rank + 1e-6) and rank - 1e-6 <= within


@given(st.lists(st.tuples(SECONDS, st.booleans(), SECONDS), min_size=LEAST_SAMPLES, max_size=80))
def test_quantiles_are_samples_and_grow_with_their_share(
    samples: list[tuple[float, bool, float]],
) -> None:
    durations = Durations()
    for seconds, is_whole, at in samples:
        durations.add(seconds, at, is_whole=is_whole)
    found = [durations.quantile(share, now=60.0) for share in (0.05, 0.5, 0.95, 1.0)]
    values = [value for value in found if value is not None]
    assert len(values) == len(found)
    assert values == sorted(values)
    assert {value for value, *_ in samples}.issuperset(values)


@given(st.lists(SECONDS, min_size=LEAST_SAMPLES, max_size=80), st.data())
def test_a_wait_that_was_cut_short_never_lowers_a_quantile(
    seconds: list[float], data: st.DataObject
) -> None:
    """As against the same wait seen to its end at the instant of the cut."""
    is_cut = data.draw(st.lists(st.booleans(), min_size=len(seconds), max_size=len(seconds)))
    cut = Durations()
    for value, shortened in zip(seconds, is_cut, strict=True):
        cut.add(value, 0.0, is_whole=not shortened)
    for share in (0.5, 0.9):
        at_least, seen = cut.quantile(share, 0.0), heard(*seconds).quantile(share, 0.0)
        assert at_least is not None and seen is not None
        assert at_least >= seen or math.isclose(at_least, seen)


def test_few_samples_say_nothing() -> None:
    durations = heard(*[1.0] * (LEAST_SAMPLES - 1))
    assert durations.quantile(0.5, now=0.0) is None
    durations.add(1.0, 0.0)
    assert durations.quantile(0.5, now=0.0) == 1.0


def test_what_was_cut_short_hands_its_weight_on() -> None:
    """Textbook: of four, the second is cut; the two beyond it share what is left, 3/8 each."""
    durations = Durations()
    for _ in range(10):
        for seconds, is_whole in [(1.0, True), (2.0, False), (3.0, True), (4.0, True)]:
            durations.add(seconds, 0.0, is_whole=is_whole)
    found = [durations.quantile(share, 0.0) for share in (0.24, 0.26, 0.62, 0.63)]
    assert found == [1.0, 3.0, 3.0, 4.0]


def test_a_model_that_is_never_waited_for_is_as_slow_as_the_longest_wait() -> None:
    durations = Durations()
    for wait in range(LEAST_SAMPLES):
        durations.add(float(wait), 0.0, is_whole=False)
    assert durations.quantile(0.5, now=0.0) == LEAST_SAMPLES - 1


def test_new_samples_outweigh_old_ones() -> None:
    durations = heard(*[1.0] * 100)
    for _ in range(40):
        durations.add(3.0, at=900.0)
    assert durations.quantile(0.5, now=900.0) == 3.0


def test_samples_are_forgotten() -> None:
    durations = heard(*[1.0] * 100)
    assert durations.quantile(0.5, now=1800.0) == 1.0
    assert durations.quantile(0.5, now=1801.0) is None


def test_hedging_at_its_p95_does_not_make_a_model_look_quicker() -> None:
    """Each hedge that wins hides how long the first one would have taken."""
    rng = random.Random(7)
    durations, hedges = Durations(), 0
    for at in range(4000):
        wait, limit = rng.lognormvariate(0, 0.5), durations.quantile(0.95, float(at))
        won_at = math.inf if limit is None else limit + 0.1 * rng.random()
        hedges += wait > won_at
        durations.add(min(wait, won_at), float(at), is_whole=wait <= won_at)
    assert 0.02 * 4000 < hedges < 0.08 * 4000
