from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from edge.core.feedback import Feedback
from edge.core.verdict import Task
from edge.ledger_file import LedgerFile, LegRow
from edge.ledger_replies import ReplyRow
from tests.edge import ledger_rows

ROOT = Path(__file__).parents[3]
DAY_S = 86_400
NOON = time.time() // DAY_S * DAY_S + DAY_S / 2
ROW = replace(ledger_rows.ROW, at=NOON, input_tokens=1000)


def ledger(*arguments: str, **environ: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "edge", "ledger", *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "prelude" / "ledger.sqlite"


def write(path: Path, rows: Iterable[LegRow], replies: Iterable[ReplyRow] = ()) -> None:
    with closing(LedgerFile(path)) as file:
        file.write(rows, (), replies)


def test_legs_are_summed_up_by_day_and_model(path: Path) -> None:
    lost = replace(ROW, abandoned=True, reported=False, unseen_tokens=7, cost_cents=None)
    local = replace(ROW, model="local", cost_cents=0.0)
    old = replace(ROW, at=86_400.0 * 20_000)
    write(path, [ROW, lost, local, old])
    code, said, _ = ledger("--json", XDG_STATE_HOME=str(path.parents[1]))
    assert code == 0
    told = json.loads(said)
    assert told["path"] == str(path)
    assert [(row["day"] == "2024-10-04", row["model"]) for row in told["days"]] == [
        (True, "mine/big"),
        (False, "local"),
        (False, "mine/big"),
    ]
    assert told["days"][2] | {"day": ""} == {
        "day": "",
        "model": "mine/big",
        "legs": 2,
        "abandoned": 1,
        "input_tokens": 2000,
        "output_tokens": 60,
        "estimated": 1,
        "unseen_tokens": 7,
        "cost_cents": 0.5,
        "unpriced": 1,
    }


def test_table_for_people_ends_with_a_total(path: Path) -> None:
    write(path, [ROW, replace(ROW, model="local", cost_cents=0.0)])
    code, said, _ = ledger("--path", str(path))
    lines = said.splitlines()
    assert (code, len(lines)) == (0, 4)
    assert lines[0].split()[:4] == ["day", "model", "legs", "abandoned"]
    assert lines[3].split() == ["total", "2", "0", "2,000", "60", "0", "0", "0.5000", "0"]


def reply(request: str, *, question: bytes = b"why", escalated: bool = False) -> ReplyRow:
    cheap = not escalated
    return ReplyRow(request, NOON - 1, NOON, "stop", b"me", question, None, cheap, escalated)


def test_what_became_of_replies_is_told_beside_what_they_cost(path: Path) -> None:
    again = replace(reply("b"), arrived_at=NOON + 1, at=NOON + 2)
    stopped = [
        replace(reply(outcome), outcome=outcome[:-1], question=None)
        for outcome in ("superseded1", "superseded2", "steered1")
    ]
    lost = reply("c", question=b"how", escalated=True)
    write(path, [ROW], [reply("a"), again, lost, *stopped])
    with closing(LedgerFile(path)) as file:
        file.rate("b", b"me", Feedback(1.0))
        file.rate("c", b"me", Feedback(0.25, Task.CODE))
    _, said, _ = ledger("--path", str(path), "--json")
    (told,) = json.loads(said)["outcomes"]
    assert told | {"day": ""} == {
        "day": "",
        "replies": 6,
        "cheap": 5,
        "escalated": 1,
        "regenerated": 1,
        "up": 1,
        "down": 1,
        "corrected": 1,
        "superseded": 2,
        "steered": 1,
    }
    _, said, _ = ledger("--path", str(path))
    head, row = said.splitlines()[-2:]
    assert head.split() == list(told)
    assert row.split()[1:] == ["6", "5", "1", "1", "1", "1", "1", "2", "1"]


def test_a_day_of_nothing_but_superseded_replies_is_worth_a_table(path: Path) -> None:
    write(path, [ROW], [replace(reply("a"), outcome="superseded")])
    _, said, _ = ledger("--path", str(path))
    assert "superseded" in said


def test_a_ledger_of_the_first_version_is_read_as_it_is(path: Path) -> None:
    write(path, [ROW])
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE replies; PRAGMA user_version = 1")
    code, said, _ = ledger("--path", str(path), "--json")
    told = json.loads(said)
    assert (code, told["outcomes"], told["days"][0]["legs"]) == (0, [], 1)


def test_only_whole_days_of_late_are_looked_at(path: Path) -> None:
    write(path, [ROW, replace(ROW, at=NOON - 3 * DAY_S, model="old/one")])
    _, said, _ = ledger("--path", str(path), "--days", "2", "--json")
    assert [row["model"] for row in json.loads(said)["days"]] == ["mine/big"]


def test_settings_say_where_it_is(path: Path, tmp_path: Path) -> None:
    write(path, [ROW])
    config = tmp_path / "p.toml"
    config.write_text("[ledger]\npath = 'prelude/ledger.sqlite'\n")
    code, said, _ = ledger("--config", str(config))
    assert code == 0 and "mine/big" in said


def test_empty_ledger_says_so(path: Path) -> None:
    write(path, [])
    assert ledger("--path", str(path))[:2] == (0, "nothing was spent\n")


def test_no_ledger_is_an_error_and_none_is_made(path: Path) -> None:
    code, said, error = ledger("--path", str(path))
    assert (code, said) == (1, "")
    assert error == f"prelude ledger: {path}: no ledger there yet\n"
    assert not path.exists()


def test_file_that_is_no_ledger_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"no database at all " * 100)
    code, _, error = ledger("--path", str(path))
    assert code == 1 and "not a database" in error


def test_without_any_place_it_says_what_is_missing() -> None:
    code, _, error = ledger()
    assert code == 1 and "neither ledger.path nor XDG_STATE_HOME nor HOME" in error


def test_days_below_one_are_bad_usage() -> None:
    assert ledger("--days", "0")[0] == 2
