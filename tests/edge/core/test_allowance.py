from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edge.core.allowance import Allowance

# Each step: seconds since the one before, and whether the call would like to spend.
STEPS = st.lists(st.tuples(st.floats(0, 300), st.booleans()), max_size=200)


@given(STEPS, st.floats(0.01, 1))
def test_what_is_asked_for_before_it_is_spent_keeps_to_its_share(
    steps: list[tuple[float, bool]], share: float
) -> None:
    allowance = Allowance(reserve=2)
    now = calls = spent = 0.0
    for pause, wants in steps:
        now += pause
        fade = 0.5 ** (pause / 300)
        spends = wants and allowance.allows(share, now)
        allowance.count(now, calls=1, spent=spends)
        calls, spent = calls * fade + 1, spent * fade + spends
        assert spent <= share * calls + 2 + 1e-6


def test_reserve_is_there_at_once_and_calls_earn_more() -> None:
    allowance = Allowance(reserve=1)
    assert allowance.allows(0.1, 0.0)
    assert not allowance.allows(0.1, 0.0, more=2)
    allowance.count(0.0, calls=1, spent=1)
    assert not allowance.allows(0.1, 0.0)
    allowance.count(0.0, calls=10)
    assert allowance.allows(0.1, 0.0)


def test_a_share_of_nothing_allows_nothing() -> None:
    assert not Allowance(reserve=5).allows(0.0, 0.0)


def test_calm_saves_up_no_storm() -> None:
    allowance = Allowance(reserve=0)
    allowance.count(0.0, calls=100)
    assert allowance.allows(0.1, 0.0, more=10)
    assert not allowance.allows(0.1, 3600.0)


def test_debts_are_paid_off_first() -> None:
    allowance = Allowance(reserve=1)
    allowance.count(0.0, calls=10, spent=5)
    assert not allowance.allows(0.1, 0.0)
    allowance.count(0.0, calls=40)
    assert allowance.allows(0.1, 0.0)


def test_reports_may_come_out_of_order() -> None:
    allowance = Allowance(reserve=0)
    allowance.count(600.0, calls=10)
    allowance.count(0.0, calls=10)
    assert allowance.allows(0.1, 600.0, more=2)
