from __future__ import annotations

import pytest

from edge.core.ranking import BEST, PRIORITIES, Candidate, Weights, rank

STRONG = Candidate("a/strong", strength=0.8, cents=0.5, first_s=1.0)
CHEAP = Candidate("b/cheap", strength=0.7, cents=0.05, first_s=1.0)
QUICK = Candidate("c/quick", strength=0.6, cents=0.5, first_s=0.1)


def first(*candidates: Candidate, weights: Weights = PRIORITIES["normal"]) -> str:
    return rank(candidates, weights)[0].name


def test_target_at_ten_times_the_price_must_be_clearly_stronger() -> None:
    assert first(STRONG, CHEAP) == "b/cheap"
    much_weaker = Candidate("b/cheap", strength=0.6, cents=0.05, first_s=1.0)
    assert first(STRONG, much_weaker) == "a/strong"


@pytest.mark.parametrize(
    ("priority", "expected"),
    [("urgent", "c/quick"), ("normal", "b/cheap"), ("batch", "b/cheap")],
)
def test_urgent_requests_pay_for_speed_and_a_batch_for_the_price(
    priority: str, expected: str
) -> None:
    assert first(STRONG, CHEAP, QUICK, weights=PRIORITIES[priority]) == expected


def test_strongest_alone_counts_where_quality_is_asked_for() -> None:
    assert first(CHEAP, QUICK, STRONG, weights=BEST) == "a/strong"


def test_unknown_price_is_never_taken_for_a_low_one() -> None:
    unpriced = Candidate("d/unpriced", strength=0.7, cents=None, first_s=1.0)
    assert first(unpriced, CHEAP, STRONG) == "b/cheap"


def test_target_that_was_never_called_is_taken_for_one_of_usual_speed() -> None:
    unheard = Candidate("d/unheard", strength=0.61, cents=0.5)
    slow = Candidate("e/slow", strength=0.6, cents=0.5, first_s=10.0)
    assert first(QUICK, unheard, slow, weights=PRIORITIES["urgent"]) == "c/quick"
    assert rank([slow, unheard, QUICK], PRIORITIES["urgent"])[1].name == "d/unheard"


def test_target_whose_quota_is_nearly_used_up_keeps_the_rest_for_others() -> None:
    scarce = Candidate("a/scarce", strength=0.55, room=1.0)
    assert first(scarce, Candidate("b/plenty", strength=0.5)) == "b/plenty"
    assert "quota nearly used up" in str(scarce)


def test_equals_stay_as_they_were_given() -> None:
    names = [each.name for each in rank([Candidate(n, 0.5) for n in "cab"], PRIORITIES["normal"])]
    assert names == ["c", "a", "b"]
