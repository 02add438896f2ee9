"""Threads of a step, by the work of others."""

from __future__ import annotations

import os

from local_models.machine import SpareCores, others_running, physical_cores


def test_an_idle_machine_gives_all_threads() -> None:
    cores = SpareCores(most=4, cores=8)
    assert cores.threads == 4
    cores.note(others=2)
    cores.note(others=4)
    assert cores.threads == 4


def test_work_that_stays_takes_cores_away() -> None:
    cores = SpareCores(most=2, cores=2)
    cores.note(others=3)
    cores.note(others=1)
    assert cores.threads == 1


def test_there_is_always_one_thread() -> None:
    cores = SpareCores(most=2, cores=2)
    cores.note(others=50)
    cores.note(others=50)
    assert cores.threads == 1


def test_work_that_was_passing_by_changes_nothing() -> None:
    cores = SpareCores(most=2, cores=2)
    for others in (0, 7, 0, 7, 0):
        cores.note(others)
        assert cores.threads == 2


def test_the_threads_come_back_when_the_work_is_gone() -> None:
    cores = SpareCores(most=2, cores=2)
    for others in (5, 5, 0):
        cores.note(others)
    assert cores.threads == 2


def test_this_machine_has_cores_and_can_be_looked_at() -> None:
    assert 1 <= physical_cores() <= (os.cpu_count() or 1)
    assert isinstance(others_running(), int)
