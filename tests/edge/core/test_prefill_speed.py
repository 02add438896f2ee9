from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.prefill_speed import PrefillSpeed

FIXED_S, PER_TOKEN_S = 0.08, 0.002


def first_text_s(tokens: int) -> float:
    return FIXED_S + PER_TOKEN_S * tokens


def measured(*lengths: int, noise_s: float = 0.0) -> PrefillSpeed:
    speed, chance = PrefillSpeed(), random.Random(7)
    for at, tokens in enumerate(lengths):
        speed.add(tokens, first_text_s(tokens) + chance.uniform(0.0, noise_s), float(at))
    return speed


def test_line_through_what_was_measured_tells_of_other_lengths() -> None:
    speed = measured(*[30] * 20, *[1000] * 10)
    for tokens in (0, 30, 400, 1000, 1900):
        assert speed.extra_s(tokens, 30.0) == pytest.approx((tokens - 30) * PER_TOKEN_S)


@pytest.mark.parametrize(
    "lengths",
    [
        (),
        (30,) * 19,
        (30,) * 200,
        (30,) * 20 + (70,) * 20,  # too near to each other to tell reading from noise
        (30,) * 20 + (1000,) * 4,
    ],
    ids=len,
)
def test_nothing_is_said_before_two_lengths_are_known(lengths: tuple[int, ...]) -> None:
    assert measured(*lengths).extra_s(4000, 200.0) is None


def test_no_prompt_is_taken_for_longer_than_twice_what_was_measured() -> None:
    speed = measured(*[30] * 20, *[1000] * 10)
    assert speed.extra_s(100_000, 30.0) == speed.extra_s(2000, 30.0)


def test_long_prompts_are_remembered_among_many_short_ones() -> None:
    speed = measured(*[1000] * 10, *[30] * 800)
    assert speed.extra_s(1000, 810.0) == pytest.approx(970 * PER_TOKEN_S)


def test_what_was_measured_long_ago_is_forgotten() -> None:
    speed = measured(*[1000] * 10, *[30] * 20)
    assert speed.extra_s(1000, 1700.0) is not None
    for at in range(1800, 1820):
        speed.add(30, first_text_s(30), float(at))
    assert speed.extra_s(1000, 1820.0) is None


def test_waits_that_were_cut_short_do_not_make_long_prompts_quick() -> None:
    """The target speaks after 0.7 s, and the draft is dropped then."""
    speed = measured(*[30] * 20)
    for at in range(20, 30):
        speed.add(3000, 0.7, float(at), is_whole=False)
    extra = speed.extra_s(3000, 30.0)
    assert extra is not None and extra >= 0.7 - first_text_s(30) - 1e-9


def test_who_leaves_early_tells_nothing_of_speed() -> None:
    speed = measured(*[30] * 20, *[1000] * 10)
    for at in range(30, 60):
        speed.add(1000, 0.05, float(at), is_whole=False)
    long, short = speed.extra_s(1000, 60.0), speed.extra_s(30, 60.0)
    assert long is not None and short is not None
    assert long - short == pytest.approx(970 * PER_TOKEN_S)


def test_few_calls_that_had_to_wait_move_nothing() -> None:
    speed = measured(*[30] * 20, *[1000] * 10)
    for at in range(30, 34):
        speed.add(30, 20.0, float(at))
        speed.add(1000, 20.0, float(at))
    assert speed.extra_s(1000, 34.0) == pytest.approx(970 * PER_TOKEN_S, rel=0.05)


def test_one_odd_group_of_lengths_moves_little() -> None:
    speed = measured(*[30, 150, 600, 1200, 4800] * 10)
    for at in range(50, 60):
        speed.add(2400, 60.0, float(at))
    long, short = speed.extra_s(4800, 60.0), speed.extra_s(30, 60.0)
    assert long is not None and short is not None
    assert long - short == pytest.approx(4770 * PER_TOKEN_S, rel=0.1)


def test_machine_so_busy_that_more_took_less_gains_nothing_by_length() -> None:
    speed = PrefillSpeed()
    for at in range(20):
        speed.add(1000, 0.2, float(at))
        speed.add(30, 0.9, float(at))
    assert speed.extra_s(4000, 20.0) == 0.0


@given(st.lists(st.integers(0, 5000), min_size=60, max_size=200), st.integers(0, 5000))
def test_noise_of_a_busy_machine_does_not_drown_the_slope(lengths: list[int], asked: int) -> None:
    """100 ms of noise in every call, and up to 10 s of reading."""
    extra = measured(*lengths, noise_s=0.1).extra_s(asked, 200.0)
    middle = sorted(lengths)[len(lengths) // 2]
    if extra is not None and asked <= max(lengths):
        assert extra == pytest.approx((asked - middle) * PER_TOKEN_S, abs=1.5)
