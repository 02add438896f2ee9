"""Where the files of `--data DIR` lie."""

from __future__ import annotations

from pathlib import Path

from edge.core.errors import EdgeError

_FOLDERS = ("", "data", "traces")


def find(data: Path, name: str) -> Path:
    """In the folder itself, or in its `data` or `traces`, so that the folder of everything will do.
    Raises `EdgeError` when it is in none."""
    for folder in _FOLDERS:
        if (path := data / folder / name).is_file():
            return path
    raise EdgeError(f"{data}: there is no {name} in it, nor in its data or traces folder")
