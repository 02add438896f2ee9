"""What counts as standing still, and that it is told while a thread cannot tell it itself."""

from __future__ import annotations

import queue
import threading

from local_models.watchdog import Pulse, Sight, Stillness


def test_steps_while_there_is_work_are_no_stillness() -> None:
    still = Stillness(0.0)
    assert still.note(Sight(1, has_work=True), 5.0) == 0.0
    assert still.note(Sight(2, has_work=True), 9.0) == 0.0


def test_no_step_while_there_is_work_is_stillness_since_the_last_one() -> None:
    still = Stillness(0.0)
    still.note(Sight(1, has_work=True), 5.0)
    still.note(Sight(1, has_work=True), 6.0)
    assert still.note(Sight(1, has_work=True), 15.0) == 10.0


def test_rest_is_no_stillness_nor_does_it_count_against_the_next_work() -> None:
    still = Stillness(0.0)
    still.note(Sight(1, has_work=True), 5.0)
    assert still.note(Sight(1, has_work=False), 100.0) == 0.0
    assert still.note(Sight(1, has_work=True), 101.0) == 1.0


def test_a_loop_that_stands_still_is_told_and_one_that_moves_is_not() -> None:
    told: queue.Queue[float] = queue.Queue()
    is_stuck = threading.Event()

    def nudge(call: object) -> None:
        if callable(call) and not is_stuck.is_set():
            call()

    pulse = Pulse(
        0.02,
        look=lambda: Sight(0, has_work=False),
        nudge=nudge,
        tell=lambda _, loop_s: told.put(loop_s),
    )
    pulse.start()
    well = [told.get(timeout=10) for _ in range(5)]
    is_stuck.set()
    told.get(timeout=10)  # it may have been under way
    stuck = [told.get(timeout=10) for _ in range(5)]
    pulse.stop()
    assert stuck == sorted(stuck)
    assert stuck[-1] > stuck[0]
    assert stuck[-1] >= 0.06 > min(well)


def test_a_pulse_that_nobody_listens_to_ends() -> None:
    ended = threading.Event()

    def tell(*_: float) -> None:
        ended.set()
        raise BrokenPipeError

    pulse = Pulse(0.001, look=lambda: Sight(0, has_work=False), nudge=lambda _: None, tell=tell)
    pulse.start()
    assert ended.wait(10)
    pulse._thread.join(10)
    assert not pulse._thread.is_alive()
