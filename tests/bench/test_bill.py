"""The replayed day: what it asks, and that everything in it is paid for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bench.bill_day import Turn, day, words_of
from bench.bill_scores import (
    ORACLE,
    RANDOM,
    REGRESSION,
    SHIPPED,
    Halves,
    Scored,
    curve_of,
    scored,
)
from bench.bill_worlds import STRONG, WEAK, Paid, Way, answer, answer_directly
from classifier.heads import BUILTIN
from classifier.quality import read_measured
from edge.core.history import CACHED_S, LEAST_CACHED_TOKENS
from edge.core.prices import Prices

SEED = 3
PRICES = {STRONG: Prices(2.0, 10.0, cached=0.2), WEAK: Prices(0.2, 1.0, cached=0.02)}


@pytest.fixture(scope="module")
def halves() -> Halves:
    return scored(None, SEED)


@pytest.fixture(scope="module")
def turns(halves: Halves) -> list[Turn]:
    return day(150, SEED, halves.asked, None)


def cents(paid: list[Paid]) -> float:
    return sum(each.cents for each in paid)


def test_threshold_keeps_the_quality_that_it_was_drawn_for(halves: Halves) -> None:
    curve = curve_of(halves.fitted, REGRESSION, (0.95, 0.99))
    whole = sum(row.strong for row in halves.fitted)
    for quality in (0.95, 0.99):
        threshold = curve.threshold(quality)
        assert threshold is not None
        kept = sum(
            row.weak if row.difficulty[REGRESSION] < threshold else row.strong
            for row in halves.fitted
        )
        assert quality <= kept / whole < quality + 0.01


def test_judge_that_knows_nothing_of_equals_sends_all_of_them_one_way() -> None:
    rows = [Scored("", 0.0, 1.0, {"same": 0.5}), Scored("", 1.0, 0.0, {"same": 0.5})]
    assert curve_of(rows, "same", (1.0,)).threshold(1.0) == 1.0
    assert curve_of(rows[:1], "same", (1.0,)).threshold(1.0) == 0.0


def test_public_prompts_are_read_in_two_halves(tmp_path: Path) -> None:
    line = '{{"prompt": "What is {}?", "weak_score": 0, "strong_score": 1}}\n'
    path = tmp_path / "weak_strong_public.jsonl"
    path.write_text("".join(line.format(f"{n} and {n + 1}") for n in range(40)))
    found = scored(tmp_path)
    prompts = [{row.prompt for row in half} for half in (found.fitted, found.asked)]
    assert len(prompts[0] | prompts[1]) == 40
    assert not prompts[0] & prompts[1]
    assert {row.difficulty[ORACLE] for row in found.asked} == {1.0}


def test_shipped_model_saves_only_where_it_was_measured(tmp_path: Path) -> None:
    asked = ("Fix the grammar: me and him was late", "Which of these is a prime: 4, 6, 7, 9?")
    lines = [json.dumps({"prompt": each, "weak_score": 1, "strong_score": 1}) for each in asked]
    # The regression is fitted to both halves, and wants some words in them.
    lines += [line.replace("7", str(n)) for n in range(10, 50) for line in lines[:2]]
    (tmp_path / "weak_strong_public.jsonl").write_text("\n".join(lines))
    found = scored(tmp_path)
    rows = {row.prompt: row.difficulty[SHIPPED] for row in (*found.fitted, *found.asked)}
    assert rows[asked[0]] == 1.0
    assert curve_of(found.fitted, SHIPPED, (0.5,)) == read_measured(BUILTIN).curve


def test_turn_that_goes_on_says_again_what_was_said_before(turns: list[Turn]) -> None:
    by_number = {turn.asked.n: turn for turn in turns}
    going_on = [turn for turn in turns if turn.said]
    assert going_on
    for turn in going_on:
        first = by_number[turn.conversation]
        assert words_of(turn, 0, turn.said[0]) == words_of(first, 0, first.own_tokens)
        assert sum(turn.said) + turn.own_tokens == turn.asked.prompt_tokens


def test_cache_is_as_old_as_the_last_time_that_it_was_read(turns: list[Turn]) -> None:
    asked = replace(turns[0].asked, prompt_tokens=2 * LEAST_CACHED_TOKENS, at_s=0.0)
    first = replace(turns[0], asked=asked, conversation=0, said=())
    for later_s, is_cached in ((CACHED_S - 1, True), (CACHED_S + 1, False)):
        later = replace(first, asked=replace(asked, at_s=later_s))
        paid = answer_directly([first, later], STRONG, PRICES)
        assert (paid[1].cached_cents > 0) is is_cached


def test_prelude_pays_for_abandoned_legs_and_is_as_good(turns: list[Turn]) -> None:
    paid = answer(turns, Way("always"), PRICES, SEED)
    strong = [each for each in paid if not each.weak]
    assert len(strong) > 0.9 * len(paid)
    assert sum(each.abandoned_cents for each in paid) > 0
    direct = answer_directly(turns, STRONG, PRICES)
    assert cents(paid) == pytest.approx(cents(direct), rel=0.1)


def test_easy_prompts_go_to_the_cheaper_model_and_save(turns: list[Turn], halves: Halves) -> None:
    curve = curve_of(halves.fitted, ORACLE, (1.0,))
    way = Way("dial", quality=1.0, curve=curve, difficulty=lambda row: row.difficulty[ORACLE])
    paid = answer(turns, way, PRICES, SEED)
    assert cents(paid) < 0.6 * cents(answer_directly(turns, STRONG, PRICES))
    assert sum(each.weak for each in paid) > len(paid) / 2
    always = sum(turn.scored.strong for turn in turns)
    assert sum(each.score for each in paid) > always


def test_coin_loses_score_where_it_saves(turns: list[Turn], halves: Halves) -> None:
    curve = curve_of(halves.fitted, RANDOM, (0.9,))
    way = Way("coin", quality=0.9, curve=curve, difficulty=lambda row: row.difficulty[RANDOM])
    paid = answer(turns, way, PRICES, SEED)
    assert sum(each.score for each in paid) < sum(turn.scored.strong for turn in turns)
