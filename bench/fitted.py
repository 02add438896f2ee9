"""Numbers fitted to the public traces on 2026-11-20. Written by `python -m bench.fit`: do not edit.

Where each comes from and how it was fitted is told in `bench/fit.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bench.distribution import Quantiles


@dataclass(frozen=True, slots=True)
class Profile:
    """How soon and how fast a kind of host speaks."""

    source: str
    ttft_ms: Quantiles
    tokens_per_s: Quantiles


@dataclass(frozen=True, slots=True)
class Traffic:
    """What one trace asks of a service, and how often."""

    prompt_tokens: Quantiles
    reply_tokens: Quantiles
    per_s: float


PROFILES = {
    "hosted-2026": Profile(
        source="kwindla/aiewf-eval 2026 (cited), shape below the median from llmperf",
        ttft_ms=Quantiles(
            (
                (0.01, 453.7),
                (0.05, 513.4),
                (0.1, 548.7),
                (0.25, 624.9),
                (0.5, 685),
                (0.95, 1485),
                (0.998889, 4800),
            )
        ),
        tokens_per_s=Quantiles(
            (
                (0.01, 7.603),
                (0.05, 12.96),
                (0.1, 15.15),
                (0.25, 25.65),
                (0.5, 58.09),
                (0.75, 129.5),
                (0.9, 295.8),
                (0.95, 451.5),
                (0.99, 654.3),
            )
        ),
    ),
    "fast-2026": Profile(
        source="kwindla/aiewf-eval 2026 (cited), shape below the median from llmperf",
        ttft_ms=Quantiles(
            (
                (0.01, 64.91),
                (0.05, 73.46),
                (0.1, 78.51),
                (0.25, 89.41),
                (0.5, 98),
                (0.95, 217),
                (0.998889, 2117),
            )
        ),
        tokens_per_s=Quantiles(
            (
                (0.01, 289.9),
                (0.05, 290.2),
                (0.1, 290.7),
                (0.25, 324.2),
                (0.5, 470.3),
                (0.75, 653.2),
                (0.9, 821.1),
                (0.95, 862.5),
                (0.99, 895.7),
            )
        ),
    ),
    "thefastest-2024": Profile(
        source="thefastest_2024-05-03.csv",
        ttft_ms=Quantiles(
            (
                (0.01, 49.01),
                (0.05, 91.3),
                (0.1, 112.2),
                (0.25, 175.7),
                (0.5, 308.7),
                (0.75, 610.8),
                (0.9, 943.3),
                (0.95, 1231),
                (0.99, 1719),
            )
        ),
        tokens_per_s=Quantiles(
            (
                (0.01, 7.603),
                (0.05, 12.96),
                (0.1, 15.15),
                (0.25, 25.65),
                (0.5, 58.09),
                (0.75, 129.5),
                (0.9, 295.8),
                (0.95, 451.5),
                (0.99, 654.3),
            )
        ),
    ),
    "llmperf-2023": Profile(
        source="llmperf_2023-12_requests.csv",
        ttft_ms=Quantiles(
            (
                (0.01, 178.3),
                (0.05, 190.5),
                (0.1, 200.2),
                (0.25, 294.1),
                (0.5, 457),
                (0.75, 724.5),
                (0.9, 3005),
                (0.95, 5727),
                (0.99, 14190),
            )
        ),
        tokens_per_s=Quantiles(
            (
                (0.01, 5.759),
                (0.05, 10.34),
                (0.1, 16.39),
                (0.25, 30.86),
                (0.5, 51.75),
                (0.75, 79.78),
                (0.9, 127.1),
                (0.95, 176.1),
                (0.99, 208.6),
            )
        ),
    ),
}

# Tokens of a reply: azure2023_conv.csv
LENGTH_TOKENS = Quantiles(
    (
        (0.01, 16),
        (0.05, 41),
        (0.1, 54),
        (0.25, 85),
        (0.5, 129),
        (0.75, 395),
        (0.9, 424),
        (0.95, 451),
        (0.99, 601),
    )
)

# One request's pace in parts of its own host's median: llmperf_2023-12_requests.csv
PACE_SHARE = Quantiles(
    (
        (0.01, 0.6809),
        (0.05, 0.8425),
        (0.1, 0.8947),
        (0.25, 0.9539),
        (0.5, 1),
        (0.75, 1.042),
        (0.9, 1.102),
        (0.95, 1.14),
        (0.99, 1.204),
    )
)

TRAFFIC = {
    "azure-conversation": Traffic(
        prompt_tokens=Quantiles(
            (
                (0.01, 29),
                (0.05, 181),
                (0.1, 207),
                (0.25, 396),
                (0.5, 1020),
                (0.75, 1189),
                (0.9, 2734),
                (0.95, 4083),
                (0.99, 4142),
            )
        ),
        reply_tokens=Quantiles(
            (
                (0.01, 16),
                (0.05, 41),
                (0.1, 54),
                (0.25, 85),
                (0.5, 129),
                (0.75, 395),
                (0.9, 424),
                (0.95, 451),
                (0.99, 601),
            )
        ),
        per_s=5.53,
    ),
    "azure-code": Traffic(
        prompt_tokens=Quantiles(
            (
                (0.01, 17),
                (0.05, 75),
                (0.1, 147),
                (0.25, 578),
                (0.5, 1469),
                (0.75, 2744),
                (0.9, 5188),
                (0.95, 7303),
                (0.99, 7436),
            )
        ),
        reply_tokens=Quantiles(
            (
                (0.01, 6),
                (0.05, 6),
                (0.1, 7),
                (0.25, 9),
                (0.5, 13),
                (0.75, 24),
                (0.9, 55),
                (0.95, 90),
                (0.99, 251.5),
            )
        ),
        per_s=2.567,
    ),
    "mooncake-conversation": Traffic(
        prompt_tokens=Quantiles(
            (
                (0.01, 894),
                (0.05, 901),
                (0.1, 964),
                (0.25, 2306),
                (0.5, 6909),
                (0.75, 15370),
                (0.9, 27370),
                (0.95, 39550),
                (0.99, 85400),
            )
        ),
        reply_tokens=Quantiles(
            (
                (0.01, 3),
                (0.05, 10),
                (0.1, 24),
                (0.25, 156.5),
                (0.5, 350),
                (0.75, 472),
                (0.9, 597),
                (0.95, 698),
                (0.99, 1119),
            )
        ),
        per_s=3.401,
    ),
}
