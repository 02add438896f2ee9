"""What a request is answered with: the parts that no wire is needed for."""

from __future__ import annotations

import json

from bench.asked import Asked
from bench.chat_request import read
from bench.fitted import LENGTH_TOKENS
from bench.knobs import Knobs
from bench.script import script


def asked(prompt: str) -> Asked:
    message = {"role": "user", "content": prompt}
    return read(json.dumps({"model": "sim", "messages": [message]}).encode())


def test_drawn_lengths_follow_the_fitted_ones() -> None:
    prompts = (f"Why does the sea have tides? ({n})" for n in range(300))
    lengths = sorted(len(script(asked(prompt), Knobs()).pieces) for prompt in prompts)
    # A text has few paragraphs to end with, so only the coarse shape can be kept.
    assert LENGTH_TOKENS.at(0.25) < lengths[150] < LENGTH_TOKENS.at(0.75)


def test_the_same_seed_draws_the_same_length_for_a_prompt_and_another_seed_another() -> None:
    def said(seed: int) -> str:
        return "".join(script(asked("Tell me about tides."), Knobs(seed=seed)).pieces)

    assert said(1) == said(1)
    assert len({said(seed) for seed in range(20)}) > 1
