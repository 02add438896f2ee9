"""What was asked and answered lately, as far as it tells what the next call will cost.

*Prompt caches.* A platform that has read a prompt keeps what it made of it for some minutes, and
reads the same beginning again at a tenth of the price. A conversation that goes on with another
model pays in full there, so a cheaper model may cost more. Where the beginning of a conversation
was read lately is remembered by its fingerprint: nothing that was written is kept.

*Lengths.* What a reply costs is mostly its own length, which nobody knows beforehand: it is taken
to be what replies to such a task lately had.

One per process, bounded. Time comes with the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from edge.core.accounting import LegReport, estimate_prompt
from edge.core.events import Role
from edge.core.fading_mean import FadingMean
from edge.core.types import ImagePart, Message, Request
from edge.core.verdict import Task

# What OpenAI and Anthropic promise for a prompt that nobody paid to have kept longer.
CACHED_S = 300.0
# The least that OpenAI keeps; Anthropic keeps as little, and of some models twice as much.
LEAST_CACHED_TOKENS = 1024
_MOST_KEPT = 4096
# The middle of the replies to the public traces' conversations is 129 tokens, their mean 211; those
# of code completion are shorter. A guess, until replies have been heard.
_USUAL_TOKENS = 250.0


@dataclass(frozen=True, slots=True)
class Beginning:
    """Of a conversation: a fingerprint, and about how many tokens it has."""

    fingerprint: bytes = field(repr=False)
    tokens: int


@dataclass(slots=True)
class History:
    _read_at: dict[tuple[bytes, str], float] = field(default_factory=dict)  # oldest first
    _lengths: dict[Task, FadingMean] = field(default_factory=dict)

    # Told.

    def hear(self, request: Request, task: Task, legs: Sequence[LegReport], now: float) -> None:
        """A reply is settled: its legs, all of them."""
        answered = [leg for leg in legs if leg.role is Role.TARGET and leg.usage.output]
        whole = [leg for leg in answered if leg.outcome not in ("cancelled", "failed")]
        for leg in whole:
            self._lengths.setdefault(task, FadingMean()).add(leg.usage.output, now)
        if answered:
            for beginning in _ends(beginnings(request)):
                self._remember(beginning, {leg.tier for leg in answered}, now)

    def _remember(self, beginning: Beginning, targets: Iterable[str], now: float) -> None:
        for target in targets:
            key = (beginning.fingerprint, target)
            self._read_at.pop(key, None)
            self._read_at[key] = now
            if len(self._read_at) > _MOST_KEPT:
                del self._read_at[next(iter(self._read_at))]

    # Asked.

    def cached_tokens(self, known: Sequence[Beginning], target: str, now: float) -> int:
        """How much of a prompt, by its `beginnings`, the target's platform is likely to have."""
        for beginning in reversed(known):
            read_at = self._read_at.get((beginning.fingerprint, target))
            if read_at is not None and now - read_at <= CACHED_S:
                return beginning.tokens
        return 0

    def usual_reply_tokens(self, task: Task, now: float) -> float:
        lengths = self._lengths.get(task)
        mean = lengths.mean(now) if lengths else None
        return _USUAL_TOKENS if mean is None else mean


def beginnings(request: Request) -> tuple[Beginning, ...]:
    """Every beginning that is long enough to be kept, shortest first, each up to the end of a
    message. Tools stand before all messages in what a platform reads. None where nobody can tell
    whose conversation it is."""
    if not request.caller or estimate_prompt(request.messages) < LEAST_CACHED_TOKENS:
        return ()
    return tuple(_beginnings(request))


def _beginnings(request: Request) -> Iterator[Beginning]:
    read = blake2b(repr((request.caller, request.tools)).encode(), digest_size=16)
    tokens = 0
    for message in request.messages:
        read.update(_bytes_of(message))
        tokens += estimate_prompt((message,))
        if tokens >= LEAST_CACHED_TOKENS:
            yield Beginning(read.copy().digest(), tokens)


def _bytes_of(message: Message) -> bytes:
    """All that a platform reads of it. Its text goes as it is: the `repr` of a long one is slow."""
    images = [part for part in message.parts if isinstance(part, ImagePart)]
    head = repr((message.role, message.name, message.tool_calls, message.tool_call_id, images))
    return f"{len(message.text)} {head} {message.text}".encode("utf-8", "surrogatepass")


def _ends(known: Sequence[Beginning]) -> Sequence[Beginning]:
    """The whole prompt, which the next turn begins with, and all but its last message, which
    another question in its place begins with."""
    return known[-2:]
