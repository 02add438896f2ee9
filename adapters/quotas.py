"""Every platform's rate-limit headers become one `Quota`, by table.

A row names the header with what is left, the one that says when it is counted anew, and the one
with the whole of it, by which some say that they know nothing (Azure's `-1` and `0`). The value of
a reset tells its own form, so no platform needs a column for it:

    6m0s, 120ms, 2m59.56s       a Go duration: OpenAI, Groq
    30, 7.66                    seconds: Azure, Together, Mistral, Replicate
    1792152000, 1792152000000   since 1970, in seconds or milliseconds: OpenRouter
    2026-11-20T10:00:00Z        RFC 3339: Anthropic

What is left without a time says nothing to wait for, and is left out, as is all that cannot be
read: a header that is not what we take it for must cost no call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from adapters.failures import read_date
from edge.core.quota import Count, Counted, Quota

_EPOCH_FROM = 1e9  # no reset is thirty years away
_EPOCH_MS_FROM = 1e11
_DURATION = re.compile(r"(?:\d+(?:\.\d+)?(?:ms|us|µs|ns|d|h|m|s))+\Z")
_DURATION_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|us|µs|ns|d|h|m|s)")
_UNIT_S = {
    "ns": 1e-9,
    "us": 1e-6,
    "µs": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "m": 60.0,
    "h": 3600.0,
    "d": 86400.0,
}
_LONGEST_VALUE = 64  # characters


@dataclass(frozen=True, slots=True)
class _Row:
    of: Counted
    remaining: str
    reset: str
    limit: str


def _openai(of: Counted, name: str) -> _Row:
    """OpenAI, Azure, Groq, xAI, Fireworks, and whoever took the names over."""
    return _Row(of, *(f"x-ratelimit-{part}-{name}" for part in ("remaining", "reset", "limit")))


def _anthropic(of: Counted, name: str) -> _Row:
    parts = ("remaining", "reset", "limit")
    return _Row(of, *(f"anthropic-ratelimit-{name}-{part}" for part in parts))


_ROWS = (
    _openai(Counted.REQUESTS, "requests"),
    _openai(Counted.TOKENS, "tokens"),
    _openai(Counted.TOKENS, "tokens-prompt"),  # Fireworks
    _openai(Counted.OUTPUT, "tokens-generated"),  # Fireworks
    _anthropic(Counted.REQUESTS, "requests"),
    _anthropic(Counted.TOKENS, "tokens"),
    _anthropic(Counted.TOKENS, "input-tokens"),
    _anthropic(Counted.OUTPUT, "output-tokens"),
    # Together, where it is of a second; OpenRouter, where it is of a day
    _Row(Counted.REQUESTS, "x-ratelimit-remaining", "x-ratelimit-reset", "x-ratelimit-limit"),
    _Row(Counted.TOKENS, "x-tokenlimit-remaining", "x-tokenlimit-reset", "x-tokenlimit-limit"),
    _Row(
        Counted.TOKENS,
        "x-ratelimitbysize-remaining-minute",  # Mistral
        "ratelimitbysize-reset",
        "x-ratelimitbysize-limit-minute",
    ),
    # Replicate, and gateways: the IETF's draft-ietf-httpapi-ratelimit-headers, up to its 06
    _Row(Counted.REQUESTS, "ratelimit-remaining", "ratelimit-reset", "ratelimit-limit"),
)


def read_quota(headers: Mapping[str, str], *, wall: float, now: float) -> Quota | None:
    """What the headers, named in small letters, say; None when that is nothing. `wall` and `now`
    are one moment on the wall and monotonic clocks."""
    sent = read_date(headers.get("date"))  # resets that are dates are by the clock of that
    wall = wall if sent is None else sent
    counts = tuple(_counts(headers, wall, now))
    return Quota(counts) if counts else None


def _counts(headers: Mapping[str, str], wall: float, now: float) -> Iterator[Count]:
    for row in _ROWS:
        remaining = _number(headers.get(row.remaining))
        reset_s = _reset_s(headers.get(row.reset), wall)
        limit = _number(headers.get(row.limit))
        if remaining is None or reset_s is None or remaining < 0:
            continue
        if limit is not None and limit <= 0:
            continue
        yield Count(row.of, remaining, now + reset_s)


def _reset_s(value: str | None, wall: float) -> float | None:
    """Seconds from `wall` on."""
    if not value or len(value) > _LONGEST_VALUE:
        return None
    value = value.strip()
    if (number := _number(value)) is not None:
        if number >= _EPOCH_MS_FROM:
            number = number / 1000 - wall
        elif number >= _EPOCH_FROM:
            number -= wall
        return max(0.0, number)
    if _DURATION.match(value):
        parts = _DURATION_PART.findall(value)
        return sum(float(amount) * _UNIT_S[unit] for amount, unit in parts)
    try:
        date = datetime.fromisoformat(value)
    except ValueError:
        return None
    if date.tzinfo is None:  # whose noon?
        return None
    return max(0.0, date.timestamp() - wall)


def _number(value: str | None) -> float | None:
    if not value or len(value) > _LONGEST_VALUE:
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if isfinite(number) else None
