"""The prompts that judgements are timed on."""

from __future__ import annotations

import pytest

from bench.classifier_speed import CHARS_PER_TOKEN, prompts_of, time_judgements
from classifier.heads import HeadsModel


@pytest.mark.parametrize("tokens", [64, 512])
def test_each_prompt_is_as_long_as_is_asked_for(tokens: int) -> None:
    prompts = prompts_of(tokens, ["some words that people say"] * 400, 20)
    assert len(prompts) == 20
    assert {len(prompt) for prompt in prompts} == {tokens * CHARS_PER_TOKEN}


def test_every_judgement_is_timed_by_the_clock_and_by_the_core() -> None:
    clock, core = time_judgements(HeadsModel(), ["why?", "how?"])
    assert len(clock) == len(core) == 2
