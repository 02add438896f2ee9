from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from edge.state_file import StateFileError
from edge.video_file import Video, VideoFile

VIDEO = Video(
    id="video_1",
    owner="mine",
    model="auto",
    tier="fal/a/video",
    leg=1,
    handle={"status_url": "https://queue.fal.run/1", "n": [1]},
    seconds=8,
    size="1280x720",
    label="regulated",
    created_at=100.0,
    expires_at=200.0,
    looked_at=100.0,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "videos.sqlite"


@pytest.fixture
def file(path: Path) -> Iterator[VideoFile]:
    opened = VideoFile(path)
    yield opened
    opened.close()


def test_a_film_is_found_again_by_another_process(file: VideoFile, path: Path) -> None:
    file.add(VIDEO)
    other = VideoFile(path)
    assert other.find("video_1", "mine") == VIDEO
    other.close()


def test_a_film_is_its_owners_alone(file: VideoFile) -> None:
    file.add(VIDEO)
    assert file.find("video_1", "another") is None
    assert file.find("video_2", "mine") is None


def test_only_the_first_who_sees_the_end_is_told_so(file: VideoFile) -> None:
    file.add(VIDEO)
    assert file.end("video_1", "completed", 150.0, url="https://a.example/a.mp4")
    assert not file.end("video_1", "failed", 160.0, error="no")
    ended = replace(VIDEO, status="completed", ended_at=150.0, url="https://a.example/a.mp4")
    assert file.find("video_1", "mine") == ended


def test_half_of_a_character_can_be_kept(file: VideoFile) -> None:
    file.add(VIDEO)
    assert file.end("video_1", "failed", 150.0, error="a\ud83d")
    found = file.find("video_1", "mine")
    assert found is not None and found.error == "a?"


def test_what_nobody_looked_at_is_given_to_one(file: VideoFile) -> None:
    file.add(VIDEO)
    file.add(replace(VIDEO, id="video_2", looked_at=140.0))
    file.add(replace(VIDEO, id="video_3", status="completed"))
    assert [video.id for video in file.unseen(before=130.0, now=150.0)] == ["video_1"]
    assert file.unseen(before=130.0, now=150.0) == []


def test_progress_is_kept_and_counts_as_a_look(file: VideoFile) -> None:
    file.add(VIDEO)
    file.note_progress("video_1", 0.5, 140.0)
    assert file.find("video_1", "mine") == replace(VIDEO, progress=0.5, looked_at=140.0)
    assert file.unseen(before=130.0, now=150.0) == []


def test_what_has_ended_and_expired_is_forgotten(file: VideoFile) -> None:
    file.add(VIDEO)
    file.add(replace(VIDEO, id="video_2", status="completed"))
    file.forget(now=300.0)
    assert file.find("video_2", "mine") is None
    assert file.find("video_1", "mine") is not None  # it runs: somebody has to end it first
    file.remove("video_1")
    assert file.find("video_1", "mine") is None


def test_others_cannot_read_it(file: VideoFile, path: Path) -> None:
    file.add(VIDEO)
    for made in path.parent.iterdir():
        assert stat.S_IMODE(made.stat().st_mode) & 0o077 == 0


def test_another_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (a)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StateFileError):
        VideoFile(path)
    assert path.read_bytes() == before
