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
