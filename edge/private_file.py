"""A file for its owner's eyes alone, made before SQLite opens it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def make_private(path: Path) -> None:
    """Empty, mode 0600, unless it is there. One that is there is not even opened: to close it would
    drop the locks of all connections that this process has to it (POSIX), and another process
    would take the database's log away under them.

    https://www.sqlite.org/howtocorrupt.html, section 2.2
    """
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
