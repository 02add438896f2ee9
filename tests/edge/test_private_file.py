"""A private file under SQLite: several connections of one process, and others beside it."""

from __future__ import annotations

import fcntl
import stat
import subprocess
import sys
from pathlib import Path

from edge.private_file import make_private

TRIES_TO_LOCK = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.exit(3)
"""


def another_process_can_lock(path: Path) -> bool:
    command = [sys.executable, "-c", TRIES_TO_LOCK, str(path)]
    return subprocess.run(command, check=False, timeout=30).returncode == 0


def test_what_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "made"
    make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_one_that_is_there_keeps_what_it_holds_and_the_locks_of_this_process(
    tmp_path: Path,
) -> None:
    path = tmp_path / "made"
    make_private(path)
    with path.open("rb+") as file:
        file.write(b"rows")
        file.flush()
        fcntl.lockf(file, fcntl.LOCK_EX)
        make_private(path)
        assert not another_process_can_lock(path)
        assert path.read_bytes() == b"rows"  # which drops the lock: so it comes last
    assert another_process_can_lock(path)
