"""What the ledger's file knows of replies, and files of the version that knew nothing of them."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edge.core.feedback import Feedback
from edge.core.verdict import Task
from edge.ledger_file import LedgerFile
from edge.ledger_marks import key_file, mark, read_key
from edge.ledger_replies import REGENERATED_WITHIN_S, ReplyRow
from tests.edge.ledger_rows import ROW

FIRST = ReplyRow(
    request="first",
    arrived_at=990.0,
    at=1000.0,
    outcome="stop",
    owner=b"me",
    question=b"why",
    told_task=None,
    is_cheap=True,
    escalated=False,
)
SECOND = replace(FIRST, request="second", arrived_at=1060.0, at=1070.0)


def write(path: Path, *rows: ReplyRow) -> None:
    with closing(LedgerFile(path)) as file:
        for row in rows:
            file.write([replace(ROW, request=row.request, at=row.at)], (), [row])


def read(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def regenerated(path: Path) -> list[str]:
    return [name for (name,) in read(path, "SELECT request FROM replies WHERE regenerated = 1")]


def test_the_same_question_behind_a_reply_means_that_it_was_no_good(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    write(path, FIRST, SECOND)
    assert regenerated(path) == ["first"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, replace(SECOND, question=b"how")),
        (FIRST, replace(SECOND, owner=b"you")),
        (FIRST, replace(SECOND, arrived_at=995.0)),  # both at once
        (FIRST, replace(SECOND, arrived_at=1001.0 + REGENERATED_WITHIN_S)),
        (replace(FIRST, outcome="error"), SECOND),
        (replace(FIRST, outcome="client_gone"), SECOND),
        (replace(FIRST, question=None), replace(SECOND, question=None)),
    ],
)
def test_no_other_question_does(tmp_path: Path, first: ReplyRow, second: ReplyRow) -> None:
    path = tmp_path / "ledger.sqlite"
    write(path, first, second)
    assert regenerated(path) == []


def test_a_file_of_the_first_version_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with closing(LedgerFile(path)) as file:
        file.write([replace(ROW, request="old")], [("old", "[]")])
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE replies; PRAGMA user_version = 1")
    write(path, FIRST)
    assert read(path, "SELECT request FROM legs ORDER BY id") == [("old",), ("first",)]
    assert read(path, "SELECT request FROM prompts") == [("old",)]
    assert read(path, "SELECT request FROM replies") == [("first",)]


def test_what_was_said_stands_until_something_else_is(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    write(path, FIRST)
    with closing(LedgerFile(path)) as file:
        assert file.rate("first", b"you", Feedback(0.0)) is None
        assert file.rate("second", b"me", Feedback(0.0)) is None
        file.rate("first", b"me", Feedback(0.0))
        rated = file.rate("first", b"me", Feedback(task=Task.CODE))
    assert rated is not None
    assert (rated.rating, rated.task, rated.before) == (0.0, "code", 0.0)


def test_old_replies_go_with_their_legs(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    write(path, FIRST, SECOND)
    with closing(LedgerFile(path)) as file:
        file.forget(1050.0, 100)
    assert read(path, "SELECT request FROM replies") == [("second",)]


# -- marks -------------------------------------------------------------------


@pytest.mark.parametrize("attempt", range(30))
def test_all_who_make_the_key_at_once_have_the_same(tmp_path: Path, attempt: int) -> None:
    path, keys = tmp_path / "state" / "ledger.sqlite", list[bytes]()
    gate = threading.Barrier(8)

    def read_it() -> None:
        gate.wait()
        keys.append(read_key(path))

    threads = [threading.Thread(target=read_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1 and len(keys[0]) == 32
    assert [file.name for file in path.parent.iterdir()] == [key_file(path).name]


def test_a_mark_tells_where_one_text_ends() -> None:
    assert mark(b"k", "ab", "c") == mark(b"k", "ab", "c")
    others = [mark(b"k", "a", "bc"), mark(b"k", "abc"), mark(b"l", "ab", "c")]
    assert mark(b"k", "ab", "c") not in others
    assert mark(b"k", "half \ud800") != mark(b"k", "half ?")
