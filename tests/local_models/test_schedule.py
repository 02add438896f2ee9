"""Who is fed how much."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from local_models.schedule import share

WISHES = st.lists(st.integers(1, 2000), max_size=12)
BUDGETS = st.integers(1, 512)


@given(BUDGETS, WISHES)
def test_everyone_gets_something_and_nobody_more_than_wished(
    budget: int, wishes: list[int]
) -> None:
    parts = share(budget, wishes)
    assert all(1 <= part <= wish for part, wish in zip(parts, wishes, strict=True))


@given(BUDGETS, WISHES)
def test_the_budget_is_used_up_and_kept(budget: int, wishes: list[int]) -> None:
    assert sum(share(budget, wishes)) == max(len(wishes), min(budget, sum(wishes)))


@given(BUDGETS, st.lists(st.integers(1, 2000), min_size=1, max_size=12))
def test_nobody_gets_less_than_half_an_equal_part(budget: int, wishes: list[int]) -> None:
    half = budget // (2 * len(wishes))
    parts = share(budget, wishes)
    assert all(part >= min(wish, half) for part, wish in zip(parts, wishes, strict=True))


def test_of_those_who_come_together_the_first_are_served_first() -> None:
    assert share(32, [12, 12, 12, 12]) == [12, 12, 4, 4]


def test_a_short_question_is_read_whole_beside_a_long_prompt() -> None:
    assert share(32, [1500, 12]) == [20, 12]
