from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest

from local_models.admission import Load, Margin
from local_models.step_cost import StepCost

CPU = StepCost(fixed_s=0.003, token_s=0.0022, reply_s=0.003, attended_s=3.8e-6)
IDLE = Load(CPU, margin=1.5, sentence=10)


def test_idle_engine_takes_what_the_steps_cost() -> None:
    steps_s = 48 * CPU.token_s + 2 * CPU.fixed_s + 10 * 0.006
    assert IDLE.expected_s(48) == pytest.approx(steps_s, rel=0.05)


def test_long_prompt_takes_longer_than_as_many_tokens_of_short_ones() -> None:
    assert IDLE.expected_s(1500) > 1.2 * 15 * (IDLE.expected_s(100) - IDLE.expected_s(0))
    assert IDLE.expected_s(100, known=1400) > 1.5 * IDLE.expected_s(100)


def test_promise_has_a_margin_over_the_expectation() -> None:
    assert IDLE.surely_s(100) == 1.5 * IDLE.expected_s(100)


@pytest.mark.parametrize(
    "load",
    [
        replace(IDLE, urgent_s=0.2),
        replace(IDLE, common_s=0.01),
        replace(IDLE, sentence=20),
    ],
)
def test_whatever_is_there_already_makes_it_later(load: Load) -> None:
    assert load.expected_s(100) > IDLE.expected_s(100)


def test_nothing_is_promised_while_no_sequence_is_free() -> None:
    assert replace(IDLE, is_full=True).surely_s(10) == math.inf


@pytest.mark.parametrize("noise", [0.1, 1.0], ids=["calm", "wild"])
def test_one_in_a_hundred_is_later_than_promised(noise: float) -> None:
    margin, chance = Margin(), random.Random(11)
    late = 0
    for count in range(6000):
        took_s = 0.3 * math.exp(chance.gauss(0.0, noise) if count % 2 else 0.0)
        late += count >= 1000 and took_s > 0.3 * margin.factor
        margin.note(0.3, took_s)
    assert 0.005 < late / 5000 < 0.015


def test_margin_stays_within_bounds() -> None:
    margin = Margin()
    for _ in range(1000):
        margin.note(0.1, 99.0)
    assert margin.factor == pytest.approx(20.0)
    for _ in range(10_000):
        margin.note(0.1, 0.0)
    assert margin.factor == pytest.approx(1.0)
