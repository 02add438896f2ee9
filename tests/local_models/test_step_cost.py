from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_models.step_cost import CostMeter, StepCost

START = StepCost(fixed_s=0.003, token_s=0.0022, reply_s=0.003)
TRUE = StepCost(fixed_s=0.006, token_s=0.002, reply_s=0.001)


def mixed_steps(count: int, seed: int = 3) -> list[tuple[int, int]]:
    chance = random.Random(seed)
    return [(chance.choice((0, 0, 8, 24)), chance.randint(1, 8)) for _ in range(count)]


def measured(true: StepCost, steps: list[tuple[int, int]], noise: float = 0.0) -> CostMeter:
    meter, chance = CostMeter(START), random.Random(5)
    for tokens, replies in steps:
        meter.note(tokens, replies, true.step_s(tokens, replies) * (1 + noise * chance.random()))
    return meter


@pytest.mark.parametrize("tokens", [0, 8, 24])
@pytest.mark.parametrize("replies", [1, 4, 8])
def test_what_steps_cost_is_learned_from_them(tokens: int, replies: int) -> None:
    cost = measured(TRUE, mixed_steps(300), noise=0.1).cost
    assert cost.step_s(tokens, replies) == pytest.approx(TRUE.step_s(tokens, replies), rel=0.2)


def test_machine_that_became_slow_is_slow_for_what_it_has_not_done_since() -> None:
    slow = StepCost(*(3 * part for part in (START.fixed_s, START.token_s, START.reply_s)))
    cost = measured(slow, [(0, 1)] * 60).cost
    assert cost.token_s > 1.5 * START.token_s


def test_one_step_that_lost_its_core_moves_little() -> None:
    meter = measured(START, mixed_steps(100))
    meter.note(24, 2, 5.0)
    for tokens, replies in mixed_steps(20):
        meter.note(tokens, replies, START.step_s(tokens, replies))
    assert meter.cost.step_s(24, 2) == pytest.approx(START.step_s(24, 2), rel=0.25)


@given(st.lists(st.tuples(st.integers(0, 512), st.integers(0, 64), st.floats(1e-5, 60.0))))
def test_cost_is_never_nothing(steps: list[tuple[int, int, float]]) -> None:
    meter = CostMeter(START)
    for tokens, replies, seconds in steps:
        meter.note(tokens, replies, seconds)
    cost = meter.cost
    assert min(cost.fixed_s, cost.token_s, cost.reply_s) > 0


def test_as_many_tokens_fit_as_there_is_time_for() -> None:
    tokens = START.tokens_in(0.06, 2)
    assert START.step_s(tokens, 2) <= 0.06 < START.step_s(tokens + 1, 2)
    assert START.tokens_in(0.001, 2) == 0
