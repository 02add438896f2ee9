"""Virtual time, and the engine whose slots it hands out."""

from __future__ import annotations

from functools import partial

from bench.replay_clock import Clock
from bench.replay_engine import LocalEngine, Turn


def test_things_happen_in_the_order_of_their_instants_and_timers_last() -> None:
    clock, seen = Clock(), list[tuple[str, float]]()

    def note(name: str, now: float) -> None:
        seen.append((name, now))

    clock.call_at(2.0, partial(note, "late"))
    clock.call_at(1.0, partial(note, "timer"), is_timer=True)
    clock.call_at(1.0, partial(note, "first"))
    clock.call_at(1.0, partial(note, "second"))
    clock.run()
    assert seen == [("first", 1.0), ("second", 1.0), ("timer", 1.0), ("late", 2.0)]


def test_who_finds_no_slot_waits_for_one_in_turn() -> None:
    clock, begun = Clock(), list[tuple[str, float]]()
    engine = LocalEngine(clock, slots=1)
    turns: dict[str, Turn] = {}

    def ask(name: str, now: float) -> None:
        turns[name] = engine.ask(now, partial(begin, name))

    def begin(name: str, now: float) -> None:
        begun.append((name, now))
        clock.call_at(now + 1.0, partial(end, name))

    def end(name: str, now: float) -> None:
        engine.end(turns[name], now)

    for place, name in enumerate(("a", "b", "c")):
        clock.call_at(0.1 * place, partial(ask, name))
    clock.call_at(0.5, partial(end, "b"))  # nobody waits for it any longer
    clock.run()
    assert begun == [("a", 0.0), ("c", 1.0)]
    assert engine.busy_s == 2.0
    assert engine.utilisation(4.0) == 0.5
