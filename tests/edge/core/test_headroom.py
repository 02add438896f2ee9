from __future__ import annotations

from edge.core.headroom import Headroom, Waits, find_headroom


def headroom(**waits: tuple[float, float]) -> Headroom:
    """`name=(limit_s, quota_s)`, with 15 s to the deadline."""
    return find_headroom(waits, lambda name: Waits(*waits[name]), within_s=15.0)


def test_who_has_room_is_tried_in_the_order_given_and_nothing_is_said() -> None:
    assert headroom(a=(0, 0), b=(0, 0)) == Headroom(("a", "b"))


def test_who_must_wait_goes_behind_who_need_not_the_shortest_wait_first() -> None:
    room = headroom(a=(0, 9), b=(2, 0), c=(0, 0))
    assert room.names == ("c", "b", "a")
    assert room.reasons == (
        "a: its quota is used up for 9.0 s",
        "b: its configured limit is reached for 2.0 s",
    )
    assert room.wait_s is None


def test_who_is_back_only_after_the_deadline_is_left_out() -> None:
    room = headroom(a=(0, 60), b=(0, 0), c=(40, 0))
    assert (room.names, room.wait_s) == (("b",), 40)


def test_a_quota_alone_keeps_nobody_from_being_asked_when_there_is_nobody_else() -> None:
    assert headroom(a=(0, 60), b=(0, 30), c=(40, 0)).names == ("b",)


def test_configured_limits_are_kept_though_nobody_is_left() -> None:
    room = headroom(a=(60, 0), b=(40, 90))
    assert (room.names, room.wait_s) == ((), 60)
