import pytest

from adapters.numbered import Numbers
from edge.core.errors import TierGarbled


def taken(*given: object) -> tuple[list[object], Numbers]:
    numbers = Numbers("mine/big")
    return [number for number in given if numbers.is_next(number)], numbers


@pytest.mark.parametrize("first", [0, 1])
def test_events_in_order_are_all_read(first: int) -> None:
    order = list(range(first, first + 5))
    assert taken(*order)[0] == order


def test_a_gap_means_that_events_were_lost() -> None:
    read, numbers = taken(0, 1, 4)
    assert read == [0, 1]
    assert isinstance(numbers.failure, TierGarbled)
    assert str(numbers.failure) == "mine/big: a gap of 2 before event 4"


def test_a_beginning_that_is_missing_is_a_gap() -> None:
    assert taken(2)[1].failure


def test_what_comes_twice_is_read_once() -> None:
    read, numbers = taken(0, 1, 1, 2, 0, 3)
    assert read == [0, 1, 2, 3]
    assert numbers.failure is None


def test_who_gives_the_second_event_the_number_of_the_first_does_not_count() -> None:
    assert taken(0, 0, 0, 7)[0] == [0, 0, 0, 7]


@pytest.mark.parametrize("number", [None, "3", 3.0, True])
def test_what_has_no_number_is_not_checked(number: object) -> None:
    read, numbers = taken(0, number, 1, number, 2)
    assert len(read) == 5
    assert numbers.failure is None
