"""Calls of the strong model, on pairs whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest

from bench.classifier_pairs import calls_needed, scores, with_interval
from classifier.heads import HeadsModel
from classifier.prompt_sets import Answered

# The weak model fails on one prompt in four; the strong one never.
ROWS = [Answered(f"{at}", float(at % 4 != 0), 1.0, "s") for at in range(100)]
WEAK = np.array([row.weak for row in ROWS])
STRONG = np.array([row.strong for row in ROWS])
ORACLE = STRONG - WEAK


def test_an_oracle_calls_it_only_where_it_is_better() -> None:
    assert calls_needed(ORACLE, WEAK, STRONG, 1.0) == 0.25
    assert calls_needed(ORACLE, WEAK, STRONG, 0.95) == pytest.approx(0.20)


def test_a_blind_order_calls_it_for_nearly_all() -> None:
    assert calls_needed(-np.arange(100.0), WEAK, STRONG, 1.0) == 0.97


def test_a_weak_model_that_is_as_good_needs_no_call() -> None:
    assert calls_needed(np.zeros(5), np.ones(5), np.ones(5), 1.0) == 0.0


def test_the_interval_holds_the_figure() -> None:
    middle, low, high = with_interval(ORACLE, ROWS, 1.0, 200, 1)
    assert low < middle < high


def test_every_method_says_something_of_every_prompt() -> None:
    said = scores(HeadsModel(), ROWS, 3)
    assert {"chance", "length", "our head", "oracle"} == set(said)
    assert {len(each) for each in said.values()} == {len(ROWS)}
