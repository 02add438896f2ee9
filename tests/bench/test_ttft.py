"""The bench's sums: what is compared with what, and what never came."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from bench.main import main
from bench.replay_reader import Figures
from bench.replay_summary import p99, ratio, row


def told(*ends: float | None) -> list[Figures]:
    return [Figures(False, 0.1, 0.2, 0.3, end, 0.0, 1.0) for end in ends]


def test_means_are_of_requests_that_every_column_answered() -> None:
    found = row(
        "end",
        {"ours": told(1.0, 9.0, 3.0), "theirs": told(2.0, None, 4.0)},
        lambda each: each.end_s,
        range(3),
    )
    assert (found.n, found.paired) == (3, 2)
    assert found.mean == {"ours": 2.0, "theirs": 3.0}
    assert found.p99 == {"ours": 9.0, "theirs": math.inf}


def test_what_never_came_is_later_than_everything_that_did() -> None:
    values: list[float | None] = [float(n) for n in range(1, 101)]
    assert p99(values) == 99
    assert p99([*values[:98], None, None]) == math.inf
    assert p99([*values[:99], None]) == 99
    assert math.isnan(p99([]))


def test_no_part_of_never_is_never() -> None:
    assert ratio(1.0, math.inf) == 0
    assert ratio(math.inf, math.inf) == math.inf
    assert ratio(1.0, 2.0) == 0.5
    assert math.isnan(ratio(1.0, 0.0))


def test_virtual_run_reports_every_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ttft.json"
    main(["ttft", "--run", "virtual", "--requests", "40", "--json", str(file)])
    figures = json.loads(file.read_text())
    columns = {"target directly", "plain retry", "DiSCo-style", "Prelude"}
    assert all(
        columns <= rows[0].keys()
        for name, rows in figures["tables"].items()
        if "by seed" not in name
    )
    assert "coverage" in capsys.readouterr().out
