"""What a benchmark hands in: figures in tables and plots, limits that hold or not, where it ran.

All of it is data. Tables become text and JSON here; plots become a picture in `plots.py`.
"""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.distribution import percentile
from edge.hardware import look_around

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under `columns`; the first cell of a row names it."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Limit:
    name: str
    value: float
    limit: float
    unit: str = ""

    @property
    def holds(self) -> bool:
        return self.value <= self.limit  # a figure that is not there (nan) holds nothing


@dataclass(frozen=True, slots=True)
class Bars:
    """Groups of bars side by side: `series` has, by its name, a value for each group (nan: none).

    `bounds`, for some of the series, has how low and how high each value may be. `limit` is the
    most (or the least) that a value may be, whichever `question` asks for.
    """

    question: str
    unit: str
    groups: tuple[str, ...]
    series: Mapping[str, Sequence[float]]
    bounds: Mapping[str, Sequence[tuple[float, float]]] = field(default_factory=dict)
    limit: float | None = None
    is_log: bool = False


@dataclass(frozen=True, slots=True)
class Curves:
    """How the values of each of the series are spread: the share of them up to a value.

    `of` is what is counted: replies, requests. One that never came is `inf`: its curve ends
    below 100 %. `limit` is a value.
    """

    question: str
    unit: str
    series: Mapping[str, Sequence[float]]
    of: str = "replies"
    limit: float | None = None
    is_log: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """What came of each pair of a row and a column: a place in `levels`, best first, at most four,
    and a few characters on it. Pairs that are not in `cells` do not occur."""

    question: str
    row_name: str
    column_name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    levels: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[int, str]]


Plot = Bars | Curves | Matrix


@dataclass(frozen=True, slots=True)
class Report:
    """`load` says what was sent and on which schedule."""

    load: str
    tables: tuple[Table, ...]
    limits: tuple[Limit, ...] = ()
    notes: tuple[str, ...] = ()
    plots: tuple[Plot, ...] = ()

    @property
    def holds(self) -> bool:
        return all(limit.holds for limit in self.limits)


SUMMARY = ("n", "P50", "P90", "P95", "P99", "max")


def summary(values: Sequence[float]) -> tuple[Cell, ...]:
    """The cells under `SUMMARY`."""
    ordered = sorted(values)
    if not ordered:
        return (0, *["-"] * (len(SUMMARY) - 1))
    shares = (0.5, 0.9, 0.95, 0.99, 1.0)
    return (len(ordered), *(round(percentile(ordered, share), 1) for share in shares))


def median(values: Sequence[float]) -> float:
    """Not a number when there are none, so that no limit holds by accident."""
    return percentile(sorted(values), 0.5) if values else float("nan")


def text_of(name: str, question: str, report: Report) -> str:
    parts = [
        f"{name}: {question}",
        f"machine: {machine()}\nload:    {report.load}\ncommit:  {commit()}",
        *(_table_text(table) for table in report.tables),
    ]
    if report.limits:
        parts.append("\n".join(_limit_text(limit) for limit in report.limits))
    if report.notes:
        parts.append("\n".join(f"note: {note}" for note in report.notes))
    return "\n\n".join(parts)


def json_of(name: str, question: str, report: Report) -> dict[str, Any]:
    return {
        "bench": name,
        "question": question,
        "machine": machine(),
        "load": report.load,
        "commit": commit(),
        "tables": {
            table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for table in report.tables
        },
        "limits": [
            {
                "name": limit.name,
                "value": limit.value if limit.value == limit.value else None,
                "limit": limit.limit,
                "unit": limit.unit,
                "holds": limit.holds,
            }
            for limit in report.limits
        ],
        "holds": report.holds,
        "notes": list(report.notes),
    }


def machine() -> str:
    seen = look_around()
    memory = f"{seen.memory_mib / 1024:.0f} GiB" if seen.memory_mib else "memory unknown"
    gpus = ", ".join(gpu.name for gpu in seen.gpus) or "no GPU"
    busy = f"load average {os.getloadavg()[0]:.1f}"
    python = f"Python {platform.python_version()}"
    return f"{seen.cpu}, {seen.cpus} CPUs, {memory}, {gpus}, {python}, {busy}"


def commit() -> str:
    root = Path(__file__).parent.parent
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return described.stdout.strip() or "unknown (no git checkout)"


def _table_text(table: Table) -> str:
    shown = [table.columns, *([_cell(cell) for cell in row] for row in table.rows)]
    columns = [
        _aligned([line[place] for line in shown], [row[place] for row in table.rows])
        for place in range(len(table.columns))
    ]
    lines = ["  ".join(line).rstrip() for line in zip(*columns, strict=True)]
    return "\n".join([table.name, lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _aligned(texts: Sequence[str], cells: Sequence[Cell]) -> list[str]:
    """Numbers to the right, words to the left."""
    width = max(map(len, texts))
    is_numeric = any(isinstance(cell, int | float) for cell in cells)
    return [text.rjust(width) if is_numeric else text.ljust(width) for text in texts]


def _cell(cell: Cell) -> str:
    return f"{cell:,.1f}" if isinstance(cell, float) else str(cell)


def _limit_text(limit: Limit) -> str:
    verdict = "holds " if limit.holds else "MISSED"
    allowed = f"(limit {limit.limit:g}{limit.unit})"
    return f"{verdict}  {limit.name}: {limit.value:.3g}{limit.unit} {allowed}"
