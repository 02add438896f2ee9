from __future__ import annotations

import random
from dataclasses import astuple, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_models.step_cost import CostMeter, StepCost, attention

START = StepCost(fixed_s=0.003, token_s=0.0022, reply_s=0.003, attended_s=3.8e-6)
TRUE = StepCost(fixed_s=0.006, token_s=0.002, reply_s=0.001, attended_s=2e-6)


Step = tuple[int, int, float]  # tokens read, replies written, what they attended to


def mixed_steps(count: int, seed: int = 3) -> list[Step]:
    chance = random.Random(seed)
    steps: list[Step] = []
    for _ in range(count):
        tokens, replies = chance.choice((0, 0, 8, 24)), chance.randint(1, 8)
        depth = chance.choice((0, 100, 1500))
        steps.append((tokens, replies, attention(tokens, depth) + replies * depth))
    return steps


def measured(true: StepCost, steps: list[Step], noise: float = 0.0) -> CostMeter:
    meter, chance = CostMeter(START), random.Random(5)
    for step in steps:
        meter.note(*step, true.step_s(*step) * (1 + noise * chance.random()))
    return meter


@pytest.mark.parametrize("tokens", [0, 8, 24])
@pytest.mark.parametrize("replies", [1, 4, 8])
@pytest.mark.parametrize("depth", [0, 1500])
def test_what_steps_cost_is_learned_from_them(tokens: int, replies: int, depth: int) -> None:
    cost = measured(TRUE, mixed_steps(300), noise=0.1).cost
    step = tokens, replies, attention(tokens, depth) + replies * depth
    assert cost.step_s(*step) == pytest.approx(TRUE.step_s(*step), rel=0.2)


def test_what_a_long_prompt_attends_to_is_learned_while_it_is_read() -> None:
    true = replace(START, attended_s=3 * START.attended_s)
    reading = [(16, 0, attention(16, depth)) for depth in range(0, 1500, 16)]
    cost = measured(true, reading, noise=0.1).cost
    assert cost.read_s(16, 1500) == pytest.approx(true.read_s(16, 1500), rel=0.2)


def test_whole_tile_is_read_faster_than_a_part_of_one_the_more_so_the_further_behind() -> None:
    assert START.read_s(63, 0) < START.read_s(64, 0)
    assert START.read_s(64, 1500) < START.read_s(40, 1500)
    assert attention(65, 1000) == attention(64, 1000) + 1000


def test_machine_that_became_slow_is_slow_for_what_it_has_not_done_since() -> None:
    slow = StepCost(*(3 * part for part in astuple(START)))
    cost = measured(slow, [(0, 1, 0.0)] * 60).cost
    assert cost.token_s > 1.5 * START.token_s
    assert cost.attended_s > 1.5 * START.attended_s


def test_one_step_that_lost_its_core_moves_little() -> None:
    meter = measured(START, mixed_steps(100))
    meter.note(24, 2, 0.0, 5.0)
    for step in mixed_steps(20):
        meter.note(*step, START.step_s(*step))
    assert meter.cost.step_s(24, 2) == pytest.approx(START.step_s(24, 2), rel=0.25)


STEPS = st.tuples(st.integers(0, 512), st.integers(0, 64), st.floats(0, 1e6), st.floats(1e-5, 60.0))


@given(st.lists(STEPS))
def test_cost_is_never_nothing(steps: list[tuple[int, int, float, float]]) -> None:
    meter = CostMeter(START)
    for step in steps:
        meter.note(*step)
    assert min(astuple(meter.cost)) > 0
