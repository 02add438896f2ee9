"""What a platform says is left of what it grants us, and what may be concluded from it.

A platform counts requests and tokens, says with each answer how many are left, and when it begins
to count anew. That is a hint: others may share the key, several of our own calls are under way, and
some grant new ones bit by bit long before their "reset". So a target whose quota is used up is put
behind others, and asked all the same when there is nobody else.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

_LONGEST_TRUST_S = 3600.0  # whatever a platform says: after an hour one call may look


class Counted(StrEnum):
    REQUESTS = "requests"
    TOKENS = "tokens"  # of the prompt, whether or not those of the reply count, too
    OUTPUT = "output tokens"


@dataclass(frozen=True, slots=True)
class Count:
    """`resets_at` is an instant of the monotonic clock."""

    of: Counted
    remaining: float
    resets_at: float


@dataclass(frozen=True, slots=True)
class Quota:
    """Several counts may be of one kind: for a minute, and for a day."""

    counts: tuple[Count, ...]

    def wait_s(self, prompt_tokens: float, now: float) -> float:
        """How long until there is room for a call with such a prompt; 0: there is."""
        return max((_wait_s(count, prompt_tokens, now) for count in self.counts), default=0.0)

    def calls_left(self, prompt_tokens: float, now: float) -> float:
        """How many calls with such a prompt there is room for, as far as was said."""
        lasting = [count for count in self.counts if count.resets_at > now]
        return min((_calls_left(count, prompt_tokens) for count in lasting), default=math.inf)


def as_heard(quota: Quota, now: float) -> Quota:
    """With resets no later than anybody should rely on."""
    latest = now + _LONGEST_TRUST_S
    return Quota(
        tuple(Count(c.of, c.remaining, min(c.resets_at, latest)) for c in quota.counts),
    )


def _calls_left(count: Count, prompt_tokens: float) -> float:
    return count.remaining / max(1.0, _needed(count, prompt_tokens))


def _needed(count: Count, prompt_tokens: float) -> float:
    return prompt_tokens if count.of is Counted.TOKENS else 1.0


def _wait_s(count: Count, prompt_tokens: float, now: float) -> float:
    needed = _needed(count, prompt_tokens)
    return 0.0 if count.remaining >= needed else max(0.0, count.resets_at - now)
