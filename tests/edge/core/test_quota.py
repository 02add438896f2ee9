from __future__ import annotations

import pytest

from edge.core.quota import Count, Counted, Quota, as_heard


@pytest.mark.parametrize(
    ("count", "wait_s"),
    [
        (Count(Counted.REQUESTS, 0, 130.0), 30.0),
        (Count(Counted.REQUESTS, 1, 130.0), 0.0),
        (Count(Counted.TOKENS, 499, 130.0), 30.0),
        (Count(Counted.TOKENS, 500, 130.0), 0.0),
        (Count(Counted.OUTPUT, 0, 130.0), 30.0),
        (Count(Counted.OUTPUT, 7, 130.0), 0.0),  # nobody knows how much it will say
        (Count(Counted.REQUESTS, 0, 90.0), 0.0),  # counted anew since
    ],
)
def test_call_waits_until_a_count_has_room_for_it(count: Count, wait_s: float) -> None:
    assert Quota((count,)).wait_s(500, now=100.0) == wait_s


def test_the_count_that_lasts_longest_decides() -> None:
    minute, day = Count(Counted.TOKENS, 0, 110.0), Count(Counted.REQUESTS, 0, 190.0)
    assert Quota((minute, day)).wait_s(1, now=100.0) == 90.0


def test_no_platform_is_believed_for_longer_than_an_hour() -> None:
    heard = as_heard(Quota((Count(Counted.REQUESTS, 0, 1e9),)), now=100.0)
    assert heard.wait_s(1, now=100.0) == 3600.0
