"""`prelude ledger`: what was spent, by day and model."""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from edge.commands.arguments import add_config
from edge.core.errors import EdgeError
from edge.ledger_file import open_to_read
from edge.ledger_schema import FIRST_WITH_REPLIES, version_of
from edge.platforms import platforms
from edge.settings_file import load

_DAY_S = 86_400
_SUMMARY = """
    SELECT date(at, 'unixepoch') AS day, model, count(*), sum(abandoned),
        sum(input_tokens), sum(output_tokens), sum(NOT reported), sum(unseen_tokens),
        sum(coalesce(cost_cents, 0.0)), sum(cost_cents IS NULL)
    FROM legs WHERE at >= ? GROUP BY day, model ORDER BY day, model
"""
_OUTCOMES = """
    SELECT date(at, 'unixepoch') AS day, count(*), sum(is_cheap), sum(escalated), sum(regenerated),
        count(CASE WHEN rating > 0.5 THEN 1 END), count(CASE WHEN rating < 0.5 THEN 1 END),
        count(corrected_task), sum(outcome = 'superseded'), sum(outcome = 'steered')
    FROM replies WHERE at >= ? GROUP BY day ORDER BY day
"""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of one day's replies, as the query above has it."""

    day: str
    replies: int
    cheap: int  # the cheapest of their chain answered them alone
    escalated: int  # the local model began, and gave up by itself
    regenerated: int  # their caller asked the same again within minutes
    up: int  # as their caller rated them
    down: int
    corrected: int  # their caller said which task it truly was
    superseded: int  # their caller asked anew while they were told
    steered: int  # their caller said something into them, and another went on

    @property
    def is_eventful(self) -> bool:
        rated = (self.up, self.down, self.corrected)
        return any((self.escalated, self.regenerated, *rated, self.superseded, self.steered))


@dataclass(frozen=True, slots=True)
class Spending:
    """One model's legs of one day (UTC), as the query above has them."""

    day: str
    model: str
    legs: int
    abandoned: int  # legs of which the reader saw nothing
    input_tokens: int
    output_tokens: int
    estimated: int  # legs whose tokens the platform did not report
    unseen_tokens: int  # reported by the platform, and never received
    cost_cents: float  # of the legs whose price is known
    unpriced: int  # legs whose price is not


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude ledger",
        description="Sum up the ledger by day (UTC) and model: legs, tokens and cost, abandoned "
        "legs among them.",
    )
    add_config(parser)
    parser.add_argument("--path", type=Path, metavar="FILE", help="the ledger (else the settings')")
    parser.add_argument("--days", type=int, metavar="N", help="the last N days only, today's too")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    if arguments.days is not None and arguments.days < 1:
        parser.error("--days: at least 1")
    path = arguments.path or path_of_settings(arguments.config)
    since = first_instant(arguments.days)
    spendings, outcomes = sum_up(path, since), find_outcomes(path, since)
    if arguments.json:
        days, became = ([asdict(row) for row in rows] for rows in (spendings, outcomes))
        print(json.dumps({"path": str(path), "days": days, "outcomes": became}, indent=2))
        return 0
    print("\n".join(_spending_table(spendings)))
    if any(row.is_eventful for row in outcomes):
        print("", *_table([*map(_cells, outcomes)], Outcomes, texts=1), sep="\n")
    return 0


def sum_up(path: Path, since: float) -> list[Spending]:
    """Raises `LedgerError`."""
    with open_to_read(path) as connection:
        return [Spending(*row) for row in connection.execute(_SUMMARY, (since,))]


def find_outcomes(path: Path, since: float) -> list[Outcomes]:
    """None of a ledger that an earlier version wrote. Raises `LedgerError`."""
    with open_to_read(path) as connection:
        if version_of(connection, path) < FIRST_WITH_REPLIES:
            return []
        return [Outcomes(*row) for row in connection.execute(_OUTCOMES, (since,))]


def path_of_settings(config: Path | None) -> Path:
    ledger = load(config, os.environ, platforms()).settings.ledger
    if ledger.path is None:
        raise EdgeError("neither ledger.path nor XDG_STATE_HOME nor HOME says where it is")
    return Path(ledger.path)


def first_instant(days: int | None) -> float:
    """The start of a day, so that no day is summed up in part."""
    if days is None:
        return 0.0
    return float((time.time() // _DAY_S - days + 1) * _DAY_S)


def _spending_table(spendings: Sequence[Spending]) -> list[str]:
    if not spendings:
        return ["nothing was spent"]
    rows = [_cells(row) for row in spendings]
    if len(spendings) > 1:
        rows.append(_cells(_total(spendings)))
    return _table(rows, Spending, texts=2)


def _table(rows: Sequence[list[str]], kind: type[Spending | Outcomes], texts: int) -> list[str]:
    """Under the names of the fields; the first `texts` columns are no numbers."""
    names = [field.name for field in fields(kind)]
    lines = [[name.replace("_", " ") for name in names], *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(names))]
    return [
        "  ".join(
            cell.ljust(width) if column < texts else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]


def _cells(row: Spending | Outcomes) -> list[str]:
    return [_in_words(cell) for cell in asdict(row).values()]


def _in_words(cell: str | int | float) -> str:
    match cell:
        case float():
            return f"{cell:,.4f}"
        case int():
            return f"{cell:,}"
        case str():
            return cell


def _total(spendings: Sequence[Spending]) -> Spending:
    return Spending(
        "total",
        "",
        sum(row.legs for row in spendings),
        sum(row.abandoned for row in spendings),
        sum(row.input_tokens for row in spendings),
        sum(row.output_tokens for row in spendings),
        sum(row.estimated for row in spendings),
        sum(row.unseen_tokens for row in spendings),
        sum(row.cost_cents for row in spendings),
        sum(row.unpriced for row in spendings),
    )
