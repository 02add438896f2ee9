"""Who is fed how much, over random crowds; and whole days on a clock of our own."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_models.chunks import (
    CHUNK_S,
    LEAST_CHUNK,
    TILE_ALONE_S,
    TILE_S,
    alone_s,
    chunk_tokens,
)
from local_models.schedule import (
    PAUSE_S,
    Rank,
    Turn,
    is_hopeless,
    plan_step,
    seat_order,
    share,
)
from local_models.step_cost import TILE, StepCost

WISHES = st.lists(st.integers(1, 2000), max_size=12)
BUDGETS = st.integers(1, 512)
CPU = StepCost(fixed_s=0.003, token_s=0.0022, reply_s=0.003, attended_s=3.8e-6)
GPU = StepCost(fixed_s=0.006, token_s=0.00002, reply_s=0.00005, attended_s=5e-9)
FAST = StepCost(fixed_s=0.002, token_s=0.00095, reply_s=0.002, attended_s=1.6e-6)
NOW = 100.0

COSTS = st.builds(
    StepCost,
    st.floats(0.0005, 0.05),
    st.floats(0.00001, 0.02),
    st.floats(0.00001, 0.02),
    st.floats(1e-9, 1e-5),
)
DRAFTS = st.builds(
    Turn,
    st.just(Rank.DRAFT),
    st.integers(1, 1500),
    st.floats(NOW - 5, NOW),
    st.floats(NOW - 0.2, NOW),
    st.floats(NOW - 1, NOW + 5),
    st.one_of(st.just(float("inf")), st.floats(NOW, NOW + 9)),
    st.integers(1, 40),
    st.integers(0, 3000),
)
OTHERS = st.builds(
    Turn,
    st.sampled_from([Rank.REPLY, Rank.WARM]),
    st.integers(1, 1500),
    st.floats(NOW - 90, NOW),
    st.floats(NOW - 0.5, NOW),
    depth=st.integers(0, 3000),
)
CROWDS = st.lists(st.one_of(DRAFTS, OTHERS), min_size=1, max_size=10)


# -- one step ----------------------------------------------------------------


@given(CROWDS, COSTS)
def test_every_step_does_something_and_nobody_is_fed_more_than_is_pending(
    crowd: list[Turn], cost: StepCost
) -> None:
    parts = plan_step(crowd, NOW, cost)
    assert sum(parts) > 0
    assert all(0 <= part <= turn.pending for part, turn in zip(parts, crowd, strict=True))


@given(CROWDS, COSTS)
def test_prompts_take_no_more_than_the_chunk(crowd: list[Turn], cost: StepCost) -> None:
    """But for one token each, so that none stands still."""
    parts = plan_step(crowd, NOW, cost)
    read = [part for part, turn in zip(parts, crowd, strict=True) if turn.reads]
    assert sum(read) <= max(TILE, chunk_tokens(cost)) + len(read)


@given(CROWDS, COSTS)
def test_without_drafts_every_reply_is_written_in_every_step(
    crowd: list[Turn], cost: StepCost
) -> None:
    calm = [turn for turn in crowd if turn.rank is not Rank.DRAFT]
    if calm:
        parts = plan_step(calm, NOW, cost)
        assert all(part for part, turn in zip(parts, calm, strict=True) if turn.pending == 1)


@given(st.lists(OTHERS, min_size=1, max_size=5), st.lists(DRAFTS, max_size=5), COSTS)
def test_who_has_paused_for_long_has_a_part_in_the_step(
    others: list[Turn], drafts: list[Turn], cost: StepCost
) -> None:
    replies = [replace(turn, rank=Rank.REPLY, fed_at=NOW - PAUSE_S) for turn in others]
    parts = plan_step([*replies, *drafts], NOW, cost)
    assert all(parts[: len(replies)])


@given(st.lists(DRAFTS, min_size=2, max_size=6), COSTS)
def test_of_two_prompts_that_can_both_be_in_time_the_earlier_deadline_is_read_first(
    crowd: list[Turn], cost: StepCost
) -> None:
    far = [replace(turn, deadline=NOW + 1000 + i, pending=600) for i, turn in enumerate(crowd)]
    parts = plan_step(far, NOW, cost)
    assert parts[0] > 0
    assert not any(parts[1:])


def draft(pending: int, deadline_s: float, *, to_say: int = 10) -> Turn:
    return Turn(Rank.DRAFT, pending, NOW, NOW, NOW + deadline_s, to_say=to_say)


def reply(pending: int = 1, *, paused_s: float = 0.0) -> Turn:
    return Turn(Rank.REPLY, pending, NOW - 9, NOW - paused_s)


def deep_reader(*, fed_at: float = NOW) -> Turn:
    """Far behind the beginning of a long prompt."""
    return Turn(Rank.REPLY, 600, NOW - 9, fed_at, depth=800)


def test_replies_pause_while_a_draft_is_read() -> None:
    assert plan_step([reply(), draft(100, 0.5), reply()], NOW, CPU) == [0, 24, 0]


def test_replies_that_cost_next_to_nothing_do_not_pause() -> None:
    assert plan_step([reply(), draft(900, 0.5), reply()], NOW, GPU) == [1, 512, 1]


def test_late_draft_is_said_before_replies_if_that_is_soon_done() -> None:
    assert plan_step([reply(), draft(100, 0.05), reply()], NOW, CPU) == [0, 24, 0]
    assert plan_step([reply(), draft(1500, 0.05), reply()], NOW, CPU) == [1, 24, 1]


def test_late_draft_waits_for_those_that_can_be_in_time() -> None:
    assert plan_step([draft(100, 0.05), draft(100, 0.9)], NOW, CPU) == [0, 24]


def test_late_draft_is_urgent_while_somebody_still_needs_it() -> None:
    late = replace(draft(100, 0.05), give_up_at=NOW + 0.6)
    assert plan_step([reply(), late, reply()], NOW, CPU) == [0, 24, 0]


def test_where_not_all_can_be_in_time_the_longest_is_left_out() -> None:
    long, short = draft(400, 1.0), draft(50, 1.05)
    assert plan_step([long, short], NOW, CPU) == [0, 24]


def test_prompt_waits_behind_a_writing_draft_where_it_would_slow_it() -> None:
    assert plan_step([draft(1, 1.0), draft(60, 2.0)], NOW, CPU) == [1, 0]
    assert plan_step([draft(1, 2.0), draft(60, 1.0)], NOW, CPU) == [1, 24]


def test_cheap_prompt_is_read_beside_a_writing_draft_as_far_as_that_has_time() -> None:
    def beside(deadline_s: float) -> int:
        return plan_step([draft(1, deadline_s), draft(600, 2.0)], NOW, GPU)[1]

    assert beside(1.0) == int(GPU.fixed_s / GPU.token_s)
    assert 0 < beside(0.1) < beside(1.0)
    assert beside(0.067) == 0


def test_draft_that_is_given_no_chance_takes_nothing_from_the_replies_turn() -> None:
    lost = replace(draft(400, 0.5), give_up_at=NOW + 0.5)
    due = reply(paused_s=PAUSE_S)
    assert plan_step([due, draft(10, 0.5), lost], NOW, CPU) == [1, 10, 0]


def test_prompt_whose_turn_it_is_has_half_of_the_chunk_beside_an_urgent_one() -> None:
    due = reply(500, paused_s=PAUSE_S)
    assert plan_step([due, draft(100, 0.9), reply()], NOW, CPU) == [12, 12, 1]


def test_warm_up_reads_what_others_leave() -> None:
    warm = Turn(Rank.WARM, 500, NOW - 1, NOW - 1)
    assert plan_step([warm, reply(20)], NOW, CPU) == [4, 20]
    assert plan_step([warm, reply(500)], NOW, CPU) == [0, 24]


def test_old_warm_up_reads_like_others() -> None:
    warm = Turn(Rank.WARM, 500, NOW - 60, NOW - 60)
    assert plan_step([warm, reply(500)], NOW, CPU)[0] > 0


def test_draft_is_hopeless_when_it_would_be_too_late_alone() -> None:
    wanted = replace(draft(100, 0.2), give_up_at=NOW + 0.35)
    assert not is_hopeless(wanted, NOW, CPU)
    assert is_hopeless(wanted, NOW + 0.1, CPU)
    assert not is_hopeless(draft(100, 0.2), NOW + 60, CPU)  # nobody said when it is useless


def test_sequence_goes_to_drafts_first_and_to_who_waits_long_before_a_late_comer() -> None:
    line = [draft(9, 0.2), reply(9), replace(reply(9), arrived_at=NOW)]
    newcomer = replace(draft(9, 0.2), deadline=NOW + 60)
    assert sorted([newcomer, *reversed(line)], key=seat_order) == [line[1], *line[::2], newcomer]


def test_readers_of_whole_tiles_have_one_each_in_turn() -> None:
    one, other = deep_reader(fed_at=NOW - 0.1), deep_reader(fed_at=NOW - 0.2)
    assert plan_step([one, other], NOW, FAST) == [0, TILE]
    assert all(plan_step([replace(one, depth=0), replace(other, depth=0)], NOW, FAST))


def test_short_prompt_is_read_beside_one_of_many_tiles_without_a_long_step() -> None:
    turns = [reply(), deep_reader(), reply(12)]
    parts = plan_step(turns, NOW, FAST)
    assert parts[0] == 1
    assert parts[2] == 12
    assert 0 < parts[1] < TILE
    assert FAST.read_s(parts[1], turns[1].depth) + FAST.read_s(12, 0) <= CHUNK_S


@given(CROWDS, COSTS)
def test_no_step_is_much_longer_than_a_chunk_may_take(crowd: list[Turn], cost: StepCost) -> None:
    """Where the least that a step reads takes no longer itself."""
    parts = plan_step(crowd, NOW, cost)
    least_s = [cost.read_s(LEAST_CHUNK, turn.depth) for turn in crowd if turn.reads]
    if sum(least_s, cost.fixed_s) < CHUNK_S:
        read = [(part, turn) for part, turn in zip(parts, crowd, strict=True) if turn.reads]
        reading_s = sum(cost.read_s(part, turn.depth) for part, turn in read)
        assert reading_s <= TILE_ALONE_S + CHUNK_S


# -- many steps --------------------------------------------------------------


@dataclass
class Simulated:
    """A job on a clock of our own: it reads, says so many tokens, and is done."""

    turn: Turn
    says: int
    done_at: float | None = None
    longest_pause_s: float = 0.0


def step_s(turns: list[Turn], parts: list[int], cost: StepCost) -> float:
    return cost.fixed_s + sum(
        cost.read_s(part, turn.depth) if turn.reads else cost.write_s(turn.depth)
        for turn, part in zip(turns, parts, strict=True)
        if part
    )


def simulate(jobs: list[Simulated], cost: StepCost, *, until: float, by_deadline: bool) -> None:
    """Each step takes what it costs. `by_deadline` false: everyone is a reply like others."""
    now = 0.0
    while now < until:
        here = [job for job in jobs if job.turn.arrived_at <= now and job.done_at is None]
        if not here:
            now = min((j.turn.arrived_at for j in jobs if j.done_at is None), default=until)
            continue
        turns = [job.turn if by_deadline else replace(job.turn, rank=Rank.REPLY) for job in here]
        parts = plan_step(turns, now, cost)
        began, now = now, now + step_s(turns, parts, cost)
        for job, part in zip(here, parts, strict=True):
            if not part:
                continue
            turn = job.turn
            job.longest_pause_s = max(
                job.longest_pause_s, began - max(turn.fed_at, turn.arrived_at)
            )
            left = turn.pending - part
            if not left:
                job.says -= 1
                left = 1
            if not job.says:
                job.done_at = now
            job.turn = replace(
                turn, pending=left, fed_at=began, to_say=max(1, job.says), depth=turn.depth + part
            )


def crowd(seed: int, drafts_per_s: float, *, until: float) -> list[Simulated]:
    """Four endless replies, and drafts of 100 tokens and ten to say that come at random; in time
    is within three times what one takes alone."""
    chance = random.Random(seed)
    jobs = [Simulated(Turn(Rank.REPLY, 1, 0.0, 0.0), 10**9) for _ in range(4)]
    within_s = 3 * alone_s(CPU, 100, 10)
    at = chance.expovariate(drafts_per_s)
    while at < until - 5:
        turn = Turn(Rank.DRAFT, 100, at, at, at + within_s, to_say=10)
        jobs.append(Simulated(turn, 10))
        at += chance.expovariate(drafts_per_s)
    return jobs


def hit_rate(jobs: list[Simulated]) -> float:
    drafts = jobs[4:]
    hits = [job.done_at is not None and job.done_at <= job.turn.deadline for job in drafts]
    return sum(hits) / len(hits)


def test_more_deadlines_are_met_than_by_treating_all_alike() -> None:
    for seed in range(3):
        rates = []
        for by_deadline in (True, False):
            jobs = crowd(seed, 1.2, until=120.0)
            simulate(jobs, CPU, until=120.0, by_deadline=by_deadline)
            rates.append(hit_rate(jobs))
        ours, alike = rates
        assert ours > 0.98
        assert alike < ours - 0.1


@given(st.integers(0, 10**6), st.floats(0.2, 12.0))
def test_no_reply_stands_still_however_many_drafts_come(seed: int, drafts_per_s: float) -> None:
    jobs = crowd(seed, drafts_per_s, until=12.0)
    simulate(jobs, CPU, until=12.0, by_deadline=True)
    for job in jobs[:4]:
        assert job.longest_pause_s <= PAUSE_S + CPU.step_s(24 + 8, 4 + len(jobs))


@pytest.mark.parametrize("cost", [CPU, FAST], ids=["cpu", "fast"])
def test_long_prompt_adds_no_more_than_a_chunk_to_the_gaps_of_replies(cost: StepCost) -> None:
    jobs = [Simulated(Turn(Rank.REPLY, 1, 0.0, 0.0), 10**9) for _ in range(4)]
    jobs.append(Simulated(Turn(Rank.REPLY, 1500, 1.0, 1.0), 10))
    simulate(jobs, cost, until=15.0, by_deadline=True)
    assert jobs[4].done_at is not None
    for job in jobs[:4]:
        assert job.longest_pause_s <= cost.step_s(0, 4, 4 * job.turn.depth) + TILE_S


# -- sharing -----------------------------------------------------------------


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
