from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.limits import Bucket, Limits, Rate


def limits(**rate: float) -> Limits:
    made = Limits()
    made.configure({"mine": Rate(**rate)})
    return made


def test_calls_beyond_the_limit_wait_for_the_next_one_to_come_free() -> None:
    made = limits(requests=60)
    assert [made.take("mine/big", 9, now=5.0) for _ in range(11)] == [*[0.0] * 10, 1.0]
    assert made.take("mine/big", 9, now=6.0) == 0.0


def test_all_models_of_a_platform_share_its_limit_and_others_have_none() -> None:
    made = limits(requests=1)
    assert made.take("mine/big", 9, now=0.0) == 0.0
    assert made.wait_s("mine/small", 9, now=0.0) == 60.0
    assert made.take("other/big", 9, now=0.0) == 0.0


def test_waiting_and_a_call_that_may_not_be_made_take_nothing() -> None:
    made = limits(requests=6)
    assert made.take("mine/big", 9, now=0.0) == 0.0
    for _ in range(3):
        assert made.wait_s("mine/big", 9, now=0.0) == 10.0
        assert made.take("mine/big", 9, now=0.0) == 10.0


def test_what_a_call_used_beside_its_prompt_is_owed() -> None:
    made = limits(tokens=6000)
    assert made.take("mine/big", 400, now=0.0) == 0.0
    made.settle("mine/big", 1600, now=0.0)
    assert made.wait_s("mine/big", 100, now=0.0) == 11.0


def test_prompt_estimated_too_long_gives_back_no_more_than_there_was() -> None:
    made = limits(tokens=6000)
    made.settle("mine/big", -5000, now=0.0)
    assert made.take("mine/big", 1000, now=0.0) == 0.0
    assert made.wait_s("mine/big", 100, now=0.0) == 1.0


def test_prompt_larger_than_the_bucket_passes_when_that_is_full() -> None:
    made = limits(tokens=600)
    assert made.take("mine/big", 5000, now=0.0) == 0.0
    assert made.wait_s("mine/big", 1, now=0.0) == pytest.approx(490.1)


def test_workers_share_a_limit_in_equal_parts() -> None:
    assert Rate(60, None).part(4) == Rate(15.0, None)


def test_reload_forgets_nothing_unless_the_limit_is_another() -> None:
    made = limits(requests=1)
    made.take("mine/big", 9, now=0.0)
    made.configure({"mine": Rate(1)})
    assert made.wait_s("mine/big", 9, now=0.0) == 60.0
    made.configure({"mine": Rate(2)})
    assert made.wait_s("mine/big", 9, now=0.0) == 0.0
    made.configure({"mine": Rate()})
    assert made.wait_s("mine/big", 1e9, now=0.0) == 0.0


@given(
    per_minute=st.integers(1, 1000),
    gaps=st.lists(st.floats(0, 30, allow_nan=False), min_size=1, max_size=200),
)
def test_no_minute_has_more_than_the_limit_and_what_the_bucket_held(
    per_minute: int, gaps: list[float]
) -> None:
    made = limits(requests=per_minute)
    now, taken = 0.0, []
    for gap in gaps:
        now += gap
        if made.take("mine/big", 1, now) == 0.0:
            taken.append(now)
    most = per_minute + max(1.0, per_minute / 6)
    for start in taken:
        assert sum(start <= at < start + 60.0 for at in taken) <= most + 1e-6


@given(
    per_s=st.floats(0.001, 1000), amount=st.floats(0, 100), now=st.floats(0, 1e6), owed=st.floats(0)
)
def test_whoever_has_waited_may_go(per_s: float, amount: float, now: float, owed: float) -> None:
    bucket = Bucket(per_s, holds=10.0)
    bucket.take(min(owed, 1e4), now)
    wait_s = bucket.wait_s(amount, now)
    assert bucket.wait_s(amount, now + wait_s) <= 1e-6 * (1 + wait_s)


def test_a_reply_is_one_output_and_images_are_as_many_as_they_are() -> None:
    made = limits(outputs=60)
    assert made.take("mine/painter", 9, now=0.0, outputs=8) == 0.0
    assert made.wait_s("mine/painter", 9, now=0.0, outputs=4) == 2.0
    assert [made.take("mine/big", 9, now=0.0) for _ in range(3)] == [0.0, 0.0, 1.0]


def test_more_images_than_a_limit_holds_pass_when_it_is_full_and_are_owed() -> None:
    made = limits(outputs=6)
    assert made.take("mine/painter", 9, now=0.0, outputs=4) == 0.0
    assert made.wait_s("mine/painter", 9, now=0.0, outputs=1) == 40.0


def test_of_several_limits_the_longest_wait_counts_and_none_is_taken_alone() -> None:
    made = limits(requests=60, outputs=1)
    assert made.take("mine/big", 9, now=0.0) == 0.0
    assert made.take("mine/big", 9, now=30.0) == 30.0
    assert made.take("mine/big", 9, now=60.0) == 0.0
