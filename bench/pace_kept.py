"""Does the simulator keep the times of the public traces?

Without `--data` what it draws is held against the numbers that ship; with it, against those fitted
to the traces anew, so that a changed trace or a slip in the fitted module shows.
"""

from __future__ import annotations

import argparse
import random
import runpy
import tempfile
from pathlib import Path
from typing import Any

from bench import fitted
from bench.distribution import Quantiles, percentile
from bench.fit import fitted_module
from bench.report import Cell, Limit, Report, Table

_SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
_ALLOWED = 0.05  # how far a median of draws may lie from the fitted one


def run(options: argparse.Namespace) -> Report:
    draws = 20_000 if options.quick else 200_000
    expected = _named(vars(fitted) if options.data is None else _fitted_anew(options.data))
    rng = random.Random(1)
    rows: list[tuple[Cell, ...]] = []
    limits = []
    for name, quantiles in _named(vars(fitted)).items():
        drawn = sorted(quantiles.draw(rng) for _ in range(draws))
        wanted = [expected[name].at(share) for share in _SHARES]
        found = [percentile(drawn, share) for share in _SHARES]
        rows.append((f"{name}: traces", "-", *(round(value, 1) for value in wanted)))
        rows.append((f"{name}: drawn", draws, *(round(value, 1) for value in found)))
        off = abs(found[2] / wanted[2] - 1)
        limits.append(Limit(f"{name}, median off by", round(100 * off, 2), 100 * _ALLOWED, " %"))
    columns = ("distribution", "n", *(f"P{100 * share:g}" for share in _SHARES))
    source = "the shipped numbers" if options.data is None else "the traces, fitted anew"
    return Report(
        load=f"{draws} draws of each distribution, seed 1, against {source}",
        tables=(
            Table("first text in ms, pace in tokens/s, length in tokens", columns, tuple(rows)),
        ),
        limits=tuple(limits),
        notes=("gaps and stalls within a reply are synthesised: no public trace holds them",),
    )


def _fitted_anew(data: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder) / "fitted.py"
        module.write_text(fitted_module(data, "anew"))
        return runpy.run_path(str(module))


def _named(module: dict[str, Any]) -> dict[str, Quantiles]:
    named: dict[str, Quantiles] = {}
    for name, profile in module["PROFILES"].items():
        named[f"{name} first text"] = profile.ttft_ms
        named[f"{name} pace"] = profile.tokens_per_s
    return {**named, "length": module["LENGTH_TOKENS"]}
