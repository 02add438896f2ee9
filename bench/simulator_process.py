"""Starts the simulator as a process of its own, for tests and benchmarks."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from edge.core.errors import EdgeError

_ROOT = Path(__file__).parent.parent
_PATIENCE_S = 10.0


class SimulatorHandle:
    """`url` is the server's root, `base_url` what an OpenAI client is given."""

    def __init__(self, process: subprocess.Popen[bytes], url: str) -> None:
        self.url = url
        self.base_url = f"{url}/v1"
        self._process = process

    @property
    def pid(self) -> int:
        return self._process.pid

    def control(self, **settings: object) -> None:
        """`control(fault="cut", after=120, times=2)`: what the next requests get."""
        self._call("/control", settings)

    def log(self, *, requests: int = 0, ended: int = 0) -> list[dict[str, Any]]:
        """All requests so far, once so many came and so many ended."""
        query = f"/log?requests={requests}&ended={ended}&wait_s={_PATIENCE_S}"
        shown: list[dict[str, Any]] = self._call(query)["requests"]
        if len(shown) < requests or sum(entry["ended"] != "open" for entry in shown) < ended:
            raise TimeoutError(f"simulator: not {requests} requests and {ended} ends: {shown}")
        return shown

    def kill(self) -> None:
        """SIGKILL: a platform that is gone from one moment to the next."""
        self._process.kill()
        self._process.wait()

    def _call(self, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(self.url + path, data, timeout=2 * _PATIENCE_S) as response:
            return json.load(response)


@contextmanager
def simulator(*args: str) -> Iterator[SimulatorHandle]:
    """`simulator("--ttft-ms", "700")`: runs `prelude simulate` on a free port until the end."""
    command = [sys.executable, "-m", "bench.simulate", "--port", "0", "--stop-with-stdin", *args]
    # It stops with our standard input's end too, so that nothing outlives a killed test run.
    process = subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )
    try:
        assert process.stdout is not None
        ready = process.stdout.readline()
        if not ready:
            raise EdgeError(f"the simulator did not start: exit status {process.wait()}")
        yield SimulatorHandle(process, json.loads(ready)["url"])
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(_PATIENCE_S)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
