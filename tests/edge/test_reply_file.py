from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from edge.reply_file import ReplyFile, StoredReply
from edge.state_file import StateFileError

REPLY = StoredReply("resp_1", "mine", 100.0, {"status": "in_progress"}, [{"id": "in_1"}])
RUNNING = replace(REPLY, is_running=True, is_streamed=True)
FRAMES = [b"data: %d\n\n" % number for number in range(6)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "replies.sqlite"


@pytest.fixture
def file(path: Path) -> Iterator[ReplyFile]:
    opened = ReplyFile(path)
    yield opened
    opened.close()


def told(file: ReplyFile, place: int) -> bytes:
    said = b""
    while True:
        more, place = file.frames("resp_1", place)
        if not more:
            return said
        said += more


def test_frames_are_told_again_from_any_place(file: ReplyFile) -> None:
    file.add(RUNNING, now=100.0)
    file.go_on(RUNNING, 0, b"".join(FRAMES[:2]), now=100.0)
    file.go_on(RUNNING, 2, FRAMES[2], now=100.0)
    file.end(replace(RUNNING, response={"status": "completed"}), 3, b"".join(FRAMES[3:]), 101.0)
    for place in range(7):
        assert told(file, place) == b"".join(FRAMES[place:])
    found = file.find("resp_1", "mine")
    assert found is not None
    assert (found.response, found.is_running) == ({"status": "completed"}, False)


def test_a_reply_is_its_owners_alone(file: ReplyFile) -> None:
    file.add(REPLY, now=100.0)
    assert file.find("resp_1", "another") is None
    assert not file.remove("resp_1", "another")
    assert file.find("resp_1", "mine") is not None


def test_who_tells_it_hears_what_others_want_of_it(file: ReplyFile, path: Path) -> None:
    file.add(RUNNING, now=100.0)
    assert file.go_on(RUNNING, 0, FRAMES[0], now=100.0) == "go on"
    other = ReplyFile(path)
    other.ask_to_cancel("resp_1")
    assert file.go_on(RUNNING, 1, b"", now=101.0) == "cancel"
    other.remove("resp_1", "mine")
    assert file.go_on(RUNNING, 1, FRAMES[1], now=102.0) == "forget"
    file.end(RUNNING, 2, FRAMES[2], now=103.0)
    assert file.find("resp_1", "mine") is None
    assert told(file, 0) == b""
    other.close()


def test_the_old_and_the_oldest_of_too_many_go_and_what_runs_stays(file: ReplyFile) -> None:
    file.add(replace(RUNNING, id="runs", created_at=1.0), now=200.0)
    file.add(replace(RUNNING, id="died", created_at=1.0), now=1.0)
    for at in range(10, 16):
        file.add(replace(REPLY, id=f"at{at}", created_at=float(at)), now=float(at))
    assert file.forget(12.0, most=100, max_bytes=1 << 20, dead_before=100.0) == 3
    assert file.forget(0.0, most=3, max_bytes=1 << 20, dead_before=100.0) == 2
    kept = [id_ for id_ in ("runs", "at13", "at14", "at15") if file.find(id_, "mine")]
    assert kept == ["runs", "at14", "at15"]
    assert file.forget(0.0, most=100, max_bytes=1, dead_before=100.0) == 2
    assert file.find("runs", "mine") is not None


def test_another_file_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    with pytest.raises(StateFileError, match="not a file of replies"):
        ReplyFile(path)


def test_what_is_deleted_leaves_no_words_in_the_file(file: ReplyFile, path: Path) -> None:
    file.add(replace(REPLY, asked=[{"text": "a very secret word"}]), now=100.0)
    file.remove("resp_1", "mine")
    file.close()
    assert b"very secret" not in path.read_bytes()
