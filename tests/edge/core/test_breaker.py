from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edge.core.breaker import Breaker, State


def opened(at: float = 0.0, pause_s: float = 10.0) -> Breaker:
    breaker = Breaker()
    breaker.hear_bad(at, at, pause_s)
    return breaker


def test_errors_open_it_from_five_on_and_only_if_they_are_half() -> None:
    breaker = Breaker()
    for at in range(4):
        breaker.hear_bad(at, at)
    assert breaker.state(4) is State.CLOSED
    breaker.hear_bad(4, 4)
    assert breaker.state(4) is State.OPEN

    mixed = Breaker()
    for at in range(60):
        mixed.hear_good(at, at) if at % 5 < 3 else mixed.hear_bad(at, at)
    assert mixed.state(60) is State.CLOSED
    assert mixed.error_rate(60) == 0.4


def test_old_errors_are_forgotten() -> None:
    breaker = Breaker()
    for at in (0, 1, 2, 3, 400):
        breaker.hear_bad(at, at)
    assert breaker.state(400) is State.CLOSED


def test_a_known_pause_opens_it_at_once_and_for_so_long() -> None:
    breaker = opened(pause_s=10.0)
    assert breaker.state(9.9) is State.OPEN
    assert breaker.open_for_s(4.0) == 6.0
    assert breaker.state(10.0) is State.HALF_OPEN
    assert breaker.open_for_s(11.0) == 0.0


def test_a_pause_is_bounded_by_an_hour() -> None:
    assert opened(pause_s=1e9).open_for_s(0.0) == 3600.0


def test_a_shorter_pause_does_not_shorten_the_longer_one() -> None:
    breaker = opened(pause_s=60.0)
    breaker.hear_bad(-1.0, 1.0, 5.0)
    assert breaker.state(59.0) is State.OPEN


def test_one_probe_at_a_time_and_a_lost_one_is_replaced() -> None:
    breaker = opened(pause_s=10.0)
    assert not breaker.claim_probe(9.0)
    assert breaker.claim_probe(10.0)
    assert not breaker.claim_probe(10.0)
    assert not breaker.claim_probe(39.0)
    assert breaker.claim_probe(40.0)
    breaker.hear_nothing(40.0)
    assert breaker.claim_probe(41.0)


def test_probe_that_goes_well_closes_it_and_clears_its_record() -> None:
    breaker = Breaker()
    for at in range(5):
        breaker.hear_bad(at, at)
    breaker.hear_good(10.0, 11.0)
    assert breaker.state(11.0) is State.CLOSED
    assert breaker.error_rate(11.0) == 0.0


def test_probe_that_fails_doubles_the_cool_down_up_to_five_minutes() -> None:
    breaker, waits, now = opened(pause_s=1.0), [], 1.0
    for _ in range(8):
        breaker.hear_bad(now, now)
        waits.append(breaker.open_for_s(now))
        now += waits[-1]
    assert waits == [10, 20, 40, 80, 160, 300, 300, 300]


def test_after_a_good_probe_the_cool_down_is_short_again() -> None:
    breaker = opened(pause_s=1.0)
    for at in (1.0, 20.0):
        breaker.hear_bad(at, at)
    breaker.hear_good(50.0, 50.0)
    breaker.hear_bad(51.0, 51.0, 1.0)
    breaker.hear_bad(60.0, 60.0)
    assert breaker.open_for_s(60.0) == 10.0


def test_calls_under_way_when_it_opened_prove_nothing() -> None:
    breaker = opened(at=5.0, pause_s=10.0)
    breaker.hear_good(4.0, 20.0)
    assert breaker.state(20.0) is State.HALF_OPEN
    for _ in range(10):
        breaker.hear_bad(4.0, 14.0)
    assert breaker.state(15.0) is State.HALF_OPEN
    assert breaker.claim_probe(15.0)
    breaker.hear_nothing(4.0)
    assert not breaker.claim_probe(15.0)


STEPS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(["good", "bad", "pause", "nothing", "claim"])),
    max_size=60,
)


@given(STEPS)
def test_it_always_comes_back_for_a_probe_and_one_good_one_closes_it(
    steps: list[tuple[float, str]],
) -> None:
    breaker, now, leased_at = Breaker(), 0.0, -100.0
    for pause, what in steps:
        now += pause
        match what:
            case "good":
                breaker.hear_good(now, now)
                assert breaker.state(now) is State.CLOSED
            case "bad":
                breaker.hear_bad(now, now)
            case "pause":
                breaker.hear_bad(now, now, 20.0)
                assert breaker.open_for_s(now) >= 20.0
            case "nothing":
                breaker.hear_nothing(now)
                leased_at = -100.0
            case "claim" if breaker.claim_probe(now):
                assert breaker.state(now) is State.HALF_OPEN
                assert now - leased_at >= 30.0
                leased_at = now
        if breaker.state(now) is not State.HALF_OPEN:
            leased_at = -100.0
    later = now + 301.0
    assert breaker.state(later) is State.CLOSED or breaker.claim_probe(later)
