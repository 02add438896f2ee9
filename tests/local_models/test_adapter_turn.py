"""Whose turn it is among adapters: stays, waits, and drafts that cannot wait."""

from __future__ import annotations

from itertools import pairwise

from local_models.adapter_turn import STAY_S, AdapterTurn
from local_models.schedule import PAUSE_S, Rank, Turn


def reply(fed_at: float) -> Turn:
    return Turn(Rank.REPLY, 1, 0.0, fed_at)


def draft(fed_at: float, deadline: float) -> Turn:
    return Turn(Rank.DRAFT, 1, 0.0, fed_at, deadline=deadline)


def test_with_one_adapter_there_is_nothing_to_decide() -> None:
    turn = AdapterTurn[str]("a")
    assert turn.choose([("b", reply(0.0)), ("b", draft(0.0, 1.0))], 5.0) == "b"
    assert turn.current == "b"


def test_who_has_the_turn_keeps_it_for_a_while_and_then_the_longest_waiting_has_it() -> None:
    turn = AdapterTurn[str]("a")
    turn.choose([("a", reply(0.0))], 0.0)
    turn.choose([("b", reply(0.0))], 1.0)
    now = 1.0 + STAY_S
    waiting = [("a", reply(0.9)), ("b", reply(now)), ("c", reply(0.8))]
    assert turn.choose(waiting, now - 0.01) == "b"
    assert turn.choose(waiting, now) == "c"
    assert turn.choose(waiting, now + 0.01) == "c"


def test_who_has_nothing_to_do_does_not_keep_the_turn() -> None:
    turn = AdapterTurn[str]("a")
    turn.choose([("a", reply(0.0))], 0.0)
    assert turn.choose([("b", reply(0.0)), ("c", reply(-0.1))], 0.01) == "c"


def test_the_earliest_draft_has_the_turn_at_once() -> None:
    turn = AdapterTurn[str]("a")
    turn.choose([("a", reply(1.0))], 1.0)
    waiting = [("a", reply(1.0)), ("b", draft(1.0, 1.9)), ("c", draft(1.0, 1.5))]
    assert turn.choose(waiting, 1.01) == "c"


def test_who_paused_long_enough_has_a_step_even_beside_a_draft() -> None:
    turn = AdapterTurn[str]("b")
    waiting = [("a", reply(0.0)), ("b", draft(PAUSE_S, 9.0))]
    assert turn.choose(waiting, PAUSE_S) == "b"
    assert turn.choose(waiting, PAUSE_S + 0.01) == "a"


def test_eight_adapters_in_turn_change_seldom_and_none_starves() -> None:
    names = "abcdefgh"
    fed_at = dict.fromkeys(names, 0.0)
    steps: dict[str, list[float]] = {name: [] for name in names}
    turn, now, last, changes = AdapterTurn[str]("a"), 0.0, "a", 0
    step_s, change_s = 0.007, 0.003
    while now < 20.0:
        chosen = turn.choose([(name, reply(fed_at[name])) for name in names], now)
        changes += chosen != last
        now += step_s + (change_s if chosen != last else 0.0)
        fed_at[chosen], last = now, chosen
        steps[chosen].append(now)
    assert changes * change_s < 0.06 * now
    for times in steps.values():
        assert len(times) > 0.8 * 20.0 / step_s / len(names) * 0.9
        pause_s = max(later - sooner for sooner, later in pairwise(times))
        assert pause_s < PAUSE_S + len(names) * (step_s + change_s)
