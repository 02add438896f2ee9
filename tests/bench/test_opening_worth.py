"""Whether an opening tells whose prompt it is for."""

from __future__ import annotations

import random

from bench.benefit_arms import PLACEBO
from bench.opening_worth import match, returned

THINGS = [f"{first}{second}ion" for first in "bcdfghklmnprst" for second in "aeiouqvxz"]
PROMPTS = [f"How does a {thing} work?" for thing in THINGS]


def test_an_opening_that_copies_its_prompt_finds_it() -> None:
    openings = [(prompt, f"Let's look at {prompt[4:]}") for prompt in PROMPTS]
    matched = match(openings, PROMPTS, random.Random(1))
    assert matched.hits == matched.count == len(PROMPTS)
    assert matched.at_least > 0.95


def test_a_fixed_phrase_is_at_chance() -> None:
    openings = [(prompt, PLACEBO) for prompt in PROMPTS * 20]
    matched = match(openings, PROMPTS, random.Random(1))
    assert matched.at_least < 0.01 < matched.at_most < 0.02


def test_words_that_every_prompt_has_weigh_nothing_against_a_rare_one() -> None:
    prompts = ["How does this work here now?", "Tea?", *["How does this work now?"] * 98]
    matched = match([("Tea?", "How does tea work now?")] * 20, prompts, random.Random(1))
    assert matched.hits == 20


def test_words_return_in_whatever_form() -> None:
    assert returned("Let's look at how vaccines work.", "A vaccine is working when ...") == 2 / 3
    assert returned("Now then.", "A vaccine") == 0
