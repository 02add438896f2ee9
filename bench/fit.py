"""Fits the simulator's distributions to the public traces and prints `bench/fitted.py`.

    python -m bench.fit --data DIR > bench/fitted.py

What is taken from where:

- *First text, 2026.* The median, the P95 and the maximum of about 900 turns are cited figures of
  kwindla/aiewf-eval (time to the first visible token). They say nothing below the median, so the
  shape there is that of llmperf's requests, each divided by the median of its own host and model.
  Replicate is left out: its cold starts of minutes are another subject.
- *First text, 2023 and 2024.* llmperf's and thefastest.ai's requests, all hosts pooled.
- *Pace.* Tokens per second after the first, as thefastest.ai measured it (for `fast-2026` its
  requests to Groq), or one over llmperf's mean gap. A 999 in thefastest.ai stands for "all at
  once" and is left out.
- *Length.* Tokens generated in Azure's hour of conversations.
- *Pace of one host.* llmperf's requests again, each in parts of its own host and model's median.
- *Traffic.* Tokens of prompt and reply, and requests per second, of Azure's and Mooncake's hours.

No public trace holds the single gaps between chunks: those are synthesised (see `bench/pace.py`).
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.data_folder import find
from bench.distribution import Quantiles, fit
from bench.replay_rows import AZURE_CONVERSATION, FILES, arrivals

LLMPERF = "llmperf_2023-12_requests.csv"
THEFASTEST = "thefastest_2024-05-03.csv"

_SHARES = (0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99)
_BELOW_MEDIAN = (0.01, 0.05, 0.1, 0.25)
_LARGEST_OF_900 = 1 - 1 / 900
_ALL_AT_ONCE = 999.0

# kwindla/aiewf-eval 2026, ms to the first visible token: P50, P95, largest of about 900 turns.
_CITED = {
    "hosted-2026": (685.0, 1485.0, 4800.0),  # median over 42 hosted models
    "fast-2026": (98.0, 217.0, 2117.0),  # gpt-oss-120b on Groq, the fastest hosted row
}


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fit", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the traces")
    options = parser.parse_args(argv)
    sys.stdout.write(fitted_module(options.data, datetime.now(UTC).date().isoformat()))
    return 0


def fitted_module(data: Path, today: str) -> str:
    """The text of `bench/fitted.py`."""
    return (
        _HEAD.format(today=today)
        + _profile("hosted-2026", _CITED_SOURCE, _cited(data, "hosted-2026"), _pace_2024(data))
        + _profile("fast-2026", _CITED_SOURCE, _cited(data, "fast-2026"), _pace_2024(data, "groq"))
        + _profile("thefastest-2024", THEFASTEST, _first_text_2024(data), _pace_2024(data))
        + _profile("llmperf-2023", LLMPERF, _first_text_2023(data), _pace_2023(data))
        + "}\n\n"
        + f"# Tokens of a reply: {FILES[AZURE_CONVERSATION]}\n"
        + f"LENGTH_TOKENS = {_literal(_length(data), 0)}\n\n"
        + "# One request's pace in parts of its own host's median: "
        + f"{LLMPERF}\nPACE_SHARE = {_literal(_pace_share(data), 0)}\n\n"
        + "TRAFFIC = {\n"
        + "".join(_traffic(data, source) for source in FILES)
        + "}\n"
    )


def _cited(data: Path, name: str) -> Quantiles:
    middle, late, largest = _CITED[name]
    below = fit(_share_of_own_median(data), _BELOW_MEDIAN)
    knots = [(share, ratio * middle) for share, ratio in below.knots]
    return Quantiles((*knots, (0.5, middle), (0.95, late), (_LARGEST_OF_900, largest)))


def _share_of_own_median(data: Path) -> list[float]:
    return _by_own_median(data, lambda row: float(row["ttft_s"]))


def _pace_share(data: Path) -> Quantiles:
    return fit(_by_own_median(data, lambda row: 1 / float(row["mean_itl_s"])), _SHARES)


def _by_own_median(data: Path, figure: Callable[[dict[str, str]], float]) -> list[float]:
    by_model: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in _answered(find(data, LLMPERF)):
        if row["provider"] != "replicate" and float(row["mean_itl_s"]) > 0:
            by_model[row["provider"], row["model"]].append(figure(row))
    return [value / median(values) for values in by_model.values() for value in values]


def _first_text_2023(data: Path) -> Quantiles:
    return fit((1000 * float(row["ttft_s"]) for row in _answered(find(data, LLMPERF))), _SHARES)


def _first_text_2024(data: Path) -> Quantiles:
    return fit((1000 * float(row["ttft_s"]) for row in _rows(find(data, THEFASTEST))), _SHARES)


def _pace_2023(data: Path) -> Quantiles:
    gaps = (float(row["mean_itl_s"]) for row in _answered(find(data, LLMPERF)))
    return fit((1 / gap for gap in gaps if gap > 0), _SHARES)


def _pace_2024(data: Path, host: str = "") -> Quantiles:
    rows = (row for row in _rows(find(data, THEFASTEST)) if row["model"].startswith(host))
    paces = (float(row["tps"]) for row in rows)
    return fit((pace for pace in paces if pace < _ALL_AT_ONCE), _SHARES)


def _length(data: Path) -> Quantiles:
    return fit(
        (float(row["GeneratedTokens"]) for row in _rows(find(data, FILES[AZURE_CONVERSATION]))),
        _SHARES,
    )


def _traffic(data: Path, source: str) -> str:
    rows = list(arrivals(data, source))
    prompts = fit((float(row.prompt_tokens) for row in rows), _SHARES)
    replies = fit((float(row.reply_tokens) for row in rows), _SHARES)
    per_s = len(rows) / max(rows[-1].at_s, 1.0)
    return (
        f'    "{source}": Traffic(\n'
        f"        prompt_tokens={_literal(prompts, 8)},\n"
        f"        reply_tokens={_literal(replies, 8)},\n"
        f"        per_s={per_s:.4g},\n"
        "    ),\n"
    )


def _answered(path: Path) -> Iterator[dict[str, str]]:
    return (row for row in _rows(path) if not row["error_code"] and float(row["ttft_s"] or 0) > 0)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


_CITED_SOURCE = "kwindla/aiewf-eval 2026 (cited), shape below the median from llmperf"

_HEAD = '''\
"""Numbers fitted to the public traces on {today}. Written by `python -m bench.fit`: do not edit.

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


PROFILES = {{
'''


def _profile(name: str, source: str, ttft_ms: Quantiles, tokens_per_s: Quantiles) -> str:
    return (
        f'    "{name}": Profile(\n'
        f'        source="{source}",\n'
        f"        ttft_ms={_literal(ttft_ms, 8)},\n"
        f"        tokens_per_s={_literal(tokens_per_s, 8)},\n"
        "    ),\n"
    )


def _literal(quantiles: Quantiles, indent: int) -> str:
    pad = " " * indent
    knots = "".join(f"{pad}        ({s:.6g}, {float(f'{v:.4g}'):g}),\n" for s, v in quantiles.knots)
    return f"Quantiles(\n{pad}    (\n{knots}{pad}    )\n{pad})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
