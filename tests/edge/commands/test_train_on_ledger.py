"""From a ledger's own prompts to a model that judges: the command, on real files."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bench.service_process import service
from bench.simulator_process import simulator
from classifier.heads import HeadsModel
from edge.core.feedback import Feedback
from edge.core.types import Message, TextPart
from edge.core.verdict import Task
from edge.ledger_entry import Entry, messages_in_json
from edge.ledger_file import LedgerFile
from edge.ledger_replies import ReplyRow
from tests.edge.ledger_rows import ROW
from tests.test_feedback import post

ROOT = Path(__file__).parents[3]
NOW = time.time()
WORDS = ("wug", "blicket", "dax", "toma", "fep", "zib")
SETTINGS = """
[local]
model = "none"

[classifier]
model = "{model}"
budget_ms = 1000

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[routes.default]
targets = ["sim/big"]

[routes.code]  # so that something depends on the verdict
targets = ["sim/code"]

[ledger]
path = "{path}"
"""


def prompt(number: int, *, hard: bool) -> str:
    """As nobody else asks: a task, and a difficulty, that only the ledger can teach."""
    words = " ".join(WORDS[(number + step) % len(WORDS)] for step in range(3))
    return f"{'Defrobnicate' if hard else 'Plonk'} the {words} {number} once more"


def keep(path: Path, count: int, *, days_ago: float = 1.0) -> None:
    """So many hard prompts and easy ones, whose callers said that they are extraction."""
    at = NOW - days_ago * 86_400
    with closing(LedgerFile(path)) as file:
        for number in range(2 * count):
            request, hard = f"{days_ago}-{number}", number % 2 == 1
            row = replace(ROW, request=request, at=at)
            message = Message("user", (TextPart(prompt(number, hard=hard)),))
            text = messages_in_json(Entry((row,), (message,)))
            reply = ReplyRow(request, at - 1, at, "stop", b"me", None, None, True, False)
            file.write([row], [(request, text)], [reply])
            file.rate(request, b"me", Feedback(0.0 if hard else 1.0, Task.EXTRACTION))


def train(*arguments: str, state: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "edge", "train", "--from-ledger", *arguments],
        cwd=ROOT,
        env=os.environ | {"XDG_STATE_HOME": str(state)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_what_a_ledger_taught_judges_the_next_prompts(tmp_path: Path) -> None:
    ledger, out = tmp_path / "prelude" / "ledger.sqlite", tmp_path / "prelude" / "classifier"
    keep(ledger, 30)

    code, said, told = train(state=tmp_path)
    assert code == 0, told
    assert said.splitlines()[-2:] == ["[classifier]", f'model = "{out}"']
    assert "60 prompts whose task somebody told; 30 that were too hard" in told

    card = json.loads((out / "card.json").read_text())
    assert (card["replies"], card["kept"], card["told_tasks"]) == (60, 60, 60)
    assert (card["hard"], card["easy"], card["stood"]) == (30, 30, 0)
    assert card["tasks_right_after"] > card["tasks_right_before"]
    assert card["ranked_right_after"] > 0.9 > card["ranked_right_before"]
    assert "| task right |" in (out / "README.md").read_text()

    unseen = prompt(1001, hard=True), prompt(1002, hard=False)
    model = HeadsModel(out / "model.onnx")
    hard, easy = (model.judge_text(text).difficulty for text in unseen)
    assert hard is not None and easy is not None and hard > 0.5 > easy
    assert HeadsModel().judge_text(unseen[0]).task is not Task.EXTRACTION

    served = tmp_path / "served.sqlite"
    with (
        simulator("--ttft-ms", "0", "--tokens-per-s", "0") as target,
        service(SETTINGS.format(model=out, base_url=target.base_url, path=served)) as running,
    ):
        messages = [{"role": "user", "content": unseen[0]}]
        post(running, "chat/completions", {"model": "auto", "messages": messages})
    with closing(sqlite3.connect(served)) as connection:
        assert connection.execute("SELECT task FROM legs").fetchall() == [("extraction",)]


def test_too_little_to_learn_from_is_said_with_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    keep(path, 40, days_ago=30.0)
    keep(path, 7)
    code, said, told = train(str(path), "--days", "3", state=tmp_path)
    assert (code, said) == (1, "")
    assert f"{path}: too little to learn from. It has 14 prompts whose task" in told
    assert "7 that were too hard for a cheap model and 7 that were not (20 of each are)" in told
    assert "Of its 14 replies in this time, 14 have their prompts" in told
    assert "`prompts = true` in [ledger]" in told
    assert not (tmp_path / "prelude").exists()


def test_a_ledger_that_kept_no_prompts_teaches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    keep(path, 40)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM prompts")
    code, _, told = train(str(path), state=tmp_path)
    assert code == 1
    assert "Of its 80 replies in this time, 0 have their prompts" in told


def test_a_ledger_of_the_first_version_teaches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    keep(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE replies; PRAGMA user_version = 1")
    code, _, told = train(str(path), state=tmp_path)
    assert code == 1 and "too little to learn from" in told


def test_days_below_one_are_bad_usage(tmp_path: Path) -> None:
    assert train("--days", "0", state=tmp_path)[0] == 2
