"""Calls for the local model, and listening to what it says.

The builtin model is greedy here unless a test says otherwise, so that it always says the
same. A reply is `endless` when the tokens that would end it are forbidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from edge.core.types import (
    Call,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    TokenLogprob,
    Usage,
)
from local_models.client import LocalTier

GREEDY = Sampling(temperature=0.0, max_tokens=24)
TELLING = replace(GREEDY, logprobs=True, top_logprobs=5)
ENDLESS = Sampling(temperature=0.0, logit_bias={"0": -100.0, "2": -100.0, "4": -100.0})

_NEAR = 0.5  # of log-probabilities


def user(text: str) -> Message:
    return Message("user", (TextPart(text),))


def call(*messages: Message | str, sampling: Sampling = GREEDY) -> Call:
    turns = tuple(user(message) if isinstance(message, str) else message for message in messages)
    return Call(Request("r", "local", turns), turns, sampling)


def endless(question: str = "Tell me a long story.") -> Call:
    return call(question, sampling=ENDLESS)


def choose(question: str, *choices: str) -> Call:
    return replace(call(question), choices=choices)


@dataclass(frozen=True, slots=True)
class Heard:
    pieces: tuple[Piece, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Text))

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.texts)

    @property
    def logprobs(self) -> tuple[TokenLogprob, ...]:
        return tuple(entry for text in self.texts for entry in text.logprobs)

    @property
    def usage(self) -> Usage:
        usage = self.pieces[-2]
        assert isinstance(usage, Usage)
        return usage

    @property
    def reason(self) -> FinishReason:
        stop = self.pieces[-1]
        assert isinstance(stop, Stop)
        return stop.reason


async def listen(tier: LocalTier, asked: Call) -> Heard:
    async with aclosing(tier.stream(asked)) as pieces:
        return Heard(tuple([piece async for piece in pieces]))


def assert_same_but_for_ties(one: Sequence[TokenLogprob], other: Sequence[TokenLogprob]) -> None:
    """llama.cpp rounds otherwise when it computes several tokens at once, so that of two tokens
    that are as likely either may come; from there on the replies are two."""
    for alone, beside in zip(one, other, strict=False):
        if alone.token != beside.token:
            assert alone.logprob - dict(alone.top)[beside.token] < _NEAR
            return
        assert abs(alone.logprob - beside.logprob) < _NEAR
