"""A sample of the fault matrix (`prelude bench faults` runs it all), with the real service.

Whatever the first target does, the reader gets the reply, and one that is not whole never says
that it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bench.fault_cells import WAYS_TO_ASK, Cell, Expect, cells, cells_alone
from bench.fault_matrix import ask_all, matrix_service
from bench.service_process import ServiceHandle

_ONE_IN = 5


def _sample(all_cells: list[Cell]) -> list[Cell]:
    """Some of every strategy through every door, the first and the last among them."""
    judged = [cell for cell in all_cells if cell.expect is not Expect.ANY]
    ways = dict.fromkeys((cell.strategy, cell.door) for cell in judged)
    grouped = ([c for c in judged if (c.strategy, c.door) == way] for way in ways)
    return [cell for group in grouped for cell in (*group[::_ONE_IN], group[-1])]


SAMPLE = _sample(cells(quick=True))
LONELY = _sample(cells_alone(quick=True))


def test_the_sample_has_every_strategy_and_every_door() -> None:
    assert {(cell.strategy, cell.door) for cell in SAMPLE} == set(WAYS_TO_ASK)


@pytest.fixture(scope="module")
def served() -> Iterator[ServiceHandle]:
    with matrix_service(SAMPLE) as handle:
        yield handle


def test_the_reader_gets_the_reply_whatever_goes_wrong(served: ServiceHandle) -> None:
    outcomes = asyncio.run(ask_all(served, SAMPLE))
    missed = [(o.cell, o.end, o.lost, o.added) for o in outcomes if not o.is_as_expected]
    assert not missed


def test_without_anybody_behind_a_cut_reply_never_ends_as_stop() -> None:
    with matrix_service(LONELY, local="none") as lonely:
        outcomes = asyncio.run(ask_all(lonely, LONELY))
    assert not [(o.cell, o.end, o.lost, o.added) for o in outcomes if not o.is_as_expected]
