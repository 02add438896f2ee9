import pytest

from edge.core.prices import Prices, cost_cents
from edge.core.types import Usage


def test_a_million_tokens_each_way_cost_the_list_price() -> None:
    usage = Usage(input=1_000_000, output=1_000_000)
    assert cost_cents(usage, Prices(input=0.75, output=4.5)) == 525.0


def test_cached_tokens_are_part_of_the_input_and_cost_their_own_price() -> None:
    usage = Usage(input=1_000_000, output=0, cached=400_000)
    assert cost_cents(usage, Prices(input=1.0, output=4.0, cached=0.1)) == 64.0


def test_without_a_published_discount_cached_tokens_cost_the_full_price() -> None:
    usage = Usage(input=1_000_000, output=0, cached=400_000)
    assert cost_cents(usage, Prices(input=1.0, output=4.0)) == 100.0


def test_an_unknown_price_is_not_a_price_of_nothing() -> None:
    assert cost_cents(Usage(input=10, output=10), None) is None


def test_seconds_of_a_machine_that_nobody_counted_are_not_free() -> None:
    prices = Prices(0.0, 0.0, compute_s=0.001)
    assert cost_cents(Usage(input=10, output=10), prices) is None
    assert cost_cents(Usage(input=10, output=10, compute_s=2.0), prices) == pytest.approx(0.2)


def test_what_is_written_to_a_cache_and_made_by_the_piece_or_second_has_its_own_price() -> None:
    prices = Prices(3.0, 15.0, 0.3, 3.75, image=0.04, compute_s=0.001)
    usage = Usage(1_000_000, 0, cached=600_000, cache_write=300_000, images=2, compute_s=10.0)
    dollars = 0.1 * 3.0 + 0.6 * 0.3 + 0.3 * 3.75 + 2 * 0.04 + 10 * 0.001
    assert cost_cents(usage, prices) == pytest.approx(dollars * 100)


def test_a_cache_without_a_price_of_its_own_costs_what_reading_does() -> None:
    usage = Usage(1_000_000, 0, cached=500_000, cache_write=500_000)
    assert cost_cents(usage, Prices(3.0, 15.0)) == pytest.approx(300.0)
