from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.standing import Standing, is_possible, merge

OPEN = Standing(3, False, 100.0, 160.0, 1, 0.0, 0.0)
INSTANTS = st.integers(0, 3).map(float)
OPEN_ONES = st.builds(
    Standing,
    outage=st.integers(1, 2),
    is_over=st.just(False),
    opened_at=INSTANTS,
    open_until=INSTANTS,
    failed_probes=st.integers(0, 2),
    claimed_at=INSTANTS,
    leased_until=INSTANTS,
)
STANDINGS = OPEN_ONES | st.builds(Standing, outage=st.integers(0, 2))


@given(STANDINGS, STANDINGS, STANDINGS)
def test_order_repetition_and_detours_of_news_change_nothing(
    one: Standing, other: Standing, third: Standing
) -> None:
    assert merge(one, other) == merge(other, one)
    assert merge(one, one) == one
    assert merge(merge(one, other), third) == merge(one, merge(other, third))


@given(OPEN_ONES, OPEN_ONES)
def test_of_one_outage_the_longest_pause_counts(one: Standing, other: Standing) -> None:
    other = replace(other, outage=one.outage)
    assert merge(one, other).open_until == max(one.open_until, other.open_until)


def test_outage_that_is_over_stays_over_until_there_is_a_later_one() -> None:
    over = Standing(3)
    assert merge(over, OPEN) == over
    assert merge(over, replace(OPEN, outage=4)).outage == 4
    assert merge(replace(OPEN, outage=2), over) == over


def test_later_claim_counts_and_one_that_was_given_back_stays_so() -> None:
    first = replace(OPEN, claimed_at=161.0, leased_until=191.0)
    second = replace(OPEN, claimed_at=162.0, leased_until=192.0)
    assert merge(first, second) == second
    given_back = replace(second, leased_until=162.0)
    assert merge(second, given_back) == given_back
    assert not given_back.is_leased(163.0)


def test_lease_from_before_the_outage_began_anew_is_void() -> None:
    leased = replace(OPEN, claimed_at=161.0, leased_until=191.0)
    assert leased.is_leased(170.0)
    assert not replace(leased, opened_at=165.0).is_leased(170.0)


def test_what_a_worker_can_have_come_to_is_possible() -> None:
    assert is_possible(OPEN, now=100.0, longest_s=60.0)
    assert is_possible(Standing(), now=0.0, longest_s=60.0)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(OPEN, outage=-1),
        replace(OPEN, outage=2**60),
        replace(OPEN, failed_probes=-1),
        replace(OPEN, opened_at=300.0),
        replace(OPEN, opened_at=math.nan),
        replace(OPEN, open_until=160.1),
        replace(OPEN, open_until=math.nan),
        replace(OPEN, claimed_at=300.0),
        replace(OPEN, leased_until=math.inf),
    ],
)
def test_what_cannot_be_is_not(wrong: Standing) -> None:
    assert not is_possible(wrong, now=120.0, longest_s=60.0)
