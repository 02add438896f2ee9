"""When a target's first sentence stands that is worth reading."""

from __future__ import annotations

import random

import pytest

from bench.fitted import PROFILES
from bench.target_pace import first_sentence_ms, readable_end


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Sure. Tides come from the pull of the moon. And so on.", 43),
        ("Tides come from the pull of the moon. And so on.", 37),
        ("Sure. Yes.", 10),
    ],
)
def test_a_short_sentence_is_nothing_to_read(text: str, read: int) -> None:
    assert readable_end(text) == read


def test_the_same_dice_give_the_same_target() -> None:
    prompt = "Why does the sea have tides?"
    first, again = (first_sentence_ms(prompt, random.Random(4)) for _ in range(2))
    assert first == again


def test_a_sentence_comes_after_the_first_token() -> None:
    least = PROFILES["hosted-2026"].ttft_ms.at(0.0)
    drawn = [first_sentence_ms("How do vaccines work?", random.Random(n)) for n in range(50)]
    assert min(drawn) > least
    assert len(set(drawn)) == len(drawn)
