from __future__ import annotations

from edge.core.flags import flagged_route, is_on
from edge.core.settings import FlagSettings
from edge.core.verdict import Task

CALLERS = [f"caller {number}" for number in range(2000)]


def test_flag_is_on_for_about_its_share_of_the_callers() -> None:
    share = sum(is_on("new", 0.1, caller) for caller in CALLERS) / len(CALLERS)
    assert 0.08 < share < 0.12


def test_caller_stays_in_when_the_share_grows() -> None:
    few = {caller for caller in CALLERS if is_on("new", 0.1, caller)}
    more = {caller for caller in CALLERS if is_on("new", 0.3, caller)}
    assert few < more


def test_two_flags_share_their_callers_out_independently() -> None:
    one = {caller for caller in CALLERS if is_on("one", 0.5, caller)}
    both = [caller for caller in one if is_on("other", 0.5, caller)]
    assert 0.4 < len(both) / len(one) < 0.6


def test_caller_that_nobody_can_tell_has_only_what_is_on_for_everybody() -> None:
    assert not is_on("new", 0.99, "")
    assert is_on("new", 1.0, "")


def test_route_of_a_task_is_for_that_task_and_another_for_all() -> None:
    flags = {"f": FlagSettings(1.0, "code"), "g": FlagSettings(1.0, "trial")}
    assert flagged_route(flags, Task.CODE, "x") == "code"
    assert flagged_route(flags, Task.CHAT, "x") == "trial"
    assert flagged_route({"f": FlagSettings(0.0, "trial")}, Task.CHAT, "x") is None
