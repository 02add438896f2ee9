"""A day of prompts: who asks when, how much, in which conversation, and who would answer rightly.

Arrivals and lengths are those of the traffic in `replay_traffic.py`, without code completion: from
the traces with `--data`, else from the fitted numbers. Each request is given a prompt of the sets,
drawn, as its question: the traces have no texts, and the sets no times.

Conversations are simulated, because of Azure's requests nobody knows which belong together: as many
as in Mooncake's trace go on with one that was heard of within five minutes, the one whose length
comes next to the part that such prompts share there.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.bill_fitted import CONTINUES, SHARED
from bench.bill_scores import Scored
from bench.replay_traffic import Asked, traffic
from edge.core.history import CACHED_S

_LEAST_NEW = 16  # tokens of a new question
_CHARS_PER_TOKEN = 4
_CODE_SHARE = 0.3  # more than the traffic has: so many requests are asked for besides


@dataclass(frozen=True, slots=True)
class Turn:
    """`said`: the tokens of each message before this one's own; `conversation` names them."""

    asked: Asked
    scored: Scored
    conversation: int
    said: tuple[int, ...]

    @property
    def own_tokens(self) -> int:
        return max(1, self.asked.prompt_tokens - sum(self.said))


@dataclass(slots=True)
class _Conversation:
    number: int
    said: tuple[int, ...]
    heard_s: float

    @property
    def tokens(self) -> int:
        return sum(self.said)


def day(count: int, seed: int, prompts: Sequence[Scored], data: Path | None) -> list[Turn]:
    """The turns in the order of their arrival."""
    rng = random.Random(f"{seed}:day")
    plenty = traffic(round(count / (1 - _CODE_SHARE)) + 50, seed, 0.0, data)
    chosen = [each for each in plenty if not each.is_code][:count]
    turns, known = list[Turn](), list[_Conversation]()
    for n, each in enumerate(chosen):
        asked = Asked(
            n, each.at_s, each.source, each.prompt_tokens, each.reply_tokens, may_open=False
        )
        known = [talk for talk in known if asked.at_s - talk.heard_s <= CACHED_S]
        talk = _continued(known, asked, rng)
        if talk is None:
            talk = _Conversation(n, (), asked.at_s)
            known.append(talk)
        turn = Turn(asked, rng.choice(prompts), talk.number, talk.said)
        talk.said, talk.heard_s = (*talk.said, turn.own_tokens), asked.at_s
        turns.append(turn)
    return turns


def words_of(turn: Turn, place: int, tokens: int) -> str:
    """The text of one message of a conversation: the same whenever it is sent, and like no
    other."""
    head = f"{turn.conversation}.{place}: "
    return (head + "and " * tokens)[: _CHARS_PER_TOKEN * tokens]


def _continued(
    known: Sequence[_Conversation], asked: Asked, rng: random.Random
) -> _Conversation | None:
    continues, share = rng.random() < CONTINUES, SHARED.draw(rng)
    wanted, most = share * asked.prompt_tokens, asked.prompt_tokens - _LEAST_NEW
    fitting = [talk for talk in known if talk.tokens <= most]
    if not continues or not fitting:
        return None
    return min(fitting, key=lambda talk: abs(talk.tokens - wanted))
