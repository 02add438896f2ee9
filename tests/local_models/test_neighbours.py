"""Sequences that are computed together: no gaps among them, and whole blocks of rows."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from local_models.neighbours import compute_order, fillers, swaps

SEQUENCES = 12

taken_ones = st.sets(st.integers(0, SEQUENCES - 1), min_size=1)
sizes_of_all = st.lists(st.integers(0, 500), min_size=SEQUENCES, max_size=SEQUENCES)


@given(taken=taken_ones, sizes=sizes_of_all)
def test_taken_ones_are_neighbours_once_pairs_have_changed_places(
    taken: set[int], sizes: list[int]
) -> None:
    pairs = swaps(taken, sizes)
    assert {one for one, _ in pairs} <= taken
    assert taken.isdisjoint(other for _, other in pairs)
    moved = dict(pairs)
    gathered = {moved.get(sequence, sequence) for sequence in taken}
    assert len(gathered) == len(taken) == max(gathered) - min(gathered) + 1


def test_neighbours_stay_wherever_they_are() -> None:
    assert swaps({5, 6, 7}, [100] * SEQUENCES) == []


def test_the_short_one_moves_not_the_long_one() -> None:
    sizes = [0] * SEQUENCES
    sizes[3], sizes[5] = 5, 400
    assert swaps({3, 5}, sizes) == [(3, 4)]


def test_a_block_that_lacks_one_row_is_filled() -> None:
    assert fillers({0, 1, 2, 3, 4, 5, 6}, 4, {7, 8}) == [7]
    assert fillers({2, 3, 4}, 4, {1, 7}) == [1]


def test_two_rows_are_added_to_more_than_a_block_only() -> None:
    assert fillers({0, 1, 2, 3, 4, 5}, 4, {6, 7, 8}) == [6, 7]
    assert fillers({0, 1}, 4, {2, 3, 4}) == []


def test_whole_blocks_and_lone_rows_are_left_as_they_are() -> None:
    assert fillers({0, 1, 2, 3}, 4, {4}) == []
    assert fillers({0, 1, 2, 3, 4}, 4, {5, 6, 7}) == []
    assert fillers({0, 1, 2}, 1, {3}) == []


def test_rows_behind_a_gap_fill_no_block() -> None:
    assert fillers({0, 1, 2}, 4, {5}) == []
    assert fillers({0, 1, 3}, 4, {2, 4}) == []
    assert fillers({0, 1, 2, 3, 4, 5}, 4, {6}) == []


@dataclass(frozen=True)
class Fed:
    sequence: int
    tokens: tuple[int, ...]


def order(**fed: int) -> list[str]:
    """`a3=5`: sequence 3 is given 5 tokens."""
    names = list(fed)
    feeds = [Fed(int(name[1:]), (7,) * tokens) for name, tokens in fed.items()]
    return [names[place] for place in compute_order(feeds)]


def test_neighbours_are_computed_in_their_order() -> None:
    assert order(s2=1, s0=1, s1=1) == ["s0", "s1", "s2"]
    assert order(s2=9, s1=9) == ["s1", "s2"]


def test_who_reads_does_not_follow_who_writes_nor_the_other_way_round() -> None:
    assert order(s0=1, s1=1, s2=9) == ["s2", "s0", "s1"]
    assert order(s0=9, s1=1, s2=1) == ["s1", "s2", "s0"]


def test_neighbours_stay_together_where_readers_sit_among_writers() -> None:
    assert order(s0=1, s1=9, s2=1) == ["s0", "s1", "s2"]
