"""When connections are opened ahead: a float is the clock."""

from adapters.warmth import Pace, Warmth

PACE = Pace(reopen_s=40, asleep_s=600, first_pause_s=5, longest_pause_s=300)


def opened_until_asleep(warmth: Warmth) -> list[float]:
    times = []
    while warmth.due_at is not None:
        times.append(warmth.due_at)
        warmth.opened(warmth.due_at)
    return times


def test_it_is_due_at_once_and_anew_before_the_pool_drops_it() -> None:
    warmth = Warmth(PACE, 100.0)
    assert warmth.due_at == 100.0
    warmth.opened(100.1)
    assert warmth.due_at == 140.1


def test_where_nobody_calls_it_falls_asleep() -> None:
    times = opened_until_asleep(Warmth(PACE, 0.0))
    assert times == [40.0 * n for n in range(16)]  # up to ten minutes


def test_a_call_wakes_it_at_once() -> None:
    warmth = Warmth(PACE, 0.0)
    opened_until_asleep(warmth)
    warmth.use(5000.0)
    assert warmth.due_at == 5000.0
    assert opened_until_asleep(warmth)[-1] == 5600.0


def test_a_call_makes_its_own_connection_fresh() -> None:
    warmth = Warmth(PACE, 0.0)
    warmth.opened(0.0)
    warmth.use(30.0)
    assert warmth.due_at == 70.0


def test_what_cannot_be_opened_is_tried_ever_more_rarely() -> None:
    warmth = Warmth(PACE, 0.0)
    pauses = []
    while (at := warmth.due_at) is not None:
        warmth.failed(at, draw=1.0)
        pauses.append((warmth.due_at or at) - at)
    assert pauses == [5, 10, 20, 40, 80, 160, 0.0]  # the last would be beyond ten minutes
    warmth.use(9000.0)
    assert warmth.due_at == 9000.0
    warmth.failed(9000.0, draw=0.0)
    assert warmth.due_at == 9000.0 + 150


def test_a_call_does_not_shorten_the_pause_after_a_failure() -> None:
    warmth = Warmth(PACE, 0.0)
    warmth.failed(0.0, draw=1.0)
    warmth.use(1.0)
    assert warmth.due_at == 5.0


def test_what_could_be_opened_again_has_short_pauses_again() -> None:
    warmth = Warmth(PACE, 0.0)
    warmth.failed(0.0, draw=1.0)
    warmth.opened(5.0)
    warmth.failed(45.0, draw=1.0)
    assert warmth.due_at == 50.0
