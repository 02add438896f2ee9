from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.accounting import LegReport
from edge.core.breaker import State
from edge.core.errors import (
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.events import Role
from edge.core.health import Health
from edge.core.quota import Count, Counted, Quota
from edge.core.types import Usage

GOOD = LegReport(0, "a/big", Role.TARGET, 0.0, 0.5, 2.0, "stop", None, Usage(10, 20), None)
CANCELLED = replace(GOOD, outcome="cancelled", first_text_s=None)
WRONG_KEY = TierUnavailable("a/big: 401", status=401, lasting=True)
BOTH = ("a/big", "b/equal")


def failed(cause: Exception | None, leg: LegReport = GOOD) -> LegReport:
    return replace(leg, outcome="failed", first_text_s=None, cause=cause)


def heard(*replies: LegReport) -> Health:
    """One reply of one leg every three seconds, from 0 on."""
    health = Health()
    for number, leg in enumerate(replies):
        health.hear([leg], arrived_at=3.0 * number)
    return health


def state_after(*replies: LegReport) -> State:
    return heard(*replies).look(now=3.0 * len(replies))["a/big"].state


# -- who is to be tried -------------------------------------------------------


def test_call_that_our_own_limit_kept_back_says_nothing_of_its_target() -> None:
    health = Health()
    error = TierRateLimited("a/big: limit", retry_after_s=60.0, is_ours=True)
    for _ in range(20):
        health.judge(replace(CANCELLED, outcome="failed", cause=error), 0.0)
        health.hear([replace(CANCELLED, outcome="failed", cause=error)], 0.0)
    assert health.look(2.0) == {}


def test_quota_is_kept_under_the_name_that_it_was_told_of() -> None:
    health = Health()
    health.hear_quota("mine", Quota((Count(Counted.REQUESTS, 0, 40.0),)), now=10.0)
    assert health.quota_wait_s("mine", 5, now=10.0) == 30.0
    assert health.quota_wait_s("mine/big", 5, now=10.0) == 0.0
    health.hear_quota("mine", Quota((Count(Counted.REQUESTS, 5, 40.0),)), now=11.0)
    assert health.quota_wait_s("mine", 5, now=11.0) == 0.0


def test_targets_nothing_is_known_of_keep_their_order() -> None:
    assert Health().order(BOTH, now=0.0) == BOTH
    assert Health().order((), now=0.0) == ()


def test_a_target_that_starts_cold_comes_last_where_time_is_short() -> None:
    health, cold = Health(), {"a/big"}
    assert health.order(BOTH, now=0.0, within_s=29.0, cold=cold) == ("b/equal", "a/big")
    assert health.order(BOTH, now=0.0, within_s=30.0, cold=cold) == BOTH
    assert health.order(BOTH, now=0.0, cold=cold) == BOTH
    assert health.order(("a/big",), now=0.0, within_s=1.0, cold=cold) == ("a/big",)


def test_a_target_that_spoke_lately_is_warm() -> None:
    health, cold = heard(GOOD), {"a/big"}  # it ended at 2.0
    assert health.order(BOTH, now=62.0, within_s=5.0, cold=cold) == BOTH
    assert health.order(BOTH, now=62.1, within_s=5.0, cold=cold) == ("b/equal", "a/big")


def test_a_target_that_said_nothing_is_as_cold_as_before() -> None:
    health = heard(CANCELLED)
    assert health.order(BOTH, now=3.0, within_s=5.0, cold={"a/big"}) == ("b/equal", "a/big")


def test_lasting_refusal_marks_a_target_down_at_once() -> None:
    health = heard(failed(WRONG_KEY))
    assert health.order(BOTH, now=3.0) == ("b/equal",)
    assert health.may_call("b/equal", 3.0) and not health.may_call("a/big", 3.0)


def test_target_is_left_alone_for_as_long_as_it_asks() -> None:
    health = heard(failed(TierRateLimited("a/big: 529", status=529, retry_after_s=20.0)))
    assert health.order(BOTH, now=21.9) == ("b/equal",)
    assert health.order(BOTH, now=22.0) == BOTH


def test_leg_that_was_judged_when_it_ended_counts_once() -> None:
    health, stalled = Health(), failed(TierStalled("silent"))
    for _ in range(4):
        health.judge(stalled, arrived_at=0.0)
        health.hear([stalled], arrived_at=0.0, are_judged=True)
    assert health.look(now=3.0)["a/big"].state is State.CLOSED
    health.judge(stalled, arrived_at=0.0)
    assert health.look(now=3.0)["a/big"].state is State.OPEN


def test_one_rate_limit_without_a_time_is_one_error_only() -> None:
    assert state_after(failed(TierRateLimited("a/big: 429"))) is State.CLOSED


@pytest.mark.parametrize(
    "cause", [TierUnavailable("a/big: 503"), TierStalled("silent"), TierGarbled("cut"), None]
)
def test_failures_mark_a_target_down_after_a_while(cause: Exception | None) -> None:
    assert state_after(*[failed(cause)] * 4) is State.CLOSED
    assert state_after(*[failed(cause)] * 5) is State.OPEN


def test_empty_replies_are_failures_and_tool_calls_are_not() -> None:
    empty = replace(GOOD, first_text_s=None, usage=Usage(10, 0))
    assert state_after(*[empty] * 5) is State.OPEN
    assert state_after(*[replace(empty, usage=Usage(10, 5))] * 5) is State.CLOSED
    assert state_after(*[replace(empty, outcome="tool_calls")] * 5) is State.CLOSED


def test_what_the_caller_did_wrong_or_called_off_is_no_failure() -> None:
    assert state_after(*[failed(TierRejected("a/big: 400"))] * 10) is State.CLOSED
    assert state_after(*[CANCELLED] * 10) is State.CLOSED
    begun = replace(CANCELLED, first_text_s=0.5)
    errors = [failed(TierStalled("silent"))] * 4
    assert state_after(*[begun] * 10, *errors) is State.CLOSED


def test_target_that_fails_often_comes_after_those_that_do_not() -> None:
    health = heard(*[GOOD] * 12, *[failed(TierGarbled("cut"))] * 5)
    assert health.order(BOTH, now=51.0) == ("b/equal", "a/big")


def test_after_its_cool_down_a_target_gets_its_place_back_for_one_request() -> None:
    health = heard(failed(WRONG_KEY))
    assert health.order(BOTH, now=70.0) == BOTH
    assert health.order(BOTH, now=70.0) == ("b/equal", "a/big")
    health.hear([GOOD], arrived_at=70.0)
    assert health.order(BOTH, now=72.0) == BOTH == health.order(BOTH, now=72.0)


def test_probe_that_is_called_off_leaves_its_turn_to_the_next() -> None:
    health = heard(failed(WRONG_KEY))
    for at in (70.0, 80.0):
        assert health.order(BOTH, now=at) == BOTH
        health.hear([CANCELLED], arrived_at=at)
        assert health.look(at + 2)["a/big"].state is State.HALF_OPEN


def test_one_that_can_be_done_without_is_probed_too() -> None:
    health = heard(failed(WRONG_KEY))
    assert [health.may_call("a/big", at) for at in (50.0, 70.0, 70.0)] == [False, True, False]
    health.hear([GOOD], arrived_at=70.0)
    assert health.may_call("a/big", 72.0) and health.may_call("a/big", 72.0)


def test_local_model_is_never_marked_down() -> None:
    died = failed(TierUnavailable("local: gone"), replace(GOOD, tier="local", role=Role.LOCAL))
    assert heard(*[died] * 10).look(30.0)["local"].state is State.CLOSED


def test_a_plan_never_has_two_probes() -> None:
    health = heard(failed(WRONG_KEY), failed(WRONG_KEY, replace(GOOD, tier="b/equal")))
    names = (*BOTH, "c/third")
    assert health.order(names, now=100.0) == ("a/big", "c/third", "b/equal")


def test_when_all_are_down_the_one_that_is_back_soonest_is_tried() -> None:
    busy = TierRateLimited("b/equal: 429", retry_after_s=5.0)
    health = heard(failed(WRONG_KEY), failed(busy, replace(GOOD, tier="b/equal")))
    assert health.order(BOTH, now=6.0) == ("b/equal",)


# -- what a call may cost -----------------------------------------------------


def test_second_call_of_one_reply_is_a_retry() -> None:
    health = heard(*[GOOD] * 10)
    for number in range(5):
        assert health.may_retry("a/big", now=0.0) == (number < 4)
        again = replace(GOOD, leg=1, is_whole=True)
        health.hear([GOOD, again], arrived_at=0.0)


def test_clients_own_retry_counts() -> None:
    health = Health()
    assert health.may_retry("a/big", now=0.0, client_retries=1)
    for _ in range(2):
        health.hear([GOOD], arrived_at=0.0, client_retries=1)
    assert health.may_retry("a/big", now=2.0)
    assert not health.may_retry("a/big", now=2.0, client_retries=2)
    assert health.may_retry("b/equal", now=2.0, client_retries=2)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=150))
def test_retries_are_a_tenth_of_its_calls_and_a_few(replies: list[tuple[bool, bool]]) -> None:
    """Each reply: whether it breaks, and whether it is the client's own retry."""
    health, calls, retries = Health(), 0, 0
    for breaks, is_clients in replies:
        retried = breaks and health.may_retry("a/big", now=2.0, client_retries=is_clients)
        legs = [GOOD, replace(GOOD, leg=1)] if retried else [GOOD]
        health.hear(legs, arrived_at=0.0, client_retries=is_clients)
        calls += len(legs)
        retries += len(legs) if is_clients else len(legs) - 1
        if retried:
            assert retries <= 0.1 * calls + 3 + 1e-9


def test_later_than_its_p95_a_target_may_be_hedged() -> None:
    health = heard(*[GOOD] * 19)
    assert health.hedge_after_s("a/big", 60.0, 0.05, 100) is None
    health.hear([replace(GOOD, started_s=1.0, first_text_s=2.0)], arrived_at=60.0)
    assert health.hedge_after_s("a/big", 62.0, 0.05, 100) == 1.0
    assert health.hedge_after_s("a/big", 62.0, 0.0, 100) is None
    assert health.hedge_after_s("b/equal", 62.0, 0.05, 100) is None


def test_no_more_are_late_than_the_budget_covers() -> None:
    health = Health()
    for n in range(100):
        late = replace(GOOD, started_s=0.0, first_text_s=0.01 * (n + 1), ended_s=2.0)
        health.hear([late], arrived_at=60.0)
    at = [health.hedge_after_s("a/big", 62.0, share, 100) for share in (0.02, 0.06, 0.5)]
    assert [None if each is None else round(each, 2) for each in at] == [0.98, 0.95, 0.95]


def test_long_prompt_waits_longer_for_the_hedge_that_would_read_it_again() -> None:
    health = Health()
    for n in range(100):
        late = replace(
            GOOD, started_s=0.0, first_text_s=0.01 * (n + 1), ended_s=2.0, prompt_tokens=1000
        )
        health.hear([late], arrived_at=60.0)
    at = [health.hedge_after_s("a/big", 62.0, 0.05, tokens) for tokens in (10, 1000, 8000)]
    assert [None if each is None else round(each, 2) for each in at] == [0.95, 0.95, 1.0]


def test_what_is_made_in_one_piece_allows_no_hedge_of_a_reply() -> None:
    health = heard(*[GOOD] * 20)
    hedge = replace(CANCELLED, leg=1, tier="b/equal", started_s=0.4)
    while health.hedge_after_s("a/big", 60.0, 0.05, 100) is not None:
        health.hear([GOOD, hedge], arrived_at=57.0)
    for _ in range(1000):
        health.hear([replace(GOOD, is_whole=True)], arrived_at=57.0)
    assert health.hedge_after_s("a/big", 60.0, 0.05, 100) is None


def test_hedges_are_a_share_of_the_requests() -> None:
    health = heard(*[GOOD] * 30)
    hedge = replace(CANCELLED, leg=1, tier="b/equal", started_s=0.4)
    health.hear([GOOD, hedge], arrived_at=90.0)
    assert health.hedge_after_s("a/big", 92.0, 0.05, 100) == 0.5
    health.hear([GOOD, hedge], arrived_at=92.0)
    assert health.hedge_after_s("a/big", 94.0, 0.05, 100) is None


def test_who_mends_a_broken_reply_is_no_hedge() -> None:
    health = heard(*[GOOD] * 20)
    whole = replace(GOOD, leg=1, started_s=2.0, ended_s=4.0, is_whole=True)
    beside = replace(CANCELLED, leg=2, tier="b/equal", started_s=2.001, ended_s=4.0)
    for _ in range(5):
        health.hear([failed(TierGarbled("cut")), whole, beside], arrived_at=60.0)
    assert health.hedge_after_s("a/big", 64.0, 0.05, 100) is not None


# -- what is learned of times -------------------------------------------------


def test_usual_first_text_is_known_from_twenty_calls_on() -> None:
    health = heard(*[GOOD] * 19)
    assert health.usual_first_text_s("a/big", 60.0) is None
    assert health.first_text_s("a/big", 100, 60.0) is None
    health.hear([GOOD], arrived_at=60.0)
    assert health.usual_first_text_s("a/big", 62.0) == 0.5
    assert health.first_text_s("a/big", 100_000, 62.0) == 0.5


def test_longer_prompt_is_likely_to_take_longer() -> None:
    short = replace(GOOD, tier="local", role=Role.DRAFT, prompt_tokens=20, first_text_s=0.125)
    long = replace(short, prompt_tokens=1020, first_text_s=1.125)
    health = heard(*[short] * 20, *[long] * 10)
    told = [health.first_text_s("local", tokens, 90.0) for tokens in (0, 20, 520, 1520)]
    assert told == pytest.approx([0.105, 0.125, 0.625, 1.625])


def test_loser_of_a_race_would_have_taken_longer() -> None:
    health = heard(*[GOOD] * 15, *[CANCELLED] * 5)
    vitals = health.look(60.0)["a/big"]
    assert vitals.first_text_p50_s == 0.5
    assert vitals.first_text_p95_s == 2.0


def test_who_leaves_early_makes_nobody_quicker() -> None:
    gone = replace(CANCELLED, ended_s=0.125)
    assert heard(*[GOOD] * 5, *[gone] * 20).look(75.0)["a/big"].first_text_p50_s == 0.5


def test_reply_in_one_piece_tells_nothing_of_first_texts() -> None:
    health = heard(*[GOOD] * 20, *[replace(GOOD, is_whole=True, first_text_s=1.9)] * 40)
    assert health.look(180.0)["a/big"].first_text_p95_s == 0.5


def test_gaps_are_looked_at_too() -> None:
    vitals = heard(replace(GOOD, gaps_s=(0.125,) * 19 + (1.0,) * 2)).look(3.0)["a/big"]
    assert (vitals.gap_p50_s, vitals.gap_p95_s) == (0.125, 1.0)


def test_callers_cannot_fill_the_memory_with_names() -> None:
    health = heard(*[replace(GOOD, tier=f"mine/{number}") for number in range(300)], GOOD)
    names = health.look(900.0)
    assert len(names) == 256
    assert "a/big" in names and "mine/0" not in names


# -- what the workers of a box tell each other --------------------------------


def spread(teller: Health, *hearers: Health, now: float) -> None:
    news = teller.take_news()
    for hearer in hearers:
        assert hearer.hear_news(news, now)


def test_pause_that_one_worker_was_asked_for_the_others_keep_too() -> None:
    one = heard(failed(TierRateLimited("a/big: 429", retry_after_s=20.0)))
    other = Health()
    spread(one, other, now=2.0)
    assert other.order(BOTH, now=21.9) == ("b/equal",)
    assert not other.may_call("a/big", now=21.9)


def test_one_worker_probes_for_all_and_its_success_counts_for_all() -> None:
    one, other = heard(failed(WRONG_KEY)), Health()
    spread(one, other, now=2.0)
    assert other.order(BOTH, now=70.0) == BOTH
    spread(other, one, now=70.0)
    assert one.order(BOTH, now=70.1) == ("b/equal", "a/big")
    other.hear([GOOD], arrived_at=70.0)
    spread(other, one, now=72.0)
    assert one.order(BOTH, now=72.0) == BOTH == one.order(BOTH, now=72.0)


def test_probe_that_is_called_off_leaves_its_turn_to_any_worker() -> None:
    one, other = heard(failed(WRONG_KEY)), Health()
    spread(one, other, now=2.0)
    assert other.may_call("a/big", now=70.0)
    other.hear([CANCELLED], arrived_at=70.0)
    spread(other, one, now=72.0)
    assert one.may_call("a/big", now=72.0)


def test_success_elsewhere_forgives_what_was_counted_here() -> None:
    one = heard(*[failed(TierStalled("silent"))] * 5)
    other = Health()
    spread(one, other, now=14.0)
    other.hear([GOOD], arrived_at=20.0)
    spread(other, one, now=22.0)
    one.hear([failed(TierStalled("silent"))], arrived_at=22.0)
    assert one.look(24.0)["a/big"].state is State.CLOSED


def test_news_are_told_once_and_what_was_heard_is_not_told_back() -> None:
    one, other = heard(failed(WRONG_KEY)), Health()
    assert len(news := one.take_news()) == 1
    assert one.take_news() == ()
    assert other.hear_news(news, now=3.0)
    assert other.take_news() == ()


def test_who_begins_is_told_all_that_is_known() -> None:
    one, late = heard(failed(WRONG_KEY)), Health()
    one.take_news()
    assert late.hear_news(one.all_news(), now=10.0)
    assert late.order(BOTH, now=10.0) == ("b/equal",)
    assert heard(GOOD).all_news() == ()


def test_impossible_news_are_left_out_and_the_others_count() -> None:
    (down,) = heard(failed(WRONG_KEY)).take_news()
    for_ever = replace(down, tier="b/equal", standing=replace(down.standing, open_until=1e9))
    health = Health()
    assert not health.hear_news([for_ever, down], now=3.0)
    assert health.order(BOTH, now=3.0) == ("b/equal",)
