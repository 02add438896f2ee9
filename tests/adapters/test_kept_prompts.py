from __future__ import annotations

from adapters.kept_prompts import KeptPrompts


def book(least: int | None = 1000) -> KeptPrompts:
    return KeptPrompts(kept_s=60.0, least=least)


def seen(kept: KeptPrompts, now: float, tokens: float = 2000) -> bool:
    return kept.should_make("a", tokens, now)


def test_a_beginning_that_comes_again_within_its_time_is_made_once() -> None:
    kept = book()
    assert [seen(kept, at) for at in (0.0, 30.0, 31.0)] == [False, True, False]


def test_one_that_comes_again_too_late_or_is_too_short_is_not() -> None:
    kept = book()
    assert [seen(kept, at) for at in (0.0, 61.0, 150.0)] == [False, False, False]
    assert [seen(kept, at, tokens=999) for at in (0.0, 1.0)] == [False, False]


def test_of_a_model_whose_least_nobody_knows_the_largest_is_asked() -> None:
    kept = book(least=None)
    assert [seen(kept, at, tokens=4000) for at in (0.0, 1.0)] == [False, False]
    assert [seen(kept, at, tokens=4100) for at in (0.0, 1.0)] == [False, True]


def made(kept: KeptPrompts) -> None:
    seen(kept, 0.0)
    assert seen(kept, 1.0)
    kept.made("a", "cachedContents/x", asked_at=1.0)


def test_it_is_used_until_shortly_before_its_time_is_over_and_made_again_then() -> None:
    kept = book()
    made(kept)
    assert kept.find("a", 2.0) == kept.find("a", 50.0) == "cachedContents/x"
    assert kept.find("b", 2.0) is None
    assert kept.find("a", 52.0) is None
    assert seen(kept, 52.0)


def test_what_the_platform_knows_no_more_is_forgotten() -> None:
    kept = book()
    made(kept)
    kept.forget("a")
    assert kept.find("a", 2.0) is None
    assert [seen(kept, at) for at in (2.0, 3.0)] == [False, True]


def test_what_could_not_be_made_is_not_tried_again_at_once() -> None:
    kept = book()
    seen(kept, 0.0)
    assert seen(kept, 1.0)
    kept.failed("a", 2.0)
    assert [seen(kept, at) for at in (3.0, 40.0, 80.0)] == [False] * 3
    assert [seen(kept, at) for at in (301.0, 303.0)] == [False, True]


def test_only_so_many_are_remembered() -> None:
    kept = book()
    for number in range(300):
        kept.should_make(f"b{number}", 2000, 0.0)
    assert not kept.should_make("b0", 2000, 1.0)
    assert kept.should_make("b299", 2000, 1.0)
