"""Headers as platforms send them, and as nobody should."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.quotas import read_quota
from edge.core.quota import Counted

WALL = 1_792_152_000.0  # 2026-10-16T12:00:00Z
NOW = 1000.0

OPENAI = {
    "x-ratelimit-limit-requests": "5000",
    "x-ratelimit-limit-tokens": "160000",
    "x-ratelimit-remaining-requests": "4999",
    "x-ratelimit-remaining-tokens": "159976",
    "x-ratelimit-reset-requests": "120ms",
    "x-ratelimit-reset-tokens": "6m0s",
}
GROQ = {
    "x-ratelimit-limit-requests": "14400",
    "x-ratelimit-remaining-requests": "14370",
    "x-ratelimit-reset-requests": "2m59.56s",
    "x-ratelimit-limit-tokens": "18000",
    "x-ratelimit-remaining-tokens": "17997",
    "x-ratelimit-reset-tokens": "7.66s",
}
AZURE = {
    "x-ratelimit-limit-tokens": "10000",
    "x-ratelimit-remaining-tokens": "0",
    "x-ratelimit-reset-tokens": "30",
    "x-ratelimit-limit-requests": "-1",
    "x-ratelimit-remaining-requests": "0",
    "x-ratelimit-reset-requests": "0",
    "retry-after-ms": "30000",
}
ANTHROPIC = {
    "anthropic-ratelimit-requests-limit": "50",
    "anthropic-ratelimit-requests-remaining": "0",
    "anthropic-ratelimit-requests-reset": "2026-10-16T12:00:30Z",
    "anthropic-ratelimit-input-tokens-limit": "40000",
    "anthropic-ratelimit-input-tokens-remaining": "39000",
    "anthropic-ratelimit-input-tokens-reset": "2026-10-16T14:00:01+02:00",
    "anthropic-ratelimit-output-tokens-remaining": "8000",
    "anthropic-ratelimit-output-tokens-reset": "2026-10-16T11:59:00Z",
}
FIREWORKS = {
    "x-ratelimit-remaining-tokens-prompt": "60000",
    "x-ratelimit-reset-tokens-prompt": "10",
    "x-ratelimit-remaining-tokens-generated": "0",
    "x-ratelimit-reset-tokens-generated": "10",
}
TOGETHER = {"x-ratelimit-limit": "10", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1"}
OPENROUTER = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1792152060000"}
EPOCH_SECONDS = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1792152060"}
MISTRAL = {
    "x-ratelimitbysize-limit-minute": "500000",
    "x-ratelimitbysize-remaining-minute": "499900",
    "ratelimitbysize-reset": "48",
}
REPLICATE = {"ratelimit-limit": "600", "ratelimit-remaining": "0", "ratelimit-reset": "12"}

REQUESTS, TOKENS, OUTPUT = Counted.REQUESTS, Counted.TOKENS, Counted.OUTPUT


@pytest.mark.parametrize(
    ("headers", "counts"),
    [
        (OPENAI, [(REQUESTS, 4999, 0.12), (TOKENS, 159976, 360.0)]),
        (GROQ, [(REQUESTS, 14370, 179.56), (TOKENS, 17997, 7.66)]),
        (AZURE, [(TOKENS, 0, 30.0)]),
        (ANTHROPIC, [(REQUESTS, 0, 30.0), (TOKENS, 39000, 1.0), (OUTPUT, 8000, 0.0)]),
        (FIREWORKS, [(TOKENS, 60000, 10.0), (OUTPUT, 0, 10.0)]),
        (TOGETHER, [(REQUESTS, 0, 1.0)]),
        (OPENROUTER, [(REQUESTS, 0, 60.0)]),
        (EPOCH_SECONDS, [(REQUESTS, 0, 60.0)]),
        (MISTRAL, [(TOKENS, 499900, 48.0)]),
        (REPLICATE, [(REQUESTS, 0, 12.0)]),
    ],
)
def test_every_platform_says_it_in_its_own_headers(
    headers: dict[str, str], counts: list[tuple[Counted, float, float]]
) -> None:
    quota = read_quota(headers, wall=WALL, now=NOW)
    assert quota is not None
    assert [
        (count.of, count.remaining, round(count.resets_at - NOW, 6)) for count in quota.counts
    ] == counts


@pytest.mark.parametrize(
    ("reset", "in_s"),
    [
        ("1d2h3m4.5s", 93784.5),
        ("1h", 3600.0),
        ("500µs", 0.0005),
        ("15ns", 1.5e-8),
        ("-3", 0.0),
        (" 4 ", 4.0),
    ],
)
def test_a_reset_tells_its_own_form(reset: str, in_s: float) -> None:
    headers = {"ratelimit-remaining": "0", "ratelimit-reset": reset}
    quota = read_quota(headers, wall=WALL, now=NOW)
    assert quota is not None and quota.counts[0].resets_at == pytest.approx(NOW + in_s)


def test_a_date_is_by_the_clock_of_who_sent_it() -> None:
    slow = ANTHROPIC | {"date": "Fri, 16 Oct 2026 11:58:00 GMT"}
    quota = read_quota(slow, wall=WALL, now=NOW)
    assert quota is not None and quota.counts[0].resets_at == NOW + 150.0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-ratelimit-remaining-requests": "0"},  # for how long?
        {"x-ratelimit-reset-requests": "3s"},
        {"ratelimit-remaining": "-1", "ratelimit-reset": "3"},
        {"ratelimit-remaining": "nan", "ratelimit-reset": "3"},
        {"ratelimit-remaining": "0", "ratelimit-reset": "inf"},
        {"ratelimit-remaining": "0", "ratelimit-reset": "soon"},
        {"ratelimit-remaining": "0", "ratelimit-reset": "3 parsecs"},
        {"ratelimit-remaining": "0", "ratelimit-reset": "2026-10-16T12:00:30"},  # whose noon?
        {"ratelimit-remaining": "0", "ratelimit-reset": "9" * 5000},
        {"ratelimit-remaining": "9" * 5000, "ratelimit-reset": "3"},
        {"ratelimit-remaining": '"default";r=50', "ratelimit-reset": "3"},
    ],
)
def test_what_cannot_be_read_says_nothing(headers: dict[str, str]) -> None:
    assert read_quota(headers, wall=WALL, now=NOW) is None


NAMES = sorted({*OPENAI, *ANTHROPIC, *TOGETHER, *MISTRAL, *REPLICATE, *FIREWORKS, "date"})
VALUES = st.text(max_size=20) | st.from_regex(r"[0-9.:TZhms+-]{1,24}", fullmatch=True)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_no_header_can_break_a_call(headers: dict[str, str]) -> None:
    quota = read_quota(headers, wall=WALL, now=NOW)
    for count in quota.counts if quota else ():
        assert count.remaining >= 0 and count.resets_at >= NOW
