"""Films in the making, and made: a small SQLite file that all workers of the box share.

What is in it is enough to go on after a restart: whose the film is (a hash of the key, never the
key), which model makes it, and the handle by which its platform knows it. What the caller wrote is
not. A film leaves the file when it is deleted or has expired.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from edge.core.types import Json
from edge.state_file import Cell, Layout, StateFile

Status = Literal["in_progress", "completed", "failed"]

_SCHEMA = """CREATE TABLE videos (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    model TEXT NOT NULL,       -- as the caller named it
    tier TEXT NOT NULL,        -- who makes it
    leg INTEGER NOT NULL,      -- targets that were asked before
    handle TEXT NOT NULL,      -- JSON: how its platform knows it
    seconds INTEGER,           -- asked for
    size TEXT,
    label TEXT,                -- where its data may go
    created_at REAL NOT NULL,  -- Unix times
    expires_at REAL NOT NULL,
    looked_at REAL NOT NULL,
    status TEXT NOT NULL,
    ended_at REAL,
    progress REAL,
    url TEXT,                  -- of the file
    error TEXT
)"""
LAYOUT = Layout(0x50726C76, 1, (_SCHEMA,), "films")  # "Prlv"


@dataclass(frozen=True, slots=True)
class Video:
    """A row: the fields are its columns."""

    id: str
    owner: str
    model: str
    tier: str
    leg: int
    handle: Json
    seconds: int | None
    size: str | None
    label: str | None
    created_at: float
    expires_at: float
    looked_at: float
    status: Status = "in_progress"
    ended_at: float | None = None
    progress: float | None = None
    url: str | None = None
    error: str | None = None


_COLUMNS = tuple(field.name for field in fields(Video))
_INSERT = f"INSERT INTO videos ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_ALL = f"SELECT {', '.join(_COLUMNS)} FROM videos"


class VideoFile:
    """Each call is a transaction of its own. Raises as a `StateFile` does."""

    def __init__(self, path: Path) -> None:
        self._file = StateFile(path, LAYOUT)
        self.close = self._file.close

    def add(self, video: Video) -> None:
        cells = [_cell(name, getattr(video, name)) for name in _COLUMNS]
        self._file.write(_INSERT, cells)

    def find(self, id_: str, owner: str) -> Video | None:
        """Nobody learns of another's film that there is one."""
        rows = self._file.read(f"{_ALL} WHERE id = ? AND owner = ?", (id_, owner))
        return next(map(_video, rows), None)

    def note_progress(self, id_: str, progress: float | None, at: float) -> None:
        self._file.write(
            "UPDATE videos SET progress = ?, looked_at = ? WHERE id = ?", (progress, at, id_)
        )

    def end(
        self, id_: str, status: Status, at: float, url: str | None = None, error: str | None = None
    ) -> bool:
        """Whether it was running until now: of several who see its end, one is told so."""
        return (
            self._file.write(
                "UPDATE videos SET status = ?, ended_at = ?, url = ?, error = ? "
                "WHERE id = ? AND status = 'in_progress'",
                (status, at, url, error and error.encode("utf-8", "replace").decode(), id_),
            )
            == 1
        )

    def remove(self, id_: str) -> None:
        self._file.write("DELETE FROM videos WHERE id = ?", (id_,))

    def unseen(self, before: float, now: float) -> list[Video]:
        """Those that run and nobody looked at since; they are now ours to look at."""
        with self._file.transaction():
            rows = self._file.read(
                f"{_ALL} WHERE status = 'in_progress' AND looked_at < ? LIMIT 20", (before,)
            )
            videos = list(map(_video, rows))
            for video in videos:
                self._file.write("UPDATE videos SET looked_at = ? WHERE id = ?", (now, video.id))
        return videos

    def forget(self, now: float) -> None:
        """Those that have ended, and expired."""
        self._file.write(
            "DELETE FROM videos WHERE expires_at < ? AND status != 'in_progress'", (now,)
        )


def _video(row: tuple[Json, ...]) -> Video:
    cells = dict(zip(_COLUMNS, row, strict=True))
    return Video(**{**cells, "handle": json.loads(cells["handle"])})


def _cell(name: str, value: Json) -> Cell:
    return json.dumps(value) if name == "handle" else value
