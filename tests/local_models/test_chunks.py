from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_models.chunks import (
    CHUNK_S,
    LEAST_CHUNK,
    MOST_CHUNK,
    TILE_ALONE_S,
    TILE_S,
    alone_s,
    chunk_tokens,
    tokens_within,
)
from local_models.step_cost import TILE, StepCost

# One core, two that are fast, and a GPU.
CPU = StepCost(fixed_s=0.003, token_s=0.0022, reply_s=0.003, attended_s=3.8e-6)
FAST = StepCost(fixed_s=0.002, token_s=0.00095, reply_s=0.002, attended_s=1.6e-6)
GPU = StepCost(fixed_s=0.006, token_s=0.00002, reply_s=0.00005, attended_s=5e-9)
COSTS = st.builds(
    StepCost,
    st.floats(0.0005, 0.05),
    st.floats(0.00001, 0.02),
    st.floats(0.00001, 0.02),
    st.floats(1e-9, 1e-5),
)
DEPTHS = st.integers(0, 8192)


def reading_s(cost: StepCost, tokens: int, depth: int) -> float:
    return cost.fixed_s + cost.read_s(tokens, depth)


@given(COSTS, DEPTHS, st.sampled_from([0.0, TILE_S, TILE_ALONE_S]))
def test_chunk_takes_no_longer_than_it_may(cost: StepCost, depth: int, tile_s: float) -> None:
    chunk = chunk_tokens(cost, depth, tile_s)
    assert LEAST_CHUNK <= chunk <= MOST_CHUNK
    most_s = max(CHUNK_S, tile_s if chunk == TILE else 0.0, reading_s(cost, 16, 0))
    assert chunk == LEAST_CHUNK or reading_s(cost, chunk, depth) <= most_s * 1.000001


def test_chunks_shrink_as_a_prompt_is_read() -> None:
    loose = [chunk_tokens(CPU, depth, 0) for depth in (0, 200, 400)]
    assert loose == sorted(loose, reverse=True)
    assert loose[-1] < loose[0]


def test_fast_machine_reads_as_much_as_it_can() -> None:
    assert chunk_tokens(GPU) == chunk_tokens(GPU, 2000) == MOST_CHUNK


def test_slow_machine_reads_enough_for_a_step_to_be_worth_its_while() -> None:
    slow = replace(CPU, token_s=0.1)
    assert chunk_tokens(slow) == 16
    assert chunk_tokens(slow, 10**6) == LEAST_CHUNK


def test_whole_tile_is_read_where_it_is_much_faster_and_not_too_long() -> None:
    assert chunk_tokens(FAST, 0) < TILE  # as fast in parts
    assert chunk_tokens(FAST, 600) == TILE
    assert chunk_tokens(FAST, 2600) < TILE  # those who wait would wait for too long
    assert chunk_tokens(FAST, 2600, TILE_ALONE_S) == TILE
    assert chunk_tokens(FAST, 2600, 0) < TILE


def test_so_many_tokens_are_read_in_the_time() -> None:
    for depth in (0, 700):
        tokens = tokens_within(0.05, CPU, depth)
        assert CPU.read_s(tokens, depth) <= 0.05 < CPU.read_s(tokens + 1, depth)
    assert tokens_within(0.001, CPU, 0) == tokens_within(-1.0, CPU, 0) == 0


@pytest.mark.parametrize("cost", [CPU, FAST, GPU], ids=["cpu", "fast", "gpu"])
@pytest.mark.parametrize("depth", [0, 700])
@pytest.mark.parametrize("tokens", [1, 30, 100, 1500])
def test_time_of_a_prompt_alone_is_that_of_its_steps(
    cost: StepCost, depth: int, tokens: int
) -> None:
    took_s, at, end = 0.0, depth, depth + tokens
    while at < end:
        part = min(end - at, chunk_tokens(cost, at, TILE_ALONE_S))
        took_s += reading_s(cost, part, at)
        at += part
    took_s += sum(cost.fixed_s + cost.write_s(end + said) for said in range(10))
    assert alone_s(cost, tokens, 10, depth) == pytest.approx(took_s, rel=0.15)


@given(COSTS, st.integers(1, 2000), st.integers(0, 50), DEPTHS)
def test_more_to_read_to_say_or_to_attend_to_takes_longer(
    cost: StepCost, tokens: int, said: int, depth: int
) -> None:
    usual = alone_s(cost, tokens, said, depth)
    assert alone_s(cost, tokens, said + 1, depth) > usual
    assert alone_s(cost, 2 * tokens + TILE, said, depth) > usual
