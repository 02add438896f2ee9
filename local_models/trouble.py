"""A last word where every front can read it: a file beside the engine's socket.

The parent writes it, the fronts are other processes and know the socket's path only. It is there
as long as the engine is not to be expected back soon.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_MOST = 4096


def tell_trouble(socket_path: str, words: str) -> None:
    """Whole or not at all: a reader never sees half of it."""
    path = _path(socket_path)
    fresh = path.with_suffix(".fresh")
    with suppress(OSError):  # a folder that has gone, a full disk: the log has the words too
        fresh.write_text(words[:_MOST], encoding="utf-8")
        os.replace(fresh, path)


def end_trouble(socket_path: str) -> None:
    with suppress(OSError):
        _path(socket_path).unlink()


def read_trouble(socket_path: str) -> str | None:
    try:
        return _path(socket_path).read_text(encoding="utf-8")
    except OSError:
        return None


def _path(socket_path: str) -> Path:
    return Path(f"{os.path.realpath(socket_path)}.trouble")  # a front's path may be a link
