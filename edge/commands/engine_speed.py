"""How fast the local model reads and writes, measured through the engine as the service uses it.

Two lengths of prompt give a line: the time to the first text is a fixed part, and a part for
every token that is the caller's. From it follows for how long a prompt a deadline holds.
Medians of a few tries, each with words in an order of its own, so that nothing that was read
before is of use.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from statistics import median

from edge.core.types import Call, Message, Request, Sampling, Text, TextPart, Tier, Usage

_TRIES = 3
_SHORT_WORDS = 12
_LONG_WORDS = (60, 240)  # at least, at most
_LONG_S = 1.0  # what reading the long one should take, about
_REPLY_TOKENS = 16
_WORDS = (
    "the garden behind our old house was full of apple trees and every autumn my brother would "
    "climb up with a basket while I stood below and told him which ones looked ripe enough to eat"
).split()


@dataclass(frozen=True, slots=True)
class Sample:
    """One reply: what its prompt held, when its first text came, and how fast it was written."""

    words: int
    prompt_tokens: int
    first_text_s: float
    decode_per_s: float


@dataclass(frozen=True, slots=True)
class Speed:
    """`fixed_s` passes before the first text of the shortest prompt: its template is read then."""

    fixed_s: float
    prefill_per_s: float
    decode_per_s: float

    def prompt_within(self, seconds: float) -> int:
        """The longest prompt, in tokens, whose first text is there in time; 0: none is."""
        return max(0, int((seconds - self.fixed_s) * self.prefill_per_s))


async def measure_speed(tier: Tier, prefill_per_s: float, context: int) -> Speed | None:
    """None when the model says nothing. `prefill_per_s` is what it is thought to be: a slow
    model is given a shorter prompt."""
    least, most = _LONG_WORDS
    long = round(min(max(prefill_per_s * _LONG_S, least), most, context / 3))
    tries = [
        await _try(tier, words, seed) for seed in range(_TRIES) for words in (_SHORT_WORDS, long)
    ]
    samples = [sample for sample in tries if sample is not None]
    shorter = [sample for sample in samples if sample.words == _SHORT_WORDS]
    longer = [sample for sample in samples if sample.words == long]
    return fit(shorter, longer) if shorter and longer else None


def fit(shorter: Sequence[Sample], longer: Sequence[Sample]) -> Speed:
    """The line through the medians. On a machine so busy that more took less, all of the time
    counts as reading."""
    low, high = _middle(shorter), _middle(longer)
    tokens = high.prompt_tokens - low.prompt_tokens
    per_token = (high.first_text_s - low.first_text_s) / tokens
    if per_token <= 0:
        per_token = high.first_text_s / high.prompt_tokens
    low_own_tokens = low.words * tokens / (high.words - low.words)  # without the template's
    return Speed(
        fixed_s=max(0.0, low.first_text_s - low_own_tokens * per_token),
        prefill_per_s=1 / per_token,
        decode_per_s=median(sample.decode_per_s for sample in (*shorter, *longer)),
    )


def _middle(samples: Sequence[Sample]) -> Sample:
    return Sample(
        samples[0].words,
        round(median(sample.prompt_tokens for sample in samples)),
        median(sample.first_text_s for sample in samples),
        median(sample.decode_per_s for sample in samples),
    )


async def _try(tier: Tier, words: int, seed: int) -> Sample | None:
    order = random.Random(f"{seed} {words}")
    prompt = " ".join(order.choice(_WORDS) for _ in range(words))
    message = Message("user", (TextPart(prompt),))
    request = Request("speed", tier.name, (message,))
    sampling = Sampling(max_tokens=_REPLY_TOKENS, temperature=0.0)
    times: list[float] = []
    usage = None
    start = time.monotonic()
    async with aclosing(tier.stream(Call(request, (message,), sampling))) as pieces:
        async for piece in pieces:
            if isinstance(piece, Text) and piece.text:
                times.append(time.monotonic())
            elif isinstance(piece, Usage):
                usage = piece
    if usage is None or len(times) < 2:
        return None
    written_s = max(times[-1] - times[0], 1e-6)  # they may have come in one read
    return Sample(words, usage.input, times[0] - start, (usage.output - 1) / written_s)
