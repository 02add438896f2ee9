"""A server of the benchmarks as a process of its own, so that what it costs is not ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_process(module: str, *args: str) -> Iterator[tuple[str, int]]:
    """Runs the module until the end; yields the URL that it prints first, as JSON, and its process
    id. It is to end with its standard input, so that nothing outlives a run that is killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *args],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:  # closes its input, which ends it, and waits
        assert process.stdout is not None
        yield json.loads(process.stdout.readline()), process.pid
