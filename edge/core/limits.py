"""Limits that an operator sets to a platform (`rpm`, `tpm`, `opm`): a token bucket each, before the
call.

A bucket fills at the configured rate and holds ten seconds of it, and one call at least; so no
minute has more than a sixth above the limit, and a platform whose own bucket holds a minute's worth
never sees it overrun. The tokens of a call are taken by its prompt, as estimated; what it really
used is settled afterwards, and a bucket may owe. A prompt larger than the bucket passes when it is
full, else it would wait for ever; so do more images than it holds.

An output is what a call is made for: a reply is one, and four images are four.

Where several workers serve a box each has its part of the limit: nobody is asked before a call. One
that is busy alone then has less than there is; that is the price of not asking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_HOLDS_S = 10.0
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class Rate:
    """Per minute; None is no limit."""

    requests: float | None = None
    tokens: float | None = None
    outputs: float | None = None

    def part(self, workers: int) -> Rate:
        def of(rate: float | None) -> float | None:
            return None if rate is None else rate / workers

        return Rate(of(self.requests), of(self.tokens), of(self.outputs))


@dataclass(slots=True)
class Bucket:
    per_s: float
    holds: float
    _level: float = field(init=False)
    _at: float = float("-inf")

    def __post_init__(self) -> None:
        self._level = self.holds

    def wait_s(self, amount: float, now: float) -> float:
        """How long until so much may be taken; 0: now."""
        self._fill(now)
        missing = min(amount, self.holds) - self._level
        # A wait that was waited for must be enough, whatever its sum was rounded to.
        return missing / self.per_s if missing > 1e-9 * self.holds else 0.0

    def take(self, amount: float, now: float) -> None:
        """Also what is not there: it is owed. Less than nothing gives back."""
        self._fill(now)
        self._level = min(self.holds, self._level - amount)

    def _fill(self, now: float) -> None:
        if now > self._at:
            if self._level < self.holds:
                self._level = min(self.holds, self._level + (now - self._at) * self.per_s)
            self._at = now


@dataclass(slots=True)
class _Buckets:
    rate: Rate
    requests: Bucket | None
    tokens: Bucket | None
    outputs: Bucket | None

    def amounts(self, tokens: float, outputs: float) -> Iterator[tuple[Bucket, float]]:
        """What a call takes of each limit that there is."""
        if self.requests:
            yield self.requests, 1.0
        if self.tokens:
            yield self.tokens, tokens
        if self.outputs:
            yield self.outputs, outputs


@dataclass(slots=True)
class Limits:
    """By platform, as the settings name it. One per process, longer-lived than the settings."""

    _by_provider: dict[str, _Buckets] = field(default_factory=dict)

    def configure(self, rates: Mapping[str, Rate]) -> None:
        """A platform whose limit is what it was keeps what it has used of it."""
        before = self._by_provider
        self._by_provider = {
            name: before[name] if name in before and before[name].rate == rate else _fill_new(rate)
            for name, rate in rates.items()
            if rate != Rate()
        }

    def wait_s(self, tier: str, prompt_tokens: float, now: float, *, outputs: float = 1.0) -> float:
        """How long until this `provider/model` may be called with such a prompt, for so many
        outputs; 0: now."""
        buckets = self._of(tier)
        if buckets is None:
            return 0.0
        waits = (bucket.wait_s(n, now) for bucket, n in buckets.amounts(prompt_tokens, outputs))
        return max(waits, default=0.0)

    def take(self, tier: str, prompt_tokens: float, now: float, *, outputs: float = 1.0) -> float:
        """Like `wait_s`; when that is 0 the call is counted, and is to be made."""
        wait_s = self.wait_s(tier, prompt_tokens, now, outputs=outputs)
        if wait_s == 0.0 and (buckets := self._of(tier)) is not None:
            for bucket, amount in buckets.amounts(prompt_tokens, outputs):
                bucket.take(amount, now)
        return wait_s

    def settle(self, tier: str, more_tokens: float, now: float) -> None:
        """What a call that was counted has used beside its estimated prompt."""
        buckets = self._of(tier)
        if buckets is not None and buckets.tokens:
            buckets.tokens.take(more_tokens, now)

    def _of(self, tier: str) -> _Buckets | None:
        return self._by_provider.get(tier.partition("/")[0])


def _fill_new(rate: Rate) -> _Buckets:
    return _Buckets(
        rate,
        _bucket(rate.requests, least=1.0),
        _bucket(rate.tokens, least=0.0),
        _bucket(rate.outputs, least=1.0),
    )


def _bucket(per_minute: float | None, least: float) -> Bucket | None:
    if per_minute is None:
        return None
    per_s = per_minute / _MINUTE_S
    return Bucket(per_s, max(least, per_s * _HOLDS_S))
