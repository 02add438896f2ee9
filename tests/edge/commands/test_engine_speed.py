from __future__ import annotations

import asyncio

import pytest

from edge.commands.engine_speed import Sample, Speed, fit, measure_speed
from edge.core.errors import TierUnavailable
from edge.core.types import FinishReason, Stop, Text, Usage
from edge.scripted import ScriptedTier, says

# 30 tokens of template, a token a word; 50 ms, and 2 ms for every token of one's own
SHORT = Sample(words=10, prompt_tokens=40, first_text_s=0.07, decode_per_s=100)
LONG = Sample(words=100, prompt_tokens=130, first_text_s=0.25, decode_per_s=80)


def test_two_lengths_of_prompt_give_the_fixed_part_and_the_part_of_each_token() -> None:
    speed = fit([SHORT], [LONG])
    assert speed.fixed_s == pytest.approx(0.05)
    assert speed.prefill_per_s == pytest.approx(500)
    assert speed.decode_per_s == 90


def test_one_disturbed_try_of_three_changes_nothing() -> None:
    disturbed = Sample(words=10, prompt_tokens=40, first_text_s=9.0, decode_per_s=1)
    assert fit([SHORT, disturbed, SHORT], [LONG]).prefill_per_s == pytest.approx(500)


def test_a_machine_on_which_more_took_less_still_has_a_speed() -> None:
    busy = Sample(words=10, prompt_tokens=40, first_text_s=0.3, decode_per_s=100)
    speed = fit([busy], [LONG])
    assert speed.prefill_per_s == pytest.approx(130 / 0.25)
    assert speed.fixed_s >= 0


def test_nothing_takes_less_than_no_time() -> None:
    quick = Sample(words=10, prompt_tokens=40, first_text_s=0.001, decode_per_s=100)
    assert fit([quick], [LONG]).fixed_s == 0


@pytest.mark.parametrize(("seconds", "tokens"), [(0.2, 75), (0.05, 0), (0.01, 0)])
def test_a_deadline_holds_for_what_can_be_read_in_the_rest_of_it(
    seconds: float, tokens: int
) -> None:
    speed = Speed(fixed_s=0.05, prefill_per_s=500, decode_per_s=100)
    assert speed.prompt_within(seconds) == tokens


def test_every_try_is_a_prompt_of_its_own() -> None:
    replies = [
        (Text("a"), Text("b"), Usage(tokens, 16), Stop(FinishReason.LENGTH))
        for tokens in (42, 270) * 3
    ]
    tier = ScriptedTier("local", replies)
    speed = asyncio.run(measure_speed(tier, prefill_per_s=400, context=4096))
    assert speed is not None
    assert speed.prefill_per_s > 0
    prompts = [call.messages[0].text for call in tier.calls]
    assert len(set(prompts)) == len(prompts) == 6
    assert {len(prompt.split()) for prompt in prompts} == {12, 240}


@pytest.mark.parametrize(
    ("prefill_per_s", "context", "words"), [(5, 4096, 60), (100, 4096, 100), (10_000, 256, 85)]
)
def test_the_longer_prompt_suits_the_model(prefill_per_s: float, context: int, words: int) -> None:
    tier = ScriptedTier("local", [says("a")])
    asyncio.run(measure_speed(tier, prefill_per_s, context))
    assert max(len(call.messages[0].text.split()) for call in tier.calls) == words


def test_a_model_that_says_nothing_has_no_speed() -> None:
    tier = ScriptedTier("local", [(Usage(42, 0), Stop(FinishReason.STOP))])
    assert asyncio.run(measure_speed(tier, 400, 4096)) is None


def test_an_engine_that_dies_is_not_hidden() -> None:
    tier = ScriptedTier("local", [(TierUnavailable("local: gone"),)])
    with pytest.raises(TierUnavailable):
        asyncio.run(measure_speed(tier, 400, 4096))
